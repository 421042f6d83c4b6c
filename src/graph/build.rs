//! Extractions in, graph out.
//!
//! Nodes are numbered before any is made: documents, then pillars, actions and entities, each in
//! the graph's order. Edges are collected as numbers with one piece of evidence each, sorted once,
//! and those of one kind between the same two nodes become one edge.

use std::collections::HashMap;
use std::collections::hash_map::Entry;

use petgraph::graph::{DiGraph, NodeIndex};

use crate::extraction::{Diagnostic, Extraction, Mention};
use crate::schema::{EdgeKind, NodeKind, RelationKind, Role};
use crate::text::SourceText;

use super::id::IdHasher;
use super::resolve::{Resolved, resolve};
use super::{
    Action, Content, Document, DocumentIndex, Edge, EdgeKey, Entity, Evidence, KnowledgeGraph,
    Node, NodeId, Note, Pillar,
};

/// The most that mentions can make sure: they are not independent of each other.
const SUREST: f64 = 0.99;

pub(super) fn build(extractions: Vec<Extraction>) -> KnowledgeGraph {
    let (extractions, other_sources) = distinct(extractions);
    let entities = resolve(&extractions);
    let numbers = Numbers::new(&extractions, &entities);
    let mut edges = Drafts::default();
    structure_edges(&extractions, &numbers, &mut edges);
    naming_edges(&extractions, &entities, &numbers, &mut edges);
    let mut assembly = Assembly::new(&numbers, &edges);
    assembly.nodes(extractions, other_sources, entities);
    assembly.edges(edges);
    assembly.finish()
}

/// One extraction for each document, by file name, and the other names that its bytes came under.
fn distinct(mut extractions: Vec<Extraction>) -> (Vec<Extraction>, Vec<Vec<String>>) {
    let order = |e: &Extraction| {
        let source = &e.source;
        (source.sha256.clone(), source.name.clone(), source.format, source.encoding)
    };
    if extractions.len() > 1 {
        extractions.sort_by_cached_key(order);
    }
    let mut kept: Vec<(Extraction, Vec<String>)> = Vec::with_capacity(extractions.len());
    for extraction in extractions {
        match kept.last_mut() {
            Some((first, names)) if first.source.sha256 == extraction.source.sha256 => {
                let name = extraction.source.name;
                if name != first.source.name && names.last() != Some(&name) {
                    names.push(name);
                }
            }
            _ => kept.push((extraction, Vec::new())),
        }
    }
    kept.sort_by(|(a, _), (b, _)| {
        (&a.source.name, &a.source.sha256).cmp(&(&b.source.name, &b.source.sha256))
    });
    kept.into_iter().unzip()
}

/// Which number every finding has as a node.
struct Numbers {
    /// By document: the number of its first pillar.
    pillars: Vec<u32>,
    /// By document: the number of its first action.
    actions: Vec<u32>,
    /// By document, then entity of the document.
    entities: Vec<Vec<u32>>,
    /// The number of the first entity.
    first_entity: u32,
    total: usize,
}

impl Numbers {
    fn new(extractions: &[Extraction], entities: &[Resolved]) -> Self {
        let mut next = narrow(extractions.len());
        let mut count = |amount: usize| {
            let first = next;
            next += narrow(amount);
            first
        };
        let pillars = extractions.iter().map(|e| count(e.pillars.len())).collect();
        let actions = extractions.iter().map(|e| count(e.actions.len())).collect();
        let first_entity = count(entities.len());
        let mut of_entities: Vec<Vec<u32>> =
            extractions.iter().map(|e| vec![0; e.entities.len()]).collect();
        for (number, entity) in (first_entity..).zip(entities) {
            for &(document, index) in &entity.members {
                of_entities[document as usize][index as usize] = number;
            }
        }
        Self { pillars, actions, entities: of_entities, first_entity, total: next as usize }
    }
}

/// An edge that rests on one place, or on none.
struct Draft {
    /// Source and target, in this order from the highest bits: what drafts are sorted by.
    order: u64,
    kind: EdgeKind,
    role: Option<Role>,
    evidence: Option<Evidence>,
}

/// By kind, in the graph's order.
#[derive(Default)]
struct Drafts([Vec<Draft>; 5 + RelationKind::ALL.len()]);

impl Drafts {
    fn add(&mut self, kind: EdgeKind, source: u32, target: u32, evidence: Option<Evidence>) {
        self.add_with_role(kind, source, target, None, evidence);
    }

    fn add_with_role(
        &mut self,
        kind: EdgeKind,
        source: u32,
        target: u32,
        role: Option<Role>,
        evidence: Option<Evidence>,
    ) {
        let rank = match kind {
            EdgeKind::HasPillar => 0,
            EdgeKind::HasAction => 1,
            EdgeKind::Involves => 2,
            EdgeKind::AppearsIn => 3,
            EdgeKind::Mentions => 4,
            EdgeKind::Relation(relation) => 5 + relation as usize,
        };
        let order = u64::from(source) << 32 | u64::from(target);
        self.0[rank].push(Draft { order, kind, role, evidence });
    }

