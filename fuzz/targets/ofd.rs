#![no_main]
//! The reader of OFD: the pages.

libfuzzer_sys::fuzz_target!(|data: &[u8]| gangmu_fuzz::readers::ofd(data));
