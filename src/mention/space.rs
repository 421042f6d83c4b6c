//! The features by number: a feature is a group, a kind and a value, and its index follows from the
//! three, so that scoring is a sum of array look-ups. [`Space::describe`] names it in the table.

use std::collections::HashMap;

use super::candidate::KINDS;
use super::context::{Inside, Left, Origin, Quote, Right, Sort};
use super::groups::{
    COVERS, Character, GROUPS, Group, LENGTHS, LISTINGS, Lexical, SIBLINGS, STEM_COVERS, STEMS,
    Values,
};
use crate::lexicon::{Classes, Lexicon, TermId, Trust};

const ORIGINS: usize = Origin::ALL.len();
const TRUSTS: usize = Trust::ALL.len() + 1;

/// Where each group begins in the table of weights.
#[derive(Debug, Clone)]
pub(super) struct Space {
    terms: usize,
    /// The number of each term among the heads; 0 for one that is none.
    head_numbers: Vec<u16>,
    /// The heads by their numbers.
    heads: Vec<TermId>,
    starts: [usize; GROUPS.len()],
    /// The row of each group's first value, where a row holds the weights of all kinds.
    rows: [usize; GROUPS.len()],
    len: usize,
}

impl Space {
    /// The features over a lexicon.
    pub fn new(lexicon: &Lexicon) -> Self {
        let none = [0; GROUPS.len()];
        let terms = lexicon.len();
        let (mut heads, mut head_numbers) = (vec![TermId::from_index(0)], vec![0; terms]);
        for (id, _) in lexicon.surfaces() {
            if lexicon.term(id).classes.any(Classes::HEAD)
                && let Ok(number) = u16::try_from(heads.len())
            {
                head_numbers[id.index()] = number;
                heads.push(id);
            }
        }
        let mut space = Self { terms, head_numbers, heads, starts: none, rows: none, len: 0 };
        for (index, (group, _)) in GROUPS.iter().enumerate() {
            space.starts[index] = space.len;
            space.rows[index] = space.len / KINDS.len();
            space.len += KINDS.len() * space.size(*group);
        }
        space
    }

    /// How many features there are.
    pub fn len(&self) -> usize {
        self.len
    }

    /// How many values a group has.
    fn size(&self, group: Group) -> usize {
        match group {
            Group::Origin => ORIGINS,
            Group::Trust => TRUSTS,
            Group::Left => Left::ALL.len(),
            Group::Right => Right::ALL.len(),
            Group::OriginLeft => ORIGINS * Left::ALL.len(),
            Group::OriginRight => ORIGINS * Right::ALL.len(),
            Group::OriginLength => ORIGINS * LENGTHS,
            Group::OriginQuote => ORIGINS * Quote::ALL.len(),
            Group::OriginInside => ORIGINS * Inside::ALL.len(),
            Group::OriginCover => ORIGINS * COVERS,
            Group::TrustLeft => TRUSTS * Left::ALL.len(),
            Group::TrustRight => TRUSTS * Right::ALL.len(),
            Group::Listing => LISTINGS,
            Group::OriginListing => ORIGINS * LISTINGS,
            Group::LeftSibling | Group::RightSibling => SIBLINGS,
            Group::LeftFirst => Left::ALL.len() * Sort::ALL.len(),
            Group::RightLast => Right::ALL.len() * Sort::ALL.len(),
            Group::OriginStem => ORIGINS * STEMS * STEM_COVERS,
            Group::OriginSecond => ORIGINS * Left::ALL.len(),
            Group::HeadLeft => self.heads.len() * Left::ALL.len(),
            Group::HeadFirst => self.heads.len() * Sort::ALL.len(),
            Group::HeadRight => self.heads.len() * Right::ALL.len(),
            Group::HeadInside => self.heads.len() * Inside::ALL.len(),
            Group::Head
            | Group::LeftTerm
            | Group::RightTerm
            | Group::FirstTerm
            | Group::LastTerm
            | Group::SecondTerm
            | Group::HeadShort
            | Group::HeadLong => self.terms,
            Group::LeftChar | Group::FirstChar | Group::LastChar | Group::RightChar => {
                Character::VALUES
            }
        }
    }

    /// The value of a head together with one of so many others.
    pub fn headed(&self, head: TermId, values: usize, value: usize) -> usize {
        usize::from(self.head_numbers[head.index()]) * values + value
    }

    /// The row of a closed group's value: a feature for each kind.
    pub fn row(&self, group: Group, value: usize) -> usize {
        self.rows[group as usize] + value
    }

    /// The row and the kind of a feature of a closed group.
    pub fn row_of(&self, feature: usize) -> (usize, usize) {
        let at = self.starts.partition_point(|&start| start <= feature) - 1;
        let size = self.size(GROUPS[at].0);
        let offset = feature - self.starts[at];
        (self.rows[at] + offset % size, offset / size)
    }

    /// How many rows there are.
    pub fn rows(&self) -> usize {
        self.lexical_start() / KINDS.len()
    }

    /// The feature of a row and a kind.
    pub fn feature_of(&self, row: usize, kind: usize) -> usize {
        let at = self.rows.partition_point(|&first| first <= row) - 1;
        self.starts[at] + kind * self.size(GROUPS[at].0) + row - self.rows[at]
    }

    /// The feature of a closed group.
    pub fn index(&self, group: Group, kind: usize, value: usize) -> usize {
        self.starts[group as usize] + kind * self.size(group) + value
    }

    /// The group, the kind and the value of a feature, as the scorer's table writes them.
    pub fn describe(
        &self,
        feature: usize,
        lexicon: &Lexicon,
    ) -> (&'static str, &'static str, String) {
        let at = self.starts.partition_point(|&start| start <= feature) - 1;
        let (group, name) = GROUPS[at];
        let size = self.size(group);
        let offset = feature - self.starts[at];
        let kind = KINDS[offset / size];
        (name, kind.name(), self.value_name(group, offset % size, lexicon))
    }

