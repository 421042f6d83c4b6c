//! Questions to a graph. Every answer comes in the graph's order, which is a function of content:
//! documents by file name, pillars and actions by document and place, entities by kind and name;
//! edges by kind, source and target.

use petgraph::Direction;
use petgraph::graph::NodeIndex;

use crate::schema::{EdgeKind, NodeKind};
use crate::text::{SourceText, Span};

use super::{
    Content, Document, DocumentIndex, Edge, Entity, Evidence, KnowledgeGraph, Node, NodeId,
};

impl KnowledgeGraph {
    /// All nodes.
    pub fn nodes(&self) -> impl ExactSizeIterator<Item = &Node> {
        self.graph.raw_nodes().iter().map(|node| &node.weight)
    }

    /// All nodes of a kind.
    pub fn nodes_of(&self, kind: NodeKind) -> impl Iterator<Item = &Node> {
        self.nodes().filter(move |node| node.kind() == kind)
    }

    /// The node with this id.
    #[must_use]
    pub fn node(&self, id: NodeId) -> Option<&Node> {
        self.by_id.get(&id).map(|&index| &self.graph[index])
    }

    /// All documents.
    pub fn documents(&self) -> impl ExactSizeIterator<Item = &Document> {
        (0..self.texts.len()).map(|index| match &self.graph[NodeIndex::new(index)].content {
            Content::Document(document) => &**document,
            _ => unreachable!("documents are the first nodes, one for each text"),
        })
    }

    /// The id of a document's node.
    ///
    /// # Panics
    /// When the index is one of another graph.
    #[must_use]
    pub fn document_id(&self, document: DocumentIndex) -> NodeId {
        self.graph[NodeIndex::new(document.0 as usize)].id
    }

    /// All edges.
    pub fn edges(&self) -> impl ExactSizeIterator<Item = &Edge> {
        self.graph.raw_edges().iter().map(|edge| &edge.weight)
    }

    /// All edges of a kind.
    pub fn edges_of(&self, kind: EdgeKind) -> impl Iterator<Item = &Edge> {
        self.edges().filter(move |edge| edge.kind == kind)
    }

    /// The edges that leave a node; none for an unknown id.
    #[must_use]
    pub fn outgoing(&self, id: NodeId) -> Vec<&Edge> {
        self.incident(id, Direction::Outgoing)
    }

    /// The edges that enter a node; none for an unknown id.
    #[must_use]
    pub fn incoming(&self, id: NodeId) -> Vec<&Edge> {
        self.incident(id, Direction::Incoming)
    }

    fn incident(&self, id: NodeId, direction: Direction) -> Vec<&Edge> {
        let Some(&index) = self.by_id.get(&id) else { return Vec::new() };
        let mut edges: Vec<&Edge> =
            self.graph.edges_directed(index, direction).map(|edge| edge.weight()).collect();
        // petgraph gives the newest first, and edges were added in order
        edges.reverse();
        edges
    }

    /// The nodes that one edge joins to a node, in either direction, without repetition.
    #[must_use]
    pub fn neighbours(&self, id: NodeId) -> Vec<&Node> {
        let Some(&index) = self.by_id.get(&id) else { return Vec::new() };
        let mut near: Vec<NodeIndex> = self.graph.neighbors_undirected(index).collect();
        near.sort_unstable();
        near.dedup();
        near.into_iter().map(|index| &self.graph[index]).collect()
    }

    /// The text of a document.
    ///
    /// # Panics
    /// When the index is one of another graph.
    #[must_use]
    pub fn text(&self, document: DocumentIndex) -> &SourceText {
        &self.texts[document.0 as usize]
    }

    /// The words at a place.
    ///
    /// # Panics
    /// When document or span are those of another graph.
    #[must_use]
    pub fn words(&self, document: DocumentIndex, span: Span) -> &str {
        self.text(document).slice(span)
    }

    /// What people call a node: a document by its title, or its file's name where it has none; a
    /// pillar by its title, an action by its words, an entity by its name.
    #[must_use]
    pub fn label<'g>(&'g self, node: &'g Node) -> &'g str {
        match &node.content {
            Content::Document(document) => match document.title {
                Some(title) => self.words(document.index, title),
                None => &document.source,
            },
            Content::Pillar(pillar) => self.words(pillar.document, pillar.title),
            Content::Action(action) => self.words(action.document, action.span),
            Content::Entity(entity) => &entity.name,
        }
    }

    /// The places that name an entity, by document and place.
    #[must_use]
    pub fn mentions(&self, entity: &Entity) -> &[Evidence] {
        &self.evidence[entity.mentions.start as usize..entity.mentions.end as usize]
    }

    /// The places that an edge rests on, by document and place; none for structure.
    #[must_use]
    pub fn evidence(&self, edge: &Edge) -> &[Evidence] {
        &self.evidence[edge.evidence.start as usize..edge.evidence.end as usize]
    }
}
