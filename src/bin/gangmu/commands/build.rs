//! `gangmu build`: documents → one graph → files.

use std::fs;
use std::path::Path;

use gangmu::decision::{Applied, Decisions};
use gangmu::diagnostic::{Code, Report};
use gangmu::extraction::{Diagnostic, Extraction, Source};
use gangmu::graph::KnowledgeGraph;
use gangmu::input;
use gangmu::pipeline::Extractor;
use rayon::prelude::*;

use crate::collect;
use crate::config::{BuildPlan, Reading};
use crate::console::Console;
use crate::documents::{self, Document};
use crate::failure::Failure;
use crate::progress;
use crate::summary::{self, Passed};
use crate::tables::Tables;

use super::deliver::deliver;

/// Makes the graph. Documents that fail are told of; the others still make a graph.
pub fn run(plan: &BuildPlan, console: &Console) -> Result<(), Vec<Failure>> {
    let pool = rayon::ThreadPoolBuilder::new()
        .num_threads(plan.threads.map_or(0, |threads| threads.get())) // 0: one for each processor
        .build()
        .map_err(|error| vec![Failure::new("--threads", error.to_string())])?;
    let extractor = Tables::load(&plan.lexicon).and_then(|tables| tables.extractor());
    let extractor = extractor.map_err(|failure| vec![failure])?;
    let decisions = load_decisions(plan.decisions.as_deref()).map_err(|failure| vec![failure])?;

    let collected = collect::collect(&plan.inputs, &plan.selection);
    let expanded = documents::expand(&collected.documents, &plan.reading, &plan.selection);
    let found = expanded.documents.len();
    let documents = documents::distinct(expanded.documents, &plan.reading);
    let progress = progress::bar(documents.len(), console.is_quiet());
    let results: Vec<Result<(Vec<Extraction>, Applied), Failure>> = pool.install(|| {
        let documents = documents.par_iter();
        documents
            .map(|(document, names)| {
                let result = extract(&extractor, &decisions, document, names, &plan.reading);
                progress.inc(1);
                result
            })
            .collect()
    });
    progress.finish_and_clear();
    let mut failures = collected.failures;
    failures.extend(expanded.failures);
    let mut extractions = Vec::with_capacity(results.len());
    let mut applied = Applied::none(&decisions);
    for ((document, _), result) in documents.iter().zip(results) {
        match result {
            Ok((mut of_document, here)) => {
                of_document.iter().for_each(|extraction| tell(document, extraction, console));
                applied = applied.join(&here);
                extractions.append(&mut of_document);
            }
            Err(failure) => failures.push(failure),
        }
    }
    if let Some(path) = &plan.decisions {
        let unmatched = applied.unmatched(&decisions, &path.display().to_string());
        unmatched.iter().for_each(|report| console.report(report));
    }
    if !extractions.is_empty() {
        let graph =
            KnowledgeGraph::from_extractions(extractions).at_least(plan.delivery.min_confidence);
        console.info(summary::of(&graph));
        let passed = Passed {
            skipped: &collected.skipped,
            in_archives: expanded.skipped,
            same: found - documents.len(),
            failed: failures.len(),
        };
        if let Some(line) = summary::passed_over(&passed) {
            console.info(line);
        }
        deliver(&graph, &plan.delivery, &collected.documents, console, &mut failures);
    }
    if failures.is_empty() { Ok(()) } else { Err(failures) }
}

/// What people decided.
fn load_decisions(path: Option<&Path>) -> Result<Decisions, Failure> {
    let Some(path) = path else { return Ok(Decisions::default()) };
    let place = path.display().to_string();
    let toml = fs::read_to_string(path)
        .map_err(|error| Failure::io(&place, "the decisions cannot be read", &error))?;
    Decisions::read(&toml).map_err(|error| {
        Failure::new(format!("{place}, line {}", error.line), error.problem)
            .code(Code::DecisionFile)
            .remedy(error.remedy)
    })
}

/// All that one document gives, and, for each other name it came under, an empty extraction that
/// tells the graph of the name.
fn extract(
    extractor: &Extractor,
    decisions: &Decisions,
    document: &Document,
    names: &[String],
    reading: &Reading,
) -> Result<(Vec<Extraction>, Applied), Failure> {
    let input::Reading { source, text, notes } = documents::read(document, reading)?;
    let others: Vec<Source> =
        names.iter().map(|name| Source { name: name.clone(), ..source.clone() }).collect();
    let (mut extraction, applied) = extractor.extract_deciding(source, text, decisions);
    // what the reader noticed it knows better
    extraction.diagnostics.retain(|seen| notes.iter().all(|note| note.code != seen.code));
    extraction.diagnostics.splice(0..0, notes);
    let mut extractions = vec![extraction];
    extractions.extend(others.into_iter().map(Extraction::of_a_duplicate));
    Ok((extractions, applied))
}

/// Tells what is odd about a document.
fn tell(document: &Document, extraction: &Extraction, console: &Console) {
    for Diagnostic { code, span, message } in &extraction.diagnostics {
        let mut place = document.place();
        if let Some(span) = span {
            let (line, column) = extraction.text.line_column(span.start());
            place.push_str(&format!(":{line}:{column}"));
        }
        console.report(&Report::new(*code, place, &**message));
    }
}