    fn value_name(&self, group: Group, value: usize, lexicon: &Lexicon) -> String {
        let origin = |value: usize| Origin::ALL[value].name();
        let trust = |value: usize| value.checked_sub(1).map_or("none", |at| Trust::ALL[at].name());
        let pair = |first: &str, second: &str| format!("{first}+{second}");
        let headed = |values: usize, name: fn(usize) -> &'static str| {
            pair(lexicon.surface(self.heads[value / values]), name(value % values))
        };
        match group {
            Group::Origin => origin(value).to_owned(),
            Group::Trust => trust(value).to_owned(),
            Group::Left => Left::ALL[value].name().to_owned(),
            Group::Right => Right::ALL[value].name().to_owned(),
            Group::OriginLeft => {
                pair(origin(value / Left::ALL.len()), Left::ALL[value % Left::ALL.len()].name())
            }
            Group::OriginRight => {
                pair(origin(value / Right::ALL.len()), Right::ALL[value % Right::ALL.len()].name())
            }
            Group::OriginLength => pair(origin(value / LENGTHS), &(value % LENGTHS).to_string()),
            Group::OriginQuote => {
                pair(origin(value / Quote::ALL.len()), Quote::ALL[value % Quote::ALL.len()].name())
            }
            Group::OriginInside => pair(
                origin(value / Inside::ALL.len()),
                Inside::ALL[value % Inside::ALL.len()].name(),
            ),
            Group::OriginCover => pair(origin(value / COVERS), &(value % COVERS).to_string()),
            Group::TrustLeft => {
                pair(trust(value / Left::ALL.len()), Left::ALL[value % Left::ALL.len()].name())
            }
            Group::TrustRight => {
                pair(trust(value / Right::ALL.len()), Right::ALL[value % Right::ALL.len()].name())
            }
            Group::Listing => value.to_string(),
            Group::OriginListing => pair(origin(value / LISTINGS), &(value % LISTINGS).to_string()),
            Group::LeftSibling | Group::RightSibling => {
                value.checked_sub(1).map_or("none", |at| KINDS[at].name()).to_owned()
            }
            Group::LeftFirst => pair(
                Left::ALL[value / Sort::ALL.len()].name(),
                Sort::ALL[value % Sort::ALL.len()].name(),
            ),
            Group::RightLast => pair(
                Right::ALL[value / Sort::ALL.len()].name(),
                Sort::ALL[value % Sort::ALL.len()].name(),
            ),
            Group::OriginStem => pair(
                origin(value / (STEMS * STEM_COVERS)),
                &(value % (STEMS * STEM_COVERS)).to_string(),
            ),
            Group::OriginSecond => {
                pair(origin(value / Left::ALL.len()), Left::ALL[value % Left::ALL.len()].name())
            }
            Group::HeadLeft => headed(Left::ALL.len(), |value| Left::ALL[value].name()),
            Group::HeadFirst => headed(Sort::ALL.len(), |value| Sort::ALL[value].name()),
            Group::HeadRight => headed(Right::ALL.len(), |value| Right::ALL[value].name()),
            Group::HeadInside => headed(Inside::ALL.len(), |value| Inside::ALL[value].name()),
            Group::Head
            | Group::LeftTerm
            | Group::RightTerm
            | Group::FirstTerm
            | Group::LastTerm
            | Group::SecondTerm
            | Group::HeadShort
            | Group::HeadLong => lexicon.surface(TermId::from_index(value)).to_owned(),
            Group::LeftChar | Group::FirstChar | Group::LastChar | Group::RightChar => {
                Character::name(value)
            }
        }
    }

    /// The weights of all features, from rows of a scorer's table.
    pub fn weights(&self, lexicon: &Lexicon, rows: &HashMap<(&str, &str, &str), f32>) -> Vec<f32> {
        let mut weights = vec![0.0; self.len];
        let terms: HashMap<&str, usize> =
            lexicon.surfaces().map(|(id, surface)| (surface, id.index())).collect();
        let kinds: HashMap<&str, usize> =
            KINDS.iter().enumerate().map(|(at, kind)| (kind.name(), at)).collect();
        let values: Vec<HashMap<String, usize>> = GROUPS
            .iter()
            .map(|(group, _)| {
                let size = if group.values() == Values::Words { 0 } else { self.size(*group) };
                (0..size).map(|value| (self.value_name(*group, value, lexicon), value)).collect()
            })
            .collect();
        for (&(group, kind, value), &weight) in rows {
            let Some(at) = GROUPS.iter().position(|(_, name)| *name == group) else { continue };
            let Some(&kind) = kinds.get(kind) else { continue };
            let group = GROUPS[at].0;
            let value = match group.values() {
                Values::Words => terms.get(value),
                Values::Closed | Values::Characters => values[at].get(value),
            };
            if let Some(&value) = value {
                weights[self.index(group, kind, value)] = weight;
            }
        }
        weights
    }

    /// Where the lexical groups begin: all features below stand in one small table.
    pub fn lexical_start(&self) -> usize {
        self.starts[Group::Head as usize]
    }

    /// The feature of a word in a lexical group.
    pub fn lexical(&self, group: Lexical, kind: usize, term: TermId) -> usize {
        self.lexical_start() + (group as usize * KINDS.len() + kind) * self.terms + term.index()
    }

    /// The feature of a character, given by its value.
    pub fn character(&self, group: Character, kind: usize, value: usize) -> usize {
        let row = group as usize * KINDS.len() + kind;
        self.starts[Group::LeftChar as usize] + row * Character::VALUES + value
    }
}
