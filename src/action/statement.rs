//! Predicates that are sure by their form: what states a figure (产量|达到|5万吨), and what is given to
//! somebody (为…|提供|…). What stands before them is no predicate, though it may be made of verbs.

use super::quantity::digit;
use super::words::Words;
use crate::lexicon::Cue;
use crate::text::Span;

/// What may stand between such a verb and its figure.
const NEAR: [&str; 7] = ["到", "至", "在", "了", "近", "约", "超"];

/// Whether a verb only states a figure: then the figure is not its object.
pub(super) fn states(words: Words<'_>, verb: Span) -> bool {
    // 年均增长, 预计达到
    words.lexicon.cues(Cue::StatesFigure).end(words.text.slice(verb))
}

/// Where a figure stands behind a verb that states it.
pub(super) fn figure_behind(words: Words<'_>, at: usize, limit: usize) -> bool {
    let at = at + words.starts(at, limit, &NEAR);
    let at = at + words.starts(at, limit, &NEAR);
    words.char_at(at, limit).is_some_and(|c| digit(c).is_some())
}

/// The first verb that states a figure (…产量|达到|5万吨). It is sought from the figures: most clauses
/// have few of them.
pub(super) fn stated(words: Words<'_>, part: Span) -> Option<Span> {
    let rest = words.rest(part.start(), part.end());
    let is_digit = |c: char| digit(c).is_some();
    let figures = rest.match_indices(is_digit).map(|(at, _)| &rest[..at]);
    figures.filter(|before| !before.ends_with(is_digit)).find_map(|before| {
        // as in `figure_behind`, two such words may stand between
        let nearer = without_near(before);
        let ends = [Some(before), nearer, nearer.and_then(without_near)];
        let starts = ends.into_iter().flatten().flat_map(|head| {
            let subjects = words.lexicon.cues(Cue::StatesFigure).before(head);
            subjects.map(|subject| (subject.len(), head.len()))
        });
        let (start, end) = starts
            .filter(|(start, _)| *start > 0)
            .min_by_key(|(start, end)| (*start, std::cmp::Reverse(*end)))?;
        Some(Span::new(part.start() + start, part.start() + end))
    })
}

fn without_near(words: &str) -> Option<&str> {
    NEAR.iter().find_map(|near| words.strip_suffix(near))
}

/// Where the giving verb of "为…提供…" begins.
pub(super) fn given(words: Words<'_>, part: Span) -> Option<usize> {
    if words.starts(part.start(), part.end(), &["为"]) == 0 {
        return None;
    }
    let rest = words.rest(part.start(), part.end());
    let verbs = words.lexicon.cues(Cue::Gives).iter();
    verbs.filter_map(|verb| rest.rfind(verb)).max().map(|offset| part.start() + offset)
}
