//! Clauses → actions (目): what is done, one clause with a predicate each.
//!
//! A clause that only prepares the next one (围绕…, 依托…, 近年来) belongs to it; a figure and its growth
//! are one; subject, modal and attribution are left out.

mod actor;
mod deadline;
mod join;
mod judge;
mod makeup;
mod predicate;
mod quantity;
mod slots;
mod statement;
#[cfg(test)]
mod tests;
mod words;

use crate::document::{Clause, ClauseEnd, Document, Line, LineKind, opening};
use crate::extraction::{Action, Pillar, PillarIndex};
use crate::lexicon::{Classes, Hit, Hits, Lexicon};
use crate::text::{SourceText, Span, is_blank};

pub use judge::{ActionTrainer, Judge};

use judge::{Candidate, Quotations};

/// What actions are read from.
struct Reader<'a> {
    text: &'a SourceText,
    lexicon: &'a Lexicon,
    hits: &'a Hits,
    document: &'a Document,
    /// The place that the document is about.
    home: Option<&'a str>,
}

/// The actions of a document, in reading order.
#[must_use]
pub fn actions(
    text: &SourceText,
    lexicon: &Lexicon,
    hits: &Hits,
    document: &Document,
    pillars: &[Pillar],
    judge: &Judge,
) -> Vec<Action> {
    judge.choose(text, hits, candidates(text, lexicon, hits, document, pillars))
}

/// The clauses of a document that may be actions, in reading order.
fn candidates(
    text: &SourceText,
    lexicon: &Lexicon,
    hits: &Hits,
    document: &Document,
    pillars: &[Pillar],
) -> Vec<Candidate> {
    let home = document.front.place.as_deref();
    let reader = Reader { text, lexicon, hits, document, home };
    let year = deadline::year_of(document.front.date.as_deref());
    let words = words::Words { text, lexicon, hits };
    let mut candidates = Vec::new();
    let mut headings = document.headings.iter().peekable();
    let mut sections = Sections::new(pillars);
    for line in &document.lines {
        if !matches!(line.kind, LineKind::Paragraph | LineKind::Heading) {
            continue;
        }
        let closing = reader.is_closing(line);
        let mut problems = false;
        let mut quotations = Quotations::of(text, line.span);
        for sentence in line.sentences.clone() {
            let heading = headings.next_if(|heading| heading.sentence == sentence);
            if heading.is_some() || closing {
                continue;
            }
            let sentence = &document.sentences[sentence];
            // from "也清醒看到，…" on a paragraph tells what is wrong, not what is done
            problems |= hits.any_within(sentence.span, Classes::PROBLEM);
            if problems {
                continue;
            }
            let pillar = sections.at(sentence.span);
            for span in reader.spans(document.clauses_of(sentence), pillar.is_some()) {
                let speech = quotations.open_at(span.start());
                let action = slots::fill(words, span, year, pillar);
                candidates.push(Candidate { action, speech });
            }
        }
    }
    candidates
}

