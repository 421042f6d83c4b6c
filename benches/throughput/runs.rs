//! Whole runs, as a user waits for them: a process starts, loads what it needs, and does the work.

use std::hint::black_box;
use std::process::Command;
use std::time::Instant;

use gangmu::lexicon::Lexicon;
use gangmu::pipeline::Extractor;

/// The argument that makes this program one run.
pub const ONE: &str = "one-run-of";

const RUNS: usize = 15;
const GANGMU: &str = "gangmu";
const JIEBA: &str = "jieba-rs";

/// Prints the medians of alternating runs over the texts of `files`, or over the samples.
pub fn print(files: &[String]) {
    let program = std::env::current_exe().expect("this program");
    let run = |what: &str| {
        let start = Instant::now();
        let status = Command::new(&program).args([ONE, what]).args(files).status();
        assert!(status.expect("it runs").success(), "a run of {what} failed");
        start.elapsed().as_secs_f64()
    };
    let (mut ours, mut theirs) = (Vec::new(), Vec::new());
    for _ in 0..RUNS {
        ours.push(run(GANGMU));
        theirs.push(run(JIEBA));
    }
    let (ours, theirs) = (super::median(ours), super::median(theirs));
    println!("whole runs, from the start of a process to its end, median of {RUNS}, one thread:");
    println!("  gangmu: load, text to graph to JSON  {:7.1} ms", ours * 1e3);
    println!("  jieba-rs: load, cut                  {:7.1} ms", theirs * 1e3);
    println!("  ratio gangmu / jieba-rs              {:7.2}", theirs / ours);
}

/// One run.
pub fn one(what: &str, texts: &[String]) {
    let work: usize = match what {
        GANGMU => {
            let extractor = Extractor::new(Lexicon::from_seeds());
            texts.iter().map(|text| super::graph(&extractor, text)).sum()
        }
        JIEBA => {
            let jieba = jieba_rs::Jieba::new();
            texts.iter().map(|text| jieba.cut(text, true).len()).sum()
        }
        other => panic!("{other}: no such work"),
    };
    black_box(work);
}
