//! How time and memory grow: on texts that no one writes, and to large corpora, beside jieba-rs merely
//! cutting the same text and a plain regular expression merely finding endings.
//!
//! `cargo bench --bench limits` is quick; `cargo bench --bench limits -- 100` goes to 100 MB, and
//! `-- shapes` only shows the odd texts. Each figure is of a process of its own, so that the peak of
//! memory is its own, too. Seconds are those that the processor worked, which other work on the machine
//! hardly changes (Linux; elsewhere those that passed, and no memory is told).

use std::hint::black_box;
use std::io::{self, Write};
use std::process::Command;
use std::time::{Duration, Instant};

use gangmu::export::{Format, Options, write};
use gangmu::extraction::Source;
use gangmu::graph::KnowledgeGraph;
use gangmu::lexicon::Lexicon;
use gangmu::pipeline::Extractor;
use gangmu::text::SourceText;

include!("../tests/it/robustness/shapes.rs");

/// Bytes of a megabyte.
const MEGABYTE: usize = 1_000_000;
/// Sizes of odd texts, in characters.
const GROWTH: [usize; 3] = [50_000, 100_000, 200_000];
/// A run that takes longer is not waited for at twice its size.
const PATIENCE: f64 = 3.0;

fn main() {
    let args: Vec<String> = std::env::args().skip(1).filter(|arg| !arg.starts_with("--")).collect();
    let words: Vec<&str> = args.iter().map(String::as_str).collect();
    match words[..] {
        ["one", "shape", name, size] => one_shape(name, size.parse().expect("a size")),
        ["one", what, megabytes] => one_corpus(what, megabytes.parse().expect("megabytes")),
        ["shapes"] => shapes(),
        [] => {
            corpora(4);
            shapes();
        }
        [megabytes] => corpora(megabytes.parse().expect("megabytes, or `shapes`")),
        _ => panic!("give nothing, megabytes, or `shapes`"),
    }
}

/// What a process of its own measured.
struct Measured {
    /// Of the work alone.
    seconds: f64,
    /// Of the whole process, in megabytes.
    peak: Option<f64>,
}

fn measure(args: &[&str]) -> Measured {
    let program = std::env::current_exe().expect("this program");
    let output = Command::new(program).arg("one").args(args).output().expect("it runs");
    let text = String::from_utf8_lossy(&output.stdout).into_owned();
    let mut words = text.split_whitespace().map(str::parse::<f64>);
    let seconds = words.next().and_then(Result::ok);
    let seconds =
        seconds.unwrap_or_else(|| panic!("{args:?}: {}", String::from_utf8_lossy(&output.stderr)));
    Measured { seconds, peak: words.next().and_then(Result::ok) }
}

/// A moment, by the time that this thread was on a processor where the system tells it.
#[derive(Clone, Copy)]
struct Moment {
    clock: Instant,
    worked: Option<Duration>,
}

impl Moment {
    fn now() -> Self {
        let schedule = std::fs::read_to_string("/proc/self/schedstat").unwrap_or_default();
        let nanoseconds = schedule.split(' ').next().and_then(|first| first.parse().ok());
        Self { clock: Instant::now(), worked: nanoseconds.map(Duration::from_nanos) }
    }

    fn seconds_since(self, start: Self) -> f64 {
        let worked = self.worked.zip(start.worked).map(|(now, then)| now.saturating_sub(then));
        worked.unwrap_or(self.clock - start.clock).as_secs_f64()
    }
}

/// Prints what [`measure`] reads.
fn tell(start: Moment) {
    let seconds = Moment::now().seconds_since(start);
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let peak = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    let peak = peak.and_then(|peak| peak.trim().trim_end_matches(" kB").parse::<f64>().ok());
    println!("{seconds} {}", peak.map_or(String::new(), |kilobytes| (kilobytes / 1e3).to_string()));
}

