//! Which entities were found in which pillars and actions.

use std::collections::BTreeSet;

use super::entities::Entities;
use super::matching::Matching;
use super::tally::Tally;
use super::wanted::Wanted;

/// Links of the annotation: entity and pillar, or entity and action.
#[derive(Default)]
pub(super) struct WantedLinks {
    required: BTreeSet<(usize, usize)>,
    optional: BTreeSet<(usize, usize)>,
}

impl WantedLinks {
    /// Links with the deepest pillars that hold mentions.
    pub(super) fn with_pillars(wanted: &Wanted) -> Self {
        Self::of(wanted, |extent| wanted.deepest(extent.start).into_iter().collect())
    }

    /// Links with the actions that hold mentions.
    pub(super) fn with_actions(wanted: &Wanted) -> Self {
        Self::of(wanted, |extent| {
            let actions = wanted.actions.iter().enumerate();
            let holding = actions.filter(|(_, (_, action))| action.contains(extent));
            holding.map(|(index, _)| index).collect()
        })
    }

    fn of(wanted: &Wanted, parts: impl Fn(super::extent::Extent) -> Vec<usize>) -> Self {
        let mut links = Self::default();
        for entity in 0..wanted.entities.len() {
            for mention in wanted.mentions_of(entity) {
                let bag = if mention.optional { &mut links.optional } else { &mut links.required };
                bag.extend(parts(mention.extent).into_iter().map(|part| (entity, part)));
            }
        }
        links
    }
}

/// Counts links. `parts` matches the pillars or actions that `found` links are with.
pub(super) fn tally(
    found: &BTreeSet<(usize, usize)>,
    links: &WantedLinks,
    parts: &Matching,
    entities: &Entities<'_>,
    wanted: &Wanted,
) -> Tally {
    let mut hit = BTreeSet::new();
    let mut invented = 0;
    for &(entity, part) in found {
        let Some(gold) = entities.relaxed.gold_of[entity] else {
            invented += usize::from(!entities.excused[entity]);
            continue;
        };
        let pair = parts.gold_of[part].map(|part| (gold, part));
        match pair {
            Some(pair) if links.required.contains(&pair) => {
                hit.insert(pair);
            }
            Some(pair) if links.optional.contains(&pair) => {}
            _ => invented += usize::from(!wanted.entities[gold].optional),
        }
    }
    let right = hit.len();
    Tally { right, invented, missed: links.required.len() - right }
}
