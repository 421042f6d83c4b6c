//! Why something is in a graph, in plain words: from the published file, and from the documents
//! where they are at hand.

mod edge;
mod entity;
mod find;
mod page;
mod part;

pub use find::{Found, find};
pub use page::{Line, Page, Style};

use crate::published::{Content, Edge, Index, Node, Originals, Quote};

use page::Writer;

/// What explanations are read from.
#[derive(Debug, Clone, Copy)]
pub struct Sources<'s> {
    /// The graph.
    pub index: &'s Index<'s>,
    /// Its documents; those that are not at hand give no sentences.
    pub originals: &'s Originals<'s>,
}

/// Why a node is in the graph.
#[must_use]
pub fn of_node(sources: Sources<'_>, node: &Node) -> Page {
    let mut page = Writer::new(sources);
    match &node.content {
        Content::Document(document) => part::document(&mut page, node, document),
        Content::Pillar(pillar) => part::pillar(&mut page, node, pillar),
        Content::Action(action) => part::action(&mut page, node, action),
        Content::Entity(entity) => entity::write(&mut page, node, entity),
    }
    page.finish()
}

/// Why an edge is in the graph.
#[must_use]
pub fn of_edge(sources: Sources<'_>, edge: &Edge) -> Page {
    let mut page = Writer::new(sources);
    edge::write(&mut page, edge);
    page.finish()
}

/// Where words stand: the file, the headings above them, and the code points.
fn place(sources: Sources<'_>, quote: &Quote) -> String {
    place_in(sources, &quote.document, quote.start, quote.end)
}

fn place_in(sources: Sources<'_>, document: &str, start: usize, end: usize) -> String {
    let mut place = match sources.index.node(document).map(|node| &node.content) {
        Some(Content::Document(facts)) => facts.source.clone(),
        _ => document.to_owned(),
    };
    for heading in sources.index.heading_path(document, start) {
        place.push_str(" › ");
        place.push_str(heading);
    }
    place.push_str(&format!(" ({start}..{end})"));
    place
}
