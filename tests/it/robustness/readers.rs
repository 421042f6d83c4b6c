//! What holds of every file that is read, whatever is in it. The fuzz targets and the tests share it.

use std::io::{Cursor, Write};

use gangmu::input::{self, Limits, Options};
use gangmu::text::Cell;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

/// Small, so that no input spends much time on its size.
const LIMITS: Limits = Limits { bytes: 1 << 20, depth: 256 };

/// What a target does with an input.
type Check = fn(&[u8]);

/// All targets of readers, by their names.
pub const TARGETS: &[(&str, Check)] = &[
    ("text", |data| read("a.txt", data)),
    ("html", |data| read("a.html", data)),
    ("docx", docx),
    ("ofd", ofd),
    ("pdf", |data| read("a.pdf", data)),
    ("bbox", bbox),
    ("any", any),
];

/// Document, styles, numbering and notes of a DOCX, in turn.
pub fn docx(data: &[u8]) {
    const PARTS: [&str; 4] =
        ["word/document.xml", "word/styles.xml", "word/numbering.xml", "word/footnotes.xml"];
    let parts: Vec<(&str, &[u8])> = PARTS.into_iter().zip(pieces(data)).collect();
    read("a.docx", &container(&parts));
}

/// The pages of an OFD.
pub fn ofd(data: &[u8]) {
    let index = b"<o><DocRoot>D/D.xml</DocRoot></o>";
    let document = b"<d><Page BaseLoc=\"0.xml\"/><Page BaseLoc=\"1.xml\"/></d>";
    let mut parts: Vec<(&str, &[u8])> = vec![("OFD.xml", index), ("D/D.xml", document)];
    parts.extend(["D/0.xml", "D/1.xml"].into_iter().zip(pieces(data)));
    read("a.ofd", &container(&parts));
}

/// What pdftotext prints, and the joining of lines to paragraphs.
pub fn bbox(data: &[u8]) {
    let printed = |_: &[u8]| Some(String::from_utf8_lossy(data).into_owned());
    read_with("a.pdf", b"%PDF-1.4", Options { pdf: Some(&printed), ..Options::default() });
}

/// Whole files of any format: containers, DOC, XLSX, archives.
pub fn any(data: &[u8]) {
    read("a", data);
    let _ = input::unpack(data, &Limits { bytes: 1 << 20, ..Limits::default() });
}

/// Reads bytes as a file of this name, and checks what comes out.
pub fn read(name: &str, bytes: &[u8]) {
    read_with(name, bytes, Options { limits: LIMITS, ..Options::default() });
}

/// The same with options.
fn read_with(name: &str, bytes: &[u8], options: Options<'_>) {
    let first = input::read_with(name, bytes, &options);
    assert_eq!(first, input::read_with(name, bytes, &options), "the same bytes, the same text");
    let Ok(reading) = first else { return };
    let (text, layout) = (reading.text.as_str(), reading.text.layout());
    assert!(!text.trim().is_empty());
    let folded = reading.text.folded();
    assert!(
        text.char_indices().map(|(at, _)| at).eq(folded.char_indices().map(|(at, _)| at)),
        "folding moves nothing"
    );
    for &page in &layout.pages {
        assert!(text.is_char_boundary(page as usize), "a page begins at a character");
    }
    assert!(layout.pages.is_sorted() && layout.headings.is_sorted());
    for &(at, level) in &layout.headings {
        assert!(level > 0 && text.is_char_boundary(at as usize));
        assert!(at == 0 || text.as_bytes()[at as usize - 1] == b'\n', "a heading begins a line");
    }
    for row in &layout.rows {
        assert!(!reading.text.slice(row.span).contains('\n'), "a row is a line");
        let inside = |cell: &Cell| row.span.contains(cell.header) && row.span.contains(cell.value);
        assert!(row.cells.iter().all(inside));
    }
}

/// A container with these parts, unpacked as they are.
fn container(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    let stored = SimpleFileOptions::default().compression_method(CompressionMethod::Stored);
    for (name, content) in parts {
        writer.start_file(*name, stored).expect("a part");
        writer.write_all(content).expect("memory takes everything");
    }
    writer.finish().expect("whole").into_inner()
}

/// The pieces of an input between lines that hold `=` alone.
fn pieces(data: &[u8]) -> Vec<&[u8]> {
    let mut pieces = Vec::new();
    let mut rest = data;
    while let Some(at) = rest.windows(3).position(|part| part == b"\n=\n") {
        pieces.push(&rest[..at]);
        rest = &rest[at + 3..];
    }
    pieces.push(rest);
    pieces
}
