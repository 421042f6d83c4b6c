//! What follows from the places of the graph's own findings is there: an entity's every mention is
//! evidence that it appears where it stands, and of the action that it stands in.

use std::collections::{BTreeMap, HashSet};

use crate::diagnostic::Code;
use crate::published::{Content, Edge, EntityFacts, Node, Quote};
use crate::schema::EdgeKind;

use super::{Case, Findings};

pub(super) fn check(case: &Case<'_>, findings: &mut Findings) {
    let actions = Actions::of(case);
    for node in &case.graph.nodes {
        let Content::Entity(entity) = &node.content else { continue };
        if entity.mentions.is_empty() {
            findings.node(Code::VerifyEvidence, node, "nothing names it");
        }
        check_entity(case, &actions, node, entity, findings);
    }
}

fn check_entity(
    case: &Case<'_>,
    actions: &Actions<'_>,
    node: &Node,
    entity: &EntityFacts,
    findings: &mut Findings,
) {
    let (outgoing, incoming) = (case.index.outgoing(&node.id), case.index.incoming(&node.id));
    let mut shown = places(outgoing, EdgeKind::AppearsIn);
    shown.extend(places(incoming, EdgeKind::Mentions));
    let involved = places(incoming, EdgeKind::Involves);
    let mut seen = HashSet::new();
    for mention in &entity.mentions {
        if !seen.insert(mention.place()) {
            let message = format!("{} is given twice", case.place(mention));
            findings.node(Code::VerifyDuplicate, node, message);
        }
        if !shown.contains(&mention.place()) {
            let message = format!("no appears_in or mentions rests on {}", case.place(mention));
            findings.node(Code::VerifyMissing, node, message);
        }
        if let Some(action) = actions.at(mention)
            && !involved.contains(&mention.place())
        {
            let message =
                format!("{} stands in {action}, and no involves rests on it", case.place(mention));
            findings.node(Code::VerifyMissing, node, message);
        }
    }
}

/// The places that the edges of a kind rest on.
fn places<'c>(edges: &[&'c Edge], kind: EdgeKind) -> HashSet<(&'c str, usize, usize)> {
    let edges = edges.iter().filter(|edge| edge.kind == kind);
    edges.flat_map(|edge| &edge.evidence).map(Quote::place).collect()
}

/// The actions of each document by their beginning.
struct Actions<'c>(BTreeMap<(&'c str, usize), (usize, &'c str)>);

impl<'c> Actions<'c> {
    fn of(case: &Case<'c>) -> Self {
        let actions = case.graph.nodes.iter().filter_map(|node| match &node.content {
            Content::Action(action) => {
                Some(((&*action.document, action.start), (action.end, &*node.id)))
            }
            _ => None,
        });
        Self(actions.collect())
    }

    /// The action that holds a mention.
    fn at(&self, mention: &Quote) -> Option<&'c str> {
        let before = (&*mention.document, mention.start);
        let (key, (end, id)) = self.0.range(..=before).next_back()?;
        (key.0 == mention.document && mention.end <= *end).then_some(*id)
    }
}
