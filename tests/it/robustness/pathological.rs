//! Texts that no one writes. Here they only have to come through, small enough for a debug build;
//! `cargo bench --bench limits` shows how time and memory grow with their size.

use super::equivalences;

include!("shapes.rs");

/// Characters of each.
const SIZE: usize = 1_200;
/// A debug build is twenty times slower, and the size proves no less in it.
const LONG: usize = if cfg!(debug_assertions) { 50_000 } else { 1_000_000 };

#[test]
fn every_shape_comes_through() {
    for (name, shape) in SHAPES {
        let text = shape(SIZE);
        assert!(text.chars().count() <= SIZE + 64, "{name} is too long");
        println!("{name}: {:?}", equivalences::of_text(&text));
    }
}

#[test]
fn a_line_without_end() {
    let (_, actions, _) = equivalences_once(&shape("one_line_clauses")(LONG));
    assert!(actions > LONG / 100, "{actions}");
}

#[test]
fn ten_thousand_headings() {
    const HEADINGS: usize = LONG / 100;
    let heading = |i| format!("# 推进第{i}项产业发展\n加快建设产业园区。\n");
    let (pillars, actions, _) = equivalences_once(&(0..HEADINGS).map(heading).collect::<String>());
    assert!(pillars + 1 >= HEADINGS && actions >= HEADINGS * 9 / 10, "{pillars} {actions}");
}

fn shape(name: &str) -> fn(usize) -> String {
    SHAPES.iter().find(|(of, _)| *of == name).expect("a shape of this name").1
}

/// One extraction and graph, without the equivalences, whose many passes take too long here.
fn equivalences_once(text: &str) -> (usize, usize, usize) {
    use gangmu::graph::KnowledgeGraph;
    let (source, text) = gangmu::input::read("长.txt", text.as_bytes()).expect("a text");
    let extraction = equivalences::extractor().extract(source, text);
    let counts = (extraction.pillars.len(), extraction.actions.len(), extraction.entities.len());
    let graph = KnowledgeGraph::from_extractions(vec![extraction]);
    assert!(graph.nodes().len() > counts.0 + counts.1);
    counts
}
