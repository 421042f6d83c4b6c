//! Places in a text.

use std::ops::Range;

/// A range of bytes of a document's extracted text, half open, at character borders.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Span {
    start: u32,
    end: u32,
}

impl Span {
    /// The bytes from `start` up to, not including, `end`.
    ///
    /// # Panics
    /// When `start` lies behind `end` or the text is longer than a
    /// [`SourceText`](super::SourceText) can be.
    #[must_use]
    pub fn new(start: usize, end: usize) -> Self {
        assert!(start <= end, "a span ends before it starts: {start}..{end}");
        let narrow = |offset: usize| u32::try_from(offset).expect("a text has less than 4 GiB");
        Self { start: narrow(start), end: narrow(end) }
    }

    /// The first byte.
    #[must_use]
    pub fn start(self) -> usize {
        self.start as usize
    }

    /// The byte behind the last one.
    #[must_use]
    pub fn end(self) -> usize {
        self.end as usize
    }

    /// How many bytes it covers.
    #[must_use]
    pub fn len(self) -> usize {
        (self.end - self.start) as usize
    }

    /// Whether it covers nothing.
    #[must_use]
    pub fn is_empty(self) -> bool {
        self.start == self.end
    }

    /// The same as a range.
    #[must_use]
    pub fn range(self) -> Range<usize> {
        self.start()..self.end()
    }

    /// Whether `other` lies wholly within.
    #[must_use]
    pub fn contains(self, other: Span) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    /// Whether the two share a byte.
    #[must_use]
    pub fn overlaps(self, other: Span) -> bool {
        self.start < other.end && other.start < self.end
    }

    /// The smallest span that covers both.
    #[must_use]
    pub fn cover(self, other: Span) -> Span {
        Span { start: self.start.min(other.start), end: self.end.max(other.end) }
    }
}
