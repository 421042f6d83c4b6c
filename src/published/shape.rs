//! What a file says of each node and edge. Keys that this version does not know are passed over.

use std::collections::BTreeMap;

use serde::Deserialize;

use crate::schema::{EdgeKind, NodeKind};

/// A node.
#[derive(Debug, Clone, PartialEq)]
pub struct Node {
    /// Its place in the file's list.
    pub at: usize,
    /// Its id.
    pub id: String,
    /// Its type.
    pub kind: NodeKind,
    /// What people call it.
    pub label: String,
    /// The rest.
    pub content: Content,
}

/// What a node says besides id, type and label.
#[derive(Debug, Clone, PartialEq)]
pub enum Content {
    /// 文件.
    Document(DocumentFacts),
    /// 纲.
    Pillar(PillarFacts),
    /// 目.
    Action(Box<ActionFacts>),
    /// A named thing.
    Entity(EntityFacts),
}

/// Of a document.
#[derive(Debug, Clone, PartialEq, Deserialize)]
pub struct DocumentFacts {
    /// The file's name.
    pub source: String,
    /// Other files of the same bytes.
    #[serde(default)]
    pub other_sources: Vec<String>,
    /// SHA-256 of the bytes, in hexadecimal.
    pub sha256: String,
    /// Code points of the text.
    pub length: usize,
    /// Who published it.
    pub issuer: Option<String>,
    /// Who wrote or gave it.
    pub author: Option<String>,
}

/// Of a pillar; places are code points.
#[derive(Debug, Clone, PartialEq, Deserialize)]
pub struct PillarFacts {
    /// Its document's id.
    pub document: String,
    /// Where its title begins.
    pub start: usize,
    /// Where its title ends.
    pub end: usize,
    /// The maxim beside it.
    pub principle: Option<String>,
    /// Where that stands.
    pub principle_span: Option<[usize; 2]>,
    /// 1 is the coarsest.
    pub level: usize,
    /// Its place among its siblings.
    pub ordinal: usize,
    /// `plan` or `review`.
    pub kind: String,
    /// From its title to the end of what it holds.
    pub section_span: [usize; 2],
}

/// Of an action.
#[derive(Debug, Clone, PartialEq, Deserialize)]
pub struct ActionFacts {
    /// Its document's id.
    pub document: String,
    /// Where the clause begins.
    pub start: usize,
    /// Where it ends.
    pub end: usize,
    /// Its verb.
    pub verb: Option<String>,
    /// Where that stands.
    pub verb_span: Option<[usize; 2]>,
    /// Its object.
    pub object: Option<String>,
    /// Where that stands.
    pub object_span: Option<[usize; 2]>,
    /// Its numbers.
    #[serde(default)]
    pub quantities: Vec<QuantityFacts>,
    /// When it is due.
    pub deadline: Option<DeadlineFacts>,
    /// Who does it.
    pub actor: Option<Words>,
    /// Where.
    pub place: Option<Words>,
}

/// Words with their place.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct Words {
    /// Where they begin.
    pub start: usize,
    /// Where they end.
    pub end: usize,
    /// The words.
    pub text: String,
}

/// A number with its unit.
#[derive(Debug, Clone, PartialEq, Deserialize)]
pub struct QuantityFacts {
    /// Number and unit together.
    #[serde(flatten)]
    pub words: Words,
    /// The number.
    pub value: Option<f64>,
    /// The unit.
    pub unit: String,
    /// What is counted.
    pub of: Option<String>,
}

/// A time.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct DeadlineFacts {
    /// The words.
    #[serde(flatten)]
    pub words: Words,
    /// What they mean.
    pub date: Option<String>,
}

/// Of an entity.
#[derive(Debug, Clone, PartialEq, Deserialize)]
pub struct EntityFacts {
    /// Its other names.
    pub aliases: Vec<String>,
    /// Why each is one.
    #[serde(default)]
    pub alias_reasons: BTreeMap<String, String>,
    /// How sure it is that there is such a thing.
    pub confidence: f64,
    /// What a place lies in, the nearest first.
    #[serde(default)]
    pub within: Vec<String>,
    /// Every place that names it.
    pub mentions: Vec<Quote>,
}

/// Words of a document that something rests on.
#[derive(Debug, Clone, PartialEq, Deserialize)]
pub struct Quote {
    /// The document's id.
    pub document: String,
    /// Where they begin.
    pub start: usize,
    /// Where they end.
    pub end: usize,
    /// The words.
    pub text: String,
    /// The rule that read them so.
    pub rule: String,
    /// How sure that is; mentions only.
    pub confidence: Option<f64>,
    /// The office or title beside a person's name; mentions only.
    pub office: Option<Words>,
}

impl Quote {
    /// Document and place.
    #[must_use]
    pub fn place(&self) -> (&str, usize, usize) {
        (&self.document, self.start, self.end)
    }

    /// Whether it stands within a range of a document.
    #[must_use]
    pub fn is_within(&self, document: &str, start: usize, end: usize) -> bool {
        self.document == document && start <= self.start && self.end <= end
    }
}

/// An edge.
#[derive(Debug, Clone, PartialEq)]
pub struct Edge {
    /// Its place in the file's list.
    pub at: usize,
    /// The id of the node that it leaves.
    pub source: String,
    /// The id of the node that it enters.
    pub target: String,
    /// Its own name.
    pub key: String,
    /// Its type.
    pub kind: EdgeKind,
    /// What the entity does in the action.
    pub role: Option<String>,
    /// How often the entity is named.
    pub count: Option<usize>,
    /// The words that it rests on.
    pub evidence: Vec<Quote>,
}

/// An edge before its type is known to be one.
#[derive(Deserialize)]
pub(super) struct EdgeFacts {
    pub source: String,
    pub target: String,
    pub key: String,
    pub r#type: String,
    pub role: Option<String>,
    pub count: Option<usize>,
    #[serde(default)]
    pub evidence: Vec<Quote>,
}
