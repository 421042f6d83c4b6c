//! What was missed and what was invented, each with its class and its place.

use std::collections::BTreeMap;

use crate::schema::EntityKind;
use crate::text::{SourceText, Span};

use super::entities::Entities;
use super::found::Found;
use super::matching::Matching;
use super::tally::Measure;
use super::wanted::Wanted;

/// How many characters of context are shown on either side, at most.
const CONTEXT: usize = 30;

/// Whether something is missing or too much.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Side {
    /// Annotated, and not found.
    Missed,
    /// Found, and not annotated.
    Invented,
}

impl Side {
    /// The name in reports.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Side::Missed => "missed",
            Side::Invented => "invented",
        }
    }
}

/// What is wrong with a finding, or keeps an annotated part from being found.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Class {
    /// It is there with other borders.
    Boundary,
    /// It is there as another kind of entity.
    Kind,
    /// A mention is right, but its entity is another: two names of one thing were not joined, or
    /// names of two things were.
    Identity,
    /// Nothing was found where something is.
    NotFound,
    /// Something was found where nothing is.
    Invented,
}

impl Class {
    /// All classes, in the order of reports.
    pub const ALL: [Class; 5] =
        [Class::Boundary, Class::Kind, Class::Identity, Class::NotFound, Class::Invented];

    /// The name in reports.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Class::Boundary => "boundary",
            Class::Kind => "wrong_type",
            Class::Identity => "identity",
            Class::NotFound => "not_found",
            Class::Invented => "invented",
        }
    }
}

/// One error.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    /// What it counts against: pillars, actions, or entities of a kind.
    pub measure: Measure,
    /// Missing or too much.
    pub side: Side,
    /// What kind of error it is.
    pub class: Class,
    /// The title, the clause, or the entity's name.
    pub words: String,
    /// The place; of an entity its first.
    pub span: Span,
    /// The sentence, with the place in 【】; long ones are cut.
    pub context: String,
}

/// How many errors there are, by measure, side and class.
pub type FaultCounts = BTreeMap<(Measure, Side, Class), usize>;

/// Counts errors.
pub fn count_faults<'f>(faults: impl IntoIterator<Item = &'f Fault>) -> FaultCounts {
    let mut counts = FaultCounts::new();
    for fault in faults {
        *counts.entry((fault.measure, fault.side, fault.class)).or_default() += 1;
    }
    counts
}

/// Lists errors in the order of measures.
pub(super) struct Faults<'d> {
    pub(super) text: &'d SourceText,
    pub(super) found: &'d Found,
    pub(super) wanted: &'d Wanted,
    pub(super) list: Vec<Fault>,
}

/// One part of a document, on either side, for classes of errors.
#[derive(Clone, Copy)]
struct Part {
    span: Span,
    kind: Option<EntityKind>,
}

