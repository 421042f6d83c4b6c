//! The hits of one text, and questions about them.

use super::{Classes, Hit, Lexicon, TermId};
use crate::text::Span;

/// All places of all terms in one text, by start, the longer before the shorter.
#[derive(Debug, Clone)]
pub struct Hits {
    hits: Vec<Hit>,
}

impl Hits {
    /// All places of the lexicon's terms in `text`.
    #[must_use]
    pub fn of(lexicon: &Lexicon, text: &str) -> Self {
        Self { hits: lexicon.scan(text) }
    }

    /// The hits that begin within a span, some of which may end behind it.
    #[must_use]
    pub fn beginning_in(&self, span: Span) -> &[Hit] {
        let from = self.hits.partition_point(|hit| hit.span.start() < span.start());
        let count = self.hits[from..].partition_point(|hit| hit.span.start() < span.end());
        &self.hits[from..from + count]
    }

    /// The hits that lie wholly within a span.
    pub fn within(&self, span: Span) -> impl Iterator<Item = &Hit> {
        self.beginning_in(span).iter().filter(move |hit| hit.span.end() <= span.end())
    }

    /// The longest term of one of `classes` that begins at `start` and ends by `limit`.
    #[must_use]
    pub fn longest_at(
        &self,
        lexicon: &Lexicon,
        start: usize,
        limit: usize,
        classes: Classes,
    ) -> Option<(Span, TermId)> {
        if start >= limit {
            return None;
        }
        // one byte is less than any character, so these are the hits that begin right here
        self.beginning_in(Span::new(start, start + 1))
            .iter()
            .find(|hit| hit.span.end() <= limit && lexicon.term(hit.term).classes.any(classes))
            .map(|hit| (hit.span, hit.term))
    }

    /// Whether a term of one of `classes` lies within a span.
    #[must_use]
    pub fn any_within(&self, lexicon: &Lexicon, span: Span, classes: Classes) -> bool {
        self.within(span).any(|hit| lexicon.term(hit.term).classes.any(classes))
    }
}
