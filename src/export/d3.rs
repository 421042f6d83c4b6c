//! D3: nodes and links for `d3.forceLink(file.links).id(node => node.id)`.

use std::io::Write;

use crate::graph::KnowledgeGraph;

use super::object::object;
use super::{ExportError, Exporter, Options, flat, look};

pub(super) const FORMAT: Exporter = Exporter::single(
    "d3",
    "d3.json",
    "application/json",
    "D3: forceSimulation(file.nodes) with forceLink(file.links).id(node => node.id)",
    write,
);

fn write(graph: &KnowledgeGraph, _: &Options, sink: &mut dyn Write) -> Result<(), ExportError> {
    let mut out = Vec::new();
    object(&mut out, |file| {
        file.lines("nodes", graph.nodes(), |item, node| {
            let colours = look::colours(node.kind(), flat::pillar_kind(node));
            item.put("id", node.id().text().as_str())
                .put("type", node.kind().name())
                .put("label", graph.label(node))
                .put("radius", &(look::size(node.kind(), flat::weight(graph, node)) / 2))
                .put("fill", colours.fill)
                .put("stroke", colours.line)
                .attributes(&flat::of_node(graph, node));
        });
        file.lines("links", graph.edges(), |item, edge| {
            item.put("key", edge.key().text().as_str())
                .put("source", edge.source().text().as_str())
                .put("target", edge.target().text().as_str())
                .put("type", edge.kind().name())
                .put("stroke", look::edge(edge.kind()))
                .attributes(&flat::of_edge(graph, edge));
        });
    });
    out.push(b'\n');
    Ok(sink.write_all(&out)?)
}
