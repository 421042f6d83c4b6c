//! `gangmu eval`: annotated documents → how much of them is found.

use std::collections::HashMap;

use gangmu::evaluation::{Calibration, Evaluation, SlotScore, report};
use gangmu::graph::KnowledgeGraph;
use gangmu::pipeline::Extractor;
use gangmu::weights::Weights;
use rayon::prelude::*;

use super::train::Teacher;
use crate::annotation::{Annotated, AnnotatedSlots, Annotations};
use crate::config::EvalPlan;
use crate::console::Console;
use crate::failure::Failure;
use crate::output;
use crate::tables::Tables;

/// Measures. Annotations that fail are told of; the others are measured all the same.
pub fn run(plan: &EvalPlan, console: &Console) -> Result<(), Vec<Failure>> {
    let tables = Tables::load(&plan.lexicon).map_err(|failure| vec![failure])?;
    let annotations = Annotations::read(&plan.inputs, &plan.texts);
    if let Some(skipped) = annotations.skipped() {
        console.info(skipped);
    }
    let mut failures = annotations.failures;
    let documents = annotations.documents;
    if documents.is_empty() && annotations.slots.is_empty() {
        if failures.is_empty() {
            failures.push(
                Failure::new("eval", "the text of no annotation is at hand")
                    .remedy("name the folders that hold the texts: --texts DIR"),
            );
        }
        return Err(failures);
    }
    // slots are measured with the weights at hand also where others are held out: they are not learnt
    let extractor = tables.extractor();
    let measured = extractor.and_then(|extractor| {
        let slots = measure_slots(&annotations.slots, &extractor, &mut failures);
        let evaluations = match plan.folds {
            Some(folds) => held_out(&documents, folds.get(), &tables, plan.calibration)?,
            None => measure(&documents, &extractor),
        };
        output::to_stdout(render(plan, &evaluations, &slots).as_bytes())
    });
    failures.extend(measured.err());
    if failures.is_empty() { Ok(()) } else { Err(failures) }
}

/// Measures documents with one extractor, in their order.
fn measure(documents: &[Annotated], extractor: &Extractor) -> Vec<Evaluation> {
    documents.par_iter().map(|document| evaluate(document, extractor)).collect()
}

fn evaluate(document: &Annotated, extractor: &Extractor) -> Evaluation {
    let extraction = extractor.extract(document.source.clone(), document.text.clone());
    Evaluation::of(&document.gold, &KnowledgeGraph::from_extractions(vec![extraction]))
}

/// Measures slots. Those that do not fit their text are told of.
fn measure_slots(
    documents: &[AnnotatedSlots],
    extractor: &Extractor,
    failures: &mut Vec<Failure>,
) -> Vec<SlotScore> {
    let scores = documents.par_iter().map(|document| {
        let extraction = extractor.extract(document.source.clone(), document.text.clone());
        let graph = KnowledgeGraph::from_extractions(vec![extraction]);
        document.slots.measure(&graph).map_err(|error| {
            Failure::new(format!("{}, {}", document.file.display(), error.place), error.problem)
        })
    });
    let scores: Vec<Result<SlotScore, Failure>> = scores.collect();
    let mut sound = Vec::with_capacity(scores.len());
    for score in scores {
        match score {
            Ok(score) => sound.push(score),
            Err(failure) => failures.push(failure),
        }
    }
    sound
}

