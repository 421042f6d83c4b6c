//! Why an edge is in the graph.

use crate::published::Edge;
use crate::schema::{EdgeKind, Role};

use super::page::{Style, Writer};

pub(super) fn write(page: &mut Writer<'_>, edge: &Edge) {
    let index = page.sources.index;
    let label = |id: &str| match index.node(id) {
        Some(node) => format!("{} “{}”", node.kind.zh(), node.label),
        None => id.to_owned(),
    };
    let (source, target) = (label(&edge.source), label(&edge.target));
    page.line(
        0,
        &[
            (Style::Title, &source),
            (Style::Plain, &format!(" -{}-> ", edge.kind.name())),
            (Style::Title, &target),
            (Style::Place, &format!("  {}", edge.key)),
        ],
    );
    page.plain(1, &meaning(edge));
    if let Some(role) = edge.role.as_deref().and_then(Role::from_name) {
        page.plain(1, &format!("role: {} {}", role.zh(), role.en()));
    }
    if !edge.evidence.is_empty() {
        page.plain(1, "it rests on");
    }
    for quote in &edge.evidence {
        page.quote(2, quote);
    }
}

/// What an edge of its kind says.
fn meaning(edge: &Edge) -> String {
    let meaning = match edge.kind {
        EdgeKind::HasPillar => "structure: the heading stands in what holds it",
        EdgeKind::HasAction => "structure: the deepest pillar whose section holds the clause",
        EdgeKind::Involves => "the clause of the action names the entity",
        EdgeKind::AppearsIn => "the deepest pillar whose section holds the name",
        EdgeKind::Mentions => "the document names the entity outside every pillar",
        EdgeKind::Relation(kind) => {
            return format!("{} {}: the text states it", kind.zh(), kind.en());
        }
    };
    meaning.to_owned()
}
