//! Reads the tab-separated tables of the lexicon, the tool's own and a user's.

/// A row of a lexicon file that can't be read.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{file}, line {line}: {problem}; {remedy}")]
pub struct LexiconError {
    /// The file's name.
    pub file: String,
    /// The line, from 1.
    pub line: usize,
    /// What is wrong.
    pub problem: String,
    /// What to do about it.
    pub remedy: String,
}

/// How many columns of a row are looked at.
const COLUMNS: usize = 4;

/// One row: its line number and its cells.
pub(super) struct Row<'t> {
    file: &'t str,
    line: usize,
    cells: [&'t str; COLUMNS],
}

impl<'t> Row<'t> {
    /// The first cell, never empty.
    pub(super) fn word(&self) -> &'t str {
        self.cells[0]
    }

    /// The cell in this column, empty where the row is shorter.
    pub(super) fn cell(&self, column: usize) -> &'t str {
        self.cells[column]
    }

    /// The names that stand in this column, joined by `|`.
    pub(super) fn names(&self, column: usize) -> impl Iterator<Item = &'t str> + use<'t> {
        split(self.cells[column], b'|').map(str::trim).filter(|name| !name.is_empty())
    }

    /// An error in this row.
    pub(super) fn error(&self, problem: String, remedy: &str) -> LexiconError {
        LexiconError {
            file: self.file.to_owned(),
            line: self.line,
            problem,
            remedy: remedy.to_owned(),
        }
    }
}

/// The lines of a text, without their ends.
///
/// As [`str::lines`], which takes longer for short lines, and every start of the program waits.
pub(crate) fn lines(text: &str) -> impl Iterator<Item = &str> {
    let ends = memchr::memchr_iter(b'\n', text.as_bytes()).chain([text.len()]);
    let mut start = 0;
    ends.map(move |end| {
        let line = &text[std::mem::replace(&mut start, end + 1)..end];
        if line.as_bytes().last() == Some(&b'\r') { &line[..line.len() - 1] } else { line }
    })
}

/// The parts of a line between bytes that are one of ASCII.
///
/// As [`str::split`], which takes longer for short parts.
pub(crate) fn split(line: &str, separator: u8) -> impl Iterator<Item = &str> {
    let mut rest = Some(line);
    std::iter::from_fn(move || {
        let line = rest?;
        let at = line.bytes().position(|byte| byte == separator);
        rest = at.map(|at| &line[at + 1..]);
        Some(&line[..at.unwrap_or(line.len())])
    })
}

/// The lines of a table that hold something, with their numbers from 1: comments and empty ones are skipped.
pub(crate) fn filled(table: &str) -> impl Iterator<Item = (&str, usize)> {
    let table = table.strip_prefix('\u{feff}').unwrap_or(table);
    let lines = lines(table).zip(1..).filter(|(line, _)| !line.starts_with('#'));
    lines.filter(|(line, _)| !line.trim_ascii().is_empty())
}

/// The rows of a table.
///
/// # Errors
/// A row whose first cell is empty or holds white space.
pub(super) fn rows<'t>(
    file: &'t str,
    content: &'t str,
) -> impl Iterator<Item = Result<Row<'t>, LexiconError>> {
    filled(content).map(move |(content, line)| {
        let mut cells = [""; COLUMNS];
        let found = split(content, b'\t').map(str::trim);
        cells.iter_mut().zip(found).for_each(|(cell, found)| *cell = found);
        let row = Row { file, line, cells };
        if row.word().is_empty() || row.word().contains(char::is_whitespace) {
            return Err(row.error(
                format!("the first column is {:?}", row.word()),
                "put the word there, without white space, and a tab behind it",
            ));
        }
        Ok(row)
    })
}
