//! Any bytes to the readers of documents, graphs, decisions and ids, and to `verify`.
#![no_main]

#[path = "../../tests/it/robustness/equivalences.rs"]
#[allow(dead_code, reason = "the other target uses the rest")]
mod equivalences;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    equivalences::of_readers(bytes);
    equivalences::of_lexicon(bytes);
});
