//! JSON Graph Format, version 2: what it has no key for stands in `metadata`.

use std::io::Write;

use crate::graph::KnowledgeGraph;

use super::object::object;
use super::{ExportError, Exporter, Options, flat};

pub(super) const FORMAT: Exporter = Exporter::single(
    "jgf",
    "jgf.json",
    "application/vnd.jgf+json",
    "JSON Graph Format 2, for tools that keep to its schema",
    write,
);

fn write(graph: &KnowledgeGraph, _: &Options, sink: &mut dyn Write) -> Result<(), ExportError> {
    let mut out = Vec::new();
    object(&mut out, |file| {
        file.object("graph", |of| {
            of.put("directed", &true).put("type", "gangmu");
            of.object("nodes", |nodes| {
                for node in graph.nodes() {
                    nodes.object(node.id().text().as_str(), |item| {
                        item.put("label", graph.label(node)).object("metadata", |metadata| {
                            metadata
                                .put("type", node.kind().name())
                                .attributes(&flat::of_node(graph, node));
                        });
                    });
                }
            });
            of.lines("edges", graph.edges(), |item, edge| {
                item.put("id", edge.key().text().as_str())
                    .put("source", edge.source().text().as_str())
                    .put("target", edge.target().text().as_str())
                    .put("relation", edge.kind().name())
                    .put("directed", &true)
                    .object("metadata", |metadata| {
                        metadata.attributes(&flat::of_edge(graph, edge));
                    });
            });
        });
    });
    out.push(b'\n');
    Ok(sink.write_all(&out)?)
}
