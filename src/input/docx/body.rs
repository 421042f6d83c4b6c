//! The text of a part: paragraphs, tables, and what in them is text.

use super::WHAT;
use super::numbering::Numbering;
use super::styles::{ListPlace, Styles, level_of};
use crate::input::xml::{Element, Node, Nodes};
use crate::input::{InputError, Limits};
use crate::text::{Layout, is_blank};

/// A paragraph that is being read.
#[derive(Default)]
struct Paragraph {
    text: String,
    style: Option<String>,
    place: ListPlace,
    outline: Option<u8>,
    /// What stands in text boxes that are fixed to it.
    boxes: Vec<String>,
}

/// A table that is being read.
#[derive(Default)]
struct Table {
    /// The cells of the row that is being read.
    cells: Vec<String>,
    /// The cell that is being read.
    cell: String,
    /// Rows of a table within a cell, which go into that cell.
    rows: Vec<String>,
}

/// Where a paragraph's text goes.
enum Place {
    Table(Table),
    Box(String),
}

/// Writes the text of parts, one behind the other.
pub(super) struct Writer<'a> {
    styles: &'a Styles,
    numbering: Numbering,
    text: String,
    layout: Layout,
    /// Paragraphs that are open: one may hold a text box with others.
    paragraphs: Vec<Paragraph>,
    /// Tables and text boxes that are open.
    places: Vec<Place>,
    /// Whether the run that is being read is hidden.
    hidden: bool,
    /// Whether the properties of a paragraph are being read, and of a run.
    in_properties: bool,
    in_run_properties: bool,
}

impl<'a> Writer<'a> {
    pub(super) fn new(styles: &'a Styles, numbering: Numbering) -> Self {
        Self {
            styles,
            numbering,
            text: String::new(),
            layout: Layout::default(),
            paragraphs: Vec::new(),
            places: Vec::new(),
            hidden: false,
            in_properties: false,
            in_run_properties: false,
        }
    }

    /// The text of all parts.
    pub(super) fn finish(self) -> (String, Layout) {
        (self.text, self.layout)
    }

    /// Reads a part.
    pub(super) fn read(&mut self, xml: &str, limits: Limits) -> Result<(), InputError> {
        let mut nodes = Nodes::new(xml, WHAT, limits);
        let mut in_text = false;
        while let Some(node) = nodes.next()? {
            match node {
                Node::Start(element) => {
                    in_text = element.name() == "t";
                    if is_no_text(&element) {
                        nodes.skip()?;
                    } else {
                        self.start(&element);
                    }
                }
                Node::End(name) => {
                    in_text = false;
                    self.end(&name);
                }
                Node::Text(words) if in_text && !self.hidden => self.put(&words),
                Node::Text(_) => {}
            }
        }
        Ok(())
    }

    /// Adds to the paragraph that is being read.
    fn put(&mut self, words: &str) {
        if let Some(paragraph) = self.paragraphs.last_mut() {
            paragraph.text.push_str(words);
        }
    }

    fn start(&mut self, element: &Element<'_>) {
        let value = || element.attribute("val");
        match element.name() {
            "p" => self.paragraphs.push(Paragraph::default()),
            "pPr" => self.in_properties = true,
            "rPr" => self.in_run_properties = true,
            "r" => self.hidden = false,
            "vanish" if self.in_run_properties && !self.in_properties => {
                self.hidden = value().is_none_or(|v| v != "0" && v != "false");
            }
            "tbl" => self.places.push(Place::Table(Table::default())),
            "txbxContent" => self.places.push(Place::Box(String::new())),
            name if self.in_properties => {
                let Some(paragraph) = self.paragraphs.last_mut() else { return };
                match name {
                    "pStyle" => paragraph.style = value(),
                    "numId" => paragraph.place.list = value().and_then(|id| id.parse().ok()),
                    "ilvl" => paragraph.place.level = value().and_then(|l| l.parse().ok()),
                    "outlineLvl" => paragraph.outline = value().and_then(|l| l.parse().ok()),
                    _ => {}
                }
            }
            _ if self.hidden || self.in_run_properties => {}
            "tab" | "ptab" => self.put("\t"),
            "br" | "cr" => {
                // a break of pages or columns goes between lines anyway
                let layout = element.attribute("type").is_some_and(|kind| kind != "textWrapping");
                if !layout {
                    self.put("\n");
                }
            }
            "noBreakHyphen" => self.put("-"),
            _ => {}
        }
    }

