//! Outputs.
use gangmu::export::{Format, Options, write};
use gangmu::graph::KnowledgeGraph;

#[test]
#[ignore = "development"]
fn dump() {
    let kg = std::env::var("KG").unwrap();
    let mut ex = vec![];
    for f in kg.split(',') {
        let stem = f.rsplit('/').next().unwrap().trim_end_matches(".kg").to_owned();
        ex.push(crate::plan::extraction(&stem, &std::fs::read_to_string(f).unwrap()));
    }
    let graph = KnowledgeGraph::from_extractions(ex);
    for (f, view, name) in [
        (Format::Json, gangmu::export::View::Full, "json"),
        (Format::Dot, gangmu::export::View::Full, "full.dot"),
        (Format::Dot, gangmu::export::View::Overview, "over.dot"),
    ] {
        let mut out = Vec::new();
        let options = Options { view, ..Options::default() };
        write(&graph, f, &options, &mut out).unwrap();
        std::fs::write(format!("{}.{name}", std::env::var("OUT").unwrap()), out).unwrap();
    }
}
