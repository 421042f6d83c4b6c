//! graphology's serialised graph, which sigma draws: `Graph.from(file)`. What a node is stands in
//! `class`, since sigma takes `type` for the program that draws it.

use std::io::Write;

use crate::graph::KnowledgeGraph;

use super::object::object;
use super::position::positions;
use super::{ExportError, Exporter, Options, flat, look};

pub(super) const FORMAT: Exporter = Exporter::single(
    "sigma",
    "graphology.json",
    "application/json",
    "sigma.js and graphology: Graph.from(file)",
    write,
);

fn write(graph: &KnowledgeGraph, _: &Options, sink: &mut dyn Write) -> Result<(), ExportError> {
    let points = positions(graph);
    let mut out = Vec::new();
    object(&mut out, |file| {
        file.object("attributes", |_| {});
        file.object("options", |options| {
            options.put("type", "directed").put("multi", &true).put("allowSelfLoops", &true);
        });
        file.lines("nodes", graph.nodes(), |item, node| {
            let (x, y) = points.get(&node.id()).copied().unwrap_or_default();
            item.put("key", node.id().text().as_str()).object("attributes", |attributes| {
                attributes
                    .put("label", graph.label(node))
                    .put("class", node.kind().name())
                    .put("x", &x)
                    .put("y", &-y)
                    .put("size", &(look::size(node.kind(), flat::weight(graph, node)) / 2))
                    .put("color", look::colours(node.kind(), flat::pillar_kind(node)).line)
                    .attributes(&flat::of_node(graph, node));
            });
        });
        file.lines("edges", graph.edges(), |item, edge| {
            item.put("key", edge.key().text().as_str())
                .put("source", edge.source().text().as_str())
                .put("target", edge.target().text().as_str())
                .object("attributes", |attributes| {
                    attributes
                        .put("class", edge.kind().name())
                        .put("color", look::edge(edge.kind()))
                        .put("weight", &edge.count().max(1))
                        .attributes(&flat::of_edge(graph, edge));
                });
        });
    });
    out.push(b'\n');
    Ok(sink.write_all(&out)?)
}
