//! `gangmu train`: annotated documents → the weights of the scorer.

use std::fs;
use std::path::{Path, PathBuf};

use gangmu::evaluation::Gold;
use gangmu::lexicon::Lexicon;
use gangmu::mention::Trainer;
use gangmu::text::SourceText;

use crate::config::{Reading, TrainPlan};
use crate::console::Console;
use crate::documents::{self, Document};
use crate::failure::Failure;
use crate::output;

/// Learns the weights and writes their table.
pub fn run(plan: &TrainPlan, console: &Console) -> Result<(), Failure> {
    let mut files = Vec::new();
    for input in &plan.inputs {
        files.extend(annotations(input)?);
    }
    // the weights depend on the order of the examples, so it must not depend on the user
    files.sort();
    files.dedup();
    let lexicon = Lexicon::from_seeds();
    let mut trainer = Trainer::new(&lexicon);
    for file in &files {
        let (text, gold) = read(file)?;
        trainer.add(&text, gold.scope, |span, kind| gold.label(span, kind));
    }
    let (examples, positive) = trainer.counts();
    if positive == 0 {
        return Err(Failure::new("train", "the annotation holds no mentions")
            .remedy("give *.kg files, or a folder of them"));
    }
    console.info(format!(
        "{} documents, {examples} candidates, {positive} of them names",
        files.len()
    ));
    output::to_stdout(trainer.train().to_table(&lexicon).as_bytes())
}

/// The annotation files that an input stands for.
fn annotations(input: &Path) -> Result<Vec<PathBuf>, Failure> {
    if !input.is_dir() {
        return Ok(vec![input.to_owned()]);
    }
    let failed =
        |error| Failure::io(input.display().to_string(), "the folder cannot be read", &error);
    let mut files = Vec::new();
    for entry in fs::read_dir(input).map_err(failed)? {
        let path = entry.map_err(failed)?.path();
        if path.extension().is_some_and(|extension| extension == "kg") {
            files.push(path);
        }
    }
    Ok(files)
}

/// An annotation and the text that it names.
fn read(file: &Path) -> Result<(SourceText, Gold), Failure> {
    let annotation = fs::read_to_string(file).map_err(|error| {
        Failure::io(file.display().to_string(), "the annotation cannot be read", &error)
    })?;
    let name = Gold::text_file(&annotation).ok_or_else(|| {
        Failure::at(file, "the annotation names no text").remedy("add a line `@text FILE`")
    })?;
    let path = file.parent().unwrap_or(Path::new("")).join(name);
    let text = documents::read(&Document::File(path), &Reading::default())?.text;
    let gold = Gold::read(&annotation, &text).map_err(|error| {
        Failure::new(format!("{}, line {}", file.display(), error.line), error.problem)
    })?;
    Ok((text, gold))
}
