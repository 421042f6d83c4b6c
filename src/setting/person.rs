//! People, by an office before their name or a title behind it.

use std::collections::BTreeSet;

use crate::extraction::AliasReason;
use crate::lexicon::Classes;
use crate::schema::{EntityKind, Rule};
use crate::text::{Span, is_blank};

use super::Named;
use super::scene::{Scene, is_han};

/// How sure a name is behind an office, before a title, and where it stands alone later on.
const OFFICE: f32 = 0.9;
const TITLE: f32 = 0.93;
const ALONE: f32 = 0.85;

/// What may stand right behind a name.
const CLOSERS: Classes = Classes::ATTRIBUTION.or(Classes::NARRATION).or(Classes::PREPOSITION);
/// The same behind a name that is known already.
const KNOWN_CLOSERS: Classes =
    CLOSERS.or(Classes::VERB).or(Classes::MODAL).or(Classes::ADVERB).or(Classes::CONNECTIVE);
/// What may stand right before a name with a title.
const OPENERS: Classes = Classes::VERB
    .or(Classes::PREPOSITION)
    .or(Classes::CONNECTIVE)
    .or(Classes::ATTRIBUTION)
    .or(Classes::TIME)
    .or(Classes::NOUN)
    .or(Classes::BODY);

pub(super) fn find(scene: &Scene<'_>) -> Vec<Named> {
    let free = scene.free_everywhere();
    let mut found: Vec<Named> = Vec::new();
    for &stretch in &free {
        let mut end = stretch.start();
        for at in beginnings(scene, stretch) {
            let person = || {
                behind_office(scene, at, stretch.end())
                    .or_else(|| before_title(scene, at, stretch.end()))
            };
            if at >= end
                && let Some(person) = person()
            {
                end = person.span.end();
                found.push(person);
            }
        }
    }
    let names: BTreeSet<String> = found.iter().map(|person| person.name.clone()).collect();
    found.extend(alone(scene, &free, &names, &found));
    found
}

/// Where an office before a name, or a name before a title may begin.
fn beginnings(scene: &Scene<'_>, stretch: Span) -> Vec<usize> {
    let mut found = Vec::new();
    for (span, word) in scene.words_in(stretch) {
        if word.before {
            found.push(span.start());
        }
        if word.after {
            // two to four characters, and a blank between two
            let before = scene.from(stretch.start(), span.start()).char_indices();
            found.extend(before.rev().take(5).map(|(at, _)| stretch.start() + at));
        }
    }
    found.sort_unstable();
    found.dedup();
    found
}

fn person(span: Span, name: String, rule: Rule, confidence: f32, office: Option<Span>) -> Named {
    Named {
        span,
        kind: EntityKind::Person,
        name,
        // what differs from the name are blanks inside it
        reason: AliasReason::Spelling,
        rule,
        confidence,
        office,
        within: Vec::new(),
    }
}

/// 县委书记、县长王某说.
fn behind_office(scene: &Scene<'_>, at: usize, limit: usize) -> Option<Named> {
    let (first, _) = scene.longest(at, limit, |word| word.before)?;
    let mut office = first;
    loop {
        let rest = scene.from(office.end(), limit);
        let joint = rest.len() - rest.trim_start_matches(['、', '兼']).len();
        let next = scene.longest(office.end() + joint, limit, |word| word.before);
        let Some((next, _)) = next else { break };
        office = office.cover(next);
    }
    if scene.is_torn(office) {
        return None;
    }
    let rest = scene.from(office.end(), limit);
    let start = office.end() + (rest.len() - rest.trim_start_matches(is_blank).len());
    // a longer name is less likely a word, so that any verb may follow it
    let ends = |end: usize| {
        let long = scene.text.code_points(Span::new(start, end)).len() > 2;
        scene.closes(end, if long { CLOSERS.or(Classes::VERB) } else { CLOSERS })
    };
    let (span, name) = name_at(scene, start, limit, ends)?;
    let mut before = scene.ending_at(office.start());
    let place = before.find(|hit| hit.classes.any(Classes::PLACE));
    let office = place.map_or(office, |place| place.span.cover(office));
    Some(person(span, name, Rule::Construction, OFFICE, Some(office)))
}

