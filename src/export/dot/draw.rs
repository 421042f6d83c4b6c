//! The picture itself.

use dot_writer::{Attributes, Scope};

use crate::graph::{Content, Edge, Entity, Evidence, KnowledgeGraph, Node, NodeId};
use crate::schema::{EdgeKind, NodeKind, PillarKind, Role};

use super::View;
use super::picture::{Section, arrange};
use super::style::{self, style};
use super::text::{Lines, Text, TextAttributes};

/// Characters of a tooltip.
const TOOLTIP: usize = 400;
/// Entities that stand side by side in the overview.
const COLUMNS: usize = 4;

pub(super) fn draw(graph: &KnowledgeGraph, view: View, digraph: &mut Scope) {
    let sections = arrange(graph, view);
    let drawing = Drawing { graph, view };
    for document in &sections {
        drawing.section(document, digraph);
    }
    for document in &sections {
        drawing.structure(document, digraph);
    }
    drawing.relations(&sections, digraph);
}

/// The name of a node in the file.
fn name(id: NodeId) -> String {
    id.to_string().replace(':', "_")
}

struct Drawing<'g> {
    graph: &'g KnowledgeGraph,
    view: View,
}

impl<'g> Drawing<'g> {
    fn section(&self, section: &Section<'g>, scope: &mut Scope) {
        if section.node.kind() == NodeKind::Document {
            self.contents(section, scope);
            return;
        }
        let mut cluster = scope.cluster();
        cluster
            .set("style", "filled,rounded", true)
            .set("fillcolor", style::GROUND, true)
            .set("color", style::GROUND_LINE, true)
            .set("label", "", true)
            .set("margin", "8", false);
        self.contents(section, &mut cluster);
    }

    fn contents(&self, section: &Section<'g>, scope: &mut Scope) {
        self.node(section.node, scope);
        for action in section.actions.iter().rev() {
            self.node(action, scope);
        }
        for entity in section.entities.iter().rev() {
            self.node(entity, scope);
        }
        if section.hidden > 0 {
            let mut more = scope.node_named(more(section));
            more.set("label", &format!("+{}", section.hidden), true)
                .set("class", "more", true)
                .set("shape", "plain", true)
                .set("fontcolor", "#444444", true);
        }
        for child in &section.sections {
            self.section(child, scope);
        }
    }

    fn node(&self, node: &Node, scope: &mut Scope) {
        let (label, pillar) = match node.content() {
            Content::Document(_) => (self.wrapped(node, 16, 5, Lines::Centred), PillarKind::Plan),
            Content::Pillar(pillar) => {
                let title = self.wrapped(node, 20, 4, Lines::Centred);
                (title, pillar.kind)
            }
            Content::Action(_) => (self.wrapped(node, 44, 3, Lines::Left), PillarKind::Plan),
            Content::Entity(_) => (self.wrapped(node, 18, 3, Lines::Centred), PillarKind::Plan),
        };
        let style = style(node.kind(), pillar);
        let mut drawn = scope.node_named(name(node.id()));
        drawn
            .set_text("label", &label)
            .set_text("tooltip", &self.tooltip(node))
            .set("shape", style.shape, true)
            .set("style", style.style, true)
            .set("fillcolor", style.fill, true)
            .set("color", style.line, true)
            .set("fontcolor", style.text, true)
            .set("fontsize", style.size, false)
            .set("class", node.kind().name(), true);
    }

    fn wrapped(&self, node: &Node, width: usize, lines: usize, stand: Lines) -> Text {
        Text::wrapped(self.graph.label(node), width, lines, stand)
    }

    fn tooltip(&self, node: &Node) -> Text {
        let label = self.graph.label(node);
        let words = match node.content() {
            Content::Document(document) => format!("{label}\n{}", document.source),
            Content::Pillar(pillar) => match pillar.principle {
                Some(span) => format!("{label}\n{}", self.graph.words(pillar.document, span)),
                None => label.to_owned(),
            },
            Content::Action(_) => label.to_owned(),
            Content::Entity(entity) => self.entity_tooltip(entity),
        };
        Text::plain(&words, TOOLTIP)
    }

    fn entity_tooltip(&self, entity: &Entity) -> String {
        let mentions = self.graph.mentions(entity);
        let mut words = format!("{}（{}）×{}", entity.name, entity.kind.zh(), mentions.len());
        for alias in &entity.aliases {
            words.push_str(" = ");
            words.push_str(&alias.form);
        }
        words
    }

