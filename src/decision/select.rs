//! Which mentions of which entities a decision concerns.

use crate::extraction::Entity;
use crate::link::match_key;

use super::group::Group;
use super::{Decision, Selections};

/// Mentions of one entity.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Selection {
    /// The entity's index.
    pub entity: usize,
    /// The indices of its mentions, ascending, never empty.
    pub mentions: Vec<usize>,
}

/// All that a decision concerns, by entity.
///
/// By an entity's canonical name it concerns all of its mentions, by another name those that have
/// that form; where it has a place, only the mention there.
pub(super) fn select(decision: &Decision, group: &Group<'_>) -> Selections {
    let key = match_key(&decision.name);
    let entities = group.entities().iter().enumerate();
    entities
        .filter(|(_, entity)| decision.is_of(entity.kind))
        .filter_map(|(at, entity)| {
            let mentions = mentions(decision, group, entity, &key);
            (!mentions.is_empty()).then_some(Selection { entity: at, mentions })
        })
        .collect()
}

fn mentions(decision: &Decision, group: &Group<'_>, entity: &Entity, key: &str) -> Vec<usize> {
    let whole = match_key(&entity.name) == key;
    let text = group.text();
    let concerned = |span| {
        (whole || match_key(text.slice(span)) == key)
            && decision.start.is_none_or(|start| text.code_point(span.start()) == start)
    };
    let mentions = entity.mentions.iter().enumerate();
    mentions.filter(|(_, mention)| concerned(mention.span)).map(|(at, _)| at).collect()
}
