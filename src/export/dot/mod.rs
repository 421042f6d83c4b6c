//! dot
use super::{ExportError, Options};
use crate::graph::KnowledgeGraph;
use std::io::Write;
/// How much is drawn.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
pub enum View {
    /// Overview.
    #[default]
    Overview,
    /// Full.
    Full,
}
pub(super) fn write(_: &KnowledgeGraph, _: &Options, _: &mut dyn Write) -> Result<(), ExportError> {
    Ok(())
}
