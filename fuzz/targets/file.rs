#![no_main]
//! A graph's file: `verify`, and what `export` opens goes into every format.

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    gangmu_fuzz::equivalences::of_file(bytes);
    gangmu_fuzz::equivalences::of_readers(bytes);
});
