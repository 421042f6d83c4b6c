//! GraphML as the yEd editor draws it: the same attributes, and shapes with places and colours.

use std::fmt::Write as _;
use std::io::Write;

use crate::graph::KnowledgeGraph;
use crate::schema::NodeKind;

use super::flat;
use super::graphml::{HEAD, attributes, data, declare};
use super::position::positions;
use super::xml::Xml;
use super::{ExportError, Exporter, Options, look};

pub(super) const FORMAT: Exporter = Exporter::single(
    "yed",
    "yed.graphml",
    "application/graphml+xml",
    "yEd: GraphML with shapes, colours and places, to be edited by hand",
    write,
);

/// Characters of a label; the whole one is an attribute.
const LABEL: usize = 60;

fn write(
    graph: &KnowledgeGraph,
    options: &Options,
    sink: &mut dyn Write,
) -> Result<(), ExportError> {
    let mut text = String::from(HEAD);
    text.push_str(" xmlns:y=\"http://www.yworks.com/xml/graphml\">\n");
    text.push_str("<key id=\"graphics\" for=\"node\" yfiles.type=\"nodegraphics\"/>\n");
    text.push_str("<key id=\"line\" for=\"edge\" yfiles.type=\"edgegraphics\"/>\n");
    declare(&mut text);
    text.push_str("<graph id=\"G\" edgedefault=\"directed\">\n");
    let points = positions(graph);
    for node in graph.nodes() {
        let label = graph.label(node);
        let (width, shape) = match node.kind() {
            NodeKind::Document => (200, "rectangle"),
            NodeKind::Pillar => (220, "rectangle"),
            NodeKind::Action => (380, "roundrectangle"),
            NodeKind::Entity(_) => (170, "ellipse"),
        };
        let (x, y) = points.get(&node.id()).copied().unwrap_or_default();
        let colours = look::colours(node.kind(), flat::pillar_kind(node));
        let _ = writeln!(text, "<node id=\"{}\">", node.id());
        let _ = writeln!(
            text,
            "<data key=\"graphics\"><y:ShapeNode><y:Geometry height=\"26\" width=\"{width}\" \
             x=\"{}\" y=\"{}\"/><y:Fill color=\"{}\" transparent=\"false\"/><y:BorderStyle \
             color=\"{}\" type=\"line\" width=\"1.0\"/><y:NodeLabel textColor=\"{}\">{}\
             </y:NodeLabel><y:Shape type=\"{shape}\"/></y:ShapeNode></data>",
            x - width / 2,
            y - 13,
            colours.fill,
            colours.line,
            colours.text,
            Xml(&shortened(label, LABEL))
        );
        data(&mut text, "n_type", node.kind().name());
        data(&mut text, "n_label", label);
        attributes(&mut text, 'n', &flat::of_node(graph, node));
        text.push_str("</node>\n");
    }
    for edge in graph.edges() {
        let (key, source, target) = (edge.key(), edge.source(), edge.target());
        let _ = writeln!(text, "<edge id=\"{key}\" source=\"{source}\" target=\"{target}\">");
        let label = if edge.kind().is_structure() { "" } else { options.lang.of_edge(edge.kind()) };
        let _ = writeln!(
            text,
            "<data key=\"line\"><y:PolyLineEdge><y:LineStyle color=\"{}\" type=\"line\" \
             width=\"1.0\"/><y:Arrows source=\"none\" target=\"standard\"/><y:EdgeLabel>{}\
             </y:EdgeLabel></y:PolyLineEdge></data>",
            look::edge(edge.kind()),
            Xml(label)
        );
        data(&mut text, "e_type", edge.kind().name());
        attributes(&mut text, 'e', &flat::of_edge(graph, edge));
        text.push_str("</edge>\n");
    }
    text.push_str("</graph>\n</graphml>\n");
    Ok(sink.write_all(text.as_bytes())?)
}

/// The first characters of words.
fn shortened(words: &str, most: usize) -> String {
    match words.char_indices().nth(most) {
        Some((end, _)) => format!("{}…", &words[..end]),
        None => words.to_owned(),
    }
}
