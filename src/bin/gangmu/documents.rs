//! Documents, wherever they come from: archives taken apart, duplicates found, each read or refused
//! for itself.

use std::cell::Cell;
use std::collections::HashMap;
use std::fs::{self, File};
use std::io::{self, Read};
use std::panic::{self, AssertUnwindSafe};
use std::path::{Path, PathBuf};

use gangmu::diagnostic::Code;
use gangmu::input::{self, InputError, Member, Options};

use crate::config::{Input, Reading};
use crate::failure::Failure;
use crate::pdftotext;
use crate::select::Selection;

/// What a document from standard input is called.
const STDIN_NAME: &str = "stdin";

/// One document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Document {
    /// A file, not yet opened.
    File(PathBuf),
    /// What came from standard input, or out of an archive.
    Bytes {
        /// What messages call it.
        place: String,
        /// What the graph calls it.
        name: String,
        /// All of it.
        bytes: Vec<u8>,
    },
}

impl Document {
    /// What messages call it.
    pub fn place(&self) -> String {
        match self {
            Document::File(path) => path.display().to_string(),
            Document::Bytes { place, .. } => place.clone(),
        }
    }

    /// What the graph calls it.
    pub fn name(&self) -> String {
        match self {
            Document::File(path) => file_name(path),
            Document::Bytes { name, .. } => name.clone(),
        }
    }

    /// How many bytes it has, as far as can be told without reading.
    fn size(&self) -> Option<u64> {
        match self {
            Document::File(path) => {
                fs::metadata(path).ok().filter(fs::Metadata::is_file).map(|data| data.len())
            }
            Document::Bytes { bytes, .. } => Some(bytes.len() as u64),
        }
    }
}

/// Inputs as documents.
#[derive(Debug, Default)]
pub struct Expanded {
    /// In the order of the inputs.
    pub documents: Vec<Document>,
    /// Archives, or files in them, that cannot be read.
    pub failures: Vec<Failure>,
    /// How many files of archives were passed over.
    pub skipped: usize,
}

/// Reads standard input, and takes archives apart.
pub fn expand(inputs: &[Input], reading: &Reading, selection: &Selection) -> Expanded {
    let mut expanded = Expanded::default();
    for input in inputs {
        let bytes = match input {
            Input::Path(path) if !begins_like_an_archive(path) => {
                expanded.documents.push(Document::File(path.clone()));
                continue;
            }
            Input::Path(path) => load(path, reading),
            Input::Stdin => limited(io::stdin().lock(), "standard input", reading),
        };
        let (place, name) = match input {
            Input::Path(path) => (path.display().to_string(), file_name(path)),
            Input::Stdin => ("standard input".to_owned(), STDIN_NAME.to_owned()),
        };
        match bytes.and_then(|bytes| {
            let members = input::unpack(&bytes, &reading.limits);
            Ok((members.map_err(|error| refused(&place, &error))?, bytes))
        }) {
            Ok((Some(members), _)) => expanded.add_members(members, &place, &name, selection),
            // an office document is no archive
            Ok((None, bytes)) => match input {
                Input::Path(path) => expanded.documents.push(Document::File(path.clone())),
                Input::Stdin => expanded.documents.push(Document::Bytes { place, name, bytes }),
            },
            Err(failure) => expanded.failures.push(failure),
        }
    }
    expanded
}

impl Expanded {
    fn add_members(
        &mut self,
        members: Vec<Member>,
        place: &str,
        name: &str,
        selection: &Selection,
    ) {
        let found = self.documents.len() + self.failures.len();
        for Member { path, content } in members {
            if !selection.takes(&path, input::is_document_name(&path)) {
                self.skipped += 1;
                continue;
            }
            let member_place = format!("{place}/{path}");
            match content {
                Ok(bytes) => self.documents.push(Document::Bytes {
                    place: member_place,
                    name: format!("{name}/{path}"),
                    bytes,
                }),
                Err(error) => self.failures.push(refused(&member_place, &error)),
            }
        }
        if found == self.documents.len() + self.failures.len() {
            self.failures.push(
                Failure::new(place, "no documents in this archive")
                    .code(Code::FolderEmpty)
                    .remedy("see `gangmu formats` for what can be read"),
            );
        }
    }
}

