//! Public bodies and institutions: of the lexicon, and behind a place or a level.

use crate::extraction::AliasReason;
use crate::lexicon::{Classes, PlaceId, SettingWord};
use crate::schema::{EntityKind, Rule};
use crate::text::Span;

use super::scene::{Scene, is_han};
use super::{Named, place};

/// How sure a body is that the lexicon lists, one behind a place, one behind a level, an institution.
const LISTED: f32 = 0.96;
const PLACED: f32 = 0.94;
const LEVELLED: f32 = 0.9;
const INSTITUTION: f32 = 0.85;
/// How many characters may stand between a place and an institution's head.
const STEM: usize = 8;
/// Levels of government before a body, in a document about such a place (省|发改委).
const LEVELS: [&str; 6] = ["自治区", "省", "市", "县", "区", "州"];

/// What does not stand right before the document's own bodies: 各县委, 邻省政府, 若河|市委.
const STRANGERS: Classes = Classes::PLACE
    .or(Classes::NAME)
    .or(Classes::MODIFIER)
    .or(Classes::ATTRIBUTIVE)
    .or(Classes::CLASSIFIER);
/// Particles after which a name may begin.
const PARTICLES: [char; 8] = ['了', '的', '和', '与', '及', '由', '经', '向'];

pub(super) fn find(scene: &Scene<'_>) -> Vec<Named> {
    let mut found = Vec::new();
    for free in scene.free() {
        let mut end = free.start();
        for at in beginnings(scene, free) {
            if at >= end
                && let Some(named) = at_place(scene, at, free.end())
            {
                end = named.span.end();
                found.push(named);
            }
        }
    }
    found
}

/// Where the name of a body may begin: with a row of the lexicon, a place, or a level before a body.
fn beginnings(scene: &Scene<'_>, free: Span) -> Vec<usize> {
    let mut found = Vec::new();
    for (span, word) in scene.words_in(free) {
        if word.organization.is_some() {
            found.push(span.start());
        }
        if word.body {
            let before = scene.from(free.start(), span.start());
            let level = LEVELS.iter().filter(|level| before.ends_with(*level));
            found.extend(level.map(|level| span.start() - level.len()));
        }
    }
    let hits = scene.hits.beginning_in(free).iter();
    found.extend(hits.filter(|hit| hit.classes.any(Classes::PLACE)).map(|hit| hit.span.start()));
    found.sort_unstable();
    found.dedup();
    found
}

/// The body that is named at a place.
fn at_place(scene: &Scene<'_>, at: usize, limit: usize) -> Option<Named> {
    listed(scene, at, limit)
        .or_else(|| placed(scene, at, limit))
        .or_else(|| levelled(scene, at, limit))
        .filter(|named| !scene.is_torn(named.span))
}

fn named(span: Span, name: String, rule: Rule, confidence: f32) -> Named {
    Named {
        span,
        kind: EntityKind::Organization,
        name,
        reason: AliasReason::Lexicon,
        rule,
        confidence,
        office: None,
        within: Vec::new(),
    }
}

/// A body with a row of its own.
fn listed(scene: &Scene<'_>, at: usize, limit: usize) -> Option<Named> {
    let (span, word) = scene.longest(at, limit, |word| word.organization.is_some())?;
    Some(named(span, word.organization.as_deref()?.to_owned(), Rule::Gazetteer, LISTED))
}

/// 翼城县|人民政府, 湖南省|第二|人民医院.
fn placed(scene: &Scene<'_>, at: usize, limit: usize) -> Option<Named> {
    let place = place::stated(scene, at, limit)?;
    let behind = place.span.end();
    if let Some((body, _)) = scene.longest(behind, limit, |word| word.body) {
        // a government is of the place, however shortly that is named; a school's name is its own
        let name = format!("{}{}", place.name, scene.text.slice(body));
        return Some(named(place.span.cover(body), name, Rule::Suffix, PLACED));
    }
    let mut stem = behind;
    for c in scene.from(behind, limit).chars().take(STEM).take_while(|&c| is_han(c) && c != '的') {
        if let Some((head, _)) = scene.longest(stem, limit, |word| word.institution) {
            let acts = Classes::VERB.or(Classes::CONNECTIVE).or(Classes::PREPOSITION);
            let middle = Span::new(behind, stem);
            let clause = scene.hits.any_within(middle, acts.or(Classes::MODIFIER));
            let span = place.span.cover(head);
            let name = scene.text.slice(span).to_owned();
            return (!clause).then(|| named(span, name, Rule::Suffix, INSTITUTION));
        }
        stem += c.len_utf8();
    }
    None
}

/// 省|发改委: the document's own, whose name the place of the document completes.
fn levelled(scene: &Scene<'_>, at: usize, limit: usize) -> Option<Named> {
    let home = scene.home?;
    let words = scene.from(at, limit);
    let level = LEVELS.into_iter().find(|level| words.starts_with(level))?;
    let is_body = |word: &SettingWord| word.body;
    let (body, _) = scene.longest(at + level.len(), limit, is_body)?;
    if !is_own(scene, at) {
        return None;
    }
    let place = of_level(scene, home, level)?;
    let name = format!("{}{}", scene.lexicon.place(place).name, scene.text.slice(body));
    let span = Span::new(at, body.end());
    let named = named(span, name, Rule::Suffix, LEVELLED);
    Some(Named { reason: AliasReason::Place, ..named })
}

/// Whether a level at this place can be the document's own: behind a mark, a particle or a word of
/// the lexicon that tells nothing else.
fn is_own(scene: &Scene<'_>, at: usize) -> bool {
    let Some(last) = scene.text.as_str()[..at].chars().next_back() else { return true };
    if !is_han(last) || PARTICLES.contains(&last) {
        return true;
    }
    let before = scene.words_before(at);
    !before.any(STRANGERS) && !before.is_empty()
}

/// The place of a level that the document is about, or that its place lies in.
fn of_level(scene: &Scene<'_>, home: PlaceId, level: &str) -> Option<PlaceId> {
    let mut places = std::iter::once(home).chain(scene.lexicon.places_around(home));
    places.find(|&place| scene.lexicon.place(place).name.ends_with(level))
}
