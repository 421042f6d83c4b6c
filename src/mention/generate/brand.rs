//! Stretches that no ordinary word covers: the brand of a firm without a suffix (超聚变, 弗迪|电池).

use crate::lexicon::Classes;
use crate::mention::candidate::{Candidate, Candidates};
use crate::mention::context::Origin;
use crate::mention::view::{Stretch, View};
use crate::schema::EntityKind;

/// How many characters a brand may have.
const LONGEST: usize = 6;

pub(super) fn generate(view: &View<'_>, candidates: &mut Candidates) {
    let mut start = None;
    for at in 0..=view.len() {
        let uncovered = view
            .after(at)
            .is_some_and(|c| view.covered(Stretch::new(at, at + 1)) == 0 && is_name_character(c));
        match (uncovered, start) {
            (true, None) => start = Some(at),
            (false, Some(from)) => {
                brand(view, Stretch::new(from, at), candidates);
                start = None;
            }
            _ => {}
        }
    }
}

/// Candidates of a brand, alone and with a suffix.
fn brand(view: &View<'_>, stretch: Stretch, candidates: &mut Candidates) {
    if !(2..=LONGEST).contains(&stretch.len()) {
        return;
    }
    candidates.push(Candidate::new(stretch, EntityKind::Company, Origin::Brand));
    let suffixes = Classes::weak_head(EntityKind::Company);
    for word in view.all_from(stretch.end).iter().filter(|word| word.classes.any(suffixes)) {
        let whole = Stretch::new(stretch.start, word.end);
        let mut candidate = Candidate::new(whole, EntityKind::Company, Origin::Brand);
        candidate.head = Some(word.term);
        candidates.push(candidate);
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