    fn len(&self) -> usize {
        self.0.iter().map(Vec::len).sum()
    }
}

fn structure_edges(extractions: &[Extraction], numbers: &Numbers, edges: &mut Drafts) {
    for (document, extraction) in extractions.iter().enumerate() {
        let over = |pillar: Option<crate::extraction::PillarIndex>| match pillar {
            Some(pillar) => numbers.pillars[document] + pillar.0,
            None => narrow(document),
        };
        for (number, pillar) in (numbers.pillars[document]..).zip(&extraction.pillars) {
            edges.add(EdgeKind::HasPillar, over(pillar.parent), number, None);
        }
        for (number, action) in (numbers.actions[document]..).zip(&extraction.actions) {
            edges.add(EdgeKind::HasAction, over(action.pillar), number, None);
        }
    }
}

fn naming_edges(
    extractions: &[Extraction],
    entities: &[Resolved],
    numbers: &Numbers,
    edges: &mut Drafts,
) {
    for (document, extraction) in extractions.iter().enumerate() {
        let of_entities = &numbers.entities[document];
        for involvement in &extraction.involvements {
            let entity = &extraction.entities[involvement.entity.0 as usize];
            let action = numbers.actions[document] + involvement.action.0;
            let target = of_entities[involvement.entity.0 as usize];
            for &mention in &involvement.mentions {
                let evidence = of_mention(document, &entity.mentions[mention as usize]);
                let role = Some(involvement.role);
                edges.add_with_role(EdgeKind::Involves, action, target, role, Some(evidence));
            }
        }
        for relation in &extraction.relations {
            let (from, to) =
                (of_entities[relation.from.0 as usize], of_entities[relation.to.0 as usize]);
            // two names that turned out to be one entity say nothing by standing in a relation
            if from != to {
                let (span, rule) = (relation.evidence, relation.rule);
                let document = DocumentIndex(narrow(document));
                let evidence = Evidence { document, span, rule, confidence: None, office: None };
                edges.add(EdgeKind::Relation(relation.kind), from, to, Some(evidence));
            }
        }
    }
    for (number, entity) in (numbers.first_entity..).zip(entities) {
        for &(document, index) in &entity.members {
            let extraction = &extractions[document as usize];
            for mention in &extraction.entities[index as usize].mentions {
                let evidence = Some(of_mention(document as usize, mention));
                match extraction.pillar_at(mention.span) {
                    Some(pillar) => {
                        let pillar = numbers.pillars[document as usize] + pillar.0;
                        edges.add(EdgeKind::AppearsIn, number, pillar, evidence);
                    }
                    None => edges.add(EdgeKind::Mentions, document, number, evidence),
                }
            }
        }
    }
}

fn of_mention(document: usize, mention: &Mention) -> Evidence {
    // a confidence that is no number is none: what is written has to be JSON
    let confidence =
        if mention.confidence.is_nan() { 0.0 } else { mention.confidence.clamp(0.0, 1.0) };
    Evidence {
        document: DocumentIndex(narrow(document)),
        span: mention.span,
        rule: mention.rule,
        confidence: Some(confidence),
        office: mention.office,
    }
}

/// The graph while it grows.
struct Assembly {
    graph: DiGraph<Node, Edge>,
    /// By node: close together, while nodes are large.
    ids: Vec<NodeId>,
    by_id: HashMap<NodeId, NodeIndex, IdHasher>,
    texts: Vec<SourceText>,
    evidence: Vec<Evidence>,
}

impl Assembly {
    fn new(numbers: &Numbers, edges: &Drafts) -> Self {
        Self {
            graph: DiGraph::with_capacity(numbers.total, edges.len()),
            ids: Vec::with_capacity(numbers.total),
            by_id: HashMap::with_capacity_and_hasher(numbers.total, IdHasher),
            texts: Vec::with_capacity(numbers.pillars.len()),
            evidence: Vec::with_capacity(2 * edges.len()),
        }
    }

    fn add(&mut self, mut id: NodeId, content: Content) {
        let vacant = loop {
            match self.by_id.entry(id) {
                Entry::Vacant(vacant) => break vacant,
                Entry::Occupied(_) => id = id.next(),
            }
        };
        vacant.insert(self.graph.add_node(Node { id, content }));
        self.ids.push(id);
    }

