//! Which entities and which of their mentions were found.

use std::collections::{BTreeSet, HashSet};

use crate::schema::EntityKind;

use super::extent::Extent;
use super::found::{Found, FoundEntity};
use super::matching::{Matching, Pair};
use super::tally::Tally;
use super::wanted::Wanted;

/// Entities found, matched with those annotated.
pub(super) struct Entities<'d> {
    found: &'d Found,
    wanted: &'d Wanted,
    /// By kind and any of their names.
    pub(super) exact: Matching,
    /// The same, and where mentions overlap by half.
    pub(super) relaxed: Matching,
    /// Found entities that are neither right nor wrong where nothing matches them.
    pub(super) excused: Vec<bool>,
}

impl<'d> Entities<'d> {
    pub(super) fn matched(found: &'d Found, wanted: &'d Wanted) -> Self {
        let mut exact = Vec::new();
        let mut relaxed = Vec::new();
        for (f, entity) in found.entities.iter().enumerate() {
            for (g, gold) in wanted.entities.iter().enumerate() {
                if entity.kind != gold.kind {
                    continue;
                }
                if !entity.forms.is_disjoint(&gold.forms) {
                    // what has to be found comes before what may be
                    let score = if gold.optional { 1.0 } else { 2.0 };
                    exact.push(Pair { score, found: f, gold: g });
                }
                let half = |extent: Extent| {
                    wanted.mentions_of(g).any(|mention| extent.is_half(mention.extent))
                };
                if entity.mentions.iter().any(|mention| half(mention.extent)) {
                    relaxed.push(Pair { score: 0.5, found: f, gold: g });
                }
            }
        }
        relaxed.extend_from_slice(&exact);
        let (f, g) = (found.entities.len(), wanted.entities.len());
        Self {
            found,
            wanted,
            exact: Matching::greedy(exact, f, g),
            relaxed: Matching::greedy(relaxed, f, g),
            excused: excused(found, wanted),
        }
    }

    /// Counts the entities of a kind.
    pub(super) fn tally(&self, matching: &Matching, kind: EntityKind) -> Tally {
        let mut tally = Tally::default();
        for (f, _) in self.found.entities.iter().enumerate().filter(|(_, e)| e.kind == kind) {
            match matching.gold_of[f] {
                Some(gold) => tally.right += usize::from(!self.wanted.entities[gold].optional),
                None => tally.invented += usize::from(!self.excused[f]),
            }
        }
        let golds = self.wanted.entities.iter().zip(&matching.found_of);
        tally.missed = golds
            .filter(|(gold, found)| gold.kind == kind && !gold.optional && found.is_none())
            .count();
        tally
    }

    /// What is to be said of a found entity: right, wrong, or neither.
    pub(super) fn verdict(&self, entity: usize) -> Option<bool> {
        match self.exact.gold_of[entity] {
            Some(gold) => (!self.wanted.entities[gold].optional).then_some(true),
            None => (!self.excused[entity]).then_some(false),
        }
    }
}

/// Every name of an entity that is optional somewhere excuses what bears it, whoever that was matched
/// to; so does a place that overlaps optional mentions by half, if that is so of all places.
fn excused(found: &Found, wanted: &Wanted) -> Vec<bool> {
    let mut forms: HashSet<(EntityKind, &str)> = HashSet::new();
    for (index, entity) in wanted.entities.iter().enumerate() {
        if wanted.mentions_of(index).any(|mention| mention.optional) {
            forms.extend(entity.forms.iter().map(|form| (entity.kind, form.as_str())));
        }
    }
    let bears = |entity: &FoundEntity| {
        entity.forms.iter().any(|form| forms.contains(&(entity.kind, form.as_str())))
    };
    let open = |extent: Extent| is_open(wanted, extent);
    let entities = found.entities.iter();
    entities.map(|e| bears(e) || e.mentions.iter().all(|mention| open(mention.extent))).collect()
}

/// Whether the annotation leaves open what is at a place.
fn is_open(wanted: &Wanted, extent: Extent) -> bool {
    wanted.mentions.iter().any(|mention| mention.optional && extent.is_half(mention.extent))
}

/// The mentions that have to be found.
fn required(wanted: &Wanted) -> BTreeSet<(Extent, EntityKind)> {
    let required = wanted.mentions.iter().filter(|mention| !mention.optional);
    required.map(|mention| (mention.extent, mention.kind)).collect()
}

/// Counts mentions by their exact span and kind.
pub(super) fn mentions(found: &Found, wanted: &Wanted) -> Tally {
    let want = required(wanted);
    let have: BTreeSet<(Extent, EntityKind)> = found
        .entities
        .iter()
        .flat_map(|entity| entity.mentions.iter().map(|mention| (mention.extent, entity.kind)))
        .filter(|mention| want.contains(mention) || !is_open(wanted, mention.0))
        .collect();
    let right = have.intersection(&want).count();
    Tally { right, invented: have.len() - right, missed: want.len() - right }
}

/// The confidence of each mention that is right or wrong, and which of the two it is.
pub(super) fn judged_mentions(found: &Found, wanted: &Wanted) -> Vec<(f32, bool)> {
    let want = required(wanted);
    let mut judged = Vec::new();
    for entity in &found.entities {
        for mention in &entity.mentions {
            let right = want.contains(&(mention.extent, entity.kind));
            if right || !is_open(wanted, mention.extent) {
                judged.push((mention.confidence, right));
            }
        }
    }
    judged
}
