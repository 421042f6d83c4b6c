//! Outputs: what they hold, that other tools take them, and that nothing but content moves them.

use std::collections::{HashMap, HashSet};
use std::io::Write;
use std::path::Path;
use std::process::{Command, Stdio};

use gangmu::export::{Choice, EdgeKey, Focus, Format, Options, View, files, json_schema, write};
use gangmu::extraction::Extraction;
use gangmu::graph::KnowledgeGraph;
use gangmu::schema::{EdgeKind, EntityKind, NodeKind, RelationKind};
use proptest::prelude::*;
use serde_json::Value;

use crate::graph::documents;
use crate::plan::extraction;

pub const PLAN: &str = "
    ~ 前言提到{university:北京大学}、{office:县委书记}{person:王渊}。
    @pillar review 1 | 去年工作回顾
    * 完成投资23.5亿元
    : verb=完成 object=投资 quantity=23.5亿元
    @pillar plan 1 | 打造创新生态 | 坚持挖潜力和育动能并重
    * 今年在翼城实施26个{program:创新集群培育工程}
    : verb=实施 object=创新集群培育工程 deadline=今年 place=翼城 quantity=26个
    * 与{company:华翔集团=山西华翔集团股份有限公司}、{university:清华大学}合作
    @pillar plan 2 | 壮大{industry:钢铁}产业
    * 支持{company:华翔集团=山西华翔集团股份有限公司}实施{program:新材料科技园项目}
    : actor=华翔集团
    > undertakes 山西华翔集团股份有限公司 -> 新材料科技园项目
    @pillar plan 1 | 振兴乡村
    * 推进{industry:钢铁}、{place:翼城县}、{organization:翼城中学}
";

/// Words that break careless writers.
pub const HOSTILE: &[&str] = &[
    "引\"号\"'单'“弯”",
    "反\\斜\\n\\\\杠\\",
    "<script>alert(1)</script>&amp;&lt;&#0;&nbsp;",
    "制\tt\u{0}\u{1}\u{8}\u{1b}[31m\u{7f}\u{85}符",
    "\u{202e}右到左\u{200f}\u{2066}",
    "😀👨‍👩‍👧‍👦🇨🇳",
    "node -> edge; [label=x] // /* }",
    "\\G\\N\\L\\E\\T",
    "非\u{fffe}\u{ffff}\u{feff}字\u{1fffe}\u{2028}\u{2029}",
    "a:b-c d|{e}",
    "]]> --> -- ${HOME} %s %n",
    "组合e\u{301}\u{301}\u{301}ﷺ",
    "digraph",
    "0",
];

fn graph(extractions: Vec<Extraction>) -> KnowledgeGraph {
    KnowledgeGraph::from_extractions(extractions)
}

fn written(graph: &KnowledgeGraph, format: Format, options: &Options) -> String {
    let mut bytes = Vec::new();
    write(graph, format, options, &mut bytes).expect("memory takes everything");
    String::from_utf8(bytes).expect("outputs are UTF-8")
}

fn json(graph: &KnowledgeGraph) -> Value {
    serde_json::from_str(&written(graph, Format::Json, &Options::default())).expect("JSON")
}

fn dot(graph: &KnowledgeGraph, view: View) -> String {
    // of all kinds: of itself a picture shows the core ones
    let choice = Choice { kinds: EntityKind::ALL.to_vec(), ..Choice::default() };
    written(graph, Format::Dot, &Options { view, choice, ..Options::default() })
}

/// Renders by Graphviz, which must be silent.
fn render(dot: &str) -> String {
    let mut child = Command::new("dot")
        .arg("-Tsvg")
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("tests need Graphviz: apt-get install graphviz fonts-noto-cjk");
    let mut stdin = child.stdin.take().expect("a pipe");
    let input = dot.to_owned();
    let feed = std::thread::spawn(move || stdin.write_all(input.as_bytes()));
    let output = child.wait_with_output().expect("dot runs");
    feed.join().expect("no panic").expect("dot reads everything");
    let stderr = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success() && stderr.is_empty(), "dot says: {stderr}\n{dot}");
    String::from_utf8(output.stdout).expect("UTF-8")
}

/// How many nodes of the graph a picture shows; exit status and silence of Graphviz prove nothing.
fn nodes_in(svg: &str) -> usize {
    let of = |class: &str| svg.matches(&format!("class=\"node{class}\"")).count();
    svg.matches("class=\"node").count() - of(" legend") - of(" more")
}

pub fn hostile() -> KnowledgeGraph {
    let long = "长".repeat(5_000);
    of_words(&HOSTILE.iter().copied().chain([long.as_str()]).collect::<Vec<_>>())
}

