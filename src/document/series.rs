//! Headings inside a paragraph: items of a series (一是…。…。二是…。…。), sentences that one time opens
//! again and again, and lines whose break was lost.

use super::heading::{Heading, HeadingStyle, RUN_IN, Reader, SHORTEST, is_time};
use super::{ClauseEnd, Line, MarkerStyle, Sentence};
use crate::text::Span;

/// How many sentences that begin with one time make a series.
const PARALLEL: usize = 3;

impl Reader<'_> {
    /// Headings inside a line that a lost line break has put there.
    fn lost_lines(&self, index: usize, line: &Line) -> Vec<Heading> {
        let heading = |(sentence, at): (&Sentence, usize)| {
            let lost = self.document.clauses_of(sentence)[0].end == ClauseEnd::Lost;
            let (style, span) = (HeadingStyle::RunIn, sentence.span);
            lost.then_some(Heading { line: index, sentence: at, style, ordinal: 0, span })
        };
        let sentences = self.document.sentences_of(line).iter();
        sentences.zip(line.sentences.start..).filter_map(heading).collect()
    }

    /// The items of a series inside a paragraph (一是…。…。二是…。…。), where each has sentences of
    /// its own behind it; none otherwise.
    pub(super) fn inline_series(&self, index: usize, line: &Line) -> Vec<Heading> {
        let mut items: Vec<Heading> = Vec::new();
        let sentences = self.document.sentences_of(line);
        let lost = self.lost_lines(index, line);
        if !lost.is_empty() {
            return lost;
        }
        for (sentence, at) in sentences.iter().zip(line.sentences.start..) {
            let own = at == line.sentences.start;
            let marker = if own && line.marker.is_some() {
                None
            } else {
                super::numbering::marker(self.text, sentence.span)
            };
            let Some(marker) = marker else { continue };
            let item = matches!(
                marker.style,
                MarkerStyle::Series
                    | MarkerStyle::Ordinal
                    | MarkerStyle::Arabic
                    | MarkerStyle::ArabicBracket
                    | MarkerStyle::Enclosed
            );
            let span = Span::new(marker.span.end(), sentence.span.end().max(marker.span.end()));
            let next = items.last().map_or(1, |last: &Heading| last.ordinal + 1);
            let carried_on = items.is_empty()
                && line.marker.as_ref().is_some_and(|first| {
                    first.style == marker.style && first.ordinal + 1 == marker.ordinal
                });
            if !item || (marker.ordinal != next && !carried_on) {
                continue;
            }
            let alone = items.last().is_some_and(|last| last.sentence + 1 == at);
            if alone || at + 1 == line.sentences.end || self.chars(span) > RUN_IN {
                return Vec::new();
            }
            let style = HeadingStyle::Inline;
            items.push(Heading { line: index, sentence: at, style, ordinal: marker.ordinal, span });
        }
        let enough = items.len() >= 2 || items.first().is_some_and(|first| first.ordinal == 2);
        if enough { items } else { self.series_of_times(index, line) }
    }

    /// The items of a series that one time opens again and again inside a paragraph (这五年，…。…。
    /// 这五年，…。…。), where each has sentences of its own behind it; none otherwise.
    fn series_of_times(&self, index: usize, line: &Line) -> Vec<Heading> {
        let mut items: Vec<Heading> = Vec::new();
        let mut time = None;
        for (sentence, at) in self.document.sentences_of(line).iter().zip(line.sentences.start..) {
            let [when, what] = self.document.clauses_of(sentence) else { continue };
            let words = self.text.slice(when.span);
            if !is_time(self.hits, when) || time.is_some_and(|time| time != words) {
                continue;
            }
            time = Some(words);
            let alone = items.last().is_some_and(|last| last.sentence + 1 == at);
            let fits = (SHORTEST..=RUN_IN).contains(&self.chars(what.span));
            if alone || at + 1 == line.sentences.end || !fits || self.has_figure(what.span) {
                return Vec::new();
            }
            let ordinal = u32::try_from(items.len() + 1).unwrap_or(u32::MAX);
            let (style, span) = (HeadingStyle::Inline, what.span);
            items.push(Heading { line: index, sentence: at, style, ordinal, span });
        }
        if items.len() >= PARALLEL { items } else { Vec::new() }
    }
}
