//! A head noun and the words before it that identify it: 创新集群培育|工程, 舜达|公司, 清华|大学, 农产品加工|产业.

use crate::lexicon::{Classes, Hit};
use crate::mention::candidate::{Candidate, Candidates, KINDS};
use crate::mention::context::{Left, Origin};
use crate::mention::view::{Cut, View};
use crate::schema::EntityKind;
use crate::text::Span;

/// How many characters may stand before a head.
const REACH: usize = 28;
/// How many places a head looks at, nearest first.
const CUTS: usize = 9;

pub(super) fn generate(view: &View<'_>, candidates: &mut Candidates) {
    for &hit in view.hits {
        let classes = hit.classes;
        if !classes.any(Classes::HEAD) || hit.span.end() > view.span.end() {
            continue;
        }
        for kind in KINDS {
            let origin = if classes.any(Classes::strong_head(kind)) {
                Origin::StrongHead
            } else if classes.any(Classes::weak_head(kind)) {
                Origin::WeakHead
            } else {
                continue;
            };
            before(view, hit, kind, origin, candidates);
        }
    }
}

/// Candidates from each place before the head to its end.
fn before(
    view: &View<'_>,
    head: Hit,
    kind: EntityKind,
    origin: Origin,
    candidates: &mut Candidates,
) {
    // a sector is named without the generic noun: 钢铁|产业
    let generic = kind == EntityKind::Industry && origin == Origin::StrongHead;
    let end = if generic { head.span.start() } else { head.span.end() };
    let cuts = view.cuts();
    let from = cuts.partition_point(|cut| cut.at < head.span.start());
    if view.cut_at(head.span.start()).is_some_and(is_barrier) {
        return;
    }
    for cut in cuts[..from].iter().rev().take(CUTS) {
        let span = Span::new(cut.at, end);
        if view.chars(Span::new(cut.at, head.span.start())) > REACH {
            break;
        }
        if balanced(view.words(span)) {
            let mut candidate = Candidate::new(span, kind, origin);
            candidate.head = Some(head.term);
            candidates.push(candidate);
        }
        if is_barrier(*cut) {
            break;
        }
    }
}

/// Nothing before a clause's start belongs to a name in it.
fn is_barrier(cut: Cut) -> bool {
    matches!(cut.left, Left::Start | Left::Clause)
}

/// Whether every quotation and bracket that opens in a span closes in it.
pub(super) fn balanced(words: &str) -> bool {
    let mut depth = 0i32;
    for c in words.chars() {
        match c {
            '“' | '‘' | '《' | '（' | '(' => depth += 1,
            '”' | '’' | '》' | '）' | ')' => depth -= 1,
            _ => {}
        }
        if depth < 0 {
            return false;
        }
    }
    depth == 0
}
