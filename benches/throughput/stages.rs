//! How long each stage takes: what [`gangmu::pipeline`] does, one call after the other.

use std::hint::black_box;
use std::time::Instant;

use gangmu::action::Judge;
use gangmu::document::Document;
use gangmu::export::{Format, Options, to_bytes};
use gangmu::extraction::Extraction;
use gangmu::graph::KnowledgeGraph;
use gangmu::lexicon::{Hits, Lexicon};
use gangmu::mention::Scorer;
use gangmu::text::SourceText;
use gangmu::weights::Weights;
use gangmu::{action, link, mention, pillar, relation, setting};

const RUNS: usize = 41;
const STAGES: [&str; 13] = [
    "text",
    "scan",
    "document",
    "pillars",
    "actions",
    "mentions",
    "link",
    "setting",
    "roles",
    "relations",
    "graph",
    "JSON",
    "dropping",
];

/// A watch that starts anew at every look.
struct Watch {
    start: Instant,
    laps: Vec<f64>,
}

impl Watch {
    fn lap(&mut self) {
        self.laps.push(self.start.elapsed().as_secs_f64());
        self.start = Instant::now();
    }
}

/// Prints the time of each stage in its quickest run, in nanoseconds per byte of text: stages are
/// short, and whatever else the machine does only makes them longer.
pub fn print(texts: &[String]) {
    let lexicon = Lexicon::from_seeds();
    let weights = Weights::from_seeds();
    let (scorer, judge) = (Scorer::new(&lexicon, &weights), Judge::new(&lexicon, &weights));
    let mut runs: Vec<Vec<f64>> = Vec::with_capacity(RUNS);
    for _ in 0..RUNS {
        let mut sums = vec![0.0; STAGES.len()];
        for text in texts {
            for (sum, lap) in sums.iter_mut().zip(laps(&lexicon, &scorer, &judge, text)) {
                *sum += lap;
            }
        }
        runs.push(sums);
    }
    let bytes = texts.iter().map(String::len).sum::<usize>();
    let per_byte = 1e9 / f64::from(u32::try_from(bytes).unwrap_or(u32::MAX));
    println!("stages, ns/byte:");
    let mut total = 0.0;
    for (at, stage) in STAGES.iter().enumerate() {
        let time = runs.iter().map(|run| run[at]).fold(f64::INFINITY, f64::min) * per_byte;
        total += time;
        println!("  {stage:10} {time:7.2}");
    }
    println!("  {:10} {total:7.2}", "all");
}

/// The times of the stages for one text, as [`STAGES`] lists them.
fn laps(lexicon: &Lexicon, scorer: &Scorer, judge: &Judge, text: &str) -> Vec<f64> {
    let source = super::source(text);
    let mut watch = Watch { start: Instant::now(), laps: Vec::with_capacity(STAGES.len()) };
    let text = SourceText::new(text.to_owned()).expect("short enough");
    watch.lap();
    let hits = Hits::of(lexicon, text.as_str());
    watch.lap();
    let document = Document::read(&text, &hits);
    watch.lap();
    let pillars = pillar::pillars(&text, &hits, &document);
    watch.lap();
    let actions = action::actions(&text, lexicon, &hits, &document, &pillars, judge);
    watch.lap();
    let found = mention::mentions(&text, lexicon, scorer, &hits, &document);
    let found = mention::with_repeats(&text, &hits, mention::with_cells(&text, &hits, found));
    watch.lap();
    let mut entities = link::entities(&text, lexicon, &found);
    watch.lap();
    let others = setting::entities(&text, lexicon, &hits, &document, &entities);
    entities.extend(others);
    watch.lap();
    let involvements = link::involvements(&text, lexicon, &hits, &actions, &entities);
    watch.lap();
    let relations = relation::relations(&text, lexicon, &actions, &entities);
    watch.lap();
    let extraction = Extraction {
        source,
        front: document.front.clone(),
        text,
        pillars,
        actions,
        entities,
        involvements,
        relations,
        diagnostics: Vec::new(),
    };
    let graph = KnowledgeGraph::from_extractions(vec![extraction]);
    watch.lap();
    let json = to_bytes(&graph, Format::Json, &Options::default()).expect("every part has a form");
    watch.lap();
    drop((graph, black_box(json), hits, document, found));
    watch.lap();
    watch.laps
}