/// A document in which these words are title, pillars, actions and names.
pub fn of_words(all: &[&str]) -> KnowledgeGraph {
    let clean = |words: &str| words.replace(['\n', '{', '}'], " ");
    let mut markup = String::new();
    for (i, words) in all.iter().copied().map(clean).enumerate() {
        let kind = EntityKind::ALL[i % EntityKind::ALL.len()].name();
        markup.push_str(&format!("@pillar plan {} | {words}\n", i % 3 + 1));
        markup.push_str(&format!("* 推进{words}和{{{kind}:{words}}}\n* 又{words}\n"));
    }
    graph(vec![extraction(all[0], &markup)])
}

/// Documents with names of this many different pillars and entities.
pub fn large(pillars: usize, entities: usize) -> KnowledgeGraph {
    let mut markup = String::new();
    for pillar in 0..pillars {
        markup.push_str(&format!("@pillar plan 1 | 第{pillar}项\n"));
        for entity in 0..entities {
            markup.push_str(&format!("* 推进{{program:第{pillar}号第{entity}工程}}\n"));
        }
    }
    graph(vec![extraction("大", &markup)])
}

#[test]
fn the_published_schema_is_the_code_s() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("graphs/graph.schema.json");
    let mut schema = serde_json::to_string_pretty(&json_schema()).expect("a value is JSON");
    schema.push('\n');
    if std::env::var_os("GANGMU_RENEW").is_some() {
        std::fs::write(&path, &schema).expect("the schema can be written");
    }
    let published = std::fs::read_to_string(&path).unwrap_or_default();
    assert!(published == schema, "renew {} with GANGMU_RENEW=1 cargo test", path.display());
}

#[test]
fn json_keeps_to_the_schema() {
    let validator = jsonschema::validator_for(&json_schema()).expect("a schema");
    let graphs = [
        graph(Vec::new()),
        graph(vec![extraction("北", PLAN)]),
        graph(vec![
            extraction("北", PLAN),
            extraction("南", "@pillar plan 1 | 壮大{company:华翔}"),
        ]),
        hostile(),
    ];
    for graph in &graphs {
        for edge_key in [EdgeKey::Edges, EdgeKey::Links] {
            let options = Options { edge_key, ..Options::default() };
            let text = written(graph, Format::Json, &options);
            let value: Value = serde_json::from_str(&text).expect("JSON");
            let faults: Vec<String> = validator
                .iter_errors(&value)
                .map(|e| format!("{} {e}", e.instance_path()))
                .collect();
            assert!(faults.is_empty(), "{faults:#?}");
            assert!(value[edge_key.name()].is_array());
        }
    }
}

#[test]
fn the_schema_refuses_what_is_no_graph() {
    let validator = jsonschema::validator_for(&json_schema()).expect("a schema");
    let good = json(&graph(vec![extraction("北", PLAN)]));
    let spoil: &[fn(&mut Value)] = &[
        |v| v["nodes"][0]["type"] = "thing".into(),
        |v| v["nodes"][0]["id"] = "1".into(),
        |v| v["edges"][0]["type"] = "involves".into(),
        |v| drop(v.as_object_mut().expect("an object").remove("edges")),
        |v| v["links"] = v["edges"].clone(),
        |v| v["directed"] = false.into(),
    ];
    for (i, spoil) in spoil.iter().enumerate() {
        let mut bad = good.clone();
        spoil(&mut bad);
        assert!(!validator.is_valid(&bad), "fault {i} went unnoticed");
    }
}

#[test]
fn every_offset_means_what_it_says() {
    let source = extraction("北", PLAN);
    let text: Vec<char> = source.text.as_str().chars().collect();
    let value = json(&graph(vec![source]));
    let mut checked = 0;
    let mut check = |place: &Value, words: &Value| {
        let at = |key| usize::try_from(place[key].as_u64().expect("a number")).expect("small");
        let quoted: String = text[at("start")..at("end")].iter().collect();
        assert_eq!(quoted, words.as_str().expect("words"));
        checked += 1;
    };
    let list = |value: &Value| value.as_array().cloned().unwrap_or_default();
    for node in list(&value["nodes"]) {
        if node.get("start").is_some() {
            check(&node, &node["label"]);
        }
        for slot in ["deadline", "actor", "place"].map(|slot| &node[slot]) {
            if slot.is_object() {
                check(slot, &slot["text"]);
            }
        }
        for slot in ["verb", "object", "principle"] {
            if let Some(span) = node.get(format!("{slot}_span")) {
                let place = serde_json::json!({ "start": span[0], "end": span[1] });
                check(&place, &node[slot]);
            }
        }
        for found in list(&node["mentions"]).iter().chain(&list(&node["quantities"])) {
            check(found, &found["text"]);
        }
    }
    for edge in list(&value["edges"]) {
        for evidence in list(&edge["evidence"]) {
            check(&evidence, &evidence["text"]);
        }
    }
    assert!(checked > 40, "{checked}");
}

