//! What a picture shows of a graph: a view, and what was chosen of it.

use std::borrow::Cow;
use std::collections::{HashMap, HashSet};

use crate::graph::{Content, KnowledgeGraph, Node, NodeId, match_key};
use crate::schema::{EdgeKind, EntityKind, NodeKind};

use super::dot::View;
use super::dot::picture::{Section, arrange};
use super::flat;

/// What is chosen of a graph. Nothing chosen is everything.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Choice {
    /// What the picture is about.
    pub focus: Option<Focus>,
    /// Kinds of entities; none are all, and in pictures the four core ones.
    pub kinds: Vec<EntityKind>,
    /// Documents, by a part of their title or file name; none are all.
    pub documents: Vec<String>,
}

/// What a picture is about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Focus {
    /// One pillar with all below it, by its number (`2.1` is the first in the second) or, where
    /// none has that number, by a part of its title.
    Pillar(String),
    /// An entity, by its name or another name of it, and what it is joined to by so many edges.
    Ego {
        /// The name.
        name: String,
        /// How many edges away.
        hops: usize,
    },
    /// So many entities: those that are named most often.
    Top(usize),
}

/// What the picture shows.
pub(super) struct Shown<'g> {
    /// Documents, with pillars, actions and entities; an entity stands in every pillar that names
    /// it.
    pub sections: Vec<Section<'g>>,
    /// The entity that it is about.
    pub ego: Option<NodeId>,
}

impl Choice {
    /// Whether anything was chosen.
    fn is_everything(&self) -> bool {
        *self == Choice::default()
    }

    /// The same for a picture. Places, bodies and people are named everywhere and would cover what it
    /// is about, so it shows the core kinds alone where no kinds were chosen; around an entity, all.
    pub(super) fn of_picture(&self) -> Cow<'_, Choice> {
        if !self.kinds.is_empty() || matches!(self.focus, Some(Focus::Ego { .. })) {
            return Cow::Borrowed(self);
        }
        let core = EntityKind::ALL.iter().copied().filter(|kind| kind.is_core());
        Cow::Owned(Choice { kinds: core.collect(), ..self.clone() })
    }
}

/// The part of a graph that was chosen; none where everything was.
pub(super) fn part(graph: &KnowledgeGraph, choice: &Choice) -> Option<KnowledgeGraph> {
    if choice.is_everything() {
        return None;
    }
    let mut kept = HashSet::new();
    let mut open = choose(graph, View::Full, choice).sections;
    while let Some(section) = open.pop() {
        kept.insert(section.node.id());
        kept.extend(section.actions.iter().chain(&section.entities).map(|node| node.id()));
        open.extend(section.sections);
    }
    Some(graph.part(|node| kept.contains(&node.id())))
}

/// Chooses. What fits nothing gives an empty picture, which says so.
pub(super) fn choose<'g>(graph: &'g KnowledgeGraph, view: View, choice: &Choice) -> Shown<'g> {
    let mut sections = arrange(graph, View::Full);
    let named = named_in(graph);
    sections.iter_mut().for_each(|section| name_all(section, &named));
    let has = |node: &Node, words: &str| {
        let source = match node.content() {
            Content::Document(document) => document.source.as_str(),
            _ => "",
        };
        graph.label(node).contains(words) || source.contains(words)
    };
    if !choice.documents.is_empty() {
        sections.retain(|section| choice.documents.iter().any(|words| has(section.node, words)));
    }
    let mut ego = None;
    let mut kept: Option<HashSet<NodeId>> = None;
    match &choice.focus {
        None => {}
        Some(Focus::Pillar(wanted)) => {
            // 3 is the third pillar, and not every title with a year in it
            let numbered = sections.iter().any(|section| is_numbered(section, wanted));
            let chosen = |s: &Section| {
                s.number == *wanted || !numbered && s.level > 0 && has(s.node, wanted)
            };
            sections.iter_mut().for_each(|section| narrow(section, &chosen));
            sections.retain(|section| !section.sections.is_empty());
        }
        Some(Focus::Ego { name, hops }) => {
            ego = find_entity(graph, name);
            kept = Some(ego.map_or_else(HashSet::new, |id| around(graph, id, *hops)));
        }
        Some(Focus::Top(count)) => kept = Some(top(graph, &choice.kinds, *count)),
    }
    let keeps = |node: &Node| {
        let kind = match node.kind() {
            NodeKind::Entity(kind) => choice.kinds.is_empty() || choice.kinds.contains(&kind),
            _ => true,
        };
        (kind || ego == Some(node.id()))
            && kept.as_ref().is_none_or(|kept| kept.contains(&node.id()))
    };
    let narrowed = kept.is_some();
    sections.iter_mut().for_each(|section| {
        filter(section, view, narrowed, &keeps);
    });
    if narrowed {
        sections.retain(|section| !is_empty(section));
    }
    Shown { sections, ego }
}

