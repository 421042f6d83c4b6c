//! Text → graph → every format → read again, and verified: nothing panics and nothing disagrees.
#![no_main]

#[path = "../../tests/it/robustness/equivalences.rs"]
#[allow(dead_code, reason = "the other target uses the rest")]
mod equivalences;

libfuzzer_sys::fuzz_target!(|text: &str| {
    equivalences::of_text(text);
});
