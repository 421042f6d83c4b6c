//! A graph as it was published: the node-link JSON, read back.
//!
//! Each node and edge is read for itself, so that one that is damaged does not hide the others. The
//! values here are what the *file* says; whether it is true is for [`crate::verification`].

mod index;
mod originals;
mod shape;

pub use index::{Index, Section};
pub use originals::{Original, Originals};
pub use shape::{
    ActionFacts, Content, DeadlineFacts, DocumentFacts, Edge, EntityFacts, Node, PillarFacts,
    QuantityFacts, Quote, Words,
};

use serde::Deserialize;
use serde_json::Value;

use crate::schema::{EdgeKind, NodeKind};

/// Why a file is no graph at all.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ReadError {
    /// It is not JSON.
    #[error("this is no JSON (line {line}, column {column}: {problem})")]
    NoJson {
        /// The line, from 1.
        line: usize,
        /// The column, from 1.
        column: usize,
        /// What the parser missed.
        problem: String,
    },
    /// It is JSON of something else.
    #[error("this JSON is no graph of this tool: {lacks}")]
    NoGraph {
        /// What it lacks.
        lacks: &'static str,
    },
}

/// A node or edge that could not be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Damaged {
    /// Which, as `nodes[3]`.
    pub place: String,
    /// What is the matter.
    pub problem: String,
}

/// All of a file that could be read.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Graph {
    /// In the order of the file.
    pub nodes: Vec<Node>,
    /// In the order of the file.
    pub edges: Vec<Edge>,
    /// The rest.
    pub damaged: Vec<Damaged>,
}

/// Parses a file.
///
/// # Errors
/// [`ReadError`] when the bytes are no JSON.
pub fn parse(json: &[u8]) -> Result<Value, ReadError> {
    serde_json::from_slice(json).map_err(|error| ReadError::NoJson {
        line: error.line(),
        column: error.column(),
        problem: error.to_string(),
    })
}

impl Graph {
    /// Reads a parsed file.
    ///
    /// # Errors
    /// [`ReadError`] when it has no lists of nodes and edges.
    pub fn read(file: &Value) -> Result<Self, ReadError> {
        let list = |key: &str| file.get(key).and_then(Value::as_array);
        let nodes = list("nodes").ok_or(ReadError::NoGraph { lacks: "it has no list `nodes`" })?;
        let edges = list("edges")
            .or_else(|| list("links"))
            .ok_or(ReadError::NoGraph { lacks: "it has no list `edges` or `links`" })?;
        let mut graph = Self::default();
        for (at, value) in nodes.iter().enumerate() {
            match node(value, at) {
                Ok(node) => graph.nodes.push(node),
                Err(problem) => {
                    graph.damaged.push(Damaged { place: format!("nodes[{at}]"), problem });
                }
            }
        }
        for (at, value) in edges.iter().enumerate() {
            match edge(value, at) {
                Ok(edge) => graph.edges.push(edge),
                Err(problem) => {
                    graph.damaged.push(Damaged { place: format!("edges[{at}]"), problem });
                }
            }
        }
        Ok(graph)
    }
}

fn node(value: &Value, at: usize) -> Result<Node, String> {
    let string = |key: &str| {
        let found = value.get(key).and_then(Value::as_str).map(str::to_owned);
        found.ok_or_else(|| format!("it has no `{key}`"))
    };
    let (id, label, kind) = (string("id")?, string("label")?, string("type")?);
    let kind = NodeKind::from_name(&kind).ok_or_else(|| format!("there is no type {kind:?}"))?;
    let content = match kind {
        NodeKind::Document => facts(value).map(Content::Document),
        NodeKind::Pillar => facts(value).map(Content::Pillar),
        NodeKind::Action => facts(value).map(|action| Content::Action(Box::new(action))),
        NodeKind::Entity(_) => facts(value).map(Content::Entity),
    }?;
    Ok(Node { at, id, kind, label, content })
}

fn edge(value: &Value, at: usize) -> Result<Edge, String> {
    let shape::EdgeFacts { source, target, key, r#type, role, count, evidence } = facts(value)?;
    let kind =
        EdgeKind::from_name(&r#type).ok_or_else(|| format!("there is no type {:?}", r#type))?;
    Ok(Edge { at, source, target, key, kind, role, count, evidence })
}

fn facts<'v, T: Deserialize<'v>>(value: &'v Value) -> Result<T, String> {
    T::deserialize(value).map_err(|error| error.to_string())
}
