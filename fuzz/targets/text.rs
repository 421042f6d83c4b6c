#![no_main]
//! The reader of files such as a.txt.

libfuzzer_sys::fuzz_target!(|data: &[u8]| gangmu_fuzz::read("a.txt", data));
