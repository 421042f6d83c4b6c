//! The text of a document and places in it.
//!
//! This is the only module that slices text. Everywhere else a place is a [`Span`], and its words
//! are had by [`SourceText::slice`]. Spans count bytes of the extracted text, since that is what
//! Rust slices by; every *output* counts Unicode code points, and [`SourceText::code_points`] is
//! the one border where the one becomes the other.

mod sentences;
mod span;

pub use span::Span;

use crate::schema::Limit;

/// How many bytes lie between two entries of the code-point index.
const STRIDE: usize = 128;

/// The extracted text of one document, unchanged, with an index from bytes to code points.
///
/// # Example
/// ```
/// use gangmu::text::{SourceText, Span};
/// let text = SourceText::new("纲举目张。".to_owned()).unwrap();
/// let span = Span::new(6, 12);
/// assert_eq!(text.slice(span), "目张");
/// assert_eq!(text.code_points(span), 2..4);
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SourceText {
    text: String,
    /// `before[i]`: how many code points begin before byte `i * STRIDE`.
    before: Vec<u32>,
}

impl SourceText {
    /// Takes over an extracted text.
    ///
    /// # Errors
    /// [`Limit`] when the text has 4 GiB or more: spans are 32 bits wide.
    pub fn new(text: String) -> Result<Self, Limit> {
        if u32::try_from(text.len()).is_err() {
            return Err(Limit::TextTooLong { bytes: text.len() });
        }
        let mut before = Vec::with_capacity(text.len() / STRIDE + 1);
        let mut count = 0;
        for chunk in text.as_bytes().chunks(STRIDE) {
            before.push(count);
            count += leading_bytes(chunk);
        }
        before.push(count);
        Ok(Self { text, before })
    }

    /// The whole text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// The words at `span`.
    ///
    /// # Panics
    /// When the span is not one of this text (out of bounds, or inside a character).
    #[must_use]
    pub fn slice(&self, span: Span) -> &str {
        &self.text[span.range()]
    }

    /// The span of the whole text.
    #[must_use]
    pub fn span(&self) -> Span {
        Span::new(0, self.text.len())
    }

    /// How many code points the text has.
    #[must_use]
    pub fn len_code_points(&self) -> usize {
        self.code_point(self.text.len())
    }

    /// The number of code points before the byte offset `byte`.
    #[must_use]
    pub fn code_point(&self, byte: usize) -> usize {
        let block = byte / STRIDE;
        let rest = &self.text.as_bytes()[block * STRIDE..byte];
        (self.before[block] + leading_bytes(rest)) as usize
    }

    /// The span in Unicode code points, as every output states it.
    #[must_use]
    pub fn code_points(&self, span: Span) -> std::ops::Range<usize> {
        let start = self.code_point(span.start());
        let within = &self.text.as_bytes()[span.range()];
        // most spans are short, and counting them needs no second look into the index
        let end = match within.len() {
            0..STRIDE => start + leading_bytes(within) as usize,
            _ => self.code_point(span.end()),
        };
        start..end
    }

    /// The byte at which a code point begins, or the text's end for the number of its code points;
    /// none behind that. It is the way back from what outputs state.
    #[must_use]
    pub fn byte_of(&self, code_point: usize) -> Option<usize> {
        let block = self.before.partition_point(|&before| before as usize <= code_point) - 1;
        let mut left = code_point - self.before[block] as usize;
        let start = block * STRIDE;
        for (at, byte) in self.text.as_bytes()[start.min(self.text.len())..].iter().enumerate() {
            if byte & 0xC0 != 0x80 {
                if left == 0 {
                    return Some(start + at);
                }
                left -= 1;
            }
        }
        (left == 0).then_some(self.text.len())
    }

    /// The span between two code points; none when they are not in this text or in this order.
    #[must_use]
    pub fn span_of(&self, start: usize, end: usize) -> Option<Span> {
        let (start, end) = (self.byte_of(start)?, self.byte_of(end)?);
        (start <= end).then(|| Span::new(start, end))
    }

    /// Line and column (both from 1, the column in code points) of a byte offset.
    #[must_use]
    pub fn line_column(&self, byte: usize) -> (usize, usize) {
        let head = &self.text[..byte];
        let line = head.bytes().filter(|&b| b == b'\n').count() + 1;
        let column = head.rsplit('\n').next().map_or(0, |l| l.chars().count()) + 1;
        (line, column)
    }

    /// The part of `span` without white space (ideographic spaces too) at its ends.
    #[must_use]
    pub fn trim(&self, span: Span) -> Span {
        let words = self.slice(span);
        let start = span.start() + (words.len() - words.trim_start_matches(is_blank).len());
        let trimmed = words.trim_matches(is_blank);
        Span::new(start, start + trimmed.len())
    }
}

/// White space as documents have it: ideographic, zero-width and byte-order marks included.
#[must_use]
pub fn is_blank(c: char) -> bool {
    c.is_whitespace() || matches!(c, '\u{200b}' | '\u{feff}' | '\u{2060}' | '\0')
}

/// Counts the bytes, at most [`STRIDE`] of them, that begin a code point.
fn leading_bytes(bytes: &[u8]) -> u32 {
    debug_assert!(bytes.len() <= STRIDE);
    // counted in bytes, which hold STRIDE and let the compiler add up sixteen at once
    u32::from(bytes.iter().map(|&b| u8::from(b & 0xC0 != 0x80)).sum::<u8>())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn code_points_agree_with_counting() {
        let text: String = "a纲𠀀é\n".repeat(100);
        let source = SourceText::new(text.clone()).expect("short");
        for (count, (byte, _)) in text.char_indices().enumerate() {
            assert_eq!(source.code_point(byte), count);
            for end in [byte, byte + 11, byte + 22 * STRIDE] {
                if end <= text.len() && text.is_char_boundary(end) {
                    let expected = count..count + text[byte..end].chars().count();
                    assert_eq!(source.code_points(Span::new(byte, end)), expected);
                }
            }
        }
        assert_eq!(source.len_code_points(), text.chars().count());
    }

    #[test]
    fn code_points_lead_back_to_bytes() {
        for text in ["", "a", "纲", &"a纲𠀀é\n".repeat(100), &"x".repeat(STRIDE), &"纲".repeat(300)]
        {
            let source = SourceText::new(text.to_owned()).expect("short");
            let starts = text.char_indices().map(|(byte, _)| byte).chain([text.len()]);
            for (count, byte) in starts.enumerate() {
                assert_eq!(source.byte_of(count), Some(byte), "{count} of {text:?}");
            }
            assert_eq!(source.byte_of(text.chars().count() + 1), None);
        }
        let source = SourceText::new("纲举目张".to_owned()).expect("short");
        assert_eq!(source.span_of(1, 3), Some(Span::new(3, 9)));
        assert_eq!((source.span_of(3, 1), source.span_of(3, 5)), (None, None));
    }

    #[test]
    fn trim_takes_ideographic_space_off() {
        let source = SourceText::new("\u{3000}\u{3000}一、总则 \r".to_owned()).expect("short");
        assert_eq!(source.slice(source.trim(source.span())), "一、总则");
    }
}
