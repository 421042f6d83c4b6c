//! The words of clauses, as those who fill slots look at them.

use crate::lexicon::{Classes, Hits, Lexicon};
use crate::text::{SourceText, Span};

/// A text with what the lexicon found in it.
#[derive(Clone, Copy)]
pub(super) struct Words<'a> {
    pub(super) text: &'a SourceText,
    pub(super) lexicon: &'a Lexicon,
    pub(super) hits: &'a Hits,
}

impl<'a> Words<'a> {
    /// The words from one place to another.
    pub(super) fn rest(self, at: usize, limit: usize) -> &'a str {
        self.text.slice(Span::new(at, limit))
    }

    /// The character at a place before `limit`.
    pub(super) fn char_at(self, at: usize, limit: usize) -> Option<char> {
        self.rest(at, limit).chars().next()
    }

    /// How many bytes the first of `forms` that stands here has, else 0.
    pub(super) fn starts(self, at: usize, limit: usize, forms: &[&str]) -> usize {
        let rest = &self.text.as_str().as_bytes()[at..limit];
        forms.iter().find(|form| rest.starts_with(form.as_bytes())).map_or(0, |form| form.len())
    }

    /// The longest term here, or one character of no class: where it ends, and what it is.
    pub(super) fn token(self, at: usize, limit: usize) -> (usize, Classes) {
        let hit = self.hits.beginning_at(at).iter().find(|hit| hit.span.end() <= limit);
        match hit {
            Some(hit) => (hit.span.end(), hit.classes),
            None => (at + self.char_at(at, limit).map_or(1, char::len_utf8), Classes::NONE),
        }
    }
}
