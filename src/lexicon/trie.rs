//! A trie in a double array: a step is one look into memory, and whether there is one shows there too.
//!
//! The search of terms is what every document pays for at every character, and what it costs is
//! waiting for memory. So nodes are small, and those near the root, where most walks end, stand together.

use std::borrow::Cow;
use std::collections::VecDeque;
use std::ops::Range;

/// Where all walks begin.
const ROOT: u32 = 0;
/// The code of characters that no word has.
const NONE: Code = 0;
/// The parent of places where no node is.
const FREE: u32 = u32::MAX;
/// The root's parent.
const NOBODY: u32 = FREE - 1;

/// A number for each character that words are made of, 0 for all others.
pub(super) type Code = u32;

/// Words of characters with a number each.
pub(super) struct Trie {
    /// The code of each character, by its number in Unicode.
    codes: Cow<'static, [Code]>,
    nodes: Cow<'static, [Node]>,
    /// The word that ends at each node, where it says that one does.
    words: Cow<'static, [u32]>,
}

/// A place for a node: its base, which is what a child's code is added to for the child's index, and whose
/// highest bit is [`ENDS`]; and the index of the parent.
type Node = [u32; 2];

/// After how many tries in vain wider nodes are no more tried before a place.
const TRIES: usize = 256;
/// Set where a word ends.
const ENDS: u32 = 1 << 31;

/// A word on its way into the trie.
struct Entry {
    codes: Vec<Code>,
    word: u32,
}

impl Trie {
    /// A trie of words, which must be distinct; each is known by its number in their order. An empty
    /// one is never found.
    pub fn new<'w>(words: impl Iterator<Item = &'w str> + Clone) -> Self {
        let codes = codes(words.clone().flat_map(str::chars));
        let entries = words.zip(0..).filter(|(word, _)| !word.is_empty());
        let mut entries: Vec<Entry> = entries
            .map(|(word, number)| Entry {
                codes: word.chars().map(|c| codes[c as usize]).collect(),
                word: number,
            })
            .collect();
        entries.sort_by(|one, other| one.codes.cmp(&other.codes));
        let Layout { nodes, words, .. } = Layout::of(&entries);
        Self { codes: codes.into(), nodes: nodes.into(), words: words.into() }
    }

    /// The code of a character.
    pub fn code(&self, c: char) -> Code {
        self.codes.get(c as usize).copied().unwrap_or(NONE)
    }

    /// Visits all words that `codes` begin with, the shorter first: how many characters each has, and
    /// its number.
    #[inline]
    pub fn each(&self, codes: &[Code], mut visit: impl FnMut(usize, u32)) {
        let (mut at, [mut base, _]) = (ROOT, self.nodes[ROOT as usize]);
        for (steps, &code) in codes.iter().enumerate() {
            let next = base + code;
            let [below, parent] = self.nodes[next as usize];
            // no child has the code of no character
            if parent != at {
                return;
            }
            if below & ENDS != 0 {
                visit(steps + 1, self.words[next as usize]);
            }
            (at, base) = (next, below & !ENDS);
        }
    }

    /// The number of a word.
    pub fn exact(&self, word: &str) -> Option<u32> {
        let (mut at, [mut base, _]) = (ROOT, self.nodes[ROOT as usize]);
        for c in word.chars() {
            let next = (base & !ENDS) + self.code(c);
            let [below, parent] = self.nodes[next as usize];
            if parent != at {
                return None;
            }
            (at, base) = (next, below);
        }
        (base & ENDS != 0).then(|| self.words[at as usize])
    }

    /// The trie as numbers, which [`Trie::from_numbers`] reads.
    #[cfg_attr(not(test), allow(dead_code, reason = "the build script writes them"))]
    pub fn to_numbers(&self) -> Vec<u32> {
        let lengths = [self.codes.len(), self.nodes.len()].map(number);
        let nodes = self.nodes.as_flattened();
        [&lengths[..], &self.codes, nodes, &self.words].concat()
    }

    /// The trie that [`Trie::to_numbers`] wrote.
    ///
    /// # Panics
    /// When the numbers are no trie.
    pub fn from_numbers(numbers: &'static [u32]) -> Self {
        let (lengths, rest) = numbers.split_at(2);
        let (codes, rest) = rest.split_at(lengths[0] as usize);
        let (nodes, words) = rest.split_at(2 * lengths[1] as usize);
        let (nodes, _) = nodes.as_chunks();
        Self { codes: codes.into(), nodes: nodes.into(), words: words.into() }
    }
}

/// A code for each character, frequent ones first, which keeps the array dense.
fn codes(characters: impl Iterator<Item = char>) -> Vec<Code> {
    let mut counts: Vec<u32> = Vec::new();
    for c in characters {
        let at = c as usize;
        counts.resize(counts.len().max(at + 1), 0);
        counts[at] += 1;
    }
    let mut order: Vec<usize> = (0..counts.len()).filter(|&at| counts[at] > 0).collect();
    order.sort_by_key(|&at| std::cmp::Reverse(counts[at]));
    let mut codes = vec![NONE; counts.len()];
    for (at, code) in order.into_iter().zip(1..) {
        codes[at] = code;
    }
    codes
}