fn shapes() {
    println!("odd texts in one document: text to graph to JSON, milliseconds by characters");
    print!("{:24}", "");
    GROWTH.iter().for_each(|size| print!("{size:>10}"));
    println!("   growth");
    for (name, _) in SHAPES {
        print!("{name:24}");
        let mut times = Vec::new();
        for size in GROWTH {
            if times.last().is_some_and(|&last| last > PATIENCE) {
                break;
            }
            let _ = io::stdout().flush();
            times.push(measure(&["shape", name, &size.to_string()]).seconds);
            print!("{:>10.1}", times[times.len() - 1] * 1e3);
        }
        // 2 is linear, 4 quadratic
        match times[..] {
            [.., half, whole] => println!("   {:.1}", whole / half),
            _ => println!("   more than {PATIENCE} s"),
        }
    }
}

fn one_shape(name: &str, size: usize) {
    let (_, shape) = SHAPES.iter().find(|(of, _)| *of == name).expect("a shape of this name");
    let text = shape(size);
    let extractor = Extractor::new(Lexicon::from_seeds());
    let start = Moment::now();
    black_box(graph(&extractor, vec![text]));
    tell(start);
}

fn corpora(most: usize) {
    println!("corpora of documents of about 5 kB, one thread, a process for each figure");
    println!(
        "{:>6}  {:34}{:34}{:34}",
        "MB", "gangmu: text to graph to JSON", "jieba-rs: cut", "regex: endings"
    );
    let mut megabytes = 1;
    loop {
        print!("{megabytes:>6}");
        for what in ["gangmu", "jieba", "regex"] {
            let _ = io::stdout().flush();
            let Measured { seconds, peak } = measure(&[what, &megabytes.to_string()]);
            let rate = f64::from(u32::try_from(megabytes).unwrap_or(u32::MAX)) / seconds;
            let peak = peak.map_or(String::new(), |peak| format!("{peak:6.0} MB peak"));
            print!("  {:7.2} s {rate:6.1} MB/s {peak:14}", seconds);
        }
        println!();
        if megabytes == most {
            return;
        }
        megabytes = (megabytes * 4).min(most);
    }
}

fn one_corpus(what: &str, megabytes: usize) {
    let texts = corpus(megabytes);
    match what {
        "gangmu" => {
            let extractor = Extractor::new(Lexicon::from_seeds());
            let start = Moment::now();
            black_box(graph(&extractor, texts));
            tell(start);
        }
        "jieba" => {
            let jieba = jieba_rs::Jieba::new();
            let start = Moment::now();
            black_box(texts.iter().map(|text| jieba.cut(text, true).len()).sum::<usize>());
            tell(start);
        }
        _ => {
            let endings = regex::Regex::new(
                r"\p{Han}{2,12}?(?:有限公司|集团|公司|大学|学院|研究院|工程|项目|行动|产业)",
            );
            let endings = endings.expect("an expression");
            let start = Moment::now();
            black_box(texts.iter().map(|text| endings.find_iter(text).count()).sum::<usize>());
            tell(start);
        }
    }
}

/// The sample plans again and again, each copy a document of its own.
fn corpus(megabytes: usize) -> Vec<String> {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/seeds/documents");
    let entries = std::fs::read_dir(folder).expect("the samples are part of the repository");
    let mut paths: Vec<_> = entries.filter_map(Result::ok).map(|entry| entry.path()).collect();
    paths.sort();
    let read = |path| std::fs::read_to_string(path).expect("samples are UTF-8");
    let samples: Vec<String> = paths.iter().map(read).collect();
    let mut texts: Vec<String> = Vec::new();
    let mut bytes = 0;
    while bytes < megabytes * MEGABYTE {
        let text = format!("{}\n第{}份\n", samples[texts.len() % samples.len()], texts.len());
        bytes += text.len();
        texts.push(text);
    }
    texts
}

/// Texts to extractions to one graph to JSON, which goes nowhere.
fn graph(extractor: &Extractor, texts: Vec<String>) -> usize {
    let extractions = texts.into_iter().enumerate().map(|(number, text)| {
        let source = Source {
            name: format!("{number}.txt"),
            format: "text",
            encoding: "UTF-8",
            sha256: format!("{number:064x}"),
        };
        extractor.extract(source, SourceText::new(text).expect("short enough"))
    });
    let graph = KnowledgeGraph::from_extractions(extractions.collect());
    let mut sink = Count(0);
    write(&graph, Format::Json, &Options::default(), &mut sink).expect("it takes everything");
    sink.0
}

/// Counts what it is given.
struct Count(usize);

impl Write for Count {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0 += bytes.len();
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}
