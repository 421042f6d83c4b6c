//! Words of documents stay words in every format: no markup, formula, statement or script of theirs
//! is any to who reads the file. Each is read by a parser of its format, and what is no word in it is
//! what is no word in the same graph of harmless words.

use std::collections::BTreeMap;

use calamine::{Data, Reader, Xlsx};
use gangmu::export::{Format, Options, View, files};
use gangmu::graph::KnowledgeGraph;
use quick_xml::events::Event;
use scraper::{Html, Selector};

use crate::export::{HOSTILE, of_words};

/// Words that are something else to one of the formats.
const INJECTIONS: &[&str] = &[
    "=1+1",
    "+1+1",
    "-1-1",
    "@SUM(A1:A9)",
    "\t=1+1",
    "＝1＋1",
    "=HYPERLINK(\"http://a.example/?\"&A1,\"看\")",
    "=cmd|' /C calc'!A0",
    "甲\",=1+1,\"乙",
    "') DETACH DELETE n //",
    "\\') MATCH (n) DETACH DELETE n //",
    "\\u0027 RETURN 1 //",
    "'; DROP CONSTRAINT x; //",
    "`) REMOVE n.id //",
    "<img src=x onerror=alert(1)>",
    "</script><script>alert(1)</script>",
    "</text></svg><script>alert(1)</script>",
    "\" onload=\"alert(1)",
    "' autofocus onfocus='alert(1)",
    "<!-- --><![CDATA[ ]]> <?php ?>",
    "<!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/passwd\">]>&b;",
    "&lt;b&gt;&#60;&#x3c;script&#x3e;",
    "[看](javascript:alert(1))",
    "![看](http://a.example/a.png)",
    "# 头 | 格 | *斜* `码`",
    "\"]; click a href \"javascript:alert(1)\"; b[\"",
    "%%{init: {'securityLevel':'loose'}}%%",
    "end",
    "\"\"\" . <urn:a> <urn:b> <urn:c> . '''",
    "> . @prefix a: <urn:a> .",
    "label=\"x\", URL=\"javascript:alert(1)\"",
    "<TABLE><TR><TD>x</TD></TR></TABLE>",
    "__proto__",
];

/// The graph of hostile words, and one of the same shape of harmless words.
fn graphs() -> [KnowledgeGraph; 2] {
    let hostile: Vec<&str> = INJECTIONS.iter().chain(HOSTILE).copied().collect();
    let harmless: Vec<String> = (0..).zip(&hostile).map(|(i, words)| harmless(i, words)).collect();
    let harmless: Vec<&str> = harmless.iter().map(String::as_str).collect();
    let graphs = [of_words(&hostile), of_words(&harmless)];
    let counts = graphs.each_ref().map(|graph| (graph.nodes().len(), graph.edges().len()));
    assert_eq!(counts[0], counts[1], "the graphs have one shape");
    graphs
}

/// Other words, with the marks that the tests' own markup reads.
fn harmless(number: usize, words: &str) -> String {
    let part = |(at, part): (usize, &str)| match part {
        "" => String::new(),
        _ => format!("甲{number}乙{at}丙"),
    };
    let field = |field: &str| field.split('=').enumerate().map(part).collect::<Vec<_>>().join("=");
    words.split(" | ").map(field).collect::<Vec<_>>().join(" | ")
}

/// All files of a format, with the end of their names.
fn made(graph: &KnowledgeGraph, format: Format) -> Vec<(&'static str, Vec<u8>)> {
    let options = Options { view: View::Full, ..Options::default() };
    let files = files(graph, format, &options).expect("every graph has every format");
    files.into_iter().map(|file| (file.ending, file.bytes)).collect()
}

fn text(graph: &KnowledgeGraph, format: Format) -> String {
    String::from_utf8(made(graph, format).remove(0).1).expect("UTF-8")
}

/// What of a format is no word is the same for both graphs.
#[track_caller]
fn check<T: PartialEq + std::fmt::Debug>(format: Format, skeleton: impl Fn(&str) -> T) {
    let [hostile, harmless] = graphs().map(|graph| skeleton(&text(&graph, format)));
    assert!(hostile == harmless, "{}: {hostile:#?}\nis not\n{harmless:#?}", format.name());
}

/// How often each element stands in XML, with the names of its attributes.
fn elements(xml: &str) -> BTreeMap<String, usize> {
    let mut reader = quick_xml::Reader::from_str(xml);
    let mut found = BTreeMap::new();
    loop {
        match reader.read_event().expect("well-formed XML") {
            Event::Start(element) | Event::Empty(element) => {
                let mut name = element.name().as_ref().to_owned();
                for attribute in element.attributes() {
                    let attribute = attribute.expect("sound attributes");
                    name.push_str(&format!(" {}", attribute.key.as_ref()));
                }
                *found.entry(name).or_default() += 1;
            }
            Event::DocType(_) | Event::CData(_) | Event::PI(_) => panic!("not of ours: {xml}"),
            Event::Eof => return found,
            _ => {}
        }
    }
}

