//! One sentence with what begins and ends at each of its characters.
//!
//! Names are sought on characters, never on segmented words: a wrong cut would make a name
//! unreachable. What the lexicon knows of the characters around a place is evidence, no more.
//! A place here is a number of characters from the sentence's start; [`View::span_of`] is the border
//! at which stretches become spans of the document.

use crate::lexicon::{Classes, Hits, TermId};
use crate::schema::EntityKind;
use crate::text::{SourceText, Span};

use super::context::{Left, Right};
use super::marks::Marks;

/// A stretch of a sentence, in characters from the sentence's start.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Stretch {
    pub start: usize,
    pub end: usize,
}

impl Stretch {
    pub fn new(start: usize, end: usize) -> Self {
        debug_assert!(start <= end);
        Self { start, end }
    }

    /// How many characters it has.
    pub fn len(self) -> usize {
        self.end - self.start
    }

    pub fn is_empty(self) -> bool {
        self.start == self.end
    }
}

/// A term of the lexicon in a sentence.
#[derive(Debug, Clone, Copy)]
pub(super) struct Word {
    pub start: usize,
    pub end: usize,
    pub term: TermId,
    pub classes: Classes,
}

impl Word {
    /// How many characters it has.
    pub fn len(&self) -> usize {
        self.end - self.start
    }
}

/// What the lexicon knows at one place.
#[derive(Clone, Copy, Default)]
struct Cell {
    /// All classes of all terms that begin (or end) here.
    classes: Classes,
    /// Of those that begin here: the index of the first word from here on. Of those that end
    /// here: the index of the longest plus one, 0 for none.
    word: u32,
}

/// The buffers of a [`View`], kept from sentence to sentence.
#[derive(Default)]
pub(super) struct Buffers {
    bytes: Vec<u32>,
    chars: Vec<char>,
    words: Vec<Word>,
    begins: Vec<Cell>,
    ends: Vec<Cell>,
    /// The index of the longest word plus one that runs across each place, 0 for none.
    across: Vec<u32>,
    covered: Vec<u32>,
    marks: Vec<Marks>,
    all_marks: Marks,
    pub(super) chain: Vec<bool>,
    /// What stands before each place that a name may begin at; `Inside` elsewhere.
    pub(super) lefts: Vec<Left>,
    /// The places where a name may begin, in order.
    pub(super) cuts: Vec<usize>,
}

/// One sentence.
pub(super) struct View<'a> {
    pub(super) buffers: &'a mut Buffers,
}

/// Words that make a stretch of text ordinary.
const ORDINARY: Classes = Classes::VERB
    .or(Classes::ADVERB)
    .or(Classes::NOUN)
    .or(Classes::NOMINAL)
    .or(Classes::ATTRIBUTE)
    .or(Classes::MODIFIER)
    .or(Classes::SLOGAN)
    .or(Classes::BODY)
    .or(Classes::TIME)
    .or(Classes::CONNECTIVE)
    .or(Classes::HEAD)
    .or(Classes::CLASS_NOUN);

impl<'a> View<'a> {
    /// Looks at a sentence.
    pub fn new(text: &'a SourceText, hits: &'a Hits, span: Span, buffers: &'a mut Buffers) -> Self {
        buffers.fill(hits, span, text.slice(span));
        let mut view = Self { buffers };
        view.find_cuts();
        view
    }

    /// How many characters the sentence has.
    pub fn len(&self) -> usize {
        self.buffers.chars.len()
    }

    /// All terms, by start, the longer before the shorter.
    pub fn all_words(&self) -> &[Word] {
        &self.buffers.words
    }

    /// The classes of the terms that begin at a place.
    pub fn classes_from(&self, at: usize) -> Classes {
        self.buffers.begins[at].classes
    }

    /// The classes of the terms that end at a place.
    pub fn classes_to(&self, at: usize) -> Classes {
        self.buffers.ends[at].classes
    }

    /// The longest term that begins at a place.
    pub fn longest_from(&self, at: usize) -> Option<Word> {
        self.all_from(at).first().copied()
    }

    /// The longest term that ends at a place.
    pub fn longest_to(&self, at: usize) -> Option<Word> {
        let index = self.buffers.ends[at].word.checked_sub(1)?;
        Some(self.buffers.words[index as usize])
    }

