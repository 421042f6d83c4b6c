//! Elements → lines of text.

use ego_tree::iter::Edge;
use scraper::{ElementRef, Node};

use super::article::Ranking;

/// A line of the article.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Line {
    pub text: String,
    /// The level of the heading that it is.
    pub heading: Option<u8>,
}

/// Elements that begin and end a line.
const BLOCKS: [&str; 37] = [
    "p",
    "div",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "li",
    "ul",
    "ol",
    "dl",
    "dt",
    "dd",
    "table",
    "thead",
    "tbody",
    "tfoot",
    "tr",
    "section",
    "article",
    "main",
    "header",
    "blockquote",
    "pre",
    "center",
    "figure",
    "figcaption",
    "address",
    "fieldset",
    "body",
    "caption",
    "details",
    "summary",
    "hr",
    "ucapcontent",
    "hgroup",
];

/// The lines of an element.
pub(super) fn of<'a>(element: ElementRef<'a>, ranking: &Ranking<'a>) -> Vec<Line> {
    let mut writer = Writer::default();
    let mut skipped = 0usize;
    for edge in element.traverse() {
        match edge {
            Edge::Open(node) => {
                let around = node.id() != element.id() && ranking.is_around(node);
                if skipped > 0 || around {
                    skipped += usize::from(node.value().is_element());
                    continue;
                }
                match node.value() {
                    Node::Text(text) => writer.put(text),
                    Node::Element(inner) => writer.open(inner.name()),
                    _ => {}
                }
            }
            Edge::Close(node) => {
                let Some(inner) = node.value().as_element() else { continue };
                if skipped > 0 {
                    skipped -= 1;
                } else {
                    writer.close(inner.name());
                }
            }
        }
    }
    writer.end_line();
    writer.lines
}

/// The text of an element in one line.
pub(super) fn one_line(element: ElementRef<'_>) -> String {
    let words: String = element.text().collect();
    words.split(is_gap).filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
}

#[derive(Default)]
struct Writer {
    lines: Vec<Line>,
    line: String,
    heading: Option<u8>,
    /// How many tables and rows are open; a cell in them is followed by a tab.
    rows: usize,
    pre: usize,
}

/// White space that a browser draws as one gap. The ideographic space is a character like others.
fn is_gap(c: char) -> bool {
    matches!(c, ' ' | '\n' | '\r' | '\t' | '\u{A0}' | '\u{C}')
}

impl Writer {
    fn put(&mut self, text: &str) {
        if self.pre > 0 {
            for (index, part) in text.split('\n').enumerate() {
                if index > 0 {
                    self.end_line();
                }
                self.line.push_str(part.trim_end_matches('\r'));
            }
            return;
        }
        for c in text.chars() {
            if !is_gap(c) {
                self.line.push(c);
            } else if self
                .line
                .chars()
                .next_back()
                .is_some_and(|last| !is_gap(last) && last != '\u{3000}')
            {
                // a gap between Chinese characters in the source is no gap on the page
                self.line.push(' ');
            }
        }
    }

    fn open(&mut self, name: &str) {
        match name {
            "br" if self.rows > 0 => self.put(" "),
            "br" => self.end_line(),
            "tr" => {
                if self.rows == 0 {
                    self.end_line();
                }
                self.rows += 1;
            }
            "pre" => {
                self.end_line();
                self.pre += 1;
            }
            _ if BLOCKS.contains(&name) => self.border(),
            _ => {}
        }
        if let Some(level) = heading_level(name) {
            self.heading = Some(level);
        }
    }

    fn close(&mut self, name: &str) {
        match name {
            "td" | "th" => {
                self.line
                    .truncate(self.line.trim_end_matches(is_gap).len().max(tabs_end(&self.line)));
                self.line.push('\t');
            }
            "tr" => {
                self.rows = self.rows.saturating_sub(1);
                if self.rows == 0 {
                    self.end_line();
                }
            }
            "pre" => {
                self.end_line();
                self.pre = self.pre.saturating_sub(1);
            }
            _ if BLOCKS.contains(&name) => self.border(),
            _ => {}
        }
        if heading_level(name).is_some() {
            self.heading = None;
        }
    }

    /// A block begins or ends: a line does, but within a row of a table only a gap.
    fn border(&mut self) {
        if self.rows == 0 {
            self.end_line();
        } else {
            self.put(" ");
        }
    }

    fn end_line(&mut self) {
        let line = std::mem::take(&mut self.line);
        let blank = |c: char| is_gap(c) || matches!(c, '\u{3000}' | '\u{200B}' | '\u{FEFF}');
        let text = line.trim_matches(blank);
        if !text.is_empty() {
            self.lines.push(Line { text: text.to_owned(), heading: self.heading });
        }
    }
}

/// Where the tabs of empty cells at the end of a line end: they are kept.
fn tabs_end(line: &str) -> usize {
    line.rfind('\t').map_or(0, |at| at + 1)
}

fn heading_level(name: &str) -> Option<u8> {
    match name.as_bytes() {
        [b'h', level @ b'1'..=b'6'] => Some(level - b'0'),
        _ => None,
    }
}
