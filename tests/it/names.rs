//! Names that were once found with wrong borders or not at all, each in a sentence of its own.

use gangmu::extraction::Source;
use gangmu::lexicon::Lexicon;
use gangmu::pipeline::Extractor;
use gangmu::text::SourceText;

/// All core names of a plan of one section.
fn names(extractor: &Extractor, sentence: &str) -> Vec<String> {
    let text = format!("临湖县2024年工作要点\n一、做强特色产业\n{sentence}\n");
    let source = Source {
        name: "plan.txt".to_owned(),
        format: "text",
        encoding: "UTF-8",
        sha256: "0".repeat(64),
    };
    let text = SourceText::new(text).expect("short");
    let extraction = extractor.extract(source, text);
    let core = extraction.entities.into_iter().filter(|entity| entity.kind.is_core());
    core.map(|entity| format!("{} {}", entity.kind.name(), entity.name)).collect()
}

#[test]
fn no_name_holds_who_will_do_it() {
    let extractor = Extractor::new(Lexicon::from_seeds());
    let found = names(&extractor, "陈立群介绍，翼城将启动创新集群培育工程，带动就业增收。");
    assert_eq!(found, ["program 创新集群培育工程"]);
    let found = names(&extractor, "今年，全县将推进标准厂房倍增行动，引进项目12个。");
    assert_eq!(found, ["program 标准厂房倍增行动"]);
}

#[test]
fn forms_of_one_name_that_stand_beside_each_other_are_two() {
    let extractor = Extractor::new(Lexicon::from_seeds());
    let found = names(&extractor, "支持南方锰业、中信大锰扩产，引进配套企业9家。");
    assert_eq!(found, ["company 中信大锰", "company 南方锰业"]);
    // a name and its short form apart from each other are one
    let found = names(&extractor, "支持南方锰业扩产，鼓励中信大锰建设技术中心。");
    assert_eq!(found, ["company 南方锰业"]);
}

#[test]
fn a_firm_and_its_project_beside_it_are_two() {
    let extractor = Extractor::new(Lexicon::from_seeds());
    let found = names(&extractor, "加快建设国家电网临湖抽水蓄能电站，新增装机120万千瓦。");
    assert_eq!(found, ["company 国家电网", "program 临湖抽水蓄能电站"]);
}

#[test]
fn a_long_name_begins_behind_the_predicate() {
    let extractor = Extractor::new(Lexicon::from_seeds());
    for name in [
        "重点领域、重点行业、城镇街道和小微商户就业帮扶计划",
        "农村低收入人口常态化帮扶政策和防返贫监测政策衔接并轨试点",
    ] {
        let found = names(&extractor, &format!("全面实施{name}，带动增收。"));
        assert_eq!(found, [format!("program {name}")]);
    }
}

#[test]
fn a_list_is_no_school() {
    let extractor = Extractor::new(Lexicon::from_seeds());
    let found = names(&extractor, "加快建设同济大学、武汉大学等名校临湖研究院，引进博士30人。");
    assert!(found.contains(&"university 武汉大学".to_owned()), "{found:?}");
    assert!(found.iter().all(|name| !name.contains('等')), "{found:?}");
}
