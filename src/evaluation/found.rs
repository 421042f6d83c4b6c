//! What a graph has of one document, inside the annotated part, in the graph's order.

use std::collections::{BTreeSet, HashMap};

use crate::graph::{Content, KnowledgeGraph, NodeId};
use crate::schema::EntityKind;
use crate::text::{SourceText, Span};

use super::extent::Extent;
use super::matching::form;
use super::tally::SCORED;

/// A pillar (by its title) or an action.
pub(super) struct FoundPart {
    pub(super) id: NodeId,
    pub(super) span: Span,
    pub(super) extent: Extent,
}

/// A place that names an entity.
pub(super) struct FoundMention {
    pub(super) span: Span,
    pub(super) extent: Extent,
    pub(super) confidence: f32,
}

/// An entity with those of its mentions that count.
pub(super) struct FoundEntity {
    pub(super) id: NodeId,
    pub(super) kind: EntityKind,
    pub(super) name: String,
    pub(super) forms: BTreeSet<String>,
    pub(super) confidence: f32,
    pub(super) mentions: Vec<FoundMention>,
}

/// All of it.
#[derive(Default)]
pub(super) struct Found {
    pub(super) pillars: Vec<FoundPart>,
    pub(super) actions: Vec<FoundPart>,
    pub(super) entities: Vec<FoundEntity>,
    /// Entity and pillar, once each.
    pub(super) in_pillar: BTreeSet<(usize, usize)>,
    /// Entity and action, once each.
    pub(super) in_action: BTreeSet<(usize, usize)>,
}

impl Found {
    /// What lies in `scope`; of actions those that `is_scored`.
    pub(super) fn of(
        graph: &KnowledgeGraph,
        text: &SourceText,
        scope: Extent,
        is_scored: impl Fn(Extent) -> bool,
    ) -> Self {
        let mut found = Self::default();
        for node in graph.nodes() {
            let part = |span| FoundPart { id: node.id(), span, extent: Extent::of(text, span) };
            match node.content() {
                Content::Document(_) => {}
                Content::Pillar(pillar) => {
                    let part = part(pillar.title);
                    if scope.contains(part.extent) {
                        found.pillars.push(part);
                    }
                }
                Content::Action(action) => {
                    let part = part(action.span);
                    if scope.contains(part.extent) && is_scored(part.extent) {
                        found.actions.push(part);
                    }
                }
                Content::Entity(entity) => {
                    if !SCORED.contains(&entity.kind) {
                        continue;
                    }
                    let mentions: Vec<FoundMention> = graph
                        .mentions(entity)
                        .iter()
                        .map(|evidence| FoundMention {
                            span: evidence.span,
                            extent: Extent::of(text, evidence.span),
                            confidence: evidence.confidence.unwrap_or(0.0),
                        })
                        .filter(|mention| scope.contains(mention.extent))
                        .collect();
                    if mentions.is_empty() {
                        continue;
                    }
                    let aliases = entity.aliases.iter().map(|alias| form(&alias.form));
                    let words = mentions.iter().map(|mention| form(text.slice(mention.span)));
                    found.entities.push(FoundEntity {
                        id: node.id(),
                        kind: entity.kind,
                        name: entity.name.clone(),
                        forms: aliases.chain(words).chain([form(&entity.name)]).collect(),
                        confidence: entity.confidence,
                        mentions,
                    });
                }
            }
        }
        found.link(graph);
        found
    }

    /// Reads off the edges which entity is in what.
    fn link(&mut self, graph: &KnowledgeGraph) {
        let numbers = |ids: &mut dyn Iterator<Item = NodeId>| -> HashMap<NodeId, usize> {
            ids.zip(0..).collect()
        };
        let entities = numbers(&mut self.entities.iter().map(|entity| entity.id));
        let pillars = numbers(&mut self.pillars.iter().map(|pillar| pillar.id));
        let actions = numbers(&mut self.actions.iter().map(|action| action.id));
        for edge in graph.edges() {
            let ends = [edge.source(), edge.target()];
            let one_of = |parts: &HashMap<NodeId, usize>| {
                ends.iter().find_map(|end| parts.get(end).copied())
            };
            let Some(entity) = one_of(&entities) else { continue };
            self.in_pillar.extend(one_of(&pillars).map(|pillar| (entity, pillar)));
            self.in_action.extend(one_of(&actions).map(|action| (entity, action)));
        }
    }
}
