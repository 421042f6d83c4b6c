#![no_main]
//! The reader of DOCX: document, styles and numbering, in turn.

use gangmu_fuzz::{container, pieces, read};

libfuzzer_sys::fuzz_target!(|data: &[u8]| {
    const PARTS: [&str; 4] =
        ["word/document.xml", "word/styles.xml", "word/numbering.xml", "word/footnotes.xml"];
    let parts: Vec<(&str, &[u8])> = PARTS.into_iter().zip(pieces(data)).collect();
    read("a.docx", &container(&parts));
});
