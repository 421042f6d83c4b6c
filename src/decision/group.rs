//! The entities of a document while decisions are applied to them.

use crate::extraction::{Alias, AliasReason, Entity, Mention};
use crate::link::match_key;
use crate::schema::{EntityKind, Rule};
use crate::text::{SourceText, Span};

use super::select::Selection;

/// The entities.
pub(super) struct Group<'t> {
    text: &'t SourceText,
    entities: Vec<Entity>,
}

/// Mentions that were taken out of an entity.
pub(super) struct Taken {
    pub kind: EntityKind,
    /// What the entity was called.
    pub name: String,
    pub mentions: Vec<Mention>,
    /// Other names of the entity that go with them.
    pub aliases: Vec<Alias>,
    /// Whether nothing of the entity is left.
    pub whole: bool,
}

impl<'t> Group<'t> {
    pub(super) fn new(text: &'t SourceText, entities: Vec<Entity>) -> Self {
        Self { text, entities }
    }

    pub(super) fn text(&self) -> &'t SourceText {
        self.text
    }

    pub(super) fn entities(&self) -> &[Entity] {
        &self.entities
    }

    /// By kind and name, as linking leaves them.
    pub(super) fn finish(mut self) -> Vec<Entity> {
        self.entities.sort_by(|a, b| (a.kind, &a.name).cmp(&(b.kind, &b.name)));
        self.entities
    }

    /// All mentions with their types, in reading order.
    pub(super) fn spans(&self) -> Vec<(Span, EntityKind)> {
        let of = |entity: &Entity| {
            let kind = entity.kind;
            entity.mentions.iter().map(move |m| (m.span, kind)).collect::<Vec<_>>()
        };
        let mut spans: Vec<(Span, EntityKind)> = self.entities.iter().flat_map(of).collect();
        spans.sort_unstable();
        spans
    }

    /// Makes mentions certain.
    pub(super) fn confirm(&mut self, selection: &Selection) {
        let mentions = &mut self.entities[selection.entity].mentions;
        for &at in &selection.mentions {
            mentions[at] = super::decided(mentions[at].span);
        }
    }

    /// Takes mentions out of an entity, and the entity out when nothing is left of it.
    pub(super) fn take(&mut self, selection: &Selection) -> Taken {
        let text = self.text;
        let entity = &mut self.entities[selection.entity];
        let (kind, name) = (entity.kind, entity.name.clone());
        let mut at = 0;
        let mut mentions = Vec::new();
        entity.mentions.retain(|mention| {
            let taken = selection.mentions.binary_search(&at).is_ok();
            at += 1;
            if taken {
                mentions.push(Mention { rule: Rule::Decision, ..*mention });
            }
            !taken
        });
        let whole = entity.mentions.is_empty();
        let is_form = |mentions: &[Mention], form: &str| {
            mentions.iter().any(|mention| text.slice(mention.span) == form)
        };
        let aliases = if whole {
            std::mem::take(&mut entity.aliases)
        } else {
            let (gone, kept) = std::mem::take(&mut entity.aliases).into_iter().partition(|alias| {
                is_form(&mentions, &alias.form) && !is_form(&entity.mentions, &alias.form)
            });
            entity.aliases = kept;
            gone
        };
        if whole {
            self.entities.remove(selection.entity);
        }
        Taken { kind, name, mentions, aliases, whole }
    }

    /// Puts mentions into the entity of a name, which is made if need be. What they were called
    /// stays with them as aliases.
    pub(super) fn put(&mut self, kind: EntityKind, name: &str, taken: Taken) {
        let key = match_key(name);
        let found = self.entities.iter().position(|e| e.kind == kind && match_key(&e.name) == key);
        let at = found.unwrap_or_else(|| {
            let (aliases, mentions) = (Vec::new(), Vec::new());
            self.entities.push(Entity {
                kind,
                name: name.to_owned(),
                aliases,
                mentions,
                within: Vec::new(),
            });
            self.entities.len() - 1
        });
        let text = self.text;
        let entity = &mut self.entities[at];
        let spellings = taken.mentions.iter().map(|mention| text.slice(mention.span));
        let known: Vec<Alias> = entity.aliases.iter().chain(&taken.aliases).cloned().collect();
        let new = spellings
            .chain(taken.whole.then_some(&*taken.name))
            .filter(|form| known.iter().all(|alias| alias.form != *form))
            .map(|form| {
                let spelling = match_key(form) == key;
                let reason = if spelling { AliasReason::Spelling } else { AliasReason::Decision };
                Alias { form: form.to_owned(), reason }
            });
        let mut aliases: Vec<Alias> = known.iter().cloned().chain(new).collect();
        aliases.retain(|alias| alias.form != entity.name);
        aliases.sort();
        aliases.dedup_by(|later, kept| later.form == kept.form);
        entity.aliases = aliases;
        entity.mentions.extend(taken.mentions);
        entity.mentions.sort_by_key(|mention| mention.span);
        entity.mentions.dedup_by_key(|mention| mention.span);
    }

    /// Takes every mention out that meets a place.
    pub(super) fn clear(&mut self, place: Span) {
        for at in (0..self.entities.len()).rev() {
            let mentions = self.entities[at].mentions.iter().enumerate();
            let met: Vec<usize> =
                mentions.filter(|(_, m)| m.span.overlaps(place)).map(|(index, _)| index).collect();
            if !met.is_empty() {
                self.take(&Selection { entity: at, mentions: met });
            }
        }
    }

    /// The first of the words that were taken.
    pub(super) fn first_surface(&self, taken: &Taken) -> String {
        let first = taken.mentions.first().map(|mention| self.text.slice(mention.span));
        first.unwrap_or(&taken.name).to_owned()
    }
}