#[test]
fn json_is_what_the_contract_shows() {
    let text = written(&graph(vec![extraction("北", PLAN)]), Format::Json, &Options::default());
    assert!(text.starts_with("{\n  \"directed\": true,\n") && text.ends_with("\n  ]\n}\n"));
    let value: Value = serde_json::from_str(&text).expect("JSON");
    let find = |label: &str| {
        let nodes = value["nodes"].as_array().expect("a list");
        nodes.iter().find(|node| node["label"] == label).unwrap_or_else(|| panic!("no {label}"))
    };
    let action = find("今年在翼城实施26个创新集群培育工程");
    assert_eq!((&action["verb"], &action["object"]), (&"实施".into(), &"创新集群培育工程".into()));
    assert_eq!(action["quantities"][0]["value"].to_string(), "26");
    assert_eq!(action["deadline"]["date"], "2021");
    assert!(action.get("actor").is_none(), "an empty slot is absent");
    assert_eq!(find("完成投资23.5亿元")["quantities"][0]["value"], 23.5);
    let company = find("山西华翔集团股份有限公司");
    assert_eq!(company["aliases"], serde_json::json!(["华翔集团"]));
    assert_eq!(company["alias_reasons"]["华翔集团"], "short_form");
    assert_eq!(company["confidence"], 0.99);
    let pillar = find("打造创新生态");
    assert_eq!(pillar["principle"], "坚持挖潜力和育动能并重");
    assert_eq!((&pillar["kind"], &pillar["ordinal"]), (&"plan".into(), &2.into()));
    let lines = text.lines().filter(|line| line.starts_with("    {")).count();
    let items = |key: &str| value[key].as_array().expect("a list").len();
    assert_eq!(lines, items("nodes") + items("edges"), "one item on a line");
}

#[test]
fn edges_join_what_the_ontology_lets_them() {
    let kinds: HashMap<&str, EdgeKind> =
        [EdgeKind::HasPillar, EdgeKind::HasAction, EdgeKind::Involves, EdgeKind::AppearsIn]
            .into_iter()
            .chain([EdgeKind::Mentions])
            .chain(RelationKind::ALL.iter().map(|&kind| EdgeKind::Relation(kind)))
            .map(|kind| (kind.name(), kind))
            .collect();
    let graph = graph(vec![extraction("北", PLAN)]);
    let types: HashMap<String, NodeKind> =
        graph.nodes().map(|node| (node.id().to_string(), node.kind())).collect();
    let value = json(&graph);
    let (mut seen, mut keys) = (HashSet::new(), HashSet::new());
    for edge in value["edges"].as_array().expect("a list") {
        let end = |key: &str| types[edge[key].as_str().expect("an id")];
        let kind = kinds[edge["type"].as_str().expect("a type")];
        assert!(kind.allows(end("source"), end("target")), "{edge}");
        assert!(keys.insert(edge["key"].to_string()), "{edge}");
        seen.insert(kind);
    }
    assert_eq!(seen.len(), 6, "{seen:?}");
}

#[test]
fn graphviz_draws_every_node_of_the_full_view() {
    let joined = graph(vec![extraction("北", PLAN), extraction("南", "* 与{company:华翔}合作")]);
    for graph in [graph(Vec::new()), joined, hostile(), large(12, 10)] {
        assert_eq!(nodes_in(&render(&dot(&graph, View::Full))), graph.nodes().len());
    }
}

#[test]
fn the_overview_leaves_out_actions_and_what_no_pillar_names() {
    let graph = graph(vec![extraction("北", PLAN)]);
    let named: HashSet<_> = graph.edges_of(EdgeKind::AppearsIn).map(|edge| edge.source()).collect();
    let pillars = graph.nodes_of(NodeKind::Pillar).count();
    let svg = render(&dot(&graph, View::Overview));
    assert_eq!(nodes_in(&svg), 1 + pillars + named.len());
    assert!(!svg.contains("王渊") && !svg.contains("class=\"node action\""));
    render(&dot(&hostile(), View::Overview));
}

#[test]
fn a_full_pillar_says_how_many_it_leaves_out() {
    let svg = render(&dot(&large(2, 40), View::Overview));
    assert_eq!(nodes_in(&svg), 1 + 2 + 2 * 15);
    assert_eq!(svg.matches(">+25<").count(), 2);
}

