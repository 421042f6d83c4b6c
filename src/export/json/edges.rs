//! What stands in the file for each kind of edge. `///` comments of shapes are the descriptions of
//! the published schema.

use schemars::{JsonSchema, Schema, SchemaGenerator};
use serde::Serialize;

use crate::graph::{Edge, KnowledgeGraph};
use crate::schema::{EdgeKind, RelationKind, Role};

use super::quotes::{EvidenceShape, Quotes};
use super::values::{Id, Name, one_of};

/// Structure: document or pillar to pillar (has_pillar) or action (has_action).
#[derive(Serialize, JsonSchema)]
pub(super) struct StructureEdge {
    source: Id,
    target: Id,
    key: Id,
    #[schemars(schema_with = "structure_type")]
    r#type: Name,
}

impl StructureEdge {
    pub(super) fn new(edge: &Edge) -> Self {
        Self {
            source: Id(edge.source().text()),
            target: Id(edge.target().text()),
            key: Id(edge.key().text()),
            r#type: Name(edge.kind().name()),
        }
    }
}

/// Action to entity: the entity is named in the action.
#[derive(Serialize, JsonSchema)]
pub(super) struct InvolvesEdge<'g> {
    source: Id,
    target: Id,
    key: Id,
    #[schemars(schema_with = "involves_type")]
    r#type: Name,
    /// What the entity does in the action.
    #[schemars(schema_with = "role")]
    role: Name,
    evidence: Quotes<'g, EvidenceShape<'g>>,
}

impl<'g> InvolvesEdge<'g> {
    pub(super) fn new(graph: &'g KnowledgeGraph, edge: &'g Edge) -> Self {
        Self {
            source: Id(edge.source().text()),
            target: Id(edge.target().text()),
            key: Id(edge.key().text()),
            r#type: Name(edge.kind().name()),
            role: Name(edge.role().unwrap_or(Role::Mentioned).name()),
            evidence: quotes(graph, edge),
        }
    }
}

/// Entity to the deepest pillar that names it (appears_in); document to an entity that it names
/// outside every pillar (mentions).
#[derive(Serialize, JsonSchema)]
pub(super) struct NamingEdge<'g> {
    source: Id,
    target: Id,
    key: Id,
    #[schemars(schema_with = "naming_type")]
    r#type: Name,
    /// How often.
    count: usize,
    evidence: Quotes<'g, EvidenceShape<'g>>,
}

impl<'g> NamingEdge<'g> {
    pub(super) fn new(graph: &'g KnowledgeGraph, edge: &'g Edge) -> Self {
        Self {
            source: Id(edge.source().text()),
            target: Id(edge.target().text()),
            key: Id(edge.key().text()),
            r#type: Name(edge.kind().name()),
            count: edge.count(),
            evidence: quotes(graph, edge),
        }
    }
}

/// Entity to entity, where the text states it.
#[derive(Serialize, JsonSchema)]
pub(super) struct RelationEdge<'g> {
    source: Id,
    target: Id,
    key: Id,
    #[schemars(schema_with = "relation_type")]
    r#type: Name,
    evidence: Quotes<'g, EvidenceShape<'g>>,
}

impl<'g> RelationEdge<'g> {
    pub(super) fn new(graph: &'g KnowledgeGraph, edge: &'g Edge) -> Self {
        Self {
            source: Id(edge.source().text()),
            target: Id(edge.target().text()),
            key: Id(edge.key().text()),
            r#type: Name(edge.kind().name()),
            evidence: quotes(graph, edge),
        }
    }
}

fn quotes<'g>(graph: &'g KnowledgeGraph, edge: &'g Edge) -> Quotes<'g, EvidenceShape<'g>> {
    Quotes { graph, evidence: graph.evidence(edge), quote: EvidenceShape::new }
}

fn structure_type(_: &mut SchemaGenerator) -> Schema {
    one_of([EdgeKind::HasPillar, EdgeKind::HasAction].iter().map(|kind| kind.name()))
}

fn involves_type(_: &mut SchemaGenerator) -> Schema {
    one_of([EdgeKind::Involves.name()].into_iter())
}

fn naming_type(_: &mut SchemaGenerator) -> Schema {
    one_of([EdgeKind::AppearsIn, EdgeKind::Mentions].iter().map(|kind| kind.name()))
}

fn relation_type(_: &mut SchemaGenerator) -> Schema {
    one_of(RelationKind::ALL.iter().map(|kind| kind.name()))
}

fn role(_: &mut SchemaGenerator) -> Schema {
    one_of(Role::ALL.iter().map(|role| role.name()))
}
