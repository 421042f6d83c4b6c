//! Places in code points, and how much two of them have in common. Shares are of characters, not of
//! bytes, since that is what annotators see.

use std::ops::Range;

use crate::text::{SourceText, Span};

/// A range of Unicode code points of a document's text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) struct Extent {
    pub(super) start: usize,
    pub(super) end: usize,
}

impl Extent {
    pub(super) fn of(text: &SourceText, span: Span) -> Self {
        let Range { start, end } = text.code_points(span);
        Self { start, end }
    }

    /// Whether `other` lies wholly within.
    pub(super) fn contains(self, other: Self) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    /// Whether a code point lies within.
    pub(super) fn has(self, at: usize) -> bool {
        self.start <= at && at < self.end
    }

    /// What two have in common as a share of what they cover together, 0 to 1.
    pub(super) fn likeness(self, other: Self) -> f64 {
        let shared = self.end.min(other.end).saturating_sub(self.start.max(other.start));
        if shared == 0 {
            return 0.0;
        }
        share(shared, self.end.max(other.end) - self.start.min(other.start))
    }

    /// Whether two are alike in at least half of what they cover.
    pub(super) fn is_half(self, other: Self) -> bool {
        self.likeness(other) >= 0.5
    }
}

/// A part of a whole.
#[allow(clippy::cast_precision_loss, reason = "counts of characters and names are small")]
pub(super) fn share(part: usize, whole: usize) -> f64 {
    part as f64 / whole as f64
}
