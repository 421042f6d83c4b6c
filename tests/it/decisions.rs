//! What decisions do to the entities of a document.

use gangmu::decision::{Applied, Decisions, apply};
use gangmu::extraction::{Entity, Extraction};
use gangmu::graph::KnowledgeGraph;
use gangmu::published::{Graph, Original, Originals, parse};
use gangmu::text::SourceText;
use proptest::prelude::*;

use crate::plan::extraction;

const PLAN: &str = "
    @pillar plan 1 | 做强产业
    * {company:华翔集团=山西华翔集团股份有限公司}牵头，{company:华翔集团=山西华翔集团股份有限公司}配合
    * 山西华翔集团股份有限公司与{university:清华大学}合作建设未来城，未来城落地
    * 推进{program:新材料科技园项目}、{industry:新材料}
";

/// Entities as `type name/alias:reason… @ words|words!`, a `!` for what a person decided.
fn shown(text: &SourceText, entities: &[Entity]) -> Vec<String> {
    let one = |entity: &Entity| {
        let aliases: String = entity
            .aliases
            .iter()
            .map(|alias| format!("/{}:{}", alias.form, alias.reason.name()))
            .collect();
        let words: Vec<String> = entity
            .mentions
            .iter()
            .map(|mention| {
                let decided = if mention.rule.name() == "decision" { "!" } else { "" };
                let sure = if mention.confidence > 0.95 { "!" } else { "" };
                format!("{}{decided}{sure}", text.slice(mention.span))
            })
            .collect();
        format!("{} {}{aliases} @ {}", entity.kind.name(), entity.name, words.join("|"))
    };
    entities.iter().map(one).collect()
}

fn decide(file: &str, extraction: &Extraction) -> (Vec<Entity>, Applied, Decisions) {
    let decisions = Decisions::read(file).unwrap();
    let entities = extraction.entities.clone();
    let (entities, applied) = apply(&decisions, &extraction.source, &extraction.text, entities);
    (entities, applied, decisions)
}

/// What changes: entities that are gone as `- …`, new ones as `+ …`.
#[track_caller]
fn check(file: &str, expect: &[&str]) {
    let plan = extraction("计划", PLAN);
    let before = shown(&plan.text, &plan.entities);
    let (entities, applied, decisions) = decide(file, &plan);
    let after = shown(&plan.text, &entities);
    let gone = before.iter().filter(|line| !after.contains(line)).map(|line| format!("- {line}"));
    let new = after.iter().filter(|line| !before.contains(line)).map(|line| format!("+ {line}"));
    let changes: Vec<String> = gone.chain(new).collect();
    assert_eq!(changes, expect, "{file}");
    let unmatched = applied.unmatched(&decisions, "decisions.toml");
    assert_eq!(unmatched.len(), usize::from(expect.is_empty()), "{unmatched:?}");
}

const HUAXIANG: &str = "- company 山西华翔集团股份有限公司/华翔集团:short_form @ 华翔集团|华翔集团";

#[test]
fn reject() {
    check("[[decision]]\ndo = \"reject\"\nname = \"新材料\"", &["- industry 新材料 @ 新材料"]);
    check("[[decision]]\ndo = \"reject\"\nname = \"华翔集团\"", &[HUAXIANG]);
    check("[[decision]]\ndo = \"reject\"\nname = \"新材料\"\ntype = \"company\"", &[]);
    check("[[decision]]\ndo = \"reject\"\nname = \"新材料\"\ndocument = \"别的.txt\"", &[]);
    check("[[decision]]\ndo = \"reject\"\nname = \"无此名\"", &[]);
}

#[test]
fn one_place_alone() {
    let plan = extraction("计划", PLAN);
    let company = plan.entities.iter().find(|e| e.name.starts_with("山西")).unwrap();
    let start = plan.text.code_point(company.mentions[1].span.start());
    check(
        &format!("[[decision]]\ndo = \"reject\"\nname = \"华翔集团\"\nstart = {start}"),
        &[HUAXIANG, "+ company 山西华翔集团股份有限公司/华翔集团:short_form @ 华翔集团"],
    );
    check(
        &format!(
            "[[decision]]\ndo = \"split\"\nname = \"华翔集团\"\nto = \"江苏华翔\"\nstart = {start}"
        ),
        &[
            HUAXIANG,
            "+ company 山西华翔集团股份有限公司/华翔集团:short_form @ 华翔集团",
            "+ company 江苏华翔/华翔集团:decision @ 华翔集团!",
        ],
    );
}

