//! Figures that were worked out by hand, of an annotation and a graph that differ on purpose.

use std::collections::HashMap;
use std::fs;
use std::path::Path;

use gangmu::evaluation::{Class, Evaluation, Gold, Measure, Side};
use gangmu::input;
use gangmu::reopen::reopen;
use gangmu::schema::EntityKind;
use gangmu::text::SourceText;

fn read(name: &str) -> String {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/annotation");
    fs::read_to_string(folder.join(name)).expect("the file is there, in UTF-8")
}

/// The graph has, beside the three pillars that are annotated, a fourth one, which swallows two actions
/// and is what three entities of the first pillar seem to be named in; and it takes 兰州大学共建研究院
/// for a university, where 兰州大学 is annotated, which is less than half of it.
#[test]
fn figures_worked_out_by_hand() {
    let text = SourceText::new(read("hedong.txt")).expect("short");
    let gold = Gold::read(&read("hedong.kg"), &text).expect("well formed");
    let texts = HashMap::from([(input::digest(text.as_str().as_bytes()), text)]);
    let graph = reopen(read("hedong.graph.json").as_bytes(), &texts).expect("a graph");
    let evaluation = Evaluation::of(&gold, &graph);

    // right, invented, missed
    let expected = [
        (Measure::Pillars, [3, 1, 0]),
        // of six
        (Measure::Actions, [4, 0, 2]),
        // of four; a fifth one is optional
        (Measure::Entities(None), [3, 1, 1]),
        (Measure::Entities(Some(EntityKind::University)), [0, 1, 1]),
        (Measure::Entities(Some(EntityKind::Program)), [1, 0, 0]),
        (Measure::Relaxed(None), [3, 1, 1]),
        (Measure::Mentions, [3, 1, 1]),
        // three are in the pillar that is none, one is of the university that is none
        (Measure::InPillar, [0, 4, 4]),
        // 红豆集团 in its action; those of the swallowed actions are in none
        (Measure::InAction, [1, 1, 3]),
    ];
    for (measure, counts) in expected {
        let tally = evaluation.tallies.get(measure);
        assert_eq!([tally.right, tally.invented, tally.missed], counts, "{}", measure.name());
    }

    let university = Measure::Entities(Some(EntityKind::University));
    let fault = |side: Side| {
        let mut faults = evaluation.faults.iter();
        let fault = faults.find(|fault| (fault.measure, fault.side) == (university, side));
        fault.map(|fault| (fault.words.as_str(), fault.class)).expect("an error")
    };
    assert_eq!(fault(Side::Missed), ("兰州大学", Class::Boundary));
    assert_eq!(fault(Side::Invented), ("兰州大学共建研究院", Class::Boundary));
    assert_eq!(evaluation.faults.len(), 5);
    // optional ones are not judged
    assert_eq!(evaluation.entities.points().len(), 4);
}
