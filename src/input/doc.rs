//! Word 97–2003 documents (DOC), which WPS writes as well.

use super::{Extracted, File, Format, InputError, Options, Reader};

/// How files of the old office programs begin.
const MAGIC: &[u8] = b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1";

/// Reads Word 97–2003 documents.
pub(super) struct Doc;

/// What messages call it.
const WHAT: &str = "this Word 97–2003 document";

impl Reader for Doc {
    fn format(&self) -> Format {
        Format {
            name: "doc",
            description: "Word 97–2003 documents, also those of WPS",
            extensions: &["doc", "wps"],
        }
    }

    fn recognises(&self, file: File<'_>) -> bool {
        file.bytes.starts_with(MAGIC)
            && (has_stream(file.bytes, "WordDocument")
                || has_stream(file.bytes, "EncryptedPackage"))
    }

    fn read(&self, file: File<'_>, options: &Options<'_>) -> Result<Extracted, InputError> {
        if has_stream(file.bytes, "EncryptedPackage") {
            return Err(InputError::Encrypted { what: "this office document" });
        }
        if !has_stream(file.bytes, "WordDocument") {
            return Err(InputError::Damaged { what: WHAT, problem: "it holds no text" });
        }
        read(file.bytes, options)
    }
}

/// Whether the directory of the file names a stream, which it does in UTF-16.
fn has_stream(bytes: &[u8], name: &str) -> bool {
    let wanted: Vec<u8> = name.encode_utf16().flat_map(u16::to_le_bytes).collect();
    // entries of the directory are 128 bytes long and stand at multiples of that
    bytes.chunks(128).any(|entry| entry.starts_with(&wanted))
}

#[cfg(feature = "doc")]
fn read(bytes: &[u8], _: &Options<'_>) -> Result<Extracted, InputError> {
    use office_oxide::doc::DocError;
    use office_oxide::{Document, DocumentFormat, OfficeError};

    let cursor = std::io::Cursor::new(bytes.to_vec());
    match Document::from_reader(cursor, DocumentFormat::Doc) {
        Ok(document) => {
            let (text, layout) = body::write(&document.to_ir());
            let notes = lists::lost_numbers(bytes, &text).into_iter().collect();
            Ok(Extracted { layout, notes, ..Extracted::new(text, super::OWN_ENCODING) })
        }
        Err(OfficeError::Doc(DocError::Encrypted)) => Err(InputError::Encrypted { what: WHAT }),
        Err(_) => Err(InputError::Damaged { what: WHAT, problem: "its structure is not sound" }),
    }
}

/// Automatic numbers. The crate that reads the text does not tell which paragraph has which, so that
/// they are missed rather than written out.
#[cfg(feature = "doc")]
mod lists {
    use std::io::Cursor;

    use office_oxide::cfb::CfbReader;

    use crate::diagnostic::Code;
    use crate::extraction::Diagnostic;

    /// Where the head of the file says which of two streams has its tables, and the bit for the second.
    const FLAGS: (usize, u16) = (0x0A, 0x0200);
    /// Where it says where in that stream the table of used lists stands.
    const USED: usize = 0x2EA;

    /// Tells of numbers that are not in the text: the document has lists, and no line a number.
    pub(super) fn lost_numbers(bytes: &[u8], text: &str) -> Option<Diagnostic> {
        let typed = text.lines().any(|line| starts_with_number(line.trim_start()));
        let lost = !typed && has_lists(bytes).unwrap_or(false);
        lost.then(|| Diagnostic {
            code: Code::TextNumbersLost,
            span: None,
            message: "automatic numbers (一、 （一）) of lists and headings cannot be read from DOC, and \
                      are not in the text"
                .to_owned(),
        })
    }

    fn has_lists(bytes: &[u8]) -> Option<bool> {
        let mut file = CfbReader::new(Cursor::new(bytes)).ok()?;
        let head = file.open_stream("WordDocument").ok()?;
        let flags = u16::from_le_bytes(head.get(FLAGS.0..FLAGS.0 + 2)?.try_into().ok()?);
        let number = |from: &[u8], at: usize| {
            let bytes = from.get(at..at.checked_add(4)?)?;
            Some(u32::from_le_bytes(bytes.try_into().ok()?))
        };
        let (at, length) = (number(&head, USED)?, number(&head, USED + 4)?);
        let table = if flags & FLAGS.1 == 0 { "0Table" } else { "1Table" };
        let table = file.open_stream(table).ok()?;
        Some(length >= 4 && number(&table, usize::try_from(at).ok()?)? > 0)
    }

