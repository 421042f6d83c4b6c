//! What the text sets in quotation marks: “四个不摘”, “翼壶好茶”项目, 靓城提质“三大行动”.

use super::head::balanced;
use crate::lexicon::{Classes, TermId};
use crate::mention::candidate::{Candidate, Candidates, KINDS};
use crate::mention::context::Origin;
use crate::mention::marks::Marks;
use crate::mention::view::{Stretch, View};
use crate::schema::EntityKind;

/// How many characters a quoted name may have.
const LONGEST: usize = 24;
/// How many characters before a quotation may belong to its name.
const REACH: usize = 12;

pub(super) fn generate(view: &View<'_>, candidates: &mut Candidates) {
    if !view.all_marks().any(Marks::OPENING) {
        return;
    }
    for open in (0..view.len()).filter(|&at| view.marks_at(at).any(Marks::OPENING)) {
        let Some(mark) = view.after(open).map(close_of) else { continue };
        let near = view.rest(open + 1).iter().take(LONGEST + 1);
        let Some(len) = near.copied().position(|c| c == mark) else { continue };
        let inner = Stretch::new(open + 1, open + 1 + len);
        if inner.is_empty() {
            continue;
        }
        for kind in KINDS {
            candidates.push(Candidate::new(inner, kind, Origin::Quotation));
        }
        with_head(view, open, inner.end + 1, candidates);
        with_words_before(view, open, inner.end + 1, candidates);
    }
}

/// “X”行动: the head behind the closing mark, from the opening mark on.
fn with_head(view: &View<'_>, open: usize, close: usize, candidates: &mut Candidates) {
    for word in view.all_from(close).iter().filter(|word| word.classes.any(heads())) {
        candidates.push(program(Stretch::new(open, word.end), Some(word.term)));
    }
    // “X”试点 may have words between: “5G+工业互联网”融合应用先导区
    let near = view.words_from(close).iter().take_while(|word| word.start <= close + REACH);
    for word in near.filter(|word| word.start > close && word.classes.any(heads())) {
        let between = Stretch::new(close, word.start);
        let stops = |c: &char| matches!(c, '，' | '、' | '；' | '。' | '“' | '的');
        if view.chars(between).iter().any(stops) {
            break;
        }
        candidates.push(program(Stretch::new(open, word.end), Some(word.term)));
    }
}

/// 靓城提质“三大行动”: the words before the quotation name it together with it.
fn with_words_before(view: &View<'_>, open: usize, close: usize, candidates: &mut Candidates) {
    for &cut in view.cuts_before(open).iter().rev().take(6) {
        let before = Stretch::new(cut, open);
        let chars = view.chars(before);
        let stops = |c: &char| matches!(c, '，' | '；' | '。' | '：' | '”' | '、');
        if before.len() > REACH || chars.iter().any(stops) || !balanced(chars) {
            break;
        }
        candidates.push(program(Stretch::new(cut, close), None));
    }
}

fn heads() -> Classes {
    Classes::strong_head(EntityKind::Program).or(Classes::weak_head(EntityKind::Program))
}

fn program(stretch: Stretch, head: Option<TermId>) -> Candidate {
    let mut candidate = Candidate::new(stretch, EntityKind::Program, Origin::Quotation);
    candidate.head = head;
    candidate
}

fn close_of(open: char) -> char {
    match open {
        '“' => '”',
        '‘' => '’',
        _ => '》',
    }
}
