//! The documents that a graph was made of, given anew.

use std::collections::HashMap;

use crate::extraction::Source;
use crate::text::{SourceText, Span};

use super::{Content, Graph};

/// A document that was read again.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Original {
    /// Where it came from.
    pub source: Source,
    /// Its text.
    pub text: SourceText,
}

/// The texts behind the document nodes of a graph, found by the SHA-256 of their bytes.
#[derive(Debug)]
pub struct Originals<'o> {
    by_id: HashMap<String, &'o Original>,
    foreign: Vec<&'o Original>,
}

impl<'o> Originals<'o> {
    /// Finds for each document node the file that it was made of.
    #[must_use]
    pub fn of(graph: &Graph, originals: &'o [Original]) -> Self {
        let by_hash: HashMap<&str, &Original> =
            originals.iter().map(|original| (&*original.source.sha256, original)).collect();
        let mut by_id = HashMap::new();
        let mut known = Vec::new();
        for node in &graph.nodes {
            if let Content::Document(document) = &node.content
                && let Some(original) = by_hash.get(&*document.sha256)
            {
                by_id.insert(node.id.clone(), *original);
                known.push(&*document.sha256);
            }
        }
        let foreign = originals.iter().filter(|o| !known.contains(&&*o.source.sha256)).collect();
        Self { by_id, foreign }
    }

    /// The document of a node; none when it was not given.
    #[must_use]
    pub fn get(&self, id: &str) -> Option<&'o Original> {
        self.by_id.get(id).copied()
    }

    /// The span between two code points of a document.
    #[must_use]
    pub fn span(&self, id: &str, start: usize, end: usize) -> Option<(&'o SourceText, Span)> {
        let text = &self.get(id)?.text;
        Some((text, text.span_of(start, end)?))
    }

    /// Those that are no document of the graph.
    #[must_use]
    pub fn foreign(&self) -> &[&'o Original] {
        &self.foreign
    }
}