/// 张某同志, 李某院士.
fn before_title(scene: &Scene<'_>, at: usize, limit: usize) -> Option<Named> {
    // few characters are surnames, which is soon seen
    if !begins_with_surname(scene, at, limit) || !scene.opens(at, OPENERS) {
        return None;
    }
    let title = |end: usize| scene.longest(end, limit, |word| word.after).map(|(title, _)| title);
    let ends = |end: usize| title(end).is_some_and(|title| !scene.is_torn(title));
    let (span, name) = name_at(scene, at, limit, ends)?;
    Some(person(span, name, Rule::Construction, TITLE, title(span.end())))
}

fn begins_with_surname(scene: &Scene<'_>, at: usize, limit: usize) -> bool {
    let words = scene.from(at, limit);
    let second = words.char_indices().nth(1).map_or(words.len(), |(at, _)| at);
    let third = words.char_indices().nth(2).map_or(words.len(), |(at, _)| at);
    scene.lexicon.is_surname(&words[..second]) || scene.lexicon.is_surname(&words[..third])
}

/// The name of a person at a place: a surname and one or two characters, which end where `ends` says.
fn name_at(
    scene: &Scene<'_>,
    start: usize,
    limit: usize,
    ends: impl Fn(usize) -> bool,
) -> Option<(Span, String)> {
    let words = scene.from(start, limit);
    let mut letters = letters(words);
    let surname: String = letters.by_ref().take(2).map(|(_, c)| c).collect();
    let compound = scene.lexicon.is_surname(&surname);
    let first = surname.chars().next()?;
    if !compound && !scene.lexicon.is_surname(first.encode_utf8(&mut [0; 4])) {
        return None;
    }
    let shortest = if compound { 3 } else { 2 };
    let mut name = String::new();
    for (index, (at, c)) in self::letters(words).take(shortest + 1).enumerate() {
        name.push(c);
        let end = start + at + c.len_utf8();
        if index + 1 >= shortest && ends(end) {
            let span = Span::new(start, end);
            return (!is_word(scene, span)).then_some((span, name));
        }
    }
    None
}

/// The characters that a name may be made of, with their places. A blank may part two: 王　某.
fn letters(words: &str) -> impl Iterator<Item = (usize, char)> + '_ {
    let second = words.chars().nth(1);
    let most = if second.is_some_and(is_blank) { 3 } else { 4 };
    let letter =
        move |&(index, (_, c)): &(usize, (usize, char))| is_han(c) || (index == 1 && is_blank(c));
    let places = words.char_indices().take(most).enumerate().take_while(letter);
    places.map(|(_, place)| place).filter(|(_, c)| is_han(*c))
}

/// Whether an ordinary word begins where the name does, or goes on behind it, or a post ends it
/// (任|组长).
fn is_word(scene: &Scene<'_>, span: Span) -> bool {
    let within = scene.hits.beginning_in(span).iter();
    let mut words = within.filter(|hit| hit.chars > 1);
    let words = words.any(|hit| hit.span.start() == span.start() || hit.span.end() > span.end());
    let places = scene.text.slice(span).char_indices().map(|(at, _)| span.start() + at);
    let is_post = |at: usize| {
        let post = scene.longest(at, span.end(), |word| word.before || word.after);
        post.is_some_and(|(post, _)| post.end() == span.end())
    };
    words || places.into_iter().any(is_post)
}

/// Where people who were introduced are named without their office.
fn alone(
    scene: &Scene<'_>,
    free: &[Span],
    names: &BTreeSet<String>,
    introduced: &[Named],
) -> Vec<Named> {
    let mut found: Vec<Named> = Vec::new();
    for name in names {
        for (at, _) in scene.text.as_str().match_indices(name.as_str()) {
            let span = Span::new(at, at + name.len());
            let after = free.partition_point(|stretch| stretch.start() <= at);
            let inside = after.checked_sub(1).is_some_and(|index| free[index].contains(span));
            let known = introduced.iter().any(|person| person.span.overlaps(span));
            let fits = scene.opens(at, OPENERS) && scene.closes(span.end(), KNOWN_CLOSERS);
            if inside && !known && fits {
                found.push(person(span, name.clone(), Rule::Propagation, ALONE, None));
            }
        }
    }
    // a name may hold another one
    found
        .sort_unstable_by_key(|person| (person.span.start(), std::cmp::Reverse(person.span.end())));
    let mut end = 0;
    found.retain(|person| {
        let fits = person.span.start() >= end;
        end = if fits { person.span.end() } else { end };
        fits
    });
    found
}
