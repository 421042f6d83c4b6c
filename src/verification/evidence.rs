//! The evidence of edges: there is some, it is of the right place, and it names both ends.

use std::collections::{HashMap, HashSet};

use crate::diagnostic::Code;
use crate::published::{Content, Edge, EntityFacts, Node, Quote};
use crate::schema::EdgeKind;

use super::{Case, Findings, short};

pub(super) fn check(case: &Case<'_>, findings: &mut Findings) {
    let mentions = Mentions::of(case);
    for edge in &case.graph.edges {
        if edge.kind.is_structure() {
            continue;
        }
        if edge.evidence.is_empty() {
            findings.edge(Code::VerifyEvidence, edge, "it has no evidence");
        }
        if edge.count.is_some_and(|count| count != edge.evidence.len()) {
            let (count, places) = (edge.count.unwrap_or(0), edge.evidence.len());
            let message = format!("its count is {count}, it has {places} pieces of evidence");
            findings.edge(Code::VerifyCount, edge, message);
        }
        let (Some(source), Some(target)) =
            (case.index.node(&edge.source), case.index.node(&edge.target))
        else {
            continue;
        };
        let mut seen = HashSet::new();
        for quote in &edge.evidence {
            if !seen.insert(quote.place()) {
                let message = format!("{} is given twice", case.place(quote));
                findings.edge(Code::VerifyDuplicate, edge, message);
            }
            if let Err(message) = check_quote(case, &mentions, (source, target), edge, quote) {
                findings.edge(Code::VerifyEvidence, edge, message);
            }
        }
    }
}

/// Where each entity is named, to be asked quickly.
struct Mentions<'c>(HashMap<&'c str, HashSet<(&'c str, usize, usize)>>);

impl<'c> Mentions<'c> {
    fn of(case: &Case<'c>) -> Self {
        let entities = case.graph.nodes.iter().filter_map(|node| match &node.content {
            Content::Entity(entity) => Some((node, entity)),
            _ => None,
        });
        let places = |entity: &'c EntityFacts| entity.mentions.iter().map(Quote::place).collect();
        Self(entities.map(|(node, entity)| (&*node.id, places(entity))).collect())
    }

    fn has(&self, entity: &Node, quote: &Quote) -> bool {
        self.0.get(&*entity.id).is_some_and(|places| places.contains(&quote.place()))
    }
}

fn check_quote(
    case: &Case<'_>,
    mentions: &Mentions<'_>,
    (source, target): (&Node, &Node),
    edge: &Edge,
    quote: &Quote,
) -> Result<(), String> {
    let place = || case.place(quote);
    let names = |entity: &Node| {
        if mentions.has(entity, quote) {
            Ok(())
        } else {
            let label = short(&entity.label);
            Err(format!("{} is no place that names “{label}”", place()))
        }
    };
    match edge.kind {
        EdgeKind::Involves => {
            if let Content::Action(action) = &source.content
                && !quote.is_within(&action.document, action.start, action.end)
            {
                return Err(format!("{} lies outside of the action", place()));
            }
            names(target)
        }
        EdgeKind::AppearsIn => {
            if let Content::Pillar(pillar) = &target.content {
                let held = case.index.section_at(&pillar.document, quote.start);
                if quote.document != pillar.document
                    || held.is_none_or(|section| section.node.id != target.id)
                {
                    return Err(format!("{} belongs to another pillar, or to none", place()));
                }
            }
            names(source)
        }
        EdgeKind::Mentions => {
            if quote.document != source.id {
                return Err(format!("{} is in another document", place()));
            }
            if case.index.section_at(&quote.document, quote.start).is_some() {
                return Err(format!("{} lies in a pillar", place()));
            }
            names(target)
        }
        EdgeKind::Relation(_) => {
            for entity in [source, target] {
                if !is_named_within(entity, quote) {
                    let label = short(&entity.label);
                    return Err(format!("the words at {} do not name “{label}”", place()));
                }
            }
            Ok(())
        }
        EdgeKind::HasPillar | EdgeKind::HasAction => Ok(()),
    }
}

/// Whether words name an entity somewhere.
fn is_named_within(node: &Node, quote: &Quote) -> bool {
    match &node.content {
        Content::Entity(entity) => {
            entity.mentions.iter().any(|m| m.is_within(&quote.document, quote.start, quote.end))
        }
        _ => false,
    }
}
