//! `gangmu train`: annotated documents → the weights of the scorer.

use std::collections::HashMap;

use gangmu::lexicon::Lexicon;
use gangmu::mention::Trainer;

use crate::annotation::{Annotated, Annotations};
use crate::config::TrainPlan;
use crate::console::Console;
use crate::failure::Failure;
use crate::output;

/// Into how many parts documents are dealt to find out what scores are worth.
pub const FOLDS: usize = 6;

/// Learns the weights and writes their table. Weights of a part of the annotation would be mistaken
/// for those of all, so that one that is wrong stops it.
pub fn run(plan: &TrainPlan, console: &Console) -> Result<(), Vec<Failure>> {
    let annotations = Annotations::read(&plan.inputs, &plan.texts);
    if let Some(skipped) = annotations.skipped() {
        console.annotation_skipped(skipped);
    }
    if !annotations.failures.is_empty() {
        return Err(annotations.failures);
    }
    let lexicon = Lexicon::from_seeds();
    let trainer = trainer(&lexicon, &annotations.documents);
    let (examples, positive) = trainer.counts();
    if positive == 0 {
        return Err(vec![
            Failure::new("train", "the annotation holds no mentions")
                .remedy("give *.gold.json or *.kg files, or a folder of them"),
        ]);
    }
    console.info(format!(
        "{} documents, {examples} candidates, {positive} of them names",
        annotations.documents.len()
    ));
    let table = trainer.train_calibrated(FOLDS).to_table(&lexicon);
    output::to_stdout(table.as_bytes()).map_err(|failure| vec![failure])
}

/// A trainer that has the examples of these documents. Annotations of one text are of one group.
pub fn trainer<'l, 'd>(
    lexicon: &'l Lexicon,
    documents: impl IntoIterator<Item = &'d Annotated>,
) -> Trainer<'l> {
    let mut trainer = Trainer::new(lexicon);
    let mut groups: HashMap<&str, usize> = HashMap::new();
    for Annotated { source, text, gold } in documents {
        let next = groups.len();
        let group = *groups.entry(&source.sha256).or_insert(next);
        trainer.add(group, text, gold.scope, |span, kind| gold.label(span, kind));
    }
    trainer
}
