//! Why a document, a pillar or an action is in the graph.

use crate::published::{ActionFacts, DocumentFacts, Node, PillarFacts};
use crate::schema::{EdgeKind, NodeKind, PillarKind, Role};

use super::page::{Style, Writer};
use super::place_in;

fn head(page: &mut Writer<'_>, node: &Node) {
    let kind = format!("{} {} ", node.kind.zh(), node.kind.name());
    page.line(
        0,
        &[
            (Style::Plain, &kind),
            (Style::Title, &node.label),
            (Style::Place, &format!("  {}", node.id)),
        ],
    );
}

pub(super) fn document(page: &mut Writer<'_>, node: &Node, document: &DocumentFacts) {
    head(page, node);
    page.plain(1, &format!("file {}, {} code points", document.source, document.length));
    page.plain(1, &format!("SHA-256 {}", document.sha256));
    for other in &document.other_sources {
        page.plain(1, &format!("the same bytes came as {other}"));
    }
    children(page, node);
}

pub(super) fn pillar(page: &mut Writer<'_>, node: &Node, pillar: &PillarFacts) {
    head(page, node);
    let kind = PillarKind::from_name(&pillar.kind);
    let says = match kind {
        Some(kind) => format!("{} {}", kind.zh(), kind.en()),
        None => pillar.kind.clone(),
    };
    page.plain(
        1,
        &format!("a heading on level {}, number {}: {says}", pillar.level, pillar.ordinal),
    );
    page.line(
        1,
        &[(Style::Place, &place_in(page.sources, &pillar.document, pillar.start, pillar.end))],
    );
    page.sentence(1, &pillar.document, pillar.start, pillar.end);
    if let Some(principle) = &pillar.principle {
        page.line(1, &[(Style::Plain, "with the maxim "), (Style::Quote, principle)]);
    }
    let [start, end] = pillar.section_span;
    page.plain(1, &format!("its section is {start}..{end}"));
    children(page, node);
    let index = page.sources.index;
    for edge in index.incoming(&node.id).iter().filter(|edge| edge.kind == EdgeKind::AppearsIn) {
        let Some(entity) = index.node(&edge.source) else { continue };
        let words = format!("names {} ", entity.kind.zh());
        let times = format!(" ×{}", edge.evidence.len());
        page.line(
            1,
            &[(Style::Plain, &words), (Style::Title, &entity.label), (Style::Place, &times)],
        );
    }
}

pub(super) fn action(page: &mut Writer<'_>, node: &Node, action: &ActionFacts) {
    head(page, node);
    page.plain(1, "a clause that says what is, or was, done");
    page.line(
        1,
        &[(Style::Place, &place_in(page.sources, &action.document, action.start, action.end))],
    );
    page.sentence(1, &action.document, action.start, action.end);
    let slots = [
        ("verb", action.verb.as_deref()),
        ("object", action.object.as_deref()),
        ("deadline", action.deadline.as_ref().map(|deadline| &*deadline.words.text)),
        ("actor", action.actor.as_ref().map(|words| &*words.text)),
        ("place", action.place.as_ref().map(|words| &*words.text)),
    ];
    for (slot, words) in slots {
        if let Some(words) = words {
            page.line(1, &[(Style::Plain, &format!("{slot}: ")), (Style::Quote, words)]);
        }
    }
    for quantity in &action.quantities {
        let of = quantity.of.as_ref().map_or(String::new(), |of| format!(" of {of}"));
        page.line(
            1,
            &[
                (Style::Plain, "quantity: "),
                (Style::Quote, &quantity.words.text),
                (Style::Plain, &of),
            ],
        );
    }
    let index = page.sources.index;
    for (edge, entity) in index.involved(&node.id) {
        let role = edge.role.as_deref().and_then(Role::from_name).unwrap_or(Role::Mentioned);
        let words = format!("names {} ", entity.kind.zh());
        let role = format!(" as {} {}", role.zh(), role.en());
        page.line(
            1,
            &[(Style::Plain, &words), (Style::Title, &entity.label), (Style::Plain, &role)],
        );
        for quote in &edge.evidence {
            page.quote(2, quote);
        }
    }
}

/// The pillars and actions below a node.
fn children(page: &mut Writer<'_>, node: &Node) {
    let index = page.sources.index;
    for edge in index.outgoing(&node.id).iter().filter(|edge| edge.kind.is_structure()) {
        let Some(child) = index.node(&edge.target) else { continue };
        let kind = if child.kind == NodeKind::Pillar { "纲 " } else { "目 " };
        page.line(
            1,
            &[
                (Style::Plain, kind),
                (Style::Title, &child.label),
                (Style::Place, &format!("  {}", child.id)),
            ],
        );
    }
}
