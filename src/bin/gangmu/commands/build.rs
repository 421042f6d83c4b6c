//! `gangmu build`: documents → one graph → files.

use std::fs;
use std::path::PathBuf;

use gangmu::extraction::Extraction;
use gangmu::graph::KnowledgeGraph;
use gangmu::lexicon::Lexicon;
use gangmu::pipeline::Extractor;
use rayon::prelude::*;

use crate::collect;
use crate::config::{BuildPlan, Input};
use crate::console::Console;
use crate::failure::Failure;
use crate::summary;

use super::deliver::deliver;

/// Makes the graph. Documents that fail are told of; the others still make a graph.
pub fn run(plan: &BuildPlan, console: &Console) -> Result<(), Vec<Failure>> {
    let pool = rayon::ThreadPoolBuilder::new()
        .num_threads(plan.threads.map_or(0, |threads| threads.get())) // 0: one for each processor
        .build()
        .map_err(|error| vec![Failure::new("--threads", error.to_string())])?;
    let lexicon = load_lexicon(&plan.lexicon).map_err(|failure| vec![failure])?;
    let extractor = Extractor::new(lexicon);

    let collected = collect::collect(&plan.inputs);
    let results: Vec<Result<Extraction, Failure>> = pool.install(|| {
        let documents = collected.documents.par_iter();
        documents.map(|input| extract(&extractor, input)).collect()
    });
    let mut failures = collected.failures;
    let mut extractions = Vec::with_capacity(results.len());
    for result in results {
        match result {
            Ok(extraction) => extractions.push(extraction),
            Err(failure) => failures.push(failure),
        }
    }
    if !extractions.is_empty() {
        let graph = KnowledgeGraph::from_extractions(extractions);
        console.info(summary::of(&graph, collected.skipped));
        deliver(&graph, &plan.delivery, &collected.documents, console, &mut failures);
    }
    if failures.is_empty() { Ok(()) } else { Err(failures) }
}

/// The tool's lexicon with the user's tables.
fn load_lexicon(paths: &[PathBuf]) -> Result<Lexicon, Failure> {
    let mut files = Vec::with_capacity(paths.len());
    for path in paths {
        let place = path.display().to_string();
        let bytes = fs::read(path)
            .map_err(|error| Failure::io(&place, "the lexicon file cannot be read", &error))?;
        let content = String::from_utf8(bytes).map_err(|_| {
            Failure::at(path, "the lexicon file is not valid UTF-8")
                .remedy("save it as UTF-8, or convert it: iconv -f GB18030 -t UTF-8 old > new")
        })?;
        files.push((place, content));
    }
    Lexicon::with_user_files(&files).map_err(|error| {
        let place = format!("{}, line {}", error.file, error.line);
        Failure::new(place, error.problem).remedy(error.remedy)
    })
}

/// All that one document gives.
fn extract(extractor: &Extractor, input: &Input) -> Result<Extraction, Failure> {
    let (source, text) = collect::read(input)?;
    Ok(extractor.extract(source, text))
}
