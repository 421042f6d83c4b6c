//! Sources as text: enough of Rust's syntax to check rules about names and imports.

use std::fs;
use std::path::Path;

use super::repository::ROOT;

/// A Rust file below `src/`.
pub struct Source {
    /// Its path from the repository's root, with `/`.
    pub path: String,
    /// Lines up to the tests at its end, comments cut off, numbered from 1.
    lines: Vec<String>,
}

impl Source {
    fn new(path: String, text: &str) -> Self {
        let lines = text.lines().take_while(|line| line.trim() != "#[cfg(test)]");
        let lines = lines.map(|line| without_comment(line).to_owned()).collect();
        Self { path, lines }
    }

    /// Whether it is part of the library, not of the program.
    pub fn is_library(&self) -> bool {
        !self.path.starts_with("src/bin/")
    }

    /// The top-level module of the library that it belongs to; none for `lib.rs`.
    pub fn module(&self) -> Option<&str> {
        let inside = self.path.strip_prefix("src/")?;
        let module = inside.split('/').next()?.trim_end_matches(".rs");
        (module != "lib").then_some(module)
    }

    /// Its lines of code with their numbers.
    pub fn code(&self) -> impl Iterator<Item = (usize, &str)> {
        self.lines.iter().enumerate().map(|(index, line)| (index + 1, line.as_str()))
    }

    /// All of its code in one piece, for constructs over several lines.
    pub fn whole(&self) -> String {
        self.lines.join("\n")
    }
}

/// All sources, in the order of their paths. Files that hold only tests are left out.
pub fn sources() -> Vec<Source> {
    let mut found = Vec::new();
    walk(&Path::new(ROOT).join("src"), &mut found);
    found.sort_by(|a, b| a.path.cmp(&b.path));
    assert!(found.len() > 10, "the sources are found");
    found
}

fn walk(folder: &Path, found: &mut Vec<Source>) {
    for entry in fs::read_dir(folder).expect("a folder of sources") {
        let path = entry.expect("readable").path();
        if path.is_dir() {
            walk(&path, found);
        } else if path.extension().is_some_and(|e| e == "rs") && !path.ends_with("tests.rs") {
            let name = path.strip_prefix(ROOT).expect("below the root").to_string_lossy();
            let text = fs::read_to_string(&path).expect("sources are UTF-8");
            found.push(Source::new(name.replace('\\', "/"), &text));
        }
    }
}

/// A line without its comment. A `//` behind a quotation mark or a colon may be part of a string
/// and stays.
fn without_comment(line: &str) -> &str {
    match line.find("//") {
        Some(at) if !line[..at].contains('"') && !line[..at].ends_with(':') => &line[..at],
        _ => line,
    }
}

/// Whether code has this word or path, and not as the end of a longer one.
pub fn names(code: &str, word: &str) -> bool {
    code.match_indices(word).any(|(at, _)| {
        let before = code[..at].chars().next_back();
        let after = code[at + word.len()..].chars().next();
        let is_part = |c: char| c.is_alphanumeric() || c == '_';
        !before.is_some_and(is_part)
            && (!after.is_some_and(is_part) || word.ends_with(|c: char| !is_part(c)))
    })
}

/// The first parts of all paths below `root::` in code, those of `root::{a::b, c}` too.
pub fn imports<'a>(code: &'a str, root: &str) -> Vec<&'a str> {
    let prefix = format!("{root}::");
    let starts = code.match_indices(&prefix).map(|(at, _)| at);
    let whole_names = starts
        .filter(|&at| !code[..at].ends_with(|c: char| c.is_alphanumeric() || c == '_' || c == ':'));
    let mut parts = Vec::new();
    for at in whole_names {
        let rest = &code[at + prefix.len()..];
        match rest.strip_prefix('{') {
            Some(group) => parts.extend(items(group).map(first_part)),
            None => parts.push(first_part(rest)),
        }
    }
    parts
}

/// The items of a `{…}` group, given from behind its opening brace.
fn items(group: &str) -> impl Iterator<Item = &str> {
    let mut depth = 0;
    let mut borders = vec![0];
    for (at, c) in group.char_indices() {
        match c {
            '{' => depth += 1,
            '}' if depth == 0 => {
                borders.push(at + 1);
                break;
            }
            '}' => depth -= 1,
            ',' if depth == 0 => borders.push(at + 1),
            _ => {}
        }
    }
    let items: Vec<&str> =
        borders.windows(2).map(|pair| group[pair[0]..pair[1] - 1].trim()).collect();
    items.into_iter().filter(|item| !item.is_empty())
}

/// `a` of `a::b as c`.
fn first_part(path: &str) -> &str {
    let end = path.find(|c: char| !(c.is_alphanumeric() || c == '_')).unwrap_or(path.len());
    &path[..end]
}

#[test]
fn imports_are_found() {
    let check = |code: &str, expected: &[&str]| assert_eq!(imports(code, "crate"), expected);
    check("use crate::text::Span;", &["text"]);
    check("use crate::{text::{Span, SourceText}, schema};", &["text", "schema"]);
    check("use crate::{\n    text::Span,\n    graph,\n};", &["text", "graph"]);
    check("fn f(x: crate::text::Span) -> crate::Thing {}", &["text", "Thing"]);
    check("mycrate::text; $crate::text; a::crate::b", &["text"]);
}

#[test]
fn names_are_whole_words() {
    assert!(names("let t = Instant::now();", "Instant"));
    assert!(names("use petgraph::graph;", "petgraph::"));
    assert!(!names("let t = Instantaneous;", "Instant"));
    assert!(!names("eprintln!()", "println!"));
    assert_eq!(without_comment("let a = 1; // Instant"), "let a = 1; ");
    assert_eq!(without_comment("let a = \"http://b\";"), "let a = \"http://b\";");
}
