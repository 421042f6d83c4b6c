//! The graph as most tools take it: nodes and edges with flat attributes.
//!
//! Which attributes there are, what they are called and of which type they are is told here, once;
//! a format only says how it spells them. Places are written as `document#char=start,end`
//! (RFC 5147), in Unicode code points.

use std::borrow::Cow;

use crate::graph::{
    Action, Content, Document, DocumentIndex, Edge, Entity, Evidence, KnowledgeGraph, Node, Pillar,
};
use crate::schema::{EdgeKind, NodeKind, PillarKind};
use crate::text::Span;

/// The type of an attribute.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Type {
    Text,
    Whole,
    Number,
    /// Of texts.
    List,
}

/// What an attribute says.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Value<'g> {
    Text(Cow<'g, str>),
    Whole(usize),
    Number(f64),
    List(Vec<Cow<'g, str>>),
}

impl Value<'_> {
    /// As one text: for formats that know nothing else. Items of a list are parted by `; `.
    pub(super) fn text(&self) -> Cow<'_, str> {
        match self {
            Value::Text(text) => Cow::Borrowed(text),
            Value::Whole(number) => number.to_string().into(),
            Value::Number(number) => number.to_string().into(),
            Value::List(items) => items.join("; ").into(),
        }
    }
}

/// An attribute's name and type.
pub(super) type Declaration = (&'static str, Type);

/// Attributes with their names, in the order of the declarations.
pub(super) type Attributes<'g> = Vec<(&'static str, Value<'g>)>;

/// All attributes of nodes beside id, type and label.
pub(super) const OF_NODES: &[Declaration] = &[
    ("source", Type::Text),
    ("sha256", Type::Text),
    ("length", Type::Whole),
    ("date", Type::Text),
    ("issuer", Type::Text),
    ("author", Type::Text),
    ("document", Type::Text),
    ("start", Type::Whole),
    ("end", Type::Whole),
    ("principle", Type::Text),
    ("level", Type::Whole),
    ("ordinal", Type::Whole),
    ("kind", Type::Text),
    ("verb", Type::Text),
    ("object", Type::Text),
    ("quantities", Type::List),
    ("deadline", Type::Text),
    ("deadline_date", Type::Text),
    ("actor", Type::Text),
    ("place", Type::Text),
    ("aliases", Type::List),
    ("within", Type::List),
    ("offices", Type::List),
    ("confidence", Type::Number),
    ("count", Type::Whole),
    ("places", Type::List),
];

/// All attributes of edges beside key, ends and type.
pub(super) const OF_EDGES: &[Declaration] = &[
    ("role", Type::Text),
    ("count", Type::Whole),
    ("evidence", Type::List),
    ("places", Type::List),
    ("rules", Type::List),
];

/// The attributes of a node beside id, type and label; what it has not is left out.
pub(super) fn of_node<'g>(graph: &'g KnowledgeGraph, node: &'g Node) -> Attributes<'g> {
    match node.content() {
        Content::Document(document) => of_document(graph, document),
        Content::Pillar(pillar) => of_pillar(graph, pillar),
        Content::Action(action) => of_action(graph, action),
        Content::Entity(entity) => of_entity(graph, entity),
    }
}

/// The attributes of an edge beside key, ends and type; structure has none.
pub(super) fn of_edge<'g>(graph: &'g KnowledgeGraph, edge: &Edge) -> Attributes<'g> {
    let mut list = List::default();
    list.text("role", edge.role().map(|role| role.name()));
    let evidence = graph.evidence(edge);
    if !evidence.is_empty() {
        let words = |e: &Evidence| graph.words(e.document, e.span).into();
        list.add("count", Value::Whole(evidence.len()));
        list.add("evidence", Value::List(evidence.iter().map(words).collect()));
        list.add("places", Value::List(places(graph, evidence)));
        let rules = evidence.iter().map(|e| e.rule.name().into()).collect();
        list.add("rules", Value::List(rules));
    }
    list.0
}

/// Whether a node's section reports or plans; only pillars can say.
pub(super) fn pillar_kind(node: &Node) -> PillarKind {
    match node.content() {
        Content::Pillar(pillar) => pillar.kind,
        _ => PillarKind::Plan,
    }
}

/// How often a node is named or joined; what sizes are made of.
pub(super) fn weight(graph: &KnowledgeGraph, node: &Node) -> usize {
    match node.content() {
        Content::Entity(entity) => graph.mentions(entity).len(),
        _ => graph.outgoing(node.id()).len().max(1),
    }
}

/// A number from 1 on with three decimals at most: shares of certainty.
pub(super) fn confidence(value: f32) -> f64 {
    (f64::from(value) * 1000.0).round() / 1000.0
}

/// A place in a document.
pub(super) fn place(graph: &KnowledgeGraph, document: DocumentIndex, span: Span) -> String {
    let range = graph.text(document).code_points(span);
    format!("{}#char={},{}", graph.document_id(document), range.start, range.end)
}

/// The kinds of nodes that a graph has, in their order.
pub(super) fn kinds(graph: &KnowledgeGraph) -> Vec<NodeKind> {
    let mut kinds: Vec<NodeKind> = graph.nodes().map(Node::kind).collect();
    kinds.sort_unstable();
    kinds.dedup();
    kinds
}

