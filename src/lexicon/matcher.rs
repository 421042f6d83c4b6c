//! Finds all terms of the lexicon in a text. The only file that knows the trie.

use std::cell::Cell;

use super::{Classes, Hit, Term, TermId};
use crate::text::Span;

/// All terms as one trie over characters.
///
/// A walk from each character costs less than an automaton over the whole text: most walks end at
/// the second character, and the hits come sorted by start.
pub(super) struct Matcher {
    trie: crawdad::Trie,
    /// What of a term goes into its hits, side by side in memory.
    cards: Vec<(Classes, u8)>,
}

impl Matcher {
    /// Builds the trie; term `i` is `surfaces[i]`.
    ///
    /// The surfaces must be distinct and not empty.
    pub(super) fn new(surfaces: &[Box<str>], terms: &[Term]) -> Self {
        let mut numbered: Vec<(&str, u32)> =
            surfaces.iter().map(AsRef::as_ref).zip(0u32..).collect();
        numbered.sort_unstable();
        let trie = crawdad::Trie::from_records(numbered)
            .expect("distinct, non-empty surfaces, of which there are some, make a trie");
        Self { trie, cards: terms.iter().map(|term| (term.classes, term.chars)).collect() }
    }

    /// The term that is written so.
    pub(super) fn exact(&self, words: &str) -> Option<TermId> {
        self.trie.exact_match(words.chars()).map(TermId)
    }

    /// All places of all terms, overlapping ones too, by start, the longer before the shorter;
    /// and for each byte of the text, and its end, how many of them begin before it.
    pub(super) fn scan(&self, text: &str) -> (Vec<Hit>, Vec<u32>) {
        let mut hits: Vec<Hit> = Vec::with_capacity(text.len() / 3);
        let mut before = Vec::with_capacity(text.len() + 1);
        for (start, c) in text.char_indices() {
            let group = hits.len();
            let end = Cell::new(start);
            let walk = text[start..].chars().inspect(|c| end.set(end.get() + c.len_utf8()));
            // the search reports a term when the walk stands right behind it
            for (term, _) in self.trie.common_prefix_search(walk) {
                let (classes, chars) = self.cards[term as usize];
                let span = Span::new(start, end.get());
                hits.push(Hit { span, term: TermId(term), chars, classes });
            }
            hits[group..].reverse();
            before.push(count(group));
            before.extend(std::iter::repeat_n(count(hits.len()), c.len_utf8() - 1));
        }
        before.push(count(hits.len()));
        (hits, before)
    }
}

/// Words that are looked for at single places.
pub(super) struct Words {
    trie: Option<crawdad::Trie>,
    /// Which characters words begin with, a bit each: most places are done with at the first one.
    firsts: Vec<u64>,
}

impl Words {
    /// Word `i` is the `i`th of `words`, which come in order and are distinct.
    pub(super) fn new<'w>(words: impl Iterator<Item = &'w str> + Clone) -> Self {
        let mut firsts = vec![0; 1 << 10];
        for first in words.clone().filter_map(|word| word.chars().next()) {
            let (at, bit) = place(first);
            firsts.resize(firsts.len().max(at + 1), 0);
            firsts[at] |= bit;
        }
        // no words make no trie
        let trie = crawdad::Trie::from_records(words.zip(0u32..)).ok();
        Self { trie, firsts }
    }

    /// Visits all words that `text` begins with, the shorter first: how many bytes each has, and
    /// which it is.
    pub(super) fn each(&self, text: &str, mut visit: impl FnMut(usize, u32)) {
        let Some(trie) = &self.trie else { return };
        let (at, bit) = place(text.chars().next().unwrap_or_default());
        if self.firsts.get(at).is_none_or(|bits| bits & bit == 0) {
            return;
        }
        let end = Cell::new(0);
        let walk = text.chars().inspect(|c| end.set(end.get() + c.len_utf8()));
        // the search reports a word when the walk stands right behind it
        trie.common_prefix_search(walk).for_each(|(word, _)| visit(end.get(), word));
    }
}

/// Where a character's bit stands.
fn place(c: char) -> (usize, u64) {
    (c as usize >> 6, 1 << (c as u32 & 63))
}

fn count(hits: usize) -> u32 {
    u32::try_from(hits).expect("spans are 32 bits wide, and so is their number")
}
