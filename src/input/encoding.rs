//! Bytes → characters. Readers of text formats call [`decode`] and know of no encoding.
//!
//! The order of trust: the user's word, a byte-order mark, strict UTF-8 of the whole file, UTF-16 by
//! the look of it, what the file says of itself, and at last GB18030 against Big5 by which gives the
//! more frequent characters. What was chosen is recorded, and what got lost is told.

use encoding_rs as rs;

use super::familiar::{is_han, ratio, share};
use super::{Extracted, InputError};
use crate::diagnostic::Code;
use crate::extraction::Diagnostic;
use crate::text::Span;

/// A character encoding of Chinese texts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Encoding {
    /// UTF-8.
    Utf8,
    /// GB18030, and with it GBK and GB 2312.
    Gb18030,
    /// Big5 with the characters of Hong Kong.
    Big5,
    /// UTF-16, the low byte first.
    Utf16Le,
    /// UTF-16, the high byte first.
    Utf16Be,
}

impl Encoding {
    /// All, the most frequent first.
    pub const ALL: &[Self] = &[Self::Utf8, Self::Gb18030, Self::Big5, Self::Utf16Le, Self::Utf16Be];

    /// The name in files and messages.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Utf8 => "UTF-8",
            Self::Gb18030 => "GB18030",
            Self::Big5 => "Big5",
            Self::Utf16Le => "UTF-16LE",
            Self::Utf16Be => "UTF-16BE",
        }
    }

    /// The encoding that goes by this name, in any case; `gbk` and `gb2312` are names of GB18030.
    #[must_use]
    pub fn by_name(name: &str) -> Option<Self> {
        let label = match name.trim() {
            "cp936" | "CP936" => "gbk",
            "cp950" | "CP950" => "big5",
            name => name,
        };
        let found = rs::Encoding::for_label(label.as_bytes())?;
        Self::ALL.iter().copied().find(|encoding| {
            encoding.decoder() == found || (*encoding == Self::Gb18030 && found == rs::GBK)
        })
    }

    fn decoder(self) -> &'static rs::Encoding {
        match self {
            Self::Utf8 => rs::UTF_8,
            Self::Gb18030 => rs::GB18030,
            Self::Big5 => rs::BIG5,
            Self::Utf16Le => rs::UTF_16LE,
            Self::Utf16Be => rs::UTF_16BE,
        }
    }

    /// The text, in which U+FFFD stands for what is no character, and how often that was put.
    fn decode(self, bytes: &[u8]) -> (String, usize) {
        let (text, lossy) = self.decoder().decode_without_bom_handling(bytes);
        let lost = if lossy { text.matches(char::REPLACEMENT_CHARACTER).count() } else { 0 };
        (text.into_owned(), lost)
    }
}

/// Byte-order marks. They are no part of the text.
const MARKS: [(&[u8], Encoding); 4] = [
    (b"\xEF\xBB\xBF", Encoding::Utf8),
    (b"\xFF\xFE", Encoding::Utf16Le),
    (b"\xFE\xFF", Encoding::Utf16Be),
    (b"\x84\x31\x95\x33", Encoding::Gb18030),
];

/// A text may have lost one in so many characters and still be what it was.
const BEARABLE: usize = 50;
/// A text whose characters are frequent to a lesser share than this is in no encoding known here.
const SENSE: f64 = 0.2;

/// Decodes a text. `said` is what the user says of its encoding; `claimed` what the file says of
/// itself, which is trusted less than what its bytes show.
pub(super) fn decode(
    bytes: &[u8],
    said: Option<Encoding>,
    claimed: Option<Encoding>,
) -> Result<Extracted, InputError> {
    let mark = MARKS.iter().find(|(mark, _)| bytes.starts_with(mark));
    let body = match mark {
        Some(&(mark, encoding)) if said.is_none_or(|said| said == encoding) => &bytes[mark.len()..],
        _ => bytes,
    };
    let (encoding, text, lost) = match said.or(mark.map(|&(_, encoding)| encoding)) {
        Some(encoding) => {
            let (text, lost) = encoding.decode(body);
            (encoding, text, lost)
        }
        None => detect(body, claimed)?,
    };
    refuse_binary(&text, body)?;
    let mut extracted = Extracted::new(text, encoding.name());
    if lost > 0 {
        extracted.notes.push(loss(lost, encoding, &extracted.text));
    }
    Ok(extracted)
}

