//! What a graph leaves out of its documents, and how its pillars compare.
//!
//! A sentence (see [`SourceText::sentences`](crate::text::SourceText::sentences)) is covered when an
//! action or a heading has words of it, or a name stands in it. A *named* entity is a particular
//! thing: a company, a university, a program, a body, a place, a person; a *generic* one is an
//! industry, a field that many documents share. A *figure* is a run of digits.

mod found;
mod markdown;
mod plain;

pub use markdown::{Words, to_markdown};
pub use plain::to_text;

use crate::graph::KnowledgeGraph;
use crate::published::{Graph, Originals};
use crate::text::Span;

use found::Findings;

/// Of one document.
#[derive(Debug, Clone, PartialEq)]
pub struct Coverage {
    /// The document's id.
    pub id: String,
    /// The file's name.
    pub source: String,
    /// What people call it.
    pub title: String,
    /// Code points of the text.
    pub characters: usize,
    /// Code points of covered sentences; line ends and other blanks between sentences are in none.
    pub covered: usize,
    /// Code points of all sentences.
    pub in_sentences: usize,
    /// Sentences that are, or have words of, a heading.
    pub headings: usize,
    /// Other sentences with words of an action.
    pub with_action: usize,
    /// Other sentences with a name.
    pub with_name: usize,
    /// All others: they gave nothing.
    pub left_out: Vec<LeftOut>,
    /// In reading order.
    pub pillars: Vec<PillarCoverage>,
    /// Of the whole document.
    pub density: Density,
}

/// A sentence that gave neither an action nor a name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LeftOut {
    /// Its words.
    pub words: String,
    /// Where it begins, in code points.
    pub start: usize,
    /// Where it ends, in code points.
    pub end: usize,
    /// Its line, from 1.
    pub line: usize,
}

/// Of one pillar with all that is below it.
#[derive(Debug, Clone, PartialEq)]
pub struct PillarCoverage {
    /// The pillar's id.
    pub id: String,
    /// Its title.
    pub title: String,
    /// 1 is the coarsest.
    pub level: usize,
    /// The section's part of the document's text, 0 to 1.
    pub share: f64,
    /// What is in it.
    pub density: Density,
}

/// What a stretch of text holds.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub struct Density {
    /// Code points.
    pub characters: usize,
    /// Actions that begin in it.
    pub actions: usize,
    /// Names of particular things: companies, universities, programs.
    pub named: usize,
    /// Names of industries.
    pub generic: usize,
    /// Figures.
    pub figures: usize,
}

impl Density {
    /// Figures per thousand characters.
    #[must_use]
    pub fn figures_per_thousand(&self) -> f64 {
        ratio(self.figures, self.characters) * 1000.0
    }
}

impl Coverage {
    /// All sentences.
    #[must_use]
    pub fn sentences(&self) -> usize {
        self.headings + self.with_action + self.with_name + self.left_out.len()
    }

    /// The covered part of the text, 0 to 1; an empty text is covered.
    #[must_use]
    pub fn share(&self) -> f64 {
        if self.in_sentences == 0 { 1.0 } else { ratio(self.covered, self.in_sentences) }
    }
}

/// The coverage of all documents of a graph whose text is known
/// ([`has_gaps`](KnowledgeGraph::has_gaps)).
#[must_use]
pub fn of_graph(graph: &KnowledgeGraph) -> Vec<Coverage> {
    Findings::of_graph(graph).iter().map(measure).collect()
}

/// The coverage of the documents of a published graph that are at hand. A place of the file that is
/// none of the text is passed over: [`crate::verification`] names it.
#[must_use]
pub fn of_published(graph: &Graph, originals: &Originals<'_>) -> Vec<Coverage> {
    Findings::of_published(graph, originals).iter().map(measure).collect()
}

