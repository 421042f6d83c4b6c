//! A head noun and the words before it that identify it: 创新集群培育|工程, 舜达|公司, 清华|大学, 农产品加工|产业.

use crate::lexicon::Classes;
use crate::mention::candidate::{Candidate, Candidates, KINDS};
use crate::mention::context::{Left, Origin};
use crate::mention::view::{Stretch, View, Word};
use crate::schema::EntityKind;

/// How many characters may stand before a head.
const REACH: usize = 28;
/// How many places a head looks at, nearest first.
const CUTS: usize = 9;
/// The same for a weak head, which takes few words.
const CUTS_OF_WEAK: usize = 4;
/// How many characters a bracket behind a head may hold and still belong to the name.
const BRACKET: usize = 8;

pub(super) fn generate(view: &View<'_>, candidates: &mut Candidates) {
    for word in view.all_words().iter().filter(|word| word.classes.any(Classes::HEAD)) {
        for kind in KINDS {
            let origin = if word.classes.any(Classes::strong_head(kind)) {
                Origin::StrongHead
            } else if word.classes.any(Classes::weak_head(kind)) {
                Origin::WeakHead
            } else {
                continue;
            };
            before(view, word, kind, origin, candidates);
        }
    }
}

/// Candidates from each place before the head to its end.
fn before(
    view: &View<'_>,
    head: &Word,
    kind: EntityKind,
    origin: Origin,
    candidates: &mut Candidates,
) {
    // a sector is named without the generic noun: 钢铁|产业
    let generic = kind == EntityKind::Industry && origin == Origin::StrongHead;
    let end = if generic { head.start } else { head.end };
    if is_barrier(view.left(head.start)) {
        return;
    }
    let most = if origin == Origin::WeakHead { CUTS_OF_WEAK } else { CUTS };
    let bracket = if generic { None } else { bracket(view, end) };
    for &cut in view.cuts_before(head.start).iter().rev().take(most) {
        if head.start - cut > REACH || has_modal(view, Stretch::new(cut, head.start)) {
            break;
        }
        if balanced(view.chars(Stretch::new(cut, end))) {
            let mut candidate = Candidate::new(Stretch::new(cut, end), kind, origin);
            candidate.head = Some(head.term);
            candidates.push(candidate);
            if let Some(close) = bracket {
                let mut longer = candidate;
                longer.stretch.end = close;
                candidates.push(longer);
            }
        }
        if is_barrier(view.left(cut)) {
            break;
        }
    }
}

/// Where a short bracket ends that opens right here: 国家文化公园|（河南段）.
fn bracket(view: &View<'_>, at: usize) -> Option<usize> {
    let ['（' | '(', rest @ ..] = view.rest(at) else { return None };
    let close = rest.iter().take(BRACKET + 1).position(|c| matches!(c, '）' | ')'))?;
    let word = !rest[..close].iter().any(|c| matches!(c, '，' | '。' | '；' | '、' | '：'));
    (close > 0 && word).then(|| at + close + 2)
}

/// 翼城|将|启动…: what will be done begins behind it, and no name holds it.
fn has_modal(view: &View<'_>, stretch: Stretch) -> bool {
    let alone = |at: usize| view.longest_from(at).is_none_or(|word| word.len() == 1);
    let chars = view.chars(stretch).iter().zip(stretch.start..);
    chars.filter(|(c, _)| **c == '将').any(|(_, at)| alone(at))
}

/// Nothing before a clause's start belongs to a name in it.
fn is_barrier(left: Left) -> bool {
    matches!(left, Left::Start | Left::Clause)
}

/// Whether every quotation and bracket that opens in a stretch closes in it.
pub(super) fn balanced(chars: &[char]) -> bool {
    let mut depth = 0i32;
    for c in chars {
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
