//! Mentions → entities of the document: one entity for all forms of a name, each join explained.

mod alias;
mod role;

use std::borrow::Cow;

use crate::extraction::{
    Action, ActionIndex, Alias, AliasReason, Entity, EntityIndex, Involvement, Mention,
};
use crate::lexicon::{Hits, Lexicon};
use crate::mention::Found;
use crate::schema::EntityKind;
use crate::text::SourceText;

pub use alias::match_key;

/// A mention, by the name that it stands for.
struct Named<'a> {
    kind: EntityKind,
    key: Cow<'a, str>,
    name: &'a str,
    found: &'a Found,
}

/// All mentions that share a spelling, as they are gathered.
#[derive(Debug)]
struct Group<'a> {
    kind: EntityKind,
    key: Cow<'a, str>,
    /// As its first mention has it.
    name: &'a str,
    aliases: Vec<Alias>,
    mentions: Vec<Mention>,
}

/// The entities of a document, by kind and name. What is found must be in reading order.
#[must_use]
pub fn entities(text: &SourceText, lexicon: &Lexicon, found: &[Found]) -> Vec<Entity> {
    let mut named: Vec<Named> = found
        .iter()
        .map(|found| {
            let canonical = found.name.map(|name| &*lexicon.name(name).canonical);
            let name = canonical.unwrap_or_else(|| text.slice(found.span));
            Named { kind: found.kind, key: match_key(name), name, found }
        })
        .collect();
    // stable: the mentions of one key stay in reading order
    named.sort_by(|a, b| (a.kind, &a.key).cmp(&(b.kind, &b.key)));
    let groups = named.chunk_by(|a, b| a.kind == b.kind && a.key == b.key);
    let groups = groups.map(|named| group(text, named)).collect();
    let mut entities: Vec<Entity> =
        alias::join_short_forms(groups, lexicon).into_iter().map(entity).collect();
    entities.sort_by(|a, b| (a.kind, &a.name).cmp(&(b.kind, &b.name)));
    entities
}

fn group<'a>(text: &SourceText, named: &[Named<'a>]) -> Group<'a> {
    let Named { kind, ref key, name, .. } = named[0];
    let mut aliases = Vec::new();
    let mut mentions = Vec::with_capacity(named.len());
    for named in named {
        let Found { span, rule, confidence, .. } = *named.found;
        let surface = text.slice(span);
        if surface != name {
            let reason = if match_key(surface) == *key {
                AliasReason::Spelling
            } else {
                AliasReason::Lexicon
            };
            aliases.push(Alias { form: surface.to_owned(), reason });
        }
        mentions.push(Mention { span, rule, confidence });
    }
    Group { kind, key: key.clone(), name, aliases, mentions }
}

fn entity(mut group: Group) -> Entity {
    group.aliases.sort();
    group.aliases.dedup_by(|later, kept| later.form == kept.form);
    group.mentions.sort_by_key(|mention| mention.span);
    let Group { kind, name, aliases, mentions, .. } = group;
    Entity { kind, name: name.to_owned(), aliases, mentions }
}

/// Which entity stands in which action, and what it does there.
#[must_use]
pub fn involvements(
    text: &SourceText,
    hits: &Hits,
    actions: &[Action],
    entities: &[Entity],
) -> Vec<Involvement> {
    // side by side, so that looking among them stays within a few lines of memory
    let starts: Vec<usize> = actions.iter().map(|action| action.span.start()).collect();
    let mentions = entities.iter().map(|entity| entity.mentions.len()).sum();
    let mut places: Vec<(ActionIndex, EntityIndex, u32)> = Vec::with_capacity(mentions);
    for (entity, at) in entities.iter().zip(0u32..) {
        for (mention, index) in entity.mentions.iter().zip(0u32..) {
            let after = starts.partition_point(|&start| start <= mention.span.start());
            let Some(action) = after.checked_sub(1) else { continue };
            if actions[action].span.contains(mention.span) {
                let action = u32::try_from(action).expect("fewer actions than bytes");
                places.push((ActionIndex(action), EntityIndex(at), index));
            }
        }
    }
    places.sort_unstable();
    let mut involvements: Vec<Involvement> = Vec::new();
    for (action, entity, mention) in places {
        match involvements.last_mut() {
            Some(last) if last.action == action && last.entity == entity => {
                last.mentions.push(mention)
            }
            _ => {
                let named = &entities[entity.0 as usize];
                let span = named.mentions[mention as usize].span;
                let role = role::role(text, hits, &actions[action.0 as usize], named.kind, span);
                involvements.push(Involvement { action, entity, mentions: vec![mention], role });
            }
        }
    }
    involvements
}
