//! A graph in a few words, for the person who made it.

use gangmu::graph::KnowledgeGraph;
use gangmu::schema::{EntityKind, NodeKind};

use crate::collect::Skipped;

/// Says how much of what a graph holds.
pub fn of(graph: &KnowledgeGraph) -> String {
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
    summary
}

/// What did not go into a graph.
pub struct Passed<'a> {
    /// Of folders.
    pub skipped: &'a Skipped,
    /// Files of archives that were not asked for or are in no format that is read.
    pub in_archives: usize,
    /// Files with the same bytes as others.
    pub same: usize,
    /// Documents that could not be read.
    pub failed: usize,
}

/// Says what was passed over; nothing when nothing was.
pub fn passed_over(passed: &Passed<'_>) -> Option<String> {
    let Skipped { unknown, hidden, excluded, odd } = passed.skipped;
    let number: usize = unknown.values().sum();
    let endings: Vec<String> = unknown.iter().take(6).map(|(e, n)| format!("{e} {n}")).collect();
    let parts = [
        (number, format!("in formats that are not read ({})", endings.join(", "))),
        (*hidden, "hidden".to_owned()),
        (*excluded, "left out by --include or --exclude".to_owned()),
        (*odd, "links to folders or no ordinary files".to_owned()),
        (passed.in_archives, "in archives".to_owned()),
    ];
    let total: usize = parts.iter().map(|(n, _)| n).sum();
    let parts: Vec<String> =
        parts.iter().filter(|(n, _)| *n > 0).map(|(n, what)| format!("{n} {what}")).collect();
    let mut lines = Vec::new();
    if total > 0 {
        lines.push(format!("skipped {}: {}", counted(total, "file", "files"), parts.join(", ")));
    }
    if passed.same > 0 {
        let files = counted(passed.same, "file has", "files have");
        lines.push(format!("{files} the same bytes as another, which was read once"));
    }
    if passed.failed > 0 {
        let documents = counted(passed.failed, "document", "documents");
        lines.push(format!("{documents} could not be read:"));
    }
    (!lines.is_empty()).then(|| lines.join("\n"))
}

/// A number with its noun.
fn counted(n: usize, one: &str, many: &str) -> String {
    format!("{n} {}", if n == 1 { one } else { many })
}
