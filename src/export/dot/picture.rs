//! What a picture shows, and what stands in what: decided before anything is written.

use std::collections::HashMap;

use crate::graph::{Content, KnowledgeGraph, Node, NodeId};
use crate::schema::{EdgeKind, NodeKind};

use super::View;

/// A document or a pillar, with what stands in it.
#[derive(Debug)]
pub(in crate::export) struct Section<'g> {
    pub node: &'g Node,
    /// 0 for a document, 1 for its pillars, and so on.
    pub level: usize,
    /// Its place among the pillars of the document: `2.1` is the first in the second.
    pub number: String,
    /// On which side of its document it stands.
    pub wing: Wing,
    pub sections: Vec<Section<'g>>,
    /// In the full view only.
    pub actions: Vec<&'g Node>,
    /// Entities that stand here, by kind and name.
    pub entities: Vec<&'g Node>,
    /// How many more would stand here, if there were room.
    pub hidden: usize,
}

/// A side of the document.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::export) enum Wing {
    Left,
    Right,
}

impl Section<'_> {
    /// How deep pillars nest in it.
    pub(in crate::export) fn depth(&self) -> usize {
        self.sections.iter().map(|child| 1 + child.depth()).max().unwrap_or(0)
    }

    /// About how many lines it takes.
    fn height(&self) -> usize {
        let here = self.actions.len().max(self.entities.len()).max(1);
        here + self.sections.iter().map(Section::height).sum::<usize>()
    }

    fn set_wing(&mut self, wing: Wing) {
        self.wing = wing;
        self.sections.iter_mut().for_each(|child| child.set_wing(wing));
    }
}

/// Where a node of the picture stands.
#[derive(Debug, Clone, Copy)]
pub(super) struct Place {
    /// The document or pillar that it stands in; itself, for one of these.
    pub home: NodeId,
    pub wing: Wing,
}

/// All nodes of the picture.
pub(super) type Shown = HashMap<NodeId, Place>;

/// Says of all nodes of the picture where they stand.
pub(super) fn shown(sections: &[Section]) -> Shown {
    fn add(section: &Section, shown: &mut Shown) {
        let place = Place { home: section.node.id(), wing: section.wing };
        shown.insert(section.node.id(), place);
        for node in section.actions.iter().chain(&section.entities) {
            shown.insert(node.id(), place);
        }
        section.sections.iter().for_each(|child| add(child, shown));
    }
    let mut shown = Shown::new();
    sections.iter().for_each(|document| add(document, &mut shown));
    shown
}

/// A document with fewer lines than this needs one side only.
const ONE_WING: usize = 16;

/// Puts the first pillars of a document to the left, so that both sides are about equally high.
fn spread(document: &mut Section) {
    let total: usize = document.sections.iter().map(Section::height).sum();
    if total < ONE_WING || document.sections.len() < 2 {
        return;
    }
    let mut left = 0;
    for child in &mut document.sections {
        let height = child.height();
        // a pillar goes where more than half of it still fits
        if left + height / 2 > total / 2 {
            break;
        }
        left += height;
        child.set_wing(Wing::Left);
    }
}

/// The entities of a section that the overview shows; more make it no overview.
const SHOWN: usize = 16;

/// Arranges a graph. Every entity stands in one section: the pillar that names it most often, the
/// first of these if there are several; the document that names it, if no pillar does.
pub(in crate::export) fn arrange(graph: &KnowledgeGraph, view: View) -> Vec<Section<'_>> {
    let homes = homes(graph, view);
    let mut at_home: HashMap<NodeId, Vec<&Node>> = HashMap::new();
    for entity in graph.nodes().filter(|node| matches!(node.kind(), NodeKind::Entity(_))) {
        if let Some(&home) = homes.get(&entity.id()) {
            at_home.entry(home).or_default().push(entity);
        }
    }
    graph
        .nodes_of(NodeKind::Document)
        .map(|node| {
            let mut document = section(graph, view, node, (0, String::new()), &mut at_home);
            if view == View::Full {
                spread(&mut document);
            }
            document
        })
        .collect()
}

fn section<'g>(
    graph: &'g KnowledgeGraph,
    view: View,
    node: &'g Node,
    (level, number): (usize, String),
    at_home: &mut HashMap<NodeId, Vec<&'g Node>>,
) -> Section<'g> {
    let mut sections = Vec::new();
    let mut actions = Vec::new();
    for edge in graph.outgoing(node.id()) {
        let Some(child) = graph.node(edge.target()) else { continue };
        match edge.kind() {
            EdgeKind::HasPillar => {
                let place = sections.len() + 1;
                let number =
                    if level == 0 { place.to_string() } else { format!("{number}.{place}") };
                sections.push(section(graph, view, child, (level + 1, number), at_home));
            }
            EdgeKind::HasAction if view == View::Full => actions.push(child),
            _ => {}
        }
    }
    let mut entities = at_home.remove(&node.id()).unwrap_or_default();
    let mut hidden = 0;
    if view == View::Overview && entities.len() > SHOWN {
        // those that are spoken of most are kept, and stay in their order
        let mut by_weight: Vec<usize> = (0..entities.len()).collect();
        by_weight.sort_by_key(|&i| std::cmp::Reverse(mention_count(graph, entities[i])));
        by_weight.truncate(SHOWN - 1);
        by_weight.sort_unstable();
        hidden = entities.len() - by_weight.len();
        entities = by_weight.into_iter().map(|i| entities[i]).collect();
    }
    Section { node, level, number, wing: Wing::Right, sections, actions, entities, hidden }
}

fn mention_count(graph: &KnowledgeGraph, node: &Node) -> usize {
    match node.content() {
        Content::Entity(entity) => graph.mentions(entity).len(),
        _ => 0,
    }
}

/// In which section an entity stands.
fn homes(graph: &KnowledgeGraph, view: View) -> HashMap<NodeId, NodeId> {
    let mut homes: HashMap<NodeId, (usize, NodeId)> = HashMap::new();
    // edges are in the order of their pillars, so the first of the largest count stays
    for edge in graph.edges_of(EdgeKind::AppearsIn) {
        let home = homes.entry(edge.source()).or_insert((edge.count(), edge.target()));
        if edge.count() > home.0 {
            *home = (edge.count(), edge.target());
        }
    }
    if view == View::Full {
        for edge in graph.edges_of(EdgeKind::Mentions) {
            homes.entry(edge.target()).or_insert((0, edge.source()));
        }
    }
    homes.into_iter().map(|(entity, (_, home))| (entity, home)).collect()
}
