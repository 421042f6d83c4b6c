//! Mentions: where the text names a company, a university, a program or an industry.
//!
//! Liberal generators propose candidates, a scorer weighs each in its context, and one rule
//! settles overlaps. Every mention keeps the strongest reason for it and its probability.

mod candidate;
mod cells;
mod confidence;
mod context;
mod couples;
mod cuts;
mod features;
mod generate;
mod groups;
mod hope;
mod inside;
mod lattice;
mod marginals;
mod marks;
mod neighbours;
mod repeats;
mod resolve;
mod scorer;
mod space;
mod training;
mod view;

pub use cells::with_cells;
pub use repeats::with_repeats;
pub use scorer::Scorer;
pub use training::{Example, Trainer};

use crate::document::{Document, LineKind};
use crate::lexicon::{Hits, Lexicon, NameId};
use crate::schema::{EntityKind, Rule};
use crate::text::{SourceText, Span};

use candidate::{Candidate, Candidates};
use resolve::Scored;
use view::{Stretch, View};

/// A place where the text names something.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Found {
    /// The name as written.
    pub span: Span,
    /// What it names.
    pub kind: EntityKind,
    /// The strongest reason.
    pub rule: Rule,
    /// How sure that is, 0 to 1.
    pub confidence: f32,
    /// The name of the lexicon, where it is one.
    pub name: Option<NameId>,
}

/// All mentions of a document, in reading order.
#[must_use]
pub fn mentions(
    text: &SourceText,
    lexicon: &Lexicon,
    scorer: &Scorer,
    hits: &Hits,
    document: &Document,
) -> Vec<Found> {
    let mut found = Vec::new();
    let mut scored: Vec<Scored> = Vec::new();
    let mut chosen = Vec::new();
    let mut sums = scorer::Sums::default();
    let mut overlaps = resolve::Buffers::default();
    each_sentence(text, lexicon, hits, document, |view, candidates| {
        sums.reset(view);
        scored.clear();
        scored.extend(candidates.iter().filter_map(|&candidate| {
            let score = scorer.score(view, &candidate, &mut sums)?;
            Some(Scored { candidate, score })
        }));
        resolve::resolve(
            &scored,
            &scorer.neighbours,
            (view.len(), |at| neighbours::Part::of(view, at)),
            &mut overlaps,
            &mut chosen,
        );
        found.extend(chosen.iter().map(|Scored { candidate, score }| Found {
            span: view.span_of(candidate.stretch),
            kind: candidate.kind,
            rule: candidate.rule(),
            confidence: scorer.confidence.of(candidate.kind, *score),
            name: lexicon_name(lexicon, view, candidate),
        }));
    });
    found
}

/// The name of the lexicon that a candidate is.
fn lexicon_name(lexicon: &Lexicon, view: &View<'_>, candidate: &Candidate) -> Option<NameId> {
    let Stretch { start, end } = candidate.stretch;
    let word = view.all_from(start).iter().find(|word| word.end == end)?;
    let senses = lexicon.term(word.term).senses();
    senses.iter().find(|sense| sense.kind == candidate.kind).map(|sense| sense.name)
}

/// Calls `visit` with each sentence of the body, front lines included, and its candidates.
fn each_sentence(
    text: &SourceText,
    lexicon: &Lexicon,
    hits: &Hits,
    document: &Document,
    mut visit: impl FnMut(&View<'_>, &[Candidate]),
) {
    let mut buffers = view::Buffers::default();
    let mut candidates = Candidates::default();
    for line in &document.lines {
        if line.kind == LineKind::End {
            continue;
        }
        for sentence in document.sentences_of(line) {
            let view = View::new(text, hits, sentence.span, &mut buffers);
            candidates.clear();
            generate::generate(lexicon, &view, &mut candidates);
            visit(&view, candidates.settle());
        }
    }
}
