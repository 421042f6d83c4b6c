//! The hierarchy: every pillar and action hangs on what holds its words, once, and nothing else.

use crate::diagnostic::Code;
use crate::published::{Content, Edge, Node};
use crate::schema::{EdgeKind, NodeKind};

use super::{Case, Findings};

pub(super) fn check(case: &Case<'_>, findings: &mut Findings) {
    for node in &case.graph.nodes {
        let (kind, document, start) = match &node.content {
            Content::Pillar(pillar) => {
                check_section(case, node, findings);
                (EdgeKind::HasPillar, &pillar.document, pillar.start)
            }
            Content::Action(action) => (EdgeKind::HasAction, &action.document, action.start),
            Content::Document(_) | Content::Entity(_) => continue,
        };
        let over: Vec<&&Edge> =
            case.index.incoming(&node.id).iter().filter(|edge| edge.kind == kind).collect();
        let [edge] = over[..] else {
            let message =
                format!("{} edges {} lead to it, instead of one", over.len(), kind.name());
            findings.node(Code::VerifyStructure, node, message);
            continue;
        };
        let expected = expected_parent(case, node, document, start);
        if edge.source != expected {
            let message = format!("by its place it belongs to {expected}, not to {}", edge.source);
            findings.edge(Code::VerifyStructure, edge, message);
        }
    }
}

/// What holds a pillar or action by the places alone: the deepest section around it, or the
/// document.
fn expected_parent<'c>(case: &Case<'c>, node: &Node, document: &'c str, start: usize) -> &'c str {
    let around = match node.kind {
        NodeKind::Pillar => {
            case.index.section_of(node).and_then(|section| case.index.around(section))
        }
        _ => case.index.section_at(document, start),
    };
    around.map_or(document, |section| &section.node.id)
}

/// A section lies in the one around it, one level below.
fn check_section(case: &Case<'_>, node: &Node, findings: &mut Findings) {
    let Content::Pillar(pillar) = &node.content else { return };
    let around = case.index.section_of(node).and_then(|section| case.index.around(section));
    if let Some(around) = around
        && around.pillar.section_span[1] < pillar.section_span[1]
    {
        let message = format!("its section ends behind that of {}, which holds it", around.node.id);
        findings.node(Code::VerifyStructure, node, message);
    }
    let level = around.map_or(1, |around| around.pillar.level + 1);
    if pillar.level != level {
        let message = format!("it is on level {}, and by its place on {level}", pillar.level);
        findings.node(Code::VerifyStructure, node, message);
    }
}
