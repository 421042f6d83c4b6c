//! Scratch profile.
use gangmu::{extraction::Source, lexicon::Lexicon, pipeline::Extractor, text::SourceText};
fn main() {
    let x = Extractor::new(Lexicon::from_seeds());
    let texts: Vec<String> = std::env::args().skip(1).map(|f| std::fs::read_to_string(f).unwrap()).collect();
    for _ in 0..20 { for t in &texts {
        let s = Source { name: "b".into(), format: "text", encoding: "UTF-8", sha256: "0".into() };
        std::hint::black_box(x.extract(s, SourceText::new(t.clone()).unwrap()));
    } }
}
