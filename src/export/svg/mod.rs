//! Pictures without Graphviz: the plan as an outline in columns, each section with what it names,
//! or with its actions and what each of them names.
//!
//! An entity is drawn wherever it is named, so that no line crosses another and a picture can be
//! read like a page. Nothing overlaps: every place is computed from widths that are larger than
//! those of the fonts. Text is text.

mod item;
mod measure;
mod page;

use std::fmt::Write as _;
use std::io::Write;

use crate::graph::{Content, KnowledgeGraph};
use crate::schema::{NodeKind, PillarKind};

use super::choice::{Focus, choose};
use super::dot::View;
use super::xml::Xml;
use super::{ExportError, Exporter, Options, flat, look};
use page::{Page, columns_for};

pub(super) const FORMAT: Exporter = Exporter::single(
    "svg",
    "svg",
    "image/svg+xml",
    "a picture for reports and slides: --view, --pillar, --ego, --top, --type, --document, --size",
    write,
);

/// How large a picture is.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
pub enum Size {
    /// As large as its content, about as wide as a screen.
    #[default]
    Screen,
    /// A page of A4, upright.
    A4,
    /// A page of A3, lying.
    A3,
    /// A slide of 16 to 9.
    Slide,
}

impl Size {
    /// All, in the order in which they are listed to people.
    pub const ALL: &'static [Size] = &[Size::Screen, Size::A4, Size::A3, Size::Slide];

    /// What it is called on the command line.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Size::Screen => "screen",
            Size::A4 => "a4",
            Size::A3 => "a3",
            Size::Slide => "slide",
        }
    }

    /// The size of this [name](Size::name).
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|size| size.name() == name)
    }

    /// Width and height in millimetres; a screen has none.
    fn millimetres(self) -> Option<(u32, u32)> {
        match self {
            Size::Screen => None,
            Size::A4 => Some((210, 297)),
            Size::A3 => Some((420, 297)),
            Size::Slide => Some((338, 190)),
        }
    }
}

/// Around everything.
const MARGIN: i32 = 28;
/// Between columns.
const GUTTER: i32 = 32;
/// The title, and the line of kinds below it.
const HEAD: i32 = 76;
/// The source line.
const FOOT: i32 = 30;

fn write(
    graph: &KnowledgeGraph,
    options: &Options,
    sink: &mut dyn Write,
) -> Result<(), ExportError> {
    let shown = choose(graph, options.view, &options.choice);
    let items = item::items(graph, options, &shown);
    let width = item::width(options.view);
    let wanted = options.size.millimetres().map_or(1.5, |(w, h)| f64::from(w) / f64::from(h));
    let pages = columns_for(&items, wanted, width);
    let tallest = pages.iter().map(Page::height).max().unwrap_or(0);
    let count = i32::try_from(pages.len()).unwrap_or(1).max(1);
    let (mut w, mut h) = (
        2 * MARGIN + count * width + (count - 1) * GUTTER,
        2 * MARGIN + HEAD + tallest.max(40) + FOOT,
    );
    let mut text = String::new();
    let dimensions = match options.size.millimetres() {
        Some((wide, high)) => {
            // the content keeps its place, and the page gets what is missing to its shape
            let (wide, high) = (f64::from(wide), f64::from(high));
            let (cw, ch) = (f64::from(w), f64::from(h));
            #[allow(clippy::cast_possible_truncation, reason = "pixels of a picture")]
            if cw / ch < wide / high {
                w = (ch * wide / high) as i32;
            } else {
                h = (cw * high / wide) as i32;
            }
            format!("width=\"{wide}mm\" height=\"{high}mm\"")
        }
        None => format!("width=\"{w}\" height=\"{h}\""),
    };
    let title = title(graph, options);
    let _ = writeln!(
        text,
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {w} {h}\" {dimensions} \
         font-family=\"'Noto Sans CJK SC', 'Source Han Sans SC', 'PingFang SC', \
         'Microsoft YaHei', sans-serif\" lang=\"{}\">\n<title>{}</title>\n\
         <rect width=\"{w}\" height=\"{h}\" fill=\"#FFFFFF\"/>",
        options.lang.name(),
        Xml(&title)
    );
    head(&mut text, graph, options, &title, w);
    // what the page's shape leaves free goes between the columns
    let spare = (w - 2 * MARGIN - count * width - (count - 1) * GUTTER) / (count - 1).max(1);
    for (place, page) in (0..).zip(&pages) {
        let left = MARGIN + place * (width + GUTTER + spare);
        page.draw(left, MARGIN + HEAD, &mut text);
    }
    if items.is_empty() {
        let words = options.lang.pick("所选范围内没有内容", "nothing fits what was chosen");
        let _ = writeln!(
            text,
            "<text x=\"{MARGIN}\" y=\"{}\" font-size=\"14\">{words}</text>",
            MARGIN + HEAD + 20
        );
    }
    let sources = shown.sections.iter().filter_map(|section| match section.node.content() {
        Content::Document(document) => Some(document.source.as_str()),
        _ => None,
    });
    foot(&mut text, &sources.collect::<Vec<_>>(), options, (w, h));
    text.push_str("</svg>\n");
    Ok(sink.write_all(text.as_bytes())?)
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

/// The title, and under it what colours mean.
fn head(text: &mut String, graph: &KnowledgeGraph, options: &Options, title: &str, width: i32) {
    let room = width - 2 * MARGIN;
    let title = measure::cut(title, 22, room);
    let _ = writeln!(
        text,
        "<text x=\"{MARGIN}\" y=\"{}\" font-size=\"22\" font-weight=\"700\" fill=\"#111111\">{}</text>",
        MARGIN + 22,
        Xml(&title)
    );
    let mut left = MARGIN;
    for kind in flat::kinds(graph).into_iter().filter(|kind| matches!(kind, NodeKind::Entity(_))) {
        let (name, colours) = (options.lang.of_node(kind), look::colours(kind, PillarKind::Plan));
        let width = measure::width(name, 12) + 32;
        if left + width > MARGIN + room {
            break;
        }
        let _ = writeln!(
            text,
            "<rect class=\"legend\" x=\"{left}\" y=\"{}\" width=\"14\" height=\"12\" rx=\"3\" \
             fill=\"{}\" stroke=\"{}\"/><text x=\"{}\" y=\"{}\" font-size=\"12\" \
             fill=\"#333333\">{name}</text>",
            MARGIN + 40,
            colours.fill,
            colours.line,
            left + 20,
            MARGIN + 51
        );
        left += width;
    }
}

/// Where it is from.
fn foot(text: &mut String, sources: &[&str], options: &Options, (width, height): (i32, i32)) {
    let words = format!(
        "{}{} · gangmu {}",
        options.lang.pick("来源：", "Source: "),
        sources.join(options.lang.pick("、", ", ")),
        env!("CARGO_PKG_VERSION")
    );
    let words = measure::cut(&words, 11, width - 2 * MARGIN);
    let _ = writeln!(
        text,
        "<text x=\"{MARGIN}\" y=\"{}\" font-size=\"11\" fill=\"#666666\">{}</text>",
        height - MARGIN + 6,
        Xml(&words)
    );
}
