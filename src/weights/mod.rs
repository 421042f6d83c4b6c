//! The table of learnt weights, `seeds/lexicon/scorer.tsv`: what `gangmu train` writes, and what the scorer
//! of names and the judge of actions read.
//!
//! A row is a value of a group of features, with a weight for each kind of entity in their order (those of
//! actions have only one), and an empty cell for none. [`Weights`] are a table whose words are found in the
//! lexicon already; those of the tool's own table the build script finds.

mod table;

pub use table::Weights;
pub(crate) use table::{HEAD, Row, write};

use crate::embedded;
use crate::lexicon::{Lexicon, LexiconError};

impl Weights {
    /// The weights that the tool comes with. They fit any lexicon: a user's words have numbers behind
    /// those of the tool's.
    #[must_use]
    pub fn from_seeds() -> Self {
        let (names, numbers) = embedded::weights();
        Self::from_numbers(names, numbers)
    }

    /// The weights of a table of words of this lexicon, given with its file's name.
    ///
    /// # Errors
    /// The first row that can't be read.
    pub fn from_table(lexicon: &Lexicon, file: &str, table: &str) -> Result<Self, LexiconError> {
        Self::read(file, table, |word| lexicon.find_term(word).map(|term| term.number()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_embedded_table_is_the_one_in_the_seeds() {
        let lexicon = Lexicon::from_seeds();
        let table = include_str!("../../seeds/lexicon/scorer.tsv");
        let read = Weights::from_table(&lexicon, "scorer.tsv", table).expect("well formed");
        assert_eq!(read.to_numbers(), Weights::from_seeds().to_numbers());
    }
}
