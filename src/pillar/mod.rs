//! Headings → pillars (纲): nesting, title and principle, review or plan.

mod kind;

use crate::document::{Document, Heading, HeadingStyle, MarkerStyle};
use crate::extraction::{Pillar, PillarIndex};
use crate::lexicon::{Classes, Hits};
use crate::schema::PillarKind;
use crate::text::{SourceText, Span};

/// The pillars of a document, in reading order.
#[must_use]
pub fn pillars(text: &SourceText, hits: &Hits, document: &Document) -> Vec<Pillar> {
    let headings = priorities(hits, document);
    let end = body_end(text, document);
    let ranks = ranks(&headings);
    let mut pillars: Vec<Pillar> = Vec::with_capacity(headings.len());
    // the open pillars, coarse to fine, with their ranks
    let mut open: Vec<(u8, usize)> = Vec::new();
    let mut siblings: Vec<u32> = vec![0];
    for (heading, &rank) in headings.iter().zip(&ranks) {
        while open.last().is_some_and(|&(other, _)| other >= rank) {
            open.pop();
        }
        siblings.truncate(open.len() + 1);
        siblings[open.len()] += 1;
        let ordinal = if heading.ordinal > 0 { heading.ordinal } else { siblings[open.len()] };
        siblings.push(0);
        let (title, principle) = title_and_principle(text, hits, document, heading);
        let parent = open.last().map(|&(_, at)| PillarIndex(u32::try_from(at).expect("few")));
        open.push((rank, pillars.len()));
        let level = u8::try_from(open.len()).unwrap_or(u8::MAX);
        let section = Span::new(title.start(), title.end().max(end));
        let kind = PillarKind::Plan;
        pillars.push(Pillar { title, principle, level, ordinal, kind, parent, section });
    }
    close_sections(&mut pillars);
    kind::assign(text, hits, document, &mut pillars);
    pillars
}

/// Leaves out part titles that hold no priority: they only divide the document.
fn priorities(hits: &Hits, document: &Document) -> Vec<Heading> {
    let ranks = ranks(&document.headings);
    let divides = |at: usize| {
        let heading = &document.headings[at];
        let childless = ranks.get(at + 1).is_none_or(|&next| next <= ranks[at]);
        let coarse = ranks[at] <= rank_of(HeadingStyle::Numbered(MarkerStyle::Han), true);
        childless && coarse && hits.any_within(heading.span, Classes::DIVIDER)
    };
    (0..document.headings.len())
        .filter(|&at| !divides(at))
        .map(|at| document.headings[at].clone())
        .collect()
}

/// How fine each heading is; the genre's order of numbers, adapted to what the document uses.
fn ranks(headings: &[Heading]) -> Vec<u8> {
    let numbered = headings.iter().any(|heading| {
        matches!(
            heading.style,
            HeadingStyle::Numbered(
                MarkerStyle::Han | MarkerStyle::Chapter | MarkerStyle::Markdown(_)
            )
        )
    });
    headings.iter().map(|heading| rank_of(heading.style, numbered)).collect()
}

fn rank_of(style: HeadingStyle, numbered: bool) -> u8 {
    match style {
        HeadingStyle::Numbered(marker) => match marker {
            MarkerStyle::Markdown(n) => n,
            MarkerStyle::Chapter => 10,
            MarkerStyle::Section => 12,
            MarkerStyle::Han => 20,
            MarkerStyle::HanBracket => 30,
            MarkerStyle::Arabic => 40,
            MarkerStyle::Dotted(n) => 40 + n,
            MarkerStyle::ArabicBracket => 50,
            MarkerStyle::Enclosed => 55,
            MarkerStyle::Series | MarkerStyle::Ordinal => 60,
            MarkerStyle::Dash => 75,
        },
        HeadingStyle::Styled(_) | HeadingStyle::Free if numbered => 65,
        HeadingStyle::Styled(level) => level,
        HeadingStyle::Free => 8,
        HeadingStyle::RunIn => 70,
        HeadingStyle::Inline => 80,
    }
}

/// Sections end where the next pillar of the same or a coarser level begins.
fn close_sections(pillars: &mut [Pillar]) {
    for at in 0..pillars.len() {
        let level = pillars[at].level;
        if let Some(next) = pillars[at + 1..].iter().find(|later| later.level <= level) {
            let end = next.title.start();
            let section = pillars[at].section;
            pillars[at].section = Span::new(section.start(), end.max(section.start()));
        }
    }
}

/// Where the text of the body ends.
fn body_end(text: &SourceText, document: &Document) -> usize {
    document.lines.last().map_or(text.span().end(), |line| line.span.end())
}

/// The priority, and the maxim beside it (坚持X和Y并重).
fn title_and_principle(
    text: &SourceText,
    hits: &Hits,
    document: &Document,
    heading: &Heading,
) -> (Span, Option<Span>) {
    let span = crate::document::opening::matter(text, hits, None, heading.span);
    let sentence = &document.sentences[heading.sentence];
    let clauses: Vec<Span> = document
        .clauses_of(sentence)
        .iter()
        .map(|clause| clause.span)
        .filter(|clause| clause.end() > span.start() && clause.end() <= span.end())
        .collect();
    let is_maxim = |clause: Span| {
        hits.within(clause)
            .any(|hit| hit.span.end() == clause.end() && hit.classes.any(Classes::MAXIM))
    };
    // of the words that begin there the longest counts: 坚持不懈 opens no principle
    let opens = |clause: Span| {
        let first = hits.beginning_at(clause.start()).first();
        first.is_some_and(|hit| hit.classes.any(Classes::PRINCIPLE))
    };
    if let [first, .., last] = clauses[..] {
        let first = Span::new(first.start().max(span.start()), first.end());
        let two = clauses.len() == 2;
        if is_maxim(first) || (two && opens(first)) {
            return (clauses[1].cover(last), Some(first));
        }
        if two && is_maxim(last) {
            return (first, Some(last));
        }
    }
    (span, None)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lexicon::Lexicon;

    /// Title and principle of the only pillar under this heading.
    fn check(heading: &str, title: &str, principle: Option<&str>) {
        let words =
            format!("工作报告\n一、{heading}\n新建厂房12万平方米，引进企业9家，新增就业800人。\n");
        let text = SourceText::new(words).expect("short");
        let hits = Hits::of(&Lexicon::from_seeds(), text.as_str());
        let found = pillars(&text, &hits, &Document::read(&text, &hits));
        let found: Vec<_> = found.iter().map(|p| (p.title, p.principle)).collect();
        let [(found, maxim)] = found[..] else { panic!("{heading}: {found:?}") };
        assert_eq!((text.slice(found), maxim.map(|span| text.slice(span))), (title, principle));
    }

    #[test]
    fn a_maxim_before_the_priority_is_its_principle() {
        check("坚持创新驱动，培育发展新动能", "培育发展新动能", Some("坚持创新驱动"));
        check("坚持稳粮与增收并重，发展现代农业", "发展现代农业", Some("坚持稳粮与增收并重"));
        // what is done without cease is no maxim, and of three parts none is
        check("坚持不懈抓好环保，守护碧水", "坚持不懈抓好环保，守护碧水", None);
        let three = "坚持改革创新，着力破除障碍，激发市场活力";
        check(three, three, None);
    }
}