    fn structure(&self, section: &Section<'g>, scope: &mut Scope) {
        let from = name(section.node.id());
        for action in section.actions.iter().rev() {
            scope.edge(&from, name(action.id())).attributes().set("arrowhead", "none", true);
        }
        in_order(section.actions.iter().map(|node| name(node.id())), scope);
        if self.view == View::Overview {
            self.grid(section, &from, scope);
        }
        for child in &section.sections {
            let edge = scope.edge(&from, name(child.node.id()));
            edge.attributes().set("color", style::BLUE, true).set("penwidth", "1.4", false);
            self.structure(child, scope);
        }
    }

    /// Lays the entities of a section in rows.
    fn grid(&self, section: &Section<'g>, from: &str, scope: &mut Scope) {
        let mut names: Vec<String> = section.entities.iter().map(|e| name(e.id())).collect();
        if section.hidden > 0 {
            names.push(more(section));
        }
        let rows: Vec<&[String]> = names.chunks(COLUMNS).collect();
        for row in rows.iter().rev() {
            let mut edge = scope.edge(from, &row[0]);
            for next in &row[1..] {
                edge.edge(next);
            }
            edge.attributes().set("style", "invis", true).set("weight", "3", false);
        }
        in_order(rows.iter().map(|row| row[0].clone()), scope);
    }

    fn relations(&self, sections: &[Section<'g>], scope: &mut Scope) {
        let mut shown = std::collections::HashMap::new();
        for section in sections {
            note(section, &mut shown);
        }
        for edge in self.graph.edges() {
            let (source, target) = (edge.source(), edge.target());
            if !shown.contains_key(&source) || !shown.contains_key(&target) {
                continue;
            }
            match edge.kind() {
                EdgeKind::HasPillar | EdgeKind::HasAction => {}
                EdgeKind::Involves => self.involves(edge, shown[&source] != shown[&target], scope),
                EdgeKind::AppearsIn => {
                    // an entity's own box says so already
                    if shown[&source] != target && self.view == View::Overview {
                        let drawn = scope.edge(name(target), name(source));
                        drawn
                            .attributes()
                            .set("constraint", "false", false)
                            .set("style", "dashed", true)
                            .set("arrowhead", "none", true)
                            .set("color", "#B0B0B0", true);
                    }
                }
                EdgeKind::Mentions => {}
                EdgeKind::Relation(kind) => {
                    let drawn = scope.edge(name(source), name(target));
                    drawn
                        .attributes()
                        .set("constraint", "false", false)
                        .set("color", "#D55E00", true)
                        .set("fontcolor", "#A04600", true)
                        .set("penwidth", "1.4", false)
                        .set("label", kind.zh(), true);
                }
            }
        }
    }

    fn involves(&self, edge: &Edge, abroad: bool, scope: &mut Scope) {
        let drawn = scope.edge(name(edge.source()), name(edge.target()));
        let mut attributes = drawn.attributes();
        attributes.set_text("tooltip", &self.evidence(self.graph.evidence(edge)));
        if abroad {
            attributes.set("constraint", "false", false).set("style", "dashed", true);
        }
        if let Some(role) = edge.role().filter(|&role| role != Role::Mentioned) {
            let _ = role;
        }
    }

    fn evidence(&self, evidence: &[Evidence]) -> Text {
        let words: Vec<&str> =
            evidence.iter().map(|e| self.graph.words(e.document, e.span)).collect();
        Text::plain(&words.join(" / "), TOOLTIP)
    }
}

/// Keeps nodes of one rank one under the other.
///
/// From left to right, Graphviz lays out a cluster from the bottom upwards, so what is in a pillar
/// is written in reverse; and edges within a rank keep their order, but one must not state the
/// rank, which would take the nodes out of their cluster.
fn in_order(names: impl DoubleEndedIterator<Item = String>, scope: &mut Scope) {
    if let Some(edges) = scope.edges(names.rev()) {
        edges.attributes().set("style", "invis", true).set("minlen", "0", false);
    }
}

fn more(section: &Section) -> String {
    format!("more_{}", name(section.node.id()))
}

/// Which nodes are shown, and in which section.
fn note(section: &Section, shown: &mut std::collections::HashMap<NodeId, NodeId>) {
    let here = section.node.id();
    shown.insert(here, here);
    for node in section.actions.iter().chain(&section.entities) {
        shown.insert(node.id(), here);
    }
    for child in &section.sections {
        note(child, shown);
    }
}
