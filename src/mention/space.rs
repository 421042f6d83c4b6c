//! The features by number: a feature is a group, a kind and a value, and its index follows from the
//! three, so that scoring is a sum of array look-ups. [`Space::describe`] names it in the table.

use std::borrow::Cow;
use std::collections::HashMap;

use super::candidate::KINDS;
use super::groups::{self, Character, Group, Lexical, Values, group};
use crate::lexicon::{Classes, Lexicon, Term, TermId};
use crate::weights::Row;

/// Where each group begins in the table of weights.
#[derive(Debug, Clone)]
pub(super) struct Space {
    terms: usize,
    /// The number of each term among the heads; 0 for one that is none.
    head_numbers: Vec<u16>,
    /// What names each term may be: its value in the groups of [`groups::NAME`].
    names: Vec<u8>,
    /// The heads by their numbers.
    heads: Vec<TermId>,
    /// The first feature of each group, by the group's number.
    starts: [usize; groups::COUNT],
    /// The row of each group's first value, where a row holds the weights of all kinds.
    rows: [usize; groups::COUNT],
    len: usize,
}

/// Where the weights of a feature's value stand, one for each kind.
pub(super) enum Cell {
    /// In the table of the closed groups: the row.
    Closed(usize),
    /// Among the words: the term, and the lexical group.
    Word(usize, usize),
    /// Among the characters: the value, and the group.
    Character(usize, usize),
}

impl Space {
    /// The features over a lexicon.
    pub fn new(lexicon: &Lexicon) -> Self {
        let none = [0; groups::COUNT];
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
        let names = lexicon.surfaces().map(|(id, _)| name_of(lexicon.term(id))).collect();
        let mut space =
            Self { terms, names, head_numbers, heads, starts: none, rows: none, len: 0 };
        for number in 0..groups::COUNT {
            space.starts[number] = space.len;
            space.rows[number] = space.len / KINDS.len();
            space.len += KINDS.len() * space.size(number);
        }
        space
    }

    /// How many words the lexicon has.
    pub fn terms(&self) -> usize {
        self.terms
    }

    /// How many features there are.
    pub fn len(&self) -> usize {
        self.len
    }

    /// How many values a group has.
    fn size(&self, number: usize) -> usize {
        match group(number).1 {
            Values::Closed(axes) => axes.iter().map(|axis| axis.len()).product(),
            Values::Heads(names) => self.heads.len() * names.len(),
            Values::Words => self.terms,
            Values::Characters => Character::VALUES,
        }
    }

    /// The value of a head together with one of so many others.
    pub fn headed(&self, head: TermId, values: usize, value: usize) -> usize {
        usize::from(self.head_numbers[head.index()]) * values + value
    }

    /// What names a term may be.
    pub fn name(&self, term: TermId) -> usize {
        self.names[term.index()].into()
    }

    /// The row of a closed group's value: a feature for each kind.
    pub fn row(&self, group: Group, value: usize) -> usize {
        self.rows[group as usize] + value
    }

    /// The feature of a group, given by its number.
    fn index(&self, number: usize, kind: usize, value: usize) -> usize {
        self.starts[number] + kind * self.size(number) + value
    }

    /// The number of a feature's group, its kind and its value.
    fn parts(&self, feature: usize) -> (usize, usize, usize) {
        let number = self.starts.partition_point(|&start| start <= feature) - 1;
        let (offset, size) = (feature - self.starts[number], self.size(number));
        (number, offset / size, offset % size)
    }

    /// The feature of a closed group.
    pub fn closed(&self, group: Group, kind: usize, value: usize) -> usize {
        self.index(group as usize, kind, value)
    }

    fn value_name(&self, number: usize, value: usize, lexicon: &Lexicon) -> String {
        match group(number).1 {
            Values::Closed(axes) => {
                let mut rest = value;
                // the last axis counts least
                let mut names: Vec<_> = axes
                    .iter()
                    .rev()
                    .map(|axis| {
                        let at = rest % axis.len();
                        rest /= axis.len();
                        axis.name(at)
                    })
                    .collect();
                names.reverse();
                names.join("+")
            }
            Values::Heads(names) => {
                let head = lexicon.surface(self.heads[value / names.len()]);
                format!("{head}+{}", names[value % names.len()])
            }
            Values::Words => lexicon.surface(TermId::from_index(value)).to_owned(),
            Values::Characters => Character::name(value),
        }
    }

