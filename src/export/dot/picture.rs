//! What a picture shows, and what stands in what: decided before anything is written.

use std::collections::HashMap;

use crate::graph::{Content, DocumentIndex, KnowledgeGraph, Node, NodeId};
use crate::schema::{EdgeKind, NodeKind};

use super::View;

/// A document, a pillar, or all there is: something that holds other things.
#[derive(Debug)]
pub(super) struct Section<'g> {
    pub node: &'g Node,
    pub sections: Vec<Section<'g>>,
    /// In the full view only.
    pub actions: Vec<&'g Node>,
    /// Entities that stand here, by kind and name.
    pub entities: Vec<&'g Node>,
    /// How many more would stand here, if there were room.
    pub hidden: usize,
}

/// The entities of a section that the overview shows; more make it no overview.
const SHOWN: usize = 16;

/// Arranges a graph. Every entity stands in one section: the pillar that names it most often, the
/// first of these if there are several; the document that names it, if no pillar does.
pub(super) fn arrange(graph: &KnowledgeGraph, view: View) -> Vec<Section<'_>> {
    let homes = homes(graph, view);
    let mut at_home: HashMap<NodeId, Vec<&Node>> = HashMap::new();
    for entity in graph.nodes().filter(|node| matches!(node.kind(), NodeKind::Entity(_))) {
        if let Some(&home) = homes.get(&entity.id()) {
            at_home.entry(home).or_default().push(entity);
        }
    }
    graph
        .nodes_of(NodeKind::Document)
        .map(|document| section(graph, view, document, &mut at_home))
        .collect()
}

fn section<'g>(
    graph: &'g KnowledgeGraph,
    view: View,
    node: &'g Node,
    at_home: &mut HashMap<NodeId, Vec<&'g Node>>,
) -> Section<'g> {
    let mut sections = Vec::new();
    let mut actions = Vec::new();
    for edge in graph.outgoing(node.id()) {
        let Some(child) = graph.node(edge.target()) else { continue };
        match edge.kind() {
            EdgeKind::HasPillar => sections.push(section(graph, view, child, at_home)),
            EdgeKind::HasAction if view == View::Full => actions.push(child),
            _ => {}
        }
    }
    let mut entities = at_home.remove(&node.id()).unwrap_or_default();
    let mut hidden = 0;
    if view == View::Overview && entities.len() > SHOWN {
        // those that are spoken of most are kept, and stay in their order
        let mut by_weight: Vec<usize> = (0..entities.len()).collect();
        by_weight.sort_by_key(|&i| std::cmp::Reverse(mention_count(graph, entities[i])));
        by_weight.truncate(SHOWN - 1);
        by_weight.sort_unstable();
        hidden = entities.len() - by_weight.len();
        entities = by_weight.into_iter().map(|i| entities[i]).collect();
    }
    Section { node, sections, actions, entities, hidden }
}

fn mention_count(graph: &KnowledgeGraph, node: &Node) -> usize {
    match node.content() {
        Content::Entity(entity) => graph.mentions(entity).len(),
        _ => 0,
    }
}

/// In which section an entity stands.
fn homes(graph: &KnowledgeGraph, view: View) -> HashMap<NodeId, NodeId> {
    let mut homes: HashMap<NodeId, (usize, NodeId)> = HashMap::new();
    // edges are in the order of their pillars, so the first of the largest count stays
    for edge in graph.edges_of(EdgeKind::AppearsIn) {
        let home = homes.entry(edge.source()).or_insert((edge.count(), edge.target()));
        if edge.count() > home.0 {
            *home = (edge.count(), edge.target());
        }
    }
    if view == View::Full {
        for edge in graph.edges_of(EdgeKind::Mentions) {
            homes.entry(edge.target()).or_insert((0, edge.source()));
        }
    }
    homes.into_iter().map(|(entity, (_, home))| (entity, home)).collect()
}

/// The document that a node's words stand in; an entity's first.
pub(super) fn document_of(graph: &KnowledgeGraph, node: &Node) -> Option<DocumentIndex> {
    match node.content() {
        Content::Document(document) => Some(document.index),
        Content::Pillar(pillar) => Some(pillar.document),
        Content::Action(action) => Some(action.document),
        Content::Entity(entity) => graph.mentions(entity).first().map(|first| first.document),
    }
}
