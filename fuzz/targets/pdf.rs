#![no_main]
//! The reader of PDF without help.

libfuzzer_sys::fuzz_target!(|data: &[u8]| gangmu_fuzz::readers::read("a.pdf", data));
