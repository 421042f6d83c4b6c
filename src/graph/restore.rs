//! A graph put together again from what was written of it, part by part and in its order.

use std::collections::HashMap;

use petgraph::graph::DiGraph;

use crate::schema::{EdgeKind, Role};
use crate::text::SourceText;

use super::id::IdHasher;
use super::{
    Content, DocumentIndex, Edge, EdgeKey, Entity, Evidence, KnowledgeGraph, Node, NodeId,
};

/// Why parts make no graph.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum RestoreError {
    /// An id says which node is meant.
    #[error("two nodes have the id {0}")]
    SameId(NodeId),
    /// Documents come first.
    #[error("the document {0} stands behind other nodes; documents come first")]
    LateDocument(NodeId),
    /// An edge joins two nodes.
    #[error("an edge joins {0}, but there is no such node")]
    NoSuchNode(NodeId),
    /// The ontology says what may be joined.
    #[error("no edge of the kind {kind} joins {from} and {to}", kind = .0.name(), from = .1, to = .2)]
    Illegal(EdgeKind, NodeId, NodeId),
}

/// A graph while it is put together: documents, then all other nodes, then edges.
#[derive(Debug, Default)]
pub struct Restoration {
    graph: DiGraph<Node, Edge>,
    by_id: HashMap<NodeId, petgraph::graph::NodeIndex, IdHasher>,
    texts: Vec<SourceText>,
    gaps: Vec<bool>,
    evidence: Vec<Evidence>,
}

impl Restoration {
    /// Adds the text of the next document. Where only parts of it are known, `gaps` is true and
    /// the rest is filled with [`KnowledgeGraph::GAP`].
    pub fn text(&mut self, text: SourceText, gaps: bool) -> DocumentIndex {
        let index = DocumentIndex(u32::try_from(self.texts.len()).unwrap_or(u32::MAX));
        self.texts.push(text);
        self.gaps.push(gaps);
        index
    }

    /// Adds a document, pillar or action.
    ///
    /// # Errors
    /// When the id is taken, or a document comes too late.
    pub fn node(&mut self, id: NodeId, content: Content) -> Result<(), RestoreError> {
        if let Content::Document(document) = &content
            && document.index.0 as usize != self.graph.node_count()
        {
            return Err(RestoreError::LateDocument(id));
        }
        if self.by_id.contains_key(&id) {
            return Err(RestoreError::SameId(id));
        }
        let index = self.graph.add_node(Node { id, content });
        self.by_id.insert(id, index);
        Ok(())
    }

    /// Adds an entity, new or of another graph, with the places that name it in this one.
    ///
    /// # Errors
    /// When the id is taken.
    pub fn entity(
        &mut self,
        id: NodeId,
        entity: Entity,
        mentions: impl IntoIterator<Item = Evidence>,
    ) -> Result<(), RestoreError> {
        let mentions = self.rests_on(mentions);
        self.node(id, Content::Entity(Entity { mentions, ..entity }))
    }

    /// Whether a node was added.
    #[must_use]
    pub fn has(&self, id: NodeId) -> bool {
        self.by_id.contains_key(&id)
    }

    /// Adds an edge with the places that it rests on.
    ///
    /// # Errors
    /// When an end is missing or the ontology knows no such edge.
    pub fn edge(
        &mut self,
        kind: EdgeKind,
        (source, target): (NodeId, NodeId),
        role: Option<Role>,
        evidence: impl IntoIterator<Item = Evidence>,
    ) -> Result<(), RestoreError> {
        if !kind.allows(source.kind(), target.kind()) {
            return Err(RestoreError::Illegal(kind, source, target));
        }
        let find = |id| self.by_id.get(&id).copied().ok_or(RestoreError::NoSuchNode(id));
        let (from, to) = (find(source)?, find(target)?);
        let key = EdgeKey::new(EdgeKey::seed(kind), source, target);
        let evidence = self.rests_on(evidence);
        self.graph.add_edge(from, to, Edge { key, kind, source, target, role, evidence });
        Ok(())
    }

    /// The whole graph.
    #[must_use]
    pub fn finish(self) -> KnowledgeGraph {
        let Self { graph, by_id, texts, gaps, evidence } = self;
        KnowledgeGraph { graph, by_id, texts, gaps, evidence }
    }

    fn rests_on(&mut self, evidence: impl IntoIterator<Item = Evidence>) -> std::ops::Range<u32> {
        let count = |evidence: &[Evidence]| u32::try_from(evidence.len()).unwrap_or(u32::MAX);
        let first = count(&self.evidence);
        self.evidence.extend(evidence);
        first..count(&self.evidence)
    }
}
