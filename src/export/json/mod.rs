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

use std::io::Write;

use serde::Serialize;

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

pub(super) fn write(
    graph: &KnowledgeGraph,
    edge_key: EdgeKey,
    sink: &mut dyn Write,
) -> Result<(), ExportError> {
    let mut lines = Lines { buffer: Vec::with_capacity(CHUNK + CHUNK / 8), sink };
    lines.text("{\n  \"directed\": true,\n  \"multigraph\": true,\n  \"graph\": ");
    lines.value(&Header::new(graph))?;
    lines.text(",\n  \"nodes\": [");
    for (i, node) in graph.nodes().enumerate() {
        lines.text(if i == 0 { "\n    " } else { ",\n    " });
        write_node(graph, node, &mut lines)?;
        lines.hand_on()?;
    }
    lines.text("\n  ],\n  \"");
    lines.text(edge_key.name());
    lines.text("\": [");
    for (i, edge) in graph.edges().enumerate() {
        lines.text(if i == 0 { "\n    " } else { ",\n    " });
        write_edge(graph, edge, &mut lines)?;
        lines.hand_on()?;
    }
    lines.text("\n  ]\n}\n");
    lines.finish()
}

fn write_node(graph: &KnowledgeGraph, node: &Node, lines: &mut Lines) -> serde_json::Result<()> {
    let id = node.id();
    match node.content() {
        Content::Document(document) => lines.value(&DocumentNode::new(graph, id, document)),
        Content::Pillar(pillar) => lines.value(&PillarNode::new(graph, id, pillar)),
        Content::Action(action) => lines.value(&ActionNode::new(graph, id, action)),
        Content::Entity(entity) => lines.value(&EntityNode::new(graph, id, entity)),
    }
}

fn write_edge(graph: &KnowledgeGraph, edge: &Edge, lines: &mut Lines) -> serde_json::Result<()> {
    match edge.kind() {
        EdgeKind::HasPillar | EdgeKind::HasAction => lines.value(&StructureEdge::new(edge)),
        EdgeKind::Involves => lines.value(&InvolvesEdge::new(graph, edge)),
        EdgeKind::AppearsIn | EdgeKind::Mentions => lines.value(&NamingEdge::new(graph, edge)),
        EdgeKind::Relation(_) => lines.value(&RelationEdge::new(graph, edge)),
    }
}

/// Collects lines for the sink: a call through `dyn Write` for each piece would take longer than the
/// pieces themselves.
struct Lines<'s> {
    buffer: Vec<u8>,
    sink: &'s mut dyn Write,
}

impl Lines<'_> {
    fn text(&mut self, text: &str) {
        self.buffer.extend_from_slice(text.as_bytes());
    }

    fn value<T: Serialize>(&mut self, value: &T) -> serde_json::Result<()> {
        compact::append(value, &mut self.buffer)
    }

    fn hand_on(&mut self) -> Result<(), ExportError> {
        if self.buffer.len() >= CHUNK {
            self.sink.write_all(&self.buffer)?;
            self.buffer.clear();
        }
        Ok(())
    }

    fn finish(self) -> Result<(), ExportError> {
        Ok(self.sink.write_all(&self.buffer)?)
    }
}