#[test]
fn lines_that_nobody_could_follow_are_left_out_and_counted() {
    let markup = |pillars: usize| {
        let pillar = |i| format!("@pillar plan 1 | 第{i}项\n* 推进{{industry:钢铁}}\n");
        (0..pillars).map(pillar).collect::<String>()
    };
    let picture = |pillars| dot(&graph(vec![extraction("共", &markup(pillars))]), View::Overview);
    let dashed = |dot: &str| dot.matches("style=\"dashed\"").count();
    assert_eq!(dashed(&picture(9)), 8);
    assert_eq!(dashed(&picture(60)), 0);
    assert!(render(&picture(60)).contains("59 处从略"));
}

#[test]
fn pictures_are_no_ribbons() {
    for view in [View::Overview, View::Full] {
        let svg = render(&dot(&large(10, 10), view));
        let sizes: Vec<f64> = svg
            .split_once("viewBox=\"0.00 0.00 ")
            .and_then(|(_, rest)| rest.split_once('"'))
            .expect("a view box")
            .0
            .split(' ')
            .map(|size| size.parse().expect("a number"))
            .collect();
        let ratio = sizes[0] / sizes[1];
        assert!((0.3..3.0).contains(&ratio), "{view:?}: {sizes:?}");
    }
}

#[test]
fn kinds_differ_by_shape_and_by_colour() {
    let dot = dot(&graph(vec![extraction("北", PLAN)]), View::Full);
    let mut looks = HashSet::new();
    let mut fills = HashSet::new();
    let mut count = 0;
    for line in dot.lines().filter(|line| line.contains("class=\"legend\"")) {
        let value = |key: &str| {
            let (_, rest) = line.split_once(&format!("{key}=\"")).expect("an attribute");
            rest.split_once('"').expect("a closing quote").0
        };
        looks.insert((value("shape"), value("style")));
        fills.insert((value("fillcolor"), value(" color")));
        count += 1;
    }
    // document, review, plan, action, and seven kinds of entities
    assert_eq!(count, 11);
    assert_eq!((looks.len(), fills.len()), (count, count));
}

#[test]
fn pictures_show_the_core_kinds_unless_others_are_asked_for() {
    let graph = graph(vec![extraction("北", PLAN)]);
    let drawn = |choice: Choice| {
        let options = Options { choice, view: View::Full, ..Options::default() };
        [Format::Dot, Format::Svg, Format::Mermaid].map(|format| written(&graph, format, &options))
    };
    let person = Choice { kinds: vec![EntityKind::Person], ..Choice::default() };
    let around = Focus::Ego { name: "王渊".to_owned(), hops: 1 };
    let ego = Choice { focus: Some(around), ..Choice::default() };
    let names = |pictures: [String; 3]| pictures.map(|picture| picture.contains("王渊"));
    assert_eq!(names(drawn(Choice::default())), [false; 3]);
    assert_eq!(names(drawn(person)), [true; 3]);
    assert_eq!(names(drawn(ego)), [true; 3]);
}

#[test]
fn a_title_can_be_given() {
    let options = Options { title: Some("“纲”\\举".into()), ..Options::default() };
    let svg = render(&written(&graph(Vec::new()), Format::Dot, &options));
    assert!(svg.contains("“纲”\\举"));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn order_leaves_no_trace_in_the_bytes(
        (given, shuffled) in documents().prop_flat_map(|d| (Just(d.clone()), Just(d).prop_shuffle())),
    ) {
        let (one, other) = (graph(given), graph(shuffled));
        for &format in Format::ALL {
            for &view in View::ALL {
                // other formats hold all of the graph in every view
                let viewed = matches!(format, Format::Dot | Format::Mermaid);
                if !viewed && view != View::default() {
                    continue;
                }
                let options = Options { view, ..Options::default() };
                let bytes = |graph| files(graph, format, &options).expect("memory takes everything");
                prop_assert_eq!(bytes(&one), bytes(&other));
            }
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(12))]

    #[test]
    fn any_words_can_be_drawn(words in "\\PC{1,40}|.{1,40}") {
        let words = words.replace(['\n', '\r', '{', '}', '|'], " ");
        let markup = format!("@pillar plan 1 | 纲{words}\n* 目{words}{{company:名{words}}}");
        let graph = graph(vec![extraction(&format!("文{words}"), &markup)]);
        for &view in View::ALL {
            let expected = if view == View::Full { 4 } else { 3 };
            prop_assert_eq!(nodes_in(&render(&dot(&graph, view))), expected);
        }
    }
}
