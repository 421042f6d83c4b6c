//! All formats side by side: one tiny graph through each of them, the same graph opened again, and
//! words that break careless writers.

use std::collections::HashMap;
use std::path::Path;

use gangmu::export::{Format, Lang, Options, View, files};
use gangmu::graph::KnowledgeGraph;
use gangmu::reopen::{ReopenError, reopen};
use gangmu::schema::NodeKind;
use gangmu::text::SourceText;
use proptest::prelude::*;
use serde_json::Value;

use crate::export::{PLAN, hostile, large};
use crate::graph::documents;
use crate::plan::extraction;

/// A graph with a node of most kinds, small enough to be read in every format.
const TINY: &str = "
    @pillar plan 1 | 壮大产业 | 坚持两手抓
    * 支持{company:华翔=山西华翔集团}新建3个{program:智造<园>工程}
    : verb=新建 quantity=3个 actor=华翔
    > undertakes 山西华翔集团 -> 智造<园>工程
";

fn tiny() -> KnowledgeGraph {
    KnowledgeGraph::from_extractions(vec![extraction("北县", TINY)])
}

fn bytes(graph: &KnowledgeGraph, format: Format, options: &Options) -> Vec<(String, Vec<u8>)> {
    let files = files(graph, format, options).expect("memory takes everything");
    files.into_iter().map(|file| (file.ending.to_owned(), file.bytes)).collect()
}

fn text(graph: &KnowledgeGraph, format: Format) -> String {
    let files = bytes(graph, format, &Options::default()).into_iter();
    files.map(|(_, bytes)| String::from_utf8(bytes).expect("UTF-8")).collect()
}

/// Formats that are no text.
const BINARY: &[&str] = &["parquet", "xlsx"];

/// Formats that show the text of documents also where nothing was found in it.
const WITH_TEXT: &[&str] = &["html", "markdown"];

#[test]
fn one_tiny_graph_in_every_format() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/it/snapshots");
    let renew = std::env::var_os("GANGMU_RENEW").is_some();
    let mut differing = Vec::new();
    for &format in Format::ALL {
        for (ending, bytes) in bytes(&tiny(), format, &Options::default()) {
            // the viewer is half a megabyte of which one line is of the graph
            if BINARY.contains(&format.name()) || format == Format::Html {
                continue;
            }
            let path = folder.join(format!("tiny.{ending}"));
            if renew {
                std::fs::create_dir_all(&folder).expect("the folder can be made");
                std::fs::write(&path, &bytes).expect("the snapshot can be written");
            }
            if std::fs::read(&path).ok() != Some(bytes) {
                differing.push(ending);
            }
        }
    }
    assert!(differing.is_empty(), "{differing:?} differ: look, then GANGMU_RENEW=1 cargo test");
}

/// What is written of the opened graph is what is written of the first one.
fn check_opened(graph: &KnowledgeGraph) {
    let json = &bytes(graph, Format::Json, &Options::default())[0].1;
    let text_of = |d: &gangmu::graph::Document| (d.sha256.clone(), graph.text(d.index).clone());
    let texts: HashMap<String, SourceText> = graph.documents().map(text_of).collect();
    let without = reopen(json, &HashMap::new()).expect("what was written can be opened");
    let with = reopen(json, &texts).expect("its texts belong to it");
    for &format in Format::ALL {
        // other views and languages read nothing else of the graph
        let options = Options { view: View::Full, lang: Lang::En, ..Options::default() };
        let first = bytes(graph, format, &options);
        assert!(first == bytes(&with, format, &options), "{} differs", format.name());
        let same = first == bytes(&without, format, &options);
        assert!(same || WITH_TEXT.contains(&format.name()), "{} differs", format.name());
    }
}

#[test]
fn an_opened_graph_is_the_same_graph() {
    check_opened(&KnowledgeGraph::from_extractions(Vec::new()));
    check_opened(&tiny());
    let joined = vec![extraction("北", PLAN), extraction("南", "* 与{company:华翔集团}合作")];
    check_opened(&KnowledgeGraph::from_extractions(joined));
    check_opened(&hostile());
    check_opened(&large(3, 5));
}

#[test]
fn a_given_text_leaves_no_gaps() {
    let document = extraction("北", PLAN);
    let (sha256, whole) = (document.source.sha256.clone(), document.text.clone());
    let graph = KnowledgeGraph::from_extractions(vec![document]);
    let json = &bytes(&graph, Format::Json, &Options::default())[0].1;
    let index = graph.documents().next().expect("a document").index;

    let without = reopen(json, &HashMap::new()).expect("a graph");
    assert!(without.has_gaps(index));
    assert_ne!(without.text(index), &whole);
    let with = reopen(json, &HashMap::from([(sha256.clone(), whole.clone())])).expect("a graph");
    assert!(!with.has_gaps(index));
    assert_eq!(with.text(index), &whole);

    let other = SourceText::new(format!("另{}", whole.as_str())).expect("short");
    let error = reopen(json, &HashMap::from([(sha256, other)])).expect_err("another text");
    assert!(matches!(error, ReopenError::Part { .. }), "{error}");
}

