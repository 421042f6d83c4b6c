//! The tables of the lexicon: which there are, and what a table of a name holds.

use super::table::LexiconError;

/// The tables that the tool comes with: file names and contents.
pub(super) const SEEDS: &[(&str, &str)] = &[
    ("words.tsv", include_str!("../../seeds/lexicon/words.tsv")),
    ("vocabulary.tsv", include_str!("../../seeds/lexicon/vocabulary.tsv")),
    ("heads.tsv", include_str!("../../seeds/lexicon/heads.tsv")),
    ("classes.tsv", include_str!("../../seeds/lexicon/classes.tsv")),
    ("companies.tsv", include_str!("../../seeds/lexicon/companies.tsv")),
    ("universities.tsv", include_str!("../../seeds/lexicon/universities.tsv")),
    ("programs.tsv", include_str!("../../seeds/lexicon/programs.tsv")),
    ("industries.tsv", include_str!("../../seeds/lexicon/industries.tsv")),
    ("units.tsv", include_str!("../../seeds/lexicon/units.tsv")),
    ("places.tsv", include_str!("../../seeds/lexicon/places.tsv")),
    ("organizations.tsv", include_str!("../../seeds/lexicon/organizations.tsv")),
    ("bodies.tsv", include_str!("../../seeds/lexicon/bodies.tsv")),
    ("posts.tsv", include_str!("../../seeds/lexicon/posts.tsv")),
    ("surnames.tsv", include_str!("../../seeds/lexicon/surnames.tsv")),
    ("cues.tsv", include_str!("../../seeds/lexicon/cues.tsv")),
];

/// What a table holds, as its file name tells.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Table {
    Words,
    Heads,
    ClassNouns,
    Places,
    Organizations,
    Bodies,
    Posts,
    Surnames,
    Cues,
    Companies,
    Universities,
    Programs,
    Industries,
}

/// The endings of file names, without what follows the last dot.
const ENDINGS: [(&str, Table); 15] = [
    ("words", Table::Words),
    ("vocabulary", Table::Words),
    ("units", Table::Words),
    ("heads", Table::Heads),
    ("classes", Table::ClassNouns),
    ("places", Table::Places),
    ("organizations", Table::Organizations),
    ("bodies", Table::Bodies),
    ("posts", Table::Posts),
    ("surnames", Table::Surnames),
    ("cues", Table::Cues),
    ("companies", Table::Companies),
    ("universities", Table::Universities),
    ("programs", Table::Programs),
    ("industries", Table::Industries),
];

impl Table {
    /// Whether its words are words of the setting.
    pub(super) fn is_setting(self) -> bool {
        matches!(self, Table::Organizations | Table::Bodies | Table::Posts)
    }

    /// Whether its words are found in sentences; others are looked up, or looked for by single rules.
    pub(super) fn is_found(self) -> bool {
        !matches!(self, Table::Surnames | Table::Cues)
    }

    /// Whether the second column holds further names.
    pub(super) fn has_aliases(self) -> bool {
        matches!(
            self,
            Table::Organizations
                | Table::Companies
                | Table::Universities
                | Table::Programs
                | Table::Industries
        )
    }

    /// By the file name's ending, so that a user's `my-companies.tsv` is a table of companies.
    ///
    /// # Errors
    /// When the name does not tell.
    pub(super) fn of(file: &str) -> Result<Self, LexiconError> {
        let name = file.rsplit(['/', '\\']).next().unwrap_or(file);
        let stem = name.rsplit_once('.').map_or(name, |(stem, _)| stem);
        let table = ENDINGS.iter().find(|(ending, _)| stem.ends_with(ending));
        table.map(|(_, table)| *table).ok_or_else(|| LexiconError {
            file: file.to_owned(),
            line: 1,
            problem: "the file's name does not tell what it holds".to_owned(),
            remedy: "let it end in companies.tsv, universities.tsv, programs.tsv, industries.tsv, \
                     places.tsv, organizations.tsv, bodies.tsv, posts.tsv, surnames.tsv, cues.tsv, words.tsv, \
                     heads.tsv, classes.tsv or, for weights, scorer.tsv"
                .to_owned(),
        })
    }
}
