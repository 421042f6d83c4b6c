//! What a clause is made of: found by comparing many of its bytes at once.
//!
//! Most clauses have no figure, no time and one part. What reads these need not look there.

/// Which marks may stand in some words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Makeup {
    marks: u8,
}

const DIGIT: u8 = 1;
const COMMA: u8 = 2;
/// Full-width marks and digits: all of their characters begin with this byte.
const WIDE: u8 = 4;
const WIDE_BYTE: u8 = 0xEF;

impl Makeup {
    pub(super) fn of(words: &str) -> Self {
        // without an early end, so that the compiler compares whole blocks
        let marks = words.bytes().fold(0, |marks, b| {
            let digit = u8::from(b.is_ascii_digit()) * DIGIT;
            let comma = u8::from(b == b',') * COMMA;
            marks | digit | comma | u8::from(b == WIDE_BYTE) * WIDE
        });
        Self { marks }
    }

    /// Whether there may be a digit, half or full width.
    pub(super) fn may_have_digits(self) -> bool {
        self.marks & (DIGIT | WIDE) != 0
    }

    /// Whether there may be a comma, half or full width.
    pub(super) fn may_have_commas(self) -> bool {
        self.marks & (COMMA | WIDE) != 0
    }
}

/// Whether one of 年, 季 and 月 stands in some words, without which they tell no time.
pub(super) fn tells_time(words: &str) -> bool {
    let bytes = words.as_bytes();
    let Some((behind, later)) = bytes.get(1..).zip(bytes.get(2..)) else { return false };
    bytes.iter().zip(behind).zip(later).fold(false, |found, ((&a, &b), &c)| {
        let is = |word: &str| {
            let word = word.as_bytes();
            (a == word[0]) & (b == word[1]) & (c == word[2])
        };
        found | is("年") | is("季") | is("月")
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_and_times_are_found() {
        for (words, digits, commas, time) in [
            ("", false, false, false),
            ("建园区", false, false, false),
            ("建3个园区", true, false, false),
            ("建３个园区", true, true, false),
            ("建园区，引企业", true, true, false),
            ("建园区,引企业", false, true, false),
            ("年", false, false, true),
            ("力争在一季度", false, false, true),
            ("截至6月", true, false, true),
        ] {
            let makeup = Makeup::of(words);
            assert_eq!(makeup.may_have_digits(), digits, "{words}");
            assert_eq!(makeup.may_have_commas(), commas, "{words}");
            assert_eq!(tells_time(words), time, "{words}");
        }
    }
}
