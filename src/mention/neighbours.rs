//! What names stand beside each other: items of one enumeration are mostly of one kind, and all of them names or
//! none; a firm stands right before its project.
//!
//! A weight for each pair of neighbours is part of the sum by which a set of names is chosen. They are learnt
//! with the weights of features.

use super::candidate::KINDS;
use super::context::{Left, values};
use super::marks::Marks;
use super::view::{Stretch, View};
use crate::lexicon::Classes;
use crate::weights::{self, Row};

/// The group of their rows in the scorer's table.
pub(super) const GROUP: &str = "neighbours";

values! {
    /// What stands between neighbours.
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
        if !view.marks_at(at).any(Marks::JOINT) {
            return Part::Other;
        }
        let behind_quotation = || matches!(view.before(at), Some('”' | '’' | '》'));
        match view.after(at) {
            Some('、') => Part::Joint(Joint::Comma),
            Some('”' | '’' | '》') => Part::Close,
            // “A”“B”
            Some('“' | '‘' | '《') if behind_quotation() => Part::Joint(Joint::Comma),
            Some('“' | '‘' | '《') => Part::Open,
            Some('以') if view.after(at + 1) == Some('及') => Part::Close,
            Some('和' | '与' | '及') if view.left(at + 1) == Left::And => {
                Part::Joint(Joint::And)
            }
            _ => Part::Other,
        }
    }
}

/// What stands on both sides of a joint: names of kinds, given by their numbers, or none.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Pair {
    pub joint: Joint,
    pub before: Option<usize>,
    pub behind: Option<usize>,
}

/// How many things a side can be: nothing, or a name of a kind.
const SIDES: usize = KINDS.len() + 1;

impl Pair {
    /// How many pairs there are.
    pub const COUNT: usize = Joint::ALL.len() * SIDES * SIDES;

    /// Its number.
    pub fn number(self) -> usize {
        let side = |kind: Option<usize>| kind.map_or(0, |kind| kind + 1);
        (self.joint as usize * SIDES + side(self.before)) * SIDES + side(self.behind)
    }
}

/// The weights of pairs, by their number.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Neighbours([f32; Pair::COUNT]);

impl Default for Neighbours {
    fn default() -> Self {
        Self([0.0; Pair::COUNT])
    }
}

/// What stands for nothing before a joint in the table.
const NOTHING: &str = "nothing";
/// The rows of names that nothing stands behind.
const ALONE: &str = "alone";

impl Neighbours {
    /// Weights by the numbers of pairs.
    pub(super) fn new(weights: &[f32; Pair::COUNT]) -> Self {
        // as the table has them
        Self(weights.map(|weight| (weight * 100.0).round() / 100.0))
    }

    /// What a pair weighs.
    pub(super) fn of(&self, pair: Pair) -> f32 {
        self.0[pair.number()]
    }

    /// The names of the rows, and the pairs of each, one for each kind.
    fn rows() -> impl Iterator<Item = (String, [Pair; KINDS.len()])> {
        Joint::ALL.iter().zip(Joint::NAMES).flat_map(|(&joint, name)| {
            let sides = std::iter::once(None).chain((0..KINDS.len()).map(Some));
            let rows = sides.map(move |before| {
                let side = before.map_or(NOTHING, |kind: usize| KINDS[kind].name());
                let pair = |behind| Pair { joint, before, behind: Some(behind) };
                (format!("{name}+{side}"), std::array::from_fn(pair))
            });
            let alone = |before| Pair { joint, before: Some(before), behind: None };
            rows.chain([(format!("{name}+{ALONE}"), std::array::from_fn(alone))])
        })
    }

    /// Reads a row of the table.
    pub(super) fn read(&mut self, row: &Row<'_>) {
        let Some((_, pairs)) = Self::rows().find(|(name, _)| name == row.value()) else { return };
        for (pair, weight) in pairs.into_iter().zip(row.weights::<{ KINDS.len() }>()) {
            self.0[pair.number()] = weight.unwrap_or_default();
        }
    }

    /// Writes the rows of the table.
    pub(super) fn write(&self, table: &mut String) {
        for (name, pairs) in Self::rows() {
            let weights = pairs.map(|pair| Some(self.of(pair)).filter(|&weight| weight != 0.0));
            if weights.iter().any(Option::is_some) {
                weights::write(table, GROUP, &name, weights);
            }
        }
    }
}

