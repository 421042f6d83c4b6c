//! Cytoscape.js: elements with places, and a style, ready for `cytoscape({container, ...file})`.

use std::io::Write;

use crate::graph::KnowledgeGraph;

use super::object::object;
use super::position::positions;
use super::{ExportError, Exporter, Options, flat, look};

pub(super) const FORMAT: Exporter = Exporter::single(
    "cytoscape",
    "cytoscape.json",
    "application/json",
    "Cytoscape.js: cytoscape({container, ...file}); Cytoscape desktop reads its elements too",
    write,
);

fn write(graph: &KnowledgeGraph, _: &Options, sink: &mut dyn Write) -> Result<(), ExportError> {
    let points = positions(graph);
    let mut out = Vec::new();
    object(&mut out, |file| {
        file.object("elements", |elements| {
            elements.lines("nodes", graph.nodes(), |element, node| {
                let colours = look::colours(node.kind(), flat::pillar_kind(node));
                let (x, y) = points.get(&node.id()).copied().unwrap_or_default();
                element.object("data", |data| {
                    data.put("id", node.id().text().as_str())
                        .put("type", node.kind().name())
                        .put("label", graph.label(node))
                        .put("fill", colours.fill)
                        .put("line", colours.line)
                        .put("size", &look::size(node.kind(), flat::weight(graph, node)))
                        .attributes(&flat::of_node(graph, node));
                });
                element.object("position", |position| {
                    position.put("x", &x).put("y", &y);
                });
                element.put("classes", node.kind().name());
            });
            elements.lines("edges", graph.edges(), |element, edge| {
                element.object("data", |data| {
                    data.put("id", edge.key().text().as_str())
                        .put("source", edge.source().text().as_str())
                        .put("target", edge.target().text().as_str())
                        .put("type", edge.kind().name())
                        .put("line", look::edge(edge.kind()))
                        .attributes(&flat::of_edge(graph, edge));
                });
                element.put("classes", edge.kind().name());
            });
        });
        file.lines("style", STYLE.iter(), |rule, (selector, style)| {
            rule.put("selector", selector).object("style", |values| {
                for (name, value) in *style {
                    values.put(name, value);
                }
            });
        });
        file.object("layout", |layout| {
            layout.put("name", "preset");
        });
    });
    out.push(b'\n');
    Ok(sink.write_all(&out)?)
}

/// A selector and its properties.
type Rule = (&'static str, &'static [(&'static str, &'static str)]);

const STYLE: &[Rule] = &[
    (
        "node",
        &[
            ("label", "data(label)"),
            ("background-color", "data(fill)"),
            ("border-color", "data(line)"),
            ("border-width", "1"),
            ("width", "data(size)"),
            ("height", "data(size)"),
            ("font-size", "11"),
            ("text-wrap", "ellipsis"),
            ("text-max-width", "160"),
            ("text-valign", "bottom"),
        ],
    ),
    (
        "edge",
        &[
            ("line-color", "data(line)"),
            ("target-arrow-color", "data(line)"),
            ("target-arrow-shape", "triangle"),
            ("curve-style", "bezier"),
            ("width", "1"),
        ],
    ),
];
