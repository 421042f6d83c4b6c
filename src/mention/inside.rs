//! What a candidate holds: its characters, its first word, what stands before its head.

use super::candidate::Candidate;
use super::context::{Inside, Origin};
use super::marks::Marks;
use super::view::{Stretch, View};
use crate::lexicon::Classes;
use crate::schema::EntityKind;

/// What a candidate holds, a bit for each [`Inside`]. `stem` is its [`stem`].
pub(super) fn inside(view: &View<'_>, candidate: &Candidate, stem: Stretch) -> u32 {
    let stretch = candidate.stretch;
    let marks = view.marks(stretch);
    let mut found = 0;
    let mut note = |inside: Inside, holds: bool| found |= u32::from(holds) << inside as u32;
    note(Inside::Comma, marks.any(Marks::COMMA));
    note(Inside::And, marks.any(Marks::AND));
    note(Inside::Of, marks.any(Marks::OF));
    note(Inside::Digit, marks.any(Marks::DIGIT));
    note(Inside::Latin, marks.any(Marks::LATIN));
    note(Inside::Quote, marks.any(Marks::QUOTE));
    note(Inside::Etc, marks.any(Marks::ETC));
    let opening = view.longest_from(stretch.start).map_or(Classes::NONE, |word| word.classes);
    note(Inside::StartsVerb, opening.any(Classes::VERB));
    note(Inside::StartsAdverb, opening.any(Classes::ADVERB));
    note(Inside::StartsModifier, opening.any(Classes::MODIFIER));
    note(Inside::StartsAttribute, opening.any(Classes::ATTRIBUTE));
    note(Inside::StartsAttributive, opening.any(Classes::ATTRIBUTIVE));
    note(Inside::StartsNominal, opening.any(Classes::NOMINAL));
    note(Inside::StartsNoun, opening.any(Classes::NOUN));
    note(Inside::StartsName, opening.any(Classes::NAME));
    note(Inside::StartsCompany, opening.any(firm()));
    let place = view.classes_from(stretch.start).any(Classes::PLACE);
    note(Inside::StartsPlace, place);
    note(Inside::PlaceList, place && marks.any(Marks::COMMA));
    note(Inside::StartsCounted, view.marks_at(stretch.start).any(Marks::DIGIT));
    note(Inside::Crossed, crossed(view, stretch));
    let joined = marks.any(Marks::COMMA.or(Marks::AND));
    note(Inside::Complete, joined && coordinates_full_names(view, stretch));
    middle(view, stretch, stem.end, opening, &mut note);
    found
}

/// What stands between a candidate's first word and its head.
fn middle(
    view: &View<'_>,
    stretch: Stretch,
    head_start: usize,
    opening: Classes,
    note: &mut impl FnMut(Inside, bool),
) {
    let generic = opening.any(GENERIC)
        && head_start < stretch.end
        && all_generic(view, Stretch::new(stretch.start, head_start));
    note(Inside::AllGeneric, generic);
    let behind_first = (stretch.start + 1).min(head_start);
    let seen = view.classes_in(Stretch::new(behind_first, head_start));
    note(Inside::Verb, seen.any(Classes::VERB));
    note(Inside::Preposition, seen.any(Classes::PREPOSITION.or(Classes::ADJUNCT)));
    note(Inside::Body, seen.any(Classes::BODY.or(Classes::SUBJECT)));
    note(Inside::Slogan, seen.any(Classes::SLOGAN));
    note(Inside::Time, seen.any(Classes::TIME));
    note(Inside::HasIndustry, seen.any(Classes::name_of(EntityKind::Industry)));
    note(Inside::HasProgram, seen.any(Classes::name_of(EntityKind::Program)));
    note(Inside::HasCompany, seen.any(firm()));
}

/// A firm or a university: who undertakes something is no part of its name.
fn firm() -> Classes {
    Classes::name_of(EntityKind::Company).or(Classes::name_of(EntityKind::University))
}

/// What stands before a candidate's head; all of it where it has none.
pub(super) fn stem(view: &View<'_>, candidate: &Candidate) -> Stretch {
    let stretch = candidate.stretch;
    let end = match candidate.head {
        // an industry's generic head stands behind the stretch
        Some(head)
            if !(candidate.kind == EntityKind::Industry && candidate.has(Origin::StrongHead)) =>
        {
            let mut ending = view.words_ending_at(stretch.end);
            ending.find(|word| word.term == head).map_or(stretch.end, |word| word.start)
        }
        _ => stretch.end,
    };
    Stretch::new(stretch.start, end.max(stretch.start))
}

/// Attributes that identify nothing (重大, 一批).
const GENERIC: Classes = Classes::MODIFIER.or(Classes::ATTRIBUTE).or(Classes::CLASSIFIER);

/// Whether a stretch is nothing but attributes that identify nothing.
fn all_generic(view: &View<'_>, stretch: Stretch) -> bool {
    let mut at = stretch.start;
    while at < stretch.end {
        match view.longest_from(at) {
            Some(word) if word.end <= stretch.end && word.classes.any(GENERIC) => at = word.end,
            _ => return false,
        }
    }
    true
}

/// Whether a word runs over the end of a stretch.
fn crossed(view: &View<'_>, stretch: Stretch) -> bool {
    let last = view.longest_from(stretch.end.saturating_sub(1));
    last.is_some_and(|word| word.end > stretch.end)
}

/// Whether what stands before the last 、 or 和 of a stretch is a name of its own.
fn coordinates_full_names(view: &View<'_>, stretch: Stretch) -> bool {
    let joins = |c: &char| matches!(c, '、' | '和' | '与');
    let Some(at) = view.chars(stretch).iter().rposition(joins) else { return false };
    let complete = Classes::NAME.or(Classes::strong_head(EntityKind::Program));
    let before = stretch.start + at;
    view.classes_to(before).any(complete) || (at > 0 && view.before(before) == Some('”'))
}