/// The most that neighbours can weigh for a name, by its kind.
#[derive(Debug, Clone)]
pub(super) struct Lifts {
    /// By what stands before it.
    before: [[f32; Joint::ALL.len()]; KINDS.len()],
    /// By what stands behind it.
    behind: [[f32; Joint::ALL.len()]; KINDS.len()],
}

impl Lifts {
    pub(super) fn of(neighbours: &Neighbours) -> Self {
        let sides = || std::iter::once(None).chain((0..KINDS.len()).map(Some));
        let most = |pair: &dyn Fn(Option<usize>) -> Pair| {
            sides().map(|side| neighbours.of(pair(side))).fold(0.0, f32::max)
        };
        let lifts = |pair: &dyn Fn(usize, Joint, Option<usize>) -> Pair| {
            std::array::from_fn(|kind| {
                std::array::from_fn(|joint| most(&|side| pair(kind, Joint::ALL[joint], side)))
            })
        };
        Self {
            before: lifts(&|kind, joint, before| Pair { joint, before, behind: Some(kind) }),
            behind: lifts(&|kind, joint, behind| Pair { joint, before: Some(kind), behind }),
        }
    }

    /// The most for a name of a kind, given by its number, between two joints; where there is none, no name can
    /// stand beside it.
    pub(super) fn most(&self, kind: usize, before: Option<Joint>, behind: Option<Joint>) -> f32 {
        let most =
            |lifts: &[f32], joint: Option<Joint>| joint.map_or(0.0, |joint| lifts[joint as usize]);
        most(&self.before[kind], before) + most(&self.behind[kind], behind)
    }
}

/// What joins a stretch to names before and behind it. Where nothing stands between, a name may end only in one
/// that the lexicon knows, or in a head, and begin only at a cut.
pub(super) fn joints(view: &View<'_>, stretch: Stretch) -> (Option<Joint>, Option<Joint>) {
    let before = match view.left(stretch.start) {
        Left::Comma | Left::QuoteClose => Some(Joint::Comma),
        Left::And => Some(Joint::And),
        _ => {
            let ends = view.classes_to(stretch.start).any(Classes::NAME.or(Classes::HEAD));
            ends.then_some(Joint::Adjacent)
        }
    };
    let behind = match Part::of(view, stretch.end) {
        Part::Joint(joint) => Some(joint),
        Part::Close | Part::Open => Some(Joint::Comma),
        Part::Other => {
            let begins = stretch.end < view.len() && view.left(stretch.end) != Left::Inside;
            begins.then_some(Joint::Adjacent)
        }
    };
    (before, behind)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::weights::Weights;

    #[test]
    fn the_table_keeps_them() {
        let weights: [f32; Pair::COUNT] = std::array::from_fn(|pair| {
            // nothing beside nothing has no row, and neither has what no way completes
            let (before, behind) = (pair / SIDES % SIDES, pair % SIDES);
            if before + behind == 0 {
                0.0
            } else {
                f32::from(u8::try_from(pair).expect("few")) / 8.0 - 4.0
            }
        });
        let neighbours = Neighbours::new(&weights);
        let (mut table, mut again) = (String::new(), Neighbours::default());
        neighbours.write(&mut table);
        let read = Weights::read("", &table, |_| None).expect("well formed");
        read.groups().for_each(|(_, rows)| rows.for_each(|row| again.read(&row)));
        assert_eq!(again, neighbours);
    }

    #[test]
    fn a_lift_is_the_most_that_neighbours_weigh() {
        let mut weights = [-1.0; Pair::COUNT];
        let firms = Pair { joint: Joint::Comma, before: Some(0), behind: Some(0) };
        weights[firms.number()] = 1.5;
        let lifts = Lifts::of(&Neighbours::new(&weights));
        let comma = Some(Joint::Comma);
        assert_eq!(lifts.most(0, comma, comma), 3.0);
        assert_eq!(lifts.most(0, comma, None), 1.5);
        assert_eq!(lifts.most(0, Some(Joint::And), Some(Joint::Adjacent)), 0.0);
        assert_eq!(lifts.most(1, comma, comma), 0.0);
    }
}
