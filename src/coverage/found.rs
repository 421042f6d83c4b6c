//! What was found in one document, from the graph itself or from its published file.

use std::collections::HashMap;

use crate::graph::{self, KnowledgeGraph};
use crate::published::{self, Graph, Original, Originals};
use crate::schema::{EntityKind, NodeKind};
use crate::text::{SourceText, Span};

/// A pillar.
pub(super) struct Section {
    pub id: String,
    pub title: Span,
    pub section: Span,
    pub level: usize,
}

/// What was found in one document; all lists in reading order.
pub(super) struct Findings<'f> {
    pub id: String,
    pub source: String,
    pub title: String,
    pub text: &'f SourceText,
    pub pillars: Vec<Section>,
    pub titles: Vec<Span>,
    pub actions: Vec<Span>,
    pub named: Vec<Span>,
    pub generic: Vec<Span>,
}

impl<'f> Findings<'f> {
    fn new(id: String, source: String, title: String, text: &'f SourceText) -> Self {
        let (pillars, titles, actions) = (Vec::new(), Vec::new(), Vec::new());
        let (named, generic) = (Vec::new(), Vec::new());
        Self { id, source, title, text, pillars, titles, actions, named, generic }
    }

    fn name(&mut self, kind: EntityKind, span: Span) {
        match kind {
            EntityKind::Industry => self.generic.push(span),
            // who and where is no matter of a plan by itself
            kind if kind.is_core() => self.named.push(span),
            _ => {}
        }
    }

    fn settle(mut self) -> Self {
        self.pillars.sort_by_key(|pillar| (pillar.title, pillar.level));
        self.titles = self.pillars.iter().map(|pillar| pillar.title).collect();
        self.actions.sort_unstable();
        self.named.sort_unstable();
        self.generic.sort_unstable();
        self
    }

    /// From the graph: every document of it whose text is known, in its order.
    pub(super) fn of_graph(graph: &'f KnowledgeGraph) -> Vec<Self> {
        let mut found: Vec<Self> = Vec::new();
        let mut at: HashMap<graph::DocumentIndex, usize> = HashMap::new();
        for document in graph.documents() {
            let (index, id) = (document.index, graph.document_id(document.index));
            if graph.has_gaps(index) {
                continue;
            }
            let title = document.title.map_or(&*document.source, |title| graph.words(index, title));
            let (source, title) = (document.source.clone(), title.to_owned());
            at.insert(index, found.len());
            found.push(Self::new(id.to_string(), source, title, graph.text(index)));
        }
        for node in graph.nodes() {
            match node.content() {
                graph::Content::Document(_) => {}
                graph::Content::Pillar(pillar) => {
                    let Some(&at) = at.get(&pillar.document) else { continue };
                    found[at].pillars.push(Section {
                        id: node.id().to_string(),
                        title: pillar.title,
                        section: pillar.section,
                        level: usize::from(pillar.level),
                    });
                }
                graph::Content::Action(action) => {
                    let Some(&at) = at.get(&action.document) else { continue };
                    found[at].actions.push(action.span);
                }
                graph::Content::Entity(entity) => {
                    for mention in graph.mentions(entity) {
                        let Some(&at) = at.get(&mention.document) else { continue };
                        found[at].name(entity.kind, mention.span);
                    }
                }
            }
        }
        found.into_iter().map(Self::settle).collect()
    }

    /// From the published file: every document of it that is at hand, in its order.
    pub(super) fn of_published(graph: &Graph, originals: &Originals<'f>) -> Vec<Self> {
        let mut found: Vec<Self> = Vec::new();
        let mut by_id: HashMap<&str, (usize, &'f Original)> = HashMap::new();
        for node in &graph.nodes {
            if let published::Content::Document(document) = &node.content
                && let Some(original) = originals.get(&node.id)
            {
                by_id.insert(&node.id, (found.len(), original));
                let (id, source) = (node.id.clone(), document.source.clone());
                found.push(Self::new(id, source, node.label.clone(), &original.text));
            }
        }
        let place = |document: &str, start: usize, end: usize| {
            let (at, original) = by_id.get(document)?;
            Some((*at, original.text.span_of(start, end)?))
        };
        for node in &graph.nodes {
            match &node.content {
                published::Content::Document(_) => {}
                published::Content::Pillar(pillar) => {
                    let [start, end] = pillar.section_span;
                    let title = place(&pillar.document, pillar.start, pillar.end);
                    let section = place(&pillar.document, start, end);
                    if let (Some((at, title)), Some((_, section))) = (title, section) {
                        let (id, level) = (node.id.clone(), pillar.level);
                        found[at].pillars.push(Section { id, title, section, level });
                    }
                }
                published::Content::Action(action) => {
                    if let Some((at, span)) = place(&action.document, action.start, action.end) {
                        found[at].actions.push(span);
                    }
                }
                published::Content::Entity(entity) => {
                    let NodeKind::Entity(kind) = node.kind else { continue };
                    for mention in &entity.mentions {
                        if let Some((at, span)) =
                            place(&mention.document, mention.start, mention.end)
                        {
                            found[at].name(kind, span);
                        }
                    }
                }
            }
        }
        found.into_iter().map(Self::settle).collect()
    }
}
