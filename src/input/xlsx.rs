//! Workbooks with lists of projects: a row is a line, in which every cell stands behind its header.

use std::io::Cursor;

use calamine::{DataRef, Reader as _, Style, Xlsx as Workbook};

use super::package::{self, Package};
use super::{Extracted, File, Format, InputError, Options, Reader};
use crate::text::{Cell, Layout, Row, Span};

/// What messages call it.
const WHAT: &str = "this workbook";

/// Reads workbooks.
pub(super) struct Xlsx;

impl Reader for Xlsx {
    fn format(&self) -> Format {
        Format {
            name: "xlsx",
            description: "Excel workbooks with lists of projects, a row as a line",
            extensions: &["xlsx", "xlsm"],
        }
    }

    fn recognises(&self, file: File<'_>) -> bool {
        package::has_part(file.bytes, |name| name == "xl/workbook.xml")
    }

    fn read(&self, file: File<'_>, options: &Options<'_>) -> Result<Extracted, InputError> {
        // the crate unpacks what it wants, so that it is measured before
        let mut package = Package::open(file.bytes, WHAT, options.limits)?;
        for index in 0..package.len() {
            package.part_at(index)?;
        }
        drop(package);
        let damaged = |problem| InputError::Damaged { what: WHAT, problem };
        let mut workbook: Workbook<_> = Workbook::new(Cursor::new(file.bytes))
            .map_err(|_| damaged("its parts do not fit together"))?;
        let mut writer = Writer::default();
        let names = workbook.sheet_names();
        for name in &names {
            // a sheet that holds a chart has no cells
            let Ok(mut cells) = workbook.worksheet_cells_reader(name) else { continue };
            let mut rows = Rows::default();
            loop {
                match cells.next_cell_with_style_id() {
                    Ok(Some((cell, style))) => {
                        let format = cells.styles().get(style);
                        let text = write(cell.get_value(), format);
                        let (row, column) = cell.get_position();
                        rows.add(row, column, text);
                    }
                    Ok(None) => break,
                    Err(_) => return Err(damaged("a sheet of it is no sound XML")),
                }
            }
            writer.sheet(name, names.len() > 1, rows.finish());
        }
        let Writer { text, layout } = writer;
        Ok(Extracted { layout, ..Extracted::new(text, "UTF-8") })
    }
}

/// Cells with their columns, row by row; empty ones left out.
type Cells = Vec<(u32, String)>;

#[derive(Default)]
struct Rows {
    rows: Vec<Cells>,
    last: Option<u32>,
}

impl Rows {
    fn add(&mut self, row: u32, column: u32, text: String) {
        if text.is_empty() {
            return;
        }
        match self.rows.last_mut() {
            Some(cells) if self.last == Some(row) => cells.push((column, text)),
            _ => self.rows.push(vec![(column, text)]),
        }
        self.last = Some(row);
    }

    fn finish(self) -> Vec<Cells> {
        self.rows
    }
}

#[derive(Default)]
struct Writer {
    text: String,
    layout: Layout,
}

impl Writer {
    /// Writes a sheet: what stands above the header, and every row with its headers.
    fn sheet(&mut self, name: &str, of_several: bool, rows: Vec<Cells>) {
        if rows.is_empty() {
            return;
        }
        let Some(at) = header(&rows) else {
            for row in &rows {
                let cells: Vec<&str> = row.iter().map(|(_, text)| text.as_str()).collect();
                self.line(&cells.join("\t"));
            }
            return;
        };
        if of_several && at == 0 {
            self.line(name);
        }
        for row in &rows[..at] {
            let cells: Vec<&str> = row.iter().map(|(_, text)| text.as_str()).collect();
            self.line(&cells.join("\t"));
        }
        let headers = &rows[at];
        for row in &rows[at + 1..] {
            match &row[..] {
                // the title of a part of the list
                [(_, only)] => self.line(only),
                _ => self.row(headers, row),
            }
        }
    }

    fn line(&mut self, line: &str) {
        self.text.push_str(line);
        self.text.push('\n');
    }

