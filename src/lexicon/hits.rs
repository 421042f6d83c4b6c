//! The hits of one text, and questions about them.

use super::matcher::Scan;
use super::{Classes, Lexicon, SettingId, TermId};
use crate::text::Span;

/// A place where a term stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Hit {
    /// Where.
    pub span: Span,
    /// Which term.
    pub term: TermId,
    /// How many characters it has, 255 for all that have more.
    pub chars: u8,
    /// What it may be.
    pub classes: Classes,
}

/// A place where a word for a public body or a post stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SettingHit {
    /// Where.
    pub span: Span,
    /// Which word.
    pub word: SettingId,
}

/// All places of all terms in one text, by start, the longer before the shorter.
#[derive(Debug, Clone)]
pub struct Hits {
    hits: Vec<Hit>,
    /// For each byte of the text, and its end: how many hits begin before it.
    before: Vec<u32>,
    setting: Vec<SettingHit>,
}

impl Hits {
    /// All places of the lexicon's terms in `text`.
    #[must_use]
    pub fn of(lexicon: &Lexicon, text: &str) -> Self {
        let Scan { hits, before, setting } = lexicon.matcher.scan(text);
        Self { hits, before, setting }
    }

    /// All hits of words for public bodies and posts, by start, the shorter before the longer. They
    /// are no terms, and none of the questions below is about them.
    #[must_use]
    pub fn setting(&self) -> &[SettingHit] {
        &self.setting
    }

    /// All hits.
    #[must_use]
    pub fn all(&self) -> &[Hit] {
        &self.hits
    }

    /// The index in [`Hits::all`] of the first hit that begins at a byte or behind it.
    #[must_use]
    pub fn first_from(&self, byte: usize) -> usize {
        self.before[byte] as usize
    }

    /// The hits that begin within a span, some of which may end behind it.
    #[must_use]
    pub fn beginning_in(&self, span: Span) -> &[Hit] {
        &self.hits[self.first_from(span.start())..self.first_from(span.end())]
    }

    /// The hits that begin right at a byte, the longest first.
    #[must_use]
    pub fn beginning_at(&self, byte: usize) -> &[Hit] {
        match self.before.get(byte + 1) {
            // a byte is less than any character, so the next one bounds those that begin here
            Some(&next) => &self.hits[self.first_from(byte)..next as usize],
            None => &[],
        }
    }

    /// The hits that lie wholly within a span.
    pub fn within(&self, span: Span) -> impl Iterator<Item = &Hit> {
        self.beginning_in(span).iter().filter(move |hit| hit.span.end() <= span.end())
    }

    /// The longest term of one of `classes` that begins at `start` and ends by `limit`.
    #[must_use]
    pub fn longest_at(
        &self,
        start: usize,
        limit: usize,
        classes: Classes,
    ) -> Option<(Span, TermId)> {
        if start >= limit {
            return None;
        }
        self.beginning_at(start)
            .iter()
            .find(|hit| hit.span.end() <= limit && hit.classes.any(classes))
            .map(|hit| (hit.span, hit.term))
    }

    /// Whether a term of one of `classes` lies within a span.
    #[must_use]
    pub fn any_within(&self, span: Span, classes: Classes) -> bool {
        self.within(span).any(|hit| hit.classes.any(classes))
    }
}
