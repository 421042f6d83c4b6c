//! A JSON graph that was written, opened again: the same graph, without its documents.
//!
//! The file quotes what it speaks of and says where that stands, so the parts of each text that
//! matter are put back in their places, and everything that is written of the reopened graph is
//! written as of the first one, byte for byte. The rest of a text is unknown
//! ([`KnowledgeGraph::has_gaps`]) unless it is given.

mod names;
mod page;
mod shape;

use std::collections::HashMap;

use crate::extraction::{Alias, AliasReason, Deadline, Quantity};
use crate::graph::{
    Action, Content, Document, DocumentIndex, Entity, Evidence, KnowledgeGraph, NodeId, Note,
    Pillar, Restoration, RestoreError,
};
use crate::schema::{EdgeKind, Limit, NodeKind, PillarKind, Role, Rule};
use crate::text::{SourceText, Span};

use names::{encoding_name, format_name};
use page::Page;
use shape::{EdgeShape, FileShape, NodeShape, NoteShape, PlaceShape, QuoteShape, WordsShape};

/// Why a file is no graph that was written by this tool.
#[derive(Debug, thiserror::Error)]
pub enum ReopenError {
    /// The file is no JSON, or JSON of another shape.
    #[error("not a JSON graph of gangmu: {0}")]
    Shape(#[from] serde_json::Error),
    /// The file is no text.
    #[error("not a JSON graph of gangmu: {0}")]
    Text(#[from] std::str::Utf8Error),
    /// The file is of a version of the format that is not known.
    #[error("the file says that its format is `{0}`; this version reads `gangmu/1`")]
    Version(String),
    /// A part of the file contradicts another one, or says something unknown.
    #[error("{place}: {problem}")]
    Part {
        /// Which node or edge.
        place: String,
        /// What is wrong with it.
        problem: String,
    },
    /// A document is too long.
    #[error(transparent)]
    Limit(#[from] Limit),
    /// The parts make no graph.
    #[error(transparent)]
    Graph(#[from] RestoreError),
}

/// Opens a graph. Of documents whose text is given, by the SHA-256 of their bytes in hexadecimal,
/// the whole text is known; it must be the text that the graph was made of.
///
/// # Errors
/// When the file is no graph that was written by this tool, or was changed so that it contradicts
/// itself or a given text.
pub fn reopen(
    json: &[u8],
    texts: &HashMap<String, SourceText>,
) -> Result<KnowledgeGraph, ReopenError> {
    // a reader of bytes would let anything stand in what it passes over
    let json = std::str::from_utf8(json)?;
    let file: FileShape = serde_json::from_str(json)?;
    if file.graph.schema != "gangmu/1" {
        return Err(ReopenError::Version(file.graph.schema));
    }
    let mut graph = Restoration::default();
    let pages = pages(&file, texts, &mut graph)?;
    let mut reader = Reader { pages, confidences: HashMap::new(), offices: HashMap::new(), graph };
    for node in &file.nodes {
        reader.node(node)?;
    }
    for edge in &file.edges {
        reader.edge(edge)?;
    }
    Ok(reader.graph.finish())
}

/// A document's text as far as it is known.
struct Known {
    index: DocumentIndex,
    text: SourceText,
    page: Page,
    /// See [`Page::offsets`].
    offsets: Vec<usize>,
}

/// Puts what the file quotes in its places.
fn pages<'f>(
    file: &'f FileShape,
    texts: &HashMap<String, SourceText>,
    graph: &mut Restoration,
) -> Result<HashMap<&'f str, Known>, ReopenError> {
    let mut pages: Vec<(&str, Page, bool)> = Vec::new();
    let mut by_id: HashMap<&str, usize> = HashMap::new();
    for node in file.nodes.iter().filter(|node| node.kind == NodeKind::Document.name()) {
        let given = node.sha256.as_ref().and_then(|sha256| texts.get(sha256));
        let length = node.length.unwrap_or(0);
        let page = match given {
            Some(text) => Page::of(text.as_str()),
            None => Page::blank(length),
        };
        if page.len() != length {
            let problem = format!("has {length} characters, but the text given has {}", page.len());
            return Err(part(&node.id, &problem));
        }
        by_id.insert(&node.id, pages.len());
        pages.push((&node.id, page, given.is_none()));
    }
    let mut quote = |place: &str, document: &str, start: usize, words: &str| {
        let unknown = || part(place, &format!("there is no document {document}"));
        let index = *by_id.get(document).ok_or_else(unknown)?;
        let fits = pages[index].1.put(start, words);
        fits.map_err(|()| part(place, &format!("‘{words}’ does not stand at {start}")))
    };
    for node in &file.nodes {
        let document = node.document.as_deref().unwrap_or_default();
        for (start, words) in node.quotes() {
            quote(&node.id, document, start, words)?;
        }
        for mention in &node.mentions {
            quote(&node.id, &mention.document, mention.start, &mention.text)?;
            if let Some(office) = &mention.office {
                quote(&node.id, &mention.document, office.start, &office.text)?;
            }
        }
    }
    for edge in &file.edges {
        for evidence in &edge.evidence {
            quote(&edge.key, &evidence.document, evidence.start, &evidence.text)?;
        }
    }
    // what a document says of itself is quoted without its place: any that fits is as good
    for node in file.nodes.iter().filter(|node| node.kind == NodeKind::Document.name()) {
        let page = &mut pages[by_id[node.id.as_str()]].1;
        for words in node.titles() {
            let start = page.find(words).ok_or_else(|| {
                part(&node.id, &format!("‘{words}’ has no place in the document"))
            })?;
            page.put(start, words).map_err(|()| part(&node.id, "the text contradicts itself"))?;
        }
    }
    pages
        .into_iter()
        .map(|(id, page, gaps)| {
            let text = SourceText::new(page.text())?;
            let index = graph.text(text.clone(), gaps);
            Ok((id, Known { index, text, offsets: page.offsets(), page }))
        })
        .collect()
}

fn part(place: &str, problem: &str) -> ReopenError {
    ReopenError::Part { place: place.to_owned(), problem: problem.to_owned() }
}

fn id(text: &str) -> Result<NodeId, ReopenError> {
    text.parse().map_err(|error| part(text, &format!("{error}")))
}

struct Reader<'f> {
    /// By the document's id.
    pages: HashMap<&'f str, Known>,
    /// How sure it is that a place names something.
    confidences: HashMap<(DocumentIndex, Span), f32>,
    /// The office beside a name.
    offices: HashMap<(DocumentIndex, Span), Span>,
    graph: Restoration,
}

impl Reader<'_> {
    fn known(&self, document: &str) -> Result<&Known, ReopenError> {
        self.pages.get(document).ok_or_else(|| part(document, "there is no such document"))
    }

