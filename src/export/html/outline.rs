//! Sections of the viewer, and where nodes stand in them.
//!
//! A section is a document or a pillar. Its node stands at the left of its first line, and what it
//! holds to the right: in the overview the entities that are at home in it, when it is open the
//! actions and then the entities. A section's lines are its own; sections below it follow.

use std::collections::HashMap;

use crate::graph::{KnowledgeGraph, NodeId};

use super::super::dot::View;
use super::super::dot::picture::{self, arrange};

/// From one level of sections to the next, in pixels.
const LEVEL: usize = 40;
/// The widest node of a section.
const SECTION: usize = 300;
/// The widest action.
const ACTION: usize = 460;
/// From one entity to the next.
const ENTITY: usize = 200;
/// Entities side by side in the overview.
const COLUMNS: usize = 5;
/// Entities side by side in an open section.
const OPEN_COLUMNS: usize = 3;

/// A section.
#[derive(Debug)]
pub(super) struct Section {
    /// Its node.
    pub node: NodeId,
    /// Its number among the pillars, as `2.1`; empty for a document.
    pub number: String,
    /// The section that it stands in, by its place in the list.
    pub parent: Option<usize>,
}

/// Where a node stands: its left edge in pixels and its line from the top of its section.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Place {
    /// The section, by its place in the list.
    pub section: usize,
    /// In the overview; actions have none.
    pub overview: Option<(usize, usize)>,
    /// In an open section.
    pub open: (usize, usize),
}

/// All sections in reading order, and the places of all nodes.
pub(super) fn outline(graph: &KnowledgeGraph) -> (Vec<Section>, HashMap<NodeId, Place>) {
    let arranged = arrange(graph, View::Full);
    let depth = arranged.iter().map(picture::Section::depth).max().unwrap_or(0);
    let mut outline = Outline {
        contents: LEVEL * depth + SECTION + LEVEL,
        sections: Vec::new(),
        places: HashMap::new(),
    };
    for document in &arranged {
        outline.add(document, None);
    }
    (outline.sections, outline.places)
}

struct Outline {
    /// Where the contents of sections begin.
    contents: usize,
    sections: Vec<Section>,
    places: HashMap<NodeId, Place>,
}

impl Outline {
    fn add(&mut self, from: &picture::Section, parent: Option<usize>) {
        let section = self.sections.len();
        let at = (LEVEL * from.level, 0);
        let place = Place { section, overview: Some(at), open: at };
        self.places.insert(from.node.id(), place);
        for (line, action) in from.actions.iter().enumerate() {
            let place = Place { section, overview: None, open: (self.contents, line) };
            self.places.insert(action.id(), place);
        }
        let open = self.contents + if from.actions.is_empty() { 0 } else { ACTION + LEVEL };
        for (count, entity) in from.entities.iter().enumerate() {
            let cell = |left, columns| (left + count % columns * ENTITY, count / columns);
            let overview = Some(cell(self.contents, COLUMNS));
            let place = Place { section, overview, open: cell(open, OPEN_COLUMNS) };
            self.places.insert(entity.id(), place);
        }
        let number = from.number.clone();
        self.sections.push(Section { node: from.node.id(), number, parent });
        for child in &from.sections {
            self.add(child, Some(section));
        }
    }
}
