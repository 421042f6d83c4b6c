//! Slots of actions against annotated clauses (`*.slots.json`).
//!
//! Offsets count Unicode code points of the text whose bytes have the given SHA-256.
//!
//! ```text
//! { "doc": NAME, "sha256": HEX, "clauses": [
//!   { "span": [start, end], "verb": [start, end], "object": …, "actor": …, "place": …,
//!     "quantities": [[start, end, number, unit], …], "deadline": [start, end, date],
//!     "roles": [[start, end of a name, role], …] }, … ] }
//! ```
//! What a clause does not state is left out.

use std::collections::BTreeMap;

use serde::Deserialize;

use crate::extraction::{Deadline, Quantity};
use crate::graph::{Action, Content, KnowledgeGraph, NodeId};
use crate::schema::Role;
use crate::text::{SourceText, Span};

use super::extent::Extent;
use super::gold::GoldError;
use super::tally::Tally;

/// Annotated clauses that have not met their text.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SlotAnnotation {
    doc: String,
    sha256: String,
    clauses: Vec<Clause>,
}

/// A place: where it begins and ends.
type Place = (usize, usize);

#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
struct Clause {
    span: Place,
    verb: Option<Place>,
    object: Option<Place>,
    actor: Option<Place>,
    place: Option<Place>,
    #[serde(default)]
    quantities: Vec<(usize, usize, f64, String)>,
    deadline: Option<(usize, usize, String)>,
    #[serde(default)]
    roles: Vec<(usize, usize, String)>,
}

/// What is measured of an action.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Slot {
    /// The predicate verb, exactly.
    Verb,
    /// What it acts upon, exactly.
    Object,
    /// The same, where half of it is enough.
    ObjectRelaxed,
    /// Number and unit.
    Quantity,
    /// The date, as far as the clause tells it.
    Deadline,
    /// Who does it; half of it is enough.
    Actor,
    /// Where; half of it is enough.
    Place,
    /// What a named entity does in it, of entities that were found.
    Role,
}

impl Slot {
    /// All of them, in the order of reports.
    pub const ALL: [Slot; 8] = [
        Slot::Verb,
        Slot::Object,
        Slot::ObjectRelaxed,
        Slot::Quantity,
        Slot::Deadline,
        Slot::Actor,
        Slot::Place,
        Slot::Role,
    ];

    /// The name in reports.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Slot::Verb => "verb",
            Slot::Object => "object",
            Slot::ObjectRelaxed => "object, by half",
            Slot::Quantity => "quantity",
            Slot::Deadline => "deadline",
            Slot::Actor => "actor",
            Slot::Place => "place",
            Slot::Role => "role",
        }
    }
}

/// A slot that is filled otherwise than annotated.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SlotFault {
    /// Which.
    pub slot: Slot,
    /// The annotated clause.
    pub clause: String,
    /// What was annotated; empty for nothing.
    pub wanted: String,
    /// What was found; empty for nothing.
    pub found: String,
}

/// What was measured of one document.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct SlotScore {
    /// What the annotation calls the document.
    pub document: String,
    /// How many clauses were annotated.
    pub clauses: usize,
    /// How many of them are no action of the graph, or one of other extent; nothing of these is
    /// found.
    pub without_action: usize,
    /// Right, wrong and missing, by slot.
    pub tallies: BTreeMap<Slot, Tally>,
    /// The errors, in reading order.
    pub faults: Vec<SlotFault>,
}

impl SlotAnnotation {
    /// Reads the content of a file.
    ///
    /// # Errors
    /// When it is no JSON of the shape above.
    pub fn parse(json: &str) -> Result<Self, GoldError> {
        let annotation: Self = serde_json::from_str(json).map_err(|error| GoldError {
            place: format!("line {}", error.line()),
            problem: error.to_string(),
        })?;
        for (index, clause) in annotation.clauses.iter().enumerate() {
            for (_, _, role) in &clause.roles {
                if Role::from_name(role).is_none() {
                    let place = format!("clauses, item {}", index + 1);
                    return Err(GoldError { place, problem: format!("{role} is no role") });
                }
            }
        }
        Ok(annotation)
    }

    /// What it calls the document.
    #[must_use]
    pub fn document(&self) -> &str {
        &self.doc
    }

    /// The SHA-256 of the bytes of the annotated file, in lower-case hexadecimal.
    #[must_use]
    pub fn sha256(&self) -> &str {
        &self.sha256
    }

    /// Measures a graph of the one document that this annotates.
    ///
    /// # Errors
    /// When a place lies outside the text.
    ///
    /// # Panics
    /// When the graph is empty.
    pub fn measure(&self, graph: &KnowledgeGraph) -> Result<SlotScore, GoldError> {
        let document = graph.documents().next().expect("a graph of one document");
        let text = graph.text(document.index);
        let actions: Vec<(NodeId, &Action, Extent)> = graph
            .nodes()
            .filter_map(|node| match node.content() {
                Content::Action(action) => Some((node.id(), action, Extent::of(text, action.span))),
                _ => None,
            })
            .collect();
        let mut measured = Measured {
            text,
            // by code point; one more for the text's end
            places: text
                .as_str()
                .char_indices()
                .map(|(byte, _)| byte)
                .chain([text.span().end()])
                .collect(),
            clause: "",
            score: SlotScore { document: self.doc.clone(), ..SlotScore::default() },
        };
        for (index, clause) in self.clauses.iter().enumerate() {
            measured.score.clauses += 1;
            let outside = || GoldError {
                place: format!("clauses, item {}", index + 1),
                problem: format!("{}..{} is no place of the text", clause.span.0, clause.span.1),
            };
            measured.clause = measured.words(clause.span).ok_or_else(outside)?;
            let extent = Extent { start: clause.span.0, end: clause.span.1 };
            let action = actions
                .iter()
                .filter(|(_, _, span)| span.is_half(extent))
                .max_by(|a, b| a.2.likeness(extent).total_cmp(&b.2.likeness(extent)));
            measured.score.without_action += usize::from(action.is_none());
            measured.compare(clause, action.map(|(_, action, _)| *action));
            if let Some((id, _, _)) = action {
                measured.roles(clause, graph, *id);
            }
        }
        Ok(measured.score)
    }
}

