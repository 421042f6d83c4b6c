//! All words of tables, numbered in the order in which they come first: words of sentences and names,
//! which are the lexicon's terms, before words of the setting alone.

use std::collections::{HashMap, hash_map::Entry};

use super::seeds::Table;
use super::table::{LexiconError, Row, rows};
use super::trie::Trie;

/// The words of tables, to be found in texts by their numbers.
pub(super) struct Words {
    /// Finds them.
    pub trie: Trie,
    /// How many of them are terms: those of the lowest numbers.
    pub terms: usize,
}

impl Words {
    /// The words of tables, given by file names and contents.
    ///
    /// # Errors
    /// The first row without a word, or table whose name does not tell what it holds.
    pub(super) fn of<'t>(
        tables: impl Iterator<Item = (&'t str, &'t str)>,
    ) -> Result<Self, LexiconError> {
        let (mut terms, mut setting) = (Vec::new(), Vec::new());
        for (file, content) in tables {
            let table = Table::of(file)?;
            for row in rows(file, content) {
                match table {
                    Table::Surnames => {}
                    Table::Organizations | Table::Bodies | Table::Posts => {
                        setting.extend(words_of(table, &row?));
                    }
                    _ => terms.extend(words_of(table, &row?)),
                }
            }
        }
        let (mut known, mut words) = (HashMap::new(), Vec::new());
        let mut add = |word| {
            if let Entry::Vacant(entry) = known.entry(word) {
                entry.insert(());
                words.push(word);
            }
            words.len()
        };
        let terms = terms.into_iter().map(&mut add).last().unwrap_or(0);
        setting.into_iter().for_each(|word| _ = add(word));
        Ok(Self { trie: Trie::new(words.iter().copied()), terms })
    }

    /// The same as bytes, which [`Words::from_bytes`] reads.
    #[allow(dead_code, reason = "the build script writes them")]
    pub(super) fn to_bytes(&self) -> Vec<u8> {
        let mut bytes = u64::try_from(self.terms).expect("64 bits").to_le_bytes().to_vec();
        bytes.extend(self.trie.to_bytes());
        bytes
    }

    /// What [`Words::to_bytes`] wrote.
    ///
    /// # Panics
    /// When the bytes are something else.
    pub(super) fn from_bytes(bytes: &[u8]) -> Self {
        let (terms, trie) = bytes.split_first_chunk().expect("a number to begin with");
        let terms = usize::try_from(u64::from_le_bytes(*terms)).expect("fewer words than bytes");
        Self { trie: Trie::from_bytes(trie), terms }
    }
}

/// The words of a row of a table.
fn words_of<'t>(table: Table, row: &Row<'t>) -> impl Iterator<Item = &'t str> + use<'t> {
    let (short, names) = match table {
        Table::Places => (Some(row.cell(1)), None),
        Table::Organizations
        | Table::Companies
        | Table::Universities
        | Table::Programs
        | Table::Industries => (None, Some(row.names(1))),
        _ => (None, None),
    };
    // a question mark says that only the context tells the name
    let names = names.into_iter().flatten().map(|name| name.strip_prefix('?').unwrap_or(name));
    let all = std::iter::once(row.word()).chain(short).chain(names);
    all.filter(|word| !word.is_empty())
}
