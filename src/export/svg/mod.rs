//! Pictures without Graphviz: the plan as an outline in columns, each section with what it names,
//! or with its actions and what each of them names; on paper and slides in as many pages as it takes
//! in letters that can be read.
//!
//! An entity is drawn wherever it is named, so that no line crosses another and a picture can be
//! read like a page. Nothing overlaps: every place is computed from widths that are larger than
//! those of the fonts. Text is text.

mod column;
mod frame;
mod item;
mod layout;
mod measure;
mod sheet;

use std::fmt::Write as _;

use crate::graph::KnowledgeGraph;

use super::choice::choose;
use super::xml::Xml;
use super::{Exporter, Files, Options, Takes};
use column::Column;
use frame::Frame;
use layout::{GUTTER, Layout};
pub use sheet::Size;

pub(super) const FORMAT: Exporter = Exporter {
    name: "svg",
    extension: "svg",
    media_type: "image/svg+xml",
    purpose: "a picture for reports and slides, a file a page: --view, --size, --pillar, --ego …",
    // it marks what the picture is about, and so chooses by itself
    takes: Takes::Everything,
    files: Files::Pages(pages),
};

/// Draws every page.
fn pages(graph: &KnowledgeGraph, options: &Options) -> Vec<Vec<u8>> {
    let shown = choose(graph, options.view, &options.choice.of_picture());
    let frame = Frame::new(graph, options, &shown);
    let items = |width| item::items(graph, options, &shown, width);
    let layout = Layout::new(options.size, options.view, &frame.legend, &items);
    let pages = layout.pages();
    let draw = |(number, columns): (usize, &&[Column])| {
        page(&layout, &frame, options, columns, (number, pages.len())).into_bytes()
    };
    (1..).zip(&pages).map(draw).collect()
}

fn page(
    layout: &Layout,
    frame: &Frame,
    options: &Options,
    columns: &[Column],
    number: (usize, usize),
) -> String {
    let sheet = &layout.sheet;
    let (w, h, margin) = (sheet.width, sheet.height, sheet.margin);
    let mut text = String::new();
    let _ = writeln!(
        text,
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {w} {h}\" {} \
         font-family=\"'Noto Sans CJK SC', 'Source Han Sans SC', 'PingFang SC', \
         'Microsoft YaHei', sans-serif\" lang=\"{}\">\n<title>{}</title>\n\
         <rect width=\"{w}\" height=\"{h}\" fill=\"#FFFFFF\"/>",
        sheet.dimensions,
        options.lang.name(),
        Xml(&frame.title)
    );
    frame.draw(number, options, sheet, &mut text);
    let top = margin + frame.legend.head(sheet.room());
    for (place, column) in (0..).zip(columns) {
        let left = margin + place * (layout.width + GUTTER);
        column.draw(&layout.items, (left, top), layout.width, options.lang, &mut text);
    }
    if layout.items.is_empty() {
        let words = options.lang.pick("所选范围内没有内容", "nothing fits what was chosen");
        let y = top + 20;
        let _ = writeln!(text, "<text x=\"{margin}\" y=\"{y}\" font-size=\"14\">{words}</text>");
    }
    text.push_str("</svg>\n");
    text
}