/// Lays nodes out, as densely as it gets.
#[derive(Default)]
struct Layout {
    nodes: Vec<Node>,
    words: Vec<u32>,
    /// For each place one that is free or leads to a free one; a free place leads to itself.
    free: Vec<u32>,
    /// Before it, several children hardly find places together.
    wide: u32,
}

impl Layout {
    /// The nodes of words in order of their codes.
    fn of(entries: &[Entry]) -> Self {
        let mut layout = Self::default();
        layout.take(ROOT, NOBODY);
        // level by level, not a recursion: words can be long
        let mut open = VecDeque::from([(ROOT, 0..entries.len(), 0)]);
        while let Some((at, range, depth)) = open.pop_front() {
            let mut start = range.start;
            while start < range.end && entries[start].codes.len() == depth {
                layout.nodes[at as usize][0] = ENDS;
                layout.words[at as usize] = entries[start].word;
                start += 1;
            }
            let mut children: Vec<(Code, Range<usize>)> = Vec::new();
            for (index, entry) in entries.iter().enumerate().take(range.end).skip(start) {
                let code = entry.codes[depth];
                match children.last_mut() {
                    Some((last, range)) if *last == code => range.end = index + 1,
                    _ => children.push((code, index..index + 1)),
                }
            }
            let base = layout.place(&children);
            layout.nodes[at as usize][0] |= base;
            for (code, range) in children {
                layout.take(base + code, at);
                open.push_back((base + code, range, depth + 1));
            }
        }
        // so that any code can be added to any base
        let codes = entries.iter().flat_map(|entry| &entry.codes).max();
        layout.grow(layout.nodes.len() + codes.map_or(0, |&code| code as usize) + 1);
        layout
    }

    /// The first base above 0 from which all children find free places; 0 where there are none.
    fn place(&mut self, children: &[(Code, Range<usize>)]) -> u32 {
        let Some((first, _)) = children.first() else { return 0 };
        let first = *first;
        // a single child fits anywhere, and fills what wider ones leave
        let from = if children.len() == 1 { 0 } else { self.wide };
        let mut at = self.next_free(from.max(first + 1));
        for tries in 0.. {
            let base = at - first;
            if children.iter().all(|(code, _)| self.is_free(base + *code)) {
                return base;
            }
            if tries == TRIES {
                self.wide = at;
            }
            at = self.next_free(at + 1);
        }
        unreachable!("behind the last node all places are free")
    }

    fn take(&mut self, at: u32, parent: u32) {
        self.grow(at as usize + 1);
        self.nodes[at as usize][1] = parent;
        self.free[at as usize] = at + 1;
    }

    fn is_free(&self, at: u32) -> bool {
        self.free.get(at as usize).is_none_or(|&free| free == at)
    }

    /// The first free place that is not before `at`.
    fn next_free(&mut self, at: u32) -> u32 {
        let mut free = at;
        while let Some(&next) = self.free.get(free as usize).filter(|&&next| next != free) {
            free = next;
        }
        // those on the way lead there at once from now on
        let mut passed = at;
        while passed != free {
            passed = std::mem::replace(&mut self.free[passed as usize], free);
        }
        free
    }

    fn grow(&mut self, len: usize) {
        let len = self.nodes.len().max(len);
        self.nodes.resize(len, [0, FREE]);
        self.words.resize(len, 0);
        self.free.extend((self.free.len()..len).map(number));
    }
}

/// The number of a place.
fn number(at: usize) -> u32 {
    u32::try_from(at).expect("fewer nodes than 2^32")
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use std::collections::BTreeMap;

    /// All words that a text begins with, by trying each.
    fn naive(words: &BTreeMap<String, u32>, text: &str) -> Vec<(usize, u32)> {
        let begins = words.iter().filter(|(word, _)| text.starts_with(word.as_str()));
        let mut found: Vec<(usize, u32)> =
            begins.map(|(word, &number)| (word.chars().count(), number)).collect();
        found.sort_unstable();
        found
    }

    proptest! {
        #[test]
        fn finds_what_trying_each_word_finds(
            words in prop::collection::btree_set("[甲乙丙a𠀀]{1,5}", 0..40),
            text in "[甲乙丙a𠀀b。]{0,12}",
        ) {
            let words: BTreeMap<String, u32> = words.into_iter().zip(0..).collect();
            // sets come in order, and so the words have their numbers
            let made = Trie::new(words.keys().map(String::as_str));
            let trie = Trie::from_numbers(Vec::leak(made.to_numbers()));
            for (at, _) in text.char_indices() {
                let mut found = Vec::new();
                let codes: Vec<Code> = text[at..].chars().map(|c| trie.code(c)).collect();
                trie.each(&codes, |chars, number| found.push((chars, number)));
                prop_assert_eq!(found, naive(&words, &text[at..]));
            }
            prop_assert_eq!(trie.exact(&text), words.get(&text).copied());
        }
    }
}