    fn node(&mut self, node: &NodeShape) -> Result<(), ReopenError> {
        let own = id(&node.id)?;
        if own.kind().name() != node.kind {
            return Err(part(&node.id, &format!("is no id of the type {}", node.kind)));
        }
        match own.kind() {
            NodeKind::Document => {
                let document = self.document(node)?;
                self.graph.node(own, Content::Document(Box::new(document)))?;
            }
            NodeKind::Pillar => {
                let pillar = self.pillar(node)?;
                self.graph.node(own, Content::Pillar(pillar))?;
            }
            NodeKind::Action => {
                let action = self.action(node)?;
                self.graph.node(own, Content::Action(action))?;
            }
            NodeKind::Entity(kind) => {
                let aliases = node.aliases.iter().map(|form| {
                    let reason = node.alias_reasons.get(form);
                    let reason = reason.and_then(|reason| AliasReason::from_name(reason));
                    let reason = reason.ok_or_else(|| part(&node.id, "an alias has no reason"))?;
                    Ok(Alias { form: form.clone(), reason })
                });
                let aliases: Vec<Alias> = aliases.collect::<Result<_, ReopenError>>()?;
                let mentions: Vec<Evidence> = node
                    .mentions
                    .iter()
                    .map(|quote| self.evidence(quote))
                    .collect::<Result<_, _>>()?;
                for mention in &mentions {
                    let place = (mention.document, mention.span);
                    if let Some(confidence) = mention.confidence {
                        self.confidences.insert(place, confidence);
                    }
                    if let Some(office) = mention.office {
                        self.offices.insert(place, office);
                    }
                }
                let confidence = node.confidence.unwrap_or(0.0);
                let mut entity = Entity::new(kind, node.label.clone(), confidence);
                (entity.aliases, entity.within) = (aliases, node.within.clone());
                self.graph.entity(own, entity, mentions)?;
            }
        }
        Ok(())
    }

