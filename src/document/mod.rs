//! The text as lines, sentences and clauses, with its headings and front matter.
//!
//! Nothing is interpreted here beyond layout: what a heading means is for [`crate::pillar`], what
//! a clause says for [`crate::action`].

mod clauses;
mod front;
mod heading;
mod numbering;
pub(crate) mod opening;
mod series;
#[cfg(test)]
mod tests;

pub use clauses::{Clause, ClauseEnd, Sentence};
pub use heading::{Heading, HeadingStyle};
pub use numbering::{Marker, MarkerStyle};

use std::ops::Range;

use clauses::Lost;

use crate::extraction::FrontMatter;
use crate::lexicon::Hits;
use crate::text::{SourceText, Span};

/// So many line breaks that were surely lost make others likely.
const SEVERAL: usize = 2;

/// What a line is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LineKind {
    /// Title, date, source, author: before the body.
    Front,
    /// A heading, which text may follow in the same line.
    Heading,
    /// Running text.
    Paragraph,
    /// An address, an appeal that closes the speech: no measure.
    Framing,
    /// A list behind the body that explains its words: no measure.
    Annex,
    /// Editors, copyright: behind the body.
    End,
}

/// A line of the text that is not blank.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// Without white space at its ends.
    pub span: Span,
    /// The number or bullet that it begins with.
    pub marker: Option<Marker>,
    /// What it is.
    pub kind: LineKind,
    /// Its sentences, as indices into [`Document::sentences`].
    pub sentences: Range<usize>,
}

impl Line {
    /// The line without its marker.
    #[must_use]
    pub fn content(&self) -> Span {
        let start = self.marker.as_ref().map_or(self.span.start(), |marker| marker.span.end());
        Span::new(start.min(self.span.end()), self.span.end())
    }
}

/// The layout of one document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Document {
    /// What it says of itself.
    pub front: FrontMatter,
    /// Its lines, blank ones left out.
    pub lines: Vec<Line>,
    /// All sentences in reading order.
    pub sentences: Vec<Sentence>,
    /// All clauses in reading order.
    pub clauses: Vec<Clause>,
    /// All headings in reading order.
    pub headings: Vec<Heading>,
}

impl Document {
    /// Reads the layout of a text.
    #[must_use]
    pub fn read(text: &SourceText, hits: &Hits) -> Self {
        let mut document = Self::split(text, hits, Lost::Surely);
        let lost = document.clauses.iter().filter(|clause| clause.end == ClauseEnd::Lost).count();
        if lost >= SEVERAL {
            document = Self::split(text, hits, Lost::Likely);
        }
        front::read(text, hits, &mut document);
        heading::read(text, hits, &mut document);
        document
    }

    /// Its lines, sentences and clauses.
    fn split(text: &SourceText, hits: &Hits, breaks: Lost) -> Self {
        let mut document = Document {
            front: FrontMatter::default(),
            lines: Vec::new(),
            // a clause has a dozen characters, a sentence some clauses
            sentences: Vec::with_capacity(text.as_str().len() / 96),
            clauses: Vec::with_capacity(text.as_str().len() / 32),
            headings: Vec::new(),
        };
        for span in line_spans(text) {
            let marker = numbering::marker(text, span);
            let mut line = Line { span, marker, kind: LineKind::Paragraph, sentences: 0..0 };
            let from = document.sentences.len();
            clauses::split(
                text,
                hits,
                line.content(),
                breaks,
                &mut document.sentences,
                &mut document.clauses,
            );
            line.sentences = from..document.sentences.len();
            document.lines.push(line);
        }
        document
    }

    /// The clauses of a sentence.
    #[must_use]
    pub fn clauses_of(&self, sentence: &Sentence) -> &[Clause] {
        &self.clauses[sentence.clauses.clone()]
    }

    /// The sentences of a line.
    #[must_use]
    pub fn sentences_of(&self, line: &Line) -> &[Sentence] {
        &self.sentences[line.sentences.clone()]
    }
}

/// The lines that are not blank, trimmed.
fn line_spans(text: &SourceText) -> impl Iterator<Item = Span> {
    let lines = line_ends(text.as_str()).scan(0, |start, end| {
        let line = Span::new(*start, end);
        *start = end;
        Some(text.trim(line))
    });
    lines.filter(|line| !line.is_empty())
}

/// Where lines end, their separators included.
fn line_ends(text: &str) -> impl Iterator<Item = usize> {
    let bytes = text.as_bytes();
    // the separators U+2028 and U+2029 begin with a byte that few other characters begin with
    memchr::memchr2_iter(b'\n', 0xE2, bytes)
        .filter_map(|at| match bytes[at..] {
            [b'\n', ..] => Some(at + 1),
            [_, 0x80, 0xA8 | 0xA9, ..] => Some(at + 3),
            _ => None,
        })
        .chain(std::iter::once(bytes.len()))
}
