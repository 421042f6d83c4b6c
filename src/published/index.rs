//! Finding one's way in a published graph.

use std::collections::HashMap;

use crate::schema::EdgeKind;

use super::{Content, Edge, Graph, Node, PillarFacts};

/// A pillar with the part of its document that it holds.
#[derive(Debug, Clone, Copy)]
pub struct Section<'g> {
    /// The pillar's node.
    pub node: &'g Node,
    /// What is said of it.
    pub pillar: &'g PillarFacts,
    /// The innermost section around it, by places alone: its index among those of the document.
    around: Option<usize>,
}

/// Nodes by id, edges by end, sections by document.
#[derive(Debug)]
pub struct Index<'g> {
    nodes: HashMap<&'g str, &'g Node>,
    outgoing: HashMap<&'g str, Vec<&'g Edge>>,
    incoming: HashMap<&'g str, Vec<&'g Edge>>,
    sections: HashMap<&'g str, Vec<Section<'g>>>,
    /// By the pillar's place in the file: which of its document's sections it is.
    section_of: HashMap<usize, usize>,
}

impl<'g> Index<'g> {
    /// Of a graph. Where an id is there twice, the first counts.
    #[must_use]
    pub fn of(graph: &'g Graph) -> Self {
        let mut nodes = HashMap::new();
        let mut sections: HashMap<&str, Vec<Section>> = HashMap::new();
        for node in &graph.nodes {
            nodes.entry(&*node.id).or_insert(node);
            if let Content::Pillar(pillar) = &node.content {
                sections.entry(&pillar.document).or_default().push(Section {
                    node,
                    pillar,
                    around: None,
                });
            }
        }
        for of_document in sections.values_mut() {
            // an outer section before those within it
            of_document.sort_by_key(|s| {
                let [start, end] = s.pillar.section_span;
                (start, std::cmp::Reverse(end), s.pillar.level, s.node.at)
            });
            nest(of_document);
        }
        let numbered = sections.values().flat_map(|of_document| of_document.iter().enumerate());
        let section_of = numbered.map(|(number, section)| (section.node.at, number)).collect();
        let mut outgoing: HashMap<&str, Vec<&Edge>> = HashMap::new();
        let mut incoming: HashMap<&str, Vec<&Edge>> = HashMap::new();
        for edge in &graph.edges {
            outgoing.entry(&edge.source).or_default().push(edge);
            incoming.entry(&edge.target).or_default().push(edge);
        }
        Self { nodes, outgoing, incoming, sections, section_of }
    }

    /// The node with this id.
    #[must_use]
    pub fn node(&self, id: &str) -> Option<&'g Node> {
        self.nodes.get(id).copied()
    }

    /// The edges that leave a node.
    #[must_use]
    pub fn outgoing(&self, id: &str) -> &[&'g Edge] {
        self.outgoing.get(id).map_or(&[], Vec::as_slice)
    }

    /// The edges that enter a node.
    #[must_use]
    pub fn incoming(&self, id: &str) -> &[&'g Edge] {
        self.incoming.get(id).map_or(&[], Vec::as_slice)
    }

    /// The pillars of a document, in reading order, an outer one before those within it.
    #[must_use]
    pub fn sections(&self, document: &str) -> &[Section<'g>] {
        self.sections.get(document).map_or(&[], Vec::as_slice)
    }

    /// The deepest pillar whose section holds a code point of a document.
    #[must_use]
    pub fn section_at(&self, document: &str, at: usize) -> Option<Section<'g>> {
        let sections = self.sections(document);
        let after = sections.partition_point(|s| s.pillar.section_span[0] <= at);
        let mut index = after.checked_sub(1)?;
        loop {
            let section = sections[index];
            if at < section.pillar.section_span[1] {
                return Some(section);
            }
            index = section.around?;
        }
    }

    /// The section of a pillar's node.
    #[must_use]
    pub fn section_of(&self, pillar: &Node) -> Option<Section<'g>> {
        let Content::Pillar(facts) = &pillar.content else { return None };
        self.sections(&facts.document).get(*self.section_of.get(&pillar.at)?).copied()
    }

    /// The innermost section around a section, by places alone.
    #[must_use]
    pub fn around(&self, section: Section<'g>) -> Option<Section<'g>> {
        Some(self.sections(&section.pillar.document)[section.around?])
    }

    /// The pillar or document that a pillar or action hangs on.
    #[must_use]
    pub fn parent(&self, id: &str) -> Option<&'g Node> {
        let structure = |edge: &&&Edge| edge.kind.is_structure();
        self.node(&self.incoming(id).iter().find(structure)?.source)
    }

    /// The labels of the pillars above a place, from the coarsest on.
    #[must_use]
    pub fn heading_path(&self, document: &str, at: usize) -> Vec<&'g str> {
        let mut path = Vec::new();
        let mut next = self.section_at(document, at);
        while let Some(section) = next {
            path.push(&*section.node.label);
            next = self.around(section);
        }
        path.reverse();
        path
    }

    /// The entities named within a range of a document, each once, by the edges of an action.
    pub fn involved(&self, action: &str) -> impl Iterator<Item = (&'g Edge, &'g Node)> + '_ {
        let edges = self.outgoing(action).iter().copied();
        edges
            .filter(|edge| edge.kind == EdgeKind::Involves)
            .filter_map(|edge| Some((edge, self.node(&edge.target)?)))
    }
}

/// Finds the innermost section around each, from sections in reading order.
fn nest(sections: &mut [Section]) {
    let mut open: Vec<usize> = Vec::new();
    for at in 0..sections.len() {
        let start = sections[at].pillar.section_span[0];
        while open.last().is_some_and(|&last| sections[last].pillar.section_span[1] <= start) {
            open.pop();
        }
        sections[at].around = open.last().copied();
        open.push(at);
    }
}
