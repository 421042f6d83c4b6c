//! The text of a document and places in it.
//!
//! This is the only module that slices text. Everywhere else a place is a [`Span`], and its words
//! are had by [`SourceText::slice`]. Spans count bytes of the extracted text, since that is what
//! Rust slices by; every *output* counts Unicode code points, and [`SourceText::code_points`] is
//! the one border where the one becomes the other.

mod fold;
mod span;

pub use fold::simplified;
pub use span::Span;

use std::borrow::Cow;

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
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct SourceText {
    text: String,
    /// `before[i]`: how many code points begin before byte `i * STRIDE`.
    before: Vec<u32>,
    /// The same with traditional characters as simplified ones, where that differs.
    folded: Option<String>,
    /// What the file says of its layout.
    layout: Layout,
}

/// What a file says of its layout, beyond the characters of its text.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Layout {
    /// The byte at which each page begins, in order; empty where the format has no pages.
    pub pages: Vec<u32>,
    /// Lines that the file calls headings: the byte at which each begins, in order, and its level
    /// from 1.
    pub headings: Vec<(u32, u8)>,
    /// Rows of lists of projects, in order.
    pub rows: Vec<Row>,
}

/// A row of a table with a header, as one line of the text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// The line.
    pub span: Span,
    /// Its cells, without their headers.
    pub cells: Vec<Cell>,
}

/// A cell of a [`Row`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cell {
    /// What its column is called; words of the same line.
    pub header: Span,
    /// What it holds.
    pub value: Span,
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
        let folded = simplified(&text);
        Ok(Self { text, before, folded, layout: Layout::default() })
    }

    /// The same text with what its file says of its layout.
    #[must_use]
    pub fn with_layout(self, layout: Layout) -> Self {
        debug_assert!(layout.pages.is_sorted() && layout.headings.is_sorted());
        Self { layout, ..self }
    }

    /// What its file says of its layout.
    #[must_use]
    pub fn layout(&self) -> &Layout {
        &self.layout
    }

    /// How many pages the file has, where its format has pages.
    #[must_use]
    pub fn pages(&self) -> Option<usize> {
        Some(self.layout.pages.len()).filter(|&pages| pages > 0)
    }

    /// The page, from 1, that the byte offset `byte` is on, where the file has pages.
    #[must_use]
    pub fn page(&self, byte: usize) -> Option<usize> {
        self.pages()?;
        let page = self.layout.pages.partition_point(|&start| start as usize <= byte);
        Some(page.max(1))
    }

    /// The level, from 1, of the heading that the line beginning at `byte` is by its file's word.
    #[must_use]
    pub fn heading_level(&self, byte: usize) -> Option<u8> {
        let headings = &self.layout.headings;
        let found = headings.binary_search_by_key(&byte, |&(start, _)| start as usize).ok()?;
        Some(headings[found].1)
    }

    /// The text with traditional characters as simplified ones. Every byte offset is the same place
    /// in both.
    #[must_use]
    pub fn folded(&self) -> &str {
        self.folded.as_deref().unwrap_or(&self.text)
    }

    /// The text to analyse: [`folded`](Self::folded), with the same layout. Spans of it are spans of
    /// this text, which has the words as written.
    #[must_use]
    pub fn to_folded(&self) -> Cow<'_, SourceText> {
        match &self.folded {
            None => Cow::Borrowed(self),
            Some(folded) => Cow::Owned(Self {
                text: folded.clone(),
                before: self.before.clone(),
                folded: None,
                layout: self.layout.clone(),
            }),
        }
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
    fn trim_takes_ideographic_space_off() {
        let source = SourceText::new("\u{3000}\u{3000}一、总则 \r".to_owned()).expect("short");
        assert_eq!(source.slice(source.trim(source.span())), "一、总则");
    }
}
