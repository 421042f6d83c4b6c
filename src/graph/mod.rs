//! The knowledge graph: what any number of documents gave, joined into one.
//!
//! [`KnowledgeGraph::from_extractions`] is a pure function of the *set* of extractions: their
//! order, their repetition and the number of threads that made them leave no trace. The graph is
//! built once and never changed. It owns the documents' texts; labels and evidence are spans of
//! them, so building copies no words.
//!
//! What is joined and what is not:
//! - documents of equal bytes are one document (the smallest file name stays, the others are kept
//!   in [`Document::other_sources`]);
//! - entities are shared over documents (see [`Entity`] for the rule);
//! - pillars and actions belong to their document and are never joined.
//!
//! petgraph is private to this module: nodes are known by their [`NodeId`], which is derived from
//! content, never from an index.

mod build;
mod edge;
mod filter;
mod id;
mod name;
mod node;
mod part;
mod query;
mod resolve;
mod restore;

pub use edge::{Edge, Evidence};
pub use id::{EdgeKey, IdText, NodeId, ParseIdError};
pub use name::match_key;
pub use node::{Action, Content, Document, DocumentIndex, Entity, Node, Note, Pillar};
pub use restore::{Restoration, RestoreError};

use std::collections::HashMap;

use petgraph::graph::{DiGraph, NodeIndex};

use crate::extraction::Extraction;
use crate::text::SourceText;

use id::IdHasher;

/// Documents, their pillars and actions, and the entities that they share.
#[derive(Debug)]
pub struct KnowledgeGraph {
    /// Nodes and edges stand in it in their sorted order; documents come first, so that a
    /// [`DocumentIndex`] is also the index of the document's node.
    graph: DiGraph<Node, Edge>,
    /// Where a node is.
    by_id: HashMap<NodeId, NodeIndex, IdHasher>,
    /// The texts, by [`DocumentIndex`].
    texts: Vec<SourceText>,
    /// Whether only parts of them are known, by [`DocumentIndex`].
    gaps: Vec<bool>,
    /// Evidence of all entities and edges, each of which owns a range of it.
    evidence: Vec<Evidence>,
}

impl KnowledgeGraph {
    /// What stands in a text where nothing is known of it.
    pub const GAP: char = '\0';

    /// Joins what the documents gave into one graph.
    ///
    /// An extraction has to be a function of its source: of several with the same bytes, name,
    /// format and encoding, one is taken.
    ///
    /// # Complexity
    /// O(n log n) in the number of findings; the texts are not read again, except where they are
    /// quoted.
    #[must_use]
    pub fn from_extractions(extractions: Vec<Extraction>) -> Self {
        build::build(extractions)
    }
}
