//! Bytes → characters. The seam for further encodings: readers of text formats call [`decode`]
//! and know of none. Nothing is guessed and nothing replaced: a text that does not decode is an
//! error with its place, since offsets into a damaged text would be worth nothing.

use super::{Extracted, InputError};

/// The byte-order marks of the encodings that are recognised, to read them or to name them.
const UTF_8_MARK: &[u8] = b"\xEF\xBB\xBF";
const UTF_16_MARKS: [&[u8]; 2] = [b"\xFF\xFE", b"\xFE\xFF"];

/// Decodes a text file. A byte-order mark is not part of the text.
pub(super) fn decode(bytes: &[u8]) -> Result<Extracted, InputError> {
    if UTF_16_MARKS.iter().any(|mark| bytes.starts_with(mark)) {
        return Err(InputError::Utf16);
    }
    let mark = if bytes.starts_with(UTF_8_MARK) { UTF_8_MARK.len() } else { 0 };
    let body = &bytes[mark..];
    // from here on byte 0 can only mean that this is no UTF-8 text: no editor writes it
    if let Some(at) = body.iter().position(|&b| b == 0) {
        return Err(InputError::NulByte { offset: mark + at, line: line_at(body, at) });
    }
    match std::str::from_utf8(body) {
        Ok(text) => Ok(Extracted { text: text.to_owned(), encoding: "UTF-8" }),
        Err(error) => {
            let at = error.valid_up_to();
            Err(InputError::NotUtf8 { offset: mark + at, line: line_at(body, at) })
        }
    }
}

/// The line, from 1, that holds the byte at `offset`.
fn line_at(bytes: &[u8], offset: usize) -> usize {
    bytes[..offset].iter().filter(|&&b| b == b'\n').count() + 1
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_mark_is_no_text() {
        let extracted = decode(b"\xEF\xBB\xBF\xE7\xBA\xB2\r\n").expect("UTF-8");
        assert_eq!(extracted.text, "纲\r\n");
    }

    #[test]
    fn a_bad_byte_is_named_by_its_place_in_the_file() {
        let error = decode(b"\xEF\xBB\xBFab\nc\xB8\xD9").expect_err("GBK");
        assert_eq!(error, InputError::NotUtf8 { offset: 7, line: 2 });
    }

    #[test]
    fn utf_16_is_named() {
        assert_eq!(decode(b"\xFF\xFE\xB2\x7E").expect_err("UTF-16"), InputError::Utf16);
        let unmarked = decode(b"\n1\0").expect_err("UTF-16 without mark");
        assert_eq!(unmarked, InputError::NulByte { offset: 2, line: 2 });
    }
}
