//! Which lines, and which first sentences, are headings.
//!
//! Four kinds occur: a numbered line or sentence; a short line that stands alone; a run-in
//! heading, the short first sentence that the paragraph is about; and a heading sentence of two
//! parts (坚持X和Y并重,全力Z).

use std::collections::HashSet;

use super::{Clause, ClauseEnd, Document, Line, LineKind, MarkerStyle, Sentence};
use crate::lexicon::{Classes, Hit, Hits};
use crate::text::{SourceText, Span};

/// How many characters a run-in heading may have.
pub(super) const RUN_IN: usize = 26;
/// How many characters a run-in heading has at least.
pub(super) const SHORTEST: usize = 4;
/// How many characters a heading sentence of two parts may have.
const HEADING_SENTENCE: usize = 44;
/// How many characters a line that stands alone as a heading may have.
const FREE_LINE: usize = 30;
/// How many characters may stand behind the colon of a heading (屏：从“有”到“全”).
const BEHIND_COLON: usize = 20;
/// How many characters the name of a speaker has at most (市长：…).
const SPEAKER: usize = 5;
/// How many characters the first sentence of a numbered line may have and still be its heading.
const NUMBERED: usize = 80;

/// How a heading shows itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum HeadingStyle {
    /// By a number or bullet.
    Numbered(MarkerStyle),
    /// By the word of its file (a paragraph style, a heading element), with the level.
    Styled(u8),
    /// By standing alone in its line.
    Free,
    /// By being the short first sentence of a paragraph, or one of two parts.
    RunIn,
    /// By a number inside a paragraph, with sentences of its own behind it.
    Inline,
}

/// A heading.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Heading {
    /// The line that it begins.
    pub line: usize,
    /// The sentence that it is, as an index into [`Document::sentences`].
    pub sentence: usize,
    /// How it shows itself.
    pub style: HeadingStyle,
    /// Its number, 0 where it has none.
    pub ordinal: u32,
    /// Its words, without number and full stop.
    pub span: Span,
}

/// Finds the headings, and marks their lines.
pub(super) fn read(text: &SourceText, hits: &Hits, document: &mut Document) {
    let times = repeated_times(text, hits, document);
    let reader = Reader { text, hits, document, times };
    let mut headings: Vec<Heading> = Vec::new();
    for (index, line) in reader.document.lines.iter().enumerate() {
        if line.kind == LineKind::Paragraph {
            headings.extend(reader.heading(index, line));
        }
    }
    drop_leads_of_stories(document, &mut headings);
    drop_only_children(document, &mut headings);
    for heading in &headings {
        document.lines[heading.line].kind = LineKind::Heading;
    }
    document.headings = headings;
}

/// A story whose headings are lines of their own has no run-in headings: there a short first sentence
/// is the paragraph's lead.
fn drop_leads_of_stories(document: &Document, headings: &mut Vec<Heading>) {
    let stands = |style| matches!(style, HeadingStyle::Free | HeadingStyle::Styled(_));
    let lines = headings.iter().filter(|heading| stands(heading.style)).count();
    let numbered =
        headings.iter().any(|heading| matches!(heading.style, HeadingStyle::Numbered(_)));
    let leads = headings.iter().filter(|heading| heading.style == HeadingStyle::RunIn).count();
    let paragraphs = document.lines.iter().filter(|line| line.kind == LineKind::Paragraph).count();
    // where a few short sentences are the only headings of many paragraphs, they are none
    let stray = lines == 0 && !numbered && leads * 3 < paragraphs;
    if (lines >= 2 && !numbered) || stray {
        headings.retain(|heading| heading.style != HeadingStyle::RunIn);
    }
}

/// Where few of the heading lines with one paragraph under them have a short first sentence there, it
/// is the paragraph's lead: such a document does not divide a priority into one.
fn drop_only_children(document: &Document, headings: &mut Vec<Heading>) {
    let run_in = |heading: &&Heading| heading.style == HeadingStyle::RunIn;
    let lines: Vec<usize> = headings.iter().filter(|h| !run_in(h)).map(|h| h.line).collect();
    let only = |heading: &Heading| {
        let before = lines.partition_point(|&line| line + 1 < heading.line);
        let end = lines.get(before + 1).copied().unwrap_or(document.lines.len());
        lines.get(before).is_some_and(|line| line + 1 == heading.line) && end == heading.line + 1
    };
    let single = lines.windows(2).filter(|pair| pair[0] + 2 == pair[1]).count();
    let children = headings.iter().filter(run_in).filter(|heading| only(heading)).count();
    if children * 2 < single {
        headings.retain(|heading| !run_in(&heading) || !only(heading));
    }
}

/// Reads the headings of one document.
pub(super) struct Reader<'a> {
    pub(super) text: &'a SourceText,
    pub(super) hits: &'a Hits,
    pub(super) document: &'a Document,
    /// Clauses of time that open several paragraphs: 这五年，…. They run parallel as headings do.
    times: HashSet<&'a str>,
}

