//! Edges and the evidence for them.

use std::ops::Range;

use crate::schema::{EdgeKind, Role, Rule};
use crate::text::Span;

use super::{DocumentIndex, EdgeKey, NodeId};

/// The words that a finding rests on.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Evidence {
    /// The document that has them.
    pub document: DocumentIndex,
    /// Where in its text.
    pub span: Span,
    /// The rule that read them so.
    pub rule: Rule,
    /// How sure the rule is, 0 to 1; absent where the rule does not say (relations).
    pub confidence: Option<f32>,
    /// The office or title beside a person's name.
    pub office: Option<Span>,
}

/// Joins two nodes. There is at most one edge of a kind between two nodes in one direction.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Edge {
    pub(super) key: EdgeKey,
    pub(super) kind: EdgeKind,
    pub(super) source: NodeId,
    pub(super) target: NodeId,
    pub(super) role: Option<Role>,
    pub(super) evidence: Range<u32>,
}

impl Edge {
    /// Its name.
    #[must_use]
    pub fn key(&self) -> EdgeKey {
        self.key
    }

    /// What it is.
    #[must_use]
    pub fn kind(&self) -> EdgeKind {
        self.kind
    }

    /// The node that it leaves.
    #[must_use]
    pub fn source(&self) -> NodeId {
        self.source
    }

    /// The node that it enters.
    #[must_use]
    pub fn target(&self) -> NodeId {
        self.target
    }

    /// What the entity does in the action; only [`EdgeKind::Involves`] has it.
    #[must_use]
    pub fn role(&self) -> Option<Role> {
        self.role
    }

    /// How many places it rests on: for [`EdgeKind::AppearsIn`] and [`EdgeKind::Mentions`], how
    /// often the entity is named there. Structure has none.
    #[must_use]
    pub fn count(&self) -> usize {
        self.evidence.len()
    }
}
