//! Where nodes stand, for tools that draw but are given no picture: an outline from left to right,
//! documents, pillars, actions, and outermost the entities, each beside the section that names it
//! most often. Nothing overlaps, and nothing is left to chance.

use std::collections::HashMap;

use crate::graph::{KnowledgeGraph, NodeId};

use super::dot::View;
use super::dot::picture::{Section, arrange};

/// The centre of a node, in pixels; y grows downwards.
pub(super) type Point = (i32, i32);

/// From one level of sections to the next.
const LEVEL: i32 = 260;
/// From the actions to the entities.
const ACTION: i32 = 420;
/// From one entity to the next.
const ENTITY: i32 = 190;
/// Entities side by side.
const COLUMNS: usize = 3;
/// From one line to the next.
const ROW: i32 = 34;

/// A place for every node.
pub(super) fn positions(graph: &KnowledgeGraph) -> HashMap<NodeId, Point> {
    let sections = arrange(graph, View::Full);
    let depth = sections.iter().map(Section::depth).max().unwrap_or(0);
    let mut outline = Outline { actions: level(depth + 1), top: 0, points: HashMap::new() };
    sections.iter().for_each(|section| outline.place(section));
    outline.points
}

struct Outline {
    /// Where actions stand.
    actions: i32,
    /// Where the next line stands.
    top: i32,
    points: HashMap<NodeId, Point>,
}

impl Outline {
    fn place(&mut self, section: &Section) {
        self.points.insert(section.node.id(), (level(section.level), self.top));
        for (row, action) in (0..).zip(&section.actions) {
            self.points.insert(action.id(), (self.actions, self.top + row * ROW));
        }
        for (place, entity) in section.entities.iter().enumerate() {
            let (row, column) = (pixels(place / COLUMNS), pixels(place % COLUMNS));
            let point = (self.actions + ACTION + column * ENTITY, self.top + row * ROW);
            self.points.insert(entity.id(), point);
        }
        let rows = section.actions.len().max(section.entities.len().div_ceil(COLUMNS)).max(1);
        self.top += pixels(rows) * ROW;
        section.sections.iter().for_each(|child| self.place(child));
    }
}

fn level(level: usize) -> i32 {
    pixels(level) * LEVEL
}

/// A count that pictures can have; the place of more is of no use to anybody.
fn pixels(count: usize) -> i32 {
    i32::try_from(count.min(10_000_000)).unwrap_or(0)
}
