//! `gangmu train`: annotated documents → the weights of the scorer.

use std::collections::HashMap;
use std::fs;
use std::path::{Path, PathBuf};

use gangmu::evaluation::{Gold, Standoff};
use gangmu::input;
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
        files.extend(files_of(input, is_annotation)?);
    }
    // the weights depend on the order of the examples, so neither the user's order nor the place of
    // the files must matter
    files.sort_by(|a, b| (a.file_name(), a).cmp(&(b.file_name(), b)));
    files.dedup();
    let texts = texts(&plan.texts, &files)?;
    let lexicon = Lexicon::from_seeds();
    let mut trainer = Trainer::new(&lexicon);
    let mut missing = Vec::new();
    for file in &files {
        match annotated(file, &texts)? {
            Some((text, gold)) => {
                trainer.add(&text, gold.scope, |span, kind| gold.label(span, kind));
            }
            None => missing.push(file.display().to_string()),
        }
    }
    if !missing.is_empty() {
        console.warning(format_args!(
            "{} annotations are left out, since their texts are not there (say where with --texts): {}",
            missing.len(),
            missing.join(", ")
        ));
    }
    let (examples, positive) = trainer.counts();
    if positive == 0 {
        return Err(Failure::new("train", "the annotation holds no mentions")
            .remedy("give *.kg or *.gold.json files, or a folder of them"));
    }
    console.info(format!(
        "{} documents, {examples} candidates, {positive} of them names",
        files.len() - missing.len()
    ));
    output::to_stdout(trainer.train().to_table(&lexicon).as_bytes())
}

fn is_annotation(path: &Path) -> bool {
    let name = path.to_string_lossy();
    name.ends_with(".kg") || name.ends_with(".gold.json")
}

/// The files that an input stands for: itself, or those of a folder that are asked for.
fn files_of(input: &Path, wanted: fn(&Path) -> bool) -> Result<Vec<PathBuf>, Failure> {
    if !input.is_dir() {
        return Ok(vec![input.to_owned()]);
    }
    let failed =
        |error| Failure::io(input.display().to_string(), "the folder cannot be read", &error);
    let mut files = Vec::new();
    for entry in fs::read_dir(input).map_err(failed)? {
        let path = entry.map_err(failed)?.path();
        if wanted(&path) {
            files.push(path);
        }
    }
    Ok(files)
}

/// Where the texts of standoff annotation are, by sha256: beside it and in the folders given.
fn texts(folders: &[PathBuf], files: &[PathBuf]) -> Result<HashMap<String, PathBuf>, Failure> {
    let is_text = |path: &Path| path.extension().is_some_and(|extension| extension == "txt");
    let beside = files
        .iter()
        .filter_map(|file| file.parent())
        .map(|parent| if parent.as_os_str().is_empty() { Path::new(".") } else { parent });
    let mut all: Vec<&Path> = folders.iter().map(PathBuf::as_path).chain(beside).collect();
    all.sort_unstable();
    all.dedup();
    let mut texts = HashMap::new();
    for folder in all {
        for path in files_of(folder, is_text)? {
            let bytes = fs::read(&path).map_err(|error| {
                Failure::io(path.display().to_string(), "the text cannot be read", &error)
            })?;
            texts.insert(input::digest(&bytes), path);
        }
    }
    Ok(texts)
}

/// An annotation and its text; `None` where a standoff annotation's text is not there.
fn annotated(
    file: &Path,
    texts: &HashMap<String, PathBuf>,
) -> Result<Option<(SourceText, Gold)>, Failure> {
    let annotation = fs::read_to_string(file).map_err(|error| {
        Failure::io(file.display().to_string(), "the annotation cannot be read", &error)
    })?;
    let text_of = |path: PathBuf| {
        documents::read(&Document::File(path), &Reading::default()).map(|reading| reading.text)
    };
    if file.extension().is_some_and(|extension| extension == "json") {
        let wrong = |error: gangmu::evaluation::StandoffError| Failure::at(file, error.to_string());
        let standoff = Standoff::read(&annotation).map_err(wrong)?;
        let Some(path) = texts.get(&standoff.sha256) else { return Ok(None) };
        let text = text_of(path.clone())?;
        let gold = standoff.of(&text).map_err(wrong)?;
        return Ok(Some((text, gold)));
    }
    let name = Gold::text_file(&annotation).ok_or_else(|| {
        Failure::at(file, "the annotation names no text").remedy("add a line `@text FILE`")
    })?;
    let text = text_of(file.parent().unwrap_or(Path::new("")).join(name))?;
    let gold = Gold::read(&annotation, &text).map_err(|error| {
        Failure::new(format!("{}, line {}", file.display(), error.line), error.problem)
    })?;
    Ok(Some((text, gold)))
}
