//! What a person means by a name or an id.

use crate::graph::match_key;
use crate::published::{Content, Edge, Graph, Node};

/// What a query leads to.
#[derive(Debug, Clone, PartialEq)]
pub enum Found<'g> {
    /// Nodes of that id or name: several where things of different types share a name.
    Nodes(Vec<&'g Node>),
    /// The edge of that key.
    Edge(&'g Edge),
    /// No name is that, and these have it as a part.
    Parts(Vec<&'g Node>),
    /// Nothing.
    Nothing,
}

/// Finds nodes by id, name or a part of the name, and edges by key.
#[must_use]
pub fn find<'g>(graph: &'g Graph, query: &str) -> Found<'g> {
    let query = query.trim();
    if let Some(edge) = graph.edges.iter().find(|edge| edge.key == query) {
        return Found::Edge(edge);
    }
    let by_id: Vec<&Node> = graph.nodes.iter().filter(|node| node.id == query).collect();
    if !by_id.is_empty() {
        return Found::Nodes(by_id);
    }
    let key = match_key(query);
    if key.is_empty() {
        return Found::Nothing;
    }
    let named: Vec<&Node> =
        graph.nodes.iter().filter(|node| names(node).any(|name| match_key(name) == key)).collect();
    if !named.is_empty() {
        return Found::Nodes(named);
    }
    let parts: Vec<&Node> = graph
        .nodes
        .iter()
        .filter(|node| names(node).any(|name| match_key(name).contains(&*key)))
        .collect();
    match parts.len() {
        0 => Found::Nothing,
        1 => Found::Nodes(parts),
        _ => Found::Parts(parts),
    }
}

/// What a node is called.
fn names(node: &Node) -> impl Iterator<Item = &str> {
    let more: &[String] = match &node.content {
        Content::Entity(entity) => &entity.aliases,
        Content::Document(document) => std::slice::from_ref(&document.source),
        Content::Pillar(_) | Content::Action(_) => &[],
    };
    std::iter::once(&*node.label).chain(more.iter().map(String::as_str))
}
