//! Nodes and edges as both views draw them.

use dot_writer::{Attributes, AttributesList, Scope};

use crate::graph::{Content, Edge, Entity, KnowledgeGraph, Node, NodeId};
use crate::schema::{EdgeKind, PillarKind};

use super::super::language::Lang;
use super::style::{self, style};
use super::text::{Lines, Text, TextAttributes};

/// Characters of a tooltip.
const TOOLTIP: usize = 400;

/// The name of a node in the file.
pub(super) fn name(id: NodeId) -> String {
    id.text().as_str().replace(':', "_")
}

/// Declares a node of the graph. `number` stands before a pillar's title.
pub(super) fn draw(
    graph: &KnowledgeGraph,
    lang: Lang,
    node: &Node,
    number: &str,
    scope: &mut Scope,
) {
    let words = graph.label(node);
    let mut kind = PillarKind::Plan;
    let label = match node.content() {
        Content::Document(_) => Text::wrapped(words, 16, 6, Lines::Centred),
        Content::Pillar(pillar) => {
            kind = pillar.kind;
            Text::wrapped(&format!("{number} {words}"), 22, 4, Lines::Centred)
        }
        Content::Action(_) => Text::wrapped(words, 52, 3, Lines::Left),
        Content::Entity(_) => Text::wrapped(words, 18, 3, Lines::Centred),
    };
    let style = style(node.kind(), kind);
    let mut drawn = scope.node_named(name(node.id()));
    drawn.set_text("label", &label).set_text("tooltip", &tooltip(graph, lang, node));
    style.apply(&mut *drawn);
    drawn.set("class", node.kind().name(), true);
}

fn tooltip(graph: &KnowledgeGraph, lang: Lang, node: &Node) -> Text {
    let label = graph.label(node);
    let words = match node.content() {
        Content::Document(document) => format!("{label}\n{}", document.source),
        Content::Pillar(pillar) => match pillar.principle {
            Some(span) => format!("{label}\n{}", graph.words(pillar.document, span)),
            None => label.to_owned(),
        },
        Content::Action(_) => label.to_owned(),
        Content::Entity(entity) => entity_tooltip(graph, lang, entity),
    };
    Text::plain(&words, TOOLTIP)
}

/// The name, its other names, and where it is named first.
fn entity_tooltip(graph: &KnowledgeGraph, lang: Lang, entity: &Entity) -> String {
    let mentions = graph.mentions(entity);
    let (name, kind, places) = (&entity.name, entity.kind, mentions.len());
    let mut words = match lang {
        Lang::Zh => format!("{name}（{}，{places} 处）", kind.zh()),
        Lang::En => format!("{name} ({}, named {places} ×)", kind.en()),
    };
    for alias in &entity.aliases {
        words.push_str(&format!("\n= {} ({})", alias.form, alias.reason.name()));
    }
    for mention in mentions.iter().take(3) {
        let document = graph.node(graph.document_id(mention.document));
        let document = document.map_or("", |node| graph.label(node));
        let place = graph.text(mention.document).code_points(mention.span);
        let rule = mention.rule.name();
        words.push_str(&format!("\n{document} {}–{} ({rule})", place.start, place.end));
    }
    words
}

/// The words that an edge rests on.
pub(super) fn evidence(graph: &KnowledgeGraph, edge: &Edge) -> Text {
    let quotes: Vec<&str> =
        graph.evidence(edge).iter().take(8).map(|e| graph.words(e.document, e.span)).collect();
    Text::plain(&quotes.join(" / "), TOOLTIP)
}

/// Draws the relations of entities that are shown. They are no part of the layout.
pub(super) fn relations(
    graph: &KnowledgeGraph,
    lang: Lang,
    shown: impl Fn(NodeId) -> bool,
    scope: &mut Scope,
) {
    for edge in graph.edges().filter(|edge| shown(edge.source()) && shown(edge.target())) {
        if let EdgeKind::Relation(_) = edge.kind() {
            let drawn = scope.edge(name(edge.source()), name(edge.target()));
            let mut drawn = drawn.attributes();
            drawn
                .set("constraint", "false", false)
                .set("color", style::RED, true)
                .set("fontcolor", style::DARK_RED, true)
                .set("penwidth", "1.3", false)
                // set behind the layout: a label within a rank would be a node of it, and break it
                .set("xlabel", lang.of_edge(edge.kind()), true)
                .set_text("tooltip", &evidence(graph, edge));
        }
    }
}

/// Takes an edge out of sight: it only holds nodes in place.
pub(super) fn hide<'a, 'd, 'w>(
    edge: &'a mut AttributesList<'d, 'w>,
) -> &'a mut AttributesList<'d, 'w> {
    edge.set("style", "invis", true)
}
