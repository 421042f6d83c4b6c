//! How terms are written.

use super::TermId;

/// How many bytes most forms have at most.
const USUAL: usize = 16;

/// The written forms of all terms, one behind the other: many small pieces cost more to make.
pub(super) struct Surfaces {
    text: String,
    /// Where each ends.
    ends: Vec<usize>,
}

impl Surfaces {
    /// With room for so many.
    pub(super) fn with_capacity(count: usize) -> Self {
        let text = String::with_capacity(count * USUAL);
        Self { text, ends: Vec::with_capacity(count) }
    }

    /// Adds the form of the next term.
    pub(super) fn push(&mut self, surface: &str) {
        self.text.push_str(surface);
        self.ends.push(self.text.len());
    }

    pub(super) fn get(&self, id: TermId) -> &str {
        let start = id.index().checked_sub(1).map_or(0, |before| self.ends[before]);
        &self.text[start..self.ends[id.index()]]
    }
}
