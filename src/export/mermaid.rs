//! Mermaid flow charts, which GitHub, GitLab and many editors draw in Markdown. A view chooses how
//! much stands in them: Mermaid gives up on more than some hundred edges.

use std::fmt::Write as _;
use std::io::Write;

use crate::graph::{KnowledgeGraph, Node, NodeId};
use crate::schema::{EdgeKind, NodeKind, PillarKind};

use super::dot::View;
use super::{ExportError, Exporter, Options, Takes, flat, look};

pub(super) const FORMAT: Exporter = Exporter::single(
    "mermaid",
    "mmd",
    "text/vnd.mermaid",
    "Markdown on GitHub and elsewhere: a flow chart; --view overview leaves the actions out",
    write,
)
.taking(Takes::Picture);

/// Characters of a label.
const LABEL: usize = 80;

fn write(
    graph: &KnowledgeGraph,
    options: &Options,
    sink: &mut dyn Write,
) -> Result<(), ExportError> {
    let full = options.view == View::Full;
    let shown = |node: &Node| full || node.kind() != NodeKind::Action;
    let drawn = |kind: EdgeKind| match kind {
        EdgeKind::HasAction | EdgeKind::Involves => full,
        EdgeKind::AppearsIn => !full,
        EdgeKind::HasPillar | EdgeKind::Mentions | EdgeKind::Relation(_) => true,
    };
    let edges = graph.edges().filter(|edge| drawn(edge.kind())).count();
    let mut text = String::new();
    let _ = writeln!(
        text,
        "%%{{init: {{\"maxEdges\": {}, \"maxTextSize\": 5000000}}}}%%\nflowchart LR",
        edges.max(500)
    );
    for node in graph.nodes().filter(|node| shown(node)) {
        let (open, close) = match node.kind() {
            NodeKind::Document => ("[[", "]]"),
            NodeKind::Pillar => ("[", "]"),
            NodeKind::Action => ("(", ")"),
            NodeKind::Entity(_) => ("([", "])"),
        };
        let _ = write!(text, "  {}{open}\"", name(node.id()));
        escape(graph.label(node), &mut text);
        let review = flat::pillar_kind(node) == PillarKind::Review;
        let class = if review { "review" } else { node.kind().name() };
        let _ = writeln!(text, "\"{close}:::{class}");
    }
    for edge in graph.edges().filter(|edge| drawn(edge.kind())) {
        let (source, target) = (name(edge.source()), name(edge.target()));
        let _ = match edge.kind() {
            EdgeKind::Relation(_) => {
                let label = options.lang.of_edge(edge.kind());
                writeln!(text, "  {source} -->|\"{label}\"| {target}")
            }
            // from the pillar to what it names, as everything else reads
            EdgeKind::AppearsIn => writeln!(text, "  {target} --- {source}"),
            EdgeKind::Involves | EdgeKind::Mentions => writeln!(text, "  {source} --- {target}"),
            EdgeKind::HasPillar | EdgeKind::HasAction => writeln!(text, "  {source} --> {target}"),
        };
    }
    for kind in flat::kinds(graph) {
        style(&mut text, kind.name(), kind, PillarKind::Plan);
        if kind == NodeKind::Pillar {
            style(&mut text, "review", kind, PillarKind::Review);
        }
    }
    Ok(sink.write_all(text.as_bytes())?)
}

fn style(text: &mut String, class: &str, kind: NodeKind, pillar: PillarKind) {
    let colours = look::colours(kind, pillar);
    let _ = writeln!(
        text,
        "  classDef {class} fill:{},stroke:{},color:{}",
        colours.fill, colours.line, colours.text
    );
}

fn name(id: NodeId) -> String {
    id.text().as_str().replace(':', "_")
}

/// Words in a quoted label. Everything that Mermaid, Markdown or HTML would read is written by its
/// number.
fn escape(words: &str, text: &mut String) {
    for (place, c) in words.chars().enumerate() {
        if place == LABEL {
            text.push('…');
            return;
        }
        match c {
            '"' | '#' | '<' | '>' | '&' | '`' | '*' | '_' | '\\' | '[' | ']' | '{' | '}' | '|'
            | '%' | ';' | '$' | '~' | '\'' => {
                let _ = write!(text, "#{};", u32::from(c));
            }
            '\n' | '\r' | '\t' | '\u{2028}' | '\u{2029}' => text.push(' '),
            // ‘1. ’ at the beginning is a list, which Mermaid refuses
            '.' | '-' | '+' | ')' if place < 4 => {
                let _ = write!(text, "#{};", u32::from(c));
            }
            c if c.is_control() => text.push('\u{FFFD}'),
            c => text.push(c),
        }
    }
}
