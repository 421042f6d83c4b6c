//! What stands under each other in a column: headings, rows of entities, actions.

use std::collections::HashSet;

use crate::graph::{Content, Edge, KnowledgeGraph, Node, NodeId};
use crate::schema::{EdgeKind, NodeKind, PillarKind};

use super::super::choice::Shown;
use super::super::dot::View;
use super::super::dot::picture::Section;
use super::super::look::{self, Colours};
use super::super::{Options, flat};
use super::measure;

/// A box with words.
#[derive(Debug, Clone)]
pub(super) struct Label {
    /// From the left of the column, and from the top of the item.
    pub left: i32,
    pub top: i32,
    pub width: i32,
    pub height: i32,
    pub lines: Vec<String>,
    pub size: i32,
    pub bold: bool,
    pub dashed: bool,
    pub colours: Colours,
    /// What it is, for style sheets and tests.
    pub class: &'static str,
    /// All of its words, where they do not fit.
    pub whole: String,
}

/// A piece of a column that is not broken.
#[derive(Debug, Clone)]
pub(super) struct Item {
    pub height: i32,
    /// How deep it stands: how many lines of the outline pass at its left.
    pub depth: i32,
    /// Whether the last of these lines ends in it with a branch, and at which height.
    pub branch: Option<i32>,
    /// Whether it needs what follows it: a heading.
    pub opens: bool,
    /// The heading that it stands under, by its place among the items.
    pub under: Option<usize>,
    /// Whether it is said again where a column or page begins under it.
    pub repeats: bool,
    pub labels: Vec<Label>,
    /// Lines from an action to what it names: from x to x at y.
    pub links: Vec<(i32, i32, i32)>,
}

impl Item {
    /// Nothing, of a height.
    fn plain(height: i32) -> Self {
        Self {
            height,
            depth: 0,
            branch: None,
            opens: false,
            under: None,
            repeats: false,
            labels: Vec::new(),
            links: Vec::new(),
        }
    }
}

/// Takes the first row of boxes out of several.
fn take_row(labels: &mut Vec<Label>) -> Vec<Label> {
    let top = labels.first().map(|label| label.top);
    let next = labels.iter().position(|label| Some(label.top) != top).unwrap_or(labels.len());
    let mut row: Vec<Label> = labels.drain(..next).collect();
    row.iter_mut().for_each(|label| label.top = 0);
    row
}

fn collect(section: &Section, shown: &mut HashSet<NodeId>) {
    shown.extend(section.entities.iter().map(|node| node.id()));
    section.sections.iter().for_each(|child| collect(child, shown));
}

/// From one depth to the next.
pub(super) const INDENT: i32 = 22;
/// Letters of entities and actions.
pub(super) const SMALL: i32 = 12;
/// From one line of letters to the next, as a part of their size in percent.
pub(super) const LEADING: i32 = 135;
/// Between boxes.
pub(super) const SPACE: i32 = 7;
/// Inside boxes, left and right, above and below.
pub(super) const PAD: (i32, i32) = (9, 4);
/// How high an action with what it names is at most, in one piece.
const TALL: i32 = 120;
/// Entities of a pillar that an overview shows.
const SHOWN: usize = 24;

/// Everything that is shown, in reading order, for a column of a width.
pub(super) fn items(
    graph: &KnowledgeGraph,
    options: &Options,
    shown: &Shown,
    width: i32,
) -> Vec<Item> {
    let mut list = Items { graph, options, shown, width, under: None, items: Vec::new() };
    for section in &shown.sections {
        list.section(section, 0);
    }
    list.relations();
    list.items
}

struct Items<'a> {
    graph: &'a KnowledgeGraph,
    options: &'a Options,
    shown: &'a Shown<'a>,
    width: i32,
    /// The heading that comes next stands under this one.
    under: Option<usize>,
    items: Vec<Item>,
}

