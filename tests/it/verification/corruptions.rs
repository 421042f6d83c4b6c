//! Ways to damage a graph, and what has to be said of each.

use gangmu::diagnostic::Code;
use serde_json::{Value, json};

/// A way to damage a graph, the code that must name it, and words that the report must have.
pub type Corruption = (&'static str, fn(&mut Value), Code, &'static str);

/// The first node or edge of a type.
fn first<'v>(graph: &'v mut Value, list: &str, kind: &str) -> &'v mut Value {
    nth(graph, list, kind, 0)
}

fn nth<'v>(graph: &'v mut Value, list: &str, kind: &str, n: usize) -> &'v mut Value {
    let items = graph[list].as_array_mut().unwrap();
    items.iter_mut().filter(|item| item["type"] == kind).nth(n).unwrap()
}

/// The entity of this name.
fn named<'v>(graph: &'v mut Value, label: &str) -> &'v mut Value {
    let nodes = graph["nodes"].as_array_mut().unwrap();
    nodes.iter_mut().find(|node| node["label"] == label).unwrap()
}

fn remove(graph: &mut Value, list: &str, kind: &str) {
    let items = graph[list].as_array_mut().unwrap();
    let at = items.iter().position(|item| item["type"] == kind).unwrap();
    items.remove(at);
}

fn shift(value: &mut Value, by: i64) {
    *value = json!(value.as_i64().unwrap() + by);
}

