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
        let bytes = words.as_bytes();
        let marks = any(bytes, bytes, |b, _| {
            let digit = u8::from(b.is_ascii_digit()) * DIGIT;
            let comma = u8::from(b == b',') * COMMA;
            let wide = u8::from(b == WIDE_BYTE) * WIDE;
            digit | comma | wide
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

/// Whether one of 年, 季 and 月 may stand in some words, without which they tell no time.
pub(super) fn may_tell_time(words: &str) -> bool {
    let bytes = words.as_bytes();
    let Some((_, behind)) = bytes.split_first() else { return false };
    // few other characters have the same second and third byte
    let found = any(&bytes[..behind.len()], behind, |second, third| {
        let ends = |word: &str| {
            let word = word.as_bytes();
            u8::from(second == word[1]) & u8::from(third == word[2])
        };
        ends("年") | ends("季") | ends("月")
    });
    found != 0
}

/// The bits that `marks` gives for any of the pairs of two equally long rows of bytes.
#[inline(always)]
fn any(first: &[u8], second: &[u8], marks: impl Fn(u8, u8) -> u8) -> u8 {
    const BLOCK: usize = 16;
    let (Some(last), Some(last_of_second)) =
        (first.last_chunk::<BLOCK>(), second.last_chunk::<BLOCK>())
    else {
        return first.iter().zip(second).fold(0, |found, (&a, &b)| found | marks(a, b));
    };
    // bit by bit for each place in a block, so that the compiler takes a block at once; the last
    // block may overlap the one before
    let mut found = [0; BLOCK];
    let mut look = |first: &[u8; BLOCK], second: &[u8; BLOCK]| {
        for (found, (&a, &b)) in found.iter_mut().zip(first.iter().zip(second)) {
            *found |= marks(a, b);
        }
    };
    for (first, second) in first.as_chunks().0.iter().zip(second.as_chunks().0) {
        look(first, second);
    }
    look(last, last_of_second);
    found.iter().fold(0, |all, found| all | found)
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
            ("加快建设一批现代农业产业园", false, false, false),
            ("加快建设一批现代农业产业园3个", true, false, false),
            ("一季度加快建设一批现代农业产业园", false, false, true),
            ("加快建设一批现代农业产业园在年底", false, false, true),
        ] {
            let makeup = Makeup::of(words);
            assert_eq!(makeup.may_have_digits(), digits, "{words}");
            assert_eq!(makeup.may_have_commas(), commas, "{words}");
            assert_eq!(may_tell_time(words), time, "{words}");
        }
    }
}
