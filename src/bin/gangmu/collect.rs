//! What was given on the command line → documents, each read or refused for itself.

use std::fs;
use std::io::{self, Read};
use std::path::Path;

use gangmu::diagnostic::Code;
use gangmu::extraction::Source;
use gangmu::input;
use gangmu::text::SourceText;

use crate::config::Input;
use crate::failure::Failure;

/// What a document from standard input is called.
const STDIN_NAME: &str = "stdin";

/// The documents that the inputs stand for, in the order of the inputs; those of a folder by path.
#[derive(Debug, Default)]
pub struct Collected {
    /// Each a file or standard input; not yet opened.
    pub documents: Vec<Input>,
    /// Inputs, or parts of folders, that gave none.
    pub failures: Vec<Failure>,
    /// How many files in folders are in no format that can be read.
    pub skipped: usize,
}

/// Finds the documents. Folders are searched with all that is below them, but for hidden files and
/// links to folders (which can run in circles).
pub fn collect(inputs: &[Input]) -> Collected {
    let mut collected = Collected::default();
    for input in inputs {
        match input {
            Input::Path(path) if path.is_dir() => collected.add_folder(path),
            // that a file is missing shows when it is read
            _ => collected.documents.push(input.clone()),
        }
    }
    collected
}

impl Collected {
    fn add_folder(&mut self, folder: &Path) {
        let (documents, failures) = (self.documents.len(), self.failures.len());
        self.walk(folder);
        if self.documents.len() == documents && self.failures.len() == failures {
            let endings: Vec<String> = input::formats()
                .flat_map(|format| format.extensions)
                .map(|extension| format!(".{extension}"))
                .collect();
            let endings = endings.join(", ");
            self.failures.push(
                Failure::at(folder, format!("no documents in this folder (looked for {endings})"))
                    .code(Code::FolderEmpty)
                    .remedy("give the files by name, or save them in one of these formats"),
            );
        }
    }

    /// Adds the documents of a folder, then those of the folders in it, sorted by name.
    fn walk(&mut self, folder: &Path) {
        let entries: io::Result<Vec<fs::DirEntry>> =
            fs::read_dir(folder).and_then(Iterator::collect);
        let mut entries = match entries {
            Ok(entries) => entries,
            Err(error) => {
                let place = folder.display().to_string();
                self.failures.push(Failure::io(place, "the folder cannot be read", &error));
                return;
            }
        };
        entries.retain(|entry| !entry.file_name().as_encoded_bytes().starts_with(b"."));
        entries.sort_by_key(fs::DirEntry::file_name);
        for entry in entries {
            let path = entry.path();
            if entry.file_type().is_ok_and(|kind| kind.is_dir()) {
                self.walk(&path);
            } else if path.is_dir() {
                self.skipped += 1;
            } else if input::is_document_name(&file_name(&path)) {
                self.documents.push(Input::Path(path));
            } else {
                self.skipped += 1;
            }
        }
    }
}

/// Reads one document.
pub fn read(input: &Input) -> Result<(Source, SourceText), Failure> {
    let (place, name) = match input {
        Input::Stdin => ("standard input".to_owned(), STDIN_NAME.to_owned()),
        Input::Path(path) => (path.display().to_string(), file_name(path)),
    };
    let bytes = load(input).map_err(|error| Failure::io(&place, "cannot be read", &error))?;
    input::read(&name, &bytes).map_err(|error| {
        Failure::new(place, error.to_string()).code(error.code()).remedy(error.remedy())
    })
}

/// All bytes of a file or of standard input.
pub fn load(input: &Input) -> io::Result<Vec<u8>> {
    match input {
        Input::Path(path) => fs::read(path),
        Input::Stdin => {
            let mut bytes = Vec::new();
            io::stdin().lock().read_to_end(&mut bytes)?;
            Ok(bytes)
        }
    }
}

/// The last part of a path, as text.
fn file_name(path: &Path) -> String {
    path.file_name().unwrap_or(path.as_os_str()).to_string_lossy().into_owned()
}