/// Clauses that only tell when and that open two paragraphs or more.
fn repeated_times<'a>(text: &'a SourceText, hits: &Hits, document: &Document) -> HashSet<&'a str> {
    let mut seen = HashSet::new();
    let mut repeated = HashSet::new();
    for line in document.lines.iter().filter(|line| line.marker.is_none()) {
        let Some(first) = document.sentences_of(line).first() else { continue };
        let clause = document.clauses_of(first)[0];
        if is_time(hits, &clause) && !seen.insert(text.slice(clause.span)) {
            repeated.insert(text.slice(clause.span));
        }
    }
    repeated
}

/// Whether a clause only tells when, and goes on behind a comma.
pub(super) fn is_time(hits: &Hits, clause: &Clause) -> bool {
    let time = hits.longest_at(clause.span.start(), clause.span.end(), Classes::TIME);
    clause.end == ClauseEnd::Comma && time.is_some_and(|(time, _)| time == clause.span)
}

impl Reader<'_> {
    /// The headings that a line begins with or, for inline series, holds.
    fn heading(&self, index: usize, line: &Line) -> Vec<Heading> {
        let sentences = self.document.sentences_of(line);
        let Some(first) = sentences.first() else { return Vec::new() };
        let heading = |style, ordinal, span| Heading {
            line: index,
            sentence: line.sentences.start,
            style,
            ordinal,
            span,
        };
        if let Some(marker) = &line.marker {
            let style = HeadingStyle::Numbered(marker.style);
            let first = self.numbered(index, line, first, marker.style);
            let first = first.map(|span| heading(style, marker.ordinal, span));
            return first.into_iter().chain(self.inline_series(index, line)).collect();
        }
        if let Some(level) = self.text.heading_level(line.span.start())
            && sentences.len() == 1
            && self.chars(line.span) <= NUMBERED
        {
            return vec![heading(HeadingStyle::Styled(level), 0, first.span)];
        }
        if let Some(span) = self.free_line(index, line, sentences) {
            return vec![heading(HeadingStyle::Free, 0, span)];
        }
        let behind = self.text.slice(Span::new(first.span.end(), line.span.end()));
        let run_in = if sentences.len() > 1 && !behind.starts_with(['？', '！', '?', '!']) {
            self.run_in(first).map(|span| heading(HeadingStyle::RunIn, 0, span))
        } else {
            None
        };
        let series = self.inline_series(index, line);
        // a break that was lost behind the first sentence is told by both
        let first =
            run_in.filter(|first| series.iter().all(|item| item.sentence != first.sentence));
        first.into_iter().chain(series).collect()
    }

    /// The heading of a numbered line: its first sentence, if what is numbered is a section.
    fn numbered(
        &self,
        index: usize,
        line: &Line,
        first: &Sentence,
        style: MarkerStyle,
    ) -> Option<Span> {
        let alone = line.sentences.len() == 1;
        let chars = self.chars(first.span);
        let ends_openly = !self.text.slice(line.span).ends_with(['。', '；', ';']);
        let span = match style {
            // items of a list are headings only where sentences of their own follow
            MarkerStyle::Series | MarkerStyle::Ordinal | MarkerStyle::Dash if alone => {
                let lines = &self.document.lines;
                let is_body = |at: usize| {
                    lines.get(at).is_some_and(|line| {
                        line.kind == LineKind::Paragraph && line.marker.is_none()
                    })
                };
                let followed = is_body(index + 1);
                // a list of sentences has no text between its items
                let apart = line.marker.as_ref().is_some_and(|marker| marker.ordinal == 1)
                    || index.checked_sub(1).is_some_and(is_body);
                let ends_openly = ends_openly || (style != MarkerStyle::Dash && apart);
                (ends_openly && followed && chars <= HEADING_SENTENCE).then_some(first.span)
            }
            MarkerStyle::Arabic
            | MarkerStyle::ArabicBracket
            | MarkerStyle::Enclosed
            | MarkerStyle::Dotted(_)
                if alone =>
            {
                (ends_openly && chars <= HEADING_SENTENCE).then_some(first.span)
            }
            _ => Some(first.span),
        }?;
        // a long first sentence is its first part: "（一）X：…"
        let span = if chars > NUMBERED { self.document.clauses_of(first)[0].span } else { span };
        let whole = alone && ends_openly;
        Some(self.up_to_colon(first, span, whole))
    }

    /// "围绕X：一是…" ends at its colon; a few words behind it belong to a heading that is a line of
    /// its own (`whole`).
    fn up_to_colon(&self, sentence: &Sentence, span: Span, whole: bool) -> Span {
        let clauses = self.document.clauses_of(sentence);
        match clauses.iter().position(|clause| clause.end == ClauseEnd::Colon) {
            Some(at) if at + 1 < clauses.len() => {
                let behind = clauses[at + 1].span.cover(span);
                let behind = Span::new(clauses[at + 1].span.start(), behind.end());
                let few = whole && self.chars(behind) <= BEHIND_COLON;
                if few { span } else { clauses[0].span.cover(clauses[at].span) }
            }
            _ => span,
        }
    }

    /// A short line without closing punctuation, with longer ones behind it.
    fn free_line(&self, index: usize, line: &Line, sentences: &[Sentence]) -> Option<Span> {
        let words = self.text.slice(line.span);
        let chars = words.chars().count();
        let closed =
            words.ends_with(['。', '；', '！', '？', '：', ':', ';', '，', '、', ',', '!', '?']);
        if sentences.len() != 1 || !(4..=FREE_LINE).contains(&chars) || closed {
            return None;
        }
        // a line break inside a sentence is layout: the line before must have ended
        let before = index.checked_sub(1).map(|i| &self.document.lines[i]);
        let goes_on = before.is_some_and(|line| {
            line.kind == LineKind::Paragraph
                && !self
                    .text
                    .slice(line.span)
                    .ends_with(['。', '！', '？', '”', '；', '：', '!', '?'])
        });
        let next = self.document.lines.get(index + 1)?;
        let body = self.chars(next.span) > chars && next.kind == LineKind::Paragraph;
        let word = self.hits.within(line.span).count() > 0;
        (body && word && !goes_on && !self.has_figure(line.span)).then_some(line.span)
    }

    /// A short first sentence that names what the paragraph is about.
    fn run_in(&self, first: &Sentence) -> Option<Span> {
        let clauses = self.document.clauses_of(first);
        let span = self.without_speaker(first);
        let chars = self.chars(span);
        let parts = clauses.iter().filter(|clause| clause.span.end() > span.start()).count();
        let fits = match parts {
            1 => (SHORTEST..=RUN_IN).contains(&chars),
            2 => chars <= RUN_IN || (chars <= HEADING_SENTENCE && self.is_heading_sentence(span)),
            3 => chars <= HEADING_SENTENCE && self.is_heading_sentence(span),
            _ => false,
        };
        let heading = !self.is_framing(span) && !self.has_figure(span) && !self.is_statement(span);
        let problem = self.hits.any_within(span, Classes::PROBLEM);
        (fits && heading && !problem && !self.is_answer(first)).then_some(span)
    }

    /// "市长：压力肯定有。": what someone answers.
    fn is_answer(&self, first: &Sentence) -> bool {
        let clause = self.document.clauses_of(first)[0];
        clause.end == ClauseEnd::Colon && self.chars(clause.span) <= SPEAKER
    }

    /// The sentence without "王渊说,翼城将" before it.
    fn without_speaker(&self, sentence: &Sentence) -> Span {
        let clauses = self.document.clauses_of(sentence);
        let speaks = clauses.len() > 1
            && (self.ends_in(clauses[0].span, Classes::ATTRIBUTION)
                || self.times.contains(self.text.slice(clauses[0].span)));
        let from = if speaks { &clauses[1..] } else { clauses };
        let span = from[0].span.cover(sentence.span);
        let span = Span::new(from[0].span.start(), span.end());
        super::opening::matter(self.text, self.hits, None, span)
    }

    /// 坚持…, 全力…: a principle and a priority.
    fn is_heading_sentence(&self, span: Span) -> bool {
        self.hits.longest_at(span.start(), span.end(), Classes::OPENER).is_some()
    }

    /// "今年是…", "过去一年": says when, not what.
    fn is_framing(&self, span: Span) -> bool {
        let begins = |class| self.hits.longest_at(span.start(), span.end(), class).is_some();
        begins(Classes::TIME)
            || begins(Classes::FRAMING)
            || begins(Classes::APPEAL)
            || self
                .hits
                .longest_at(span.start(), span.end(), Classes::CONNECTIVE)
                .is_some_and(|(word, _)| self.chars(word) >= 2)
            || self.ends_in(span, Classes::ATTRIBUTION)
            || self.is_quotation(span)
            || self.text.slice(span).starts_with(|c: char| c.is_ascii_digit())
    }

    /// Words of someone else: a quotation from the first character to the last, or beyond.
    fn is_quotation(&self, span: Span) -> bool {
        let words = self.text.slice(span);
        words.strip_prefix('“').is_some_and(|inner| {
            inner.find('”').is_none_or(|close| close + '”'.len_utf8() == inner.len())
        })
    }

    /// "市场是最稀缺的资源", "只用了47天": says what is so, and names nothing to be done.
    fn is_statement(&self, span: Span) -> bool {
        let words = self.text.slice(span);
        words.match_indices(['是', '了']).any(|(at, word)| {
            let at = span.start() + at;
            let inside = |hit: &Hit| hit.chars >= 2 && hit.span.end() >= at + word.len();
            !self.hits.within(span).take_while(|hit| hit.span.start() <= at).any(inside)
        })
    }

    fn ends_in(&self, span: Span, class: Classes) -> bool {
        self.hits.within(span).any(|hit| hit.span.end() == span.end() && hit.classes.any(class))
    }

    /// A number with a unit or a per cent sign: a report of a result, not a heading.
    pub(super) fn has_figure(&self, span: Span) -> bool {
        let words = self.text.slice(span);
        let digits = words.chars().filter(char::is_ascii_digit).count();
        digits > 0 && (words.contains(['%', '％', '亿', '万', '增']) || digits > 4)
    }

    pub(super) fn chars(&self, span: Span) -> usize {
        self.text.code_points(span).len()
    }
}