pub const CORRUPTIONS: &[Corruption] = &[
    (
        "an office that is not in the text",
        |g| named(g, "王远")["mentions"][0]["office"]["text"] = json!("局长"),
        Code::VerifyQuote,
        "its office",
    ),
    (
        "an office at another place",
        |g| shift(&mut named(g, "王远")["mentions"][0]["office"]["end"], 9000),
        Code::VerifyOffset,
        "its office",
    ),
    (
        "a key that is missing",
        |g| drop(first(g, "nodes", "pillar").as_object_mut().unwrap().remove("level")),
        Code::VerifySchema,
        "level",
    ),
    (
        "a key of another type",
        |g| first(g, "nodes", "action")["start"] = json!("12"),
        Code::VerifySchema,
        "nodes[",
    ),
    (
        "a role that is none",
        |g| first(g, "edges", "involves")["role"] = json!("hero"),
        Code::VerifySchema,
        "role",
    ),
    (
        "a type that is none",
        |g| first(g, "nodes", "company")["type"] = json!("firm"),
        Code::VerifySchema,
        "type",
    ),
    (
        "an edge without a type",
        |g| first(g, "edges", "mentions")["type"] = Value::Null,
        Code::VerifySchema,
        "type",
    ),
    ("an undirected graph", |g| g["directed"] = json!(false), Code::VerifySchema, "directed"),
    (
        "a format of the future",
        |g| g["graph"]["schema"] = json!("gangmu/9"),
        Code::VerifySchema,
        "gangmu/9",
    ),
    (
        "a header that is missing",
        |g| drop(g.as_object_mut().unwrap().remove("graph")),
        Code::VerifySchema,
        "graph",
    ),
    (
        "a negative place",
        |g| first(g, "nodes", "action")["start"] = json!(-1),
        Code::VerifySchema,
        "nodes[",
    ),
    (
        "another hash",
        |g| first(g, "nodes", "document")["sha256"] = json!("0".repeat(64)),
        Code::VerifySha256,
        "SHA-256",
    ),
    (
        "another length",
        |g| shift(&mut first(g, "nodes", "document")["length"], 1),
        Code::VerifyLength,
        "code points",
    ),
    (
        "another title",
        |g| first(g, "nodes", "document")["label"] = json!("五年规划"),
        Code::VerifyQuote,
        "title",
    ),
    (
        "an author from nowhere",
        |g| first(g, "nodes", "document")["author"] = json!("佚名"),
        Code::VerifyQuote,
        "author",
    ),
    ("a document too many", |g| g["graph"]["documents"] = json!(3), Code::VerifyCount, "graph"),
    (
        "a node twice",
        |g| {
            let node = first(g, "nodes", "company").clone();
            g["nodes"].as_array_mut().unwrap().push(node)
        },
        Code::VerifyDuplicate,
        "same id",
    ),
    (
        "an edge twice",
        |g| {
            let edge = first(g, "edges", "involves").clone();
            g["edges"].as_array_mut().unwrap().push(edge)
        },
        Code::VerifyDuplicate,
        "same key",
    ),
    (
        "an edge twice under another key",
        |g| {
            let mut edge = first(g, "edges", "involves").clone();
            edge["key"] = json!("edg:0000000000000000");
            g["edges"].as_array_mut().unwrap().push(edge)
        },
        Code::VerifyDuplicate,
        "same type",
    ),
    (
        "a piece of evidence twice",
        |g| {
            let e = &mut first(g, "edges", "involves")["evidence"];
            let quote = e[0].clone();
            e.as_array_mut().unwrap().push(quote)
        },
        Code::VerifyDuplicate,
        "twice",
    ),
    (
        "a mention twice",
        |g| {
            let m = &mut first(g, "nodes", "place")["mentions"];
            let quote = m[0].clone();
            m.as_array_mut().unwrap().push(quote)
        },
        Code::VerifyDuplicate,
        "twice",
    ),
    (
        "a source that is gone",
        |g| first(g, "edges", "involves")["source"] = json!("act:0000000000000000"),
        Code::VerifyDangling,
        "source",
    ),
    ("a target that is gone", |g| remove(g, "nodes", "program"), Code::VerifyDangling, "target"),
    (
        "a document that is gone",
        |g| first(g, "nodes", "pillar")["document"] = json!("doc:0000000000000000"),
        Code::VerifyDangling,
        "no document",
    ),
    (
        "evidence in a document that is gone",
        |g| {
            first(g, "edges", "involves")["evidence"][0]["document"] = json!("doc:0000000000000000")
        },
        Code::VerifyDangling,
        "evidence",
    ),
    (
        "another type under an old id",
        |g| first(g, "nodes", "company")["type"] = json!("university"),
        Code::VerifyId,
        "another type",
    ),
    (
        "an id of its own making",
        |g| {
            let text = g.to_string();
            let id = first(g, "nodes", "university")["id"].as_str().unwrap().to_owned();
            *g = serde_json::from_str(&text.replace(&id, "uni:0123456789abcdef")).unwrap()
        },
        Code::VerifyId,
        "uni:0123456789abcdef",
    ),
    (
        "a key of its own making",
        |g| first(g, "edges", "has_pillar")["key"] = json!("edg:0123456789abcdef"),
        Code::VerifyId,
        "its key",
    ),
    (
        "another name",
        |g| named(g, "清华大学")["label"] = json!("北清大学"),
        Code::VerifyId,
        "北清大学",
    ),
    (
        "an edge the wrong way round",
        |g| {
            let e = first(g, "edges", "involves");
            let (s, t) = (e["source"].clone(), e["target"].clone());
            e["source"] = t;
            e["target"] = s
        },
        Code::VerifyTriple,
        "no involves goes from",
    ),
    (
        "an edge of a type that may not join these",
        |g| first(g, "edges", "has_pillar")["type"] = json!("has_action"),
        Code::VerifyTriple,
        "no has_action",
    ),
    (
        "a relation of a thing to itself",
        |g| {
            let e = first(g, "edges", "undertakes");
            e["target"] = e["source"].clone()
        },
        Code::VerifyTriple,
        "undertakes",
    ),
    (
        "a place behind the end",
        |g| {
            let n = first(g, "nodes", "action");
            n["start"] = json!(9000);
            n["end"] = json!(9003)
        },
        Code::VerifyOffset,
        "9000..9003",
    ),
    (
        "a place that ends before it begins",
        |g| {
            let m = &mut first(g, "nodes", "place")["mentions"][0];
            m["end"] = json!(m["start"].as_i64().unwrap() - 1)
        },
        Code::VerifyOffset,
        "mention",
    ),
    (
        "an empty place",
        |g| {
            let m = &mut first(g, "nodes", "place")["mentions"][0];
            m["end"] = m["start"].clone()
        },
        Code::VerifyOffset,
        "mention",
    ),
    (
        "a verb outside of its clause",
        |g| nth(g, "nodes", "action", 0)["verb_span"] = json!([0, 2]),
        Code::VerifyOffset,
        "outside",
    ),
    (
        "a clause that is moved",
        |g| {
            let n = first(g, "nodes", "action");
            shift(&mut n["start"], 1);
            shift(&mut n["end"], 1)
        },
        Code::VerifyQuote,
        "clause",
    ),
    (
        "a title with other words",
        |g| first(g, "nodes", "pillar")["label"] = json!("打造文旅生态"),
        Code::VerifyQuote,
        "title",
    ),
    (
        "a principle with other words",
        |g| nth(g, "nodes", "pillar", 2)["principle"] = json!("坚持质量第一"),
        Code::VerifyQuote,
        "principle",
    ),
    (
        "a mention with other words",
        |g| first(g, "nodes", "program")["mentions"][0]["text"] = json!("别的工程"),
        Code::VerifyQuote,
        "mention",
    ),
    (
        "evidence with other words",
        |g| first(g, "edges", "appears_in")["evidence"][0]["text"] = json!("别的"),
        Code::VerifyQuote,
        "evidence",
    ),
    (
        "an object with other words",
        |g| nth(g, "nodes", "action", 1)["object"] = json!("别的"),
        Code::VerifyQuote,
        "object",
    ),
    (
        "a quantity with other words",
        |g| nth(g, "nodes", "action", 1)["quantities"][0]["text"] = json!("99.9亿元"),
        Code::VerifyQuote,
        "quantity",
    ),
    (
        "a deadline with other words",
        |g| nth(g, "nodes", "action", 2)["deadline"]["text"] = json!("明年"),
        Code::VerifyQuote,
        "deadline",
    ),
    (
        "an actor with other words",
        |g| nth(g, "nodes", "action", 4)["actor"]["text"] = json!("青河集团"),
        Code::VerifyQuote,
        "actor",
    ),
    (
        "an edge without evidence",
        |g| first(g, "edges", "involves")["evidence"] = json!([]),
        Code::VerifyEvidence,
        "no evidence",
    ),
    (
        "evidence of somebody else",
        |g| {
            let other = first(g, "nodes", "university")["mentions"][0].clone();
            first(g, "edges", "undertakes")["evidence"][0] = other
        },
        Code::VerifyEvidence,
        "do not name",
    ),
    (
        "evidence outside of the action",
        |g| {
            let other = nth(g, "edges", "involves", 4)["evidence"].clone();
            first(g, "edges", "involves")["evidence"] = other
        },
        Code::VerifyEvidence,
        "outside of the action",
    ),
    (
        "an entity in another pillar",
        |g| {
            let other = nth(g, "nodes", "pillar", 1)["id"].clone();
            first(g, "edges", "appears_in")["target"] = other
        },
        Code::VerifyEvidence,
        "another pillar",
    ),
    (
        "a relation of others",
        |g| {
            let other = named(g, "清华大学")["id"].clone();
            first(g, "edges", "undertakes")["source"] = other
        },
        Code::VerifyEvidence,
        "清华大学",
    ),
    (
        "an entity that nothing names",
        |g| named(g, "清华大学")["mentions"] = json!([]),
        Code::VerifyEvidence,
        "nothing names it",
    ),
    (
        "a mention that is no name of it",
        |g| {
            let n = named(g, "山西华翔集团股份有限公司");
            n["aliases"] = json!([]);
            n["alias_reasons"] = json!({})
        },
        Code::VerifyName,
        "none of its names",
    ),
    (
        "an alias without a reason",
        |g| named(g, "山西华翔集团股份有限公司")["alias_reasons"] = json!({}),
        Code::VerifyName,
        "why",
    ),
    (
        "a reason without an alias",
        |g| named(g, "清华大学")["alias_reasons"] = json!({ "清华": "lexicon" }),
        Code::VerifyName,
        "no alias",
    ),
    (
        "a pillar that hangs on nothing",
        |g| remove(g, "edges", "has_pillar"),
        Code::VerifyStructure,
        "has_pillar",
    ),
    (
        "an action that hangs on nothing",
        |g| remove(g, "edges", "has_action"),
        Code::VerifyStructure,
        "has_action",
    ),
    (
        "an action under another pillar",
        |g| {
            let other = nth(g, "nodes", "pillar", 1)["id"].clone();
            first(g, "edges", "has_action")["source"] = other
        },
        Code::VerifyStructure,
        "belongs to",
    ),
    (
        "a pillar on another level",
        |g| first(g, "nodes", "pillar")["level"] = json!(3),
        Code::VerifyStructure,
        "level",
    ),
    (
        "a section that is cut short",
        |g| {
            let s = &mut nth(g, "nodes", "pillar", 2)["section_span"];
            s[1] = json!(s[0].as_i64().unwrap() + 8)
        },
        Code::VerifyStructure,
        "belongs to",
    ),
    (
        "an involvement that is left out",
        |g| remove(g, "edges", "involves"),
        Code::VerifyMissing,
        "involves",
    ),
    (
        "an appearance that is left out",
        |g| remove(g, "edges", "appears_in"),
        Code::VerifyMissing,
        "appears_in",
    ),
    (
        "a mention of a document that is left out",
        |g| remove(g, "edges", "mentions"),
        Code::VerifyMissing,
        "mentions",
    ),
    (
        "a count too high",
        |g| first(g, "edges", "appears_in")["count"] = json!(7),
        Code::VerifyCount,
        "7",
    ),
    (
        "a confidence too high",
        |g| first(g, "nodes", "place")["confidence"] = json!(1.0),
        Code::VerifyConfidence,
        "between",
    ),
    (
        "a confidence that is none",
        |g| first(g, "nodes", "place")["mentions"][0]["confidence"] = json!(1.7),
        Code::VerifyConfidence,
        "1.7",
    ),
];
