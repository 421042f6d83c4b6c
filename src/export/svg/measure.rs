//! How wide words are, without a font at hand: never less than in the fonts that pictures name.

use super::super::dot::text::{balanced, columns};

/// Pixels that words take in letters of a size.
pub(super) fn width(words: &str, size: i32) -> i32 {
    let tenths: i32 = words
        .chars()
        .map(|c| match columns(c) {
            0 => 0,
            2 => 100,
            _ if matches!(c, 'm' | 'w' | 'M' | 'W' | '@' | '%' | '—') => 95,
            _ if c.is_ascii_uppercase() => 72,
            _ if matches!(c, 'i' | 'j' | 'l' | '.' | ',' | ':' | ';' | ' ' | '|' | '\'') => 32,
            _ if c.is_ascii() => 62,
            _ => 100,
        })
        .sum();
    (tenths * size + 99) / 100
}

/// Lines no wider than so many pixels, at most so many of them.
pub(super) fn lines(words: &str, size: i32, room: i32, most: usize) -> Vec<String> {
    // lines are broken by columns, of which Latin letters need more room than half a character
    let mut across = usize::try_from(room * 2 / size).unwrap_or(1).max(4);
    loop {
        let lines = balanced(words, across, most);
        if across <= 4 || lines.iter().all(|line| width(line, size) <= room) {
            return lines.into_iter().map(|line| cut(&line, size, room)).collect();
        }
        across -= 1;
    }
}

/// The beginning of words that fits, with an ellipsis if it is not all.
pub(super) fn cut(words: &str, size: i32, room: i32) -> String {
    let clean: String = words.chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
    if width(&clean, size) <= room {
        return clean;
    }
    let mut kept = String::new();
    for c in clean.chars() {
        kept.push(c);
        if width(&kept, size) + size > room {
            kept.pop();
            break;
        }
    }
    kept + "…"
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_fit() {
        for words in
            ["全力打造一流创新生态，培育壮大市场主体", "WWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWW", "a\tb"]
        {
            for room in [60, 90, 200] {
                for line in lines(words, 12, room, 3) {
                    assert!(width(&line, 12) <= room, "{line}");
                }
            }
        }
        assert_eq!(cut("纲举目张", 10, 40), "纲举目张");
        assert_eq!(cut("纲举目张", 10, 39), "纲举…");
    }
}
