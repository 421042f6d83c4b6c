//! Kinds of characters, a set for each, so that a stretch's are one fold.

/// What kinds of characters a stretch of text holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Marks(u16);

impl Marks {
    pub const COMMA: Marks = Marks(1);
    pub const AND: Marks = Marks(2);
    pub const OF: Marks = Marks(4);
    pub const DIGIT: Marks = Marks(8);
    pub const LATIN: Marks = Marks(16);
    pub const QUOTE: Marks = Marks(32);
    pub const ETC: Marks = Marks(64);
    /// An opening bracket.
    pub const BRACKET: Marks = Marks(256);
    /// An opening quotation mark of any kind.
    pub const OPENING: Marks = Marks(128);
    /// What may stand between the items of an enumeration.
    pub const JOINT: Marks = Marks(512);

    pub const fn or(self, other: Marks) -> Marks {
        Marks(self.0 | other.0)
    }

    pub fn any(self, other: Marks) -> bool {
        self.0 & other.0 != 0
    }

    /// All marks of a stretch.
    pub fn union(marks: &[Marks]) -> Marks {
        Marks(marks.iter().fold(0, |all, mark| all | mark.0))
    }

    /// What kind a character is.
    pub fn of(c: char) -> Marks {
        if Self::is_common(c) {
            return Marks(0);
        }
        match c {
            '、' => Marks::COMMA.or(Marks::JOINT),
            '和' | '与' | '及' => Marks::AND.or(Marks::JOINT),
            '以' => Marks::JOINT,
            '的' => Marks::OF,
            '0'..='9' | '０'..='９' => Marks::DIGIT,
            'A'..='Z' | 'a'..='z' => Marks::LATIN,
            '“' => Marks::QUOTE.or(Marks::OPENING).or(Marks::JOINT),
            '”' => Marks::QUOTE.or(Marks::JOINT),
            '‘' | '《' => Marks::OPENING.or(Marks::JOINT),
            '’' | '》' => Marks::JOINT,
            '等' => Marks::ETC,
            '（' | '(' => Marks::BRACKET,
            _ => Marks(0),
        }
    }

    /// Whether a character is one of those most often met, none of which is of any kind: Chinese
    /// ones, but for a few.
    fn is_common(c: char) -> bool {
        matches!(c, '\u{4e00}'..='\u{9fff}')
            && !matches!(c, '和' | '与' | '及' | '以' | '的' | '等')
    }
}
