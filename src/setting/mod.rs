//! The setting of a plan: administrative places, public bodies, and people with their offices.
//!
//! Rules find them in what the names of the four core kinds leave free, so that no name nests in
//! another. They are made to be right rather than to find all: a place needs its lexicon row, a body
//! a place or an own row, a person an office or title beside the name.

mod body;
mod person;
mod place;
mod scene;
#[cfg(test)]
mod tests;

use std::collections::BTreeMap;

use crate::document::Document;
use crate::extraction::{Alias, AliasReason, Entity, Mention};
use crate::lexicon::{Hits, Lexicon};
use crate::schema::{EntityKind, Rule};
use crate::text::{SourceText, Span};

use scene::Scene;

/// A name of the setting where it stands.
#[derive(Debug, Clone, PartialEq)]
struct Named {
    span: Span,
    kind: EntityKind,
    /// Its canonical name.
    name: String,
    /// Why the words at `span` stand for it, should they be others.
    reason: AliasReason,
    rule: Rule,
    confidence: f32,
    office: Option<Span>,
    within: Vec<String>,
}

/// The entities of the setting, by kind and name; `core` are those that are known already.
#[must_use]
pub fn entities(
    text: &SourceText,
    lexicon: &Lexicon,
    hits: &Hits,
    document: &Document,
    core: &[Entity],
) -> Vec<Entity> {
    let mut scene = Scene::new(text, lexicon, hits, document, core);
    let people = person::find(&scene);
    scene.take(&people);
    let mut found = body::find(&scene);
    scene.take(&found);
    found.extend(people);
    found.extend(place::find(&scene));
    found.sort_unstable_by_key(|named| named.span);
    grouped(text, found)
}

/// Mentions by what they name; `found` is in reading order.
fn grouped(text: &SourceText, found: Vec<Named>) -> Vec<Entity> {
    let mut entities: BTreeMap<(EntityKind, String), Entity> = BTreeMap::new();
    for Named { span, kind, name, reason, rule, confidence, office, within } in found {
        let entity = entities.entry((kind, name.clone())).or_insert_with(|| Entity {
            kind,
            name,
            aliases: Vec::new(),
            mentions: Vec::new(),
            within,
        });
        let form = text.slice(span);
        if form != entity.name && entity.aliases.iter().all(|alias| alias.form != form) {
            entity.aliases.push(Alias { form: form.to_owned(), reason });
        }
        entity.mentions.push(Mention { span, rule, confidence, office });
    }
    let mut entities: Vec<Entity> = entities.into_values().collect();
    entities.iter_mut().for_each(|entity| entity.aliases.sort_unstable());
    entities
}
