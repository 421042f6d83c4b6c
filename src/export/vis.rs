//! vis-network: `new vis.Network(container, file, file.options)`.

use std::io::Write;

use crate::graph::KnowledgeGraph;

use super::object::object;
use super::position::positions;
use super::{ExportError, Exporter, Options, flat, look};

pub(super) const FORMAT: Exporter = Exporter::single(
    "vis",
    "vis.json",
    "application/json",
    "vis-network: new vis.Network(container, file, file.options)",
    write,
);

fn write(
    graph: &KnowledgeGraph,
    options: &Options,
    sink: &mut dyn Write,
) -> Result<(), ExportError> {
    let points = positions(graph);
    let mut out = Vec::new();
    object(&mut out, |file| {
        file.lines("nodes", graph.nodes(), |item, node| {
            let colours = look::colours(node.kind(), flat::pillar_kind(node));
            let (x, y) = points.get(&node.id()).copied().unwrap_or_default();
            item.put("id", node.id().text().as_str())
                .put("label", graph.label(node))
                .put("group", node.kind().name())
                .put("value", &flat::weight(graph, node))
                .put("x", &x)
                .put("y", &y)
                .put("shape", if node.kind().name() == "action" { "box" } else { "dot" })
                .object("color", |color| {
                    color.put("background", colours.fill).put("border", colours.line);
                })
                .object("attributes", |attributes| {
                    attributes.attributes(&flat::of_node(graph, node));
                });
        });
        file.lines("edges", graph.edges(), |item, edge| {
            item.put("id", edge.key().text().as_str())
                .put("from", edge.source().text().as_str())
                .put("to", edge.target().text().as_str())
                .put("type", edge.kind().name())
                .put("title", options.lang.of_edge(edge.kind()))
                .put("arrows", "to")
                .object("color", |color| {
                    color.put("color", look::edge(edge.kind()));
                })
                .object("attributes", |attributes| {
                    attributes.attributes(&flat::of_edge(graph, edge));
                });
        });
        file.object("options", |options| {
            options.put("physics", &false);
        });
    });
    out.push(b'\n');
    Ok(sink.write_all(&out)?)
}
