//! The families of features, with the names that the scorer's table gives them.

use std::borrow::Cow;

use super::candidate::KINDS;
use super::context::{Across, Inside, Left, Origin, Quote, Right, Sort, values};
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

/// A family of features whose values are few, or known as soon as the lexicon's heads are.
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
    LeftName,
    FirstName,
    SecondName,
    LastName,
    RightName,
    LeftFirst,
    RightLast,
    OriginStem,
    OriginSecond,
    HeadLeft,
    HeadFirst,
    HeadRight,
    HeadInside,
    LeftAcross,
    RightAcross,
}

values! {
    /// The groups whose values are words of the lexicon.
    Lexical {
        Head = "head",
        Left = "left_term",
        Right = "right_term",
        First = "first_term",
        Last = "last_term",
        Second = "second_term",
        HeadShort = "head_short",
        HeadLong = "head_long",
        Before = "before_term",
        Behind = "behind_term",
    }
}

values! {
    /// The groups whose values are characters.
    Character {
        Left = "left_char",
        First = "first_char",
        Last = "last_char",
        Right = "right_char",
        Before = "before_char",
        Behind = "behind_char",
        Inner = "inner_char",
    }
}

impl Character {
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
    /// A set of kinds, a bit for each.
    Kinds,
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
            Axis::Kinds => 1 << KINDS.len(),
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
            Axis::Kinds if value == 0 => "none".into(),
            Axis::Kinds => {
                let has = |at: &usize| value >> at & 1 == 1;
                let kinds = (0..KINDS.len()).filter(has).map(|at| KINDS[at].name());
                kinds.collect::<Vec<_>>().join("|").into()
            }
            Axis::Count(_) => value.to_string().into(),
        }
    }
}

/// What names a word may be: of which kinds, whether of a place, and how far the lexicon trusts it.
pub(super) const NAME: &[Axis] = &[Axis::Kinds, Axis::Named(&["elsewhere", "place"]), Axis::Trust];
const ORIGIN: Axis = Axis::Named(Origin::NAMES);
const LEFT: Axis = Axis::Named(Left::NAMES);
const RIGHT: Axis = Axis::Named(Right::NAMES);
const SORT: Axis = Axis::Named(Sort::NAMES);
const ACROSS: Axis = Axis::Named(Across::NAMES);

/// The groups of [`Group`] in their order, with their names in the scorer's table and what their values
/// are.
const CLOSED: [(Group, &str, Values); 31] = [
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
    (Group::LeftName, "left_name", Values::Closed(NAME)),
    (Group::FirstName, "first_name", Values::Closed(NAME)),
    (Group::SecondName, "second_name", Values::Closed(NAME)),
    (Group::LastName, "last_name", Values::Closed(NAME)),
    (Group::RightName, "right_name", Values::Closed(NAME)),
    (Group::LeftFirst, "left+first", Values::Closed(&[LEFT, SORT])),
    (Group::RightLast, "right+last", Values::Closed(&[RIGHT, SORT])),
    (Group::OriginStem, "origin+stem", Values::Closed(&[ORIGIN, Axis::Count(STEMS * STEM_COVERS)])),
    (Group::OriginSecond, "origin+second", Values::Closed(&[ORIGIN, LEFT])),
    (Group::HeadLeft, "head+left", Values::Heads(Left::NAMES)),
    (Group::HeadFirst, "head+first", Values::Heads(Sort::NAMES)),
    (Group::HeadRight, "head+right", Values::Heads(Right::NAMES)),
    (Group::HeadInside, "head+inside", Values::Heads(Inside::NAMES)),
    (Group::LeftAcross, "left_across", Values::Closed(&[SORT, ACROSS])),
    (Group::RightAcross, "right_across", Values::Closed(&[SORT, ACROSS])),
];

/// Where the groups of [`Lexical`] stand among all.
pub(super) const WORDS: usize = CLOSED.len();
/// Where the groups of [`Character`] stand among all.
pub(super) const CHARACTERS: usize = WORDS + Lexical::ALL.len();
/// How many groups there are.
pub(super) const COUNT: usize = CHARACTERS + Character::ALL.len();

/// The name of a group in the scorer's table, and what its values are, by its number among all.
pub(super) fn group(number: usize) -> (&'static str, Values) {
    match number {
        0..WORDS => (CLOSED[number].1, CLOSED[number].2),
        WORDS..CHARACTERS => (Lexical::NAMES[number - WORDS], Values::Words),
        _ => (Character::NAMES[number - CHARACTERS], Values::Characters),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_is_in_the_order_of_the_groups() {
        let mut groups = CLOSED.iter().enumerate();
        assert!(groups.all(|(at, (group, ..))| *group as usize == at));
    }
}
