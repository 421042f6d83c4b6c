#![no_main]
//! The reader of what pdftotext prints, and the joining of lines to paragraphs.

libfuzzer_sys::fuzz_target!(|data: &[u8]| gangmu_fuzz::readers::bbox(data));
