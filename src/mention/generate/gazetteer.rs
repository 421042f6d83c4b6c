//! Names that the lexicon knows, and what extends them: attributes and neighbours before an industry,
//! a trade behind a firm.

use crate::lexicon::{Classes, Lexicon};
use crate::mention::candidate::{Candidate, Candidates};
use crate::mention::context::Origin;
use crate::mention::view::{Stretch, View, Word};
use crate::schema::EntityKind;

pub(super) fn generate(lexicon: &Lexicon, view: &View<'_>, candidates: &mut Candidates) {
    for word in view.all_words().iter().filter(|word| word.classes.any(Classes::NAME)) {
        for sense in lexicon.term(word.term).senses() {
            let stretch = Stretch::new(word.start, word.end);
            let mut candidate = Candidate::new(stretch, sense.kind, Origin::Gazetteer);
            candidate.trust = Some(sense.trust);
            candidates.push(candidate);
            match sense.kind {
                EntityKind::Industry => extend(view, word, candidate, candidates),
                EntityKind::Company => lengthen(view, candidate, candidates),
                _ => {}
            }
        }
    }
}

/// 智能|终端, 智能网联|新能源汽车: attributes and industries right before an industry belong to it.
fn extend(view: &View<'_>, word: &Word, candidate: Candidate, candidates: &mut Candidates) {
    let belongs =
        Classes::ATTRIBUTIVE.or(Classes::name_of(EntityKind::Industry)).or(Classes::ATTRIBUTE);
    let mut start = word.start;
    for _ in 0..2 {
        let Some(before) = view.longest_to(start) else { return };
        let whole = before.len() >= 2 || before.classes.any(Classes::ATTRIBUTIVE);
        if !before.classes.any(belongs) || !whole {
            return;
        }
        start = before.start;
        let stretch = Stretch::new(start, word.end);
        let mut extended = Candidate::new(stretch, EntityKind::Industry, Origin::Extended);
        extended.trust = candidate.trust;
        candidates.push(extended);
    }
}

/// 海升|果业, 大唐|新能源: with the trade behind it, a firm's name is often that of its subsidiary.
fn lengthen(view: &View<'_>, firm: Candidate, candidates: &mut Candidates) {
    let heads =
        Classes::weak_head(EntityKind::Company).or(Classes::strong_head(EntityKind::Company));
    let end = firm.stretch.end;
    for word in view.all_from(end).iter().filter(|word| word.classes.any(heads)) {
        let stretch = Stretch::new(firm.stretch.start, word.end);
        let mut longer = Candidate::new(stretch, EntityKind::Company, Origin::Extended);
        longer.trust = firm.trust;
        longer.head = Some(word.term);
        candidates.push(longer);
    }
}
