//! All words of tables, numbered in the order in which they come first: words of sentences and names,
//! which are the lexicon's terms, before words of the setting alone.

use std::borrow::Cow;
use std::collections::HashMap;

use super::seeds::Table;
use super::table::{LexiconError, Row, rows};
use super::trie::Trie;

/// The words of tables, to be found in texts by their numbers.
pub(super) struct Words {
    /// Finds them.
    pub trie: Trie,
    /// How many of them are terms: those of the lowest numbers.
    pub terms: usize,
    /// The number of each word of each row, in the order of the rows and of [`words_of`].
    pub numbers: Cow<'static, [u32]>,
}

impl Words {
    /// The words of tables, given by file names and contents.
    ///
    /// # Errors
    /// The first row without a word, or table whose name does not tell what it holds.
    pub(super) fn of<'t>(
        tables: impl Iterator<Item = (&'t str, &'t str)>,
    ) -> Result<Self, LexiconError> {
        let mut occurrences = Vec::new();
        for (file, content) in tables {
            let table = Table::of(file)?;
            for row in rows(file, content) {
                occurrences.extend(words_of(table, &row?).map(|word| (word, table.is_setting())));
            }
        }
        let (mut known, mut words, mut terms) = (HashMap::new(), Vec::new(), 0);
        for setting in [false, true] {
            for (word, _) in occurrences.iter().filter(|(_, of_setting)| *of_setting == setting) {
                known.entry(*word).or_insert_with(|| {
                    words.push(*word);
                    u32::try_from(words.len() - 1).expect("fewer words than bytes")
                });
            }
            terms = if setting { terms } else { words.len() };
        }
        let numbers = occurrences.iter().map(|(word, _)| known[word]).collect();
        Ok(Self { trie: Trie::new(words.iter().copied()), terms, numbers })
    }

    /// The number of a term.
    #[allow(dead_code, reason = "the program asks its matcher")]
    pub(super) fn find_term(&self, word: &str) -> Option<u32> {
        self.trie.exact(word).filter(|&number| (number as usize) < self.terms)
    }

    /// The same as numbers, which [`Words::from_numbers`] reads.
    #[allow(dead_code, reason = "the build script writes them")]
    pub(super) fn to_numbers(&self) -> Vec<u32> {
        let lengths = [self.terms, self.numbers.len()];
        let lengths = lengths.map(|length| u32::try_from(length).expect("fewer words than bytes"));
        [&lengths[..], &self.numbers, &self.trie.to_numbers()].concat()
    }

    /// What [`Words::to_numbers`] wrote. Nothing is copied: starting the program is what most of its time
    /// goes into.
    ///
    /// # Panics
    /// When the numbers are something else.
    pub(super) fn from_numbers(all: &'static [u32]) -> Self {
        let (lengths, rest) = all.split_at(2);
        let (numbers, trie) = rest.split_at(lengths[1] as usize);
        let terms = lengths[0] as usize;
        Self { trie: Trie::from_numbers(trie), terms, numbers: numbers.into() }
    }
}

/// The words of a row of a table: the first cell, then its other forms.
pub(super) fn words_of<'t>(table: Table, row: &Row<'t>) -> impl Iterator<Item = &'t str> + use<'t> {
    let word = table.is_found().then(|| row.word());
    let short = (table == Table::Places).then(|| row.cell(1)).filter(|short| !short.is_empty());
    let names = table.has_aliases().then(|| row.names(1));
    // a question mark says that only the context tells the name
    let names = names.into_iter().flatten().map(|name| name.strip_prefix('?').unwrap_or(name));
    word.into_iter().chain(short).chain(names)
}
