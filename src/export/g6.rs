//! AntV G6, version 5: `new Graph({container, data: file})`. What a node is stands in its `data`,
//! since G6 takes `type` for its shape.

use std::io::Write;

use crate::graph::KnowledgeGraph;

use super::object::object;
use super::position::positions;
use super::{ExportError, Exporter, Options, flat, look};

pub(super) const FORMAT: Exporter = Exporter::single(
    "g6",
    "g6.json",
    "application/json",
    "AntV G6 version 5: new Graph({container, data: file})",
    write,
);

fn write(graph: &KnowledgeGraph, _: &Options, sink: &mut dyn Write) -> Result<(), ExportError> {
    let points = positions(graph);
    let mut out = Vec::new();
    object(&mut out, |file| {
        file.lines("nodes", graph.nodes(), |item, node| {
            let colours = look::colours(node.kind(), flat::pillar_kind(node));
            let (x, y) = points.get(&node.id()).copied().unwrap_or_default();
            item.put("id", node.id().text().as_str())
                .object("data", |data| {
                    data.put("type", node.kind().name())
                        .put("label", graph.label(node))
                        .attributes(&flat::of_node(graph, node));
                })
                .object("style", |style| {
                    style
                        .put("x", &x)
                        .put("y", &y)
                        .put("labelText", graph.label(node))
                        .put("size", &look::size(node.kind(), flat::weight(graph, node)))
                        .put("fill", colours.fill)
                        .put("stroke", colours.line);
                });
        });
        file.lines("edges", graph.edges(), |item, edge| {
            item.put("id", edge.key().text().as_str())
                .put("source", edge.source().text().as_str())
                .put("target", edge.target().text().as_str())
                .object("data", |data| {
                    data.put("type", edge.kind().name()).attributes(&flat::of_edge(graph, edge));
                })
                .object("style", |style| {
                    style.put("stroke", look::edge(edge.kind())).put("endArrow", &true);
                });
        });
    });
    out.push(b'\n');
    Ok(sink.write_all(&out)?)
}
