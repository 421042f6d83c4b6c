//! The families of features, with the names that the scorer's table gives them.

use super::candidate::KINDS;
use super::context::{Inside, Left, Right, Sort};

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
        match self {
            Group::Head
            | Group::LeftTerm
            | Group::RightTerm
            | Group::FirstTerm
            | Group::LastTerm
            | Group::SecondTerm
            | Group::HeadShort
            | Group::HeadLong
            | Group::BeforeTerm
            | Group::BehindTerm => Values::Words,
            Group::LeftChar
            | Group::FirstChar
            | Group::LastChar
            | Group::RightChar
            | Group::BeforeChar
            | Group::BehindChar
            | Group::InnerChar => Values::Characters,
            Group::HeadLeft => Values::Heads(Left::NAMES),
            Group::HeadFirst => Values::Heads(Sort::NAMES),
            Group::HeadRight => Values::Heads(Right::NAMES),
            Group::HeadInside => Values::Heads(Inside::NAMES),
            _ => Values::Closed,
        }
    }

    /// Whether its values are known as soon as the lexicon's heads are.
    pub fn is_closed(self) -> bool {
        matches!(self.values(), Values::Closed | Values::Heads(_))
    }
}

/// What the values of a group are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Values {
    /// A few, known beforehand.
    Closed,
    /// Heads of the lexicon, each together with one of these.
    Heads(&'static [&'static str]),
    /// Words of the lexicon.
    Words,
    /// Characters.
    Characters,
}

pub(super) const GROUPS: [(Group, &str); 41] = [
    (Group::Origin, "origin"),
    (Group::Trust, "trust"),
    (Group::Left, "left"),
    (Group::Right, "right"),
    (Group::OriginLeft, "origin+left"),
    (Group::OriginRight, "origin+right"),
    (Group::OriginLength, "origin+length"),
    (Group::OriginQuote, "origin+quote"),
    (Group::OriginInside, "origin+inside"),
    (Group::OriginCover, "origin+cover"),
    (Group::TrustLeft, "trust+left"),
    (Group::TrustRight, "trust+right"),
    (Group::Listing, "listing"),
    (Group::OriginListing, "origin+listing"),
    (Group::LeftSibling, "left_sibling"),
    (Group::RightSibling, "right_sibling"),
    (Group::LeftFirst, "left+first"),
    (Group::RightLast, "right+last"),
    (Group::OriginStem, "origin+stem"),
    (Group::OriginSecond, "origin+second"),
    (Group::HeadLeft, "head+left"),
    (Group::HeadFirst, "head+first"),
    (Group::HeadRight, "head+right"),
    (Group::HeadInside, "head+inside"),
    (Group::Head, "head"),
    (Group::LeftTerm, "left_term"),
    (Group::RightTerm, "right_term"),
    (Group::FirstTerm, "first_term"),
    (Group::LastTerm, "last_term"),
    (Group::SecondTerm, "second_term"),
    (Group::HeadShort, "head_short"),
    (Group::HeadLong, "head_long"),
    (Group::BeforeTerm, "before_term"),
    (Group::BehindTerm, "behind_term"),
    (Group::LeftChar, "left_char"),
    (Group::FirstChar, "first_char"),
    (Group::LastChar, "last_char"),
    (Group::RightChar, "right_char"),
    (Group::BeforeChar, "before_char"),
    (Group::BehindChar, "behind_char"),
    (Group::InnerChar, "inner_char"),
];
