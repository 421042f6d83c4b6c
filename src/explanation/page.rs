//! Lines of words in styles. Whoever shows them decides what a style looks like.

use crate::published::Quote;
use crate::schema::Rule;
use crate::text::Span;

use super::{Sources, place};

/// How many characters of a sentence are shown before and behind what it is shown for.
const CONTEXT: usize = 60;

/// What words are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Style {
    /// Words of the explanation.
    Plain,
    /// What the explanation, or a part of it, is about.
    Title,
    /// The words that something rests on.
    Quote,
    /// Where something stands, and ids.
    Place,
}

/// A line.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Line {
    /// How far it is set in, in steps.
    pub indent: usize,
    /// Its words.
    pub parts: Vec<(Style, String)>,
}

/// An explanation.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Page {
    /// Its lines.
    pub lines: Vec<Line>,
}

impl Page {
    /// The explanation without styles.
    #[must_use]
    pub fn to_text(&self) -> String {
        let mut text = String::new();
        for line in &self.lines {
            text.push_str(&"  ".repeat(line.indent));
            line.parts.iter().for_each(|(_, words)| text.push_str(words));
            text.push('\n');
        }
        text
    }
}

/// Writes a page.
pub(super) struct Writer<'s> {
    pub sources: Sources<'s>,
    page: Page,
}

impl<'s> Writer<'s> {
    pub(super) fn new(sources: Sources<'s>) -> Self {
        Self { sources, page: Page::default() }
    }

    pub(super) fn finish(self) -> Page {
        self.page
    }

    /// A line of words in several styles. Control characters of hostile documents become spaces: a
    /// terminal would obey them.
    pub(super) fn line(&mut self, indent: usize, parts: &[(Style, &str)]) {
        let tame =
            |words: &str| words.chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
        let parts = parts.iter().map(|&(style, words)| (style, tame(words))).collect();
        self.page.lines.push(Line { indent, parts });
    }

    pub(super) fn plain(&mut self, indent: usize, words: &str) {
        self.line(indent, &[(Style::Plain, words)]);
    }

    /// Words that something rests on: what they are, why, where, and their sentence.
    pub(super) fn quote(&mut self, indent: usize, quote: &Quote) {
        let mut why = match Rule::from_name(&quote.rule) {
            Some(rule) => format!(" — rule {}: {}", rule.name(), rule.sentence()),
            None => format!(" — rule {}", quote.rule),
        };
        if let Some(confidence) = quote.confidence {
            why.push_str(&format!("; confidence {confidence}"));
        }
        let words = format!("“{}”", quote.text);
        self.line(indent, &[(Style::Quote, &words), (Style::Plain, &why)]);
        let place = place(self.sources, quote);
        self.line(indent + 1, &[(Style::Place, &place)]);
        self.sentence(indent + 1, &quote.document, quote.start, quote.end);
    }

    /// The sentence around a place, where its document is at hand.
    pub(super) fn sentence(&mut self, indent: usize, document: &str, start: usize, end: usize) {
        let Some((text, span)) = self.sources.originals.span(document, start, end) else { return };
        let sentence = text.sentence_around(span, CONTEXT);
        let before = text.slice(Span::new(sentence.start(), span.start()));
        let after = text.slice(Span::new(span.end(), sentence.end()));
        let before = format!("| {before}");
        self.line(
            indent,
            &[(Style::Plain, &before), (Style::Quote, text.slice(span)), (Style::Plain, after)],
        );
    }
}
