//! Reading apart from extraction: bytes → text of files of any format, beside text → extraction.
//!
//! `cargo bench --bench reading [-- FILE…]`. Without files it takes the samples of the tests. Files
//! that `pdftotext` would help with are read without it: its time is not ours.

use std::hint::black_box;
use std::path::PathBuf;
use std::time::Instant;

use gangmu::input;
use gangmu::lexicon::Lexicon;
use gangmu::pipeline::Extractor;

const RUNS: usize = 9;

fn main() {
    let given: Vec<PathBuf> =
        std::env::args().skip(1).filter(|arg| !arg.starts_with("--")).map(PathBuf::from).collect();
    let paths = if given.is_empty() { samples() } else { given };
    let extractor = Extractor::new(Lexicon::from_seeds());
    let mut rows: Vec<(&str, usize, usize, f64, f64)> = Vec::new();
    for path in &paths {
        let bytes =
            std::fs::read(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        // what is refused has its own tests
        let Ok((source, text)) = input::read(&name, &bytes) else { continue };
        let read = median(|| black_box(input::read(&name, &bytes)).is_ok());
        let extract = median(|| {
            !black_box(extractor.extract(source.clone(), text.clone())).actions.is_empty()
        });
        let length = text.as_str().len();
        match rows.iter_mut().find(|row| row.0 == source.format) {
            Some(row) => {
                *row = (row.0, row.1 + 1, row.2 + length, row.3 + read, row.4 + extract);
            }
            None => rows.push((source.format, 1, length, read, extract)),
        }
    }
    println!("median of {RUNS} runs, one thread; MB are of text");
    println!("format     files   text kB   reading ms     MB/s   extraction ms     MB/s");
    for (format, files, length, read, extract) in rows {
        let length = f64::from(u32::try_from(length).unwrap_or(u32::MAX));
        println!(
            "{format:<10}{files:>6}{:>10.0}{:>13.2}{:>9.1}{:>16.2}{:>9.1}",
            length / 1e3,
            read * 1e3,
            length / 1e6 / read,
            extract * 1e3,
            length / 1e6 / extract
        );
    }
}

/// The middle of the times that some work takes, in seconds.
fn median(mut work: impl FnMut() -> bool) -> f64 {
    let mut times: Vec<f64> = (0..RUNS)
        .map(|_| {
            let start = Instant::now();
            black_box(work());
            start.elapsed().as_secs_f64()
        })
        .collect();
    times.sort_by(f64::total_cmp);
    times[RUNS / 2]
}

fn samples() -> Vec<PathBuf> {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/data/input");
    let entries = std::fs::read_dir(folder).expect("the samples are part of the repository");
    let mut files: Vec<PathBuf> =
        entries.filter_map(Result::ok).map(|entry| entry.path()).collect();
    files.sort();
    files
}
