//! What the text sets in quotation marks: “四个不摘”, “翼壶好茶”项目, 靓城提质“三大行动”.

use super::head::balanced;
use crate::lexicon::{Classes, TermId};
use crate::mention::candidate::{Candidate, Candidates, KINDS};
use crate::mention::context::Origin;
use crate::mention::view::View;
use crate::schema::EntityKind;
use crate::text::Span;

/// How many characters a quoted name may have.
const LONGEST: usize = 24;
/// How many characters before a quotation may belong to its name.
const REACH: usize = 12;

pub(super) fn generate(view: &View<'_>, candidates: &mut Candidates) {
    let words = view.words(view.span);
    let mut from = 0;
    while let Some((open, mark)) = next_open(words, from) {
        let inner_start = open + mark.len_utf8();
        from = inner_start;
        let Some(len) = words[inner_start..].find(close_of(mark)) else { continue };
        let inner =
            Span::new(view.span.start() + inner_start, view.span.start() + inner_start + len);
        let close = inner.end() + close_of(mark).len_utf8();
        if inner.is_empty() || view.chars(inner) > LONGEST {
            continue;
        }
        for kind in KINDS {
            candidates.push(Candidate::new(inner, kind, Origin::Quotation));
        }
        let open = view.span.start() + open;
        with_head(view, open, close, candidates);
        with_words_before(view, open, close, candidates);
    }
}

/// “X”行动: the head behind the closing mark, from the opening mark on.
fn with_head(view: &View<'_>, open: usize, close: usize, candidates: &mut Candidates) {
    for hit in view.all_from(close) {
        if hit.classes.any(heads()) && hit.span.end() <= view.span.end() {
            candidates.push(program(Span::new(open, hit.span.end()), Some(hit.term)));
        }
    }
    // “X”试点 may have words between: “5G+工业互联网”融合应用先导区
    let near = view.hits.iter().filter(|hit| {
        hit.span.start() > close && hit.span.end() <= view.span.end() && hit.classes.any(heads())
    });
    for hit in near {
        let between = view.words(Span::new(close, hit.span.start()));
        if between.chars().count() > REACH || between.contains(['，', '、', '；', '。', '“', '的'])
        {
            break;
        }
        candidates.push(program(Span::new(open, hit.span.end()), Some(hit.term)));
    }
}

/// 靓城提质“三大行动”: the words before the quotation name it together with it.
fn with_words_before(view: &View<'_>, open: usize, close: usize, candidates: &mut Candidates) {
    let cuts = view.cuts();
    let from = cuts.partition_point(|cut| cut.at < open);
    for cut in cuts[..from].iter().rev().take(6) {
        let before = Span::new(cut.at, open);
        let words = view.words(before);
        if view.chars(before) > REACH
            || words.contains(['，', '；', '。', '：', '”', '、'])
            || !balanced(words)
        {
            break;
        }
        candidates.push(program(Span::new(cut.at, close), None));
    }
}

fn heads() -> Classes {
    Classes::strong_head(EntityKind::Program).or(Classes::weak_head(EntityKind::Program))
}

fn program(span: Span, head: Option<TermId>) -> Candidate {
    let mut candidate = Candidate::new(span, EntityKind::Program, Origin::Quotation);
    candidate.head = head;
    candidate
}

fn next_open(words: &str, from: usize) -> Option<(usize, char)> {
    words[from..]
        .char_indices()
        .find(|(_, c)| matches!(c, '“' | '‘' | '《'))
        .map(|(at, c)| (from + at, c))
}

fn close_of(open: char) -> char {
    match open {
        '“' => '”',
        '‘' => '’',
        _ => '》',
    }
}
