//! One hash over all outputs of all sample plans: equal over a hundred runs, any number of threads
//! and any order of inputs, and pinned in `tests/pinned/outputs.sha256`, so that debug and release
//! builds, machines and versions are held against one value.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::OnceLock;

use gangmu::coverage;
use gangmu::decision::Decisions;
use gangmu::explanation::{self, Sources};
use gangmu::export::{EdgeKey, Format, Options, View, files, json_schema, write};
use gangmu::extraction::Extraction;
use gangmu::graph::KnowledgeGraph;
use gangmu::lexicon::Lexicon;
use gangmu::pipeline::Extractor;
use gangmu::published::{Graph, Index, Original, Originals, parse};
use proptest::prelude::*;
use rayon::prelude::*;
use sha2::{Digest, Sha256};

const RENEW: &str =
    "if the change is meant, renew it: GANGMU_RENEW=1 cargo test outputs_are_pinned";

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn extractor() -> &'static Extractor {
    static EXTRACTOR: OnceLock<Extractor> = OnceLock::new();
    EXTRACTOR.get_or_init(|| Extractor::new(Lexicon::from_seeds()))
}

/// Name and bytes of every sample plan.
fn samples() -> Vec<(String, Vec<u8>)> {
    let folder = fs::read_dir(root().join("seeds/documents")).expect("the samples are here");
    let mut paths: Vec<PathBuf> = folder.map(|entry| entry.expect("readable").path()).collect();
    paths.sort();
    let name = |path: &Path| path.file_name().expect("a file").to_string_lossy().into_owned();
    paths.iter().map(|path| (name(path), fs::read(path).expect("readable"))).collect()
}

fn extract((name, bytes): &(String, Vec<u8>)) -> Extraction {
    let (source, text) = gangmu::input::read(name, bytes).expect("samples can be read");
    extractor().extract_deciding(source, text, &Decisions::default()).0
}

/// The hash of all that can be made of these extractions.
fn hash(extractions: Vec<Extraction>) -> String {
    let mut hasher = Sha256::new();
    let mut originals: Vec<Original> = extractions
        .iter()
        .map(|e| Original { source: e.source.clone(), text: e.text.clone() })
        .collect();
    originals.sort_by(|a, b| a.source.name.cmp(&b.source.name));
    let graph = KnowledgeGraph::from_extractions(extractions);
    for &format in Format::ALL {
        for (view, edge_key) in [(View::Overview, EdgeKey::Edges), (View::Full, EdgeKey::Links)] {
            let options = Options { view, edge_key, ..Options::default() };
            for file in files(&graph, format, &options).expect("every graph has every format") {
                hasher.update(file.ending);
                hasher.update(&file.bytes);
            }
        }
    }
    let mut json = Vec::new();
    write(&graph, Format::Json, &Options::default(), &mut json).expect("memory takes all");
    let file = Graph::read(&parse(&json).expect("JSON")).expect("a graph");
    let (index, originals) = (Index::of(&file), Originals::of(&file, &originals));
    hasher.update(coverage::to_text(&coverage::of_published(&file, &originals)));
    hasher.update(coverage::to_markdown(&coverage::of_graph(&graph), &coverage::Words::ZH, 2));
    hasher.update(gangmu::review::draft(&file, &originals, 1.0));
    let sources = Sources { index: &index, originals: &originals };
    for node in &file.nodes {
        hasher.update(explanation::of_node(sources, node).to_text());
    }
    hasher.update(json_schema().to_string());
    hasher.finalize().iter().map(|byte| format!("{byte:02x}")).collect()
}

#[test]
fn outputs_are_pinned() {
    let made = hash(samples().iter().map(extract).collect());
    let path = root().join("tests/pinned/outputs.sha256");
    if std::env::var_os("GANGMU_RENEW").is_some() {
        fs::write(&path, format!("{made}\n")).expect("the pin is written");
    }
    let pinned = fs::read_to_string(&path).unwrap_or_default();
    assert_eq!(pinned.trim_end(), made, "the outputs of the sample plans changed; {RENEW}");
}

#[test]
fn a_hundred_runs_on_any_number_of_threads_are_equal() {
    let samples = samples();
    let expected = hash(samples.iter().map(extract).collect());
    // a debug build hashes slowly; `tests/run` and release builds do them all
    let all = !cfg!(debug_assertions) || std::env::var_os("GANGMU_SLOW").is_some();
    let each = if all { 34 } else { 3 };
    let mut runs = 0;
    for threads in [1, 2, 8] {
        let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().expect("threads");
        for _ in 0..each {
            let extractions = pool.install(|| samples.par_iter().map(extract).collect());
            assert_eq!(hash(extractions), expected, "{threads} threads");
            runs += 1;
        }
    }
    assert!(runs >= 100 || !all);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(12))]

    #[test]
    fn no_order_leaves_a_trace(samples in Just(samples()).prop_shuffle()) {
        static EXPECTED: OnceLock<String> = OnceLock::new();
        let expected = EXPECTED.get_or_init(|| hash(self::samples().iter().map(extract).collect()));
        let again: Vec<Extraction> = samples.iter().chain(samples.first()).map(extract).collect();
        prop_assert_eq!(&hash(again), expected);
    }
}
