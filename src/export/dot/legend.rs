//! What shapes and colours mean.

use dot_writer::{Attributes, Scope};

use crate::graph::KnowledgeGraph;

use super::View;

pub(super) fn draw(_graph: &KnowledgeGraph, _view: View, digraph: &mut Scope) {
    let _ = digraph.set("tooltip", "", true);
}
