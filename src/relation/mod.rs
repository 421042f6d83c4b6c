//! Entities that the words of one action join: a family of relations per file.

mod cooperation;
mod membership;
mod takeover;
mod undertaking;

use crate::extraction::{Action, Entity, EntityIndex, Relation};
use crate::lexicon::Lexicon;
use crate::schema::{EntityKind, RelationKind, Rule};
use crate::text::{SourceText, Span};

/// One mention of an entity in an action.
#[derive(Clone, Copy)]
struct Named {
    span: Span,
    kind: EntityKind,
    entity: EntityIndex,
}

impl Named {
    /// Whether it can work together with others.
    fn is_party(self) -> bool {
        matches!(self.kind, EntityKind::Company | EntityKind::University)
    }
}

/// An action with its mentions in reading order.
#[derive(Clone, Copy)]
struct Scene<'a> {
    text: &'a SourceText,
    lexicon: &'a Lexicon,
    action: Span,
    named: &'a [Named],
}

impl<'a> Scene<'a> {
    /// The words between two mentions.
    fn between(self, a: Named, b: Named) -> &'a str {
        self.text.slice(Span::new(a.span.end(), b.span.start()))
    }

    /// The words from a mention's end to the end of its part of the clause.
    fn behind(self, a: Named) -> &'a str {
        let rest = self.text.slice(Span::new(a.span.end(), self.action.end()));
        rest.split(['，', ',', '；', '。']).next().unwrap_or(rest)
    }

    fn relate(self, kind: RelationKind, from: Named, to: Named, rule: Rule) -> Relation {
        let start = from.span.start().min(to.span.start());
        let end = from.span.end().max(to.span.end());
        Relation { kind, from: from.entity, to: to.entity, evidence: Span::new(start, end), rule }
    }
}

/// Whether words only join items of one enumeration.
fn joins(words: &str) -> bool {
    matches!(words, "、" | "和" | "与" | "及" | "以及" | "，" | "”“" | "”、“")
}

/// The relations that a document's actions state, by position; none twice.
///
/// `entities` must have their mentions in reading order, as linking leaves them.
#[must_use]
pub fn relations(
    text: &SourceText,
    lexicon: &Lexicon,
    actions: &[Action],
    entities: &[Entity],
) -> Vec<Relation> {
    let mentions = entities.iter().map(|entity| entity.mentions.len()).sum();
    let mut named: Vec<Named> = Vec::with_capacity(mentions);
    for (entity, at) in entities.iter().zip(0u32..) {
        let mentions = entity.mentions.iter();
        named.extend(mentions.map(|mention| Named {
            span: mention.span,
            kind: entity.kind,
            entity: EntityIndex(at),
        }));
    }
    named.sort_unstable_by_key(|named| (named.span, named.kind, named.entity));
    let mut found = Vec::new();
    let mut from = 0;
    for action in actions {
        // both are in reading order
        from += named[from..]
            .iter()
            .take_while(|named| named.span.start() < action.span.start())
            .count();
        let inner = &named[from..];
        let cut = inner.iter().take_while(|named| named.span.end() <= action.span.end()).count();
        if cut < 2 {
            continue;
        }
        let scene = Scene { text, lexicon, action: action.span, named: &inner[..cut] };
        cooperation::read(scene, &mut found);
        takeover::read(scene, &mut found);
        undertaking::read(scene, &mut found);
        membership::read(scene, &mut found);
    }
    found.retain(|relation| relation.from != relation.to);
    found.sort_by_key(|relation| (relation.evidence, relation.kind, relation.from, relation.to));
    found.dedup();
    found
}

#[cfg(test)]
mod tests;
