//! Finds all words of the lexicon in a text. The only file that knows the trie.

use super::setting::Setting;
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
}

/// What goes into the hits of a word. Small, since each hit waits for one.
#[derive(Clone, Copy, Default)]
struct Card {
    classes: Classes,
    /// How many characters it has.
    chars: u8,
    /// Whether it is a term.
    term: bool,
    /// Whether it is a word of the setting.
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
    /// Over a trie of words, of which the first are these terms, by their ids.
    pub(super) fn new(trie: Trie, terms: &[Term], setting: &Setting) -> Self {
        let card = |term: &Term| Card {
            classes: term.classes,
            chars: term.chars,
            term: true,
            setting: false,
        };
        let mut cards: Vec<Card> = terms.iter().map(card).collect();
        for SettingId(number) in setting.ids() {
            let number = number as usize;
            cards.resize(cards.len().max(number + 1), Card::default());
            cards[number].setting = true;
        }
        Self { trie, cards }
    }

    /// The term that is written so.
    pub(super) fn exact(&self, words: &str) -> Option<TermId> {
        let number = self.trie.exact(words)?;
        self.cards[number as usize].term.then_some(TermId(number))
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
                let Card { chars, classes, .. } = card;
                if card.term {
                    hits.push(Hit { span, term: TermId(word), chars, classes });
                }
                if card.setting {
                    setting.push(SettingHit { span, word: SettingId(word) });
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

fn count(number: usize) -> u32 {
    u32::try_from(number)
        .expect("spans are 32 bits wide, and so is the number of hits and of terms")
}