/// Documents of which each is different, with the names of those that are the same.
pub fn distinct(documents: Vec<Document>, reading: &Reading) -> Vec<(Document, Vec<String>)> {
    let mut sizes: HashMap<u64, usize> = HashMap::new();
    for size in documents.iter().filter_map(Document::size) {
        *sizes.entry(size).or_default() += 1;
    }
    let mut kept: Vec<(Document, Vec<String>)> = Vec::with_capacity(documents.len());
    let mut seen: HashMap<String, usize> = HashMap::new();
    for document in documents {
        // only files of one size can be the same
        let alone = document.size().is_none_or(|size| size == 0 || sizes.get(&size) == Some(&1));
        let digest = match &document {
            _ if alone => None,
            Document::File(path) => load(path, reading).ok().map(|bytes| input::digest(&bytes)),
            Document::Bytes { bytes, .. } => Some(input::digest(bytes)),
        };
        let before = digest.as_ref().and_then(|digest| seen.get(digest).copied());
        match before {
            Some(at) => {
                let (first, names) = &mut kept[at];
                // the first by name is read, whatever the order they came in
                let mut other = document;
                if other.name() < first.name() {
                    std::mem::swap(first, &mut other);
                }
                names.push(other.name());
            }
            None => {
                seen.extend(digest.map(|digest| (digest, kept.len())));
                kept.push((document, Vec::new()));
            }
        }
    }
    kept
}

/// Reads one document.
pub fn read(document: &Document, reading: &Reading) -> Result<input::Reading, Failure> {
    let place = document.place();
    let loaded;
    let bytes = match document {
        Document::File(path) => {
            loaded = load(path, reading)?;
            &loaded
        }
        Document::Bytes { bytes, .. } => bytes,
    };
    let options = Options {
        encoding: reading.encoding,
        limits: reading.limits,
        pdf: Some(&pdftotext::words),
    };
    let read = quietly(|| input::read_with(&document.name(), bytes, &options));
    read.ok_or_else(|| {
        Failure::new(&place, "this document is built in a way that the reader does not cope with")
            .code(Code::InputUnreadable)
            .remedy(
                "save it in another format, such as plain text, and report this file as a defect",
            )
    })?
    .map_err(|error| refused(&place, &error))
}

thread_local! {
    /// Whether a panic is expected, and will be told as a failure.
    static QUIET: Cell<bool> = const { Cell::new(false) };
}

/// Lets panics in [`quietly`] pass without a message.
pub fn install_panic_hook() {
    let usual = panic::take_hook();
    panic::set_hook(Box::new(move |info| {
        if !QUIET.get() {
            usual(info);
        }
    }));
}

/// What `work` gives, or `None` when it panics.
pub fn quietly<T>(work: impl FnOnce() -> T) -> Option<T> {
    QUIET.set(true);
    let result = panic::catch_unwind(AssertUnwindSafe(work));
    QUIET.set(false);
    result.ok()
}

fn refused(place: &str, error: &InputError) -> Failure {
    Failure::new(place, error.to_string()).code(error.code()).remedy(error.remedy())
}

/// All bytes of a file, if they are not too many.
fn load(path: &Path, reading: &Reading) -> Result<Vec<u8>, Failure> {
    let place = path.display().to_string();
    let file = File::open(path).map_err(|error| Failure::io(&place, "cannot be read", &error))?;
    limited(file, &place, reading)
}

fn limited(source: impl Read, place: &str, reading: &Reading) -> Result<Vec<u8>, Failure> {
    let limit = reading.limits.bytes;
    let mut bytes = Vec::new();
    let read = source.take(limit + 1).read_to_end(&mut bytes);
    read.map_err(|error| Failure::io(place, "cannot be read", &error))?;
    if bytes.len() as u64 > limit {
        return Err(refused(place, &InputError::TooLarge { what: "the file has", limit }));
    }
    Ok(bytes)
}

fn begins_like_an_archive(path: &Path) -> bool {
    // what is no ordinary file (a pipe) can be read only once
    if !fs::metadata(path).is_ok_and(|data| data.is_file()) {
        return false;
    }
    let mut head = [0; 4];
    let read = File::open(path).and_then(|mut file| file.read_exact(&mut head));
    read.is_ok() && head == *b"PK\x03\x04"
}

/// The last part of a path, as text.
pub fn file_name(path: &Path) -> String {
    path.file_name().unwrap_or(path.as_os_str()).to_string_lossy().into_owned()
}
