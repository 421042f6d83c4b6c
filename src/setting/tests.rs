use crate::document::Document;
use crate::extraction::{AliasReason, Entity};
use crate::lexicon::{Hits, Lexicon};
use crate::schema::EntityKind;
use crate::text::SourceText;

/// All entities of the setting, where `core` is named already.
fn entities(text: &SourceText, core: &[Entity]) -> Vec<Entity> {
    let lexicon = Lexicon::from_seeds();
    let hits = Hits::of(&lexicon, text.as_str());
    let document = Document::read(text, &hits);
    super::entities(text, &lexicon, &hits, &document, core)
}

fn source(words: &str) -> SourceText {
    SourceText::new(words.to_owned()).expect("short")
}

/// All entities of the setting as `kind name(aliases)<within>[offices]`.
fn read(words: &str) -> Vec<String> {
    let text = source(words);
    let found = entities(&text, &[]);
    let list = |open: &str, items: Vec<&str>, close: &str| match items.is_empty() {
        true => String::new(),
        false => format!("{open}{}{close}", items.join("、")),
    };
    let show = |entity: &Entity| {
        let aliases = entity.aliases.iter().map(|alias| alias.form.as_str()).collect();
        let within = entity.within.iter().map(String::as_str).collect();
        let offices = entity.mentions.iter().filter_map(|m| m.office).map(|o| text.slice(o));
        format!(
            "{} {}{}{}{}",
            entity.kind.name(),
            entity.name,
            list("(", aliases, ")"),
            list("<", within, ">"),
            list("[", offices.collect(), "]"),
        )
    };
    found.iter().map(show).collect()
}

#[track_caller]
fn check(words: &str, expect: &[&str]) {
    // the address makes it a body, so that its first line is no title
    assert_eq!(read(&format!("各位代表：\n{words}")), expect, "{words}");
}

#[test]
fn places_are_called_by_their_full_names_and_know_what_they_lie_in() {
    check("加快翼城发展。", &["place 翼城县(翼城)<临汾市、山西省>"]);
    check(
        "支持洛阳、南阳两市错位发展。",
        &["place 南阳市(南阳)<河南省>", "place 洛阳市(洛阳)<河南省>"],
    );
    // a row of places is one place
    check("在山西省临汾市翼城县设点。", &["place 翼城县(山西省临汾市翼城县)<临汾市、山西省>"]);
}

#[test]
fn a_name_of_several_places_needs_the_one_around_it() {
    check("南京市鼓楼区先行先试。", &["place 南京市鼓楼区<南京市、江苏省>"]);
    check("鼓楼区先行先试。", &[]);
}

#[test]
fn words_that_only_look_like_places_are_none() {
    check("推广元素分析。", &[]);
    check("重大庆典活动有序举办。", &[]);
    check("改造湘潭路，修复三都澳。", &[]);
    check("教育部门要加强指导。", &[]);
    check("加快矿区生态修复，年日照时数增加。", &[]);
    // of two names that overlap the larger place's
    check("总书记亲临安徽考察。", &["place 安徽省(安徽)"]);
}

#[test]
fn bodies_stand_behind_places_and_levels() {
    check("翼城县人民政府印发方案。", &["organization 翼城县人民政府"]);
    check("湖南发改委牵头推进。", &["organization 湖南省发改委(湖南发改委)"]);
    check("临汾市第二人民医院新院投用。", &["organization 临汾市第二人民医院"]);
    check("报国家发改委批准。", &["organization 国家发展和改革委员会(国家发改委)"]);
    // whose county it is, nothing says, and which city 若河 is neither
    check("若河市委召开会议。", &[]);
    check("由县发改局牵头推进。", &[]);
}

#[test]
fn the_place_of_the_document_completes_levels() {
    let words =
        "翼城县2023年政府工作报告\n各位代表：\n由县发改局牵头，经市政府审定。各县政府要负起责任。";
    let found = read(words);
    assert_eq!(
        found,
        [
            "organization 临汾市政府(市政府)",
            "organization 翼城县发改局(县发改局)",
            "place 翼城县<临汾市、山西省>",
        ]
    );
}

#[test]
fn an_alias_that_the_document_completes_says_so() {
    let words = "翼城县2023年政府工作报告\n各位代表：\n由县发改局牵头推进。";
    let found = entities(&source(words), &[]);
    let body = found.iter().find(|e| e.kind == EntityKind::Organization).expect("a body");
    assert_eq!(body.aliases[0].reason, AliasReason::Place);
}

#[test]
fn people_need_an_office_or_a_title() {
    check("县委书记陈立群说，要抓早抓实。", &["person 陈立群[县委书记]"]);
    check("市委副书记、市长何建平指出，时间紧。", &["person 何建平[市委副书记、市长]"]);
    check("邀请李怀远院士来讲课。", &["person 李怀远[院士]"]);
    check("省长　王　凯", &["person 王凯(王　凯)[省长]"]);
    check("供电公司副总经理李宏伟主持开工仪式。", &["person 李宏伟[副总经理]"]);
    check(
        "大会闭幕。\n（记者 张若林 通讯员 李茁）",
        &["person 张若林[记者]", "person 李茁[通讯员]"],
    );
    check("县委书记、县长要带头抓落实。", &[]);
    check("由市长任组长。", &[]);
    check("书记高度重视。", &[]);
}

#[test]
fn who_was_introduced_is_known_later() {
    let words = "县委书记陈立群说，要抓早抓实。陈立群表示，今年是关键一年。";
    let found = read(&format!("各位代表：\n{words}"));
    assert_eq!(found, ["person 陈立群[县委书记]"]);
}

#[test]
fn what_is_named_already_stays_so() {
    let words = "支持湖南大学建设。";
    let at = words.find("湖南").expect("it is there");
    let span = crate::text::Span::new(at, at + "湖南大学".len());
    let known = Entity {
        kind: EntityKind::University,
        name: "湖南大学".to_owned(),
        aliases: Vec::new(),
        mentions: vec![crate::extraction::Mention {
            span,
            rule: crate::schema::Rule::Gazetteer,
            confidence: 1.0,
            office: None,
        }],
        within: Vec::new(),
    };
    assert_eq!(entities(&source(words), &[known]), []);
}
