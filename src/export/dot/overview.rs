//! Pillars as boxes, one under the other, with the entities in rows beside each title.
//!
//! An entity stands in the box of one pillar. Dashed lines lead to it from the other pillars that
//! name it; such entities stand first in their row, so that the lines stay beside the titles.

use std::collections::HashSet;

use dot_writer::{Attributes, Scope};

use crate::graph::{Edge, KnowledgeGraph, Node, NodeId};
use crate::schema::EdgeKind;

use super::super::language::Lang;
use super::node::{self, evidence, hide, name};
use super::picture::{Section, shown};
use super::style;
use super::text::TextAttributes;

/// Entities that stand side by side.
const COLUMNS: usize = 4;
/// Above this many dashed lines none can be followed, and they are left out.
const LINES: usize = 40;

/// Draws the sections, and says how many dashed lines were left out.
pub(super) fn draw(
    graph: &KnowledgeGraph,
    lang: Lang,
    sections: &[Section],
    digraph: &mut Scope,
) -> usize {
    let shown = shown(sections);
    let abroad =
        |edge: &&Edge| shown.get(&edge.source()).is_some_and(|place| place.home != edge.target());
    let mut lines: Vec<&Edge> = graph.edges_of(EdgeKind::AppearsIn).filter(abroad).collect();
    let mut left_out = 0;
    if lines.len() > LINES {
        left_out = lines.len();
        lines.clear();
    }
    let shared = lines.iter().map(|edge| edge.source()).collect();
    let depth = sections.iter().map(Section::depth).max().unwrap_or(0);
    let overview = Overview { graph, lang, shared, depth };
    for document in sections {
        overview.contents(document, digraph);
    }
    for document in sections {
        overview.structure(document, digraph);
    }
    for edge in lines {
        let line = digraph.edge(name(edge.target()), name(edge.source()));
        let mut line = line.attributes();
        line.set("constraint", "false", false)
            .set("style", "dashed", true)
            .set("arrowhead", "none", true)
            .set("color", style::PALE, true)
            .set_text("tooltip", &evidence(graph, edge));
    }
    node::relations(graph, lang, |id| shown.contains_key(&id), digraph);
    left_out
}

struct Overview<'g> {
    graph: &'g KnowledgeGraph,
    lang: Lang,
    /// Entities that dashed lines lead to.
    shared: HashSet<NodeId>,
    /// How deep pillars nest.
    depth: usize,
}

impl Overview<'_> {
    /// Declares what stands in a section.
    ///
    /// From left to right, Graphviz lays out a cluster from the bottom upwards, so what stands in a
    /// pillar is written from the last to the first. Here and in [`Self::structure`] the order of
    /// statements is what orders the picture.
    fn contents(&self, section: &Section, scope: &mut Scope) {
        node::draw(self.graph, self.lang, section.node, &section.number, scope);
        for child in upwards(section) {
            let mut cluster = scope.cluster();
            style::ground(child.level, &mut cluster);
            self.contents(child, &mut cluster);
        }
        for cell in self.rows(section).into_iter().rev().flatten() {
            match cell {
                Cell::Entity(entity) => node::draw(self.graph, self.lang, entity, "", scope),
                Cell::More(count) => {
                    let words = match self.lang {
                        Lang::Zh => format!("另有 {count} 个"),
                        Lang::En => format!("{count} more"),
                    };
                    let mut more = scope.node_named(more(section));
                    more.set("label", &format!("+{count}"), true)
                        .set("tooltip", &words, true)
                        .set("class", "more", true)
                        .set("shape", "plaintext", true)
                        .set("fontcolor", "#444444", true);
                }
            }
        }
    }

    /// Joins what stands in a section.
    fn structure(&self, section: &Section, scope: &mut Scope) {
        let from = name(section.node.id());
        for child in upwards(section) {
            let edge = scope.edge(&from, name(child.node.id()));
            edge.attributes().set("color", style::BLUE, true).set("penwidth", "1.4", false);
            self.structure(child, scope);
        }
        // all first entities of rows stand under each other, however deep their pillar
        let length = (self.depth - section.level + 1).to_string();
        for row in self.rows(section).iter().rev() {
            let names: Vec<String> = row.iter().map(|cell| cell.name(section)).collect();
            let first = scope.edge(&from, &names[0]);
            hide(&mut first.attributes()).set("minlen", &length, false).set("weight", "3", false);
            if let Some(edges) = scope.edges(&names) {
                hide(&mut edges.attributes()).set("weight", "3", false);
            }
        }
    }

    /// The entities of a section in rows, none of them empty.
    fn rows<'g>(&self, section: &Section<'g>) -> Vec<Vec<Cell<'g>>> {
        let is_shared = |cell: &Cell| match cell {
            Cell::Entity(entity) => self.shared.contains(&entity.id()),
            Cell::More(_) => false,
        };
        let cells = section.entities.iter().map(|&entity| Cell::Entity(entity));
        let more = (section.hidden > 0).then_some(Cell::More(section.hidden));
        let (shared, rest): (Vec<Cell>, Vec<Cell>) = cells.chain(more).partition(is_shared);
        let count = (shared.len() + rest.len()).div_ceil(COLUMNS).max(shared.len());
        let mut rows: Vec<Vec<Cell>> = Vec::with_capacity(count);
        let (mut shared, mut rest) = (shared.into_iter(), rest.into_iter());
        for row in 0..count {
            // what is left is spread evenly over the rows that are left
            let first = shared.next();
            let room = rest.len().div_ceil(count - row).min(COLUMNS - usize::from(first.is_some()));
            rows.push(first.into_iter().chain(rest.by_ref().take(room)).collect());
        }
        rows
    }
}

/// The pillars of a section in the order in which they have to be written.
fn upwards<'s, 'g>(section: &'s Section<'g>) -> Box<dyn Iterator<Item = &'s Section<'g>> + 's> {
    if section.level == 0 {
        Box::new(section.sections.iter())
    } else {
        Box::new(section.sections.iter().rev())
    }
}

/// A place of a row.
enum Cell<'g> {
    Entity(&'g Node),
    /// That so many are not shown.
    More(usize),
}

impl Cell<'_> {
    fn name(&self, section: &Section) -> String {
        match self {
            Cell::Entity(entity) => name(entity.id()),
            Cell::More(_) => more(section),
        }
    }
}

fn more(section: &Section) -> String {
    format!("more_{}", name(section.node.id()))
}
