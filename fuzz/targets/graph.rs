#![no_main]
//! Text → graph → every format → read again, and verified: nothing panics and nothing disagrees.

libfuzzer_sys::fuzz_target!(|text: &str| {
    gangmu_fuzz::equivalences::of_text(text);
});