#[test]
fn what_is_no_graph_is_refused_with_its_place() {
    let good: Value = serde_json::from_str(&text(&tiny(), Format::Json)).expect("JSON");
    let node = |value: &Value, kind: &str| {
        let nodes = value["nodes"].as_array().expect("a list");
        nodes.iter().position(|node| node["type"] == kind).expect("a node of this kind")
    };
    let (pillar, action) = (node(&good, "pillar"), node(&good, "action"));
    type Spoil<'a> = (&'a str, &'a dyn Fn(&mut Value));
    let spoil: &[Spoil] = &[
        ("gangmu/1", &|v| v["graph"]["schema"] = "other/1".into()),
        ("invalid type: null", &|v| v["nodes"][0]["label"] = Value::Null),
        ("does not stand at", &|v| v["nodes"][action]["label"] = "别的话".into()),
        ("is no part of", &|v| v["nodes"][pillar]["section_span"][1] = 999.into()),
        ("is no id of the type", &|v| v["nodes"][1]["id"] = v["nodes"][2]["id"].clone()),
        ("two nodes", &|v| {
            let again = v["nodes"][1].clone();
            v["nodes"].as_array_mut().expect("a list").push(again);
        }),
        ("no such node", &|v| v["edges"][0]["target"] = "pil:0000000000000000".into()),
        ("no edge of the kind", &|v| v["edges"][0]["type"] = "involves".into()),
        ("there is no document", &|v| {
            v["nodes"][pillar]["document"] = "doc:0000000000000000".into()
        }),
        ("no known rule", &|v| v["nodes"][3]["mentions"][0]["rule"] = "guess".into()),
    ];
    for (words, spoil) in spoil {
        let mut bad = good.clone();
        spoil(&mut bad);
        let error = reopen(bad.to_string().as_bytes(), &HashMap::new());
        let error = error.expect_err(words).to_string();
        assert!(error.contains(words), "{words}: {error}");
    }
    assert!(reopen(b"", &HashMap::new()).is_err());
    assert!(reopen(b"[1]", &HashMap::new()).is_err());
    // what is passed over must be text, too
    let odd = b"{\"graph\":{\"schema\":\"gangmu/1\"},\"nodes\":[],\"edges\":[],\"x\":\"\xf7\"}";
    assert!(reopen(odd, &HashMap::new()).is_err());
    let sound = odd.iter().map(|&b| if b == 0xf7 { b'a' } else { b }).collect::<Vec<u8>>();
    assert!(reopen(&sound, &HashMap::new()).is_ok());
}

#[test]
fn every_json_is_json_and_holds_all_words() {
    let graph = hostile();
    let labels: Vec<(NodeKind, &str)> =
        graph.nodes().map(|node| (node.kind(), graph.label(node))).collect();
    for &format in Format::ALL.iter().filter(|format| format.media_type().ends_with("json")) {
        let value: Value = serde_json::from_str(&text(&graph, format)).expect("JSON");
        let mut found = Vec::new();
        strings(&value, &mut found);
        found.sort_unstable();
        for (kind, label) in &labels {
            // a Sankey diagram shows what flows, which is not all, and a tree the core kinds
            let all = format != Format::EchartsSankey;
            let core = !matches!(kind, NodeKind::Entity(kind) if !kind.is_core());
            let shown = all && (core || format != Format::EchartsTree);
            let held = found.iter().any(|words| words == label);
            assert!(!shown || held, "{} lost {label}", format.name());
        }
    }
}

fn strings(value: &Value, found: &mut Vec<String>) {
    match value {
        Value::String(text) => found.push(text.clone()),
        Value::Array(items) => items.iter().for_each(|item| strings(item, found)),
        Value::Object(keys) => keys.values().for_each(|value| strings(value, found)),
        _ => {}
    }
}

#[test]
fn markup_in_words_stays_words() {
    let graph = hostile();
    for &format in Format::ALL.iter().filter(|format| !BINARY.contains(&format.name())) {
        let media = format.media_type();
        let marked = media.ends_with("+xml") || media == "text/html" || media.contains("mark");
        if marked || media.contains("mermaid") {
            assert!(!text(&graph, format).contains("<script>alert"), "{}", format.name());
        }
    }
}

#[test]
fn lists_are_in_the_reader_s_language() {
    let table = |lang| {
        let options = Options { lang, ..Options::default() };
        let files = bytes(&tiny(), Format::Csv, &options);
        let (_, actions) = &files[2];
        String::from_utf8(actions.clone()).expect("UTF-8")
    };
    assert!(table(Lang::Zh).starts_with("\u{FEFF}纲,举措原文,动词"));
    assert!(table(Lang::En).starts_with("\u{FEFF}pillar,quote,verb"));
    for lang in Lang::ALL {
        assert!(table(*lang).contains("支持华翔新建3个智造<园>工程"), "data stays as it is");
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(12))]

    #[test]
    fn any_graph_can_be_opened(given in documents()) {
        check_opened(&KnowledgeGraph::from_extractions(given));
    }

    #[test]
    fn any_words_can_be_opened(words in "\\PC{1,40}|.{1,40}") {
        let words = words.replace(['\n', '\r', '{', '}', '|'], " ");
        let markup = format!("@pillar plan 1 | 纲{words}\n* 目{words}{{company:名{words}}}");
        check_opened(&KnowledgeGraph::from_extractions(vec![extraction("文", &markup)]));
    }
}
