//! The hits of one text, and questions about them.

use super::{Classes, Hit, Lexicon, TermId};
use crate::text::Span;

/// All places of all terms in one text, by start, the longer before the shorter.
#[derive(Debug, Clone)]
pub struct Hits {
    hits: Vec<Hit>,
    /// `blocks[i]`: the first hit that begins at byte `i * BLOCK` or later.
    blocks: Vec<u32>,
}

/// How many bytes lie between two entries of the index.
const BLOCK: usize = 32;

impl Hits {
    /// All places of the lexicon's terms in `text`.
    #[must_use]
    pub fn of(lexicon: &Lexicon, text: &str) -> Self {
        let hits = lexicon.scan(text);
        let mut blocks = Vec::with_capacity(text.len() / BLOCK + 2);
        for (hit, index) in hits.iter().zip(0u32..) {
            while blocks.len() * BLOCK <= hit.span.start() {
                blocks.push(index);
            }
        }
        blocks.push(
            u32::try_from(hits.len()).expect("spans are 32 bits wide, and so is their number"),
        );
        Self { hits, blocks }
    }

    /// The index of the first hit that begins at `start` or later.
    fn first_from(&self, start: usize) -> usize {
        let Some(&from) = self.blocks.get(start / BLOCK) else { return self.hits.len() };
        let from = from as usize;
        let skipped = self.hits[from..].iter().take_while(|hit| hit.span.start() < start).count();
        from + skipped
    }

    /// The hits that begin within a span, some of which may end behind it.
    #[must_use]
    pub fn beginning_in(&self, span: Span) -> &[Hit] {
        let from = self.first_from(span.start());
        let to = if span.len() <= 2 * BLOCK {
            let hits = self.hits[from..].iter();
            from + hits.take_while(|hit| hit.span.start() < span.end()).count()
        } else {
            self.first_from(span.end())
        };
        &self.hits[from..to]
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