/// The first day on which a node or edge is attested, where its documents are dated.
pub(super) fn since(
    graph: &KnowledgeGraph,
    documents: impl Iterator<Item = DocumentIndex>,
) -> Option<String> {
    let date = |index: DocumentIndex| match graph.node(graph.document_id(index))?.content() {
        Content::Document(document) => document.date.as_deref(),
        _ => None,
    };
    documents.filter_map(date).min().map(|date| match date.len() {
        4 => format!("{date}-01-01"),
        7 => format!("{date}-01"),
        _ => date.to_owned(),
    })
}

/// The documents that a node stands in.
pub(super) fn documents_of(graph: &KnowledgeGraph, node: &Node) -> Vec<DocumentIndex> {
    match node.content() {
        Content::Document(document) => vec![document.index],
        Content::Pillar(pillar) => vec![pillar.document],
        Content::Action(action) => vec![action.document],
        Content::Entity(entity) => graph.mentions(entity).iter().map(|m| m.document).collect(),
    }
}

/// The documents that an edge rests on.
pub(super) fn documents_of_edge(graph: &KnowledgeGraph, edge: &Edge) -> Vec<DocumentIndex> {
    if edge.kind() == EdgeKind::HasPillar || edge.kind() == EdgeKind::HasAction {
        return graph.node(edge.target()).map_or_else(Vec::new, |n| documents_of(graph, n));
    }
    graph.evidence(edge).iter().map(|evidence| evidence.document).collect()
}

/// Collects what is there.
#[derive(Default)]
struct List<'g>(Attributes<'g>);

impl<'g> List<'g> {
    fn add(&mut self, name: &'static str, value: Value<'g>) {
        self.0.push((name, value));
    }

    fn text(&mut self, name: &'static str, text: Option<&'g str>) {
        if let Some(text) = text {
            self.add(name, Value::Text(text.into()));
        }
    }

    fn place(&mut self, graph: &'g KnowledgeGraph, document: DocumentIndex, span: Span) {
        self.add("document", Value::Text(graph.document_id(document).to_string().into()));
        let range = graph.text(document).code_points(span);
        self.add("start", Value::Whole(range.start));
        self.add("end", Value::Whole(range.end));
    }
}

fn of_document<'g>(graph: &'g KnowledgeGraph, document: &'g Document) -> Attributes<'g> {
    let words = |span: Option<Span>| span.map(|span| graph.words(document.index, span));
    let mut list = List::default();
    list.text("source", Some(&document.source));
    list.text("sha256", Some(&document.sha256));
    list.add("length", Value::Whole(graph.text(document.index).len_code_points()));
    list.text("date", document.date.as_deref());
    list.text("issuer", words(document.issuer));
    list.text("author", words(document.author));
    list.text("place", document.place.as_deref());
    list.0
}

fn of_pillar<'g>(graph: &'g KnowledgeGraph, pillar: &'g Pillar) -> Attributes<'g> {
    let mut list = List::default();
    list.place(graph, pillar.document, pillar.title);
    list.text("principle", pillar.principle.map(|span| graph.words(pillar.document, span)));
    list.add("level", Value::Whole(pillar.level.into()));
    list.add("ordinal", Value::Whole(pillar.ordinal as usize));
    list.text("kind", Some(pillar.kind.name()));
    list.0
}

fn of_action<'g>(graph: &'g KnowledgeGraph, action: &'g Action) -> Attributes<'g> {
    let words = |span: Span| graph.words(action.document, span);
    let mut list = List::default();
    list.place(graph, action.document, action.span);
    list.text("verb", action.verb.map(words));
    list.text("object", action.object.map(words));
    if !action.quantities.is_empty() {
        let quantities = action.quantities.iter().map(|q| words(q.span).into()).collect();
        list.add("quantities", Value::List(quantities));
    }
    list.text("deadline", action.deadline.as_ref().map(|deadline| words(deadline.span)));
    list.text("deadline_date", action.deadline.as_ref().and_then(|d| d.date.as_deref()));
    list.text("actor", action.actor.map(words));
    list.text("place", action.place.map(words));
    list.0
}

fn of_entity<'g>(graph: &'g KnowledgeGraph, entity: &'g Entity) -> Attributes<'g> {
    let mut list = List::default();
    let mentions = graph.mentions(entity);
    if !entity.aliases.is_empty() {
        let forms = entity.aliases.iter().map(|alias| alias.form.as_str().into()).collect();
        list.add("aliases", Value::List(forms));
    }
    if !entity.within.is_empty() {
        let within = entity.within.iter().map(|place| place.as_str().into()).collect();
        list.add("within", Value::List(within));
    }
    let offices = offices(graph, mentions);
    if !offices.is_empty() {
        list.add("offices", Value::List(offices.into_iter().map(Into::into).collect()));
    }
    list.add("confidence", Value::Number(confidence(entity.confidence)));
    list.add("count", Value::Whole(mentions.len()));
    list.add("places", Value::List(places(graph, mentions)));
    list.0
}

/// The offices and titles beside a name, each once, in the order of the documents.
pub(super) fn offices<'g>(graph: &'g KnowledgeGraph, mentions: &[Evidence]) -> Vec<&'g str> {
    let mut offices = Vec::new();
    for mention in mentions {
        let office = mention.office.map(|span| graph.words(mention.document, span));
        offices.extend(office.filter(|office| !offices.contains(office)));
    }
    offices
}

fn places<'g>(graph: &KnowledgeGraph, evidence: &[Evidence]) -> Vec<Cow<'g, str>> {
    evidence.iter().map(|e| place(graph, e.document, e.span).into()).collect()
}
