#![no_main]
//! The reader of web pages.

libfuzzer_sys::fuzz_target!(|data: &[u8]| gangmu_fuzz::readers::read("a.html", data));
