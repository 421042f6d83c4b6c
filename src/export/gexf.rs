//! GEXF 1.3, for Gephi: attributes, colours, sizes, places, and since when a node or edge is
//! attested, where the documents are dated. It has no date of its own: the same graph gives the
//! same bytes.

use std::fmt::Write as _;
use std::io::Write;

use crate::graph::KnowledgeGraph;

use super::flat::{self, Attributes, Declaration, Type};
use super::position::positions;
use super::xml::Xml;
use super::{ExportError, Exporter, Options, look};

pub(super) const FORMAT: Exporter = Exporter::single(
    "gexf",
    "gexf",
    "application/gexf+xml",
    "Gephi: with colours, sizes, places, and the time line of dated documents",
    write,
);

fn write(graph: &KnowledgeGraph, _: &Options, sink: &mut dyn Write) -> Result<(), ExportError> {
    let mut text = String::from(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<gexf xmlns=\"http://gexf.net/1.3\" \
         xmlns:viz=\"http://gexf.net/1.3/viz\" version=\"1.3\">\n",
    );
    let dated = graph.documents().any(|document| document.date.is_some());
    let mode = if dated { "mode=\"dynamic\" timeformat=\"date\"" } else { "mode=\"static\"" };
    let _ = writeln!(text, "<graph defaultedgetype=\"directed\" {mode}>");
    declare(&mut text, "node", flat::OF_NODES);
    declare(&mut text, "edge", flat::OF_EDGES);
    let points = positions(graph);
    text.push_str("<nodes>\n");
    for node in graph.nodes() {
        let _ = write!(text, "<node id=\"{}\" label=\"{}\"", node.id(), Xml(graph.label(node)));
        start(&mut text, graph, flat::documents_of(graph, node));
        text.push_str(">\n");
        values(&mut text, node.kind().name(), flat::OF_NODES, &flat::of_node(graph, node));
        let [r, g, b] = look::rgb(look::colours(node.kind(), flat::pillar_kind(node)).line);
        let (x, y) = points.get(&node.id()).copied().unwrap_or_default();
        let size = look::size(node.kind(), flat::weight(graph, node));
        // Gephi's y grows upwards
        let _ = writeln!(
            text,
            "<viz:color r=\"{r}\" g=\"{g}\" b=\"{b}\"/><viz:position x=\"{x}\" y=\"{}\" z=\"0\"/>\
             <viz:size value=\"{size}\"/>\n</node>",
            -y
        );
    }
    text.push_str("</nodes>\n<edges>\n");
    for edge in graph.edges() {
        let _ = write!(
            text,
            "<edge id=\"{}\" source=\"{}\" target=\"{}\" kind=\"{}\" label=\"{}\" weight=\"{}\"",
            edge.key(),
            edge.source(),
            edge.target(),
            edge.kind().name(),
            edge.kind().name(),
            edge.count().max(1)
        );
        start(&mut text, graph, flat::documents_of_edge(graph, edge));
        text.push_str(">\n");
        values(&mut text, edge.kind().name(), flat::OF_EDGES, &flat::of_edge(graph, edge));
        let [r, g, b] = look::rgb(look::edge(edge.kind()));
        let _ = writeln!(text, "<viz:color r=\"{r}\" g=\"{g}\" b=\"{b}\"/>\n</edge>");
    }
    text.push_str("</edges>\n</graph>\n</gexf>\n");
    Ok(sink.write_all(text.as_bytes())?)
}

/// Declares attributes; number 0 is the type.
fn declare(text: &mut String, class: &str, attributes: &[Declaration]) {
    let _ = writeln!(text, "<attributes class=\"{class}\">");
    let own: Declaration = ("type", Type::Text);
    for (id, (name, kind)) in std::iter::once(&own).chain(attributes).enumerate() {
        let kind = match kind {
            Type::Text | Type::List => "string",
            Type::Whole => "integer",
            Type::Number => "double",
        };
        // start and end of a node are its time in this format
        let name = match *name {
            "start" => "text_start",
            "end" => "text_end",
            name => name,
        };
        let _ = writeln!(text, "<attribute id=\"{id}\" title=\"{name}\" type=\"{kind}\"/>");
    }
    text.push_str("</attributes>\n");
}

fn values(text: &mut String, kind: &str, declared: &[Declaration], attributes: &Attributes) {
    let _ = writeln!(text, "<attvalues>\n<attvalue for=\"0\" value=\"{kind}\"/>");
    for (name, value) in attributes {
        let place = declared.iter().position(|(declared, _)| declared == name);
        let id = place.map_or(0, |place| place + 1);
        let _ = writeln!(text, "<attvalue for=\"{id}\" value=\"{}\"/>", Xml(&value.text()));
    }
    text.push_str("</attvalues>\n");
}

fn start(text: &mut String, graph: &KnowledgeGraph, documents: Vec<crate::graph::DocumentIndex>) {
    if let Some(date) = flat::since(graph, documents.into_iter()) {
        let _ = write!(text, " start=\"{}\"", Xml(&date));
    }
}
