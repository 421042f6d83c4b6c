//! GraphML, for networkx, igraph, Gephi and most graph tools: every attribute is declared, lists
//! are texts parted by `; `.

use std::fmt::Write as _;
use std::io::Write;

use crate::graph::KnowledgeGraph;

use super::flat::{self, Attributes, Declaration, Type};
use super::xml::Xml;
use super::{ExportError, Exporter, Options};

pub(super) const FORMAT: Exporter = Exporter::single(
    "graphml",
    "graphml",
    "application/graphml+xml",
    "networkx, igraph, Gephi and most graph tools, with all attributes",
    write,
);

fn write(graph: &KnowledgeGraph, _: &Options, sink: &mut dyn Write) -> Result<(), ExportError> {
    let mut text = String::from(HEAD);
    text.push_str(">\n");
    declare(&mut text);
    text.push_str("<graph id=\"G\" edgedefault=\"directed\">\n");
    for node in graph.nodes() {
        let _ = writeln!(text, "<node id=\"{}\">", node.id());
        data(&mut text, "n_type", node.kind().name());
        data(&mut text, "n_label", graph.label(node));
        attributes(&mut text, 'n', &flat::of_node(graph, node));
        text.push_str("</node>\n");
    }
    for edge in graph.edges() {
        let (key, source, target) = (edge.key(), edge.source(), edge.target());
        let _ = writeln!(text, "<edge id=\"{key}\" source=\"{source}\" target=\"{target}\">");
        data(&mut text, "e_type", edge.kind().name());
        attributes(&mut text, 'e', &flat::of_edge(graph, edge));
        text.push_str("</edge>\n");
    }
    text.push_str("</graph>\n</graphml>\n");
    Ok(sink.write_all(text.as_bytes())?)
}

/// The beginning of a file, up to further name spaces.
pub(super) const HEAD: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<graphml \
    xmlns=\"http://graphml.graphdrawing.org/xmlns\"";

/// Declares all attributes.
pub(super) fn declare(text: &mut String) {
    let own: [Declaration; 2] = [("type", Type::Text), ("label", Type::Text)];
    for (domain, prefix, of) in [("node", 'n', flat::OF_NODES), ("edge", 'e', flat::OF_EDGES)] {
        let own = if domain == "node" { &own[..] } else { &own[..1] };
        for (name, kind) in own.iter().chain(of) {
            let kind = match kind {
                Type::Text | Type::List => "string",
                Type::Whole => "int",
                Type::Number => "double",
            };
            let _ = writeln!(
                text,
                "<key id=\"{prefix}_{name}\" for=\"{domain}\" attr.name=\"{name}\" attr.type=\"{kind}\"/>"
            );
        }
    }
}

/// A value.
pub(super) fn data(text: &mut String, key: &str, value: &str) {
    let _ = writeln!(text, "<data key=\"{key}\">{}</data>", Xml(value));
}

/// All values of a node (`n`) or edge (`e`).
pub(super) fn attributes(text: &mut String, prefix: char, attributes: &Attributes) {
    for (name, value) in attributes {
        data(text, &format!("{prefix}_{name}"), &value.text());
    }
}