    fn nodes(
        &mut self,
        extractions: Vec<Extraction>,
        other_sources: Vec<Vec<String>>,
        entities: Vec<Resolved>,
    ) {
        let mentions: Vec<(std::ops::Range<u32>, f32)> = entities
            .iter()
            .map(|entity| {
                let first = self.evidence.len();
                for &(document, index) in &entity.members {
                    let of_document = &extractions[document as usize].entities[index as usize];
                    let evidence = of_document.mentions.iter();
                    self.evidence.extend(evidence.map(|m| of_mention(document as usize, m)));
                }
                let mentions = &mut self.evidence[first..];
                mentions.sort_by_key(|evidence| (evidence.document, evidence.span));
                let doubt: f64 = mentions
                    .iter()
                    .map(|evidence| 1.0 - f64::from(evidence.confidence.unwrap_or(0.0)))
                    .product();
                #[allow(clippy::cast_possible_truncation, reason = "between 0 and 1")]
                let confidence = (1.0 - doubt).min(SUREST) as f32;
                (narrow(first)..narrow(self.evidence.len()), confidence)
            })
            .collect();

        let mut pillars = Vec::new();
        let mut actions = Vec::new();
        for (index, (extraction, other_sources)) in
            (0u32..).map(DocumentIndex).zip(extractions.into_iter().zip(other_sources))
        {
            let (source, front) = (extraction.source, extraction.front);
            let id = NodeId::document(&source.sha256);
            let document = Document {
                index,
                title: front.title,
                source: source.name,
                other_sources,
                sha256: source.sha256,
                format: source.format,
                encoding: source.encoding,
                date: front.date,
                place: front.place,
                issuer: front.issuer,
                author: front.author,
                notes: notes(&extraction.diagnostics),
            };
            self.add(id, Content::Document(Box::new(document)));
            self.texts.push(extraction.text);
            pillars.push((index, id, extraction.pillars));
            actions.push((index, id, extraction.actions));
        }
        for (document, of, pillars) in pillars {
            for p in pillars {
                let content = Content::Pillar(Pillar {
                    document,
                    title: p.title,
                    principle: p.principle,
                    level: p.level,
                    ordinal: p.ordinal,
                    kind: p.kind,
                    section: p.section,
                });
                self.add(NodeId::part(NodeKind::Pillar, of, p.title), content);
            }
        }
        for (document, of, actions) in actions {
            for a in actions {
                let span = a.span;
                let content = Content::Action(Action {
                    document,
                    span,
                    verb: a.verb,
                    object: a.object,
                    quantities: a.quantities,
                    deadline: a.deadline,
                    actor: a.actor,
                    place: a.place,
                });
                self.add(NodeId::part(NodeKind::Action, of, span), content);
            }
        }
        for (entity, (mentions, confidence)) in entities.into_iter().zip(mentions) {
            let Resolved { id, kind, name, aliases, within, members: _ } = entity;
            let content = Entity { kind, name, aliases, confidence, within, mentions };
            self.add(id, Content::Entity(content));
        }
    }

    fn edges(&mut self, Drafts(families): Drafts) {
        for drafts in families {
            if let Some(first) = drafts.first() {
                self.edges_of(first.kind, drafts);
            }
        }
    }

    fn edges_of(&mut self, kind: EdgeKind, mut drafts: Vec<Draft>) {
        // stable sorting is quick where much is in order, as drafts are
        drafts.sort_by_key(|draft| {
            (draft.order, draft.evidence.map(|evidence| (evidence.document, evidence.span)))
        });
        let seed = EdgeKey::seed(kind);
        for same in drafts.chunk_by(|a, b| a.order == b.order) {
            let first = self.evidence.len();
            self.evidence.extend(same.iter().filter_map(|draft| draft.evidence));
            let (source, target) = ends(same[0].order);
            let (from, to) = (self.ids[source.index()], self.ids[target.index()]);
            let edge = Edge {
                key: EdgeKey::new(seed, from, to),
                kind,
                source: from,
                target: to,
                // the roles are listed from the most telling to the least
                role: same.iter().filter_map(|draft| draft.role).min(),
                evidence: narrow(first)..narrow(self.evidence.len()),
            };
            self.graph.add_edge(source, target, edge);
        }
    }

    fn finish(self) -> KnowledgeGraph {
        let Self { graph, by_id, texts, evidence, .. } = self;
        let gaps = vec![false; texts.len()];
        KnowledgeGraph { graph, by_id, texts, gaps, evidence }
    }
}

/// What the node of a document says of what was noticed.
fn notes(diagnostics: &[Diagnostic]) -> Vec<Note> {
    let note = |seen: &Diagnostic| Note {
        code: seen.code.name().to_owned(),
        message: seen.message.clone(),
    };
    diagnostics.iter().map(note).collect()
}

/// Source and target of a [`Draft::order`].
#[allow(clippy::cast_possible_truncation, reason = "each end was put in as 32 bits")]
fn ends(order: u64) -> (NodeIndex, NodeIndex) {
    (NodeIndex::new((order >> 32) as usize), NodeIndex::new(order as u32 as usize))
}

fn narrow(count: usize) -> u32 {
    u32::try_from(count).expect("a graph has fewer than 2^32 parts: texts are limited to 4 GiB")
}
