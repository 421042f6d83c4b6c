#![no_main]
//! The reader of plain text.

libfuzzer_sys::fuzz_target!(|data: &[u8]| gangmu_fuzz::readers::read("a.txt", data));