    /// 一、 （一） 1. 1、 第一章
    fn starts_with_number(line: &str) -> bool {
        let line = line.trim_start_matches(['（', '(', '第']);
        let rest = line
            .trim_start_matches(|c: char| c.is_ascii_digit() || "一二三四五六七八九十".contains(c));
        rest.len() < line.len() && rest.starts_with(['、', '）', ')', '.', '．', '章', '节'])
    }
}

/// Writes the body of a document: a paragraph as a line, a row of a table as one with tabs, notes and
/// text boxes as they come, headers and footers not.
#[cfg(feature = "doc")]
mod body {
    use office_oxide::ir::{DocumentIR, Element, InlineContent, inline_to_text};

    use crate::text::Layout;

    /// What is still to be written, the next one last: elements may stand in one another.
    enum Work<'a> {
        Element(&'a Element),
        Line(String),
    }

    pub(super) fn write(document: &DocumentIR) -> (String, Layout) {
        let mut text = String::new();
        let mut layout = Layout::default();
        let elements = document.sections.iter().flat_map(|section| &section.elements);
        let mut work: Vec<Work<'_>> = elements.rev().map(Work::Element).collect();
        while let Some(next) = work.pop() {
            let element = match next {
                Work::Line(line) => {
                    put(&mut text, &line);
                    continue;
                }
                Work::Element(element) => element,
            };
            match element {
                Element::Heading(heading) => {
                    if let Ok(start) = u32::try_from(text.len()) {
                        layout.headings.push((start, heading.level));
                    }
                    put(&mut text, &words(&heading.content));
                }
                Element::Paragraph(paragraph) => put(&mut text, &words(&paragraph.content)),
                Element::Table(table) => {
                    let rows = table.rows.iter().rev();
                    work.extend(rows.map(|row| Work::Line(row_of(&row.cells))));
                }
                Element::List(list) => {
                    let items = list.items.iter().rev();
                    work.extend(
                        items.flat_map(|item| item.content.iter().rev()).map(Work::Element),
                    );
                }
                Element::TextBox(inner) => {
                    work.extend(inner.content.iter().rev().map(Work::Element));
                }
                Element::Footnote(note) | Element::Endnote(note) => {
                    work.extend(note.content.iter().rev().map(Work::Element));
                }
                _ => {}
            }
        }
        (text, layout)
    }

    fn row_of(cells: &[office_oxide::ir::TableCell]) -> String {
        let cell = |cell: &office_oxide::ir::TableCell| {
            let paragraphs = cell.content.iter().filter_map(|element| match element {
                Element::Paragraph(paragraph) => Some(words(&paragraph.content)),
                Element::Heading(heading) => Some(words(&heading.content)),
                _ => None,
            });
            paragraphs.collect::<Vec<_>>().join(" ").replace(['\t', '\n'], " ")
        };
        let cells: Vec<String> = cells.iter().map(cell).collect();
        cells.join("\t").trim_end_matches('\t').to_owned()
    }

    fn words(content: &[InlineContent]) -> String {
        inline_to_text(content)
    }

    /// A line, without the control characters that Word keeps in its text.
    fn put(text: &mut String, line: &str) {
        text.extend(line.chars().filter_map(|c| match c {
            '\r' | '\u{B}' | '\u{C}' => Some('\n'),
            '\n' | '\t' => Some(c),
            c => (!c.is_control()).then_some(c),
        }));
        text.push('\n');
    }
}

#[cfg(not(feature = "doc"))]
fn read(_: &[u8], _: &Options<'_>) -> Result<Extracted, InputError> {
    Err(InputError::Unsupported {
        what: "a Word 97–2003 document (this gangmu was built without its feature `doc`)",
        remedy: "open it in Word or WPS and save it as DOCX",
    })
}