/// A document while it is measured.
struct Measured<'g> {
    text: &'g SourceText,
    places: Vec<usize>,
    clause: &'g str,
    score: SlotScore,
}

impl<'g> Measured<'g> {
    fn words(&self, (start, end): Place) -> Option<&'g str> {
        let (from, to) = (*self.places.get(start)?, *self.places.get(end)?);
        (from <= to).then(|| self.text.slice(Span::new(from, to)))
    }

    /// Counts one slot: what was wanted, what was found, and whether the two are the same.
    fn count(&mut self, slot: Slot, wanted: Option<String>, found: Option<String>, same: bool) {
        let tally = self.score.tallies.entry(slot).or_default();
        if same {
            tally.right += 1;
            return;
        }
        tally.invented += usize::from(found.is_some());
        tally.missed += usize::from(wanted.is_some());
        // half is told with the whole
        if slot != Slot::ObjectRelaxed && (wanted.is_some() || found.is_some()) {
            self.score.faults.push(SlotFault {
                slot,
                clause: self.clause.to_owned(),
                wanted: wanted.unwrap_or_default(),
                found: found.unwrap_or_default(),
            });
        }
    }

    fn span(&mut self, slot: Slot, wanted: Option<Place>, found: Option<Span>, exact: bool) {
        let place = wanted.map(|(start, end)| Extent { start, end });
        let extent = found.map(|span| Extent::of(self.text, span));
        let same = match (place, extent) {
            (Some(a), Some(b)) => a == b || (!exact && a.is_half(b)),
            _ => false,
        };
        let words = wanted.and_then(|place| self.words(place)).map(str::to_owned);
        let found = found.map(|span| self.text.slice(span).to_owned());
        self.count(slot, words, found, same);
    }

    fn compare(&mut self, clause: &Clause, action: Option<&Action>) {
        let of = |slot: fn(&Action) -> Option<Span>| action.and_then(slot);
        self.span(Slot::Verb, clause.verb, of(|action| action.verb), true);
        self.span(Slot::Object, clause.object, of(|action| action.object), true);
        self.span(Slot::ObjectRelaxed, clause.object, of(|action| action.object), false);
        self.span(Slot::Actor, clause.actor, of(|action| action.actor), false);
        self.span(Slot::Place, clause.place, of(|action| action.place), false);
        self.quantities(clause, action.map_or(&[], |action| &action.quantities));
        self.deadline(clause, action.and_then(|action| action.deadline.as_ref()));
    }

    fn quantities(&mut self, clause: &Clause, found: &[Quantity]) {
        let mut left: Vec<(f64, &str)> =
            found.iter().map(|quantity| (quantity.value, self.text.slice(quantity.unit))).collect();
        let tell = |(value, unit): (f64, &str)| format!("{value} {unit}");
        for (_, _, value, unit) in &clause.quantities {
            let same = left.iter().position(|(number, of)| number == value && of == unit);
            if let Some(at) = same {
                left.remove(at);
            }
            self.count(Slot::Quantity, Some(tell((*value, unit))), None, same.is_some());
        }
        for quantity in left {
            self.count(Slot::Quantity, None, Some(tell(quantity)), false);
        }
    }

    fn deadline(&mut self, clause: &Clause, found: Option<&Deadline>) {
        let wanted = clause.deadline.as_ref().map(|(_, _, date)| date.clone());
        let found = found.map(|due| match &due.date {
            Some(date) => date.clone(),
            None => self.text.slice(due.span).to_owned(),
        });
        let same = wanted.is_some() && wanted == found;
        self.count(Slot::Deadline, wanted, found, same);
    }

    fn roles(&mut self, clause: &Clause, graph: &KnowledgeGraph, action: NodeId) {
        for (start, end, role) in &clause.roles {
            let place = Extent { start: *start, end: *end };
            let found = graph.outgoing(action).into_iter().find_map(|edge| {
                let named = graph.evidence(edge).iter();
                let here = named.map(|e| Extent::of(self.text, e.span)).any(|e| e == place);
                edge.role().filter(|_| here)
            });
            // that an entity is missing is counted elsewhere
            let Some(found) = found else { continue };
            let of =
                |role: &str| format!("{} {role}", self.words((*start, *end)).unwrap_or_default());
            let (wanted, same) = (of(role), found.name() == role);
            let found = of(found.name());
            self.count(Slot::Role, Some(wanted), Some(found), same);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_no_annotation_is_told() {
        let clause = |more: &str| {
            SlotAnnotation::parse(&format!(
                r#"{{"doc": "a", "sha256": "00", "clauses": [{{"span": [0, 4]{more}}}]}}"#
            ))
        };
        assert_eq!(clause("").expect("sound").document(), "a");
        let role = clause(r#", "roles": [[0, 2, "hero"]]"#).expect_err("no such role");
        assert_eq!(
            (role.place.as_str(), role.problem.as_str()),
            ("clauses, item 1", "hero is no role")
        );
        assert_eq!(clause(r#", "subject": [0, 2]"#).expect_err("unknown").place, "line 1");
    }
}
