//! Stretches that no ordinary word covers: the brand of a firm without a suffix (超聚变, 弗迪|电池).

use crate::lexicon::Classes;
use crate::mention::candidate::{Candidate, Candidates};
use crate::mention::context::Origin;
use crate::mention::view::View;
use crate::schema::EntityKind;
use crate::text::Span;

/// How many characters a brand may have.
const LONGEST: usize = 6;

pub(super) fn generate(view: &View<'_>, candidates: &mut Candidates) {
    let words = view.words(view.span);
    let mut start = None;
    for (offset, c) in words.char_indices().chain([(words.len(), '。')]) {
        let at = view.span.start() + offset;
        let next = at + c.len_utf8();
        let uncovered =
            offset < words.len() && view.covered(Span::new(at, next)) == 0 && is_name_character(c);
        match (uncovered, start) {
            (true, None) => start = Some(at),
            (false, Some(from)) => {
                brand(view, Span::new(from, at), candidates);
                start = None;
            }
            _ => {}
        }
    }
}

/// Candidates of a brand, alone and with a suffix and a place.
fn brand(view: &View<'_>, span: Span, candidates: &mut Candidates) {
    if !(2..=LONGEST).contains(&view.chars(span)) {
        return;
    }
    candidates.push(Candidate::new(span, EntityKind::Company, Origin::Brand));
    let suffixes = Classes::weak_head(EntityKind::Company);
    for hit in view.all_from(span.end()) {
        if hit.span.end() <= view.span.end() && hit.classes.any(suffixes) {
            let mut candidate = Candidate::new(
                Span::new(span.start(), hit.span.end()),
                EntityKind::Company,
                Origin::Brand,
            );
            candidate.head = Some(hit.term);
            candidates.push(candidate);
        }
    }
}

/// Letters and Chinese characters that are not grammar by themselves.
fn is_name_character(c: char) -> bool {
    (c.is_ascii_alphabetic() || ('\u{3400}'..='\u{9fff}').contains(&c))
        && !matches!(
            c,
            '的' | '和'
                | '与'
                | '及'
                | '等'
                | '在'
                | '对'
                | '把'
                | '将'
                | '为'
                | '了'
                | '着'
                | '以'
                | '由'
                | '从'
                | '到'
                | '于'
                | '被'
                | '或'
                | '并'
                | '是'
                | '有'
                | '要'
                | '也'
                | '都'
                | '个'
                | '项'
                | '家'
                | '条'
                | '向'
                | '让'
                | '使'
                | '年'
                | '月'
                | '日'
                | '万'
                | '亿'
                | '吨'
                | '元'
                | '处'
                | '座'
                | '批'
                | '各'
        )
}