    /// The longest term that begins before a place and ends behind it.
    pub fn across(&self, at: usize) -> Option<Word> {
        let index = self.buffers.across[at].checked_sub(1)?;
        Some(self.buffers.words[index as usize])
    }

    /// All terms that end at a place, the longest first.
    pub fn words_ending_at(&self, at: usize) -> impl Iterator<Item = &Word> {
        let from = self.longest_to(at).map_or(at, |word| word.start);
        (from..at).flat_map(|start| self.all_from(start)).filter(move |word| word.end == at)
    }

    /// All terms that begin at a place, the longest first.
    pub fn all_from(&self, at: usize) -> &[Word] {
        let begins = &self.buffers.begins;
        let next = begins.get(at + 1).map_or(self.buffers.words.len(), |cell| cell.word as usize);
        &self.buffers.words[begins[at].word as usize..next]
    }

    /// All terms that begin at a place or behind it, by start.
    pub fn words_from(&self, at: usize) -> &[Word] {
        &self.buffers.words[self.buffers.begins[at].word as usize..]
    }

    /// What kinds of characters a stretch holds.
    pub fn marks(&self, stretch: Stretch) -> Marks {
        Marks::union(&self.buffers.marks[stretch.start..stretch.end])
    }

    /// What kinds of characters the sentence holds.
    pub fn all_marks(&self) -> Marks {
        self.buffers.all_marks
    }

    /// What kind of character begins at a place.
    pub fn marks_at(&self, at: usize) -> Marks {
        self.buffers.marks.get(at).copied().unwrap_or_default()
    }

    /// The classes of all terms that begin in a stretch.
    pub fn classes_in(&self, stretch: Stretch) -> Classes {
        let cells = &self.buffers.begins[stretch.start..stretch.end];
        cells.iter().fold(Classes::NONE, |all, cell| all.or(cell.classes))
    }

    /// The places where a name may begin, in order.
    pub fn cuts(&self) -> &[usize] {
        &self.buffers.cuts
    }

    /// The places before `at` where a name may begin, in order.
    pub fn cuts_before(&self, at: usize) -> &[usize] {
        let cuts = &self.buffers.cuts;
        &cuts[..cuts.partition_point(|&cut| cut < at)]
    }

    /// What stands before a place, if a name may begin there; `Inside` otherwise.
    pub fn left(&self, at: usize) -> Left {
        self.buffers.lefts[at]
    }

    /// How many characters of a stretch ordinary words of two characters or more cover.
    pub fn covered(&self, stretch: Stretch) -> usize {
        (self.buffers.covered[stretch.end] - self.buffers.covered[stretch.start]) as usize
    }

    /// The character before a place, within the sentence.
    pub fn before(&self, at: usize) -> Option<char> {
        at.checked_sub(1).map(|at| self.buffers.chars[at])
    }

    /// The character from a place on, within the sentence.
    pub fn after(&self, at: usize) -> Option<char> {
        self.buffers.chars.get(at).copied()
    }

    /// The characters of a stretch.
    pub fn chars(&self, stretch: Stretch) -> &[char] {
        &self.buffers.chars[stretch.start..stretch.end]
    }

    /// The characters from a place to the sentence's end.
    pub fn rest(&self, at: usize) -> &[char] {
        &self.buffers.chars[at..]
    }

    /// The stretch as a span of the document.
    pub fn span_of(&self, stretch: Stretch) -> Span {
        let byte = |at: usize| self.buffers.bytes[at] as usize;
        Span::new(byte(stretch.start), byte(stretch.end))
    }

