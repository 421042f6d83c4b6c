//! Pages that an earlier run left beside those of this one.

use std::fs;
use std::path::{Path, PathBuf};

/// The names of files that look like pages of the same picture and were not written now.
pub fn old(folder: &Path, name: &str, ending: &str, written: &[PathBuf]) -> Vec<String> {
    let Ok(entries) = fs::read_dir(folder) else { return Vec::new() };
    let is_page = |file: &str| {
        let number = file
            .strip_prefix(name)
            .and_then(|rest| rest.strip_prefix('-'))
            .and_then(|rest| rest.strip_suffix(ending))
            .and_then(|rest| rest.strip_suffix('.'));
        number.is_some_and(|number| {
            !number.is_empty() && number.bytes().all(|digit| digit.is_ascii_digit())
        })
    };
    let names = entries.flatten().filter_map(|entry| entry.file_name().into_string().ok());
    let mut old: Vec<String> = names
        .filter(|file| is_page(file) && written.iter().all(|path| !path.ends_with(file)))
        .collect();
    // beside a picture of one page, one such file is more likely another document's picture
    if written.len() == 1 && old.len() == 1 {
        old.clear();
    }
    old.sort_unstable();
    old
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_pages_that_were_not_written_are_old() {
        let folder = tempfile::tempdir().expect("a folder");
        for file in ["a-1.svg", "a-2.svg", "a-3.svg", "a-3.png", "a-x.svg", "a-.svg", "ab-4.svg"] {
            fs::write(folder.path().join(file), "").expect("writable");
        }
        let old = |written: &[&str]| {
            let written: Vec<PathBuf> =
                written.iter().map(|file| folder.path().join(file)).collect();
            old(folder.path(), "a", "svg", &written)
        };
        assert_eq!(old(&["a-1.svg", "a-2.svg"]), ["a-3.svg"]);
        assert_eq!(old(&["a.svg"]), ["a-1.svg", "a-2.svg", "a-3.svg"]);
        assert!(old(&["a-1.svg", "a-2.svg", "a-3.svg"]).is_empty());
        assert!(super::old(folder.path(), "ab", "svg", &[folder.path().join("ab.svg")]).is_empty());
    }
}
