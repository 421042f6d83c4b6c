//! Digits of numbers as they are most often: offsets, counts and shares of certainty.

/// The largest offset with eight digits.
const MOST: u64 = 99_999_999;

/// The decimal digits of a number, and how many there are; `None` for more than eight.
///
/// They are made side by side in one word: halved into four digits each, then two, then one.
pub(super) fn integer(number: u64) -> Option<([u8; 8], usize)> {
    if number > MOST {
        return None;
    }
    let fours = (number / 10_000) | ((number % 10_000) << 32);
    let hundreds = ((fours * 10_486) >> 20) & 0x0000_007F_0000_007F;
    let pairs = hundreds | (fours - 100 * hundreds) << 16;
    let tens = ((pairs * 103) >> 10) & 0x000F_000F_000F_000F;
    let digits = tens | (pairs - 10 * tens) << 8;
    // the first digit is the lowest byte; zero has one digit
    let zeros = (digits.trailing_zeros() / 8).min(7);
    let ascii = digits >> (8 * zeros) | 0x3030_3030_3030_3030;
    Some((ascii.to_le_bytes(), 8 - zeros as usize))
}

/// The digits behind the point of a share below 1 with at most three of them.
pub(super) fn thousandths(share: f64) -> Option<([u8; 3], usize)> {
    if !(0.0..0.9995).contains(&share) || share.is_sign_negative() {
        return None;
    }
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "below 1000")]
    let count = (share * 1000.0 + 0.5) as u16;
    if f64::from(count) / 1000.0 != share {
        return None;
    }
    #[allow(clippy::cast_possible_truncation, reason = "a digit")]
    let digit = |of: u16| b'0' + (count / of % 10) as u8;
    let digits = [digit(100), digit(10), digit(1)];
    let len = digits.iter().rposition(|&digit| digit != b'0').map_or(1, |last| last + 1);
    Some((digits, len))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn integers_have_their_digits() {
        let near = |ten: u64| [ten - 1, ten, ten + 1, ten * 7 + 305];
        let powers = (1..8).flat_map(|power| near(10u64.pow(power)));
        for number in (0..20_000).chain(powers.filter(|&n| n <= MOST)).chain([MOST]) {
            let (digits, len) = integer(number).expect("eight digits");
            assert_eq!(digits[..len], *number.to_string().as_bytes());
        }
        assert_eq!(integer(MOST + 1), None);
    }

    #[test]
    fn shares_are_those_of_serde_json() {
        for count in 0..1000u16 {
            let share = f64::from(count) / 1000.0;
            let (digits, len) = thousandths(share).expect("three digits");
            let written = serde_json::to_string(&share).expect("a number");
            assert_eq!(format!("0.{}", String::from_utf8_lossy(&digits[..len])), written);
        }
        for other in [1.0, -0.0, -0.5, 0.0005, 0.1234, 6.5, f64::NAN, f64::INFINITY] {
            assert_eq!(thousandths(other), None, "{other}");
        }
    }
}
