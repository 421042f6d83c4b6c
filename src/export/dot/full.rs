//! Everything: the document in the middle, its first pillars to the left and the others to the
//! right, each with its actions, and outermost the entities that are involved in them.

use std::collections::HashSet;

use dot_writer::{Attributes, Scope};

use crate::graph::{KnowledgeGraph, NodeId};
use crate::schema::{EdgeKind, Role};

use super::super::language::Lang;
use super::node::{self, evidence, hide, name};
use super::picture::{Section, Wing, shown};
use super::style;
use super::text::TextAttributes;

pub(super) fn draw(graph: &KnowledgeGraph, lang: Lang, sections: &[Section], digraph: &mut Scope) {
    let shown = shown(sections);
    let full = Full { graph, lang };
    for document in sections {
        full.nodes(document, digraph);
    }
    for document in sections {
        full.structure(document, digraph);
    }
    // an action that involves an entity says already that its pillar names it
    let told: HashSet<(NodeId, NodeId)> = graph
        .edges_of(EdgeKind::Involves)
        .filter_map(|edge| Some((edge.target(), shown.get(&edge.source())?.home)))
        .collect();
    for edge in graph.edges() {
        let (Some(from), Some(to)) = (shown.get(&edge.source()), shown.get(&edge.target())) else {
            continue;
        };
        let link = |digraph: &mut Scope, action: NodeId, entity: NodeId, dashed: bool| {
            // only within a wing can the layout follow the line
            let side = if from.wing == to.wing { Some(from.wing) } else { None };
            let drawn = match side {
                Some(Wing::Left) => digraph.edge(name(entity), name(action)),
                _ => digraph.edge(name(action), name(entity)),
            };
            let mut drawn = drawn.attributes();
            drawn.set("arrowhead", "none", true).set_text("tooltip", &evidence(graph, edge));
            if side.is_none() || from.home != to.home {
                drawn.set("color", style::PALE, true);
            }
            if side.is_none() {
                drawn.set("constraint", "false", false);
            }
            if dashed {
                drawn.set("style", "dashed", true);
            }
            let agent = edge.role() == Some(Role::Agent);
            if agent {
                drawn.set("penwidth", "1.6", false);
            }
        };
        match edge.kind() {
            EdgeKind::Involves => link(digraph, edge.source(), edge.target(), false),
            EdgeKind::Mentions => link(digraph, edge.source(), edge.target(), true),
            EdgeKind::AppearsIn if !told.contains(&(edge.source(), edge.target())) => {
                link(digraph, edge.target(), edge.source(), true);
            }
            _ => {}
        }
    }
    node::relations(graph, lang, |id| shown.contains_key(&id), digraph);
}

struct Full<'g> {
    graph: &'g KnowledgeGraph,
    lang: Lang,
}

impl Full<'_> {
    fn nodes(&self, section: &Section, scope: &mut Scope) {
        node::draw(self.graph, self.lang, section.node, &section.number, scope);
        for node in section.actions.iter().chain(&section.entities) {
            node::draw(self.graph, self.lang, node, "", scope);
        }
        for child in &section.sections {
            self.nodes(child, scope);
        }
    }

    fn structure(&self, section: &Section, scope: &mut Scope) {
        let from = section.node.id();
        for action in &section.actions {
            let edge = outwards(scope, from, action.id(), section.wing);
            edge.attributes().set("arrowhead", "none", true);
        }
        in_order(section.actions.iter().map(|action| action.id()), scope);
        for child in &section.sections {
            let edge = outwards(scope, from, child.node.id(), child.wing);
            let mut edge = edge.attributes();
            edge.set("color", style::BLUE, true).set("penwidth", "1.4", false);
            if child.wing == Wing::Left {
                edge.set("dir", "back", true);
            }
            drop(edge);
            self.structure(child, scope);
        }
        for wing in [Wing::Left, Wing::Right] {
            let on_wing = section.sections.iter().filter(|child| child.wing == wing);
            in_order(on_wing.map(|child| child.node.id()), scope);
        }
    }
}

/// An edge that leads away from the middle.
fn outwards<'a, 'w>(
    scope: &'a mut Scope<'_, 'w>,
    inner: NodeId,
    outer: NodeId,
    wing: Wing,
) -> dot_writer::EdgeList<'a, 'w> {
    match wing {
        Wing::Left => scope.edge(name(outer), name(inner)),
        Wing::Right => scope.edge(name(inner), name(outer)),
    }
}

/// Keeps nodes of one rank one under the other. The edges have no length, so that they do not move
/// a node to another rank.
fn in_order(ids: impl Iterator<Item = NodeId>, scope: &mut Scope) {
    if let Some(edges) = scope.edges(ids.map(name)) {
        hide(&mut edges.attributes()).set("minlen", "0", false);
    }
}
