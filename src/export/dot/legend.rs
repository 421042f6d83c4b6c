//! What shapes, colours and lines mean: a row of examples under the picture.

use std::collections::BTreeSet;

use dot_writer::{Attributes, Scope};

use crate::graph::{Content, KnowledgeGraph};
use crate::schema::{NodeKind, PillarKind};

use super::super::language::Lang;
use super::node::hide;
use super::picture::{Section, shown};
use super::style::style;

/// Explains the kinds of nodes that the picture shows, and no others; `note` explains its lines.
pub(super) fn draw(
    graph: &KnowledgeGraph,
    lang: Lang,
    sections: &[Section],
    note: &str,
    digraph: &mut Scope,
) {
    let shown = shown(sections);
    // a review is told from a plan, other kinds have one look each
    let kinds: BTreeSet<(NodeKind, Option<PillarKind>)> = graph
        .nodes()
        .filter(|node| shown.contains_key(&node.id()))
        .map(|node| match node.content() {
            Content::Pillar(pillar) => (node.kind(), Some(pillar.kind)),
            _ => (node.kind(), None),
        })
        .collect();
    if kinds.is_empty() {
        return;
    }
    let mut cluster = digraph.cluster();
    cluster
        .set("label", &format!("{}　　{note}", lang.pick("图例", "Legend")), true)
        .set("tooltip", "", true)
        .set("fontsize", "12", false)
        .set("labeljust", "l", true)
        .set("style", "rounded", true)
        .set("color", "#CCCCCC", true);
    let mut names = Vec::new();
    for (place, (kind, pillar)) in kinds.into_iter().enumerate() {
        let name = format!("legend_{place}");
        let label = match pillar {
            Some(pillar) => {
                let colon = lang.pick("：", ": ");
                format!("{}{colon}{}", lang.of_node(kind), lang.of_pillar(pillar))
            }
            None => lang.of_node(kind).to_owned(),
        };
        let mut example = cluster.node_named(&name);
        example.set("label", &label, true).set("tooltip", kind.name(), true);
        let look = style(kind, pillar.unwrap_or(PillarKind::Plan));
        look.apply(&mut *example);
        example.set("fontsize", "11", false).set("class", "legend", true);
        drop(example);
        names.push(name);
    }
    // rows are written from the last: a cluster is laid out from the bottom upwards
    for row in names.chunks(PER_ROW).rev() {
        if let Some(edges) = cluster.edges(row) {
            hide(&mut edges.attributes());
        }
    }
}

/// Examples side by side.
const PER_ROW: usize = 7;
