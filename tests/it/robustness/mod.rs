//! Nothing breaks it: any text, hostile texts, interrupted runs.

mod equivalences;
#[cfg(target_os = "linux")]
mod interruption;
mod kept;
mod pathological;
mod readers;

use proptest::prelude::*;

/// Pieces that texts of the genre are made of, and that break careless readers.
const PIECES: &[&str] = &[
    "一、",
    "（一）",
    "1.",
    "第一章 ",
    "一是",
    "# ",
    "\n",
    "\n\n",
    "\r\n",
    "。",
    "，",
    "；",
    "：",
    "、",
    "！",
    "“",
    "”",
    "《",
    "》",
    "（",
    "）",
    "\u{3000}",
    " ",
    "推进",
    "实施",
    "加快建设",
    "支持",
    "与",
    "和",
    "等企业",
    "华翔集团",
    "清华大学",
    "新材料科技园项目",
    "钢铁产业",
    "乡村振兴",
    "我们",
    "今年",
    "到2025年",
    "23.5亿元",
    "7%",
    "坚持",
    "并重",
    "合作",
    "收购",
    "有限公司",
    "翼城县",
    "来源：",
    "2021-04-03",
    "各位代表：",
    "\u{FFFD}",
    "\u{E000}",
    "𠀀",
    "é",
    "\u{200b}",
    "\u{feff}",
    "\u{2028}",
    "\u{0}",
    "\u{1b}[31m",
    "a",
    "0",
    "—",
    "·",
    "①",
    "％",
    "３",
    "〇",
    "\u{202e}",
    "😀",
];

/// Texts of such pieces, with anything between them.
fn text() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        8 => (0..PIECES.len()).prop_map(|at| PIECES[at].to_owned()),
        1 => "\\PC{0,6}",
        1 => any::<char>().prop_map(String::from),
    ];
    proptest::collection::vec(piece, 0..80).prop_map(|pieces| pieces.concat())
}

/// Places in a graph's file, and what is put there.
fn damages() -> impl Strategy<Value = Vec<(usize, Vec<u8>)>> {
    let bytes = prop_oneof![
        4 => "[0-9]{1,3}".prop_map(String::into_bytes),
        2 => "[a-f0-9\"{}\\[\\],:]{0,3}".prop_map(String::into_bytes),
        1 => proptest::collection::vec(any::<u8>(), 0..4),
    ];
    proptest::collection::vec((any::<usize>(), bytes), 1..4)
}

/// Files of decisions about names that are there, or nearly.
fn decisions() -> impl Strategy<Value = String> {
    let kind = "(company|university|program|industry|place)";
    let name = "(华翔集团|华翔|清华大学|钢铁产业|钢铁|新材料科技园项目|高标准农田建设工程|投资|甲)";
    let to = "(华翔集团|清华大学|钢铁|新名|甲乙)";
    let one = ("(accept|reject|retype|rename|merge|split)", name, kind, kind, to, 0..120usize);
    let one = one.prop_map(|(act, name, kind, other, to, start)| {
        let more = match act.as_str() {
            "retype" => format!("to = \"{other}\"\n"),
            "rename" | "merge" | "split" => format!("to = \"{to}\"\n"),
            _ => String::new(),
        };
        let place = if start % 3 == 0 { format!("start = {start}\n") } else { String::new() };
        let kind = if start % 2 == 0 { format!("type = \"{kind}\"\n") } else { String::new() };
        format!("[[decision]]\ndo = \"{act}\"\nname = \"{name}\"\n{kind}{more}{place}")
    });
    proptest::collection::vec(one, 0..5).prop_map(|all| all.concat())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn any_text_gives_a_graph_that_holds(text in text()) {
        equivalences::of_text(&text);
    }

    #[test]
    fn any_documents_give_a_graph_that_holds(extractions in crate::graph::documents()) {
        equivalences::of_graph(extractions);
    }

    #[test]
    fn readers_take_any_bytes(bytes in proptest::collection::vec(any::<u8>(), 0..200)) {
        equivalences::of_readers(&bytes);
    }

    #[test]
    fn readers_take_any_text(text in text()) {
        equivalences::of_readers(text.as_bytes());
    }

    #[test]
    fn damaged_graphs_are_refused_or_whole(damages in damages()) {
        equivalences::of_file(&equivalences::damaged(&damages));
    }

    #[test]
    fn whatever_is_decided_the_graph_holds(decisions in decisions()) {
        equivalences::of_decisions(decisions.as_bytes());
    }
}

proptest! {
    // a lexicon takes long to build
    #![proptest_config(ProptestConfig::with_cases(if cfg!(debug_assertions) { 6 } else { 96 }))]

    #[test]
    fn tables_of_names_are_read_or_refused(rows in "(甲乙|华翔集团|\\?丙|[a-z]|\t|\\||\n|#| ){0,40}") {
        equivalences::of_lexicon(rows.as_bytes());
    }
}

#[test]
fn the_pieces_are_understood() {
    let plan = "一、推进乡村振兴\n支持华翔集团与清华大学合作，实施新材料科技园项目。\n";
    let (pillars, actions, entities) = equivalences::of_text(plan).expect("a text");
    assert!(pillars > 0 && actions > 0 && entities > 1, "{pillars} {actions} {entities}");
}
