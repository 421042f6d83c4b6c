//! Who acts, and where: by what names of bodies end in, and by the words before them.

use super::quantity::is_mark;
use super::words::Words;
use crate::lexicon::{Classes, Cue};
use crate::schema::EntityKind;
use crate::text::Span;

/// Classes of terms that can act.
pub(super) fn actor_classes(classes: Classes) -> bool {
    let company = EntityKind::Company;
    let university = EntityKind::University;
    classes.any(
        Classes::name_of(company)
            .or(Classes::strong_head(company))
            .or(Classes::name_of(university))
            .or(Classes::BODY)
            .or(Classes::SUBJECT)
            .or(Classes::PLACE),
    )
}

/// Whether a subject that ends in a term of `last` acts: a company, a public body, a place.
pub(super) fn is_actor(words: Words<'_>, subject: Span, last: Classes) -> bool {
    let phrase = words.text.slice(subject);
    // of the many places and bodies that no lexicon has: what they end in
    let stems = || words.lexicon.cues(Cue::BodyEnding).before(phrase);
    let body = || stems().any(|stem| !stem.is_empty());
    (actor_classes(last) || body() || words.lexicon.cues(Cue::District).has(phrase))
        && !phrase.contains('的')
        && !phrase.contains(is_mark)
        && phrase.chars().count() <= 20
}

/// 由X: the company or body before the verb.
pub(super) fn agent(words: Words<'_>, from: usize, limit: usize) -> Option<Span> {
    let mut at = from;
    let mut last = Classes::NONE;
    while at < limit {
        let (end, classes) = words.token(at, limit);
        if at > from
            && classes.any(Classes::VERB.or(Classes::ADVERB))
            && !classes.any(Classes::NAME)
        {
            break;
        }
        last = classes;
        at = end;
    }
    let span = Span::new(from, at);
    (at < limit && is_actor(words, span, last)).then_some(span)
}

/// A place behind 在 or 于, or the one that the clause begins with.
pub(super) fn place(words: Words<'_>, clause: Span) -> Option<Span> {
    let place_at = |at: usize| {
        let (end, classes) =
            if at < clause.end() { words.token(at, clause.end()) } else { return None };
        classes.any(Classes::PLACE).then_some(Span::new(at, end))
    };
    if let Some(place) = place_at(clause.start()) {
        // 滁州|保税物流中心: the place begins a name
        let (_, next) = words.token(place.end().min(clause.end()), clause.end());
        let apart = Classes::ADVERB.or(Classes::VERB).or(Classes::MODAL).or(Classes::TIME);
        return (place.end() < clause.end() && next.any(apart)).then_some(place);
    }
    words
        .hits
        .beginning_in(clause)
        .iter()
        .filter(|hit| hit.classes.any(Classes::PLACE))
        .map(|hit| hit.span.start())
        .filter(|&at| {
            let head = &words.text.as_str().as_bytes()[clause.start()..at];
            head.ends_with("在".as_bytes()) || head.ends_with("于".as_bytes())
        })
        .find_map(place_at)
}
