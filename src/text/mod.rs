//! The text of a document and places in it.
//!
//! This is the only module that slices text. Everywhere else a place is a [`Span`], and its words
//! are had by [`SourceText::slice`]. Spans count bytes of the extracted text, since that is what
//! Rust slices by; every *output* counts Unicode code points, and [`SourceText::code_points`] is
//! the one border where the one becomes the other.

mod fold;
mod sentences;
mod span;

pub use fold::simplified;
pub use span::Span;

use std::borrow::Cow;

use crate::schema::Limit;

/// How many bytes a [`Block`] describes: one for each bit of a word.
const BLOCK: usize = 64;

/// Where code points begin in a stretch of bytes. One look into it answers for any of its bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Block {
    /// A bit for each byte, the first byte's lowest: whether a code point begins there.
    starts: u64,
    /// How many code points begin before the stretch.
    before: u32,
}

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
    /// By byte / [`BLOCK`]; the text's end has one too.
    blocks: Vec<Block>,
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
        let mut blocks = Vec::with_capacity(text.len() / BLOCK + 1);
        let mut before = 0;
        for bytes in text.as_bytes().chunks(BLOCK) {
            let starts = starts(bytes);
            blocks.push(Block { starts, before });
            before += starts.count_ones();
        }
        blocks.push(Block { starts: 0, before });
        let folded = simplified(&text);
        Ok(Self { text, blocks, folded, layout: Layout::default() })
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
                blocks: self.blocks.clone(),
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
        let Block { starts, before } = self.blocks[byte / BLOCK];
        let earlier = (1 << (byte % BLOCK)) - 1;
        (before + (starts & earlier).count_ones()) as usize
    }

    /// The span in Unicode code points, as every output states it.
    #[must_use]
    pub fn code_points(&self, span: Span) -> std::ops::Range<usize> {
        self.code_point(span.start())..self.code_point(span.end())
    }

    /// The byte at which a code point begins, or the text's end for the number of its code points;
    /// none behind that. It is the way back from what outputs state.
    #[must_use]
    pub fn byte_of(&self, code_point: usize) -> Option<usize> {
        let after = self.blocks.partition_point(|block| block.before as usize <= code_point);
        let block = after.checked_sub(1)?;
        let Block { mut starts, before } = self.blocks[block];
        let earlier = code_point - before as usize;
        if earlier >= starts.count_ones() as usize {
            // behind the last code point there is the end alone
            let is_end = block + 1 == self.blocks.len() && earlier == 0;
            return is_end.then_some(self.text.len());
        }
        for _ in 0..earlier {
            starts &= starts - 1;
        }
        Some(block * BLOCK + starts.trailing_zeros() as usize)
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
        let words = self.slice(span).trim_start_matches(is_blank);
        let start = span.end() - words.len();
        Span::new(start, start + words.trim_end_matches(is_blank).len())
    }
}

/// White space as documents have it: ideographic, zero-width and byte-order marks included.
#[must_use]
#[inline]
pub fn is_blank(c: char) -> bool {
    match c {
        // Chinese characters and their punctuation: what is most often asked for
        '\u{3001}'..='\u{d7ff}' => false,
        _ => c.is_whitespace() || matches!(c, '\u{200b}' | '\u{feff}' | '\u{2060}' | '\0'),
    }
}

/// Whether a byte is the first of a Chinese character, which has three of them; U+4000 to U+9FFF, no
/// mark and no blank among them. Readers of text step over what is none of their marks by this.
#[must_use]
#[inline]
pub fn begins_han(byte: u8) -> bool {
    matches!(byte, 0xE4..=0xE9)
}

/// [`Block::starts`] of at most [`BLOCK`] bytes.
fn starts(bytes: &[u8]) -> u64 {
    let (words, rest) = bytes.as_chunks::<8>();
    // what lies behind the text begins no code point
    let mut last = [0x80; 8];
    last[..rest.len()].copy_from_slice(rest);
    let at = 8 * words.len();
    let tail = if rest.is_empty() { 0 } else { starts_in_word(last) << at };
    words
        .iter()
        .zip((0..).step_by(8))
        .fold(tail, |starts, (&word, at)| starts | starts_in_word(word) << at)
}

/// Which of eight bytes begin a code point: all but those of the form 10xxxxxx.
fn starts_in_word(bytes: [u8; 8]) -> u64 {
    const LOWEST: u64 = 0x0101_0101_0101_0101;
    let word = u64::from_le_bytes(bytes);
    let starts = (!(word >> 7) | word >> 6) & LOWEST;
    // moves the lowest bit of every byte into the highest byte, in their order
    starts.wrapping_mul(0x0102_0408_1020_4080) >> 56
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
            for end in [byte, byte + 11, byte + 22 * BLOCK] {
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
        for text in ["", "a", "纲", &"a纲𠀀é\n".repeat(100), &"x".repeat(BLOCK), &"纲".repeat(300)]
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
