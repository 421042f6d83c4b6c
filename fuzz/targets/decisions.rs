#![no_main]
//! A file of decisions: whatever was decided, the graph holds.

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| gangmu_fuzz::equivalences::of_decisions(bytes));
