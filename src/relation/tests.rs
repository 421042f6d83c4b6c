use super::*;
use crate::extraction::Mention;
use crate::lexicon::Lexicon;

use EntityKind::{Company, Industry, Program, University};

/// The relations of one action that names entities, as `kind from > to`.
fn check(clause: &str, names: &[(EntityKind, &str)], expect: &[&str]) {
    let text = SourceText::new(clause.to_owned()).expect("short");
    let lexicon = Lexicon::from_seeds();
    let entities: Vec<Entity> = names
        .iter()
        .map(|&(kind, name)| {
            let at = clause.find(name).expect("the clause names it");
            let span = Span::new(at, at + name.len());
            let mention = Mention { span, rule: Rule::Gazetteer, confidence: 1.0, office: None };
            Entity {
                kind,
                name: name.to_owned(),
                aliases: Vec::new(),
                mentions: vec![mention],
                within: Vec::new(),
            }
        })
        .collect();
    let action = Action {
        span: text.span(),
        verb: None,
        object: None,
        quantities: Vec::new(),
        deadline: None,
        actor: None,
        place: None,
        pillar: None,
    };
    let found = relations(&text, &lexicon, &[action], &entities);
    let found: Vec<_> = found
        .iter()
        .map(|r| {
            let name = |at: EntityIndex| &entities[at.0 as usize].name;
            let evidence = text.slice(r.evidence);
            assert!(evidence.contains(name(r.from)) && evidence.contains(name(r.to)), "{evidence}");
            format!("{} {} > {}", r.kind.name(), name(r.from), name(r.to))
        })
        .collect();
    assert_eq!(found, expect, "{clause}");
}

#[test]
fn cooperation() {
    let names = [(Company, "远山集团"), (University, "江北大学"), (Company, "青禾公司")];
    check(
        "远山集团与江北大学、青禾公司开展战略合作",
        &names,
        &["cooperates_with 远山集团 > 江北大学", "cooperates_with 远山集团 > 青禾公司"],
    );
    check("深化与远山集团、江北大学和青禾公司的合作", &names, &[]);
    check("走访远山集团与江北大学，青禾公司增产", &names, &[]);
}

#[test]
fn takeovers() {
    let names = [(Company, "远山集团"), (Company, "青禾公司")];
    check("支持远山集团收购青禾公司", &names, &["acquires 远山集团 > 青禾公司"]);
    check("支持远山集团重组青禾公司", &names, &["integrates 远山集团 > 青禾公司"]);
    check("远山集团不收购青禾公司", &names, &[]);
    check(
        "以远山集团整合铸造企业",
        &[(Company, "远山集团"), (Industry, "铸造")],
        &["integrates 远山集团 > 铸造"],
    );
}

#[test]
fn undertakings() {
    let names = [(Company, "远山集团"), (Program, "20万吨钢管项目")];
    for clause in [
        "推进远山集团20万吨钢管项目",
        "远山集团的20万吨钢管项目投产",
        "远山集团投资建设20万吨钢管项目",
    ] {
        check(clause, &names, &["undertakes 远山集团 > 20万吨钢管项目"]);
    }
    check("支持远山集团，推进20万吨钢管项目", &names, &[]);
}

#[test]
fn membership() {
    let names = [(Industry, "大数据"), (Industry, "新材料"), (Program, "两大产业集群")];
    check(
        "培育大数据、新材料两大产业集群",
        &names,
        &["part_of 大数据 > 两大产业集群", "part_of 新材料 > 两大产业集群"],
    );
    check("培育大数据、新材料两大产业集群", &names[..2], &[]);
    let park = [(Program, "东湖科技园区"), (Program, "钢管项目")];
    check("推进东湖科技园区的钢管项目", &park, &["part_of 钢管项目 > 东湖科技园区"]);
    check("钢管项目位于东湖科技园区", &park, &["located_in 钢管项目 > 东湖科技园区"]);
}
