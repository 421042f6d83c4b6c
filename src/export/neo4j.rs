//! Neo4j: the two CSV files that `neo4j-admin database import` reads, and Cypher statements.
//!
//! Items of a list are parted by `;` in CSV; a `;` in an item becomes a full-width `；`, since the
//! importer knows no way to write it.

use std::fmt::Write as _;
use std::io::Write;

use crate::graph::KnowledgeGraph;
use crate::schema::NodeKind;

use super::delimited::writer;
use super::flat::{self, Attributes, Declaration, Type, Value};
use super::{ExportError, Exporter, Files, Options, Part, Takes};

pub(super) const CSV: Exporter = Exporter {
    name: "neo4j",
    extension: "csv",
    media_type: "text/csv",
    purpose: "neo4j-admin database import full --nodes=….nodes.csv --relationships=….relationships.csv",
    takes: Takes::Chosen,
    files: Files::Several(&[
        Part { ending: "nodes.csv", write: write_nodes },
        Part { ending: "relationships.csv", write: write_relationships },
    ]),
};

pub(super) const CYPHER: Exporter = Exporter::single(
    "cypher",
    "cypher",
    "application/x-cypher-query",
    "Neo4j: cypher-shell -f …; running the statements twice changes nothing",
    write_cypher,
);

fn write_nodes(
    graph: &KnowledgeGraph,
    _: &Options,
    sink: &mut dyn Write,
) -> Result<(), ExportError> {
    let mut rows = writer(b',', sink);
    let mut head = vec!["id:ID".to_owned(), ":LABEL".to_owned(), "label".to_owned()];
    head.extend(flat::OF_NODES.iter().map(column));
    rows.write_record(&head).map_err(std::io::Error::from)?;
    for node in graph.nodes() {
        let label = label(node.kind());
        let mut cells = vec![node.id().to_string(), label.to_owned(), graph.label(node).to_owned()];
        cells.extend(values(flat::OF_NODES, &flat::of_node(graph, node)));
        rows.write_record(&cells).map_err(std::io::Error::from)?;
    }
    Ok(rows.flush()?)
}

fn write_relationships(
    graph: &KnowledgeGraph,
    _: &Options,
    sink: &mut dyn Write,
) -> Result<(), ExportError> {
    let mut rows = writer(b',', sink);
    let mut head = vec![":START_ID".to_owned(), ":END_ID".into(), ":TYPE".into(), "key".into()];
    head.extend(flat::OF_EDGES.iter().map(column));
    rows.write_record(&head).map_err(std::io::Error::from)?;
    for edge in graph.edges() {
        let mut cells = vec![
            edge.source().to_string(),
            edge.target().to_string(),
            edge.kind().name().to_ascii_uppercase(),
            edge.key().to_string(),
        ];
        cells.extend(values(flat::OF_EDGES, &flat::of_edge(graph, edge)));
        rows.write_record(&cells).map_err(std::io::Error::from)?;
    }
    Ok(rows.flush()?)
}

/// A property's column with its type.
fn column((name, kind): &Declaration) -> String {
    match kind {
        Type::Text => (*name).to_owned(),
        Type::Whole => format!("{name}:int"),
        Type::Number => format!("{name}:double"),
        Type::List => format!("{name}:string[]"),
    }
}

/// The cells of all declared attributes.
fn values(declared: &[Declaration], attributes: &Attributes) -> Vec<String> {
    let cell = |(name, _): &Declaration| {
        let found = attributes.iter().find(|(other, _)| other == name);
        found.map_or_else(String::new, |(_, value)| match value {
            Value::List(items) => {
                items.iter().map(|item| item.replace(';', "；")).collect::<Vec<_>>().join(";")
            }
            other => other.text().into_owned(),
        })
    };
    declared.iter().map(cell).collect()
}

/// A kind as a label of the property graph.
fn label(kind: NodeKind) -> &'static str {
    use crate::schema::EntityKind::{
        Company, Industry, Organization, Person, Place, Program, University,
    };
    match kind {
        NodeKind::Document => "Document",
        NodeKind::Pillar => "Pillar",
        NodeKind::Action => "Action",
        NodeKind::Entity(Company) => "Company",
        NodeKind::Entity(University) => "University",
        NodeKind::Entity(Program) => "Program",
        NodeKind::Entity(Industry) => "Industry",
        NodeKind::Entity(Organization) => "Organization",
        NodeKind::Entity(Place) => "Place",
        NodeKind::Entity(Person) => "Person",
    }
}

fn write_cypher(
    graph: &KnowledgeGraph,
    _: &Options,
    sink: &mut dyn Write,
) -> Result<(), ExportError> {
    let mut text = String::new();
    for kind in flat::kinds(graph) {
        let label = label(kind);
        // the index makes finding both ends of an edge cheap
        let _ = writeln!(text, "CREATE INDEX IF NOT EXISTS FOR (n:{label}) ON (n.id);");
    }
    for node in graph.nodes() {
        let _ =
            write!(text, "MERGE (n:{} {{id: '{}'}}) SET n.label = ", label(node.kind()), node.id());
        literal(graph.label(node), &mut text);
        set("n", &flat::of_node(graph, node), &mut text);
        text.push_str(";\n");
    }
    for edge in graph.edges() {
        let _ = write!(
            text,
            "MATCH (a:{} {{id: '{}'}}), (b:{} {{id: '{}'}}) MERGE (a)-[r:{} {{key: '{}'}}]->(b)",
            label(edge.source().kind()),
            edge.source(),
            label(edge.target().kind()),
            edge.target(),
            edge.kind().name().to_ascii_uppercase(),
            edge.key()
        );
        let attributes = flat::of_edge(graph, edge);
        if !attributes.is_empty() {
            let mut properties = String::new();
            set("r", &attributes, &mut properties);
            let _ = write!(text, " SET{}", properties.trim_start_matches(','));
        }
        text.push_str(";\n");
    }
    Ok(sink.write_all(text.as_bytes())?)
}

/// `, n.name = value` for each attribute.
fn set(variable: &str, attributes: &Attributes, text: &mut String) {
    for (name, value) in attributes {
        let _ = write!(text, ", {variable}.{name} = ");
        match value {
            Value::Text(words) => literal(words, text),
            Value::Whole(number) => text.push_str(&number.to_string()),
            Value::Number(number) => text.push_str(&format!("{number:?}")),
            Value::List(items) => {
                text.push('[');
                for (place, item) in items.iter().enumerate() {
                    text.push_str(if place == 0 { "" } else { ", " });
                    literal(item, text);
                }
                text.push(']');
            }
        }
    }
}

/// A string of Cypher. Only what must be is escaped: not every database knows every escape. Line
/// breaks must be, so that every statement is a line.
fn literal(words: &str, text: &mut String) {
    text.push('\'');
    for c in words.chars() {
        match c {
            '\\' => text.push_str("\\\\"),
            '\'' => text.push_str("\\'"),
            '\n' => text.push_str("\\n"),
            '\r' => text.push_str("\\r"),
            '\0' => text.push_str("\\u0000"),
            c => text.push(c),
        }
    }
    text.push('\'');
}