    fn document(&self, node: &NodeShape) -> Result<Document, ReopenError> {
        let known = self.known(&node.id)?;
        let need = |value: &Option<String>, key: &str| {
            value.clone().ok_or_else(|| part(&node.id, &format!("has no {key}")))
        };
        let source = need(&node.source, "source")?;
        let find = |words: &Option<String>| {
            let words = words.as_ref()?;
            known.find(words)
        };
        let titled = node.label != source;
        Ok(Document {
            index: known.index,
            title: if titled { find(&Some(node.label.clone())) } else { None },
            source,
            other_sources: node.other_sources.clone(),
            sha256: need(&node.sha256, "sha256")?,
            format: format_name(&need(&node.format, "format")?)
                .ok_or_else(|| part(&node.id, "was read as a format that is not known"))?,
            encoding: encoding_name(&need(&node.encoding, "encoding")?)
                .ok_or_else(|| part(&node.id, "was read in an encoding that is not known"))?,
            date: node.date.clone(),
            place: match &node.place {
                Some(PlaceShape::Name(name)) => Some(name.clone()),
                _ => None,
            },
            issuer: find(&node.issuer),
            author: find(&node.author),
            notes: node.notes.iter().map(note).collect(),
        })
    }

    fn pillar(&self, node: &NodeShape) -> Result<Pillar, ReopenError> {
        let known = self.known(node.document.as_deref().unwrap_or_default())?;
        let (title, section) = match (node.start, node.end, node.section_span) {
            (Some(start), Some(end), Some([from, to])) => {
                (known.range(&node.id, start, end)?, known.range(&node.id, from, to)?)
            }
            _ => return Err(part(&node.id, "a pillar has start, end and section_span")),
        };
        let kind = node.pillar_kind.as_deref().and_then(PillarKind::from_name);
        let principle = node.principle_span.map(|[from, to]| known.range(&node.id, from, to));
        Ok(Pillar {
            document: known.index,
            title,
            principle: principle.transpose()?,
            level: node.level.ok_or_else(|| part(&node.id, "a pillar has a level"))?,
            ordinal: node.ordinal.ok_or_else(|| part(&node.id, "a pillar has an ordinal"))?,
            kind: kind.ok_or_else(|| part(&node.id, "a pillar is a review or a plan"))?,
            section,
        })
    }