    /// All cells, with the name of the group and how to name the value, as the scorer's table does.
    pub fn cells<'s>(
        &'s self,
        lexicon: &'s Lexicon,
    ) -> impl Iterator<Item = (Cell, &'static str, impl Fn() -> String + use<'s>)> {
        (0..groups::COUNT).flat_map(move |number| {
            (0..self.size(number)).map(move |value| {
                let name = move || self.value_name(number, value, lexicon);
                (self.cell(number, value), group(number).0, name)
            })
        })
    }

    /// The cells of rows of one group, which has this name. Rows are passed over whose value the group does
    /// not have, and all of a group that there is not.
    pub fn cells_of<'w>(
        &self,
        lexicon: &Lexicon,
        name: &str,
        rows: impl Iterator<Item = Row<'w>>,
    ) -> impl Iterator<Item = (Cell, Row<'w>)> {
        let number = (0..groups::COUNT).find(|&number| group(number).0 == name);
        // the names of values, where they are few
        let few: HashMap<Cow<'_, str>, usize> = match number.map(|number| group(number).1) {
            Some(Values::Closed(_)) => {
                let number = number.unwrap_or_default();
                let name = |value| Cow::Owned(self.value_name(number, value, lexicon));
                (0..self.size(number)).map(|value| (name(value), value)).collect()
            }
            Some(Values::Heads(names)) => {
                names.iter().copied().map(Cow::Borrowed).zip(0..).collect()
            }
            _ => HashMap::new(),
        };
        rows.filter_map(move |row| {
            let value = match group(number?).1 {
                Values::Closed(_) => few.get(row.value()).copied(),
                Values::Words => row.word().map(|word| word as usize),
                Values::Characters => Character::from_name(row.value()),
                Values::Heads(names) => {
                    let (head, other) = row.head()?;
                    let head = TermId::from_index(head as usize);
                    let is_head = self.head_numbers[head.index()] > 0;
                    is_head.then_some(self.headed(head, names.len(), *few.get(other)?))
                }
            };
            Some((self.cell(number?, value?), row))
        })
    }

    /// The cell of a value of a group, given by its number.
    fn cell(&self, number: usize, value: usize) -> Cell {
        match number {
            0..groups::WORDS => Cell::Closed(self.rows[number] + value),
            groups::WORDS..groups::CHARACTERS => Cell::Word(value, number - groups::WORDS),
            _ => Cell::Character(value, number - groups::CHARACTERS),
        }
    }

    /// Where the weight of a feature stands, and of which kind it is.
    pub fn cell_of(&self, feature: usize) -> (Cell, usize) {
        let (number, kind, value) = self.parts(feature);
        (self.cell(number, value), kind)
    }

    /// How many rows the closed groups have.
    pub fn closed_rows(&self) -> usize {
        self.rows[groups::WORDS]
    }

    /// The feature of a word in a lexical group.
    pub fn lexical(&self, group: Lexical, kind: usize, term: TermId) -> usize {
        self.index(groups::WORDS + group as usize, kind, term.index())
    }

    /// The feature of a character, given by its value.
    pub fn character(&self, group: Character, kind: usize, value: usize) -> usize {
        self.index(groups::CHARACTERS + group as usize, kind, value)
    }
}

/// What names a term may be, as a value of [`groups::NAME`].
fn name_of(term: &Term) -> u8 {
    let [_, place, trust] = groups::NAME else { unreachable!("three axes") };
    let may_be = |at: &usize| term.classes.any(Classes::name_of(KINDS[*at]));
    let kinds = (0..KINDS.len()).filter(may_be).fold(0, |kinds, at| kinds | 1 << at);
    let is_place = usize::from(term.classes.any(Classes::PLACE));
    let most = term.senses().iter().map(|sense| sense.trust as usize + 1).min();
    let value = (kinds * place.len() + is_place) * trust.len() + most.unwrap_or(0);
    u8::try_from(value).expect("fewer than 256 values")
}
