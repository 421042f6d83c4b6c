//! A graph in a few words, for the person who made it.

use gangmu::graph::KnowledgeGraph;
use gangmu::schema::{EntityKind, NodeKind};

/// Says how much of what a graph holds, and how many files in folders were passed over.
pub fn of(graph: &KnowledgeGraph, skipped: usize) -> String {
    let number = |kind| graph.nodes_of(kind).count();
    let kinds: Vec<String> = EntityKind::ALL
        .iter()
        .map(|&kind| (number(NodeKind::Entity(kind)), kind))
        .filter(|&(n, _)| n > 0)
        .map(|(n, kind)| format!("{} {n}", kind.zh()))
        .collect();
    let entities: usize = EntityKind::ALL.iter().map(|&kind| number(NodeKind::Entity(kind))).sum();
    let mut summary = format!(
        "{}: {}, {}, {}",
        counted(graph.documents().len(), "document", "documents"),
        counted(number(NodeKind::Pillar), "pillar", "pillars"),
        counted(number(NodeKind::Action), "action", "actions"),
        counted(entities, "entity", "entities"),
    );
    if !kinds.is_empty() {
        summary.push_str(&format!(" ({})", kinds.join(", ")));
    }
    if skipped > 0 {
        let files = counted(skipped, "file", "files");
        summary.push_str(&format!(
            "\nskipped {files} in formats that are not read (see `gangmu formats`)"
        ));
    }
    summary
}

/// A number with its noun.
fn counted(n: usize, one: &str, many: &str) -> String {
    format!("{n} {}", if n == 1 { one } else { many })
}
