//! The ontology, once: which kinds of nodes and edges there are, what they are called, and which
//! of them may be joined by which. Everything else in the crate takes its kinds from here.

mod kinds;
mod rule;

pub use kinds::{EdgeKind, EntityKind, NodeKind, PillarKind, RelationKind, Role};
pub use rule::Rule;

/// A limit of the tool that an input exceeds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Limit {
    /// Spans are 32 bits wide.
    #[error("the text has {bytes} bytes; 4 GiB is the most that can be read: split the document")]
    TextTooLong {
        /// How many it has.
        bytes: usize,
    },
}