impl Faults<'_> {
    /// Errors in pillars or actions.
    pub(super) fn structure(&mut self, measure: Measure, matching: &Matching) {
        let (found, wanted): (Vec<Span>, Vec<Span>) = match measure {
            Measure::Pillars => (
                self.found.pillars.iter().map(|part| part.span).collect(),
                self.wanted.pillars.iter().map(|part| part.span).collect(),
            ),
            _ => (
                self.found.actions.iter().map(|part| part.span).collect(),
                self.wanted.actions.iter().map(|(span, _)| *span).collect(),
            ),
        };
        let part = |&span: &Span| Part { span, kind: None };
        let (found, wanted): (Vec<Part>, Vec<Part>) =
            (found.iter().map(part).collect(), wanted.iter().map(part).collect());
        for (&part, gold) in found.iter().zip(&matching.gold_of) {
            if gold.is_none() {
                let words = self.text.slice(part.span).to_owned();
                self.add(measure, Side::Invented, &[part], &wanted, words);
            }
        }
        for (&part, found_as) in wanted.iter().zip(&matching.found_of) {
            if found_as.is_none() {
                let words = self.text.slice(part.span).to_owned();
                self.add(measure, Side::Missed, &[part], &found, words);
            }
        }
    }

    /// Errors in entities of a kind.
    pub(super) fn entities(&mut self, kind: EntityKind, entities: &Entities<'_>) {
        let measure = Measure::Entities(Some(kind));
        let (found, wanted) = (self.found, self.wanted);
        let all_wanted: Vec<Part> = wanted
            .mentions
            .iter()
            .map(|mention| Part { span: mention.span, kind: Some(mention.kind) })
            .collect();
        let of_found = |index: usize| {
            let entity = &found.entities[index];
            entity
                .mentions
                .iter()
                .map(move |mention| Part { span: mention.span, kind: Some(entity.kind) })
        };
        let all_found: Vec<Part> = (0..found.entities.len()).flat_map(of_found).collect();
        for (index, entity) in found.entities.iter().enumerate().filter(|(_, e)| e.kind == kind) {
            if entities.verdict(index) == Some(false) {
                let own: Vec<Part> = of_found(index).collect();
                self.add(measure, Side::Invented, &own, &all_wanted, entity.name.clone());
            }
        }
        for (index, entity) in wanted.entities.iter().enumerate().filter(|(_, e)| e.kind == kind) {
            if !entity.optional && entities.exact.found_of[index].is_none() {
                let required = wanted.mentions_of(index).filter(|mention| !mention.optional);
                let own: Vec<Part> =
                    required.map(|m| Part { span: m.span, kind: Some(m.kind) }).collect();
                self.add(measure, Side::Missed, &own, &all_found, entity.name.clone());
            }
        }
    }

    /// Adds an error about something with these places; `others` are the places of the other side.
    fn add(&mut self, measure: Measure, side: Side, own: &[Part], others: &[Part], words: String) {
        let Some(first) = own.first() else { return };
        // the least wrong of what may be wrong
        let classes = own.iter().flat_map(|part| others.iter().map(|other| class(*part, *other)));
        let rank = |class: &Class| match class {
            Class::Identity => 0,
            Class::Boundary => 1,
            Class::Kind => 2,
            Class::NotFound | Class::Invented => 3,
        };
        let nothing = if side == Side::Missed { Class::NotFound } else { Class::Invented };
        self.list.push(Fault {
            measure,
            side,
            class: classes.flatten().min_by_key(rank).unwrap_or(nothing),
            words,
            span: first.span,
            context: context(self.text, first.span),
        });
    }
}

/// What is wrong if a part was taken for another; nothing where they have nothing in common.
fn class(own: Part, other: Part) -> Option<Class> {
    if !own.span.overlaps(other.span) {
        None
    } else if own.kind != other.kind {
        Some(Class::Kind)
    } else if own.span == other.span && own.kind.is_some() {
        Some(Class::Identity)
    } else {
        Some(Class::Boundary)
    }
}

/// The sentence around a place, which is set in 【】.
fn context(text: &SourceText, span: Span) -> String {
    let ends = |c: char| matches!(c, '。' | '；' | '！' | '？' | '\n' | '\r');
    let before = text.slice(Span::new(0, span.start()));
    let after = text.slice(Span::new(span.end(), text.span().end()));
    let before: Vec<char> = before.chars().rev().take_while(|&c| !ends(c)).collect();
    let mut shown = String::new();
    if before.len() > CONTEXT {
        shown.push('…');
    }
    shown.extend(before.iter().take(CONTEXT).rev());
    shown.push('【');
    shown.push_str(&text.slice(span).replace(['\n', '\r', '\t'], " "));
    shown.push('】');
    let mut after = after.chars().take_while(|&c| !ends(c));
    shown.extend(after.by_ref().take(CONTEXT));
    if after.next().is_some() {
        shown.push('…');
    }
    shown.replace('\t', " ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_context_is_the_sentence() {
        let words = format!("前一句。支持红帆公司{}。后一句。", "发展".repeat(20));
        let text = SourceText::new(words.clone()).expect("short");
        let start = words.find("红帆").expect("in the text");
        let span = Span::new(start, start + "红帆公司".len());
        assert_eq!(context(&text, span), format!("支持【红帆公司】{}…", "发展".repeat(15)));
    }
}
