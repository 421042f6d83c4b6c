//! Ids: each once, each of something that is there, each following from its content, and edges only
//! between what the ontology lets them join.

use std::collections::HashMap;

use crate::diagnostic::Code;
use crate::graph::{EdgeKey, NodeId, match_key};
use crate::published::{Content, Edge, Node};
use crate::schema::NodeKind;

use super::{Case, Findings};

/// How many ids in a row may be taken by other content of one hash.
const COLLISIONS: usize = 4;

pub(super) fn check(case: &Case<'_>, findings: &mut Findings) {
    let mut first: HashMap<&str, usize> = HashMap::new();
    for node in &case.graph.nodes {
        if let Some(at) = first.insert(&node.id, node.at) {
            findings.node(Code::VerifyDuplicate, node, format!("nodes[{at}] has the same id"));
        }
        check_node(case, node, findings);
    }
    let mut keys: HashMap<&str, usize> = HashMap::new();
    let mut ends: HashMap<(&str, &str, &str), usize> = HashMap::new();
    for edge in &case.graph.edges {
        if let Some(at) = keys.insert(&edge.key, edge.at) {
            let message = format!("edges[{at}] has the same key {}", edge.key);
            findings.edge(Code::VerifyDuplicate, edge, message);
        } else if let Some(at) =
            ends.insert((edge.kind.name(), &edge.source, &edge.target), edge.at)
        {
            let message = format!("edges[{at}] is of the same type between the same nodes");
            findings.edge(Code::VerifyDuplicate, edge, message);
        }
        check_edge(case, edge, findings);
    }
}

fn check_node(case: &Case<'_>, node: &Node, findings: &mut Findings) {
    for document in documents_of(node) {
        let is_document = case.index.node(document).is_some_and(|n| n.kind == NodeKind::Document);
        if !is_document {
            let message = format!("it refers to {document}, which is no document of the graph");
            findings.node(Code::VerifyDangling, node, message);
        }
    }
    let Ok(id) = node.id.parse::<NodeId>() else {
        findings.node(Code::VerifyId, node, "its id has not the form of one");
        return;
    };
    if id.kind() != node.kind {
        findings.node(Code::VerifyId, node, "its id is one of another type");
        return;
    }
    if let Some(expected) = expected_id(case, node) {
        let may_be = std::iter::successors(Some(expected), |id| Some(id.next()));
        if !may_be.take(COLLISIONS).any(|may_be| may_be == id) {
            findings.node(Code::VerifyId, node, format!("its content has the id {expected}"));
        }
    }
}

/// The documents that a node says it has words of, each once.
fn documents_of(node: &Node) -> Vec<&str> {
    let mut documents = match &node.content {
        Content::Document(_) => Vec::new(),
        Content::Pillar(pillar) => vec![&*pillar.document],
        Content::Action(action) => vec![&*action.document],
        Content::Entity(entity) => entity.mentions.iter().map(|m| &*m.document).collect(),
    };
    documents.sort_unstable();
    documents.dedup();
    documents
}

/// The id that follows from what a node says; none where its document is not at hand.
fn expected_id(case: &Case<'_>, node: &Node) -> Option<NodeId> {
    let part = |document: &str, start, end| {
        let (_, span) = case.originals.span(document, start, end)?;
        Some(NodeId::part(node.kind, document.parse().ok()?, span))
    };
    match (&node.content, node.kind) {
        (Content::Document(document), _) => Some(NodeId::document(&document.sha256)),
        (Content::Pillar(p), _) => part(&p.document, p.start, p.end),
        (Content::Action(a), _) => part(&a.document, a.start, a.end),
        (Content::Entity(_), NodeKind::Entity(kind)) => {
            Some(NodeId::entity(kind, &match_key(&node.label)))
        }
        (Content::Entity(_), _) => None,
    }
}

fn check_edge(case: &Case<'_>, edge: &Edge, findings: &mut Findings) {
    let ends = [("source", &edge.source), ("target", &edge.target)];
    let [source, target] = ends.map(|(end, id)| {
        let node = case.index.node(id);
        if node.is_none() {
            findings.edge(Code::VerifyDangling, edge, format!("its {end} {id} is no node"));
        }
        node
    });
    for quote in &edge.evidence {
        if case.index.node(&quote.document).is_none_or(|n| n.kind != NodeKind::Document) {
            let message =
                format!("its evidence refers to {}, which is no document", quote.document);
            findings.edge(Code::VerifyDangling, edge, message);
        }
    }
    let (Some(source), Some(target)) = (source, target) else { return };
    if !edge.kind.allows(source.kind, target.kind) || source.id == target.id {
        let message = format!(
            "no {} goes from {} “{}” to {} “{}”",
            edge.kind.name(),
            source.kind.name(),
            super::short(&source.label),
            target.kind.name(),
            super::short(&target.label)
        );
        findings.edge(Code::VerifyTriple, edge, message);
    }
    if let (Ok(from), Ok(to)) = (source.id.parse(), target.id.parse()) {
        let expected = EdgeKey::new(EdgeKey::seed(edge.kind), from, to);
        if edge.key != expected.to_string() {
            let message = format!("its key is {}, its content has {expected}", edge.key);
            findings.edge(Code::VerifyId, edge, message);
        }
    }
}
