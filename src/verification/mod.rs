//! Is a published graph true to its documents? Checked from the file and the texts alone, without
//! running any of the extraction.
//!
//! Every check is a function in a file of its own that sees the [`Case`] and adds to the
//! [`Findings`]; all of them are listed in `CHECKS`. A damaged part never stops the checks of the
//! others.

mod completeness;
mod confidence;
mod documents;
mod evidence;
mod identity;
mod names;
mod schema;
mod structure;
mod words;

use serde_json::Value;

use crate::diagnostic::{Code, Report, Severity};
use crate::published::{self, Edge, Graph, Index, Node, Original, Originals, Quote, ReadError};

/// What is checked, with what it is checked against.
struct Case<'c> {
    file: &'c Value,
    graph: &'c Graph,
    index: &'c Index<'c>,
    originals: &'c Originals<'c>,
}

/// What was found wrong so far.
#[derive(Default)]
struct Findings(Vec<Report>);

/// All checks, in the order in which their findings are told.
const CHECKS: &[fn(&Case<'_>, &mut Findings)] = &[
    schema::check,
    documents::check,
    identity::check,
    words::check,
    structure::check,
    names::check,
    evidence::check,
    completeness::check,
    confidence::check,
];

/// What a verification came to.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Verdict {
    /// What is wrong, or worth a look, in the order of the checks.
    pub reports: Vec<Report>,
    /// How many nodes the file has.
    pub nodes: usize,
    /// How many edges the file has.
    pub edges: usize,
    /// How many quotes and places were compared with a text.
    pub places: usize,
    /// How many documents were at hand.
    pub documents: usize,
}

impl Verdict {
    /// Whether nothing is wrong; warnings do not count.
    #[must_use]
    pub fn holds(&self) -> bool {
        self.reports.iter().all(|report| report.code.severity() != Severity::Error)
    }
}

/// Checks a graph, given as the bytes of its JSON, against its documents.
///
/// # Errors
/// [`ReadError`] when the bytes are no graph.
///
/// # Complexity
/// O(n log n) in the size of graph and documents.
pub fn verify(json: &[u8], documents: &[Original]) -> Result<Verdict, ReadError> {
    verify_value(&published::parse(json)?, documents)
}

/// The same for a file that is parsed.
///
/// # Errors
/// [`ReadError`] when the value is no graph.
pub fn verify_value(file: &Value, documents: &[Original]) -> Result<Verdict, ReadError> {
    let graph = Graph::read(file)?;
    let index = Index::of(&graph);
    let originals = Originals::of(&graph, documents);
    let case = Case { file, graph: &graph, index: &index, originals: &originals };
    let mut findings = Findings::default();
    for check in CHECKS {
        check(&case, &mut findings);
    }
    Ok(Verdict {
        reports: findings.0,
        nodes: graph.nodes.len(),
        edges: graph.edges.len(),
        places: words::count(&graph),
        documents: documents.len() - originals.foreign().len(),
    })
}

impl Findings {
    fn add(&mut self, code: Code, place: impl Into<String>, message: impl Into<String>) {
        self.0.push(Report::new(code, place, message));
    }

    fn node(&mut self, code: Code, node: &Node, message: impl Into<String>) {
        self.add(code, name_of_node(node), message);
    }

    fn edge(&mut self, code: Code, edge: &Edge, message: impl Into<String>) {
        self.add(code, name_of_edge(edge), message);
    }
}

/// How messages name a node.
fn name_of_node(node: &Node) -> String {
    format!("nodes[{}] {} {} “{}”", node.at, node.id, node.kind.name(), short(&node.label))
}

/// How messages name an edge.
fn name_of_edge(edge: &Edge) -> String {
    let Edge { at, source, target, kind, .. } = edge;
    format!("edges[{at}] {source} -{}-> {target}", kind.name())
}

impl Case<'_> {
    /// How messages name words of a document: the file, and where in it as far as that is known.
    fn place(&self, quote: &Quote) -> String {
        self.place_in(&quote.document, quote.start, quote.end)
    }

    fn place_in(&self, document: &str, start: usize, end: usize) -> String {
        let Some(original) = self.originals.get(document) else {
            return format!("{document} {start}..{end}");
        };
        let name = &original.source.name;
        match original.text.byte_of(start) {
            Some(byte) => {
                let (line, column) = original.text.line_column(byte);
                format!("{name}:{line}:{column} ({start}..{end})")
            }
            None => format!("{name} {start}..{end}"),
        }
    }
}

/// The first words of a text, for messages.
fn short(words: &str) -> String {
    const MOST: usize = 24;
    let mut chars = words.chars().map(|c| if c.is_control() { ' ' } else { c });
    let mut start: String = chars.by_ref().take(MOST).collect();
    if chars.next().is_some() {
        start.push('…');
    }
    start
}
