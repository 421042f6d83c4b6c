//! CSV and TSV: a file for each table.
//!
//! CSV is for spreadsheets: it begins with a byte-order mark, without which Excel takes UTF-8 for
//! something else, and a cell that a spreadsheet would run as a formula gets an apostrophe in
//! front. TSV is for programs and has every text as it is.

use std::io::Write;

use csv::{QuoteStyle, Terminator, WriterBuilder};

use crate::graph::KnowledgeGraph;

use super::table::{Cell, Sheet, a_file_for_each_sheet, table};
use super::{ExportError, Exporter, Options, Takes};

pub(super) const CSV: Exporter = Exporter {
    name: "csv",
    extension: "csv",
    media_type: "text/csv",
    purpose: "spreadsheets: tables of documents, pillars, actions, entities, mentions, relations",
    takes: Takes::Chosen,
    files: a_file_for_each_sheet!("csv", spreadsheet),
};

pub(super) const TSV: Exporter = Exporter {
    name: "tsv",
    extension: "tsv",
    media_type: "text/tab-separated-values",
    purpose: "pandas, R and the command line: the same tables, every text as it is",
    takes: Takes::Chosen,
    files: a_file_for_each_sheet!("tsv", plain),
};

fn spreadsheet(
    graph: &KnowledgeGraph,
    options: &Options,
    sheet: Sheet,
    sink: &mut dyn Write,
) -> Result<(), ExportError> {
    sink.write_all("\u{FEFF}".as_bytes())?;
    rows(graph, options, sheet, b',', sink)
}

fn plain(
    graph: &KnowledgeGraph,
    options: &Options,
    sheet: Sheet,
    sink: &mut dyn Write,
) -> Result<(), ExportError> {
    rows(graph, options, sheet, b'\t', sink)
}

fn rows(
    graph: &KnowledgeGraph,
    options: &Options,
    sheet: Sheet,
    delimiter: u8,
    sink: &mut dyn Write,
) -> Result<(), ExportError> {
    let table = table(graph, options, sheet);
    let mut writer = writer(delimiter, sink);
    writer.write_record(&table.columns).map_err(std::io::Error::from)?;
    for row in &table.rows {
        let cells = row.iter().map(|cell| match cell {
            Cell::Empty => String::new(),
            Cell::Text(text) if delimiter == b',' => harmless(text),
            Cell::Text(text) => text.to_string(),
            Cell::Number(number) => number.to_string(),
        });
        writer.write_record(cells).map_err(std::io::Error::from)?;
    }
    Ok(writer.flush()?)
}

/// A writer of rows as spreadsheets and databases read them.
pub(super) fn writer(delimiter: u8, sink: &mut dyn Write) -> csv::Writer<&mut dyn Write> {
    WriterBuilder::new()
        .delimiter(delimiter)
        .quote_style(QuoteStyle::Necessary)
        .terminator(Terminator::Any(b'\n'))
        .from_writer(sink)
}

/// A text that no spreadsheet takes for a formula.
fn harmless(text: &str) -> String {
    let runs = text.starts_with(['=', '+', '-', '@', '\t', '\r', '＝', '＋', '－', '＠']);
    if runs { format!("'{text}") } else { text.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn formulas_are_texts() {
        assert_eq!(harmless("=1+1"), "'=1+1");
        assert_eq!(harmless("@SUM(A1)"), "'@SUM(A1)");
        assert_eq!(harmless("增长8%"), "增长8%");
    }
}
