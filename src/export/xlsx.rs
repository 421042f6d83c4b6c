//! A workbook with a sheet for each table. Every text is a text: nothing in it is a formula or link.

use std::io::Write;

use rust_xlsxwriter::{DocProperties, ExcelDateTime, Format, Workbook, XlsxError};

use crate::graph::KnowledgeGraph;

use super::table::{Cell, Sheet, Table, table};
use super::{ExportError, Exporter, Options};

pub(super) const FORMAT: Exporter = Exporter::single(
    "xlsx",
    "xlsx",
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "Excel, WPS, LibreOffice: the tables as sheets of one workbook, with filters",
    write,
);

/// Characters that a cell takes.
const LONGEST: usize = 32_767;
/// Rows that a sheet takes, without its head.
const MOST_ROWS: usize = 1_048_575;

fn write(
    graph: &KnowledgeGraph,
    options: &Options,
    sink: &mut dyn Write,
) -> Result<(), ExportError> {
    let bytes = workbook(graph, options).map_err(|error| ExportError::Form(error.to_string()))?;
    Ok(sink.write_all(&bytes)?)
}

fn workbook(graph: &KnowledgeGraph, options: &Options) -> Result<Vec<u8>, XlsxError> {
    let mut workbook = Workbook::new();
    // the library knows no clock, and the same graph has to give the same bytes
    let created = ExcelDateTime::from_ymd(2000, 1, 1)?;
    workbook.set_properties(&DocProperties::new().set_creation_datetime(&created));
    let head = Format::new().set_bold().set_background_color("#0072B2").set_font_color("#FFFFFF");
    let wrapped = Format::new().set_text_wrap().set_align(rust_xlsxwriter::FormatAlign::Top);
    for &kind in Sheet::ALL {
        let table = table(graph, options, kind);
        let sheet = workbook.add_worksheet();
        sheet.set_name(table.title)?;
        let mut last = 0;
        for (column, name) in (0u16..).zip(&table.columns) {
            sheet.write_string_with_format(0, column, *name, &head)?;
            sheet.set_column_width(column, width(&table, usize::from(column)))?;
            last = column;
        }
        for (row, cells) in (1u32..).zip(table.rows.iter().take(MOST_ROWS)) {
            for (column, cell) in (0u16..).zip(cells) {
                match cell {
                    Cell::Empty => {}
                    Cell::Text(text) => {
                        sheet.write_string_with_format(row, column, fitting(text), &wrapped)?;
                    }
                    Cell::Number(number) => {
                        sheet.write_number_with_format(row, column, *number, &wrapped)?;
                    }
                }
            }
        }
        let rows = u32::try_from(table.rows.len().min(MOST_ROWS)).unwrap_or(0);
        sheet.set_freeze_panes(1, 0)?;
        sheet.autofilter(0, 0, rows, last)?;
    }
    workbook.save_to_buffer()
}

/// As wide as most of its cells, within what can be read.
fn width(table: &Table, column: usize) -> f64 {
    let columns = |text: &str| text.chars().map(|c| if c.is_ascii() { 1 } else { 2 }).sum::<u32>();
    let cells = table.rows.iter().take(200).map(|row| match &row[column] {
        Cell::Text(text) => columns(text),
        _ => 6,
    });
    let widest = cells.chain([columns(table.columns[column])]).max().unwrap_or(8);
    f64::from(widest.clamp(6, 50) + 3)
}

/// The part of a text that a cell takes.
fn fitting(text: &str) -> &str {
    // Excel counts UTF-16 units
    let mut units = 0;
    let over = text.char_indices().find(|(_, c)| {
        units += c.len_utf16();
        units > LONGEST
    });
    over.map_or(text, |(end, _)| &text[..end])
}
