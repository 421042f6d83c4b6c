//! What stands around the columns of every page: title, what colours mean, source, page number.

use std::collections::BTreeSet;
use std::fmt::Write as _;

use crate::graph::{Content, KnowledgeGraph};
use crate::schema::{NodeKind, PillarKind};

use super::super::choice::{Focus, Shown};
use super::super::dot::View;
use super::super::dot::picture::Section;
use super::super::look::{self, Colours};
use super::super::xml::Xml;
use super::super::{Options, flat};
use super::item::SMALL;
use super::measure;
use super::sheet::Sheet;

/// The title.
const TITLE: i32 = 36;
/// A row of kinds.
const ROW: i32 = 20;
/// Between kinds and columns.
const GAP: i32 = 18;
/// The source line.
pub(super) const FOOT: i32 = 30;
/// Letters of the source line.
const SOURCE: i32 = 11;

/// What colours mean.
pub(super) struct Legend {
    entries: Vec<Entry>,
}

struct Entry {
    words: String,
    colours: Colours,
    dashed: bool,
}

impl Entry {
    fn width(&self) -> i32 {
        measure::width(&self.words, SMALL) + 36
    }
}

impl Legend {
    /// Of the kinds that a picture shows.
    pub(super) fn new(options: &Options, shown: &Shown) -> Self {
        let (mut pillars, mut kinds) = (BTreeSet::new(), BTreeSet::new());
        let mut open: Vec<&Section> = shown.sections.iter().collect();
        while let Some(section) = open.pop() {
            if section.level > 0 {
                pillars.insert(flat::pillar_kind(section.node));
            }
            kinds.extend(section.entities.iter().map(|node| node.kind()));
            open.extend(&section.sections);
        }
        let mut entries = Vec::new();
        let mut add = |words: &str, colours, dashed| {
            entries.push(Entry { words: words.to_owned(), colours, dashed });
        };
        // where all pillars are of one kind, there is nothing to tell apart
        if pillars.len() > 1 {
            for kind in [PillarKind::Plan, PillarKind::Review] {
                let colours = look::colours(NodeKind::Pillar, kind);
                add(options.lang.of_pillar(kind), colours, kind == PillarKind::Review);
            }
        }
        for kind in kinds {
            add(options.lang.of_node(kind), look::colours(kind, PillarKind::Plan), false);
        }
        Self { entries }
    }

    /// Where entries stand in a width: from the left, and in which row.
    fn places(&self, room: i32) -> Vec<(i32, i32)> {
        let (mut left, mut row) = (0, 0);
        let place = |entry: &Entry| {
            // the space behind the last one of a row may be cut off
            if left > 0 && left + entry.width() - 16 > room {
                (left, row) = (0, row + 1);
            }
            let place = (left, row);
            left += entry.width();
            place
        };
        self.entries.iter().map(place).collect()
    }

    /// How high title and kinds are.
    pub(super) fn head(&self, room: i32) -> i32 {
        let rows = self.places(room).last().map_or(0, |(_, row)| row + 1);
        TITLE + rows * ROW + GAP
    }

    fn draw(&self, sheet: &Sheet, text: &mut String) {
        for (entry, (left, row)) in self.entries.iter().zip(self.places(sheet.room())) {
            let (left, top) = (sheet.margin + left, sheet.margin + TITLE + row * ROW + 4);
            let dashes = if entry.dashed { " stroke-dasharray=\"3 2\"" } else { "" };
            let _ = writeln!(
                text,
                "<rect class=\"legend\" x=\"{left}\" y=\"{top}\" width=\"14\" height=\"12\" rx=\"3\" \
                 fill=\"{}\" stroke=\"{}\"{dashes}/><text x=\"{}\" y=\"{}\" font-size=\"{SMALL}\" \
                 fill=\"#333333\">{}</text>",
                entry.colours.fill,
                entry.colours.line,
                left + 20,
                top + 11,
                Xml(&entry.words)
            );
        }
    }
}

/// What is the same on every page.
pub(super) struct Frame {
    pub title: String,
    pub legend: Legend,
    source: String,
}

impl Frame {
    pub(super) fn new(graph: &KnowledgeGraph, options: &Options, shown: &Shown) -> Self {
        let sources = shown.sections.iter().filter_map(|section| match section.node.content() {
            Content::Document(document) => Some(document.source.as_str()),
            _ => None,
        });
        let source = format!(
            "{}{} · gangmu {}",
            options.lang.pick("来源：", "Source: "),
            sources.collect::<Vec<_>>().join(options.lang.pick("、", ", ")),
            env!("CARGO_PKG_VERSION")
        );
        let (title, legend) = (title(graph, options), Legend::new(options, shown));
        Self { title, legend, source }
    }

    /// Draws it, with the number of the page where there are several.
    pub(super) fn draw(
        &self,
        (number, count): (usize, usize),
        options: &Options,
        sheet: &Sheet,
        text: &mut String,
    ) {
        let Sheet { width, height, margin, .. } = *sheet;
        let _ = writeln!(
            text,
            "<text x=\"{margin}\" y=\"{}\" font-size=\"22\" font-weight=\"700\" \
             fill=\"#111111\">{}</text>",
            margin + 22,
            Xml(&measure::cut(&self.title, 22, sheet.room()))
        );
        self.legend.draw(sheet, text);
        let y = height - margin - 2;
        let mut room = sheet.room();
        if count > 1 {
            let words = options.lang.page(number, count);
            room -= measure::width(&words, SOURCE) + 24;
            let _ = writeln!(
                text,
                "<text class=\"page\" x=\"{}\" y=\"{y}\" font-size=\"{SOURCE}\" \
                 text-anchor=\"end\" fill=\"#444444\">{words}</text>",
                width - margin
            );
        }
        let _ = writeln!(
            text,
            "<text x=\"{margin}\" y=\"{y}\" font-size=\"{SOURCE}\" fill=\"#666666\">{}</text>",
            Xml(&measure::cut(&self.source, SOURCE, room))
        );
    }
}

fn title(graph: &KnowledgeGraph, options: &Options) -> String {
    if let Some(title) = &options.title {
        return title.clone();
    }
    let lang = options.lang;
    let what = match graph.nodes_of(NodeKind::Document).next() {
        Some(document) if graph.documents().len() == 1 => graph.label(document).trim().to_owned(),
        _ => format!("{} {}", graph.documents().len(), lang.pick("份文件", "documents")),
    };
    let view = match (&options.choice.focus, options.view) {
        (Some(Focus::Ego { name, .. }), _) => name.clone(),
        (Some(Focus::Pillar(number)), _) => format!("{} {number}", lang.pick("纲", "pillar")),
        (Some(Focus::Top(count)), _) => match lang.name() {
            "zh" => format!("提及最多的 {count} 个"),
            _ => format!("the {count} named most often"),
        },
        (None, View::Overview) => lang.pick("纲要图", "overview").to_owned(),
        (None, View::Full) => lang.pick("纲目全图", "all actions").to_owned(),
    };
    format!("{what} · {view}")
}
