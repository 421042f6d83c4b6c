//! Every place lies in its document, and the document has there what the graph quotes.

use crate::diagnostic::Code;
use crate::published::{ActionFacts, Content, Graph, Node, PillarFacts};

use super::{Case, Findings, name_of_edge, name_of_node, short};

pub(super) fn check(case: &Case<'_>, findings: &mut Findings) {
    each_place(case.graph, |place| check_place(case, &place, findings));
}

/// How many places a graph states.
pub(super) fn count(graph: &Graph) -> usize {
    let mut count = 0;
    each_place(graph, |_| count += 1);
    count
}

/// A place that the graph states.
struct Place<'g> {
    /// Who states it.
    of: &'g dyn Fn() -> String,
    /// As what.
    what: &'g str,
    document: &'g str,
    range: [usize; 2],
    /// The words that are said to stand there, where the graph quotes them.
    words: Option<&'g str>,
    /// The range that it has to lie in.
    within: Option<[usize; 2]>,
}

fn check_place(case: &Case<'_>, place: &Place<'_>, findings: &mut Findings) {
    let [start, end] = place.range;
    let Some(original) = case.originals.get(place.document) else { return };
    let at = || case.place_in(place.document, start, end);
    let Some(span) = original.text.span_of(start, end).filter(|span| !span.is_empty()) else {
        let length = original.text.len_code_points();
        let message = format!(
            "its {} is said to stand at {start}..{end} of {}, which has {length} code points",
            place.what, original.source.name
        );
        findings.add(Code::VerifyOffset, (place.of)(), message);
        return;
    };
    let found = original.text.slice(span);
    if let Some(words) = place.words.filter(|words| *words != found) {
        let message = format!(
            "its {} is quoted as “{}”, but {} has “{}”",
            place.what,
            short(words),
            at(),
            short(found)
        );
        findings.add(Code::VerifyQuote, (place.of)(), message);
    }
    if place.within.is_some_and(|[from, to]| start < from || to < end) {
        let message = format!("its {} at {} lies outside of it", place.what, at());
        findings.add(Code::VerifyOffset, (place.of)(), message);
    }
}

/// Calls `visit` with every place that a graph states.
fn each_place(graph: &Graph, mut visit: impl FnMut(Place<'_>)) {
    for node in &graph.nodes {
        let of = || name_of_node(node);
        match &node.content {
            Content::Document(_) => {}
            Content::Pillar(pillar) => of_pillar(node, pillar, &of, &mut visit),
            Content::Action(action) => of_action(node, action, &of, &mut visit),
            Content::Entity(entity) => {
                for mention in &entity.mentions {
                    let mut place = |what, start, end, words| {
                        let (document, range) = (&*mention.document, [start, end]);
                        visit(Place { of: &of, what, document, range, words, within: None });
                    };
                    place("mention", mention.start, mention.end, Some(&*mention.text));
                    if let Some(office) = &mention.office {
                        place("office", office.start, office.end, Some(&*office.text));
                    }
                }
            }
        }
    }
    for edge in &graph.edges {
        let of = || name_of_edge(edge);
        for quote in &edge.evidence {
            visit(Place {
                of: &of,
                what: "evidence",
                document: &quote.document,
                range: [quote.start, quote.end],
                words: Some(&quote.text),
                within: None,
            });
        }
    }
}

fn of_pillar(
    node: &Node,
    pillar: &PillarFacts,
    of: &dyn Fn() -> String,
    visit: &mut impl FnMut(Place<'_>),
) {
    let document = &*pillar.document;
    let mut place = |what, range, words, within| {
        visit(Place { of, what, document, range, words, within });
    };
    let title = [pillar.start, pillar.end];
    place("title", title, Some(&*node.label), Some(pillar.section_span));
    place("section", pillar.section_span, None, None);
    if let Some(range) = pillar.principle_span {
        place("principle", range, pillar.principle.as_deref(), None);
    }
}

fn of_action(
    node: &Node,
    action: &ActionFacts,
    of: &dyn Fn() -> String,
    visit: &mut impl FnMut(Place<'_>),
) {
    let document = &*action.document;
    let clause = [action.start, action.end];
    let mut place = |what, range, words, within| {
        visit(Place { of, what, document, range, words, within });
    };
    place("clause", clause, Some(&*node.label), None);
    let slots = [
        ("verb", action.verb_span, action.verb.as_deref()),
        ("object", action.object_span, action.object.as_deref()),
    ];
    for (what, range, words) in slots {
        if let Some(range) = range {
            place(what, range, words, Some(clause));
        }
    }
    let quantities = action.quantities.iter().map(|quantity| ("quantity", &quantity.words));
    let deadline = action.deadline.iter().map(|deadline| ("deadline", &deadline.words));
    let actor = action.actor.iter().map(|words| ("actor", words));
    let site = action.place.iter().map(|words| ("place", words));
    for (what, words) in quantities.chain(deadline).chain(actor).chain(site) {
        place(what, [words.start, words.end], Some(&*words.text), None);
    }
}
