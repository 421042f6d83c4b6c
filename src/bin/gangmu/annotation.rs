//! Annotation files, and the texts that they are of.
//!
//! A quoting annotation (`*.kg`) names its text, which stands beside it. A standoff annotation
//! (`*.gold.json`) knows its text by SHA-256; it is looked for beside the annotation and in the
//! folders that the user names.

use std::collections::{BTreeMap, HashMap, HashSet};
use std::fs;
use std::path::{Path, PathBuf};

use gangmu::evaluation::{Gold, GoldError, SlotAnnotation, Standoff};
use gangmu::extraction::Source;
use gangmu::input;
use gangmu::text::SourceText;

use crate::config::Reading;
use crate::documents::{self, Document, file_name};
use crate::failure::Failure;

/// The end of the names of standoff annotations.
const STANDOFF: &str = ".gold.json";
/// The end of the names of quoting annotations.
const QUOTING: &str = ".kg";

/// The end of the names of annotations of slots.
const SLOTS: &str = ".slots.json";

/// A document of which slots are annotated.
#[derive(Debug, Clone)]
pub struct AnnotatedSlots {
    /// Where its text came from.
    pub source: Source,
    /// Its text.
    pub text: SourceText,
    /// What was annotated.
    pub slots: SlotAnnotation,
    /// Where the annotation is.
    pub file: PathBuf,
}

/// An annotated document.
#[derive(Debug, Clone)]
pub struct Annotated {
    /// Where its text came from.
    pub source: Source,
    /// Its text.
    pub text: SourceText,
    /// What was annotated.
    pub gold: Gold,
}

/// What the given files and folders came to.
#[derive(Debug, Default)]
pub struct Annotations {
    /// Those that can be used, by file name.
    pub documents: Vec<Annotated>,
    /// Those of slots, by file name.
    pub slots: Vec<AnnotatedSlots>,
    /// Those that are wrong.
    pub failures: Vec<Failure>,
    /// What those call their documents whose text is not at hand.
    pub without_text: Vec<String>,
}

impl Annotations {
    /// Reads all annotations; `folders` may hold texts.
    pub fn read(inputs: &[PathBuf], folders: &[PathBuf]) -> Self {
        let mut annotations = Self::default();
        let mut files: Vec<PathBuf> = Vec::new();
        for input in inputs {
            match files_of(input) {
                Ok(found) => files.extend(found),
                Err(failure) => annotations.failures.push(failure),
            }
        }
        // the weights that are learnt depend on the order, so it must not depend on the user
        files.sort_by(|a, b| (a.file_name(), a).cmp(&(b.file_name(), b)));
        files.dedup();
        let mut texts = Texts::default();
        for folder in folders {
            if let Err(failure) = texts.add_folder(folder) {
                annotations.failures.push(failure);
            }
        }
        for file in &files {
            match read(file, &mut texts) {
                Ok(Read::Document(document)) => annotations.documents.push(*document),
                Ok(Read::Slots(document)) => annotations.slots.push(*document),
                Ok(Read::WithoutText(name)) => annotations.without_text.push(name),
                Err(failure) => annotations.failures.push(failure),
            }
        }
        annotations
    }

    /// A line about annotations whose text is not at hand, if there are such.
    pub fn skipped(&self) -> Option<String> {
        let names = &self.without_text;
        (!names.is_empty()).then(|| {
            format!(
                "skipped {} whose text is not at hand (--texts DIR names a folder of texts): {}",
                if names.len() == 1 {
                    "1 annotation".to_owned()
                } else {
                    format!("{} annotations", names.len())
                },
                names.join(", ")
            )
        })
    }
}

/// What an annotation's name begins with; documents are in the order of these.
fn stem(file: &Path) -> String {
    let name = file_name(file);
    let stem = [STANDOFF, QUOTING].iter().find_map(|ending| name.strip_suffix(ending));
    stem.unwrap_or(&name).to_owned()
}

