//! Items of an enumeration whose class the text names: A、B、C等企业, A、B、C四大产业集群.

use super::head::balanced;
use crate::lexicon::Classes;
use crate::mention::candidate::{Candidate, Candidates, KINDS, Listing};
use crate::mention::context::{Left, Origin};
use crate::mention::view::View;
use crate::schema::EntityKind;
use crate::text::Span;

/// How many characters may stand between 等 and its class noun (等|20个重大科技|专项).
const GAP: usize = 16;
/// How many characters an item may have.
const ITEM: usize = 26;

pub(super) fn generate(view: &View<'_>, candidates: &mut Candidates) {
    let words = view.words(view.span);
    for (offset, _) in words.match_indices('等') {
        let at = view.span.start() + offset;
        // 等级, 平等 are words of their own
        let inside_word = view.longest_from(at).is_some_and(|hit| hit.chars >= 2)
            || view.longest_to(at + '等'.len_utf8()).is_some_and(|hit| hit.chars >= 2);
        if inside_word {
            continue;
        }
        for class in class_behind(view, at + '等'.len_utf8()).into_iter().flatten() {
            items(view, at, Listing { class, etc: true }, candidates);
        }
    }
    for &hit in view.hits {
        let classes = hit.classes;
        if !classes.any(Classes::CLASS_NOUN) || hit.span.end() > view.span.end() {
            continue;
        }
        let end = before_count(view, hit.span.start());
        for kind in KINDS {
            if classes.any(Classes::class_noun(kind)) {
                items(view, end, Listing { class: kind, etc: false }, candidates);
            }
        }
    }
}

/// The kinds that the class noun behind 等 names.
fn class_behind(view: &View<'_>, from: usize) -> [Option<EntityKind>; 4] {
    let rest = view.words(Span::new(from, view.span.end()));
    let mut reach = from;
    for c in rest.chars().take(GAP) {
        if matches!(c, '，' | '、' | '；' | '。' | '：' | '“') {
            break;
        }
        reach += c.len_utf8();
    }
    // the noun of the phrase is its last one, so the nearest of the longest counts
    let noun = view
        .hits
        .iter()
        .filter(|hit| hit.span.start() >= from && hit.span.end() <= reach)
        .find(|hit| hit.classes.any(Classes::CLASS_NOUN));
    let classes = noun.map_or(Classes::NONE, |hit| hit.classes);
    KINDS.map(|kind| classes.any(Classes::class_noun(kind)).then_some(kind))
}

/// Steps back over "四大", "3个" before a class noun.
fn before_count(view: &View<'_>, at: usize) -> usize {
    let words = view.words(Span::new(view.span.start(), at));
    let counted = words.trim_end_matches(['大', '个', '类', '家', '项', '条']);
    let number = counted.trim_end_matches(|c: char| {
        c.is_ascii_digit()
            || matches!(
                c,
                '一' | '二'
                    | '三'
                    | '四'
                    | '五'
                    | '六'
                    | '七'
                    | '八'
                    | '九'
                    | '十'
                    | '两'
                    | '多'
                    | '余'
            )
    });
    if number.len() < counted.len() && counted.len() < words.len() {
        view.span.start() + number.len()
    } else {
        at
    }
}

/// Candidates for each item of the enumeration that ends at `end`.
fn items(view: &View<'_>, end: usize, listing: Listing, candidates: &mut Candidates) {
    let mut item_end = end;
    loop {
        let (start, last) = item_start(view, item_end);
        let Some(span) = unquoted(view, Span::new(start, item_end)) else { return };
        if span.is_empty() || view.chars(span) > ITEM {
            return;
        }
        // a single item is an enumeration only before 等
        if !last || item_end != end || listing.etc {
            push(view, span, listing, candidates);
            if last {
                let inner = view.cuts();
                let from = inner.partition_point(|cut| cut.at <= span.start());
                for cut in &inner[from..] {
                    if cut.at >= span.end() {
                        break;
                    }
                    if !matches!(cut.left, Left::Comma) {
                        let Some(span) = unquoted(view, Span::new(cut.at, item_end)) else {
                            continue;
                        };
                        push(view, span, listing, candidates);
                    }
                }
            }
        }
        if last {
            return;
        }
        item_end = start - separator_len(view, start);
        if item_end <= view.span.start() {
            return;
        }
    }
}

fn push(view: &View<'_>, span: Span, listing: Listing, candidates: &mut Candidates) {
    if span.is_empty() || !balanced(view.words(span)) {
        return;
    }
    let mut candidate = Candidate::new(span, listing.class, Origin::Enumeration);
    candidate.listing = Some(listing);
    candidates.push(candidate);
}

/// Where the item that ends at `end` begins, and whether it is the first of its enumeration.
fn item_start(view: &View<'_>, end: usize) -> (usize, bool) {
    let cuts = view.cuts();
    let from = cuts.partition_point(|cut| cut.at < end);
    let mut quoted = 0i32;
    let mut checked = end;
    for cut in cuts[..from].iter().rev() {
        for c in view.words(Span::new(cut.at, checked)).chars() {
            match c {
                '”' | '’' | '》' | '）' => quoted += 1,
                '“' | '‘' | '《' | '（' => quoted -= 1,
                _ => {}
            }
        }
        checked = cut.at;
        match cut.left {
            _ if quoted > 0 => {}
            Left::Comma | Left::And => return (cut.at, false),
            Left::Start | Left::Clause => return (cut.at, true),
            _ => {}
        }
    }
    (view.span.start(), true)
}

/// How long the separator before an item is: 、 和 以及.
fn separator_len(view: &View<'_>, start: usize) -> usize {
    let before = view.words(Span::new(view.span.start(), start));
    if before.ends_with("以及") {
        "以及".len()
    } else {
        before.chars().next_back().map_or(0, char::len_utf8)
    }
}

/// The item without quotation marks that enclose it whole.
fn unquoted(view: &View<'_>, span: Span) -> Option<Span> {
    let words = view.words(span);
    let inner =
        words.strip_prefix(['“', '‘', '《']).and_then(|rest| rest.strip_suffix(['”', '’', '》']));
    match inner {
        Some(inner) if !inner.contains(['“', '”']) => {
            let start = span.start() + (words.len() - inner.len()) / 2;
            Some(Span::new(start, start + inner.len()))
        }
        _ => (span.start() < span.end()).then_some(span),
    }
}
