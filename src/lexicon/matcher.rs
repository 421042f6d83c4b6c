//! Finds all words of the lexicon in a text. The only file that knows the trie.

use std::collections::HashMap;
use std::num::NonZeroU32;

use super::trie::Trie;
use super::{Classes, Hit, SettingHit, SettingId, Term, TermId};
use crate::text::Span;

/// All words as one trie over characters.
///
/// A walk from each character costs less than an automaton over the whole text: most walks end at
/// the second character, and the hits come sorted by start.
pub(super) struct Matcher {
    trie: Trie,
    /// What each word of the trie is, side by side in memory.
    cards: Vec<Card>,
    /// Which words of the trie are words of the setting.
    setting: HashMap<u32, SettingId>,
}

/// What goes into the hits of a word. Small, since each hit waits for one.
#[derive(Clone, Copy)]
struct Card {
    classes: Classes,
    /// The term's id counted from 1; of a word of the setting alone there is none.
    term: Option<NonZeroU32>,
    chars: u8,
    /// Whether it is a word of the setting too.
    setting: bool,
}

/// What [`Matcher::scan`] finds.
pub(super) struct Scan {
    /// All places of all terms, overlapping ones too, by start, the longer before the shorter.
    pub hits: Vec<Hit>,
    /// For each byte of the text, and its end, how many hits begin before it.
    pub before: Vec<u32>,
    /// All places of all words of the setting, by start, the shorter before the longer.
    pub setting: Vec<SettingHit>,
}

impl Matcher {
    /// Builds the trie. Term `i` is `surfaces[i]`, and the words of the setting have their ids; within
    /// each of the two no word comes twice.
    pub(super) fn new<'w>(
        surfaces: &'w [Box<str>],
        terms: &[Term],
        setting: impl Iterator<Item = (&'w str, SettingId)>,
    ) -> Self {
        let terms = surfaces.iter().zip(terms).zip(1..).map(|((surface, term), number)| {
            let Term { classes, chars, .. } = *term;
            let card = Card { classes, term: NonZeroU32::new(number), chars, setting: false };
            (surface.as_ref(), card, None)
        });
        let alone = Card { classes: Classes::NONE, term: None, chars: 0, setting: true };
        let setting = setting.map(|(word, id)| (word, alone, Some(id)));
        let mut words: Vec<(&str, Card, Option<SettingId>)> = terms.chain(setting).collect();
        // a term before the same word of the setting, and then the two are one
        words.sort_by_key(|(word, card, _)| (*word, card.setting));
        words.dedup_by(|(later, _, id), (word, card, kept)| {
            let same = later == word;
            if same {
                card.setting = true;
                *kept = *id;
            }
            same
        });
        Self {
            trie: Trie::new(words.iter().map(|(word, ..)| *word)),
            setting: (0..).zip(&words).filter_map(|(at, (.., id))| Some((at, (*id)?))).collect(),
            cards: words.into_iter().map(|(_, card, _)| card).collect(),
        }
    }

    /// The term that is written so.
    pub(super) fn exact(&self, words: &str) -> Option<TermId> {
        self.cards[self.trie.exact(words)? as usize].term()
    }

    /// Finds all words.
    pub(super) fn scan(&self, text: &str) -> Scan {
        // each character once: its code, and where it stands
        let length = text.len() / 2 + 1;
        let (mut codes, mut starts) = (Vec::with_capacity(length), Vec::with_capacity(length));
        for (start, c) in text.char_indices() {
            codes.push(self.trie.code(c));
            starts.push(start);
        }
        starts.push(text.len());
        let mut hits = Vec::with_capacity(length);
        let mut before = Vec::with_capacity(text.len() + 1);
        let mut setting = Vec::new();
        for (at, &start) in starts[..codes.len()].iter().enumerate() {
            let group = hits.len();
            self.trie.each(&codes[at..], |steps, word| {
                let span = Span::new(start, starts[at + steps]);
                let card = self.cards[word as usize];
                if let Some(term) = card.term() {
                    let Card { chars, classes, .. } = card;
                    hits.push(Hit { span, term, chars, classes });
                }
                if card.setting {
                    setting.push(SettingHit { span, word: self.setting[&word] });
                }
            });
            hits[group..].reverse();
            before.push(count(group));
            before.extend(std::iter::repeat_n(count(hits.len()), starts[at + 1] - start - 1));
        }
        before.push(count(hits.len()));
        Scan { hits, before, setting }
    }
}

impl Card {
    fn term(self) -> Option<TermId> {
        self.term.map(|term| TermId(term.get() - 1))
    }
}

fn count(number: usize) -> u32 {
    u32::try_from(number)
        .expect("spans are 32 bits wide, and so is the number of hits and of terms")
}