/// The annotation files that an input stands for. Where a document of a folder has both kinds, the
/// quoting one is taken.
fn files_of(input: &Path) -> Result<Vec<PathBuf>, Failure> {
    if !input.is_dir() {
        return Ok(vec![input.to_owned()]);
    }
    let failed =
        |error| Failure::io(input.display().to_string(), "the folder cannot be read", &error);
    let mut files: BTreeMap<String, PathBuf> = BTreeMap::new();
    for entry in fs::read_dir(input).map_err(failed)? {
        let path = entry.map_err(failed)?.path();
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        if name.ends_with(QUOTING) {
            files.insert(stem(&path), path);
        } else if name.ends_with(STANDOFF) {
            files.entry(stem(&path)).or_insert(path);
        } else if name.ends_with(SLOTS) {
            // beside the annotation of the rest, not instead of it
            files.insert(name.into_owned(), path);
        }
    }
    if files.is_empty() {
        return Err(Failure::at(input, "no annotation in this folder")
            .remedy("give files that end in .gold.json, .kg or .slots.json, or a folder of them"));
    }
    Ok(files.into_values().collect())
}

enum Read {
    Document(Box<Annotated>),
    Slots(Box<AnnotatedSlots>),
    WithoutText(String),
}

/// Reads an annotation with its text.
fn read(file: &Path, texts: &mut Texts) -> Result<Read, Failure> {
    let annotation = fs::read_to_string(file).map_err(|error| {
        Failure::io(file.display().to_string(), "the annotation cannot be read", &error)
    })?;
    let wrong = |error: GoldError| {
        Failure::new(format!("{}, {}", file.display(), error.place), error.problem)
            .remedy("docs/annotation.md describes the formats")
    };
    let folder = file.parent().unwrap_or(Path::new(""));
    if file.to_string_lossy().ends_with(SLOTS) {
        let slots = SlotAnnotation::parse(&annotation).map_err(wrong)?;
        texts.add_folder(folder)?;
        let Some(path) = texts.by_sha256.get(slots.sha256()) else {
            return Ok(Read::WithoutText(slots.document().to_owned()));
        };
        let (source, text) = text_of(path.clone())?;
        let file = file.to_owned();
        return Ok(Read::Slots(Box::new(AnnotatedSlots { source, text, slots, file })));
    }
    if !file.to_string_lossy().ends_with(QUOTING) {
        let standoff = Standoff::parse(&annotation).map_err(wrong)?;
        texts.add_folder(folder)?;
        let Some(path) = texts.by_sha256.get(standoff.sha256()) else {
            return Ok(Read::WithoutText(standoff.document().to_owned()));
        };
        let (source, text) = text_of(path.clone())?;
        let gold = Gold::from_standoff(&standoff, &text).map_err(wrong)?;
        return Ok(Read::Document(Box::new(Annotated { source, text, gold })));
    }
    let name = Gold::text_file(&annotation).ok_or_else(|| {
        Failure::at(file, "the annotation names no text").remedy("add a line `@text FILE`")
    })?;
    let (source, text) = text_of(folder.join(name))?;
    let mut gold = Gold::read(&annotation, &text).map_err(wrong)?;
    if gold.document.is_empty() {
        gold.document = stem(file);
    }
    Ok(Read::Document(Box::new(Annotated { source, text, gold })))
}

/// The text of a file, and where it came from.
fn text_of(path: PathBuf) -> Result<(Source, SourceText), Failure> {
    documents::read(&Document::File(path), &Reading::default()).map(|read| (read.source, read.text))
}

/// Texts at hand, by the SHA-256 of their files.
#[derive(Debug, Default)]
struct Texts {
    by_sha256: HashMap<String, PathBuf>,
    seen: HashSet<PathBuf>,
}

impl Texts {
    /// Adds the documents that stand in a folder, not those in folders below. What is no document
    /// is nobody's text.
    fn add_folder(&mut self, folder: &Path) -> Result<(), Failure> {
        if !self.seen.insert(folder.to_owned()) {
            return Ok(());
        }
        let here = if folder.as_os_str().is_empty() { Path::new(".") } else { folder };
        let failed = |error: std::io::Error| {
            Failure::io(here.display().to_string(), "the folder cannot be read", &error)
        };
        let mut paths = Vec::new();
        for entry in fs::read_dir(here).map_err(failed)? {
            paths.push(entry.map_err(failed)?.path());
        }
        paths.sort();
        for path in paths {
            let name = path.file_name().unwrap_or_default().to_string_lossy();
            if !input::is_document_name(&name) {
                continue;
            }
            if let Ok(bytes) = fs::read(&path) {
                self.by_sha256.entry(input::digest(&bytes)).or_insert(path);
            }
        }
        Ok(())
    }
}
