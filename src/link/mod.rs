//! Mentions → entities of the document: one entity for all forms of a name, each join explained.

mod alias;
mod role;

use std::borrow::Cow;
use std::collections::{HashMap, HashSet};

use crate::extraction::{
    Action, ActionIndex, Alias, AliasReason, Entity, EntityIndex, Involvement, Mention,
};
use crate::lexicon::{Hits, Lexicon};
use crate::mention::Found;
use crate::schema::EntityKind;
use crate::text::{SourceText, Span};

pub use alias::match_key;

/// All mentions that share a spelling, as they are gathered.
#[derive(Debug)]
struct Group<'a> {
    kind: EntityKind,
    /// As its first mention has it.
    name: &'a str,
    aliases: Vec<Alias>,
    mentions: Vec<Mention>,
}

/// Which group has the names of a kind with a match key.
type Numbers<'a> = HashMap<(EntityKind, Cow<'a, str>), usize>;

/// The entities of a document, by kind and name.
#[must_use]
pub fn entities(text: &SourceText, lexicon: &Lexicon, found: &[Found]) -> Vec<Entity> {
    let apart = told_apart(text, found);
    let mut groups: Vec<Group> = Vec::new();
    let mut numbers = Numbers::with_capacity(found.len() / 2);
    for mention in found {
        let surface = text.slice(mention.span);
        let known = mention.name.filter(|_| !apart.contains(surface));
        let canonical = known.map(|name| lexicon.surface(lexicon.name(name).canonical));
        let name = canonical.unwrap_or(surface);
        let number = *numbers.entry((mention.kind, match_key(name))).or_insert(groups.len());
        if number == groups.len() {
            let (aliases, mentions) = (Vec::new(), Vec::new());
            groups.push(Group { kind: mention.kind, name, aliases, mentions });
        }
        let group = &mut groups[number];
        if surface != group.name {
            let reason = if match_key(surface) == match_key(group.name) {
                AliasReason::Spelling
            } else {
                AliasReason::Lexicon
            };
            group.aliases.push(Alias { form: surface.to_owned(), reason });
        }
        let Found { span, rule, confidence, .. } = *mention;
        group.mentions.push(Mention { span, rule, confidence, office: None });
    }
    let groups = alias::join_short_forms(groups, &numbers, lexicon);
    let mut entities: Vec<Entity> = groups.into_iter().map(entity).collect();
    entities.sort_unstable_by(|a, b| (a.kind, &a.name).cmp(&(b.kind, &b.name)));
    entities
}

/// Forms of one name of the lexicon that the document lists beside each other (南方锰业、中信大锰): whoever
/// does so speaks of two.
fn told_apart<'t>(text: &'t SourceText, found: &[Found]) -> HashSet<&'t str> {
    let mut apart = HashSet::new();
    for pair in found.windows(2) {
        let (one, other) = (pair[0], pair[1]);
        if one.name.is_none() || one.name != other.name || one.span.end() > other.span.start() {
            continue;
        }
        let between = text.slice(Span::new(one.span.end(), other.span.start()));
        let (first, second) = (text.slice(one.span), text.slice(other.span));
        if matches!(between, "、" | "和" | "与" | "及") && match_key(first) != match_key(second)
        {
            apart.extend([first, second]);
        }
    }
    apart
}

fn entity(mut group: Group) -> Entity {
    group.aliases.sort();
    group.aliases.dedup_by(|later, kept| later.form == kept.form);
    group.mentions.sort_by_key(|mention| mention.span);
    let Group { kind, name, aliases, mentions, .. } = group;
    Entity { kind, name: name.to_owned(), aliases, mentions, within: Vec::new() }
}

/// Which entity stands in which action, and what it does there.
#[must_use]
pub fn involvements(
    text: &SourceText,
    lexicon: &Lexicon,
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
                let role =
                    role::role(text, lexicon, hits, &actions[action.0 as usize], named.kind, span);
                involvements.push(Involvement { action, entity, mentions: vec![mention], role });
            }
        }
    }
    involvements
}
