//! What a candidate holds: its characters, its first word, what stands before its head.

use super::candidate::Candidate;
use super::context::{Inside, Origin};
use super::marks::Marks;
use super::view::View;
use crate::lexicon::Classes;
use crate::schema::EntityKind;
use crate::text::Span;

/// Calls `sink` with what a candidate holds.
pub(super) fn inside(view: &View<'_>, candidate: &Candidate, mut sink: impl FnMut(Inside)) {
    let span = candidate.span;
    let marks = view.marks(span);
    for (mark, inside) in [
        (Marks::COMMA, Inside::Comma),
        (Marks::AND, Inside::And),
        (Marks::OF, Inside::Of),
        (Marks::DIGIT, Inside::Digit),
        (Marks::LATIN, Inside::Latin),
        (Marks::QUOTE, Inside::Quote),
        (Marks::ETC, Inside::Etc),
    ] {
        if marks.any(mark) {
            sink(inside);
        }
    }
    let opening = view.longest_from(span.start()).map_or(Classes::NONE, |hit| hit.classes);
    for (class, inside) in [
        (Classes::VERB, Inside::StartsVerb),
        (Classes::ADVERB, Inside::StartsAdverb),
        (Classes::MODIFIER, Inside::StartsModifier),
        (Classes::ATTRIBUTE, Inside::StartsAttribute),
        (Classes::ATTRIBUTIVE, Inside::StartsAttributive),
        (Classes::NOMINAL, Inside::StartsNominal),
        (Classes::NOUN, Inside::StartsNoun),
        (Classes::NAME, Inside::StartsName),
    ] {
        if opening.any(class) {
            sink(inside);
        }
    }
    if view.classes_from(span.start()).any(Classes::PLACE) {
        sink(Inside::StartsPlace);
    }
    if view.classes_from(span.start()).any(Classes::PLACE) && marks.any(Marks::COMMA) {
        sink(Inside::PlaceList);
    }
    if view.marks_at(span.start()).any(Marks::DIGIT) {
        sink(Inside::StartsCounted);
    }
    middle(view, candidate, opening, &mut sink);
    if crossed(view, span) {
        sink(Inside::Crossed);
    }
    if marks.any(Marks::COMMA.or(Marks::AND)) && coordinates_full_names(view, span) {
        sink(Inside::Complete);
    }
}

/// What stands between a candidate's first word and its head.
fn middle(view: &View<'_>, candidate: &Candidate, opening: Classes, sink: &mut impl FnMut(Inside)) {
    let span = candidate.span;
    let head_start = match candidate.head {
        // an industry's generic head stands behind the span
        Some(head)
            if !(candidate.kind == EntityKind::Industry && candidate.has(Origin::StrongHead)) =>
        {
            span.end().saturating_sub(view.lexicon.surface(head).len()).max(span.start())
        }
        _ => span.end(),
    };
    let plain = Classes::MODIFIER.or(Classes::ATTRIBUTE).or(Classes::CLASSIFIER);
    if opening.any(plain)
        && head_start < span.end()
        && all_generic(view, Span::new(span.start(), head_start))
    {
        sink(Inside::AllGeneric);
    }
    let behind_first = view.after(span.start()).map_or(span.end(), |c| span.start() + c.len_utf8());
    let seen = view.classes_in(Span::new(behind_first.min(head_start), head_start));
    for (class, inside) in [
        (Classes::VERB, Inside::Verb),
        (Classes::PREPOSITION.or(Classes::ADJUNCT), Inside::Preposition),
        (Classes::BODY.or(Classes::SUBJECT), Inside::Body),
        (Classes::SLOGAN, Inside::Slogan),
        (Classes::TIME, Inside::Time),
        (Classes::name_of(EntityKind::Industry), Inside::HasIndustry),
        (Classes::name_of(EntityKind::Program), Inside::HasProgram),
        (
            Classes::name_of(EntityKind::Company).or(Classes::name_of(EntityKind::University)),
            Inside::HasCompany,
        ),
    ] {
        if seen.any(class) {
            sink(inside);
        }
    }
}

/// Whether a span is nothing but attributes that identify nothing (重大, 一批).
fn all_generic(view: &View<'_>, span: Span) -> bool {
    let plain = Classes::MODIFIER.or(Classes::ATTRIBUTE).or(Classes::CLASSIFIER);
    let mut at = span.start();
    while at < span.end() {
        match view.longest_from(at) {
            Some(hit) if hit.span.end() <= span.end() && hit.classes.any(plain) => {
                at = hit.span.end()
            }
            _ => return false,
        }
    }
    true
}

/// Whether a word runs over the end of a span.
fn crossed(view: &View<'_>, span: Span) -> bool {
    let Some(last) = view.before(span.end()) else { return false };
    let at = span.end() - last.len_utf8();
    view.all_from(at).any(|hit| hit.span.end() > span.end())
}

/// Whether what stands before the last 、 or 和 of a span is a name of its own.
fn coordinates_full_names(view: &View<'_>, span: Span) -> bool {
    let words = view.words(span);
    let Some(at) = words.rfind(['、', '和', '与']) else { return false };
    let complete = Classes::NAME.or(Classes::strong_head(EntityKind::Program));
    view.classes_to(span.start() + at).any(complete) || words[..at].ends_with('”')
}
