//! The families of features, with the names that the scorer's table gives them.

use std::borrow::Cow;

use super::candidate::KINDS;
use super::context::{Inside, Left, Origin, Quote, Right, Sort};
use crate::lexicon::Trust;

/// Values of the group that counts characters.
pub(super) const LENGTHS: usize = 16;
/// Values of the group that says how much of a candidate ordinary words cover.
pub(super) const COVERS: usize = 6;
/// How many lengths of a stem are told apart: 0, 1, 2 … characters, and more.
pub(super) const STEMS: usize = 6;
/// How much of a stem ordinary words cover: nothing, some, all but one character, all.
pub(super) const STEM_COVERS: usize = 4;
/// Values of the groups that say what kind of name stands beside 、 or 和.
pub(super) const SIBLINGS: usize = KINDS.len() + 1;
/// Values of the group that says which enumeration a candidate is an item of.
pub(super) const LISTINGS: usize = 2 * KINDS.len() + 1;

/// A family of features with values of one sort.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Group {
    Origin,
    Trust,
    Left,
    Right,
    OriginLeft,
    OriginRight,
    OriginLength,
    OriginQuote,
    OriginInside,
    OriginCover,
    TrustLeft,
    TrustRight,
    Listing,
    OriginListing,
    LeftSibling,
    RightSibling,
    LeftFirst,
    RightLast,
    OriginStem,
    OriginSecond,
    HeadLeft,
    HeadFirst,
    HeadRight,
    HeadInside,
    Head,
    LeftTerm,
    RightTerm,
    FirstTerm,
    LastTerm,
    SecondTerm,
    HeadShort,
    HeadLong,
    BeforeTerm,
    BehindTerm,
    LeftChar,
    FirstChar,
    LastChar,
    RightChar,
    BeforeChar,
    BehindChar,
    InnerChar,
}

/// The groups whose values are words of the lexicon, in the order of [`GROUPS`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Lexical {
    Head,
    LeftTerm,
    RightTerm,
    FirstTerm,
    LastTerm,
    SecondTerm,
    HeadShort,
    HeadLong,
    BeforeTerm,
    BehindTerm,
}

/// The groups whose values are characters, in the order of [`GROUPS`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Character {
    Left,
    First,
    Last,
    Right,
    Before,
    Behind,
    Inner,
}

impl Character {
    /// All of them.
    pub const ALL: [Character; 7] = [
        Character::Left,
        Character::First,
        Character::Last,
        Character::Right,
        Character::Before,
        Character::Behind,
        Character::Inner,
    ];
    /// How many there are.
    pub const COUNT: usize = Character::ALL.len();
    /// How many characters have a value of their own; all others share the last one.
    pub const VALUES: usize = ASCII + IDEOGRAPHS + 1;

    /// The value of a character.
    pub fn value(c: char) -> usize {
        match c as usize {
            code @ 0..ASCII => code,
            code @ FIRST_IDEOGRAPH..END_OF_IDEOGRAPHS => ASCII + code - FIRST_IDEOGRAPH,
            _ => ASCII + IDEOGRAPHS,
        }
    }

    /// The character of a value, as the scorer's table writes it.
    pub fn name(value: usize) -> String {
        let code = if value < ASCII { value } else { FIRST_IDEOGRAPH + value - ASCII };
        let c = u32::try_from(code).ok().and_then(char::from_u32);
        match c.filter(|c| value < ASCII + IDEOGRAPHS && !c.is_ascii_control() && *c != ' ') {
            Some(c) => c.to_string(),
            None => format!("#{value}"),
        }
    }

    /// The value that the table writes so.
    pub fn from_name(name: &str) -> Option<usize> {
        let mut chars = name.chars();
        match (chars.next(), chars.next()) {
            (Some(c), None) => Some(Self::value(c)),
            _ => name.strip_prefix('#')?.parse().ok().filter(|&value| value < Self::VALUES),
        }
    }
}

const ASCII: usize = 128;
const FIRST_IDEOGRAPH: usize = 0x4e00;
const END_OF_IDEOGRAPHS: usize = 0xa000;
const IDEOGRAPHS: usize = END_OF_IDEOGRAPHS - FIRST_IDEOGRAPH;

impl Lexical {
    /// All of them.
    pub const ALL: [Lexical; 10] = [
        Lexical::Head,
        Lexical::LeftTerm,
        Lexical::RightTerm,
        Lexical::FirstTerm,
        Lexical::LastTerm,
        Lexical::SecondTerm,
        Lexical::HeadShort,
        Lexical::HeadLong,
        Lexical::BeforeTerm,
        Lexical::BehindTerm,
    ];
    /// How many there are.
    pub const COUNT: usize = Lexical::ALL.len();
}

impl Group {
    /// What its values are.
    pub fn values(self) -> Values {
        GROUPS[self as usize].2
    }

    /// Whether its values are known as soon as the lexicon's heads are.
    pub fn is_closed(self) -> bool {
        matches!(self.values(), Values::Closed(_) | Values::Heads(_))
    }
}

/// What the values of a group are.
#[derive(Debug, Clone, Copy)]
pub(super) enum Values {
    /// A few, known beforehand: one of each axis, the first counting most.
    Closed(&'static [Axis]),
    /// Heads of the lexicon, each together with one of these.
    Heads(&'static [&'static str]),
    /// Words of the lexicon.
    Words,
    /// Characters.
    Characters,
}