impl Items<'_> {
    fn push(&mut self, item: Item) {
        self.items.push(Item { under: self.under, ..item });
    }

    fn section(&mut self, section: &Section, depth: i32) {
        let above = self.under;
        self.heading(section, depth);
        self.under = Some(self.items.len() - 1);
        for action in &section.actions {
            self.action(action, section, depth + 1);
        }
        let left_over: Vec<&Node> = if section.actions.is_empty() {
            section.entities.clone()
        } else {
            // what no action names, but the section does
            let involved: Vec<_> =
                section.actions.iter().flat_map(|action| self.involved(action, section)).collect();
            let named = |node: &&Node| involved.iter().all(|other| other.id() != node.id());
            section.entities.iter().copied().filter(named).collect()
        };
        self.rows(&left_over, depth + 1);
        for child in &section.sections {
            self.section(child, depth + 1);
        }
        self.under = above;
    }

    fn heading(&mut self, section: &Section, depth: i32) {
        let node = section.node;
        let size = match section.level {
            0 => 17,
            1 => 15,
            _ => 13,
        };
        let words = format!("{} {}", section.number, self.graph.label(node));
        let mut label = self.label(node, words.trim(), (depth * INDENT, self.width), size, 3);
        label.bold = true;
        label.dashed = flat::pillar_kind(node) == PillarKind::Review;
        let mut height = label.height + SPACE;
        let branch = Some(label.height / 2);
        let mut labels = vec![label];
        if let Content::Pillar(pillar) = node.content()
            && let Some(principle) = pillar.principle
        {
            let words = self.graph.words(pillar.document, principle);
            let mut maxim = self.label(node, words, ((depth + 1) * INDENT, self.width), SMALL, 2);
            maxim.colours = Colours { fill: "none", line: "none", text: "#00466E" };
            (maxim.class, maxim.top) = ("maxim", height - SPACE + 1);
            maxim.width = self.width - maxim.left;
            height += maxim.height;
            labels.push(maxim);
        }
        let space = if section.level < 2 { 8 } else { 3 };
        for label in &mut labels {
            label.top += space;
        }
        let branch = branch.map(|at| at + space);
        let height = height + space;
        // of one document the title of every page tells
        let repeats = section.level > 0 || self.shown.sections.len() > 1;
        self.push(Item { depth, branch, opens: true, repeats, labels, ..Item::plain(height) });
    }

    /// Entities side by side, as many as fit.
    fn rows(&mut self, entities: &[&Node], depth: i32) {
        let mut entities = entities.to_vec();
        let mut more = 0;
        if self.options.view == View::Overview && entities.len() > SHOWN {
            // those that are spoken of most are kept, and stay in their order
            let mut by_weight = entities.clone();
            by_weight.sort_by_key(|node| std::cmp::Reverse(flat::weight(self.graph, node)));
            by_weight.truncate(SHOWN);
            more = entities.len() - SHOWN;
            entities.retain(|node| by_weight.iter().any(|kept| kept.id() == node.id()));
        }
        if entities.is_empty() {
            return;
        }
        let mut labels = self.chips(&entities, depth * INDENT, self.width);
        if more > 0
            && let Some(last) = labels.last().cloned()
        {
            let left = last.left + last.width + SPACE;
            let words = format!("+{more}");
            if left + measure::width(&words, SMALL) <= self.width {
                let colours = Colours { fill: "none", line: "none", text: "#444444" };
                let (lines, class) = (vec![words.clone()], "more");
                labels.push(Label { left, lines, colours, class, whole: words, ..last });
            }
        }
        // each row is an item of its own, so that a column can end between them
        while !labels.is_empty() {
            let row = take_row(&mut labels);
            let height = row.iter().map(|label| label.height).max().unwrap_or(0) + SPACE;
            let branch = Some((height - SPACE) / 2);
            self.push(Item { depth, branch, labels: row, ..Item::plain(height) });
        }
    }

    fn involved<'g>(&self, action: &Node, section: &Section<'g>) -> Vec<&'g Node> {
        let edges = self.graph.outgoing(action.id());
        let ends = edges.iter().filter(|edge| edge.kind() == EdgeKind::Involves);
        let named = |id| section.entities.iter().copied().find(|node| node.id() == id);
        ends.filter_map(|edge| named(edge.target())).collect()
    }

    /// An action, and right of it what it names.
    fn action(&mut self, action: &Node, section: &Section, depth: i32) {
        let left = depth * INDENT;
        let border = left + (self.width - left) * 58 / 100;
        let words = self.graph.label(action);
        let mut chips = self.chips(&self.involved(action, section), border + 2 * SPACE, self.width);
        // what names nothing has the whole width
        let right = if chips.is_empty() { self.width } else { border };
        let label = self.label(action, words, (left, right), SMALL, 4);
        let middle = label.height.min(SMALL * 2) / 2;
        let links = match chips.first() {
            Some(chip) => vec![(label.left + label.width, chip.left, middle)],
            None => Vec::new(),
        };
        // the end of a long list is rows of their own, so that it can go over a page
        let first = |chip: &Label| chip.top == 0 || chip.top + chip.height <= TALL;
        let below = chips.iter().position(|chip| !first(chip)).unwrap_or(chips.len());
        let mut rest = chips.split_off(below);
        let bottom = chips.iter().map(|chip| chip.top + chip.height).max().unwrap_or(0);
        let height = bottom.max(label.height) + SPACE;
        let mut labels = vec![label];
        labels.extend(chips);
        let item = Item { depth, branch: Some(middle), labels, links, ..Item::plain(height) };
        self.push(Item { opens: !rest.is_empty(), ..item });
        while !rest.is_empty() {
            let row = take_row(&mut rest);
            let height = row.iter().map(|label| label.height).max().unwrap_or(0) + SPACE;
            let opens = !rest.is_empty();
            self.push(Item { depth, opens, labels: row, ..Item::plain(height) });
        }
    }

    /// What the text says of entities that are shown, under all sections.
    fn relations(&mut self) {
        let mut shown = HashSet::new();
        for section in &self.shown.sections {
            collect(section, &mut shown);
        }
        let graph = self.graph;
        let both = |edge: &&Edge| {
            matches!(edge.kind(), EdgeKind::Relation(_))
                && shown.contains(&edge.source())
                && shown.contains(&edge.target())
        };
        for (place, edge) in graph.edges().filter(both).enumerate() {
            let (Some(from), Some(to)) = (graph.node(edge.source()), graph.node(edge.target()))
            else {
                continue;
            };
            if place == 0 {
                self.note(self.options.lang.pick("文中所述关系", "What the text says of them"));
            }
            let third = self.width * 2 / 5;
            let first = self.label(from, graph.label(from), (INDENT, third), SMALL, 1);
            let words = format!("— {} →", self.options.lang.of_edge(edge.kind()));
            let left = first.left + first.width + SPACE;
            let colours = Colours { fill: "none", line: "none", text: "#A04600" };
            let wide = measure::width(&words, SMALL) + 2 * PAD.0;
            let (lines, class) = (vec![words.clone()], "relation");
            let middle =
                Label { left, width: wide, lines, colours, class, whole: words, ..first.clone() };
            let left = left + wide + SPACE;
            let last = self.label(to, graph.label(to), (left, self.width), SMALL, 1);
            let height = first.height + SPACE;
            let labels = vec![first, middle, last];
            self.push(Item { labels, ..Item::plain(height) });
        }
    }

    /// A line of the picture's own words.
    fn note(&mut self, words: &str) {
        let colours = Colours { fill: "none", line: "none", text: "#111111" };
        let size = 15;
        let label = Label {
            left: -PAD.0,
            top: 14,
            width: measure::width(words, size) + 2 * PAD.0,
            height: size * LEADING / 100 + 2 * PAD.1,
            lines: vec![words.to_owned()],
            size,
            bold: true,
            dashed: false,
            colours,
            class: "note",
            whole: words.to_owned(),
        };
        let height = label.top + label.height + SPACE;
        let labels = vec![label];
        self.push(Item { opens: true, repeats: true, labels, ..Item::plain(height) });
        self.under = Some(self.items.len() - 1);
    }

    /// Boxes of entities from one edge to another, in as many rows as it takes.
    fn chips(&self, entities: &[&Node], left: i32, right: i32) -> Vec<Label> {
        let (mut at, mut top, mut tallest) = (left, 0, 0);
        let mut chips = Vec::with_capacity(entities.len());
        for entity in entities {
            let words = self.graph.label(entity);
            let mut chip = self.label(entity, words, (at, right), SMALL, 2);
            if at > left && (at + chip.width > right || chip.lines.len() > 1) {
                (at, top) = (left, top + tallest + SPACE);
                tallest = 0;
                chip = self.label(entity, words, (at, right), SMALL, 2);
            }
            chip.top = top;
            at += chip.width + SPACE;
            tallest = tallest.max(chip.height);
            chips.push(chip);
        }
        chips
    }

    /// A box as wide as its words, from one edge at most to another.
    fn label(
        &self,
        node: &Node,
        words: &str,
        (left, right): (i32, i32),
        size: i32,
        most: usize,
    ) -> Label {
        let room = (right - left - 2 * PAD.0).max(4 * size);
        let lines = measure::lines(words, size, room, most);
        let widest = lines.iter().map(|line| measure::width(line, size)).max().unwrap_or(0);
        let count = i32::try_from(lines.len()).unwrap_or(1);
        let mut colours = look::colours(node.kind(), flat::pillar_kind(node));
        if self.shown.ego == Some(node.id()) {
            colours = Colours { fill: colours.line, line: "#000000", text: "#FFFFFF" };
        }
        Label {
            left,
            top: 0,
            width: widest + 2 * PAD.0,
            height: count * size * LEADING / 100 + 2 * PAD.1,
            lines,
            size,
            bold: matches!(node.kind(), NodeKind::Document),
            dashed: false,
            colours,
            class: node.kind().name(),
            whole: words.to_owned(),
        }
    }
}
