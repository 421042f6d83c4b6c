//! Text → graph → JSON, beside jieba-rs merely cutting the same text, in one run and one thread.
//!
//! `cargo bench --bench throughput [-- FILE…]`. Without files it takes the sample documents,
//! repeated; the ratio is of medians over alternating runs, since machines are noisy. Behind it
//! stand whole runs of both, which load their tables too, and the stages, by time per byte of text.

#[path = "throughput/runs.rs"]
mod runs;
#[path = "throughput/stages.rs"]
mod stages;

use std::hint::black_box;
use std::time::Instant;

use gangmu::export::{Format, Options, to_bytes};
use gangmu::extraction::Source;
use gangmu::graph::KnowledgeGraph;
use gangmu::lexicon::Lexicon;
use gangmu::pipeline::Extractor;
use gangmu::text::SourceText;

const RUNS: usize = 15;

fn main() {
    let mut files: Vec<String> =
        std::env::args().skip(1).filter(|arg| !arg.starts_with("--")).collect();
    let one = files.first().is_some_and(|first| first == runs::ONE);
    let of = one.then(|| files.drain(..2).next_back()).flatten();
    let texts = if files.is_empty() { samples() } else { read(&files) };
    if let Some(what) = of {
        return runs::one(&what, &texts);
    }
    let bytes: usize = texts.iter().map(String::len).sum();
    let extractor = Extractor::new(Lexicon::from_seeds());
    let jieba = jieba_rs::Jieba::new();
    let (mut ours, mut extraction, mut theirs) = (Vec::new(), Vec::new(), Vec::new());
    for _ in 0..RUNS {
        ours.push(time(|| texts.iter().map(|text| graph(&extractor, text)).sum()));
        extraction.push(time(|| texts.iter().map(|text| extract(&extractor, text)).sum()));
        theirs.push(time(|| texts.iter().map(|text| jieba.cut(text, true).len()).sum()));
    }
    let rate = |seconds: f64| f64::from(u32::try_from(bytes).unwrap_or(u32::MAX)) / 1e6 / seconds;
    let (ours, extraction, theirs) = (median(ours), median(extraction), median(theirs));
    println!("{} documents, {bytes} bytes, median of {RUNS} runs, one thread", texts.len());
    println!("gangmu: text to graph to JSON   {:7.1} MB/s", rate(ours));
    println!("gangmu: text to extraction      {:7.1} MB/s", rate(extraction));
    println!("jieba-rs: cut                   {:7.1} MB/s", rate(theirs));
    println!("ratio gangmu / jieba-rs         {:7.2}", theirs / ours);
    runs::print(&files);
    stages::print(&texts);
    growth(&extractor, &texts.concat());
}

/// Time per byte as the text grows: linear means that it stays the same.
fn growth(extractor: &Extractor, text: &str) {
    println!("growth of one document:");
    for copies in [1, 2, 4, 8] {
        let long = text.repeat(copies);
        let seconds = median((0..5).map(|_| time(|| graph(extractor, &long))).collect());
        let kilobytes = f64::from(u32::try_from(long.len()).unwrap_or(u32::MAX)) / 1e3;
        println!(
            "  {kilobytes:9.0} kB {:8.1} ms {:7.1} ns/byte",
            seconds * 1e3,
            seconds * 1e6 / kilobytes
        );
    }
}

fn source(text: &str) -> Source {
    Source {
        name: "bench.txt".to_owned(),
        format: "text",
        encoding: "UTF-8",
        sha256: format!("{:064x}", text.len()),
    }
}

fn extract(extractor: &Extractor, text: &str) -> usize {
    let text = SourceText::new(text.to_owned()).expect("short enough");
    black_box(extractor.extract(source(text.as_str()), text)).actions.len()
}

fn graph(extractor: &Extractor, text: &str) -> usize {
    let text = SourceText::new(text.to_owned()).expect("short enough");
    let extraction = extractor.extract(source(text.as_str()), text);
    let graph = KnowledgeGraph::from_extractions(vec![extraction]);
    let json = to_bytes(&graph, Format::Json, &Options::default()).expect("every part has a form");
    black_box(json).len()
}

fn time(work: impl FnOnce() -> usize) -> f64 {
    let start = Instant::now();
    black_box(work());
    start.elapsed().as_secs_f64()
}

fn median(mut times: Vec<f64>) -> f64 {
    times.sort_by(f64::total_cmp);
    times[times.len() / 2]
}

fn read(files: &[String]) -> Vec<String> {
    files
        .iter()
        .map(|file| std::fs::read_to_string(file).unwrap_or_else(|error| panic!("{file}: {error}")))
        .collect()
}

fn samples() -> Vec<String> {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/seeds/documents");
    let entries = std::fs::read_dir(folder).expect("the samples are part of the repository");
    let mut files: Vec<String> =
        entries.filter_map(Result::ok).map(|entry| entry.path().display().to_string()).collect();
    files.sort();
    read(&files)
}
