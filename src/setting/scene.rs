//! What all rules of the setting look at.

use crate::document::{Document, LineKind};
use crate::extraction::Entity;
use crate::lexicon::{Classes, Hit, Hits, Lexicon, PlaceId, SettingWord};
use crate::text::{SourceText, Span};

use super::Named;

/// The longest word that may reach into a name from before, in bytes.
const REACH: usize = 24;

/// A document, and what of it is named already.
pub(super) struct Scene<'a> {
    pub text: &'a SourceText,
    pub lexicon: &'a Lexicon,
    pub hits: &'a Hits,
    /// The place that the document is about.
    pub home: Option<PlaceId>,
    /// The sentences that may name something.
    sentences: Vec<Span>,
    /// The lines behind the body, which tell who wrote it.
    credits: Vec<Span>,
    /// What is named already, in reading order.
    taken: Vec<Span>,
    /// Words for bodies and posts, by start, the shorter first: most places have none.
    words: Vec<(Span, &'a SettingWord)>,
}

impl<'a> Scene<'a> {
    pub fn new(
        text: &'a SourceText,
        lexicon: &'a Lexicon,
        hits: &'a Hits,
        document: &Document,
        core: &[Entity],
    ) -> Self {
        let of = |end: bool| {
            let lines =
                document.lines.iter().filter(move |line| (line.kind == LineKind::End) == end);
            lines.flat_map(|line| document.sentences_of(line)).map(|s| s.span).collect()
        };
        let mut taken: Vec<Span> =
            core.iter().flat_map(|entity| &entity.mentions).map(|mention| mention.span).collect();
        taken.sort_unstable();
        let home = document.front.place.as_deref().and_then(|place| lexicon.find_place(place));
        let home = home.filter(|&place| !lexicon.place(place).ambiguous);
        let words = hits.setting().iter();
        let words = words.map(|hit| (hit.span, lexicon.setting_word(hit.word))).collect();
        Self { text, lexicon, hits, home, sentences: of(false), credits: of(true), taken, words }
    }

    /// Adds names to what is taken.
    pub fn take(&mut self, found: &[Named]) {
        self.taken.extend(found.iter().map(|named| named.span));
        self.taken.sort_unstable();
    }

    /// The stretches of sentences that nothing is named in yet, in reading order.
    pub fn free(&self) -> Vec<Span> {
        self.free_in(&self.sentences)
    }

    /// The same with the lines behind the body.
    pub fn free_everywhere(&self) -> Vec<Span> {
        let mut all = [&*self.sentences, &*self.credits].concat();
        all.sort_unstable();
        self.free_in(&all)
    }

    fn free_in(&self, sentences: &[Span]) -> Vec<Span> {
        let mut free = Vec::with_capacity(sentences.len() + self.taken.len());
        let mut taken = self.taken.iter().peekable();
        for &sentence in sentences {
            let mut start = sentence.start();
            while let Some(name) = taken.next_if(|name| name.start() < sentence.end()) {
                if name.start() > start {
                    free.push(Span::new(start, name.start()));
                }
                start = start.max(name.end());
            }
            if sentence.end() > start {
                free.push(Span::new(start, sentence.end()));
            }
        }
        free
    }

    /// The words from a place on, up to a limit.
    pub fn from(&self, start: usize, limit: usize) -> &'a str {
        self.text.slice(Span::new(start, limit.max(start)))
    }

    /// The longest word of the setting that begins at a place, ends by `limit` and is of some use.
    pub fn longest(
        &self,
        start: usize,
        limit: usize,
        of: impl Fn(&SettingWord) -> bool,
    ) -> Option<(Span, &'a SettingWord)> {
        let first = self.words.partition_point(|(span, _)| span.start() < start);
        let here = self.words[first..].iter().take_while(|(span, _)| span.start() == start);
        here.filter(|(span, word)| span.end() <= limit && of(word)).last().copied()
    }

    /// All words of the setting that begin within a stretch, by start.
    pub fn words_in(&self, stretch: Span) -> &[(Span, &'a SettingWord)] {
        let first = self.words.partition_point(|(span, _)| span.start() < stretch.start());
        let last = self.words.partition_point(|(span, _)| span.start() < stretch.end());
        &self.words[first..last]
    }

    /// Whether an ordinary word goes over a border of `span`, or holds all of it and more: 推|广元|素.
    pub fn is_torn(&self, span: Span) -> bool {
        let from = span.start().saturating_sub(REACH);
        let over = |hit: &Hit| {
            let (start, end) = (hit.span.start(), hit.span.end());
            let before = start < span.start() && end > span.start();
            let behind = start < span.end() && end > span.end();
            // 省政府 is no word against 湖南省|政府
            let body = Classes::PLACE.or(Classes::SUBJECT).or(Classes::BODY);
            let word = hit.chars > 1 && !hit.classes.any(body);
            (before || behind) && word && !self.lexicon.term(hit.term).needs_context()
        };
        self.hits.beginning_in(Span::new(from, span.end())).iter().any(over)
    }

    /// Whether a name may begin at a place: behind a mark, or behind a word of one of `classes`.
    pub fn opens(&self, at: usize, classes: Classes) -> bool {
        let Some(last) = self.text.as_str()[..at].chars().next_back() else { return true };
        !is_han(last) || self.words_before(at).any(classes)
    }

    /// What the words may be that end at a place.
    pub fn words_before(&self, at: usize) -> Classes {
        self.ending_at(at).fold(Classes::NONE, |all, hit| all.or(hit.classes))
    }

    /// The terms that end at a place, the longest first.
    pub fn ending_at(&self, at: usize) -> impl Iterator<Item = &'a Hit> {
        let from = at.saturating_sub(REACH);
        self.hits.beginning_in(Span::new(from, at)).iter().filter(move |hit| hit.span.end() == at)
    }

    /// Whether a name may end at a place: before a mark, or before a word of one of `classes`.
    pub fn closes(&self, at: usize, classes: Classes) -> bool {
        let next = self.text.as_str()[at..].chars().next();
        !next.is_some_and(is_han)
            || self.hits.beginning_at(at).iter().any(|hit| hit.classes.any(classes))
    }
}

pub(super) fn is_han(c: char) -> bool {
    matches!(c, '\u{4e00}'..='\u{9fff}' | '\u{3400}'..='\u{4dbf}' | '\u{20000}'..='\u{3134f}')
}
