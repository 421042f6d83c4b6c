//! Names that the lexicon knows, and industries with the attributes and neighbours that extend them.

use crate::lexicon::{Classes, Hit};
use crate::mention::candidate::{Candidate, Candidates};
use crate::mention::context::Origin;
use crate::mention::view::View;
use crate::schema::EntityKind;
use crate::text::Span;

pub(super) fn generate(view: &View<'_>, candidates: &mut Candidates) {
    for &hit in view.hits {
        if hit.span.end() > view.span.end() {
            continue;
        }
        for sense in view.lexicon.term(hit.term).senses() {
            let mut candidate = Candidate::new(hit.span, sense.kind, Origin::Gazetteer);
            candidate.trust = Some(sense.trust);
            candidates.push(candidate);
            if sense.kind == EntityKind::Industry {
                extend(view, hit, candidate, candidates);
            }
        }
    }
}

/// 智能|终端, 智能网联|新能源汽车: attributes and industries right before an industry belong to it.
fn extend(view: &View<'_>, hit: Hit, candidate: Candidate, candidates: &mut Candidates) {
    let mut start = hit.span.start();
    for _ in 0..2 {
        let Some(before) = view.longest_to(start) else { return };
        let classes = before.classes;
        let belongs =
            Classes::ATTRIBUTIVE.or(Classes::name_of(EntityKind::Industry)).or(Classes::ATTRIBUTE);
        let word = before.chars >= 2 || classes.any(Classes::ATTRIBUTIVE);
        if !classes.any(belongs) || !word || before.span.start() < view.span.start() {
            return;
        }
        start = before.span.start();
        let span = Span::new(start, hit.span.end());
        let mut extended = Candidate::new(span, EntityKind::Industry, Origin::Extended);
        extended.trust = candidate.trust;
        candidates.push(extended);
    }
}