#[test]
fn retype() {
    check(
        "[[decision]]\ndo = \"retype\"\nname = \"新材料\"\nto = \"program\"",
        &["- industry 新材料 @ 新材料", "+ program 新材料 @ 新材料!"],
    );
}

#[test]
fn rename() {
    check(
        "[[decision]]\ndo = \"rename\"\nname = \"山西华翔集团股份有限公司\"\nto = \"华翔集团\"",
        &[HUAXIANG, "+ company 华翔集团/山西华翔集团股份有限公司:decision @ 华翔集团!|华翔集团!"],
    );
}

#[test]
fn merge() {
    check(
        "[[decision]]\ndo = \"merge\"\nname = \"新材料\"\nto = \"新材料产业\"",
        &["- industry 新材料 @ 新材料", "+ industry 新材料产业/新材料:decision @ 新材料!"],
    );
    check(
        "[[decision]]\ndo = \"retype\"\nname = \"清华大学\"\nto = \"company\"\n\
         [[decision]]\ndo = \"merge\"\nname = \"清华大学\"\nto = \"山西华翔集团股份有限公司\"",
        &[
            HUAXIANG,
            "- university 清华大学 @ 清华大学",
            "+ company 山西华翔集团股份有限公司/华翔集团:short_form/清华大学:decision @ 华翔集团|华翔集团|清华大学!",
        ],
    );
}

#[test]
fn split() {
    check(
        "[[decision]]\ndo = \"split\"\nname = \"华翔集团\"",
        &[HUAXIANG, "+ company 华翔集团 @ 华翔集团!|华翔集团!"],
    );
}

#[test]
fn accept() {
    check(
        "[[decision]]\ndo = \"accept\"\nname = \"未来城\"\ntype = \"program\"",
        &["+ program 未来城 @ 未来城!!|未来城!!"],
    );
    check(
        "[[decision]]\ndo = \"accept\"\nname = \"清华大学\"\ntype = \"university\"",
        &["- university 清华大学 @ 清华大学", "+ university 清华大学 @ 清华大学!!"],
    );
    // a longer name keeps its words: the second 华翔集团 … 股份有限公司 is no mention and free
    check("[[decision]]\ndo = \"accept\"\nname = \"科技园\"\ntype = \"program\"", &[]);
    check(
        "[[decision]]\ndo = \"accept\"\nname = \"山西华翔集团股份有限公司\"\ntype = \"company\"",
        &[
            HUAXIANG,
            "+ company 山西华翔集团股份有限公司/华翔集团:short_form @ 华翔集团!!|华翔集团!!|山西华翔集团股份有限公司!!",
        ],
    );
    // where the place is named, it takes the words over
    let plan = extraction("计划", PLAN);
    let at = plan.text.as_str().find("科技园").unwrap();
    let start = plan.text.code_point(at);
    check(
        &format!(
            "[[decision]]\ndo = \"accept\"\nname = \"科技园\"\ntype = \"program\"\nstart = {start}"
        ),
        &["- program 新材料科技园项目 @ 新材料科技园项目", "+ program 科技园 @ 科技园!!"],
    );
}

#[test]
fn a_decision_joins_nothing_in_other_documents() {
    let mut south = extraction("南", "@pillar plan 1 | 纲\n* {company:华翔}投产");
    let north = extraction("北", "@pillar plan 1 | 纲\n* {company:华翔}开工");
    let file =
        "[[decision]]\ndo = \"rename\"\nname = \"华翔\"\nto = \"江苏华翔\"\ndocument = \"南.txt\"";
    south.entities = decide(file, &south).0;
    let graph = KnowledgeGraph::from_extractions(vec![south, north]);
    let names: Vec<&str> = graph.nodes().map(|node| graph.label(node)).collect();
    assert!(names.contains(&"华翔") && names.contains(&"江苏华翔"), "{names:?}");
}

