//! Finds all terms of the lexicon in a text, in one pass. The only file that knows the automaton.

use daachorse::{CharwiseDoubleArrayAhoCorasick, CharwiseDoubleArrayAhoCorasickBuilder, MatchKind};

use super::TermId;
use crate::text::Span;

/// A place where a term stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Hit {
    /// Where.
    pub span: Span,
    /// Which term.
    pub term: TermId,
}

/// All terms as one automaton.
pub(super) struct Matcher {
    automaton: CharwiseDoubleArrayAhoCorasick<u32>,
}

impl Matcher {
    /// Builds the automaton; term `i` is `surfaces[i]`.
    ///
    /// The surfaces must be distinct and not empty: the automaton would take either silently.
    pub(super) fn new(surfaces: &[Box<str>]) -> Self {
        debug_assert!(surfaces.iter().all(|surface| !surface.is_empty()));
        let numbered = surfaces.iter().zip(0u32..).map(|(surface, id)| (surface.as_ref(), id));
        let automaton = CharwiseDoubleArrayAhoCorasickBuilder::new()
            .match_kind(MatchKind::Standard)
            .build_with_values(numbered)
            .expect("distinct, non-empty surfaces make an automaton");
        Self { automaton }
    }

    /// All places of all terms, overlapping ones too, by start, the longer before the shorter.
    pub(super) fn scan(&self, text: &str) -> Vec<Hit> {
        let mut by_end = Vec::with_capacity(text.len() / 4);
        let mut place = vec![0u32; text.len() + 2];
        for found in self.automaton.find_overlapping_iter(text) {
            place[found.start() + 1] += 1;
            by_end.push(Hit {
                span: Span::new(found.start(), found.end()),
                term: TermId(found.value()),
            });
        }
        // counting sort by start; filling from the back keeps later ends first
        let mut sum = 0;
        for slot in &mut place {
            sum += *slot;
            *slot = sum;
        }
        let Some(&first) = by_end.first() else { return by_end };
        let mut sorted = vec![first; by_end.len()];
        for hit in by_end.into_iter().rev() {
            let slot = &mut place[hit.span.start()];
            sorted[*slot as usize] = hit;
            *slot += 1;
        }
        sorted
    }
}