impl Reader<'_> {
    /// The spans of the actions of a sentence.
    fn spans(&self, clauses: &[Clause], in_pillar: bool) -> Vec<Span> {
        let mut spans = Vec::with_capacity(clauses.len());
        let mut at = 0;
        while at < clauses.len() {
            let (span, next) = self.next_span(clauses, at);
            if let Some(span) = span.filter(|&span| self.is_action(span, in_pillar)) {
                spans.push(span);
            }
            at = next;
        }
        spans
    }

    /// Joins the clause at `at` with those that belong to it; the span, and where to go on.
    fn next_span(&self, clauses: &[Clause], at: usize) -> (Option<Span>, usize) {
        let first = clauses[at];
        if first.end == ClauseEnd::Colon && (self.is_speech(first.span) || self.speaks(first.span))
        {
            return (None, at + 1);
        }
        if first.end == ClauseEnd::Comma && self.is_speech(first.span) && self.short(first.span) {
            return (None, at + 1);
        }
        let mut start = first.span.start();
        let mut end = at;
        while clauses[end].end == ClauseEnd::Comma && end + 1 < clauses.len() {
            let next = clauses[end + 1].span;
            let open = Span::new(start, clauses[end].span.end());
            // 研究院将围绕…，: who does it stands before
            let matter = || opening::matter(self.text, self.hits, self.home, open);
            let behind = || (end == at).then(matter).filter(|&matter| matter != open);
            // 以X为引领，以Y为重点，…: each of several adjuncts prepares the next
            let last = clauses[end].span;
            if self.prepares(open, end == at)
                || (end > at && !self.is_time(last) && self.prepares(last, true))
                || behind().is_some_and(|matter| self.prepares(matter, true))
            {
                // "2008年，我省编制了…": with its subject the time goes too
                let time_only = end == at && self.is_time(open);
                if time_only && opening::has_own_subject(self.text, self.hits, self.home, next) {
                    start = next.start();
                }
                end += 1;
            } else if (end > at && self.is_means(clauses[end].span))
                || self.continues_figure(open, next)
            {
                end += 1;
            } else {
                break;
            }
        }
        let span = Span::new(start, clauses[end].span.end());
        let span = opening::matter(self.text, self.hits, self.home, span);
        (Some(self.without_stray_quote(span)), end + 1)
    }

    /// Whether a clause says that something is done.
    fn is_action(&self, span: Span, in_pillar: bool) -> bool {
        let chars = self.text.code_points(span).len();
        if chars < 3 || self.begins(span, Classes::FRAMING) || self.is_frame(span) {
            return false;
        }
        let told = self.short(span) || self.hits.any_within(span, Classes::BODY);
        if self.begins(span, Classes::NARRATION) || (told && self.is_speech(span)) {
            return false;
        }
        if self.is_remark(span) || self.announces(span) {
            return false;
        }
        let predicate = Classes::VERB.or(Classes::NOMINAL);
        if in_pillar {
            return true;
        }
        // outside the pillars only a plain measure is one: adverb or verb first
        let opens = self.begins(span, Classes::VERB) || self.begins(span, Classes::ADVERB);
        opens && self.hits.any_within(span, predicate) && chars >= 6
    }

    /// "日子紧了": how a story tells what has become, without a figure.
    fn is_remark(&self, span: Span) -> bool {
        let words = self.text.slice(span);
        words.ends_with('了') && !words.contains(|c: char| c.is_ascii_digit())
    }

    /// "重点抓好以下工作": says that measures follow.
    fn announces(&self, span: Span) -> bool {
        let words = self.text.slice(span);
        let follow = || ["以下", "下列", "如下"].iter().any(|word| words.contains(word));
        let ends = ["工作", "任务", "方面", "几点", "重点"].iter().any(|end| words.ends_with(end));
        ends && (follow() || words.ends_with("个方面工作"))
    }

    /// "今年是…之年", "这是…": tells what something is, not what is done.
    fn is_frame(&self, span: Span) -> bool {
        let words = self.text.slice(span);
        let after_time = self
            .hits
            .longest_at(span.start(), span.end(), Classes::TIME)
            .map_or(words, |(time, _)| self.text.slice(Span::new(time.end(), span.end())));
        let digits = words.bytes().take(4).take_while(u8::is_ascii_digit).count();
        let after_year = words[digits..].strip_prefix('年').unwrap_or(words);
        ["是", "就是"].iter().any(|is| {
            (after_time.starts_with(is) && after_time.len() < words.len())
                || (after_year.starts_with(is) && after_year.len() < words.len())
        }) || words.starts_with('这')
            || self.has_copula(span)
    }

    /// "市场是最稀缺的资源": 是 as a word of its own, outside quotations.
    fn has_copula(&self, span: Span) -> bool {
        let words = self.text.slice(span);
        words.match_indices('是').any(|(offset, _)| {
            let at = span.start() + offset;
            let inside = |hit: &Hit| hit.chars >= 2 && hit.span.end() > at;
            let in_word = self
                .hits
                .within(span)
                .take_while(|hit| hit.span.start() <= at)
                .any(|hit| inside(hit) && !self.is(hit, Classes::CONNECTIVE));
            let quoted = words[..offset].matches(['“', '《']).count()
                > words[..offset].matches(['”', '》']).count();
            !in_word && !quoted
        })
    }

    /// A paragraph of appeal that closes a section.
    fn is_closing(&self, line: &Line) -> bool {
        let Some(first) = self.document.sentences_of(line).first() else { return false };
        let clause = self.document.clauses_of(first)[0].span;
        let last = self.document.sentences_of(line).last().map_or(first.span, |last| last.span);
        self.begins(clause, Classes::APPEAL)
            || (line.marker.is_none()
                && line.kind == LineKind::Paragraph
                && self.hits.within(last).filter(|hit| self.is(hit, Classes::APPEAL)).count() > 0)
    }

    fn is(&self, hit: &Hit, classes: Classes) -> bool {
        hit.classes.any(classes)
    }

    fn begins(&self, span: Span, classes: Classes) -> bool {
        self.hits.longest_at(span.start(), span.end(), classes).is_some()
    }

    fn ends_in(&self, span: Span, classes: Classes) -> bool {
        self.hits.within(span).any(|hit| hit.span.end() == span.end() && self.is(hit, classes))
    }

    fn short(&self, span: Span) -> bool {
        self.text.code_points(span).len() <= 16
    }

    /// 市长：…, 问：…: who speaks, at the beginning of a line.
    fn speaks(&self, span: Span) -> bool {
        let before = self.text.as_str()[..span.start()].chars().next_back();
        let few = self.text.code_points(span).len() <= 5;
        few && before.is_none_or(|c| c == '\n' || is_blank(c))
            && !self.hits.any_within(span, Classes::VERB.or(Classes::NOMINAL))
    }

    /// "王某说：", "报告指出：".
    fn is_speech(&self, span: Span) -> bool {
        // 落实“四个不摘”要求: a measure begins with what is done
        let does = self.begins(span, Classes::VERB.or(Classes::ADVERB).or(Classes::NOMINAL));
        self.ends_in(span, Classes::ATTRIBUTION) && !does
    }

    /// A quotation mark whose partner is in another clause does not belong to this one.
    fn without_stray_quote(&self, span: Span) -> Span {
        let words = self.text.slice(span);
        let count = |mark: char| words.matches(mark).count();
        if words.ends_with('”') && count('”') > count('“') {
            return Span::new(span.start(), span.end() - '”'.len_utf8());
        }
        if words.starts_with('“') && count('“') > count('”') {
            return Span::new(span.start() + '“'.len_utf8(), span.end());
        }
        span
    }
}

/// Finds the pillar of a place; places must come in reading order.
struct Sections<'a> {
    pillars: &'a [Pillar],
    next: usize,
}

impl<'a> Sections<'a> {
    fn new(pillars: &'a [Pillar]) -> Self {
        Self { pillars, next: 0 }
    }

    fn at(&mut self, span: Span) -> Option<PillarIndex> {
        while self.pillars.get(self.next).is_some_and(|p| p.section.start() <= span.start()) {
            self.next += 1;
        }
        let mut at = self.next.checked_sub(1)?;
        while self.pillars[at].section.end() <= span.start() {
            at = self.pillars[at].parent?.0 as usize;
        }
        Some(PillarIndex(u32::try_from(at).expect("fewer pillars than bytes")))
    }
}
