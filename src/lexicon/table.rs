//! Reads the tab-separated tables of the lexicon, the tool's own and a user's.

use super::LexiconError;

/// One row: its line number and its cells.
pub(super) struct Row<'t> {
    file: &'t str,
    line: usize,
    cells: Vec<&'t str>,
}

impl<'t> Row<'t> {
    /// The first cell, never empty.
    pub(super) fn word(&self) -> &'t str {
        self.cells[0]
    }

    /// The cell in this column, empty where the row is shorter.
    pub(super) fn cell(&self, column: usize) -> &'t str {
        self.cells.get(column).copied().unwrap_or("")
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

/// The rows of a table. Lines that begin with `#` and empty lines are skipped.
///
/// # Errors
/// When a row's first cell is empty or holds white space.
pub(super) fn rows<'t>(file: &'t str, content: &'t str) -> Result<Vec<Row<'t>>, LexiconError> {
    let content = content.strip_prefix('\u{feff}').unwrap_or(content);
    let mut rows = Vec::new();
    for (index, line) in content.lines().enumerate() {
        if line.trim().is_empty() || line.starts_with('#') {
            continue;
        }
        let row = Row { file, line: index + 1, cells: line.split('\t').map(str::trim).collect() };
        if row.word().is_empty() || row.word().contains(char::is_whitespace) {
            return Err(row.error(
                format!("the first column is {:?}", row.word()),
                "put the word there, without white space, and a tab behind it",
            ));
        }
        rows.push(row);
    }
    Ok(rows)
}
