//! A head noun and the words before it that identify it: 创新集群培育|工程, 舜达|公司, 清华|大学, 农产品加工|产业.

use crate::lexicon::Classes;
use crate::mention::candidate::{Candidate, Candidates, KINDS};
use crate::mention::context::{Left, Origin};
use crate::mention::view::{Stretch, View, Word};
use crate::schema::EntityKind;

/// How many characters may stand before a head.
const REACH: usize = 34;
/// How many places a head looks at, nearest first.
const CUTS: usize = 12;
/// The same for a weak head, which takes few words.
const CUTS_OF_WEAK: usize = 4;
/// How many characters a bracket behind a head may hold and still belong to the name.
const BRACKET: usize = 8;

pub(super) fn generate(view: &View<'_>, candidates: &mut Candidates) {
    for word in view.all_words().iter().filter(|word| word.classes.any(Classes::HEAD)) {
        if !is_barrier(view.left(word.start)) {
            before(view, word, candidates);
        }
    }
}

/// Candidates from each place before the head to its end.
fn before(view: &View<'_>, head: &Word, candidates: &mut Candidates) {
    let origins = KINDS.map(|kind| {
        if head.classes.any(Classes::strong_head(kind)) {
            Some(Origin::StrongHead)
        } else {
            head.classes.any(Classes::weak_head(kind)).then_some(Origin::WeakHead)
        }
    });
    let bracket = bracket(view, head.end);
    let mut look = Lookback { view, at: head.start, open: 0, etc: false };
    for (passed, &cut) in view.cuts_before(head.start).iter().rev().enumerate() {
        if head.start - cut > REACH || !look.back_to(cut) {
            break;
        }
        // behind the clause's predicate a name may begin however long it is
        let object = matches!(view.left(cut), Left::Predicate | Left::PredicateAdverb);
        for (kind, origin) in KINDS.into_iter().zip(origins) {
            let Some(origin) = origin else { continue };
            // A、B等|大学: who has a name of its own is no list
            let list = look.etc && matches!(kind, EntityKind::Company | EntityKind::University);
            if look.open != 0 || list || (passed >= cuts_of(origin) && !object) {
                continue;
            }
            // a sector is named without the generic noun: 钢铁|产业
            let generic = kind == EntityKind::Industry && origin == Origin::StrongHead;
            let end = if generic { head.start } else { head.end };
            let mut candidate = Candidate::new(Stretch::new(cut, end), kind, origin);
            candidate.head = Some(head.term);
            candidates.push(candidate);
            if let Some(close) = bracket.filter(|_| !generic) {
                candidate.stretch.end = close;
                candidates.push(candidate);
            }
        }
        if is_barrier(view.left(cut)) {
            break;
        }
    }
}

/// How many places a head of some strength looks at.
fn cuts_of(origin: Origin) -> usize {
    if origin == Origin::WeakHead { CUTS_OF_WEAK } else { CUTS }
}

/// Goes back from a head, and sees what no name holds.
struct Lookback<'v, 'b> {
    view: &'v View<'b>,
    at: usize,
    /// How many quotations and brackets are closed and not yet opened.
    open: usize,
    /// Whether 等 stands between, which ends a list.
    etc: bool,
}

impl Lookback<'_, '_> {
    /// Goes back to a place; false where no name can begin there or before it.
    fn back_to(&mut self, place: usize) -> bool {
        for at in (place..self.at).rev() {
            match self.view.chars(Stretch::new(at, at + 1)) {
                ['”' | '’' | '》' | '）' | ')'] => self.open += 1,
                ['“' | '‘' | '《' | '（' | '('] => match self.open.checked_sub(1) {
                    Some(open) => self.open = open,
                    // what opens here closes behind the head
                    None => return false,
                },
                ['等'] if self.view.left(at + 1) == Left::Etc => self.etc = true,
                // 翼城|将|启动…: what will be done begins behind it
                ['将'] if self.view.longest_from(at).is_none_or(|word| word.len() == 1) => {
                    return false;
                }
                _ => {}
            }
        }
        self.at = place;
        true
    }
}

/// Where a short bracket ends that opens right here: 国家文化公园|（河南段）.
fn bracket(view: &View<'_>, at: usize) -> Option<usize> {
    let ['（' | '(', rest @ ..] = view.rest(at) else { return None };
    let close = rest.iter().take(BRACKET + 1).position(|c| matches!(c, '）' | ')'))?;
    let word = !rest[..close].iter().any(|c| matches!(c, '，' | '。' | '；' | '、' | '：'));
    (close > 0 && word).then(|| at + close + 2)
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
