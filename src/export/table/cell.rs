//! What stands in a table's cells.

use std::borrow::Cow;

/// What stands in a cell.
#[derive(Debug, Clone, PartialEq)]
pub(in crate::export) enum Cell<'g> {
    Empty,
    Text(Cow<'g, str>),
    Number(f64),
}

impl<'g> From<&'g str> for Cell<'g> {
    fn from(text: &'g str) -> Self {
        if text.is_empty() { Cell::Empty } else { Cell::Text(text.into()) }
    }
}

impl From<String> for Cell<'_> {
    fn from(text: String) -> Self {
        if text.is_empty() { Cell::Empty } else { Cell::Text(text.into()) }
    }
}

impl<'g> From<Option<&'g str>> for Cell<'g> {
    fn from(text: Option<&'g str>) -> Self {
        text.map_or(Cell::Empty, Cell::from)
    }
}

impl From<usize> for Cell<'_> {
    fn from(number: usize) -> Self {
        #[allow(clippy::cast_precision_loss, reason = "counts and offsets stay below 2^53")]
        Cell::Number(number as f64)
    }
}
