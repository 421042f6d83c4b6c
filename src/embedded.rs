//! What the build script has made of the seeds, to be read where it stands: starting the program is most of
//! what a short run costs.

/// Bytes that can be read as numbers.
#[repr(C, align(4))]
struct Aligned<B: ?Sized>(B);

/// The words of the lexicon, as [`crate::lexicon`] reads them.
pub(crate) fn words() -> &'static [u32] {
    static WORDS: &Aligned<[u8]> =
        &Aligned(*include_bytes!(concat!(env!("OUT_DIR"), "/lexicon.words")));
    bytemuck::cast_slice(&WORDS.0)
}

/// The weights, as [`crate::weights`] reads them: names and numbers.
pub(crate) fn weights() -> (&'static str, &'static [u32]) {
    static NUMBERS: &Aligned<[u8]> =
        &Aligned(*include_bytes!(concat!(env!("OUT_DIR"), "/scorer.weights")));
    let names = include_str!(concat!(env!("OUT_DIR"), "/scorer.names"));
    (names, bytemuck::cast_slice(&NUMBERS.0))
}
