//! What holds of every file that is read, whatever is in it.

#[path = "../tests/it/robustness/equivalences.rs"]
pub mod equivalences;

use std::io::{Cursor, Write};

use gangmu::input::{self, Limits, Options};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

/// Small, so that no input spends the fuzzer's time on its size.
const LIMITS: Limits = Limits { bytes: 1 << 20, depth: 256 };

/// Reads bytes as a file of this name, and checks what comes out.
pub fn read(name: &str, bytes: &[u8]) {
    read_with(name, bytes, Options { limits: LIMITS, ..Options::default() });
}

/// The same with options.
pub fn read_with(name: &str, bytes: &[u8], options: Options<'_>) {
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
        assert!(row.cells.iter().all(|cell| row.span.contains(cell.header) && row.span.contains(cell.value)));
    }
}

/// A container with these parts, unpacked as they are.
pub fn container(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    let stored = SimpleFileOptions::default().compression_method(CompressionMethod::Stored);
    for (name, content) in parts {
        writer.start_file(*name, stored).expect("a part");
        writer.write_all(content).expect("memory takes everything");
    }
    writer.finish().expect("whole").into_inner()
}

/// The pieces of an input between lines that hold `=` alone.
pub fn pieces(data: &[u8]) -> Vec<&[u8]> {
    let mut pieces = Vec::new();
    let mut rest = data;
    while let Some(at) = rest.windows(3).position(|part| part == b"\n=\n") {
        pieces.push(&rest[..at]);
        rest = &rest[at + 3..];
    }
    pieces.push(rest);
    pieces
}
