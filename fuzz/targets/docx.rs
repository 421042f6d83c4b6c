#![no_main]
//! The reader of DOCX: document, styles, numbering and notes, in turn.

libfuzzer_sys::fuzz_target!(|data: &[u8]| gangmu_fuzz::readers::docx(data));
