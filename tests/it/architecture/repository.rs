//! Rules about the files of the repository other than code.

use std::fs;
use std::path::{Path, PathBuf};

use super::report;

/// The root of the repository.
pub const ROOT: &str = env!("CARGO_MANIFEST_DIR");

/// What is not ours to check: made, fetched, or the version control's.
const FOREIGN: &[&str] = &["target", ".git", ".venv", "node_modules", "Cargo.lock"];

/// A file of the repository, as text.
pub fn read(path: &str) -> String {
    fs::read_to_string(Path::new(ROOT).join(path)).expect("the file is there, in UTF-8")
}

/// All files below a folder that are ours, sorted.
fn files(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).into_iter().flatten() {
        let path = entry.expect("readable").path();
        if FOREIGN.iter().any(|foreign| path.ends_with(foreign)) {
            continue;
        }
        if path.is_dir() { found.extend(files(&path)) } else { found.push(path) }
    }
    found.sort();
    found
}

#[test]
fn seeds_name_their_source_and_licence() {
    let mut found = Vec::new();
    let folders = ["seeds/lexicon", "seeds/characters"];
    for path in folders.iter().flat_map(|folder| files(&Path::new(ROOT).join(folder))) {
        let text = fs::read_to_string(&path).expect("seeds are UTF-8");
        let head: Vec<&str> = text.lines().take_while(|line| line.starts_with('#')).collect();
        for field in ["# source: ", "# licence: "] {
            if !head.iter().any(|line| line.len() > field.len() && line.starts_with(field)) {
                found.push(format!("{}: no line `{field}…` at its head", path.display()));
            }
        }
        if text.lines().count() == head.len() {
            found.push(format!("{}: no rows", path.display()));
        }
    }
    report("what stands in the seeds can be traced", &found);
}

#[test]
fn no_file_names_a_place_on_this_machine() {
    let root = Path::new(ROOT);
    let mut places = vec!["/home/".to_owned(), "/root/".to_owned(), "/Users/".to_owned()];
    // wherever the repository is checked out now; `/` itself would be in every file
    let above = root.parent().filter(|parent| parent.parent().is_some());
    places.extend([Some(root), above].into_iter().flatten().map(|p| format!("{}/", p.display())));
    let this_file = Path::new(file!()).file_name().expect("a file");
    let mut found = Vec::new();
    for path in files(root) {
        // pictures are no text
        let Ok(text) = fs::read_to_string(&path) else { continue };
        if path.file_name() == Some(this_file) {
            continue;
        }
        for (index, line) in text.lines().enumerate() {
            if places.iter().any(|place| line.contains(place.as_str())) {
                found.push(format!("{}:{}: {}", path.display(), index + 1, line.trim()));
            }
        }
    }
    report("paths are relative to the repository", &found);
}

#[test]
fn the_licences_are_there() {
    assert!(read("LICENSE-MIT").contains("Permission is hereby granted"));
    assert!(read("LICENSE-APACHE").contains("Apache License"));
    assert!(read("Cargo.toml").contains("license = \"MIT OR Apache-2.0\""));
}