/// What a closed group tells apart.
#[derive(Debug, Clone, Copy)]
pub(super) enum Axis {
    /// One of these.
    Named(&'static [&'static str]),
    /// Nothing, or how far the lexicon trusts a name.
    Trust,
    /// Nothing, or the kind of a name.
    Kind,
    /// A number below this one.
    Count(usize),
}

impl Axis {
    /// How many values it has.
    pub fn len(self) -> usize {
        match self {
            Axis::Named(names) => names.len(),
            Axis::Trust => Trust::ALL.len() + 1,
            Axis::Kind => SIBLINGS,
            Axis::Count(count) => count,
        }
    }

    /// The name of a value in the scorer's table.
    pub fn name(self, value: usize) -> Cow<'static, str> {
        let or_none = |name: fn(usize) -> &'static str| value.checked_sub(1).map_or("none", name);
        match self {
            Axis::Named(names) => names[value].into(),
            Axis::Trust => or_none(|at| Trust::ALL[at].name()).into(),
            Axis::Kind => or_none(|at| KINDS[at].name()).into(),
            Axis::Count(_) => value.to_string().into(),
        }
    }
}

const ORIGIN: Axis = Axis::Named(Origin::NAMES);
const LEFT: Axis = Axis::Named(Left::NAMES);
const RIGHT: Axis = Axis::Named(Right::NAMES);
const SORT: Axis = Axis::Named(Sort::NAMES);

/// All groups in their order, with their names in the scorer's table and what their values are.
pub(super) const GROUPS: [(Group, &str, Values); 41] = [
    (Group::Origin, "origin", Values::Closed(&[ORIGIN])),
    (Group::Trust, "trust", Values::Closed(&[Axis::Trust])),
    (Group::Left, "left", Values::Closed(&[LEFT])),
    (Group::Right, "right", Values::Closed(&[RIGHT])),
    (Group::OriginLeft, "origin+left", Values::Closed(&[ORIGIN, LEFT])),
    (Group::OriginRight, "origin+right", Values::Closed(&[ORIGIN, RIGHT])),
    (Group::OriginLength, "origin+length", Values::Closed(&[ORIGIN, Axis::Count(LENGTHS)])),
    (Group::OriginQuote, "origin+quote", Values::Closed(&[ORIGIN, Axis::Named(Quote::NAMES)])),
    (Group::OriginInside, "origin+inside", Values::Closed(&[ORIGIN, Axis::Named(Inside::NAMES)])),
    (Group::OriginCover, "origin+cover", Values::Closed(&[ORIGIN, Axis::Count(COVERS)])),
    (Group::TrustLeft, "trust+left", Values::Closed(&[Axis::Trust, LEFT])),
    (Group::TrustRight, "trust+right", Values::Closed(&[Axis::Trust, RIGHT])),
    (Group::Listing, "listing", Values::Closed(&[Axis::Count(LISTINGS)])),
    (Group::OriginListing, "origin+listing", Values::Closed(&[ORIGIN, Axis::Count(LISTINGS)])),
    (Group::LeftSibling, "left_sibling", Values::Closed(&[Axis::Kind])),
    (Group::RightSibling, "right_sibling", Values::Closed(&[Axis::Kind])),
    (Group::LeftFirst, "left+first", Values::Closed(&[LEFT, SORT])),
    (Group::RightLast, "right+last", Values::Closed(&[RIGHT, SORT])),
    (Group::OriginStem, "origin+stem", Values::Closed(&[ORIGIN, Axis::Count(STEMS * STEM_COVERS)])),
    (Group::OriginSecond, "origin+second", Values::Closed(&[ORIGIN, LEFT])),
    (Group::HeadLeft, "head+left", Values::Heads(Left::NAMES)),
    (Group::HeadFirst, "head+first", Values::Heads(Sort::NAMES)),
    (Group::HeadRight, "head+right", Values::Heads(Right::NAMES)),
    (Group::HeadInside, "head+inside", Values::Heads(Inside::NAMES)),
    (Group::Head, "head", Values::Words),
    (Group::LeftTerm, "left_term", Values::Words),
    (Group::RightTerm, "right_term", Values::Words),
    (Group::FirstTerm, "first_term", Values::Words),
    (Group::LastTerm, "last_term", Values::Words),
    (Group::SecondTerm, "second_term", Values::Words),
    (Group::HeadShort, "head_short", Values::Words),
    (Group::HeadLong, "head_long", Values::Words),
    (Group::BeforeTerm, "before_term", Values::Words),
    (Group::BehindTerm, "behind_term", Values::Words),
    (Group::LeftChar, "left_char", Values::Characters),
    (Group::FirstChar, "first_char", Values::Characters),
    (Group::LastChar, "last_char", Values::Characters),
    (Group::RightChar, "right_char", Values::Characters),
    (Group::BeforeChar, "before_char", Values::Characters),
    (Group::BehindChar, "behind_char", Values::Characters),
    (Group::InnerChar, "inner_char", Values::Characters),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_is_in_the_order_of_the_groups() {
        let mut groups = GROUPS.iter().enumerate();
        assert!(groups.all(|(at, (group, ..))| *group as usize == at));
    }
}
