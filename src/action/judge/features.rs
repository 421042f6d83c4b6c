//! What the judge sees of a clause.

use super::Candidate;
use crate::lexicon::{Hits, Lexicon, TermId};
use crate::text::{SourceText, Span};
use crate::weights::Row;

/// Declares the groups of features with their names in the table.
macro_rules! groups {
    ( $( $(#[$inner:meta])* $name:ident = $machine:literal, )+ ) => {
        /// A family of features with values of one sort.
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub(super) enum Group { $( $(#[$inner])* $name, )+ }

        impl Group {
            /// All groups.
            pub const ALL: [Group; [$( $machine, )+].len()] = [ $( Group::$name, )+ ];

            /// The name in the table.
            pub fn name(self) -> &'static str {
                match self { $( Group::$name => $machine, )+ }
            }

            /// The group that the table calls so.
            pub fn from_name(name: &str) -> Option<Group> {
                match name { $( $machine => Some(Group::$name), )+ _ => None }
            }
        }
    };
}

groups! {
    /// The longest term that it begins with.
    FirstTerm = "clause_first_term",
    /// The longest term that it ends in.
    LastTerm = "clause_last_term",
    FirstChar = "clause_first_char",
    LastChar = "clause_last_char",
    /// Any character that it holds.
    Holds = "clause_holds",
    /// The characters beside it.
    Before = "clause_before",
    Behind = "clause_behind",
    /// Thirds of its characters, ten at most.
    Length = "clause_length",
    /// Whether it holds digits.
    Digits = "clause_digits",
    /// Whether a quotation is open.
    Speech = "clause_speech",
    /// Where its verb stands: 0 nowhere, 1 at the start, 2 further in.
    Verb = "clause_verb",
    /// Whether the verb has an object.
    Object = "clause_object",
    /// Whether it states a quantity.
    Quantity = "clause_quantity",
    /// How many clauses of the document begin with their verb, in fifths; with the three above.
    StyleVerb = "clause_style+verb",
    StyleSpeech = "clause_style+speech",
    StyleLength = "clause_style+length",
}

/// A feature of a clause.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Feature {
    pub group: Group,
    pub value: usize,
}

const LENGTHS: usize = 11;
const VERBS: usize = 3;
const STYLES: usize = 6;
/// How many lengths are told apart beside the style, and how many characters each has.
const STYLE_LENGTHS: usize = 7;
const STYLE_LENGTH: usize = 4;

const ASCII: usize = 128;
const FIRST_IDEOGRAPH: usize = 0x4e00;
const END_OF_IDEOGRAPHS: usize = 0xa000;
/// Chinese marks of punctuation, which have values of their own; all other characters share one.
const MARKS: [char; 20] = [
    '，', '。', '；', '：', '、', '！', '？', '“', '”', '‘', '’', '《', '》', '（', '）', '—', '…',
    '·', '\u{3000}', '％',
];
const CHARACTERS: usize = ASCII + END_OF_IDEOGRAPHS - FIRST_IDEOGRAPH + MARKS.len() + 1;

/// Weights of nothing, by group and value.
pub(super) fn nothing(lexicon: &Lexicon) -> Vec<Vec<f32>> {
    Group::ALL.iter().map(|group| vec![0.0; group.size(lexicon)]).collect()
}

impl Group {
    fn size(self, lexicon: &Lexicon) -> usize {
        match self {
            Group::FirstTerm | Group::LastTerm => lexicon.len(),
            Group::FirstChar | Group::LastChar | Group::Holds | Group::Before | Group::Behind => {
                CHARACTERS
            }
            Group::Length => LENGTHS,
            Group::Digits | Group::Speech | Group::Object | Group::Quantity => 2,
            Group::Verb => VERBS,
            Group::StyleVerb => STYLES * VERBS,
            Group::StyleSpeech => STYLES * 2,
            Group::StyleLength => STYLES * STYLE_LENGTHS,
        }
    }

    /// The value that a row of the table is about.
    pub fn value(self, row: &Row<'_>) -> Option<usize> {
        let name = row.value();
        match self {
            Group::FirstTerm | Group::LastTerm => row.word().map(|word| word as usize),
            Group::FirstChar | Group::LastChar | Group::Holds | Group::Before | Group::Behind => {
                let mut chars = name.chars();
                match (chars.next(), chars.next()) {
                    (Some(c), None) => Some(character(c)),
                    _ => name.strip_prefix('#')?.parse().ok(),
                }
            }
            _ => name.parse().ok(),
        }
    }

    /// How the table calls a value.
    pub fn value_name(self, value: usize, lexicon: &Lexicon) -> String {
        match self {
            Group::FirstTerm | Group::LastTerm => {
                lexicon.surface(TermId::from_index(value)).to_owned()
            }
            Group::FirstChar | Group::LastChar | Group::Holds | Group::Before | Group::Behind => {
                let code = if value < ASCII { value } else { FIRST_IDEOGRAPH + value - ASCII };
                let c = u32::try_from(code).ok().and_then(char::from_u32);
                let own = |c: &char| character(*c) == value && !c.is_control() && *c != ' ';
                c.filter(own).map_or_else(|| format!("#{value}"), String::from)
            }
            _ => value.to_string(),
        }
    }
}

/// The value of a character.
fn character(c: char) -> usize {
    let ideographs = END_OF_IDEOGRAPHS - FIRST_IDEOGRAPH;
    match c as usize {
        code @ 0..ASCII => code,
        code @ FIRST_IDEOGRAPH..END_OF_IDEOGRAPHS => ASCII + code - FIRST_IDEOGRAPH,
        _ => {
            let mark = MARKS.iter().position(|&mark| mark == c);
            ASCII + ideographs + mark.unwrap_or(MARKS.len())
        }
    }
}

/// How a document writes: reports begin their clauses with verbs, stories with whom they tell of.
pub(super) struct Style(usize);

impl Style {
    pub fn of(candidates: &[Candidate]) -> Self {
        let with_verb = candidates.iter().filter(|candidate| verb(candidate) == 1).count();
        Self(with_verb * (STYLES - 1) / candidates.len().max(1))
    }

    /// Tells all features of a clause of the document.
    pub fn visit(
        &self,
        text: &SourceText,
        hits: &Hits,
        candidate: &Candidate,
        mut tell: impl FnMut(Feature),
    ) {
        let span = candidate.action.span;
        let words = text.slice(span);
        let mut tell = |group, value| tell(Feature { group, value });
        if let Some(first) = hits.beginning_at(span.start()).iter().find(|hit| fits(hit.span, span))
        {
            tell(Group::FirstTerm, first.term.index());
        }
        // the longest term that ends with it begins first
        let near = span.end().saturating_sub(LONGEST_TERM).max(span.start());
        let near = Span::new(floor(text, near, span.end()), span.end());
        if let Some(last) = hits.within(near).find(|hit| hit.span.end() == span.end()) {
            tell(Group::LastTerm, last.term.index());
        }
        let mut length = 0;
        let mut digits = false;
        for c in words.chars() {
            length += 1;
            digits |= c.is_ascii_digit();
            tell(Group::Holds, character(c));
        }
        if let (Some(first), Some(last)) = (words.chars().next(), words.chars().next_back()) {
            tell(Group::FirstChar, character(first));
            tell(Group::LastChar, character(last));
        }
        let whole = text.as_str();
        let before = whole[..span.start()].chars().next_back().unwrap_or('\n');
        let behind = whole[span.end()..].chars().next().unwrap_or('\n');
        tell(Group::Before, character(before));
        tell(Group::Behind, character(behind));
        let (verb, speech) = (verb(candidate), usize::from(candidate.speech));
        tell(Group::Length, (length / 3).min(LENGTHS - 1));
        tell(Group::Digits, usize::from(digits));
        tell(Group::Speech, speech);
        tell(Group::Verb, verb);
        tell(Group::Object, usize::from(candidate.action.object.is_some()));
        tell(Group::Quantity, usize::from(!candidate.action.quantities.is_empty()));
        tell(Group::StyleVerb, self.0 * VERBS + verb);
        tell(Group::StyleSpeech, self.0 * 2 + speech);
        let length = (length / STYLE_LENGTH).min(STYLE_LENGTHS - 1);
        tell(Group::StyleLength, self.0 * STYLE_LENGTHS + length);
    }
}

/// How many bytes before its end a clause's last term is looked for.
const LONGEST_TERM: usize = 30;

/// The first border of characters from a place on.
fn floor(text: &SourceText, at: usize, end: usize) -> usize {
    (at..end).find(|&at| text.as_str().is_char_boundary(at)).unwrap_or(end)
}

fn fits(hit: Span, clause: Span) -> bool {
    hit.end() <= clause.end()
}

/// Where the verb stands.
fn verb(candidate: &Candidate) -> usize {
    match candidate.action.verb {
        None => 0,
        Some(verb) if verb.start() == candidate.action.span.start() => 1,
        Some(_) => 2,
    }
}