    fn end(&mut self, name: &str) {
        match name {
            "p" => self.end_paragraph(),
            "pPr" => self.in_properties = false,
            "rPr" => self.in_run_properties = false,
            "tc" => {
                if let Some(Place::Table(table)) = self.places.last_mut() {
                    let cell = std::mem::take(&mut table.cell);
                    table.cells.push(cell);
                }
            }
            "tr" => {
                if let Some(Place::Table(table)) = self.places.last_mut() {
                    let row = std::mem::take(&mut table.cells).join("\t");
                    let row = row.trim_end_matches('\t').to_owned();
                    table.rows.push(row);
                }
            }
            "tbl" if matches!(self.places.last(), Some(Place::Table(_))) => {
                if let Some(Place::Table(table)) = self.places.pop() {
                    for row in table.rows {
                        self.line(&row, None);
                    }
                }
            }
            "txbxContent" if matches!(self.places.last(), Some(Place::Box(_))) => {
                let Some(Place::Box(text)) = self.places.pop() else { return };
                match self.paragraphs.last_mut() {
                    Some(paragraph) => paragraph.boxes.push(text),
                    None => self.line(&text, None),
                }
            }
            _ => {}
        }
    }

    fn end_paragraph(&mut self) {
        let Some(paragraph) = self.paragraphs.pop() else { return };
        let style = self.styles.resolve(paragraph.style.as_deref());
        if style.contents {
            return;
        }
        let outline = paragraph.outline.map_or(style.heading, level_of);
        let mut place = paragraph.place;
        place.list = place.list.or(style.place.list);
        place.level = place
            .level
            .or(style.place.level)
            .or_else(|| self.numbering.level_of_style(place.list?, paragraph.style.as_deref()?));
        // an empty paragraph of a list has a number too, and shows nothing
        let empty = paragraph.text.chars().all(is_blank);
        let number = self.numbering.count(place).filter(|_| !empty).unwrap_or_default();
        let start = paragraph.text.len() - paragraph.text.trim_start_matches(is_blank).len();
        let line = match number.as_str() {
            // tabs before the text are an indent
            "" => paragraph.text.trim_start_matches('\t').to_owned(),
            number => [number, &paragraph.text[start..]].concat(),
        };
        self.line(&line, outline.filter(|_| !empty));
        for text in paragraph.boxes {
            self.line(text.trim_end_matches('\n'), None);
        }
    }

    /// A line of the innermost table or box, or of the text.
    fn line(&mut self, line: &str, heading: Option<u8>) {
        match self.places.last_mut() {
            Some(Place::Table(table)) => {
                if !table.cell.is_empty() && !line.is_empty() {
                    table.cell.push(' ');
                }
                // a cell is a piece of one line
                table
                    .cell
                    .extend(line.chars().map(|c| if matches!(c, '\n' | '\t') { ' ' } else { c }));
            }
            Some(Place::Box(text)) => {
                text.push_str(line);
                text.push('\n');
            }
            None => {
                if line.is_empty() && (self.text.is_empty() || self.text.ends_with("\n\n")) {
                    return; // one empty line parts as well as many
                }
                if let (Some(level), Ok(start)) = (heading, u32::try_from(self.text.len())) {
                    self.layout.headings.push((start, level));
                }
                self.text.push_str(line);
                self.text.push('\n');
            }
        }
    }
}

/// Elements whose text is not the document's: what was deleted or moved away, field codes, the second
/// rendering of a drawing, the reading above characters, and notes that only separate.
fn is_no_text(element: &Element<'_>) -> bool {
    match element.name() {
        "del" | "moveFrom" | "delText" | "instrText" | "delInstrText" | "Fallback" | "rt"
        | "rPrChange" | "pPrChange" | "tblPrChange" | "sectPrChange" | "numberingChange"
        | "sectPr" | "binData" | "tabs" => true,
        "footnote" | "endnote" => element.attribute("type").is_some_and(|kind| kind != "normal"),
        _ => false,
    }
}