#[test]
fn xml() {
    for format in [Format::GraphMl, Format::Gexf, Format::Yed] {
        check(format, elements);
    }
    // how many lines a label has in a picture, and which line has a tooltip, its words decide
    check(Format::Svg, |svg| elements(svg).into_keys().collect::<Vec<_>>());
    let svg = text(&graphs()[0], Format::Svg);
    for name in elements(&svg).into_keys() {
        let mut parts = name.split(' ');
        let element = parts.next().expect("a name");
        assert!(!["script", "foreignObject", "image", "a", "use"].contains(&element), "{name}");
        assert!(
            parts.all(|attribute| !attribute.starts_with("on") && attribute != "href"),
            "{name}"
        );
    }
}

#[test]
fn html() {
    let page = |graph| {
        let page = Html::parse_document(&text(graph, Format::Html));
        let all = Selector::parse("*").expect("a selector");
        let mut found: BTreeMap<String, usize> = BTreeMap::new();
        for element in page.select(&all) {
            let value = element.value();
            let mut attributes: Vec<&str> = value.attrs().map(|(name, _)| name).collect();
            attributes.sort_unstable();
            assert!(!attributes.iter().any(|name| name.starts_with("on") || *name == "src"));
            *found.entry(format!("{} {}", value.name(), attributes.join(" "))).or_default() += 1;
        }
        let scripts = Selector::parse("script:not([type])").expect("a selector");
        let scripts: Vec<String> = page.select(&scripts).map(|s| s.text().collect()).collect();
        (found, scripts)
    };
    let [hostile, harmless] = graphs();
    let (hostile, harmless) = (page(&hostile), page(&harmless));
    assert_eq!(hostile.0, harmless.0);
    assert!(hostile.1 == harmless.1 && hostile.1.len() == 2, "the scripts are the page's own");
}

#[test]
fn tables() {
    let [hostile, harmless] = graphs();
    for format in [Format::Csv, Format::Tsv, Format::Neo4j] {
        let delimiter = if format == Format::Tsv { b'\t' } else { b',' };
        let rows = |bytes: &[u8]| -> Vec<csv::StringRecord> {
            let bytes = bytes.strip_prefix("\u{FEFF}".as_bytes()).unwrap_or(bytes);
            let mut reader = csv::ReaderBuilder::new().delimiter(delimiter).from_reader(bytes);
            reader.records().map(|row| row.expect("rows of one length")).collect()
        };
        let mut formulas = 0;
        for ((ending, of_hostile), (_, of_harmless)) in
            made(&hostile, format).into_iter().zip(made(&harmless, format))
        {
            let found = rows(&of_hostile);
            assert_eq!(found.len(), rows(&of_harmless).len(), "{ending} has other rows");
            let is_formula = |cell: &&str| {
                cell.starts_with(['=', '+', '-', '@', '\t', '\r', '＝', '＋', '－', '＠'])
                    && cell.parse::<f64>().is_err()
            };
            formulas += found.iter().flat_map(|row| row.iter()).filter(is_formula).count();
        }
        // the others are for programs, which run nothing and get the words as they are
        assert_eq!(formulas == 0, format == Format::Csv, "{}: {formulas}", format.name());
    }
}

#[test]
fn workbooks() {
    let bytes = made(&graphs()[0], Format::Xlsx).remove(0).1;
    let mut book: Xlsx<_> = Xlsx::new(std::io::Cursor::new(bytes)).expect("a workbook");
    let mut seen = 0;
    for sheet in book.sheet_names() {
        let formulas = book.worksheet_formula(&sheet).expect("a sheet");
        let formulas: Vec<&String> = formulas.cells().map(|cell| cell.2).collect();
        assert!(formulas.iter().all(|formula| formula.is_empty()), "{sheet}: {formulas:?}");
        let cells = book.worksheet_range(&sheet).expect("a sheet");
        let words = cells.cells().filter_map(|(_, _, cell)| match cell {
            Data::String(words) => Some(words.clone()),
            _ => None,
        });
        seen += words.filter(|words| words.starts_with('=')).count();
    }
    assert!(seen > 3, "the words are there, as text: {seen}");
}

/// A text without what stands between quotation marks, in which `escape` makes the next a character.
fn without_quoted(text: &str, mark: char, escape: Option<char>) -> String {
    let mut out = String::new();
    let mut quoted = false;
    let mut characters = text.chars();
    while let Some(c) = characters.next() {
        match c {
            c if quoted && Some(c) == escape => {
                characters.next();
            }
            c if c == mark => {
                quoted = !quoted;
                out.push(c);
            }
            _ if quoted => {}
            c => out.push(c),
        }
    }
    assert!(!quoted, "a quotation without end");
    out
}