/// Measures each document with weights that were learnt from the others, and if `calibrated` with a
/// confidence that was too.
fn held_out(
    documents: &[Annotated],
    folds: usize,
    tables: &Tables,
    calibrated: bool,
) -> Result<Vec<Evaluation>, Failure> {
    if tables.has_weights() {
        return Err(Failure::new("--folds", "weights are learnt here, and none can be given")
            .remedy("leave out the table of weights (…scorer.tsv), or --folds"));
    }
    let fold_of = folds_of(documents, folds);
    let measured: Vec<Result<Vec<(usize, Evaluation)>, Failure>> = (0..folds)
        .into_par_iter()
        .map(|fold| {
            let mine = |index: &usize| fold_of[*index] == fold;
            let rest = (0..documents.len()).filter(|index| !mine(index));
            let lexicon = tables.lexicon()?;
            let teacher = Teacher::of(&lexicon, rest.map(|index| &documents[index]));
            // by way of the table, since that is what a release holds
            let table = teacher.table(calibrated);
            let weights = Weights::from_table(&lexicon, "learnt", &table);
            let weights = weights.expect("what was written can be read");
            let extractor = Extractor::with_weights(lexicon, &weights);
            let held_out = (0..documents.len()).filter(mine);
            Ok(held_out.map(|index| (index, evaluate(&documents[index], &extractor))).collect())
        })
        .collect();
    let mut evaluations = Vec::with_capacity(documents.len());
    for fold in measured {
        evaluations.extend(fold?);
    }
    evaluations.sort_by_key(|(index, _)| *index);
    Ok(evaluations.into_iter().map(|(_, evaluation)| evaluation).collect())
}

/// The fold of each document. Annotations of one text are in one fold: what a text says in one part
/// must not teach the weights that read another. Texts are dealt out in the order of documents.
fn folds_of(documents: &[Annotated], folds: usize) -> Vec<usize> {
    let mut fold_of_text: HashMap<&str, usize> = HashMap::new();
    documents
        .iter()
        .map(|document| {
            let next = fold_of_text.len() % folds;
            *fold_of_text.entry(&document.source.sha256).or_insert(next)
        })
        .collect()
}

/// What is printed.
fn render(plan: &EvalPlan, evaluations: &[Evaluation], slots: &[SlotScore]) -> String {
    let all: Vec<&Evaluation> = evaluations.iter().collect();
    if plan.json {
        let mut json = report::json(&all, plan.errors, plan.calibration);
        if let (Some(report), false) = (json.as_object_mut(), slots.is_empty()) {
            report.insert("slots".to_owned(), report::slots_json(slots));
        }
        return format!("{json:#}\n");
    }
    let mut sections = Vec::new();
    if !slots.is_empty() {
        if plan.errors {
            sections.push(report::slot_faults(slots));
        }
        sections.push(report::slots(slots));
        if all.is_empty() {
            return sections.join("\n");
        }
    }
    if plan.errors {
        sections.push(report::faults(&all));
    }
    sections.push(report::figures(&format!("all {} documents", all.len()), &all));
    for (name, part) in parts(plan, &all) {
        sections.push(report::figures(&format!("{} {name}", part.len()), &part));
        if plan.errors {
            sections.push(report::fault_classes(&part));
        }
    }
    if plan.errors {
        sections.push(report::fault_classes(&all));
    }
    if plan.calibration {
        let (mut mentions, mut entities) = (Calibration::default(), Calibration::default());
        for evaluation in &all {
            mentions.extend(evaluation.mentions.points().iter().copied());
            entities.extend(evaluation.entities.points().iter().copied());
        }
        sections.push(report::calibration("confidence of mentions", &mentions));
        sections.push(report::calibration("confidence of entities", &entities));
    }
    sections.push(report::by_document(&all));
    sections.join("\n")
}

/// The documents by the beginnings of names that the user gave, and those that have none of them.
fn parts<'e>(plan: &EvalPlan, all: &[&'e Evaluation]) -> Vec<(String, Vec<&'e Evaluation>)> {
    let mut parts: Vec<(String, Vec<&Evaluation>)> =
        plan.parts.iter().map(|part| (format!("{part}*"), Vec::new())).collect();
    if parts.is_empty() {
        return parts;
    }
    parts.push(("others".to_owned(), Vec::new()));
    for &evaluation in all {
        let part = plan.parts.iter().position(|part| evaluation.document.starts_with(part));
        parts[part.unwrap_or(plan.parts.len())].1.push(evaluation);
    }
    parts.retain(|(_, documents)| !documents.is_empty());
    parts
}
