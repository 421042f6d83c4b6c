use super::*;
use crate::lexicon::Lexicon;
use crate::schema::PillarKind;
use crate::weights::Weights;

/// The whole text as the section of its first heading.
pub(super) fn section(text: &SourceText, document: &Document) -> Pillar {
    Pillar {
        title: document.headings[0].span,
        principle: None,
        level: 1,
        ordinal: 1,
        kind: PillarKind::Plan,
        parent: None,
        section: text.span(),
    }
}

/// The actions of a section with these sentences.
fn check(sentences: &str, expect: &[&str]) {
    assert_eq!(found(&format!("计划\n一、总体安排\n{sentences}\n")), expect);
}

/// The actions of a document of one section.
fn found(document: &str) -> Vec<String> {
    let text = SourceText::new(document.to_owned()).expect("short");
    let hits = Hits::of(&Lexicon::from_seeds(), text.as_str());
    let document = Document::read(&text, &hits);
    let section = section(&text, &document);
    // what the rules say, whatever was learnt
    let lexicon = Lexicon::from_seeds();
    let nothing = Weights::from_table(&lexicon, "", "").expect("no row can't be wrong");
    let everything = Judge::new(&lexicon, &nothing);
    let actions = actions(&text, &lexicon, &hits, &document, &[section], &everything);
    actions.iter().map(|action| text.slice(action.span).to_owned()).collect()
}

#[test]
fn a_clause_that_tells_when_or_where_belongs_to_the_next() {
    check(
        "到2027年，规模以上企业达到120家，产值突破300亿元。",
        &["到2027年，规模以上企业达到120家", "产值突破300亿元"],
    );
    check(
        "截至今年10月底，开工项目达到26个；在建项目中，制造业项目占到七成。",
        &["截至今年10月底，开工项目达到26个", "在建项目中，制造业项目占到七成"],
    );
    check("在临港新区，新建标准厂房9万平方米。", &["在临港新区，新建标准厂房9万平方米"]);
}

#[test]
fn a_clause_behind_an_event_belongs_to_the_next() {
    check(
        "全市招商大会召开后，迅速成立十个工作专班。",
        &["全市招商大会召开后，迅速成立十个工作专班"],
    );
    // 落后 is a word of its own
    check("改造技术落后，淘汰老旧设备。", &["改造技术落后", "淘汰老旧设备"]);
}

#[test]
fn how_something_is_done_belongs_to_what_is_done() {
    check(
        "聚焦五条产业链，通过“以商招商”等方式，引进配套企业20家。",
        &["聚焦五条产业链，通过“以商招商”等方式，引进配套企业20家"],
    );
}

#[test]
fn an_adjunct_with_a_predicate_of_its_own_is_an_action() {
    check(
        "围绕壮大主导产业建设12个公共实训基地，培训技工三千人。",
        &["围绕壮大主导产业建设12个公共实训基地", "培训技工三千人"],
    );
    // 新|要求 is no predicate
    check(
        "紧扣“两区一带”功能定位和“十五五”新要求，做强县域经济。",
        &["紧扣“两区一带”功能定位和“十五五”新要求，做强县域经济"],
    );
}

#[test]
fn who_says_something_is_no_action() {
    check(
        "完成投资23亿元，新开工项目12个。“新建标准厂房20万平方米。”青河新材料有限公司董事长陈立群说。",
        &["完成投资23亿元", "新开工项目12个", "新建标准厂房20万平方米"],
    );
}

#[test]
fn who_will_do_it_is_left_out() {
    check("泽湖将设立5000万元科创基金。", &["设立5000万元科创基金"]);
    check("研究院将围绕储能材料，布局12个课题组。", &["围绕储能材料，布局12个课题组"]);
    // 将 as a preposition, and who is the matter
    check(
        "将服务热线打造成金字招牌，推动项目早日投产。",
        &["将服务热线打造成金字招牌", "推动项目早日投产"],
    );
}

#[test]
fn what_a_clause_is_about_belongs_to_it() {
    check(
        "青河重工投资22亿元建设的发动机基地，首条生产线完成调试。",
        &["青河重工投资22亿元建设的发动机基地，首条生产线完成调试"],
    );
    // an object with 的 is none
    check("壮大特色鲜明的产业，引进12个配套项目。", &["壮大特色鲜明的产业", "引进12个配套项目"]);
}

#[test]
fn a_few_words_of_circumstance_belong_to_the_next() {
    check("签约仪式上，引进企业12家。", &["签约仪式上，引进企业12家"]);
}

#[test]
fn remarks_and_announcements_are_no_actions() {
    check("完成投资23亿元，日子紧了。", &["完成投资23亿元"]);
    check("引进企业12家，重点抓好以下工作。", &["引进企业12家"]);
    check("董事长陈立群算了一笔账，完成投资23亿元。", &["完成投资23亿元"]);
}

#[test]
fn each_of_several_adjuncts_prepares_the_next() {
    check(
        "以链主企业为龙头，以专业园区为载体，培育三个百亿集群。",
        &["以链主企业为龙头，以专业园区为载体，培育三个百亿集群"],
    );
}

#[test]
fn a_time_that_is_aimed_at_belongs_to_the_next() {
    check("力争到2028年，建成智能车间60个。", &["力争到2028年，建成智能车间60个"]);
}

#[test]
fn what_has_grown_is_no_adjunct() {
    check("对中亚出口增长21%，开行国际班列300列。", &["对中亚出口增长21%", "开行国际班列300列"]);
    check("对中小企业，提供上门服务。", &["对中小企业，提供上门服务"]);
}

#[test]
fn who_speaks_before_a_colon_is_left_out() {
    check(
        "县长：新建标准厂房8万平方米，引进企业15家。",
        &["新建标准厂房8万平方米", "引进企业15家"],
    );
}

#[test]
fn another_place_than_the_documents_own_is_the_matter() {
    check("义乌获批国际贸易综合改革试点。", &["义乌获批国际贸易综合改革试点"]);
}

#[test]
fn the_documents_own_place_is_a_subject() {
    let of = |title: &str| {
        let first = "去年，浏阳市实施厂房倍增工程，义乌市引进企业9家。";
        found(&format!("{title}\n一、总体安排\n{first}\n浏阳市成为示范市。\n"))
    };
    let other = ["义乌市引进企业9家", "浏阳市成为示范市"];
    assert_eq!(of("浏阳市工作要点")[1..], other);
    assert_eq!(of("浏阳市工作要点")[0], "实施厂房倍增工程");
    assert_eq!(of("长沙市工作要点")[0], "去年，浏阳市实施厂房倍增工程");
}
