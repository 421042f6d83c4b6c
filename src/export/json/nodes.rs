//! What stands in the file for each kind of node. `///` comments of shapes are the descriptions of
//! the published schema.

use schemars::{JsonSchema, Schema, SchemaGenerator};
use serde::Serialize;

use crate::graph::{Action, Document, Entity, KnowledgeGraph, NodeId, Note, Pillar};
use crate::schema::{EntityKind, NodeKind, PillarKind};

use super::quotes::{DeadlineShape, MentionShape, Place, QuantityShape, Quotes, Words};
use super::values::{Forms, Id, Name, Range, Reasons, confidence, one_of};

/// What the file is.
#[derive(Serialize, JsonSchema)]
pub(super) struct Header {
    /// Name and version of this format.
    schema: &'static str,
    /// What wrote it.
    generator: &'static str,
    /// How many documents the graph is made of.
    documents: usize,
}

impl Header {
    pub(super) fn new(graph: &KnowledgeGraph) -> Self {
        Self {
            schema: "gangmu/1",
            generator: concat!("gangmu ", env!("CARGO_PKG_VERSION")),
            documents: graph.documents().len(),
        }
    }
}

/// 文件: one input. Its label is its title, or its file's name where the text has no title.
#[derive(Serialize, JsonSchema)]
pub(super) struct DocumentNode<'g> {
    id: Id,
    #[schemars(schema_with = "document_type")]
    r#type: Name,
    label: &'g str,
    /// The file's name.
    source: &'g str,
    /// Other files with the same bytes.
    #[serde(skip_serializing_if = "<[String]>::is_empty")]
    other_sources: &'g [String],
    /// SHA-256 of the file's bytes.
    sha256: &'g str,
    /// Unicode code points of the extracted text; all offsets count in it.
    length: usize,
    /// The format it was read as.
    format: &'static str,
    /// The character encoding it was read in; `internal` where the format brings its own.
    encoding: &'static str,
    /// How many pages the file has; absent where its format has none.
    #[serde(skip_serializing_if = "Option::is_none")]
    pages: Option<usize>,
    /// YYYY-MM-DD, or a prefix of it.
    #[serde(skip_serializing_if = "Option::is_none")]
    date: Option<&'g str>,
    /// The place that the document is about.
    #[serde(skip_serializing_if = "Option::is_none")]
    place: Option<&'g str>,
    /// Who published it.
    #[serde(skip_serializing_if = "Option::is_none")]
    issuer: Option<&'g str>,
    /// Who wrote or gave it.
    #[serde(skip_serializing_if = "Option::is_none")]
    author: Option<&'g str>,
    /// What was noticed when it was read: characters that are not valid in its encoding, numbers
    /// that its format hides.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    notes: Vec<NoteShape<'g>>,
}

/// Something that was noticed about a document.
#[derive(Serialize, JsonSchema)]
struct NoteShape<'g> {
    /// What it is, for programs.
    code: &'g str,
    /// The same for people.
    message: &'g str,
}

impl<'g> DocumentNode<'g> {
    pub(super) fn new(graph: &'g KnowledgeGraph, id: NodeId, document: &'g Document) -> Self {
        let words = |span| graph.words(document.index, span);
        Self {
            id: Id(id.text()),
            r#type: Name(id.kind().name()),
            label: document.title.map_or(&document.source, words),
            source: &document.source,
            other_sources: &document.other_sources,
            sha256: &document.sha256,
            length: graph.text(document.index).len_code_points(),
            format: document.format,
            encoding: document.encoding,
            pages: graph.text(document.index).pages(),
            date: document.date.as_deref(),
            place: document.place.as_deref(),
            issuer: document.issuer.map(words),
            author: document.author.map(words),
            notes: document.notes.iter().map(NoteShape::new).collect(),
        }
    }
}

impl<'g> NoteShape<'g> {
    fn new(note: &'g Note) -> Self {
        Self { code: &note.code, message: &note.message }
    }
}

/// 纲: a heading-level priority. start and end are those of its title, which is its label.
#[derive(Serialize, JsonSchema)]
pub(super) struct PillarNode<'g> {
    id: Id,
    #[schemars(schema_with = "pillar_type")]
    r#type: Name,
    label: &'g str,
    document: Id,
    start: usize,
    end: usize,
    /// The page, from 1, that it begins on; absent where the document has no pages.
    #[serde(skip_serializing_if = "Option::is_none")]
    page: Option<usize>,
    /// The maxim beside the title.
    #[serde(skip_serializing_if = "Option::is_none")]
    principle: Option<&'g str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    principle_span: Option<Range>,
    /// 1 is the coarsest.
    level: u8,
    /// Its place among its siblings, from 1.
    ordinal: u32,
    /// Whether its section reports or plans.
    #[schemars(schema_with = "pillar_kind")]
    kind: Name,
    /// From its title to the end of what it holds.
    section_span: Range,
}