/// The encoding, by the bytes.
fn detect(body: &[u8], claimed: Option<Encoding>) -> Result<(Encoding, String, usize), InputError> {
    let nul = body.contains(&0);
    if !nul && let Ok(text) = std::str::from_utf8(body) {
        return Ok((Encoding::Utf8, text.to_owned(), 0));
    }
    for encoding in [Encoding::Utf16Le, Encoding::Utf16Be] {
        let (text, lost) = encoding.decode(body);
        if body.len().is_multiple_of(2) && lost == 0 && reads_like_utf_16(&text) {
            return Ok((encoding, text, 0));
        }
    }
    if nul {
        let at = body.iter().position(|&b| b == 0).unwrap_or(0);
        return Err(InputError::NulByte { offset: at, line: line_at(body, at) });
    }
    let decoded = |encoding: Encoding| {
        let (text, lost) = encoding.decode(body);
        (encoding, text, lost)
    };
    // a byte that went wrong does not make another encoding of UTF-8, whose sequences are no accident
    let utf_8 = decoded(Encoding::Utf8);
    let sequences = utf_8.1.chars().filter(|c| c.len_utf8() > 1).count() - utf_8.2;
    if sequences >= 10 * utf_8.2 || (utf_8.2 == 1 && utf_8.1.ends_with('\u{FFFD}') && sequences > 0)
    {
        return Ok(utf_8);
    }
    if let Some(encoding) = claimed {
        let found = decoded(encoding);
        if found.2 * BEARABLE <= found.1.chars().count() {
            return Ok(found);
        }
    }
    let sense = |text: &str, lost: usize| share(text) - 3.0 * ratio(lost, text.chars().count());
    let (gb, big5) = (decoded(Encoding::Gb18030), decoded(Encoding::Big5));
    let (gb_sense, big5_sense) = (sense(&gb.1, gb.2), sense(&big5.1, big5.2));
    let (best, best_sense) =
        if big5_sense > gb_sense { (big5, big5_sense) } else { (gb, gb_sense) };
    // a few characters without an error are believed, more have to make sense
    let han = best.1.chars().filter(|&c| is_han(c)).count();
    if best_sense < SENSE && (best.2 > 0 || han > 12) || han == 0 {
        return Err(InputError::NotText { offset: first_loss(Encoding::Utf8, body) });
    }
    Ok(best)
}

/// Whether nearly all is such as Chinese texts have.
fn reads_like_utf_16(text: &str) -> bool {
    let mut fits = 0;
    let mut all = 0;
    for c in text.chars().take(4000) {
        all += 1;
        fits += usize::from(
            is_han(c)
                || matches!(c, ' '..='~' | '\t' | '\n' | '\r')
                || matches!(c, '\u{2010}'..='\u{2030}' | '\u{3000}'..='\u{303F}')
                || matches!(c, '\u{FF00}'..='\u{FFEF}' | '·' | '×' | '①'..='⑳'),
        );
    }
    // bytes of letters make characters too, but odd ones
    ratio(fits, all) > 0.95 && (share(text) > 0.1 || !text.contains(is_han))
}

/// A text has no control characters beyond tabs and line ends, but for an odd one.
fn refuse_binary(text: &str, body: &[u8]) -> Result<(), InputError> {
    let control = |c: char| c.is_control() && !matches!(c, '\t' | '\n' | '\r' | '\u{C}' | '\u{85}');
    let odd = text.chars().filter(|&c| control(c)).count();
    if text.contains('\0') {
        let at = body.iter().position(|&b| b == 0).unwrap_or(0);
        return Err(InputError::NulByte { offset: at, line: line_at(body, at) });
    }
    if odd * 20 > text.chars().count() {
        return Err(InputError::NotText { offset: 0 });
    }
    Ok(())
}

