//! Words with the place where they stand. `///` comments of shapes are the descriptions of the
//! published schema.
//!
//! This is the border where bytes become code points.

use std::borrow::Cow;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::ser::SerializeSeq;
use serde::{Serialize, Serializer};

use crate::extraction::{Deadline, Quantity};
use crate::graph::{DocumentIndex, Evidence, KnowledgeGraph};
use crate::schema::Rule;
use crate::text::Span;

use super::values::{Id, Name, Number, Range, confidence, one_of};

/// One place that names an entity: the text's code points start to end are its words.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Mention")]
pub(super) struct MentionShape<'g> {
    document: Id,
    start: usize,
    end: usize,
    /// The page, from 1, that it begins on; absent where the document has no pages.
    #[serde(skip_serializing_if = "Option::is_none")]
    page: Option<usize>,
    text: &'g str,
    /// Why the words are taken for a name.
    #[schemars(schema_with = "rule")]
    rule: Name,
    /// How sure that is, 0 to 1.
    confidence: f64,
    /// The office or title beside a person's name.
    #[serde(skip_serializing_if = "Option::is_none")]
    office: Option<Words<'g>>,
}

impl<'g> MentionShape<'g> {
    pub(super) fn new(graph: &'g KnowledgeGraph, evidence: &Evidence) -> Self {
        let place = Place::new(graph, evidence.document);
        let Words { start, end, text } = place.quote(evidence.span);
        let confidence = confidence(evidence.confidence.unwrap_or(0.0));
        let page = place.page(evidence.span);
        Self {
            document: place.id(),
            start,
            end,
            page,
            text,
            rule: Name(evidence.rule.name()),
            confidence,
            office: evidence.office.map(|span| place.quote(span)),
        }
    }
}

/// The words that an edge rests on.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Evidence")]
pub(super) struct EvidenceShape<'g> {
    document: Id,
    start: usize,
    end: usize,
    /// The page, from 1, that it begins on; absent where the document has no pages.
    #[serde(skip_serializing_if = "Option::is_none")]
    page: Option<usize>,
    text: &'g str,
    /// The rule that read them so.
    #[schemars(schema_with = "rule")]
    rule: Name,
}

impl<'g> EvidenceShape<'g> {
    pub(super) fn new(graph: &'g KnowledgeGraph, evidence: &Evidence) -> Self {
        let place = Place::new(graph, evidence.document);
        let Words { start, end, text } = place.quote(evidence.span);
        let page = place.page(evidence.span);
        let rule = Name(evidence.rule.name());
        Self { document: place.id(), start, end, page, text, rule }
    }
}

/// Words of a clause and where they stand.
#[derive(Serialize, JsonSchema)]
pub(super) struct Words<'g> {
    pub start: usize,
    pub end: usize,
    pub text: &'g str,
}

/// A number with its unit.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Quantity")]
pub(super) struct QuantityShape<'g> {
    start: usize,
    end: usize,
    /// Number and unit together.
    text: &'g str,
    /// The number; 万 and 亿 belong to the unit. Absent when it is too large to be stated.
    #[serde(skip_serializing_if = "Option::is_none")]
    value: Option<Number>,
    unit: &'g str,
    /// What is counted or measured.
    #[serde(skip_serializing_if = "Option::is_none")]
    of: Option<&'g str>,
}

impl<'g> QuantityShape<'g> {
    pub(super) fn new(place: &Place<'g>, quantity: &Quantity) -> Self {
        let Words { start, end, text } = place.quote(quantity.span);
        let unit = place.words(quantity.unit);
        let of = quantity.of.map(|span| place.words(span));
        Self { start, end, text, value: Number::new(quantity.value), unit, of }
    }
}

/// A time by which, or in which, an action is to be done.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Deadline")]
pub(super) struct DeadlineShape<'g> {
    start: usize,
    end: usize,
    text: &'g str,
    /// What the words mean, as YYYY, YYYY-MM or YYYY-MM-DD.
    #[serde(skip_serializing_if = "Option::is_none")]
    date: Option<&'g str>,
}

impl<'g> DeadlineShape<'g> {
    pub(super) fn new(place: &Place<'g>, deadline: &'g Deadline) -> Self {
        let Words { start, end, text } = place.quote(deadline.span);
        Self { start, end, text, date: deadline.date.as_deref() }
    }
}

/// Quotes a document.
pub(super) struct Place<'g> {
    graph: &'g KnowledgeGraph,
    document: DocumentIndex,
}

impl<'g> Place<'g> {
    pub(super) fn new(graph: &'g KnowledgeGraph, document: DocumentIndex) -> Self {
        Self { graph, document }
    }

    pub(super) fn id(&self) -> Id {
        Id(self.graph.document_id(self.document).text())
    }

    pub(super) fn words(&self, span: Span) -> &'g str {
        self.graph.words(self.document, span)
    }

    pub(super) fn page(&self, span: Span) -> Option<usize> {
        self.graph.text(self.document).page(span.start())
    }

    pub(super) fn range(&self, span: Span) -> Range {
        self.graph.text(self.document).code_points(span).into()
    }

    pub(super) fn quote(&self, span: Span) -> Words<'g> {
        let range = self.graph.text(self.document).code_points(span);
        Words { start: range.start, end: range.end, text: self.words(span) }
    }
}

/// A list of evidence, quoted while it is written so that no list is built.
#[derive(Clone, Copy)]
pub(super) struct Quotes<'g, T> {
    pub graph: &'g KnowledgeGraph,
    pub evidence: &'g [Evidence],
    pub quote: fn(&'g KnowledgeGraph, &Evidence) -> T,
}

impl<T: Serialize> Serialize for Quotes<'_, T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut list = serializer.serialize_seq(Some(self.evidence.len()))?;
        for evidence in self.evidence {
            list.serialize_element(&(self.quote)(self.graph, evidence))?;
        }
        list.end()
    }
}

impl<T: JsonSchema> JsonSchema for Quotes<'_, T> {
    fn schema_name() -> Cow<'static, str> {
        format!("ListOf{}", T::schema_name()).into()
    }

    fn inline_schema() -> bool {
        true
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let item = generator.subschema_for::<T>();
        json_schema!({ "type": "array", "items": item, "minItems": 1 })
    }
}

fn rule(_: &mut SchemaGenerator) -> Schema {
    one_of(Rule::ALL.iter().map(|rule| rule.name()))
}
