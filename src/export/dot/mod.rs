//! Graphviz DOT: a picture of the graph.
//!
//! Everything is written into memory by dot-writer, which can only panic on a failing sink, and
//! then handed on. Nodes are named by their ids with `_` for `:`, which Graphviz takes unquoted, so
//! that two versions of a picture can be compared line by line.
//!
//! Both views read from left to right, as headings of a Chinese plan are long and few. Nodes of the
//! legend have the class `legend`, nodes that stand for others that are not shown the class
//! `more`; every other node of the picture is one of the graph, of the class of its kind.

mod full;
mod legend;
mod node;
mod overview;
pub(super) mod picture;
mod style;
pub(super) mod text;

use std::io::Write;

use dot_writer::{Attributes, DotWriter, RankDirection};

use crate::graph::KnowledgeGraph;
use crate::schema::NodeKind;

use super::language::Lang;
use super::{ExportError, Options};
use text::{Text, TextAttributes};

/// How much is drawn.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
pub enum View {
    /// Documents, pillars, and the entities in them; of a pillar with very many, those that are
    /// named most often.
    #[default]
    Overview,
    /// Every node: actions too, and who is involved in them.
    Full,
}

impl View {
    /// Both, in the order in which they are listed to people.
    pub const ALL: &'static [View] = &[View::Overview, View::Full];

    /// What it is called on the command line.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            View::Overview => "overview",
            View::Full => "full",
        }
    }

    /// The view of this [name](View::name).
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|view| view.name() == name)
    }

    /// The view in which a picture of the graph can be read on one page: the full one for up to
    /// 40 actions.
    #[must_use]
    pub fn fitting(graph: &KnowledgeGraph) -> Self {
        let actions = graph.nodes_of(NodeKind::Action).count();
        if actions <= 40 { View::Full } else { View::Overview }
    }

    fn zh(self) -> &'static str {
        match self {
            View::Overview => "纲要图",
            View::Full => "纲目全图",
        }
    }

    fn en(self) -> &'static str {
        match self {
            View::Overview => "overview",
            View::Full => "all actions",
        }
    }
}

/// The font of every text: Graphviz measures Chinese by it, and SVG viewers look for it.
const FONT: &str = "Noto Sans CJK SC";

pub(super) fn write(
    graph: &KnowledgeGraph,
    options: &Options,
    sink: &mut dyn Write,
) -> Result<(), ExportError> {
    let mut bytes = Vec::new();
    {
        let mut writer = DotWriter::from(&mut bytes);
        // the compact mode of dot-writer eats white space inside of labels
        writer.set_pretty_print(true);
        let mut digraph = writer.digraph();
        let (ranksep, nodesep) = match options.view {
            View::Overview => ("0.22", "0.12"),
            View::Full => ("0.55", "0.1"),
        };
        digraph
            .graph_attributes()
            .set("charset", "UTF-8", true)
            .set("fontname", FONT, true)
            .set("fontsize", "22", false)
            .set("bgcolor", "#FFFFFF", true)
            .set("labelloc", "t", true)
            .set("labeljust", "l", true)
            .set("pad", "0.3", false)
            .set("ranksep", ranksep, false)
            .set("nodesep", nodesep, false)
            .set("outputorder", "edgesfirst", true)
            .set_rank_direction(RankDirection::LeftRight);
        digraph
            .node_attributes()
            .set("fontname", FONT, true)
            .set("fontsize", "11", false)
            .set("margin", "0.08,0.045", true)
            .set("height", "0.3", false)
            .set("width", "0.3", false);
        digraph
            .edge_attributes()
            .set("fontname", FONT, true)
            .set("fontsize", "9", false)
            .set("color", style::GREY, true)
            .set("arrowsize", "0.6", false);
        let title = title(graph, options);
        // set as the graph's own, not as the default of all: clusters would show it too
        digraph.set_text("label", &Text::plain(&title, 120));
        digraph.set_text("tooltip", &Text::plain(&title, 120));
        let lang = options.lang;
        let sections = picture::arrange(graph, options.view);
        let note = match options.view {
            View::Overview => match overview::draw(graph, lang, &sections, &mut digraph) {
                0 => lang
                    .pick(
                        "虚线：也见于别的纲　　+n：另有 n 个未画出",
                        "dashed: also in another pillar　　+n: n more are not drawn",
                    )
                    .to_owned(),
                left_out => match lang {
                    Lang::Zh => format!(
                        "名称画在提及最多的纲里，也见于别的纲的 {left_out} 处从略　　\
                         +n：另有 n 个未画出"
                    ),
                    Lang::En => format!(
                        "names stand in the pillar that names them most; {left_out} places in others \
                         are left out　　+n: n more are not drawn"
                    ),
                },
            },
            View::Full => {
                full::draw(graph, lang, &sections, &mut digraph);
                lang.pick(
                    "浅线：见于别的纲　　虚线：不在举措之中　　红线：文中所述关系",
                    "pale: in another pillar　　dashed: in no action　　red: a relation that the text states",
                )
                .to_owned()
            }
        };
        legend::draw(graph, lang, &sections, &note, &mut digraph);
    }
    Ok(sink.write_all(&bytes)?)
}

fn title(graph: &KnowledgeGraph, options: &Options) -> String {
    if let Some(title) = &options.title {
        return title.clone();
    }
    let lang = options.lang;
    let count = graph.documents().len();
    let what = match graph.nodes_of(NodeKind::Document).next() {
        Some(document) if count == 1 => graph.label(document).trim().to_owned(),
        _ => format!("{count} {}", lang.pick("份文件", "documents")),
    };
    format!("{what} · {}", lang.pick(options.view.zh(), options.view.en()))
}