    /// What follows a place.
    pub fn right(&self, at: usize) -> Right {
        let Some(c) = self.after(at) else { return Right::End };
        match c {
            '，' | '；' | '：' | ',' | ';' | ':' => return Right::Clause,
            '、' => return Right::Comma,
            '”' | '’' | '》' | '」' => return Right::QuoteClose,
            '“' | '‘' | '《' | '「' => return Right::QuoteOpen,
            '（' | '(' | '）' | ')' => return Right::Bracket,
            '0'..='9' | '０'..='９' => return Right::Digit,
            _ => {}
        }
        let classes = self.classes_from(at);
        let long = self.longest_from(at).is_some_and(|word| word.len() >= 2);
        match c {
            '等' if !long || classes.is_empty() => return Right::Etc,
            '的' | '之' if !long => return Right::Of,
            '和' | '与' | '及' | '或' if !long => return Right::And,
            '以' if self.after(at + 1) == Some('及') => return Right::And,
            _ => {}
        }
        for (kind, right) in [
            (EntityKind::Company, Right::CompanyNoun),
            (EntityKind::University, Right::UniversityNoun),
            (EntityKind::Industry, Right::IndustryNoun),
            (EntityKind::Program, Right::ProgramNoun),
        ] {
            let noun = Classes::class_noun(kind).or(Classes::strong_head(kind));
            if classes.any(noun) {
                return right;
            }
        }
        if classes.any(Classes::NAME) {
            Right::Name
        } else if classes.any(Classes::NOMINAL) {
            Right::Nominal
        } else if classes.any(Classes::VERB) {
            Right::Verb
        } else if classes.any(Classes::NOUN.or(Classes::HEAD)) {
            Right::Noun
        } else if classes.any(Classes::PREPOSITION.or(Classes::ADJUNCT)) {
            Right::Preposition
        } else if classes.any(Classes::ADVERB.or(Classes::MODAL)) {
            Right::Adverb
        } else if classes.any(Classes::ATTRIBUTE.or(Classes::MODIFIER)) {
            Right::Attribute
        } else {
            Right::Other
        }
    }
}

impl Buffers {
    /// Notes what begins and ends where.
    fn fill(&mut self, hits: &Hits, span: Span, words: &str) {
        self.bytes.clear();
        self.chars.clear();
        self.words.clear();
        self.begins.clear();
        self.covered.clear();
        self.marks.clear();
        self.all_marks = Marks::default();
        let len = words.chars().count();
        self.ends.clear();
        self.ends.resize(len + 1, Cell::default());
        self.across.clear();
        self.across.resize(len + 1, 0);
        self.begins.reserve(len + 1);
        self.bytes.reserve(len + 1);
        self.covered.reserve(len + 1);
        self.chars.reserve(len);
        self.marks.reserve(len);
        let mut hits = hits.beginning_in(span).iter().peekable();
        // up to where ordinary words reach, and how many characters they cover
        let (mut reach, mut covered) = (0, 0);
        for (at, (offset, c)) in words.char_indices().enumerate() {
            let byte = span.start() + offset;
            let marks = Marks::of(c);
            self.bytes.push(narrow(byte));
            self.chars.push(c);
            self.marks.push(marks);
            self.all_marks = self.all_marks.or(marks);
            let mut cell = Cell { classes: Classes::NONE, word: narrow(self.words.len()) };
            while let Some(hit) = hits.next_if(|hit| hit.span.start() <= byte) {
                if hit.span.end() > span.end() {
                    continue;
                }
                let end = at + usize::from(hit.chars);
                let word = Word { start: at, end, term: hit.term, classes: hit.classes };
                cell.classes = cell.classes.or(word.classes);
                self.words.push(word);
                let stop = &mut self.ends[end];
                stop.classes = stop.classes.or(word.classes);
                for across in &mut self.across[at + 1..end] {
                    let longest = across.checked_sub(1).map(|word| &self.words[word as usize]);
                    if longest.is_none_or(|longest| longest.len() < word.len()) {
                        *across = narrow(self.words.len());
                    }
                }
                // words come by start, so the first that ends here is the longest
                if stop.word == 0 {
                    stop.word = narrow(self.words.len());
                }
                if word.len() >= 2 && word.classes.any(ORDINARY) {
                    reach = reach.max(end);
                }
            }
            self.begins.push(cell);
            self.covered.push(covered);
            covered += u32::from(at < reach);
        }
        self.bytes.push(narrow(span.end()));
        self.begins.push(Cell { classes: Classes::NONE, word: narrow(self.words.len()) });
        self.covered.push(covered);
    }
}

/// Counts within a text, which has less than 4 GiB.
fn narrow(count: usize) -> u32 {
    u32::try_from(count).expect("a text has less than 4 GiB")
}
