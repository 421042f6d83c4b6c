//! RDF, as Turtle and as JSON-LD: the ontology's own terms, with those of schema.org, SKOS, PROV-O
//! and Web Annotation where they fit. Both files hold the same triples.
//!
//! An edge is a triple between its ends, and a resource of its own that says on which words it
//! rests. A place is an `oa:SpecificResource` of the document, selected by position (in code
//! points) and by quotation. Every resource has a name; there are no blank nodes.

use std::io::{self, Write};

use oxjsonld::JsonLdSerializer;
use oxrdf::vocab::{rdf, rdfs, xsd};
use oxrdf::{GraphName, Literal, NamedNode, Quad, Term};
use oxttl::TurtleSerializer;

use crate::graph::{Content, DocumentIndex, Edge, Entity, Evidence, KnowledgeGraph, Node, NodeId};
use crate::schema::{EntityKind, NodeKind};
use crate::text::Span;

use super::flat::{self, Value};
use super::{ExportError, Exporter, Options};

pub(super) const TURTLE: Exporter = Exporter::single(
    "turtle",
    "ttl",
    "text/turtle",
    "RDF stores and SPARQL: rdflib, Jena, oxigraph, GraphDB",
    write_turtle,
);

pub(super) const JSON_LD: Exporter = Exporter::single(
    "jsonld",
    "jsonld",
    "application/ld+json",
    "RDF as JSON: the same triples as turtle",
    write_json_ld,
);

/// The ontology's own terms.
const GANGMU: &str = "https://github.com/gangmu/gangmu/ontology#";
const SCHEMA: &str = "https://schema.org/";
const SKOS: &str = "http://www.w3.org/2004/02/skos/core#";
const PROV: &str = "http://www.w3.org/ns/prov#";
const OA: &str = "http://www.w3.org/ns/oa#";
/// Nodes, edges and places.
const NAMES: &str = "urn:gangmu:";

const PREFIXES: &[(&str, &str)] = &[
    ("gm", GANGMU),
    ("schema", SCHEMA),
    ("skos", SKOS),
    ("prov", PROV),
    ("oa", OA),
    ("rdf", "http://www.w3.org/1999/02/22-rdf-syntax-ns#"),
    ("rdfs", "http://www.w3.org/2000/01/rdf-schema#"),
    ("xsd", "http://www.w3.org/2001/XMLSchema#"),
];

fn write_turtle(
    graph: &KnowledgeGraph,
    _: &Options,
    sink: &mut dyn Write,
) -> Result<(), ExportError> {
    let mut serializer = TurtleSerializer::new();
    for (name, iri) in PREFIXES {
        serializer = serializer.with_prefix(*name, *iri).map_err(form)?;
    }
    let mut bytes = Vec::new();
    let mut writer = serializer.for_writer(&mut bytes);
    triples(graph, |quad| {
        writer.serialize_triple(oxrdf::TripleRef::new(&quad.subject, &quad.predicate, &quad.object))
    })?;
    writer.finish()?;
    Ok(sink.write_all(&bytes)?)
}

fn write_json_ld(
    graph: &KnowledgeGraph,
    _: &Options,
    sink: &mut dyn Write,
) -> Result<(), ExportError> {
    let mut serializer = JsonLdSerializer::new();
    for (name, iri) in PREFIXES {
        serializer = serializer.with_prefix(*name, *iri).map_err(form)?;
    }
    let mut bytes = Vec::new();
    let mut writer = serializer.for_writer(&mut bytes);
    triples(graph, |quad| writer.serialize_quad(quad.as_ref()))?;
    writer.finish()?;
    bytes.push(b'\n');
    Ok(sink.write_all(&bytes)?)
}

fn form(error: impl std::fmt::Display) -> ExportError {
    ExportError::Form(error.to_string())
}

/// States everything that the graph holds.
fn triples(
    graph: &KnowledgeGraph,
    state: impl FnMut(Quad) -> io::Result<()>,
) -> Result<(), ExportError> {
    let mut statements = Statements { graph, state, failed: None };
    for node in graph.nodes() {
        statements.node(node);
    }
    for edge in graph.edges() {
        statements.edge(edge);
    }
    match statements.failed {
        Some(error) => Err(error.into()),
        None => Ok(()),
    }
}

