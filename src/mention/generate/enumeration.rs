//! Items of an enumeration whose class the text names: A、B、C等企业, A、B、C四大产业集群.

use super::head::balanced;
use crate::lexicon::Classes;
use crate::mention::candidate::{Candidate, Candidates, KINDS, Listing};
use crate::mention::context::{Left, Origin};
use crate::mention::marks::Marks;
use crate::mention::view::{Stretch, View};
use crate::schema::EntityKind;

/// How many characters may stand between 等 and its class noun (等|20个重大科技|专项).
const GAP: usize = 16;
/// How many characters an item may have.
const ITEM: usize = 26;
/// How many items an enumeration may have: a sentence of thousands still takes linear time.
const ITEMS: usize = 64;

pub(super) fn generate(view: &View<'_>, candidates: &mut Candidates) {
    if view.all_marks().any(Marks::ETC) {
        for at in (0..view.len()).filter(|&at| view.after(at) == Some('等')) {
            // 等级, 平等 are words of their own
            let inside_word = view.longest_from(at).is_some_and(|word| word.len() >= 2)
                || view.longest_to(at + 1).is_some_and(|word| word.len() >= 2);
            if inside_word {
                continue;
            }
            for class in class_behind(view, at + 1).into_iter().flatten() {
                items(view, at, Listing { class, etc: true }, candidates);
            }
        }
    }
    // without 等 a single item is no enumeration
    if !view.all_marks().any(Marks::COMMA.or(Marks::AND)) {
        return;
    }
    for word in view.all_words().iter().filter(|word| word.classes.any(Classes::CLASS_NOUN)) {
        let end = before_count(view, word.start);
        for kind in KINDS {
            if word.classes.any(Classes::class_noun(kind)) {
                items(view, end, Listing { class: kind, etc: false }, candidates);
            }
        }
    }
}

/// The kinds that the class noun behind 等 names.
fn class_behind(view: &View<'_>, from: usize) -> [Option<EntityKind>; 4] {
    let stops = |c: &char| matches!(c, '，' | '、' | '；' | '。' | '：' | '“');
    let rest = view.rest(from);
    let reach = from + rest.iter().take(GAP).take_while(|c| !stops(c)).count();
    // the noun of the phrase is its last one, so the nearest of the longest counts
    let noun = view
        .words_from(from)
        .iter()
        .take_while(|word| word.start < reach)
        .find(|word| word.end <= reach && word.classes.any(Classes::CLASS_NOUN));
    let classes = noun.map_or(Classes::NONE, |word| word.classes);
    KINDS.map(|kind| classes.any(Classes::class_noun(kind)).then_some(kind))
}

/// Steps back over "四大", "3个" before a class noun.
fn before_count(view: &View<'_>, at: usize) -> usize {
    let mut counted = at;
    while matches!(view.before(counted), Some('大' | '个' | '类' | '家' | '项' | '条')) {
        counted -= 1;
    }
    let mut number = counted;
    while view.before(number).is_some_and(is_numeral) {
        number -= 1;
    }
    if number < counted && counted < at { number } else { at }
}

fn is_numeral(c: char) -> bool {
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
}

/// Candidates for each item of the enumeration that ends at `end`.
fn items(view: &View<'_>, end: usize, listing: Listing, candidates: &mut Candidates) {
    let mut item_end = end;
    for _ in 0..ITEMS {
        let (start, last) = item_start(view, item_end);
        let item = unquoted(view, Stretch::new(start, item_end));
        if item.is_empty() || item.len() > ITEM {
            return;
        }
        // a single item is an enumeration only before 等
        if !last || item_end != end || listing.etc {
            push(view, item, listing, candidates);
            if last {
                let cuts = view.cuts();
                let from = cuts.partition_point(|&cut| cut <= item.start);
                for &cut in cuts[from..].iter().take_while(|&&cut| cut < item.end) {
                    if view.left(cut) != Left::Comma && cut < item_end {
                        push(
                            view,
                            unquoted(view, Stretch::new(cut, item_end)),
                            listing,
                            candidates,
                        );
                    }
                }
            }
        }
        if last {
            return;
        }
        item_end = start - separator_len(view, start);
        if item_end == 0 {
            return;
        }
    }
}

fn push(view: &View<'_>, stretch: Stretch, listing: Listing, candidates: &mut Candidates) {
    if stretch.is_empty() || !balanced(view.chars(stretch)) {
        return;
    }
    let mut candidate = Candidate::new(stretch, listing.class, Origin::Enumeration);
    candidate.listing = Some(listing);
    candidates.push(candidate);
}

/// Where the item that ends at `end` begins, and whether it is the first of its enumeration.
fn item_start(view: &View<'_>, end: usize) -> (usize, bool) {
    let mut quoted = 0i32;
    let mut checked = end;
    for &cut in view.cuts_before(end).iter().rev() {
        // with its quotation marks it would be too long already
        if end - cut > ITEM + 2 {
            return (cut, true);
        }
        for c in view.chars(Stretch::new(cut, checked)) {
            match c {
                '”' | '’' | '》' | '）' => quoted += 1,
                '“' | '‘' | '《' | '（' => quoted -= 1,
                _ => {}
            }
        }
        checked = cut;
        match view.left(cut) {
            _ if quoted > 0 => {}
            Left::Comma | Left::And => return (cut, false),
            Left::Start | Left::Clause => return (cut, true),
            _ => {}
        }
    }
    (0, true)
}

/// How many characters the separator before an item has: 、 和 以及.
fn separator_len(view: &View<'_>, start: usize) -> usize {
    let long = view.before(start) == Some('及') && view.before(start - 1) == Some('以');
    if long { 2 } else { usize::from(start > 0) }
}

/// The item without quotation marks that enclose it whole.
fn unquoted(view: &View<'_>, stretch: Stretch) -> Stretch {
    match view.chars(stretch) {
        ['“' | '‘' | '《', inner @ .., '”' | '’' | '》']
            if !inner.iter().any(|c| matches!(c, '“' | '”')) =>
        {
            Stretch::new(stretch.start + 1, stretch.end - 1)
        }
        _ => stretch,
    }
}
