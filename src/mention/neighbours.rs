//! What names stand on both sides of a 、 or 和: items of one enumeration are mostly of one kind, and either
//! all of them names or none.
//!
//! A weight for each pair of neighbours is part of the sum that a set of names is chosen by; they are
//! learnt with the weights of features.

use super::candidate::KINDS;
use super::context::{Left, values};
use super::view::View;
use crate::weights::{self, Row};

/// The group of their rows in the scorer's table.
pub(super) const GROUP: &str = "neighbours";

values! {
    /// What joins two items.
    Joint {
        Comma = "comma",
        And = "and",
        Adjacent = "adjacent",
    }
}

/// What a character is to the items of an enumeration.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Part {
    /// It may stand between an item and what joins it to the next: ” or the first half of 以及.
    Close,
    /// It joins items.
    Joint(Joint),
    /// It may stand between what joins items and the next one: “.
    Open,
    /// None of these.
    Other,
}

impl Part {
    /// What the character at a place is.
    pub fn of(view: &View<'_>, at: usize) -> Self {
        let Some(c) = view.after(at) else { return Part::Other };
        match c {
            '、' => Part::Joint(Joint::Comma),
            '”' | '’' | '》' => Part::Close,
            // “A”“B”
            '“' | '‘' | '《' if matches!(view.before(at), Some('”' | '’' | '》')) => {
                Part::Joint(Joint::Comma)
            }
            '“' | '‘' | '《' => Part::Open,
            '以' if view.after(at + 1) == Some('及') => Part::Close,
            '和' | '与' | '及' if view.left(at + 1) == Left::And => Part::Joint(Joint::And),
            _ => Part::Other,
        }
    }
}

/// How many things a side can be: nothing, or a name of a kind.
const SIDES: usize = KINDS.len() + 1;
/// How many pairs there are.
pub(super) const PAIRS: usize = Joint::ALL.len() * SIDES * SIDES;

/// The number of a pair: a joint with a kind, by its number, before and behind it.
pub(super) fn pair(joint: Joint, before: Option<usize>, behind: Option<usize>) -> u8 {
    let side = |kind: Option<usize>| kind.map_or(0, |kind| kind + 1);
    let pair = (joint as usize * SIDES + side(before)) * SIDES + side(behind);
    u8::try_from(pair).expect("fewer than 256 pairs")
}

/// The weights of pairs, by their number.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Neighbours(pub [f32; PAIRS]);

impl Default for Neighbours {
    fn default() -> Self {
        Self([0.0; PAIRS])
    }
}

/// What stands for nothing in the table.
const NOTHING: &str = "nothing";
/// The row of names behind which nothing stands.
const ALONE: &str = "alone";

impl Neighbours {
    /// The rows: the name of each, and its pairs, one for each kind.
    fn rows() -> impl Iterator<Item = (String, [usize; KINDS.len()])> {
        Joint::ALL.iter().zip(Joint::NAMES).flat_map(|(&joint, name)| {
            let number = move |before, behind| usize::from(pair(joint, before, behind));
            let before = std::iter::once(None).chain((0..KINDS.len()).map(Some));
            let rows = before.map(move |before: Option<usize>| {
                let side = before.map_or(NOTHING, |kind| KINDS[kind].name());
                let pairs = std::array::from_fn(|behind| number(before, Some(behind)));
                (format!("{name}+{side}"), pairs)
            });
            let alone = std::array::from_fn(|before| number(Some(before), None));
            rows.chain([(format!("{name}+{ALONE}"), alone)])
        })
    }

    /// Reads a row of the table.
    pub(super) fn read(&mut self, row: &Row<'_>) {
        let Some((_, pairs)) = Self::rows().find(|(name, _)| name == row.value()) else { return };
        for (pair, weight) in pairs.into_iter().zip(row.weights::<{ KINDS.len() }>()) {
            self.0[pair] = weight.unwrap_or_default();
        }
    }

    /// Writes the rows of the table.
    pub(super) fn write(&self, table: &mut String) {
        for (name, pairs) in Self::rows() {
            let rounded = |weight: f32| (weight * 100.0).round() / 100.0;
            let weights = pairs.map(|pair| Some(rounded(self.0[pair])).filter(|&w| w != 0.0));
            if weights.iter().any(Option::is_some) {
                weights::write(table, GROUP, &name, weights);
            }
        }
    }
}