impl<'g> PillarNode<'g> {
    pub(super) fn new(graph: &'g KnowledgeGraph, id: NodeId, pillar: &'g Pillar) -> Self {
        let place = Place::new(graph, pillar.document);
        let title = place.quote(pillar.title);
        Self {
            id: Id(id.text()),
            r#type: Name(id.kind().name()),
            label: title.text,
            document: place.id(),
            start: title.start,
            end: title.end,
            page: place.page(pillar.title),
            principle: pillar.principle.map(|span| place.words(span)),
            principle_span: pillar.principle.map(|span| place.range(span)),
            level: pillar.level,
            ordinal: pillar.ordinal,
            kind: Name(pillar.kind.name()),
            section_span: place.range(pillar.section),
        }
    }
}

/// 目: one clause that says what is, or was, done. Its label is the clause. A slot that the clause
/// does not fill is absent.
#[derive(Serialize, JsonSchema)]
pub(super) struct ActionNode<'g> {
    id: Id,
    #[schemars(schema_with = "action_type")]
    r#type: Name,
    label: &'g str,
    document: Id,
    start: usize,
    end: usize,
    /// The page, from 1, that it begins on; absent where the document has no pages.
    #[serde(skip_serializing_if = "Option::is_none")]
    page: Option<usize>,
    /// The predicate verb.
    #[serde(skip_serializing_if = "Option::is_none")]
    verb: Option<&'g str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    verb_span: Option<Range>,
    /// What the verb acts upon.
    #[serde(skip_serializing_if = "Option::is_none")]
    object: Option<&'g str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    object_span: Option<Range>,
    /// Numbers with units.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    quantities: Vec<QuantityShape<'g>>,
    /// The time it is due.
    #[serde(skip_serializing_if = "Option::is_none")]
    deadline: Option<DeadlineShape<'g>>,
    /// Who does it.
    #[serde(skip_serializing_if = "Option::is_none")]
    actor: Option<Words<'g>>,
    /// Where.
    #[serde(skip_serializing_if = "Option::is_none")]
    place: Option<Words<'g>>,
}

impl<'g> ActionNode<'g> {
    pub(super) fn new(graph: &'g KnowledgeGraph, id: NodeId, action: &'g Action) -> Self {
        let place = Place::new(graph, action.document);
        let clause = place.quote(action.span);
        Self {
            id: Id(id.text()),
            r#type: Name(id.kind().name()),
            label: clause.text,
            document: place.id(),
            start: clause.start,
            end: clause.end,
            page: place.page(action.span),
            verb: action.verb.map(|span| place.words(span)),
            verb_span: action.verb.map(|span| place.range(span)),
            object: action.object.map(|span| place.words(span)),
            object_span: action.object.map(|span| place.range(span)),
            quantities: action.quantities.iter().map(|q| QuantityShape::new(&place, q)).collect(),
            deadline: action.deadline.as_ref().map(|d| DeadlineShape::new(&place, d)),
            actor: action.actor.map(|span| place.quote(span)),
            place: action.place.map(|span| place.quote(span)),
        }
    }
}

/// A named thing; one node for all documents and all of its names.
#[derive(Serialize, JsonSchema)]
pub(super) struct EntityNode<'g> {
    id: Id,
    #[schemars(schema_with = "entity_type")]
    r#type: Name,
    /// The canonical name.
    label: &'g str,
    /// Its other names.
    aliases: Forms<'g>,
    /// Why each of them is taken for one.
    #[serde(skip_serializing_if = "no_reasons")]
    alias_reasons: Reasons<'g>,
    /// How sure it is that there is such a thing, 0 to 1.
    confidence: f64,
    /// What a place lies in, the nearest first.
    #[serde(skip_serializing_if = "<[String]>::is_empty")]
    within: &'g [String],
    /// Every place that names it.
    mentions: Quotes<'g, MentionShape<'g>>,
}

fn no_reasons(reasons: &Reasons) -> bool {
    reasons.0.is_empty()
}

impl<'g> EntityNode<'g> {
    pub(super) fn new(graph: &'g KnowledgeGraph, id: NodeId, entity: &'g Entity) -> Self {
        Self {
            id: Id(id.text()),
            r#type: Name(id.kind().name()),
            label: &entity.name,
            aliases: Forms(&entity.aliases),
            alias_reasons: Reasons(&entity.aliases),
            confidence: confidence(entity.confidence),
            within: &entity.within,
            mentions: Quotes { graph, evidence: graph.mentions(entity), quote: MentionShape::new },
        }
    }
}

fn document_type(_: &mut SchemaGenerator) -> Schema {
    one_of([NodeKind::Document.name()].into_iter())
}

fn pillar_type(_: &mut SchemaGenerator) -> Schema {
    one_of([NodeKind::Pillar.name()].into_iter())
}

fn action_type(_: &mut SchemaGenerator) -> Schema {
    one_of([NodeKind::Action.name()].into_iter())
}

fn entity_type(_: &mut SchemaGenerator) -> Schema {
    one_of(EntityKind::ALL.iter().map(|kind| kind.name()))
}

fn pillar_kind(_: &mut SchemaGenerator) -> Schema {
    one_of(PillarKind::ALL.iter().map(|kind| kind.name()))
}
