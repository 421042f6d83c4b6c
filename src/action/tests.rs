use super::*;
use crate::lexicon::Lexicon;
use crate::schema::PillarKind;

/// The actions of a section with these sentences.
fn check(sentences: &str, expect: &[&str]) {
    let text = SourceText::new(format!("计划\n一、总体安排\n{sentences}\n")).expect("short");
    let hits = Hits::of(&Lexicon::from_seeds(), text.as_str());
    let document = Document::read(&text, &hits);
    let section = Pillar {
        title: document.headings[0].span,
        principle: None,
        level: 1,
        ordinal: 1,
        kind: PillarKind::Plan,
        parent: None,
        section: text.span(),
    };
    let actions = actions(&text, &hits, &document, &[section]);
    let found: Vec<&str> = actions.iter().map(|action| text.slice(action.span)).collect();
    assert_eq!(found, expect);
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
