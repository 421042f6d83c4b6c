//! Nodes and what they carry.

use std::ops::Range;

use crate::extraction::{Alias, Deadline, Quantity};
use crate::schema::{EntityKind, NodeKind, PillarKind};
use crate::text::Span;

use super::NodeId;

/// One document of a graph. It is good for the graph that gave it, and not an id.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct DocumentIndex(pub(super) u32);

/// A node: an id, and what it stands for.
#[derive(Debug, Clone, PartialEq)]
pub struct Node {
    pub(super) id: NodeId,
    pub(super) content: Content,
}

impl Node {
    /// Its name in every output.
    #[must_use]
    pub fn id(&self) -> NodeId {
        self.id
    }

    /// What it is.
    #[must_use]
    pub fn kind(&self) -> NodeKind {
        self.id.kind()
    }

    /// What it stands for.
    #[must_use]
    pub fn content(&self) -> &Content {
        &self.content
    }
}

/// What a node stands for.
#[derive(Debug, Clone, PartialEq)]
pub enum Content {
    /// 文件; boxed, since there are few and they are large.
    Document(Box<Document>),
    /// 纲.
    Pillar(Pillar),
    /// 目.
    Action(Action),
    /// A named thing.
    Entity(Entity),
}

/// One input.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Document {
    /// Itself, to ask for its text.
    pub index: DocumentIndex,
    /// The title line, where the text has one.
    pub title: Option<Span>,
    /// The file's name.
    pub source: String,
    /// Other names of files with the same bytes, sorted.
    pub other_sources: Vec<String>,
    /// SHA-256 of the bytes, in hexadecimal.
    pub sha256: String,
    /// The format it was read as.
    pub format: &'static str,
    /// The character encoding it was read in.
    pub encoding: &'static str,
    /// `YYYY-MM-DD`, or a prefix of it.
    pub date: Option<String>,
    /// The place that it is about.
    pub place: Option<String>,
    /// Who published it.
    pub issuer: Option<Span>,
    /// Who wrote or gave it.
    pub author: Option<Span>,
    /// What was noticed when it was read, such as characters that got lost.
    pub notes: Vec<Note>,
}

/// Something that was noticed about a document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Note {
    /// A stable code.
    pub code: String,
    /// What, for people.
    pub message: String,
}

/// A heading-level priority.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pillar {
    /// The document it belongs to.
    pub document: DocumentIndex,
    /// The priority itself.
    pub title: Span,
    /// The maxim beside it.
    pub principle: Option<Span>,
    /// 1 is the coarsest.
    pub level: u8,
    /// Its place among its siblings, from 1.
    pub ordinal: u32,
    /// Whether its section reports or plans.
    pub kind: PillarKind,
    /// From its title to the end of what it holds.
    pub section: Span,
}

/// One clause that says what is, or was, done.
#[derive(Debug, Clone, PartialEq)]
pub struct Action {
    /// The document it belongs to.
    pub document: DocumentIndex,
    /// The clause.
    pub span: Span,
    /// Its predicate verb.
    pub verb: Option<Span>,
    /// What the verb acts upon.
    pub object: Option<Span>,
    /// Numbers with units.
    pub quantities: Vec<Quantity>,
    /// The time it is due.
    pub deadline: Option<Deadline>,
    /// Who does it.
    pub actor: Option<Span>,
    /// Where.
    pub place: Option<Span>,
}

/// A named thing, with all places of all documents that name it.
///
/// Entities of one kind are one entity when their canonical names have the same
/// [match key](super::match_key). Companies and universities are also joined by an alias: when a
/// document gives `F` as another name of `X`, and `F` is the canonical name of an entity elsewhere,
/// the two are one, unless `F` is an alias of a second canonical name too; such a form joins
/// nothing. The name of the joined entity is the longest of the canonical names (counted by match
/// key), of these the one with the fewest characters besides, of these the smallest; all other
/// names are aliases that say why they are taken for one.
#[derive(Debug, Clone, PartialEq)]
pub struct Entity {
    /// What it is.
    pub kind: EntityKind,
    /// Its canonical name.
    pub name: String,
    /// Its other names, sorted.
    pub aliases: Vec<Alias>,
    /// How sure it is that the name stands for such a thing: 1 − ∏(1 − cᵢ) over the confidences of
    /// its mentions, as if they were independent, which they are not; hence at most 0.99.
    pub confidence: f32,
    /// What a place lies in, the nearest first; empty for all else.
    pub within: Vec<String>,
    pub(super) mentions: Range<u32>,
}

impl Entity {
    /// An entity that nothing names as yet: [`Restoration::entity`](super::Restoration::entity) takes
    /// it together with the places that do.
    #[must_use]
    pub fn new(kind: EntityKind, name: String, confidence: f32) -> Self {
        Self { kind, name, aliases: Vec::new(), confidence, within: Vec::new(), mentions: 0..0 }
    }
}
