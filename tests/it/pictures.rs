//! Pictures: what they show of what was chosen.

use gangmu::export::{
    Choice, ExportError, File, Focus, Format, Lang, Options, Size, View, files, to_bytes,
};
use gangmu::graph::KnowledgeGraph;
use gangmu::schema::{EntityKind, NodeKind};

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
fn a_number_is_no_part_of_a_title() {
    let markup = "@pillar review 1 | 2023年回顾\n* 修路\n@pillar plan 1 | 2024年任务\n* 造桥\n\
                  @pillar plan 1 | 保障\n* 通水\n";
    let graph = KnowledgeGraph::from_extractions(vec![extraction("县", markup)]);
    let of = |wanted: &str| {
        let choice = Choice { focus: Some(Focus::Pillar(wanted.into())), ..Choice::default() };
        svg(&graph, &Options { view: View::Full, choice, ..Options::default() })
    };
    assert!(of("3").contains("通水") && !of("3").contains("修路"));
    assert!(of("2023").contains("修路") && !of("2023").contains("通水"));
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

/// All sizes that have pages, with width and height in millimetres and the smallest letters, in points.
const PAPER: [(Size, f64, f64, f64); 3] = [
    (Size::A4, 210.0, 297.0, 7.5),
    (Size::A3, 420.0, 297.0, 7.5),
    (Size::Slide, 338.0, 190.0, 10.5),
];

fn pages(graph: &KnowledgeGraph, options: &Options) -> Vec<String> {
    let files = files(graph, Format::Svg, options).expect("memory takes everything");
    let text = |file: File| String::from_utf8(file.bytes).expect("UTF-8");
    files.into_iter().map(text).collect()
}

/// The numbers of an attribute, of each element that has it.
fn numbers(svg: &str, name: &str) -> Vec<f64> {
    let name = format!(" {name}=\"");
    let rest = svg.split(&name).skip(1);
    let value = |rest: &str| rest.split_once('"').expect("an end").0.parse().expect("a number");
    rest.map(value).collect()
}

/// Width and height of a picture, in its own units.
fn extent(svg: &str) -> (f64, f64) {
    let (_, rest) = svg.split_once("viewBox=\"0 0 ").expect("a view box");
    let (width, height) =
        rest.split_once('"').expect("an end").0.split_once(' ').expect("two numbers");
    (width.parse().expect("a number"), height.parse().expect("a number"))
}

/// Left, top, right and bottom of every box.
fn places(svg: &str) -> Vec<[f64; 4]> {
    let boxes = svg.lines().filter(|line| line.starts_with("<g "));
    let place = |line: &str| {
        let first = |name| numbers(line, name)[0];
        let (x, y) = (first("x"), first("y"));
        [x, y, x + first("width"), y + first("height")]
    };
    boxes.map(place).collect()
}

/// Nothing of a page is beside it or on anything else.
#[track_caller]
fn holds(page: &str) {
    let (width, height) = extent(page);
    let boxes = places(page);
    for (at, a) in boxes.iter().enumerate() {
        assert!(a[0] >= 0.0 && a[1] >= 0.0 && a[2] <= width && a[3] <= height - 40.0, "{a:?}");
        let on = |b: &&[f64; 4]| a[0] < b[2] && b[0] < a[2] && a[1] < b[3] && b[1] < a[3];
        assert!(boxes[at + 1..].iter().find(on).is_none(), "{a:?} is on another box: {page}");
    }
    for (x, y) in numbers(page, "x").into_iter().zip(numbers(page, "y")) {
        assert!(x <= width && y <= height, "{x} {y}");
    }
}

/// A plan of headings in headings, long words, and one action that names far too much.
fn long() -> KnowledgeGraph {
    let mut markup = String::new();
    for pillar in 0..8 {
        let kind = if pillar < 3 { "review" } else { "plan" };
        markup.push_str(&format!("@pillar {kind} 1 | 第{pillar}项：{}\n", "做强产业".repeat(9)));
        for part in 0..3 {
            markup.push_str(&format!("@pillar {kind} 2 | 第{pillar}之{part}\n"));
            for action in 0..(3 + pillar) {
                markup.push_str(&format!(
                    "* 在第{part}区推进{{program:第{pillar}号第{action}工程}}，{}\n",
                    "完成".repeat(action * 4)
                ));
            }
        }
    }
    markup.push_str("* 支持");
    (0..150).for_each(|n| markup.push_str(&format!("{{company:第{n}号集团}}、")));
    KnowledgeGraph::from_extractions(vec![extraction("长县", &markup)])
}

#[test]
fn pages_have_their_size_and_letters() {
    for (size, width, height, least) in PAPER {
        for graph in [plans(), long(), KnowledgeGraph::from_extractions(Vec::new())] {
            for view in [View::Overview, View::Full] {
                for svg in pages(&graph, &Options { size, view, ..Options::default() }) {
                    assert!(svg.contains(&format!("width=\"{width}mm\" height=\"{height}mm\"")));
                    let (w, h) = extent(&svg);
                    assert!((w / h * height / width - 1.0).abs() < 0.01, "{size:?}: {w} × {h}");
                    let letters = numbers(&svg, "font-size");
                    let smallest = letters.into_iter().fold(f64::INFINITY, f64::min);
                    // source and page number are a little smaller
                    let points = smallest * width / 25.4 * 72.0 / w;
                    assert!(
                        points >= least * 0.91,
                        "{size:?} {view:?}: letters of {points} points"
                    );
                }
            }
        }
    }
}

#[test]
fn a_long_plan_goes_over_pages() {
    let graph = long();
    let count =
        |pages: &[String], class| pages.iter().map(|page| boxes(page, class)).sum::<usize>();
    for (size, ..) in PAPER {
        for (lang, view) in
            [(Lang::Zh, View::Overview), (Lang::Zh, View::Full), (Lang::En, View::Full)]
        {
            let options = Options { size, view, lang, ..Options::default() };
            let pages = pages(&graph, &options);
            if (size, view) == (Size::A3, View::Overview) {
                continue; // it fits
            }
            assert!(pages.len() > 1, "{size:?} {view:?}");
            let actions =
                if view == View::Full { graph.nodes_of(NodeKind::Action).count() } else { 0 };
            assert_eq!((count(&pages, "pillar"), count(&pages, "action")), (8 + 24, actions));
            if view == View::Full {
                assert!(count(&pages, "company") >= 150, "nothing is left out");
            }
            let fullest =
                |page: &String| places(page).iter().fold(0.0_f64, |most, at| most.max(at[3]));
            let most = pages.iter().map(fullest).fold(0.0, f64::max);
            for (number, page) in (1..).zip(&pages) {
                holds(page);
                let says = match lang {
                    Lang::Zh => format!(">第 {number} 页，共 {} 页<", pages.len()),
                    Lang::En => format!(">page {number} of {}<", pages.len()),
                };
                assert!(page.contains(&says) && page.contains("class=\"legend\""), "{page}");
                assert_eq!(page.matches("font-size=\"22\"").count(), 1, "a title");
                assert!(
                    fullest(page) > most * 0.6,
                    "{size:?} {view:?}: page {number} is nearly empty"
                );
            }
            let end = lang.name() == "zh";
            let again = pages.iter().map(|page| boxes(page, "continued")).sum::<usize>();
            assert!(again >= pages.len() / 2, "{size:?} {view:?}: {again}");
            assert!(pages.concat().contains(if end {
                "（续）</text>"
            } else {
                " (continued)</text>"
            }));
        }
    }
}

#[test]
fn no_heading_ends_a_column() {
    for (size, ..) in PAPER {
        for page in pages(&long(), &Options { size, view: View::Full, ..Options::default() }) {
            let lines: Vec<&str> = page.lines().filter(|line| line.starts_with("<g ")).collect();
            for pair in lines.windows(2) {
                let at = |line: &str| numbers(line, "y")[0];
                if pair[0].starts_with("<g class=\"pillar\"") {
                    assert!(at(pair[1]) > at(pair[0]), "{}", pair[0]);
                }
            }
            assert!(!lines.last().expect("a box").starts_with("<g class=\"pillar\""));
        }
    }
}

#[test]
fn a_small_plan_fills_its_page() {
    for (size, ..) in PAPER {
        let all = pages(&plans(), &Options { size, view: View::Full, ..Options::default() });
        assert_eq!(all.len(), 1, "{size:?}");
        holds(&all[0]);
        assert!(!all[0].contains("class=\"page\""), "one page needs no number");
        let right = places(&all[0]).iter().fold(0.0_f64, |most, at| most.max(at[2]));
        assert!(right > extent(&all[0]).0 * 0.6, "{size:?}: {right}");
    }
}

#[test]
fn who_wants_one_file_is_told_of_pages() {
    let options = |size| Options { size, view: View::Full, ..Options::default() };
    let error = to_bytes(&long(), Format::Svg, &options(Size::A4)).expect_err("several pages");
    assert!(matches!(error, ExportError::SeveralPages(2..)), "{error}");
    assert!(error.to_string().contains("`screen`"), "{error}");
    let one = to_bytes(&long(), Format::Svg, &options(Size::Screen)).expect("one picture");
    assert_eq!(pages(&long(), &options(Size::Screen)), [String::from_utf8(one).expect("UTF-8")]);
    assert!(to_bytes(&plans(), Format::Svg, &options(Size::A4)).is_ok(), "one page is a file");
    let files = files(&long(), Format::Svg, &options(Size::Slide)).expect("memory");
    let names: Vec<String> = files.iter().map(|file| file.name("a")).collect();
    assert!(names.len() > 9 && names[0] == "a-01.svg" && names.is_sorted(), "{names:?}");
}

#[test]
fn what_does_not_fit_an_overview_is_counted() {
    let svg = svg(&large(2, 40), &Options { view: View::Overview, ..Options::default() });
    assert_eq!(boxes(&svg, "program"), 2 * 24);
    assert_eq!(svg.matches(">+16<").count(), 2 * 2, "in words and in its title");
}

#[test]
fn legends_tell_what_is_shown() {
    let legend = |svg: &str| svg.matches("class=\"legend\"").count();
    let all = chosen(None, View::Full, |_| ());
    let one = chosen(None, View::Full, |choice| choice.kinds = vec![EntityKind::Industry]);
    assert!(one.contains(">产业</text>") && !one.contains(">企业</text>"), "{one}");
    assert!(all.contains(">企业</text>") && legend(&all) > legend(&one));
    // plans and reviews are told apart where there are both
    let both = "@pillar review 1 | 回首\n* 修路\n@pillar plan 1 | 展望\n* 造桥\n";
    let both = KnowledgeGraph::from_extractions(vec![extraction("县", both)]);
    let both = svg(&both, &Options { view: View::Full, ..Options::default() });
    assert!(both.contains(">部署</text>") && both.contains(">回顾</text>"), "{both}");
    assert!(!one.contains(">部署</text>") || one.contains(">回顾</text>"));
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
    for (view, &size) in [View::Overview, View::Full]
        .iter()
        .flat_map(|view| Size::ALL.iter().map(move |size| (*view, size)))
    {
        for svg in pages(&graph, &Options { view, size, ..Options::default() }) {
            assert!(!svg.contains("<script") && !svg.contains('\u{0}'));
            assert_eq!(svg.matches("<g ").count(), svg.matches("</g>").count());
            holds(&svg);
        }
    }
}