/// Statements without ids and numbers, sorted: what is named first depends on the words.
fn shape(text: &str) -> Vec<String> {
    let digits = |c: char| matches!(c, '0'..='9' | 'a'..='f');
    let mut lines: Vec<String> =
        text.lines().map(|line| line.split(digits).collect::<String>()).collect();
    lines.sort_unstable();
    lines
}

#[test]
fn cypher() {
    check(Format::Cypher, |cypher| {
        for line in cypher.lines() {
            assert!(line.ends_with(';'), "a statement is a line: {line}");
        }
        shape(&without_quoted(cypher, '\'', Some('\\')))
    });
}

#[test]
fn mermaid() {
    check(Format::Mermaid, |chart| {
        let (first, rest) = chart.split_once('\n').expect("lines");
        assert!(first.starts_with("%%{init") && first.ends_with("}}%%"), "{first}");
        let rest = without_quoted(rest, '"', None);
        assert!(!rest.contains("%%") && !rest.contains("click"), "{rest}");
        shape(&rest)
    });
}

#[test]
fn markdown() {
    // by these marks a reader of Markdown knows where words end
    check(Format::Markdown, |report| {
        let mut bare = String::new();
        let mut characters = report.chars();
        while let Some(c) = characters.next() {
            match c {
                '\\' => drop(characters.next()),
                '<' | '[' | '`' => panic!("{c} is none of ours: {report}"),
                '|' | '*' | '\n' => bare.push(c),
                _ => {}
            }
        }
        let mut lines: Vec<String> = bare.lines().map(str::to_owned).collect();
        lines.sort_unstable();
        lines.dedup();
        lines
    });
}

#[test]
fn rdf() {
    let [hostile, harmless] = graphs();
    let turtle = |graph| -> Vec<String> {
        let text = text(graph, Format::Turtle);
        let triples = oxttl::TurtleParser::new().for_slice(text.as_bytes());
        let mut predicates: Vec<String> =
            triples.map(|triple| triple.expect("Turtle").predicate.to_string()).collect();
        predicates.sort_unstable();
        predicates
    };
    let json = |graph| -> Vec<String> {
        let text = text(graph, Format::JsonLd);
        let quads = oxjsonld::JsonLdParser::new().for_slice(text.as_bytes());
        let mut predicates: Vec<String> =
            quads.map(|quad| quad.expect("JSON-LD").predicate.to_string()).collect();
        predicates.sort_unstable();
        predicates
    };
    assert_eq!(turtle(&hostile), turtle(&harmless));
    assert_eq!(json(&hostile), json(&harmless));
    assert_eq!(json(&hostile), turtle(&hostile));
}

/// What makes a PDF do something: scripts, actions, forms, links, media, files in it.
#[cfg(feature = "pdf")]
const ACTIVE: &[&str] = &[
    "JavaScript",
    "JS",
    "AA",
    "OpenAction",
    "A",
    "URI",
    "Launch",
    "Annots",
    "AcroForm",
    "XFA",
    "RichMedia",
    "EmbeddedFiles",
    "EmbeddedFile",
    "Names",
    "SubmitForm",
    "GoToR",
];

#[cfg(feature = "pdf")]
#[test]
fn pdf() {
    use crate::cli::Desk;

    let json = text(&graphs()[0], Format::Json);
    let desk = Desk::with(&[("graph.json", json.as_bytes())]);
    desk.run(&["export", "graph.json", "-f", "pdf", "--view", "full", "--size", "a4"]).succeeds();
    let file = lopdf::Document::load_mem(&desk.read("graph.pdf")).expect("a PDF");
    assert!(file.get_pages().len() > 1 && file.objects.len() > 20);
    let mut open: Vec<&lopdf::Object> = file.objects.values().collect();
    let trailer = lopdf::Object::Dictionary(file.trailer.clone());
    open.push(&trailer);
    while let Some(object) = open.pop() {
        match object {
            lopdf::Object::Array(all) => open.extend(all),
            lopdf::Object::Name(name) => {
                let name = String::from_utf8_lossy(name);
                assert!(!ACTIVE.contains(&&*name), "{name} is active");
            }
            lopdf::Object::Dictionary(dictionary)
            | lopdf::Object::Stream(lopdf::Stream { dict: dictionary, .. }) => {
                for (key, value) in dictionary {
                    let key = String::from_utf8_lossy(key);
                    assert!(!ACTIVE.contains(&&*key), "{key} is active: {dictionary:?}");
                    open.push(value);
                }
            }
            _ => {}
        }
    }
}

#[test]
fn every_format_is_held() {
    // the tests above, Graphviz for DOT (export.rs), pyarrow for Parquet (consumers/files.py), and a
    // parser of JSON for the rest (formats.rs)
    let held = [
        "graphml", "gexf", "yed", "svg", "html", "csv", "tsv", "neo4j", "xlsx", "cypher",
        "mermaid", "markdown", "turtle", "jsonld", "dot", "parquet",
    ];
    for format in Format::ALL {
        let json = format.media_type().ends_with("json");
        assert!(json || held.contains(&format.name()), "{} is held by no test", format.name());
    }
}
