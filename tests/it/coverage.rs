//! What coverage counts, and that the graph and its published file give the same.

use gangmu::coverage::{Coverage, Words, of_graph, of_published, to_markdown, to_text};
use gangmu::export::{Format, Options, write};
use gangmu::extraction::Extraction;
use gangmu::graph::KnowledgeGraph;
use gangmu::published::{Graph, Original, Originals, parse};
use proptest::prelude::*;

use crate::plan::extraction;

const PLAN: &str = "
    ~ 各位代表：会议开幕。
    @pillar plan 1 | 打造生态
    * 新增产值23.5亿元，增长7%
    ~ 走进{company:华翔集团}。机器轰鸣！
    @pillar plan 2 | 壮大{industry:钢铁}产业
    * 支持{company:华翔集团}
    @pillar plan 1 | 振兴乡村
";

fn both_ways(extractions: Vec<Extraction>) -> (Vec<Coverage>, Vec<Coverage>) {
    let originals: Vec<Original> = extractions
        .iter()
        .map(|e| Original { source: e.source.clone(), text: e.text.clone() })
        .collect();
    let graph = KnowledgeGraph::from_extractions(extractions);
    let mut json = Vec::new();
    write(&graph, Format::Json, &Options::default(), &mut json).unwrap();
    let file = Graph::read(&parse(&json).unwrap()).unwrap();
    (of_graph(&graph), of_published(&file, &Originals::of(&file, &originals)))
}

#[test]
fn sentences_are_sorted_by_what_they_gave() {
    let (coverage, published) = both_ways(vec![extraction("计划", PLAN)]);
    assert_eq!(coverage, published);
    let [document] = &coverage[..] else { panic!("one document") };
    assert_eq!((document.headings, document.with_action, document.with_name), (3, 2, 1));
    let left_out: Vec<(&str, usize)> =
        document.left_out.iter().map(|s| (s.words.as_str(), s.line)).collect();
    assert_eq!(left_out, [("计划", 1), ("各位代表：会议开幕。", 2), ("机器轰鸣！", 5)]);
    assert!((0.6..0.8).contains(&document.share()), "{}", document.share());

    let pillars: Vec<(&str, usize, usize, usize, usize)> = document
        .pillars
        .iter()
        .map(|p| {
            (&*p.title, p.density.actions, p.density.named, p.density.generic, p.density.figures)
        })
        .collect();
    assert_eq!(
        pillars,
        [("打造生态", 2, 2, 1, 2), ("壮大钢铁产业", 1, 1, 1, 0), ("振兴乡村", 0, 0, 0, 0)]
    );
    assert!(document.pillars[0].share > document.pillars[1].share);
    let per_thousand = document.pillars[0].density.figures_per_thousand();
    assert!((30.0..60.0).contains(&per_thousand), "{per_thousand}");
}

#[test]
fn it_is_told_in_text_and_markdown() {
    let (coverage, _) = both_ways(vec![extraction("计划|*x*", PLAN)]);
    let text = to_text(&coverage);
    assert!(text.contains("left out, line 5 ("), "{text}");
    let markdown = to_markdown(&coverage, &Words::EN, 2);
    assert!(markdown.starts_with("## 计划\\|\\*x\\*\n"), "{markdown}");
    assert!(markdown.contains("| &emsp;壮大钢铁产业 | "), "{markdown}");
    // a row has the cells of its table, whatever its words
    let cells = |line: &str| line.replace("\\|", "").matches('|').count();
    for line in markdown.lines().filter(|line| line.starts_with('|')) {
        assert!([4, 7].contains(&cells(line)), "{line}");
    }
}

#[test]
fn no_text_is_covered() {
    let (coverage, _) = both_ways(Vec::new());
    assert_eq!(
        (to_text(&coverage), to_markdown(&coverage, &Words::EN, 2)),
        (String::new(), String::new())
    );
}

proptest! {
    #[test]
    fn both_ways_agree(extractions in crate::graph::documents()) {
        let (graph, published) = both_ways(extractions);
        for document in &graph {
            prop_assert!((0.0..=1.0).contains(&document.share()));
            let in_pillars = document.pillars.iter().filter(|p| p.level == 1);
            let actions: usize = in_pillars.map(|p| p.density.actions).sum();
            prop_assert!(actions <= document.density.actions);
        }
        prop_assert_eq!(graph, published);
    }
}