    fn row(&mut self, headers: &Cells, row: &Cells) {
        let start = self.text.len();
        let mut cells = Vec::new();
        for (column, value) in row {
            let header = headers.iter().find(|(of, _)| of == column).map(|(_, text)| text);
            // the number of a row within its list says nothing
            if header.is_some_and(|header| header.starts_with("序号") || header == "编号") {
                continue;
            }
            if self.text.len() > start {
                self.text.push('\t');
            }
            let header_start = self.text.len();
            if let Some(header) = header {
                self.text.push_str(header);
            }
            let header_end = self.text.len();
            if header.is_some() {
                self.text.push('：');
            }
            let value_start = self.text.len();
            self.text.push_str(value);
            if u32::try_from(self.text.len()).is_ok() && header.is_some() {
                cells.push(Cell {
                    header: Span::new(header_start, header_end),
                    value: Span::new(value_start, self.text.len()),
                });
            }
        }
        if !cells.is_empty() {
            self.layout.rows.push(Row { span: Span::new(start, self.text.len()), cells });
        }
        self.text.push('\n');
    }
}

/// Which row is the header: the first with several words in cells of their own that is as wide as
/// those after it.
fn header(rows: &[Cells]) -> Option<usize> {
    let widest = rows.iter().map(Vec::len).max()?;
    let fits = |row: &Cells| {
        let words = |text: &str| text.parse::<f64>().is_err() && text.chars().count() <= 20;
        row.len() >= 2 && row.len() * 3 >= widest * 2 && row.iter().all(|(_, text)| words(text))
    };
    rows.iter().position(fits).filter(|&at| at + 1 < rows.len())
}

/// A cell as people see it, in one line.
fn write(value: &DataRef<'_>, style: Option<&Style>) -> String {
    let text = match value {
        DataRef::String(text) => text.clone(),
        DataRef::SharedString(text) => (*text).to_owned(),
        DataRef::Int(number) => number.to_string(),
        DataRef::Float(number) => write_number(*number, style),
        DataRef::Bool(value) => if *value { "是" } else { "否" }.to_owned(),
        DataRef::DateTime(date) if date.is_datetime() => {
            let (year, month, day, ..) = date.to_ymd_hms_milli();
            format!("{year}年{month}月{day}日")
        }
        DataRef::DateTime(duration) => duration.as_f64().to_string(),
        DataRef::DateTimeIso(text) | DataRef::DurationIso(text) => text.clone(),
        // what cannot be computed is not said
        DataRef::Error(_) | DataRef::Empty => String::new(),
    };
    let words: Vec<&str> = text.split(char::is_whitespace).filter(|w| !w.is_empty()).collect();
    words.join(" ")
}

/// A number: percentages are kept as fractions, and shown as percentages.
fn write_number(number: f64, style: Option<&Style>) -> String {
    let format = style.and_then(|style| style.number_format.as_ref());
    let percent = format.is_some_and(|format| {
        format.format_code.contains('%') || matches!(format.format_id, Some(9 | 10))
    });
    let (number, sign) = if percent { (number * 100.0, "%") } else { (number, "") };
    // what binary fractions add is no digit of the file
    let rounded = (number * 1e9).round() / 1e9;
    format!("{}{sign}", if rounded.is_finite() { rounded } else { number })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_header_is_found() {
        let row = |cells: &[&str]| -> Cells {
            (0..).zip(cells.iter().map(|&cell| cell.to_owned())).collect()
        };
        let rows = vec![
            row(&["某市重点项目清单"]),
            row(&["序号", "项目名称", "总投资（亿元）"]),
            row(&["1", "某电站", "20"]),
        ];
        assert_eq!(header(&rows), Some(1));
        assert_eq!(header(&rows[..1]), None);
        let mut writer = Writer::default();
        writer.sheet("Sheet1", false, rows);
        assert_eq!(writer.text, "某市重点项目清单\n项目名称：某电站\t总投资（亿元）：20\n");
        let cell = &writer.layout.rows[0].cells[1];
        assert_eq!(&writer.text[cell.header.range()], "总投资（亿元）");
        assert_eq!(&writer.text[cell.value.range()], "20");
    }
}
