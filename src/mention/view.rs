//! One sentence with what begins and ends at each of its characters.
//!
//! Names are sought on characters, never on segmented words: a wrong cut would make a name
//! unreachable. What the lexicon knows of the characters around a place is evidence, no more.

use crate::lexicon::{Classes, Hit, Hits, Lexicon, TermId};
use crate::schema::EntityKind;
use crate::text::{SourceText, Span};

use super::context::{Left, Right};
use super::marks::Marks;

/// What the lexicon knows at one place.
#[derive(Clone, Copy, Default)]
struct Cell {
    /// All classes of all terms that begin (or end) here.
    classes: Classes,
    /// The longest of them, as its hit's index plus one; 0 for none.
    longest: u32,
}

/// A place where a name may begin, and why.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Cut {
    /// Byte offset in the document.
    pub at: usize,
    /// What stands before it.
    pub left: Left,
}

/// The buffers of a [`View`], kept from sentence to sentence.
#[derive(Default)]
pub(super) struct Buffers {
    begins: Vec<Cell>,
    ends: Vec<Cell>,
    covered: Vec<u32>,
    marks: Vec<Marks>,
    pub(super) chain: Vec<bool>,
    /// What stands before each byte that a name may begin at; `Inside` elsewhere.
    pub(super) lefts: Vec<Left>,
    pub(super) cuts: Vec<Cut>,
}

/// One sentence.
pub(super) struct View<'a> {
    pub text: &'a SourceText,
    pub lexicon: &'a Lexicon,
    pub span: Span,
    pub hits: &'a [Hit],
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
    pub fn new(
        text: &'a SourceText,
        lexicon: &'a Lexicon,
        hits: &'a Hits,
        span: Span,
        buffers: &'a mut Buffers,
    ) -> Self {
        let all = hits.beginning_in(span);
        buffers.fill(lexicon, all, span, text.slice(span));
        let mut view = Self { text, lexicon, span, hits: all, buffers };
        view.find_cuts();
        view
    }

    fn cell(&self, cells: &[Cell], at: usize) -> Cell {
        cells.get(at.wrapping_sub(self.span.start())).copied().unwrap_or_default()
    }

    /// The classes of the terms that begin at a place.
    pub fn classes_from(&self, at: usize) -> Classes {
        self.cell(&self.buffers.begins, at).classes
    }

    /// The classes of the terms that end at a place.
    pub fn classes_to(&self, at: usize) -> Classes {
        self.cell(&self.buffers.ends, at).classes
    }

    /// The longest term that begins at a place.
    pub fn longest_from(&self, at: usize) -> Option<Hit> {
        let index = self.cell(&self.buffers.begins, at).longest.checked_sub(1)?;
        Some(self.hits[index as usize])
    }

    /// The longest term that ends at a place.
    pub fn longest_to(&self, at: usize) -> Option<Hit> {
        let index = self.cell(&self.buffers.ends, at).longest.checked_sub(1)?;
        Some(self.hits[index as usize])
    }

    /// All terms that begin at a place, the longest first.
    pub fn all_from(&self, at: usize) -> impl Iterator<Item = Hit> + '_ {
        let first = self.cell(&self.buffers.begins, at).longest.checked_sub(1);
        first
            .into_iter()
            .flat_map(|index| &self.hits[index as usize..])
            .copied()
            .take_while(move |hit| hit.span.start() == at)
    }

    pub fn classes(&self, term: TermId) -> Classes {
        self.lexicon.term(term).classes
    }

    /// What kinds of characters a span holds.
    pub fn marks(&self, span: Span) -> Marks {
        let from = span.start() - self.span.start();
        Marks::union(&self.buffers.marks[from..from + span.len()])
    }

    /// What kind of character begins at a place.
    pub fn marks_at(&self, at: usize) -> Marks {
        self.buffers.marks.get(at - self.span.start()).copied().unwrap_or_default()
    }

    /// The classes of all terms that begin in a span.
    pub fn classes_in(&self, span: Span) -> Classes {
        let from = span.start() - self.span.start();
        let cells = &self.buffers.begins[from..from + span.len()];
        cells.iter().fold(Classes::NONE, |all, cell| all.or(cell.classes))
    }

    /// The places where a name may begin, in order.
    pub fn cuts(&self) -> &[Cut] {
        &self.buffers.cuts
    }

    /// What stands before a place.
    pub fn left(&self, at: usize) -> Left {
        self.buffers.lefts[at - self.span.start()]
    }

    /// What stands before a place, if a name may begin there.
    pub fn cut_at(&self, at: usize) -> Option<Cut> {
        let cuts = &self.buffers.cuts;
        cuts.binary_search_by_key(&at, |cut| cut.at).ok().map(|index| cuts[index])
    }

    /// How many bytes of a span ordinary words of two characters or more cover.
    pub fn covered(&self, span: Span) -> usize {
        let at = |offset: usize| self.buffers.covered[offset - self.span.start()];
        (at(span.end()) - at(span.start())) as usize
    }

    /// The character before a place, within the sentence.
    pub fn before(&self, at: usize) -> Option<char> {
        self.text.slice(Span::new(self.span.start(), at)).chars().next_back()
    }

    /// The character from a place on, within the sentence.
    pub fn after(&self, at: usize) -> Option<char> {
        self.text.slice(Span::new(at, self.span.end())).chars().next()
    }

    /// The words of a span.
    pub fn words(&self, span: Span) -> &'a str {
        self.text.slice(span)
    }

    /// How many characters a span has, for spans of mostly Chinese text.
    pub fn chars(&self, span: Span) -> usize {
        let from = span.start() - self.span.start();
        Marks::characters(&self.buffers.marks[from..from + span.len()])
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
        let long = self.longest_from(at).is_some_and(|hit| hit.chars >= 2);
        match c {
            '等' if !long || self.classes_from(at).is_empty() => return Right::Etc,
            '的' | '之' if !long => return Right::Of,
            '和' | '与' | '及' | '或' if !long => return Right::And,
            '以' if self.words(self.span)[at - self.span.start()..].starts_with("以及") => {
                return Right::And;
            }
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
    fn fill(&mut self, lexicon: &Lexicon, hits: &[Hit], span: Span, words: &str) {
        let len = words.len() + 1;
        self.begins.clear();
        self.begins.resize(len, Cell::default());
        self.ends.clear();
        self.ends.resize(len, Cell::default());
        self.covered.clear();
        self.covered.resize(len, 0);
        self.marks.clear();
        self.marks.resize(len, Marks::TAIL);
        for (offset, c) in words.char_indices() {
            self.marks[offset] = Marks::of(c);
        }
        for (hit, index) in hits.iter().zip(1u32..) {
            if hit.span.end() > span.end() {
                continue;
            }
            let term = lexicon.term(hit.term);
            let (start, end) = (hit.span.start() - span.start(), hit.span.end() - span.start());
            let begin = &mut self.begins[start];
            begin.classes = begin.classes.or(term.classes);
            if begin.longest == 0 {
                begin.longest = index;
            }
            let stop = &mut self.ends[end];
            stop.classes = stop.classes.or(term.classes);
            // hits come by start, so the first that ends here is the longest
            if stop.longest == 0 {
                stop.longest = index;
            }
            if term.chars >= 2 && term.classes.any(ORDINARY) {
                self.covered[start + 1..=end].fill(1);
            }
        }
        let mut sum = 0;
        for byte in &mut self.covered {
            sum += *byte;
            *byte = sum;
        }
    }
}
