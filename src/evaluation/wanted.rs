//! What the annotation of one document asks for, in code points, with names grouped to entities.

use std::collections::{BTreeSet, HashMap};

use crate::schema::EntityKind;
use crate::text::{SourceText, Span};

use super::extent::Extent;
use super::gold::Gold;
use super::matching::form;
use super::tally::SCORED;

/// A pillar.
pub(super) struct WantedPillar {
    pub(super) span: Span,
    pub(super) title: Extent,
    pub(super) section: Extent,
    pub(super) level: u8,
}

/// A mention.
pub(super) struct WantedMention {
    pub(super) span: Span,
    pub(super) extent: Extent,
    pub(super) kind: EntityKind,
    pub(super) optional: bool,
}

/// A distinct entity: all mentions of a kind with one canonical name.
pub(super) struct WantedEntity {
    pub(super) kind: EntityKind,
    pub(super) name: String,
    pub(super) forms: BTreeSet<String>,
    /// Into [`Wanted::mentions`].
    pub(super) mentions: Vec<usize>,
    /// Whether all of its mentions are.
    pub(super) optional: bool,
}

/// All of it.
pub(super) struct Wanted {
    pub(super) scope: Extent,
    pub(super) pillars: Vec<WantedPillar>,
    pub(super) actions: Vec<(Span, Extent)>,
    pub(super) mentions: Vec<WantedMention>,
    pub(super) entities: Vec<WantedEntity>,
}

impl Wanted {
    pub(super) fn of(gold: &Gold, text: &SourceText) -> Self {
        let extent = |span| Extent::of(text, span);
        let mut mentions = Vec::new();
        let mut entities: Vec<WantedEntity> = Vec::new();
        let mut numbers: HashMap<(EntityKind, String), usize> = HashMap::new();
        for mention in gold.mentions.iter().filter(|mention| SCORED.contains(&mention.kind)) {
            let words = text.slice(mention.span);
            let name = mention.name.as_deref().unwrap_or(words);
            let number = *numbers.entry((mention.kind, form(name))).or_insert_with(|| {
                entities.push(WantedEntity {
                    kind: mention.kind,
                    name: name.to_owned(),
                    forms: BTreeSet::new(),
                    mentions: Vec::new(),
                    optional: true,
                });
                entities.len() - 1
            });
            let entity = &mut entities[number];
            entity.forms.extend([form(name), form(words)]);
            entity.mentions.push(mentions.len());
            entity.optional &= mention.optional;
            mentions.push(WantedMention {
                span: mention.span,
                extent: extent(mention.span),
                kind: mention.kind,
                optional: mention.optional,
            });
        }
        Self {
            scope: extent(gold.scope),
            pillars: gold
                .pillars
                .iter()
                .map(|pillar| WantedPillar {
                    span: pillar.title,
                    title: extent(pillar.title),
                    section: extent(pillar.section),
                    level: pillar.level,
                })
                .collect(),
            actions: gold.actions.iter().map(|&span| (span, extent(span))).collect(),
            mentions,
            entities,
        }
    }

    /// Whether something begins inside a pillar. Outside of them, actions are not annotated.
    pub(super) fn is_in_pillar(&self, extent: Extent) -> bool {
        self.pillars.iter().any(|pillar| pillar.section.has(extent.start))
    }

    /// The deepest pillar that holds a code point; of equally deep ones the last.
    pub(super) fn deepest(&self, at: usize) -> Option<usize> {
        let holding = |&index: &usize| self.pillars[index].section.has(at);
        (0..self.pillars.len()).filter(holding).max_by_key(|&index| self.pillars[index].level)
    }

    /// The mentions of an entity.
    pub(super) fn mentions_of(&self, entity: usize) -> impl Iterator<Item = &WantedMention> {
        self.entities[entity].mentions.iter().map(|&mention| &self.mentions[mention])
    }
}
