#![no_main]
//! The reader of files such as a.pdf.

libfuzzer_sys::fuzz_target!(|data: &[u8]| gangmu_fuzz::read("a.pdf", data));
