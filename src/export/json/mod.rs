//! Node-link JSON: one object, with one node or one edge on a line.
//!
//! [`nodes`] and [`edges`] say what stands in it, and the published schema is generated from the same types.

mod compact;
mod digits;
mod edges;
mod nodes;
mod quotes;
mod schema;
mod values;

pub use schema::json_schema;

use std::io::{self, Write};

use crate::graph::{Content, Edge, KnowledgeGraph, Node};
use crate::schema::EdgeKind;

use super::ExportError;
use edges::{InvolvesEdge, NamingEdge, RelationEdge, StructureEdge};
use nodes::{ActionNode, DocumentNode, EntityNode, Header, PillarNode};

/// What the list of edges is called.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
pub enum EdgeKey {
    /// `edges`: networkx from 3.6 on.
    #[default]
    Edges,
    /// `links`: D3, and older networkx.
    Links,
}

impl EdgeKey {
    /// Both, in the order in which they are listed to people.
    pub const ALL: &'static [EdgeKey] = &[EdgeKey::Edges, EdgeKey::Links];

    /// The key itself.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            EdgeKey::Edges => "edges",
            EdgeKey::Links => "links",
        }
    }

    /// The value of this [name](EdgeKey::name).
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|key| key.name() == name)
    }
}

/// Lines are handed on when there are this many bytes of them.
const CHUNK: usize = 1 << 16;
/// About how many bytes a line has.
const LINE: usize = 256;

/// Writes the file in chunks.
pub(super) fn write(
    graph: &KnowledgeGraph,
    edge_key: EdgeKey,
    sink: &mut dyn Write,
) -> Result<(), ExportError> {
    let mut buffer = Vec::with_capacity(CHUNK + CHUNK / 8);
    append(graph, edge_key, &mut buffer, |buffer| {
        if buffer.len() >= CHUNK {
            sink.write_all(buffer)?;
            buffer.clear();
        }
        Ok(())
    })?;
    Ok(sink.write_all(&buffer)?)
}

/// The whole file: made where it stays, not copied once more.
pub(super) fn to_bytes(graph: &KnowledgeGraph, edge_key: EdgeKey) -> Result<Vec<u8>, ExportError> {
    let lines = graph.nodes().len() + graph.edges().len();
    let mut bytes = Vec::with_capacity(LINE * (lines + 1));
    append(graph, edge_key, &mut bytes, |_| Ok(()))?;
    Ok(bytes)
}

/// Appends the file to a buffer, which is shown to `hand_on` after each line.
fn append(
    graph: &KnowledgeGraph,
    edge_key: EdgeKey,
    buffer: &mut Vec<u8>,
    mut hand_on: impl FnMut(&mut Vec<u8>) -> io::Result<()>,
) -> Result<(), ExportError> {
    text(buffer, "{\n  \"directed\": true,\n  \"multigraph\": true,\n  \"graph\": ");
    compact::append(&Header::new(graph), buffer)?;
    text(buffer, ",\n  \"nodes\": [");
    for (i, node) in graph.nodes().enumerate() {
        text(buffer, if i == 0 { "\n    " } else { ",\n    " });
        append_node(graph, node, buffer)?;
        hand_on(buffer)?;
    }
    text(buffer, "\n  ],\n  \"");
    text(buffer, edge_key.name());
    text(buffer, "\": [");
    for (i, edge) in graph.edges().enumerate() {
        text(buffer, if i == 0 { "\n    " } else { ",\n    " });
        append_edge(graph, edge, buffer)?;
        hand_on(buffer)?;
    }
    text(buffer, "\n  ]\n}\n");
    Ok(())
}

fn text(buffer: &mut Vec<u8>, text: &str) {
    buffer.extend_from_slice(text.as_bytes());
}

fn append_node(
    graph: &KnowledgeGraph,
    node: &Node,
    buffer: &mut Vec<u8>,
) -> serde_json::Result<()> {
    let id = node.id();
    match node.content() {
        Content::Document(d) => compact::append(&DocumentNode::new(graph, id, d), buffer),
        Content::Pillar(p) => compact::append(&PillarNode::new(graph, id, p), buffer),
        Content::Action(a) => compact::append(&ActionNode::new(graph, id, a), buffer),
        Content::Entity(e) => compact::append(&EntityNode::new(graph, id, e), buffer),
    }
}

fn append_edge(
    graph: &KnowledgeGraph,
    edge: &Edge,
    buffer: &mut Vec<u8>,
) -> serde_json::Result<()> {
    match edge.kind() {
        EdgeKind::HasPillar | EdgeKind::HasAction => {
            compact::append(&StructureEdge::new(edge), buffer)
        }
        EdgeKind::Involves => compact::append(&InvolvesEdge::new(graph, edge), buffer),
        EdgeKind::AppearsIn | EdgeKind::Mentions => {
            compact::append(&NamingEdge::new(graph, edge), buffer)
        }
        EdgeKind::Relation(_) => compact::append(&RelationEdge::new(graph, edge), buffer),
    }
}
