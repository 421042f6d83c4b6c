#![no_main]
//! The reader of files such as a.html.

libfuzzer_sys::fuzz_target!(|data: &[u8]| gangmu_fuzz::read("a.html", data));
