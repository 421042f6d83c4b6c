//! Traditional characters → their simplified forms, of the same length in bytes, so that a place in
//! the one text is the same place in the other.

/// The rows of the table, read while compiling.
const TABLE: &[u8] = include_bytes!("../../seeds/characters/traditional.tsv");

/// The block that the table is about.
const FIRST: u32 = 0x4E00;
const SIZE: usize = 0x5200;

/// By character of the block: its simplified form, or 0.
static SIMPLIFIED: [u16; SIZE] = read_table(false);
/// The same without the characters that simplified texts have too.
static SURE: [u16; SIZE] = read_table(true);

/// A text in which one character of so many is surely traditional is traditional throughout.
const TRADITIONAL_FROM: usize = 30;

/// The text with its traditional characters as simplified ones; `None` when it has none.
///
/// Characters that simplified texts write too (乾, 瞭) change only in a text that is traditional
/// throughout.
#[must_use]
pub fn simplified(text: &str) -> Option<String> {
    let mut han = 0;
    let mut sure = 0;
    for c in text.chars() {
        let Some(index) = index(c) else { continue };
        han += 1;
        sure += usize::from(SURE[index] != 0);
    }
    if sure == 0 {
        return None;
    }
    let throughout = sure * TRADITIONAL_FROM >= han;
    let table = if throughout { &SIMPLIFIED } else { &SURE };
    let fold = |c: char| {
        if throughout && let Some(mark) = quotation_mark(c) {
            return mark;
        }
        let form = index(c).map_or(0, |index| table[index]);
        if form == 0 { c } else { char::from_u32(form.into()).unwrap_or(c) }
    };
    if !throughout || !text.contains('著') {
        return Some(text.chars().map(fold).collect());
    }
    let mut folded = String::with_capacity(text.len());
    for (at, c) in text.char_indices() {
        match c {
            '著' if !is_famous(text, at) => folded.push('着'),
            c => folded.push(fold(c)),
        }
    }
    Some(folded)
}

/// Whether the 著 at byte `at` is one that simplified texts write too (显著, 著名), and not their 着.
fn is_famous(text: &str, at: usize) -> bool {
    let before = text[..at].chars().next_back().unwrap_or(' ');
    let behind = text[at..].chars().nth(1).unwrap_or(' ');
    "顯显卓昭原專专論论名編编".contains(before) || "名作述書书稱称者錄录".contains(behind)
}

/// The quotation mark of simplified texts, as long in bytes, for one of traditional texts.
fn quotation_mark(c: char) -> Option<char> {
    match c {
        '「' => Some('“'),
        '」' => Some('”'),
        '『' => Some('‘'),
        '』' => Some('’'),
        _ => None,
    }
}

/// Where a character stands in the tables.
fn index(c: char) -> Option<usize> {
    (c as usize).checked_sub(FIRST as usize).filter(|&index| index < SIZE)
}

const fn read_table(sure_only: bool) -> [u16; SIZE] {
    let mut table = [0; SIZE];
    let mut at = 0;
    while at < TABLE.len() {
        if TABLE[at] != b'#' {
            let (from, to) = (character(at), character(at + 4));
            let flagged = TABLE[at + 7] == b'\t';
            if !(flagged && sure_only) {
                table[(from as u32 - FIRST) as usize] = to;
            }
            at += 7;
        }
        while TABLE[at] != b'\n' {
            at += 1;
        }
        at += 1;
    }
    table
}

/// The character of three bytes that begins at byte `at` of the table.
const fn character(at: usize) -> u16 {
    (TABLE[at] as u16 & 0x0F) << 12
        | (TABLE[at + 1] as u16 & 0x3F) << 6
        | (TABLE[at + 2] as u16 & 0x3F)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn traditional_becomes_simplified() {
        let folded = simplified("發展「數位經濟」，與清華大學合作").expect("traditional");
        assert_eq!(folded, "发展“数位经济”，与清华大学合作");
    }

    #[test]
    fn simplified_stays() {
        assert_eq!(simplified("乾坤湾与瞭望塔，著名景区"), None);
        // one name in traditional characters does not make the text traditional
        let mixed = format!("乾坤湾{}東風", "一".repeat(100));
        assert_eq!(simplified(&mixed).expect("東 is"), mixed.replace("東風", "东风"));
    }

    #[test]
    fn two_characters_in_one() {
        let folded = simplified("著力發展，沿著長江，成效顯著，著名企業").expect("traditional");
        assert_eq!(folded, "着力发展，沿着长江，成效显著，著名企业");
    }

    #[test]
    fn every_row_is_read() {
        let table = std::str::from_utf8(TABLE).expect("UTF-8");
        let rows = table.lines().filter(|line| !line.starts_with('#')).count();
        assert!(rows > 2000);
        assert_eq!(SIMPLIFIED.iter().filter(|&&form| form != 0).count(), rows);
    }

    #[test]
    fn places_stay() {
        let text = "臺灣𠀀a與é産業";
        let folded = simplified(text).expect("traditional");
        assert!(text.char_indices().map(|(at, _)| at).eq(folded.char_indices().map(|(at, _)| at)));
    }
}
