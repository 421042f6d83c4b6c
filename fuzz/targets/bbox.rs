#![no_main]
//! The reader of what pdftotext prints, and the joining of lines to paragraphs.

use gangmu::input::Options;
use gangmu_fuzz::read_with;

libfuzzer_sys::fuzz_target!(|data: &[u8]| {
    let printed = |_: &[u8]| Some(String::from_utf8_lossy(data).into_owned());
    read_with("a.pdf", b"%PDF-1.4", Options { pdf: Some(&printed), ..Options::default() });
});