struct Statements<'g, F> {
    graph: &'g KnowledgeGraph,
    state: F,
    failed: Option<io::Error>,
}

/// A term of a vocabulary; both parts are plain ASCII.
fn term(vocabulary: &str, name: &str) -> NamedNode {
    NamedNode::new_unchecked(format!("{vocabulary}{name}"))
}

/// The name of a node.
fn resource(id: NodeId) -> NamedNode {
    term(NAMES, id.text().as_str())
}

fn chinese(words: &str) -> Literal {
    Literal::new_language_tagged_literal_unchecked(words, "zh")
}

fn whole(number: usize) -> Literal {
    Literal::new_typed_literal(number.to_string(), xsd::NON_NEGATIVE_INTEGER)
}

impl<F: FnMut(Quad) -> io::Result<()>> Statements<'_, F> {
    fn add(&mut self, subject: &NamedNode, predicate: NamedNode, object: impl Into<Term>) {
        if self.failed.is_none() {
            let quad = Quad::new(subject.clone(), predicate, object, GraphName::DefaultGraph);
            self.failed = (self.state)(quad).err();
        }
    }

    fn is_a(&mut self, subject: &NamedNode, class: NamedNode) {
        self.add(subject, rdf::TYPE.into_owned(), class);
    }

    fn node(&mut self, node: &Node) {
        let subject = resource(node.id());
        let (own, others) = classes(node.kind());
        self.is_a(&subject, term(GANGMU, own));
        for &(vocabulary, class) in others {
            self.is_a(&subject, term(vocabulary, class));
        }
        self.add(&subject, rdfs::LABEL.into_owned(), chinese(self.graph.label(node)));
        match node.content() {
            Content::Document(_) => {}
            Content::Pillar(pillar) => {
                self.standing(&subject, pillar.document, pillar.title);
            }
            Content::Action(action) => self.standing(&subject, action.document, action.span),
            Content::Entity(entity) => self.entity(&subject, entity),
        }
        for (name, value) in flat::of_node(self.graph, node) {
            let predicate = match name {
                // said by other triples
                "document" | "start" | "end" | "aliases" | "places" | "count" => continue,
                "date" => term(SCHEMA, "datePublished"),
                "author" => term(SCHEMA, "author"),
                "issuer" => term(SCHEMA, "publisher"),
                "source" => term(SCHEMA, "name"),
                "length" => term(GANGMU, "characters"),
                "deadline_date" => term(SCHEMA, "endTime"),
                _ => term(GANGMU, name),
            };
            match value {
                Value::Text(text) if is_code(name) => {
                    self.add(&subject, predicate, Literal::new_simple_literal(text));
                }
                Value::Text(text) => self.add(&subject, predicate, chinese(&text)),
                Value::Whole(number) => self.add(&subject, predicate, whole(number)),
                Value::Number(number) => {
                    let text = number.to_string();
                    let decimal = Literal::new_typed_literal(text, xsd::DECIMAL);
                    self.add(&subject, predicate, decimal);
                }
                Value::List(items) => {
                    for item in items {
                        self.add(&subject, predicate.clone(), chinese(&item));
                    }
                }
            }
        }
    }

    /// A part of a document and where it stands.
    fn standing(&mut self, subject: &NamedNode, document: DocumentIndex, span: Span) {
        let place = self.place(document, span);
        self.add(subject, term(GANGMU, "stands"), place);
        let document = resource(self.graph.document_id(document));
        self.add(subject, term(PROV, "wasQuotedFrom"), document);
    }

    fn entity(&mut self, subject: &NamedNode, entity: &Entity) {
        self.add(subject, term(SKOS, "prefLabel"), chinese(&entity.name));
        for alias in &entity.aliases {
            self.add(subject, term(SKOS, "altLabel"), chinese(&alias.form));
        }
        for mention in self.graph.mentions(entity) {
            let place = self.place(mention.document, mention.span);
            let name = place.as_str().replacen("place", "mention", 1);
            let id = subject.as_str().trim_start_matches(NAMES);
            let annotation = NamedNode::new_unchecked(format!("{name}:{id}"));
            self.is_a(&annotation, term(OA, "Annotation"));
            self.add(&annotation, term(OA, "hasBody"), subject.clone());
            self.add(&annotation, term(OA, "hasTarget"), place);
            self.add(&annotation, term(OA, "motivatedBy"), term(OA, "identifying"));
            self.rule(&annotation, mention);
            if let Some(value) = mention.confidence {
                let text = flat::confidence(value).to_string();
                let decimal = Literal::new_typed_literal(text, xsd::DECIMAL);
                self.add(&annotation, term(GANGMU, "confidence"), decimal);
            }
        }
    }

    fn rule(&mut self, subject: &NamedNode, evidence: &Evidence) {
        let rule = Literal::new_simple_literal(evidence.rule.name());
        self.add(subject, term(GANGMU, "rule"), rule);
    }

    fn edge(&mut self, edge: &Edge) {
        let predicate = term(GANGMU, edge.kind().name());
        let (source, target) = (resource(edge.source()), resource(edge.target()));
        self.add(&source, predicate.clone(), target.clone());
        let evidence = self.graph.evidence(edge);
        if evidence.is_empty() {
            return;
        }
        let subject = term(NAMES, edge.key().text().as_str());
        self.is_a(&subject, rdf::STATEMENT.into_owned());
        self.add(&subject, rdf::SUBJECT.into_owned(), source);
        self.add(&subject, rdf::PREDICATE.into_owned(), predicate);
        self.add(&subject, rdf::OBJECT.into_owned(), target);
        if let Some(role) = edge.role() {
            let role = Literal::new_simple_literal(role.name());
            self.add(&subject, term(GANGMU, "role"), role);
        }
        for evidence in evidence {
            let place = self.place(evidence.document, evidence.span);
            self.add(&subject, term(PROV, "wasDerivedFrom"), place);
            self.rule(&subject, evidence);
        }
    }

    /// A place of a document. Stating it twice says nothing new.
    fn place(&mut self, document: DocumentIndex, span: Span) -> NamedNode {
        let range = self.graph.text(document).code_points(span);
        let id = self.graph.document_id(document);
        let at = format!("{id}:{}-{}", range.start, range.end);
        let place = term(NAMES, &format!("place:{at}"));
        let position = term(NAMES, &format!("position:{at}"));
        let quote = term(NAMES, &format!("quote:{at}"));
        self.is_a(&place, term(OA, "SpecificResource"));
        self.add(&place, term(OA, "hasSource"), resource(id));
        self.add(&place, term(OA, "hasSelector"), position.clone());
        self.add(&place, term(OA, "hasSelector"), quote.clone());
        self.is_a(&position, term(OA, "TextPositionSelector"));
        self.add(&position, term(OA, "start"), whole(range.start));
        self.add(&position, term(OA, "end"), whole(range.end));
        self.is_a(&quote, term(OA, "TextQuoteSelector"));
        let words = self.graph.words(document, span);
        self.add(&quote, term(OA, "exact"), Literal::new_simple_literal(words));
        place
    }
}