    fn action(&self, node: &NodeShape) -> Result<Action, ReopenError> {
        let known = self.known(node.document.as_deref().unwrap_or_default())?;
        let (Some(start), Some(end)) = (node.start, node.end) else {
            return Err(part(&node.id, "an action has start and end"));
        };
        let range = |[from, to]: [usize; 2]| known.range(&node.id, from, to);
        let words = |words: &WordsShape| known.range(&node.id, words.start, words.end);
        let span = known.range(&node.id, start, end)?;
        let mut quantities = Vec::with_capacity(node.quantities.len());
        for quantity in &node.quantities {
            let whole = known.range(&node.id, quantity.start, quantity.end)?;
            let within = |outer: Span, words: &str| {
                let at = known.text.slice(outer).rfind(words)?;
                Some(Span::new(outer.start() + at, outer.start() + at + words.len()))
            };
            let unit = within(whole, &quantity.unit)
                .ok_or_else(|| part(&node.id, "a quantity does not hold its unit"))?;
            // what is counted mostly stands in the clause, and always somewhere in the document
            let of =
                quantity.of.as_ref().and_then(|of| within(span, of).or_else(|| known.find(of)));
            let value = quantity.value.unwrap_or(f64::INFINITY);
            quantities.push(Quantity { span: whole, value, unit, of });
        }
        let deadline = node.deadline.as_ref().map(|deadline| {
            let span = known.range(&node.id, deadline.start, deadline.end)?;
            Ok::<_, ReopenError>(Deadline { span, date: deadline.date.clone() })
        });
        let place = match &node.place {
            Some(PlaceShape::Words(at)) => Some(words(at)?),
            _ => None,
        };
        Ok(Action {
            document: known.index,
            span,
            verb: node.verb_span.map(range).transpose()?,
            object: node.object_span.map(range).transpose()?,
            quantities,
            deadline: deadline.transpose()?,
            actor: node.actor.as_ref().map(words).transpose()?,
            place,
        })
    }

    fn evidence(&self, quote: &QuoteShape) -> Result<Evidence, ReopenError> {
        let known = self.known(&quote.document)?;
        let span = known.range(&quote.document, quote.start, quote.end)?;
        let rule = Rule::from_name(&quote.rule)
            .ok_or_else(|| part(&quote.document, &format!("‘{}’ is no known rule", quote.rule)))?;
        // edges tell no more than the place: the rest is told at the entity
        let place = (known.index, span);
        let confidence = quote.confidence.or_else(|| self.confidences.get(&place).copied());
        let office = quote.office.as_ref();
        let office = office.map(|words| known.range(&quote.document, words.start, words.end));
        let office = office.transpose()?.or_else(|| self.offices.get(&place).copied());
        Ok(Evidence { document: known.index, span, rule, confidence, office })
    }

    fn edge(&mut self, edge: &EdgeShape) -> Result<(), ReopenError> {
        let kind = EdgeKind::from_name(&edge.kind)
            .ok_or_else(|| part(&edge.key, &format!("‘{}’ is no kind of edge", edge.kind)))?;
        let ends = (id(&edge.source)?, id(&edge.target)?);
        let role = edge.role.as_ref().map(|role| {
            Role::from_name(role).ok_or_else(|| part(&edge.key, "has a role that is not known"))
        });
        let mut evidence: Vec<Evidence> =
            edge.evidence.iter().map(|quote| self.evidence(quote)).collect::<Result<_, _>>()?;
        if matches!(kind, EdgeKind::Relation(_)) {
            // a relation's words may be those of a name, which is sure; the relation is not
            for evidence in &mut evidence {
                (evidence.confidence, evidence.office) = (None, None);
            }
        }
        Ok(self.graph.edge(kind, ends, role.transpose()?, evidence)?)
    }
}

impl Known {
    fn range(&self, place: &str, start: usize, end: usize) -> Result<Span, ReopenError> {
        match (self.offsets.get(start), self.offsets.get(end)) {
            (Some(&from), Some(&to)) if start <= end => Ok(Span::new(from, to)),
            _ => Err(part(place, &format!("{start} to {end} is no part of its document"))),
        }
    }

    /// The first place where words stand.
    fn find(&self, words: &str) -> Option<Span> {
        let start = self.page.find(words)?;
        let from = *self.offsets.get(start)?;
        Some(Span::new(from, *self.offsets.get(start + words.chars().count())?))
    }
}

fn note(NoteShape { code, message }: &NoteShape) -> Note {
    Note { code: code.clone(), message: message.clone() }
}