fn measure(found: &Findings<'_>) -> Coverage {
    let text = found.text;
    let figures = figures(text.as_str());
    let density = |span: Span| Density {
        characters: text.code_points(span).len(),
        actions: starting_in(&found.actions, span),
        named: starting_in(&found.named, span),
        generic: starting_in(&found.generic, span),
        figures: starting_in(&figures, span),
    };
    let whole = density(text.span());
    let mut coverage = Coverage {
        id: found.id.clone(),
        source: found.source.clone(),
        title: found.title.clone(),
        characters: whole.characters,
        covered: 0,
        in_sentences: 0,
        headings: 0,
        with_action: 0,
        with_name: 0,
        left_out: Vec::new(),
        pillars: Vec::new(),
        density: whole,
    };
    let (mut line, mut counted) = (1, 0);
    for sentence in text.sentences() {
        let place = text.code_points(sentence);
        coverage.in_sentences += place.len();
        let held = if meets(&found.titles, sentence) {
            &mut coverage.headings
        } else if meets(&found.actions, sentence) {
            &mut coverage.with_action
        } else if meets(&found.named, sentence) || meets(&found.generic, sentence) {
            &mut coverage.with_name
        } else {
            let between = text.slice(Span::new(counted, sentence.start()));
            line += between.bytes().filter(|&b| b == b'\n').count();
            counted = sentence.start();
            coverage.left_out.push(LeftOut {
                words: text.slice(sentence).to_owned(),
                start: place.start,
                end: place.end,
                line,
            });
            continue;
        };
        *held += 1;
        coverage.covered += place.len();
    }
    coverage.pillars = found
        .pillars
        .iter()
        .map(|pillar| {
            let density = density(pillar.section);
            PillarCoverage {
                id: pillar.id.clone(),
                title: text.slice(pillar.title).to_owned(),
                level: pillar.level,
                share: ratio(density.characters, whole.characters),
                density,
            }
        })
        .collect();
    coverage
}

/// How many of the spans, sorted, begin in `within`.
fn starting_in(spans: &[Span], within: Span) -> usize {
    let before = |at: usize| spans.partition_point(|span| span.start() < at);
    before(within.end()) - before(within.start())
}

/// Whether one of the spans, sorted and apart, shares a byte with `with`.
fn meets(spans: &[Span], with: Span) -> bool {
    let next = spans.partition_point(|span| span.end() <= with.start());
    spans.get(next).is_some_and(|span| span.overlaps(with))
}

/// The runs of digits, with points and commas in them.
fn figures(text: &str) -> Vec<Span> {
    let is_digit = |c: char| matches!(c, '0'..='9' | '０'..='９');
    let mut figures = Vec::new();
    let mut open: Option<usize> = None;
    for (at, c) in text.char_indices() {
        match open {
            None if is_digit(c) => open = Some(at),
            Some(start) if !is_digit(c) && !matches!(c, '.' | ',' | '．' | '，') => {
                figures.push(Span::new(start, at));
                open = None;
            }
            Some(start) if matches!(c, ',' | '，' | '.') => {
                // a mark that no digit follows ends the figure
                let follows = text[at + c.len_utf8()..].chars().next().is_some_and(is_digit);
                if !follows {
                    figures.push(Span::new(start, at));
                    open = None;
                }
            }
            _ => {}
        }
    }
    figures.extend(open.map(|start| Span::new(start, text.len())));
    figures
}

#[allow(clippy::cast_precision_loss, reason = "shares of texts of at most 4 GiB, for people")]
fn ratio(part: usize, whole: usize) -> f64 {
    if whole == 0 { 0.0 } else { part as f64 / whole as f64 }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn figures_are_runs_of_digits() {
        let check = |text: &str, expect: &[&str]| {
            let found: Vec<&str> = figures(text).iter().map(|f| &text[f.range()]).collect();
            assert_eq!(found, expect);
        };
        check("", &[]);
        check("增长7.5%,达到1,200亿元。", &["7.5", "1,200"]);
        check("到2025年,建成３个。共12,", &["2025", "３", "12"]);
    }

    #[test]
    fn spans_are_counted_where_they_begin() {
        let spans = [Span::new(0, 3), Span::new(5, 9), Span::new(9, 12)];
        assert_eq!(starting_in(&spans, Span::new(0, 9)), 2);
        assert!(meets(&spans, Span::new(2, 5)) && !meets(&spans, Span::new(3, 5)));
        assert!(!meets(&spans, Span::new(12, 20)));
    }
}