/// Whether an attribute is a code and no words of any language.
fn is_code(name: &str) -> bool {
    matches!(name, "sha256" | "date" | "source" | "kind" | "deadline_date")
}

/// A class of another vocabulary.
type Class = (&'static str, &'static str);

/// The class of a kind, and those of other vocabularies that it belongs to.
fn classes(kind: NodeKind) -> (&'static str, &'static [Class]) {
    match kind {
        NodeKind::Document => ("Document", &[(SCHEMA, "DigitalDocument"), (PROV, "PrimarySource")]),
        NodeKind::Pillar => ("Pillar", &[(PROV, "Entity")]),
        NodeKind::Action => ("Action", &[(SCHEMA, "PlanAction"), (PROV, "Entity")]),
        NodeKind::Entity(kind) => match kind {
            EntityKind::Company => ("Company", &[(SCHEMA, "Corporation")]),
            EntityKind::University => ("University", &[(SCHEMA, "CollegeOrUniversity")]),
            EntityKind::Program => ("Program", &[(SCHEMA, "Project")]),
            EntityKind::Industry => ("Industry", &[(SCHEMA, "DefinedTerm")]),
            EntityKind::Organization => ("Organization", &[(SCHEMA, "Organization")]),
            EntityKind::Place => ("Place", &[(SCHEMA, "AdministrativeArea")]),
            EntityKind::Person => ("Person", &[(SCHEMA, "Person")]),
        },
    }
}
