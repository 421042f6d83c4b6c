//! Pictures: what they show of what was chosen.

use gangmu::export::{Choice, Focus, Format, Lang, Options, Size, View, files};
use gangmu::graph::KnowledgeGraph;
use gangmu::schema::EntityKind;

use crate::export::{PLAN, hostile, large};
use crate::plan::extraction;

fn plans() -> KnowledgeGraph {
    let other = "@pillar plan 1 | 做强旅游\n* 引进{company:华翔集团}\n* 修路\n";
    KnowledgeGraph::from_extractions(vec![extraction("北县", PLAN), extraction("南县", other)])
}

fn svg(graph: &KnowledgeGraph, options: &Options) -> String {
    let files = files(graph, Format::Svg, options).expect("memory takes everything");
    String::from_utf8(files[0].bytes.clone()).expect("UTF-8")
}

/// How many boxes of a class a picture has.
fn boxes(svg: &str, class: &str) -> usize {
    svg.matches(&format!("<g class=\"{class}\">")).count()
}

/// The picture of a choice.
fn chosen(focus: Option<Focus>, view: View, change: impl FnOnce(&mut Choice)) -> String {
    let mut choice = Choice { focus, ..Choice::default() };
    change(&mut choice);
    svg(&plans(), &Options { view, choice, ..Options::default() })
}

#[test]
fn views_show_actions_or_leave_them_out() {
    let (overview, full) = (chosen(None, View::Overview, |_| ()), chosen(None, View::Full, |_| ()));
    assert_eq!((boxes(&overview, "pillar"), boxes(&full, "pillar")), (5, 5));
    assert_eq!((boxes(&overview, "action"), boxes(&full, "action")), (0, 7));
    // both pillars that name the company, and the one relation
    assert_eq!(boxes(&overview, "company"), 2 + 1 + 1);
    assert_eq!(boxes(&overview, "relation"), 1);
    assert!(overview.contains("坚持挖潜力和育动能并重"), "maxims are shown");
}

#[test]
fn a_pillar_comes_with_all_below_it_and_what_is_above() {
    for wanted in ["2.1", "壮大"] {
        let svg = chosen(Some(Focus::Pillar(wanted.into())), View::Full, |_| ());
        assert_eq!((boxes(&svg, "document"), boxes(&svg, "pillar")), (1, 2), "{wanted}");
        assert_eq!(boxes(&svg, "action"), 1);
    }
    let none = chosen(Some(Focus::Pillar("9".into())), View::Full, |_| ());
    assert!(none.contains("所选范围内没有内容"));
}

#[test]
fn an_entity_comes_with_what_it_is_joined_to() {
    for name in ["华翔集团", "山西华翔集团股份有限公司"] {
        let ego = |hops| Some(Focus::Ego { name: name.into(), hops });
        let svg = chosen(ego(1), View::Full, |_| ());
        // the actions that name it, in both documents; what else they name is two edges away
        assert_eq!((boxes(&svg, "document"), boxes(&svg, "action")), (2, 3), "{name}");
        assert_eq!(boxes(&svg, "university"), 0);
        assert!(boxes(&chosen(ego(2), View::Full, |_| ()), "university") > 0);
    }
}

#[test]
fn the_most_named_of_a_type_in_a_document() {
    let top = chosen(Some(Focus::Top(1)), View::Overview, |_| ());
    assert_eq!(boxes(&top, "company"), 3);
    assert_eq!(boxes(&top, "industry"), 0);
    let types = chosen(None, View::Overview, |choice| choice.kinds = vec![EntityKind::Industry]);
    assert_eq!((boxes(&types, "industry"), boxes(&types, "company")), (2, 0));
    let one = chosen(None, View::Overview, |choice| choice.documents = vec!["南县".into()]);
    assert_eq!((boxes(&one, "document"), boxes(&one, "pillar")), (1, 1));
    assert!(one.contains("来源：南县.txt"), "{one}");
}

#[test]
fn pages_have_their_size() {
    for (size, dimensions) in [
        (Size::A4, "width=\"210mm\" height=\"297mm\""),
        (Size::A3, "width=\"420mm\" height=\"297mm\""),
        (Size::Slide, "width=\"338mm\" height=\"190mm\""),
    ] {
        for graph in [plans(), large(9, 9), KnowledgeGraph::from_extractions(Vec::new())] {
            let svg = svg(&graph, &Options { size, view: View::Full, ..Options::default() });
            assert!(svg.contains(dimensions));
            let view: Vec<f64> = svg
                .split_once("viewBox=\"0 0 ")
                .and_then(|(_, rest)| rest.split_once('"'))
                .expect("a view box")
                .0
                .split(' ')
                .map(|number| number.parse().expect("a number"))
                .collect();
            let ratio = view[0] / view[1];
            let millimetres = |name: &str| {
                let (_, rest) = dimensions.split_once(name).expect("a size");
                rest[2..].split_once("mm").expect("a unit").0.parse::<f64>().expect("a number")
            };
            let page = millimetres("width") / millimetres("height");
            assert!((ratio / page - 1.0).abs() < 0.01, "{size:?}: {ratio} for {page}");
        }
    }
}

#[test]
fn what_does_not_fit_an_overview_is_counted() {
    let svg = svg(&large(2, 40), &Options { view: View::Overview, ..Options::default() });
    assert_eq!(boxes(&svg, "program"), 2 * 24);
    assert_eq!(svg.matches(">+16<").count(), 2 * 2, "in words and in its title");
}

#[test]
fn legends_speak_the_reader_s_language() {
    let svg = svg(&plans(), &Options { lang: Lang::En, ..Options::default() });
    assert!(svg.contains("university") && svg.contains("Source: 北县.txt, 南县.txt"));
    assert!(svg.contains("打造创新生态"), "the data stays as it is");
}

#[test]
fn hostile_words_make_no_other_picture() {
    let graph = hostile();
    for view in [View::Overview, View::Full] {
        let svg = svg(&graph, &Options { view, ..Options::default() });
        assert!(!svg.contains("<script") && !svg.contains('\u{0}'));
        assert_eq!(svg.matches("<g ").count(), svg.matches("</g>").count());
    }
}