/// The entities that each pillar names, and each document outside its pillars.
fn named_in(graph: &KnowledgeGraph) -> HashMap<NodeId, Vec<&Node>> {
    let mut named: HashMap<NodeId, Vec<&Node>> = HashMap::new();
    for edge in graph.edges() {
        let (home, entity) = match edge.kind() {
            EdgeKind::AppearsIn => (edge.target(), edge.source()),
            EdgeKind::Mentions => (edge.source(), edge.target()),
            _ => continue,
        };
        named.entry(home).or_default().extend(graph.node(entity));
    }
    named
}

/// Whether a pillar of it has this number.
fn is_numbered(section: &Section, number: &str) -> bool {
    section.level > 0 && section.number == number
        || section.sections.iter().any(|child| is_numbered(child, number))
}

fn name_all<'g>(section: &mut Section<'g>, named: &HashMap<NodeId, Vec<&'g Node>>) {
    section.entities = named.get(&section.node.id()).cloned().unwrap_or_default();
    section.entities.sort_by_key(|node| node.kind());
    section.sections.iter_mut().for_each(|child| name_all(child, named));
}

/// Leaves the chosen sections with all below them, and what stands above them.
fn narrow(section: &mut Section, chosen: &dyn Fn(&Section) -> bool) {
    if chosen(section) {
        return;
    }
    section.actions.clear();
    section.entities.clear();
    section.sections.retain_mut(|child| {
        let whole = chosen(child);
        narrow(child, chosen);
        whole || !child.sections.is_empty()
    });
}

fn filter(section: &mut Section, view: View, narrowed: bool, keeps: &dyn Fn(&Node) -> bool) {
    if view == View::Overview {
        section.actions.clear();
    }
    section.actions.retain(|node| keeps(node));
    section.entities.retain(|node| keeps(node));
    section.sections.iter_mut().for_each(|child| filter(child, view, narrowed, keeps));
    if narrowed {
        section.sections.retain(|child| !is_empty(child));
    }
}

fn is_empty(section: &Section) -> bool {
    section.actions.is_empty()
        && section.entities.is_empty()
        && section.sections.iter().all(is_empty)
}

fn find_entity(graph: &KnowledgeGraph, name: &str) -> Option<NodeId> {
    let key = match_key(name);
    let is_named = |node: &&Node| match node.content() {
        Content::Entity(entity) => {
            let mut forms = entity.aliases.iter().map(|alias| alias.form.as_str());
            match_key(&entity.name) == key || forms.any(|form| match_key(form) == key)
        }
        _ => false,
    };
    graph.nodes().find(is_named).map(Node::id)
}

/// All nodes at most so many edges away. Structure is no way: it leads from everything to
/// everything else.
fn around(graph: &KnowledgeGraph, centre: NodeId, hops: usize) -> HashSet<NodeId> {
    let mut found = HashSet::from([centre]);
    let mut border = vec![centre];
    for _ in 0..hops {
        let mut next = Vec::new();
        for id in border {
            let edges = graph.outgoing(id).into_iter().chain(graph.incoming(id));
            for edge in edges.filter(|edge| !edge.kind().is_structure()) {
                for end in [edge.source(), edge.target()] {
                    // a pillar names much that has nothing to do with the centre
                    let ends = end.kind() == NodeKind::Pillar || end.kind() == NodeKind::Document;
                    if found.insert(end) && !ends {
                        next.push(end);
                    }
                }
            }
        }
        border = next;
    }
    found
}

fn top(graph: &KnowledgeGraph, kinds: &[EntityKind], count: usize) -> HashSet<NodeId> {
    let mut entities: Vec<&Node> = graph
        .nodes()
        .filter(|node| match node.kind() {
            NodeKind::Entity(kind) => kinds.is_empty() || kinds.contains(&kind),
            _ => false,
        })
        .collect();
    // equal counts keep the graph's order
    entities.sort_by_key(|node| std::cmp::Reverse(flat::weight(graph, node)));
    let mut kept: HashSet<NodeId> = entities.iter().take(count).map(|node| node.id()).collect();
    let involves = graph.edges_of(EdgeKind::Involves);
    let actions: Vec<NodeId> =
        involves.filter(|edge| kept.contains(&edge.target())).map(|edge| edge.source()).collect();
    kept.extend(actions);
    kept
}