/// Any decisions leave entities that linking could have made.
fn sound(text: &SourceText, entities: &[Entity]) -> Result<(), TestCaseError> {
    let mut spans: Vec<_> = entities.iter().flat_map(|e| &e.mentions).map(|m| m.span).collect();
    spans.sort_unstable();
    prop_assert!(spans.windows(2).all(|pair| !pair[0].overlaps(pair[1])), "nothing nests");
    let order: Vec<_> = entities.iter().map(|e| (e.kind, &e.name)).collect();
    prop_assert!(order.windows(2).all(|pair| pair[0] < pair[1]), "{order:?}");
    for entity in entities {
        prop_assert!(!entity.mentions.is_empty());
        prop_assert!(entity.mentions.windows(2).all(|pair| pair[0].span < pair[1].span));
        for mention in &entity.mentions {
            let words = text.slice(mention.span);
            let named = words == entity.name || entity.aliases.iter().any(|a| a.form == words);
            prop_assert!(named, "{words} is no name of {entity:?}");
        }
    }
    Ok(())
}

proptest! {
    #[test]
    fn any_decisions_leave_sound_entities(
        rows in proptest::collection::vec((0usize..7, 0usize..7, 0usize..7, 0usize..4, 0usize..60), 0..6),
    ) {
        const NAMES: &[&str] = &["华翔集团", "山西华翔集团股份有限公司", "清华大学", "未来城", "新材料", "新材料科技园项目", "材料科技"];
        const KINDS: &[&str] = &["company", "university", "program", "industry"];
        const VERBS: &[&str] = &["accept", "reject", "retype", "rename", "merge", "split", "skip"];
        let mut file = String::new();
        for (verb, name, to, kind, start) in rows {
            let (verb, kind) = (VERBS[verb], KINDS[kind]);
            let to = if verb == "retype" { KINDS[to % 4] } else { NAMES[to] };
            file.push_str(&format!("[[decision]]\ndo = {verb:?}\nname = {:?}\nto = {to:?}\n", NAMES[name]));
            if verb == "accept" || start % 3 == 0 {
                file.push_str(&format!("type = {kind:?}\n"));
            }
            if start > 30 {
                file.push_str(&format!("start = {start}\n"));
            }
        }
        let plan = extraction("计划", PLAN);
        let (entities, _, _) = decide(&file, &plan);
        sound(&plan.text, &entities)?;
        let again = decide(&file, &plan).0;
        prop_assert_eq!(entities, again);
    }

    #[test]
    fn drafts_are_read_back_and_decide_nothing(extractions in crate::graph::documents()) {
        let originals: Vec<Original> = extractions
            .iter()
            .map(|e| Original { source: e.source.clone(), text: e.text.clone() })
            .collect();
        let mut json = Vec::new();
        let graph = KnowledgeGraph::from_extractions(extractions.clone());
        gangmu::export::write(&graph, gangmu::export::Format::Json, &Default::default(), &mut json).unwrap();
        let file = Graph::read(&parse(&json).unwrap()).unwrap();
        let draft = gangmu::review::draft(&file, &Originals::of(&file, &originals), 2.0);
        let decisions = Decisions::read(&draft).map_err(|e| TestCaseError::fail(format!("{e}\n{draft}")))?;
        let entities = graph.nodes().filter(|n| n.id().to_string().as_bytes()[0] != b'd').count();
        prop_assert!(decisions.all().len() <= entities);
        for extraction in &extractions {
            let (entities, applied) =
                apply(&decisions, &extraction.source, &extraction.text, extraction.entities.clone());
            prop_assert_eq!(&entities, &extraction.entities);
            prop_assert!(applied.unmatched(&decisions, "draft").is_empty());
        }
    }

    #[test]
    fn hostile_names_stay_strings(name in ".*") {
        let name = name.replace(['{', '}', ':', '=', '\n', '\r'], "");
        prop_assume!(!name.trim().is_empty());
        let escaped = format!("~ {{company:{name}}}");
        let extraction = extraction("文", &escaped);
        let graph = KnowledgeGraph::from_extractions(vec![extraction]);
        let mut json = Vec::new();
        gangmu::export::write(&graph, gangmu::export::Format::Json, &Default::default(), &mut json).unwrap();
        let file = Graph::read(&parse(&json).unwrap()).unwrap();
        let draft = gangmu::review::draft(&file, &Originals::of(&file, &[]), 2.0);
        let decisions = Decisions::read(&draft).expect("a draft is sound");
        prop_assert_eq!(&decisions.all()[0].name, &name);
    }
}