/// Tells of bytes that are no characters.
fn loss(lost: usize, encoding: Encoding, text: &str) -> Diagnostic {
    let mark = char::REPLACEMENT_CHARACTER;
    let at = text.find(mark).filter(|&at| u32::try_from(at + mark.len_utf8()).is_ok());
    let places = if lost == 1 { "place is" } else { "places are" };
    Diagnostic {
        code: Code::TextDamaged,
        span: at.map(|at| Span::new(at, at + mark.len_utf8())),
        message: format!("{lost} {places} not valid {}, and shown as U+FFFD", encoding.name()),
    }
}

/// The byte at which the first thing stands that is no character.
fn first_loss(encoding: Encoding, body: &[u8]) -> usize {
    match encoding {
        Encoding::Utf8 => std::str::from_utf8(body).err().map_or(0, |e| e.valid_up_to()),
        _ => 0,
    }
}

/// The line, from 1, that holds the byte at `offset`.
fn line_at(bytes: &[u8], offset: usize) -> usize {
    bytes[..offset].iter().filter(|&&b| b == b'\n').count() + 1
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "一、加快建设现代化产业体系\r\n支持企业做大做强，推进重点项目。";
    const TRADITIONAL: &str = "一、加快建設現代化產業體系\r\n支持企業做大做強，推進重點項目。";

    #[track_caller]
    fn check(bytes: &[u8], encoding: &str, text: &str) {
        let extracted = decode(bytes, None, None).expect("a text");
        assert_eq!((extracted.encoding, extracted.text.as_str()), (encoding, text));
        assert!(extracted.notes.is_empty());
    }

    fn utf_16(text: &str, bytes: fn(u16) -> [u8; 2]) -> Vec<u8> {
        text.encode_utf16().flat_map(bytes).collect()
    }

    #[test]
    fn every_encoding_is_found() {
        check(TEXT.as_bytes(), "UTF-8", TEXT);
        check(&[b"\xEF\xBB\xBF", TEXT.as_bytes()].concat(), "UTF-8", TEXT);
        for text in [TEXT, TRADITIONAL, "纲举目张", "工作報告", "2025年工作要点"] {
            check(&rs::GB18030.encode(text).0, "GB18030", text);
            check(&utf_16(text, u16::to_le_bytes), "UTF-16LE", text);
            check(&utf_16(text, u16::to_be_bytes), "UTF-16BE", text);
        }
        check(&rs::BIG5.encode(TRADITIONAL).0, "Big5", TRADITIONAL);
        check(&[b"\xFF\xFE".to_vec(), utf_16(TEXT, u16::to_le_bytes)].concat(), "UTF-16LE", TEXT);
        check(&[b"\xFE\xFF".to_vec(), utf_16(TEXT, u16::to_be_bytes)].concat(), "UTF-16BE", TEXT);
    }

    #[test]
    fn the_user_overrules() {
        let bytes = rs::BIG5.encode(TRADITIONAL).0;
        let extracted = decode(&bytes, Some(Encoding::Gb18030), None).expect("as told");
        assert_eq!(extracted.encoding, "GB18030");
        assert_ne!(extracted.text, TRADITIONAL);
        assert_eq!(Encoding::by_name("gb2312"), Some(Encoding::Gb18030));
        assert_eq!(Encoding::by_name("cp936"), Some(Encoding::Gb18030));
        assert_eq!(Encoding::by_name("big5"), Some(Encoding::Big5));
        assert_eq!(Encoding::by_name("UTF-16LE"), Some(Encoding::Utf16Le));
    }

    #[test]
    fn a_loss_is_told() {
        let mut bytes = TEXT.repeat(3).into_bytes();
        bytes[30] = 0xFF;
        let extracted = decode(&bytes, None, None).expect("a text with a bad byte");
        assert_eq!(extracted.encoding, "UTF-8");
        assert_eq!(extracted.notes.len(), 1, "{:?}", extracted.notes);
    }

    #[test]
    fn what_is_no_text_is_refused() {
        assert!(matches!(
            decode(b"a\nb\0c", None, None),
            Err(InputError::NulByte { offset: 3, line: 2 })
        ));
        let noise: Vec<u8> = (0..4000u32)
            .map(|i| (i.wrapping_mul(2_654_435_761) >> 24) as u8)
            .filter(|&b| b != 0)
            .collect();
        assert!(decode(&noise, None, None).is_err());
    }
}
