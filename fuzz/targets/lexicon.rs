#![no_main]
//! A user's table of names.

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| gangmu_fuzz::equivalences::of_lexicon(bytes));
