//! What was given on the command line → files and standard input.

use std::collections::BTreeMap;
use std::fs;
use std::io;
use std::path::Path;

use gangmu::diagnostic::Code;
use gangmu::input;

use crate::config::Input;
use crate::documents::file_name;
use crate::failure::Failure;
use crate::select::Selection;

/// The files that the inputs stand for, in the order of the inputs; those of a folder by path.
#[derive(Debug, Default)]
pub struct Collected {
    /// Each a file or standard input; not yet opened.
    pub documents: Vec<Input>,
    /// Inputs, or parts of folders, that gave none.
    pub failures: Vec<Failure>,
    /// What was passed over.
    pub skipped: Skipped,
}

/// What of folders was passed over.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Skipped {
    /// Files in formats that are not read, by their endings, and how many of each.
    pub unknown: BTreeMap<String, usize>,
    /// Hidden files and folders.
    pub hidden: usize,
    /// Files and folders that the user left out.
    pub excluded: usize,
    /// Links to folders, pipes and the like.
    pub odd: usize,
}

/// Finds the documents. Folders are searched with all that is below them, but for hidden files and
/// links to folders (which can run in circles).
pub fn collect(inputs: &[Input], selection: &Selection) -> Collected {
    let mut collected = Collected::default();
    for input in inputs {
        match input {
            Input::Path(path) if path.is_dir() => collected.add_folder(path, selection),
            // that a file is missing shows when it is read
            _ => collected.documents.push(input.clone()),
        }
    }
    collected
}

impl Collected {
    fn add_folder(&mut self, folder: &Path, selection: &Selection) {
        let (documents, failures) = (self.documents.len(), self.failures.len());
        self.walk(folder, selection);
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
    fn walk(&mut self, root: &Path, selection: &Selection) {
        // folders still to be read, the next one last: no depth of folders exhausts the stack
        let mut folders = vec![root.to_owned()];
        while let Some(folder) = folders.pop() {
            let entries: io::Result<Vec<fs::DirEntry>> =
                fs::read_dir(&folder).and_then(Iterator::collect);
            let mut entries = match entries {
                Ok(entries) => entries,
                Err(error) => {
                    let place = folder.display().to_string();
                    self.failures.push(Failure::io(place, "the folder cannot be read", &error));
                    continue;
                }
            };
            entries.sort_by_key(fs::DirEntry::file_name);
            let mut inner = Vec::new();
            for entry in entries {
                let path = entry.path();
                let below = path.strip_prefix(root).unwrap_or(&path).to_string_lossy();
                let below = below.replace('\\', "/");
                if entry.file_name().as_encoded_bytes().starts_with(b".") {
                    self.skipped.hidden += 1;
                } else if selection.excludes(&below) {
                    self.skipped.excluded += 1;
                } else if entry.file_type().is_ok_and(|kind| kind.is_dir()) {
                    inner.push(path);
                } else if !fs::metadata(&path).is_ok_and(|data| data.is_file()) && path.exists() {
                    self.skipped.odd += 1;
                } else if selection.takes(&below, input::is_document_name(&below)) {
                    self.documents.push(Input::Path(path));
                } else if input::is_document_name(&below) {
                    self.skipped.excluded += 1;
                } else {
                    *self.skipped.unknown.entry(ending(&path)).or_default() += 1;
                }
            }
            folders.extend(inner.into_iter().rev());
        }
    }
}

/// The ending of a file's name, as messages show it.
fn ending(path: &Path) -> String {
    match path.extension() {
        Some(extension) => format!(".{}", extension.to_string_lossy().to_lowercase()),
        None => format!("no ending: {}", file_name(path)),
    }
}
