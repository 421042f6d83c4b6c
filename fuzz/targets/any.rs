#![no_main]
//! Whole files of any format: containers, DOC, XLSX, archives.

use gangmu::input::{Limits, unpack};

libfuzzer_sys::fuzz_target!(|data: &[u8]| {
    gangmu_fuzz::read("a", data);
    let _ = unpack(data, &Limits { bytes: 1 << 20, ..Limits::default() });
});
