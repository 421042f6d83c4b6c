//! What the page knows: the documents' texts, nodes, edges, and where everything stands.

use std::collections::HashMap;

use serde_json::json;

use crate::coverage::{self, PillarCoverage};
use crate::graph::{Content, DocumentIndex, Evidence, KnowledgeGraph, NodeId};
use crate::schema::{EdgeKind, EntityKind, NodeKind, PillarKind, RelationKind, Role};
use crate::text::Span;

use super::super::flat::confidence;
use super::super::object::object;
use super::super::{Options, look};
use super::outline::outline;

/// The page's title.
pub(super) fn title(graph: &KnowledgeGraph, options: &Options) -> String {
    if let Some(title) = &options.title {
        return title.clone();
    }
    match graph.nodes_of(NodeKind::Document).next() {
        Some(document) if graph.documents().len() == 1 => graph.label(document).to_owned(),
        _ => format!("{} {}", graph.documents().len(), options.lang.pick("份文件", "documents")),
    }
}

/// The data as JSON that can stand in HTML. Places are `[document, start, end]`, in code points;
/// nodes, documents and sections are known by their place in their list.
pub(super) fn json(graph: &KnowledgeGraph, options: &Options, title: &str) -> String {
    let mut out = Vec::new();
    let (sections, places) = outline(graph);
    let numbers: HashMap<NodeId, usize> =
        graph.nodes().enumerate().map(|(number, node)| (node.id(), number)).collect();
    let documents: HashMap<DocumentIndex, usize> =
        graph.documents().enumerate().map(|(number, d)| (d.index, number)).collect();
    let range = |document: DocumentIndex, span: Span| {
        let range = graph.text(document).code_points(span);
        [documents.get(&document).copied().unwrap_or(0), range.start, range.end]
    };
    let ranges = |evidence: &[Evidence]| -> Vec<[usize; 3]> {
        evidence.iter().map(|e| range(e.document, e.span)).collect()
    };
    object(&mut out, |page| {
        page.put("title", title).put("lang", options.lang.name());
        page.put("kinds", &kinds()).put("links", &links()).put("roles", &roles());
        page.lines("documents", graph.documents(), |item, document| {
            let node = graph.document_id(document.index);
            item.put("node", &numbers.get(&node))
                .put("source", &document.source)
                .put("gaps", &graph.has_gaps(document.index))
                .put("text", graph.text(document.index).as_str());
        });
        page.lines("sections", sections.iter(), |item, section| {
            item.put("node", &numbers.get(&section.node))
                .put("number", &section.number)
                .put("parent", &section.parent);
        });
        page.lines("nodes", graph.nodes(), |item, node| {
            item.put("id", node.id().text().as_str())
                .put("kind", node.kind().name())
                .put("label", graph.label(node));
            if let Some(place) = places.get(&node.id()) {
                item.put("section", &place.section)
                    .put("overview", &place.overview)
                    .put("open", &place.open);
            }
            match node.content() {
                Content::Document(document) => {
                    let span = document.title.unwrap_or(Span::new(0, 0));
                    item.put("places", &[range(document.index, span)]);
                }
                Content::Pillar(pillar) => {
                    item.put("places", &[range(pillar.document, pillar.title)]);
                    if pillar.kind == PillarKind::Review {
                        item.put("review", &true);
                    }
                }
                Content::Action(action) => {
                    item.put("places", &[range(action.document, action.span)]);
                }
                Content::Entity(entity) => {
                    let forms: Vec<&str> =
                        entity.aliases.iter().map(|alias| alias.form.as_str()).collect();
                    item.put("aliases", &forms)
                        .put("confidence", &confidence(entity.confidence))
                        .put("places", &ranges(graph.mentions(entity)));
                }
            }
        });
        page.lines("edges", graph.edges(), |item, edge| {
            item.put("from", &numbers.get(&edge.source()))
                .put("to", &numbers.get(&edge.target()))
                .put("kind", edge.kind().name());
            if let Some(role) = edge.role() {
                item.put("role", role.name());
            }
            if edge.count() > 0 {
                item.put("places", &ranges(graph.evidence(edge)));
            }
        });
        let number = |id: &str| numbers.get(&id.parse().ok()?);
        page.lines("coverage", coverage::of_graph(graph).iter(), |item, of| {
            let left: Vec<[usize; 2]> = of.left_out.iter().map(|s| [s.start, s.end]).collect();
            item.put("node", &number(&of.id))
                .put("share", &tenths(of.share() * 100.0))
                .put("sentences", &[of.headings, of.with_action, of.with_name, left.len()])
                .put("left", &left)
                .lines("pillars", of.pillars.iter(), |item, pillar| {
                    let PillarCoverage { id, share, density, .. } = pillar;
                    item.put("node", &number(id)).put("share", &tenths(share * 100.0));
                    item.put("counts", &[density.actions, density.named, density.generic])
                        .put("figures", &tenths(density.figures_per_thousand()));
                });
        });
    });
    // no tag and no comment can begin in it, and it stays JSON
    String::from_utf8_lossy(&out).replace('<', "\\u003c")
}

/// A number to one place, as people read it.
fn tenths(number: f64) -> f64 {
    (number * 10.0).round() / 10.0
}

/// What kinds of nodes are called, and their colours.
fn kinds() -> serde_json::Value {
    let entities = EntityKind::ALL.iter().map(|&kind| NodeKind::Entity(kind));
    let kinds =
        [NodeKind::Document, NodeKind::Pillar, NodeKind::Action].into_iter().chain(entities);
    let of = |kind: NodeKind| {
        let colours = look::colours(kind, PillarKind::Plan);
        json!({
            "name": kind.name(), "zh": kind.zh(), "en": kind.en(),
            // the others wait until they are asked for
            "first": !matches!(kind, NodeKind::Entity(kind) if !kind.is_core()),
            "fill": colours.fill, "line": colours.line, "text": colours.text,
        })
    };
    kinds.map(of).collect()
}

/// What kinds of edges are called, and their colours.
fn links() -> serde_json::Value {
    use EdgeKind::{AppearsIn, HasAction, HasPillar, Involves, Mentions};
    let relations = RelationKind::ALL.iter().map(|&kind| EdgeKind::Relation(kind));
    let kinds = [HasPillar, HasAction, Involves, AppearsIn, Mentions].into_iter().chain(relations);
    let of = |kind: EdgeKind| {
        let relation = matches!(kind, EdgeKind::Relation(_));
        json!({
            "name": kind.name(), "zh": kind.zh(), "en": kind.en(),
            "line": look::edge(kind), "relation": relation,
        })
    };
    kinds.map(of).collect()
}

fn roles() -> serde_json::Value {
    let of = |role: &Role| json!({ "name": role.name(), "zh": role.zh(), "en": role.en() });
    Role::ALL.iter().map(of).collect()
}
