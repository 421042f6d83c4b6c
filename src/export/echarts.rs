//! ECharts options, ready for `chart.setOption(file)`: the graph, and the flow from pillars over
//! actions to entities as a Sankey diagram and as a tree.
//!
//! Links go by id: where nodes have ids, ECharts draws no link that goes by name, and says nothing.

use std::collections::HashSet;
use std::io::Write;

use crate::graph::{KnowledgeGraph, Node, NodeId};
use crate::schema::EdgeKind;

use super::object::{Object, object};
use super::position::positions;
use super::{ExportError, Exporter, Options, Takes, flat, look};

pub(super) const GRAPH: Exporter = Exporter::single(
    "echarts",
    "echarts.json",
    "application/json",
    "ECharts: chart.setOption(file) draws the graph",
    write_graph,
);

pub(super) const SANKEY: Exporter = Exporter::single(
    "echarts-sankey",
    "sankey.json",
    "application/json",
    "ECharts: the flow from pillars over actions to entities, as a Sankey diagram",
    write_sankey,
)
.taking(Takes::Picture);

pub(super) const TREE: Exporter = Exporter::single(
    "echarts-tree",
    "tree.json",
    "application/json",
    "ECharts: document, pillars, actions and their entities, as a tree that folds",
    write_tree,
)
.taking(Takes::Picture);

fn write_graph(
    graph: &KnowledgeGraph,
    options: &Options,
    sink: &mut dyn Write,
) -> Result<(), ExportError> {
    let points = positions(graph);
    let kinds = flat::kinds(graph);
    series(sink, |series| {
        series.put("type", "graph").put("layout", "none").put("roam", &true);
        series.put("edgeSymbol", &["none", "arrow"]).put("edgeSymbolSize", &5);
        series.lines("categories", kinds.iter(), |item, kind| {
            item.put("name", options.lang.of_node(*kind));
        });
        series.lines("data", graph.nodes(), |item, node| {
            let (x, y) = points.get(&node.id()).copied().unwrap_or_default();
            let category = kinds.binary_search(&node.kind()).unwrap_or(0);
            item.put("id", node.id().text().as_str())
                .put("name", graph.label(node))
                .put("category", &category)
                .put("value", &flat::weight(graph, node))
                .put("symbolSize", &look::size(node.kind(), flat::weight(graph, node)))
                .put("x", &x)
                .put("y", &y);
            paint(item, node);
            item.object("attributes", |attributes| {
                attributes.put("type", node.kind().name()).attributes(&flat::of_node(graph, node));
            });
        });
        series.lines("links", graph.edges(), |item, edge| {
            item.put("id", edge.key().text().as_str())
                .put("source", edge.source().text().as_str())
                .put("target", edge.target().text().as_str())
                .put("value", &edge.count().max(1))
                .object("lineStyle", |style| {
                    style.put("color", look::edge(edge.kind()));
                })
                .object("attributes", |attributes| {
                    attributes
                        .put("type", edge.kind().name())
                        .attributes(&flat::of_edge(graph, edge));
                });
        });
    })
}

fn write_sankey(
    graph: &KnowledgeGraph,
    _: &Options,
    sink: &mut dyn Write,
) -> Result<(), ExportError> {
    let flows = |kind: EdgeKind| matches!(kind, EdgeKind::HasAction | EdgeKind::Involves);
    // an action that names nothing leads nowhere, and would be a river without a mouth
    let named: HashSet<NodeId> =
        graph.edges_of(EdgeKind::Involves).map(|edge| edge.source()).collect();
    let links = || {
        graph.edges().filter(|edge| {
            flows(edge.kind())
                && (edge.kind() == EdgeKind::Involves || named.contains(&edge.target()))
        })
    };
    let ends: HashSet<NodeId> = links().flat_map(|edge| [edge.source(), edge.target()]).collect();
    series(sink, |series| {
        series.put("type", "sankey").put("draggable", &false);
        let nodes = graph.nodes().filter(|node| ends.contains(&node.id()));
        series.lines("data", nodes, |item, node| {
            item.put("id", node.id().text().as_str()).put("name", graph.label(node));
            paint(item, node);
        });
        series.lines("links", links(), |item, edge| {
            let width = match edge.kind() {
                EdgeKind::HasAction => graph.outgoing(edge.target()).len(),
                _ => 1,
            };
            item.put("source", edge.source().text().as_str())
                .put("target", edge.target().text().as_str())
                .put("value", &width);
        });
    })
}

fn write_tree(
    graph: &KnowledgeGraph,
    options: &Options,
    sink: &mut dyn Write,
) -> Result<(), ExportError> {
    let documents: Vec<&Node> = graph.nodes_of(crate::schema::NodeKind::Document).collect();
    series(sink, |series| {
        series.put("type", "tree").put("initialTreeDepth", &2).put("roam", &true);
        series.lines("data", std::iter::once(()), |root, ()| match documents[..] {
            [only] => branch(graph, only, root),
            _ => {
                root.put("name", &options.lang.pick("文件", "documents"));
                let branches = documents.iter();
                root.lines("children", branches, |item, node| branch(graph, node, item));
            }
        });
    })
}

/// A node with what stands below it. Pillars nest no deeper than headings do.
fn branch(graph: &KnowledgeGraph, node: &Node, item: &mut Object) {
    item.put("id", node.id().text().as_str()).put("name", graph.label(node));
    paint(item, node);
    let below =
        |kind| matches!(kind, EdgeKind::HasPillar | EdgeKind::HasAction | EdgeKind::Involves);
    let children: Vec<&Node> = graph
        .outgoing(node.id())
        .into_iter()
        .filter(|edge| below(edge.kind()))
        .filter_map(|edge| graph.node(edge.target()))
        .collect();
    if !children.is_empty() {
        item.lines("children", children.into_iter(), |child, node| branch(graph, node, child));
    }
}

fn paint(item: &mut Object, node: &Node) {
    let colours = look::colours(node.kind(), flat::pillar_kind(node));
    item.object("itemStyle", |style| {
        style.put("color", colours.fill).put("borderColor", colours.line);
    });
}

/// An option with one series.
fn series(sink: &mut dyn Write, fill: impl FnOnce(&mut Object)) -> Result<(), ExportError> {
    let mut out = Vec::new();
    object(&mut out, |option| {
        option.object("tooltip", |_| {});
        option.object("legend", |_| {});
        let mut fill = Some(fill);
        option.lines("series", std::iter::once(()), |series, ()| {
            if let Some(fill) = fill.take() {
                fill(series);
            }
        });
    });
    out.push(b'\n');
    Ok(sink.write_all(&out)?)
}
