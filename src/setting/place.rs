//! Administrative places, by the lexicon.

use crate::extraction::AliasReason;
use crate::lexicon::{Classes, PlaceId};
use crate::schema::{EntityKind, Rule};
use crate::text::Span;

use super::Named;
use super::scene::Scene;

/// How sure a full name (翼城县) and a short one (翼城) are.
const FULL: f32 = 0.98;
const SHORT: f32 = 0.95;

/// A place as it stands in the text: one name, or a row of names each of which lies in the one before
/// (山西省临汾市翼城县).
#[derive(Debug, Clone)]
pub(super) struct Stated {
    pub span: Span,
    /// Full canonical name; with the place that it lies in where several have it.
    pub name: String,
    pub within: Vec<String>,
    /// Whether the last name stands in full.
    pub full: bool,
}

pub(super) fn find(scene: &Scene<'_>) -> Vec<Named> {
    let mut found = Vec::new();
    for free in scene.free() {
        let mut at = free.start();
        for hit in scene.hits.beginning_in(free) {
            if hit.span.start() < at || !hit.classes.any(Classes::PLACE) {
                continue;
            }
            let Some(place) = stated(scene, hit.span.start(), free.end()) else { continue };
            at = place.span.end();
            if !place.full && is_landmark(scene, at) {
                continue;
            }
            found.push(Named {
                span: place.span,
                kind: EntityKind::Place,
                name: place.name,
                reason: AliasReason::Lexicon,
                rule: Rule::Gazetteer,
                confidence: if place.full { FULL } else { SHORT },
                office: None,
                within: place.within,
            });
        }
    }
    found
}

/// The place that is stated at a place of the text.
pub(super) fn stated(scene: &Scene<'_>, start: usize, limit: usize) -> Option<Stated> {
    let (mut end, mut id) = one(scene, start, limit, None)?;
    let (mut last, mut outer) = (start, None);
    while let Some((next, inner)) = one(scene, end, limit, Some(id)) {
        (last, end, outer, id) = (end, next, Some(id), inner);
    }
    let row = scene.lexicon.place(id);
    let own = &*row.name;
    if row.ambiguous && outer.is_none() {
        return None;
    }
    // of those that several places have, the place before tells which one is meant
    let around: Vec<PlaceId> = match outer.filter(|_| row.ambiguous) {
        Some(outer) => std::iter::once(outer).chain(scene.lexicon.places_around(outer)).collect(),
        None => scene.lexicon.places_around(id).collect(),
    };
    let within: Vec<String> =
        around.iter().map(|&place| scene.lexicon.place(place).name.to_string()).collect();
    let name = match within.first() {
        Some(outer) if row.ambiguous => format!("{outer}{own}"),
        _ => own.to_owned(),
    };
    let full = scene.from(last, end) == own;
    Some(Stated { span: Span::new(start, end), name, within, full })
}

/// The longest name of a place at a place of the text that lies in `outer`.
fn one(
    scene: &Scene<'_>,
    start: usize,
    limit: usize,
    outer: Option<PlaceId>,
) -> Option<(usize, PlaceId)> {
    let hits = scene.hits.beginning_at(start).iter();
    let places = hits.filter(|hit| hit.span.end() <= limit && hit.classes.any(Classes::PLACE));
    // 矿区 and 日照 are ordinary words, unless the place around them stands before them
    let ordinary = Classes::NOUN.or(Classes::NOMINAL).or(Classes::VERB).or(Classes::ATTRIBUTE);
    let places = places.filter(|hit| outer.is_some() || !hit.classes.any(ordinary));
    places.filter(|hit| !scene.is_torn(hit.span)).find_map(|hit| {
        let id = scene.lexicon.find_place(scene.text.slice(hit.span))?;
        if is_overruled(scene, hit.span, scene.lexicon.place(id).level) {
            return None;
        }
        let lies_in = |outer: PlaceId| {
            scene.lexicon.place(id).ambiguous
                || scene.lexicon.places_around(id).any(|around| around == outer)
        };
        outer.is_none_or(lies_in).then_some((hit.span.end(), id))
    })
}

/// Whether a larger place's name begins within a name and goes beyond it: 临|安徽, not 临安|徽.
fn is_overruled(scene: &Scene<'_>, span: Span, level: u8) -> bool {
    let inner = scene.hits.beginning_in(span).iter();
    inner.filter(|hit| hit.span.start() > span.start() && hit.span.end() > span.end()).any(|hit| {
        let place = hit.classes.any(Classes::PLACE);
        let id = place.then(|| scene.lexicon.find_place(scene.text.slice(hit.span))).flatten();
        id.is_some_and(|id| scene.lexicon.place(id).level < level)
    })
}

/// Whether a short name before this place is but the beginning of another name (湘潭|路, 海南|岛).
fn is_landmark(scene: &Scene<'_>, at: usize) -> bool {
    let landmark = scene.longest(at, scene.text.as_str().len(), |word| word.landmark);
    // 山西|山区: an ordinary word of its own
    let longest = scene.hits.beginning_at(at).first().map_or(0, |hit| hit.span.len());
    landmark.is_some_and(|(span, _)| span.len() >= longest)
}
