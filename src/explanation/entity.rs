//! Why an entity is in the graph.

use crate::extraction::AliasReason;
use crate::published::{Edge, EntityFacts, Node};
use crate::schema::{EdgeKind, Role};

use super::page::{Style, Writer};

pub(super) fn write(page: &mut Writer<'_>, node: &Node, entity: &EntityFacts) {
    let kind = format!("{} {} ", node.kind.zh(), node.kind.name());
    page.line(
        0,
        &[
            (Style::Plain, &kind),
            (Style::Title, &node.label),
            (Style::Place, &format!("  {}", node.id)),
        ],
    );
    let confidence = format!(
        "confidence {}: 1 − ∏(1 − c) over the {} mentions below, at most 0.99",
        entity.confidence,
        entity.mentions.len()
    );
    page.plain(1, &confidence);
    for alias in &entity.aliases {
        let reason = entity.alias_reasons.get(alias).map(String::as_str).unwrap_or_default();
        let words = format!(" — {}", because(reason));
        page.line(
            1,
            &[(Style::Plain, "also called "), (Style::Title, alias), (Style::Plain, &words)],
        );
    }
    if !entity.within.is_empty() {
        let around = entity.within.join(", ");
        page.plain(1, &format!("it lies in {around} — the lexicon says so"));
    }
    page.plain(1, "it is named by");
    for mention in &entity.mentions {
        page.quote(2, mention);
        if let Some(office) = &mention.office {
            page.plain(3, &format!("beside the office {}", office.text));
        }
    }
    let (incoming, outgoing) = edges(page, node);
    for edge in incoming.iter().chain(&outgoing).filter(|edge| edge.kind == EdgeKind::Involves) {
        let role = edge.role.as_deref().and_then(Role::from_name).unwrap_or(Role::Mentioned);
        joined(page, &format!("as {} {} in the action ", role.zh(), role.en()), &edge.source, edge);
    }
    for edge in outgoing.iter().filter(|edge| edge.kind == EdgeKind::AppearsIn) {
        let times = format!("named {} under ", times(edge.evidence.len()));
        joined(page, &times, &edge.target, edge);
    }
    for edge in incoming.iter().filter(|edge| edge.kind == EdgeKind::Mentions) {
        let times = format!("named {}, outside every pillar, in ", times(edge.evidence.len()));
        joined(page, &times, &edge.source, edge);
    }
    for edge in outgoing.iter().chain(&incoming) {
        let EdgeKind::Relation(kind) = edge.kind else { continue };
        let leaves = edge.source == node.id;
        let (verb, other) = if leaves {
            (format!("{} {} → ", kind.zh(), kind.en()), &edge.target)
        } else {
            (format!("{} {} ← ", kind.zh(), kind.en()), &edge.source)
        };
        joined(page, &verb, other, edge);
        for quote in &edge.evidence {
            page.quote(2, quote);
        }
    }
}

fn edges<'s>(page: &Writer<'s>, node: &Node) -> (Vec<&'s Edge>, Vec<&'s Edge>) {
    let index = page.sources.index;
    (index.incoming(&node.id).to_vec(), index.outgoing(&node.id).to_vec())
}

/// A line about the other end of an edge.
fn joined(page: &mut Writer<'_>, how: &str, other: &str, edge: &Edge) {
    let label = page.sources.index.node(other).map_or(other, |node| &node.label);
    page.line(
        1,
        &[(Style::Plain, how), (Style::Title, label), (Style::Place, &format!("  {}", edge.key))],
    );
}

fn times(n: usize) -> String {
    match n {
        1 => "once".to_owned(),
        2 => "twice".to_owned(),
        _ => format!("{n} times"),
    }
}

/// Why a form is a name of an entity.
fn because(reason: &str) -> String {
    let known = AliasReason::ALL.iter().find(|known| known.name() == reason);
    match known {
        Some(reason) => format!("{}: {}", reason.name(), reason.sentence()),
        None if reason.is_empty() => "the file does not say why".to_owned(),
        None => reason.to_owned(),
    }
}
