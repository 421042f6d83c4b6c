#![no_main]
//! Whole files of any format: containers, DOC, XLSX, archives.

libfuzzer_sys::fuzz_target!(|data: &[u8]| gangmu_fuzz::readers::any(data));
