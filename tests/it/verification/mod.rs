//! `verify` finds each of a list of planted corruptions, and nothing in what the tool itself made.

mod corruptions;

use gangmu::diagnostic::Code;
use gangmu::export::{EdgeKey, Format, Options, write};
use gangmu::extraction::Extraction;
use gangmu::graph::KnowledgeGraph;
use gangmu::published::Original;
use gangmu::verification::{Verdict, verify, verify_value};
use proptest::prelude::*;
use serde_json::{Value, json};

use crate::plan::extraction;
use corruptions::CORRUPTIONS;

const PLAN: &str = "
    ~ 前言提到{university:北京大学}、{company:青河重工}、{office:县长}{person:王远}。
    @pillar review 1 | 去年工作回顾
    * 完成投资23.5亿元
    : verb=完成 object=投资 quantity=23.5亿元
    @pillar plan 1 | 打造创新生态 | 坚持挖潜力和育动能并重
    * 今年在翼城实施26个{program:创新集群培育工程}
    : verb=实施 object=创新集群培育工程 deadline=今年 place=翼城 quantity=26个
    * 与{company:华翔集团=山西华翔集团股份有限公司}、{university:清华大学}合作
    @pillar plan 2 | 壮大{industry:钢铁}产业
    * 支持{company:华翔集团=山西华翔集团股份有限公司}实施{program:新材料科技园项目}
    : actor=华翔集团
    > undertakes 山西华翔集团股份有限公司 -> 新材料科技园项目
    @pillar plan 1 | 振兴乡村
    * 推进{industry:钢铁}、{place:翼城县}升级
";

const NOTE: &str = "
    ~ 会议在{place:翼城县}召开。
    @pillar plan 1 | 壮大{industry:钢铁}
    * 与{university:清华大学}共建研究院
";

fn extractions() -> Vec<Extraction> {
    vec![extraction("翼城计划", PLAN), extraction("会议纪要", NOTE)]
}

fn originals(extractions: &[Extraction]) -> Vec<Original> {
    let original = |e: &Extraction| Original { source: e.source.clone(), text: e.text.clone() };
    extractions.iter().map(original).collect()
}

fn published(extractions: Vec<Extraction>, edge_key: EdgeKey) -> Vec<u8> {
    let mut json = Vec::new();
    let options = Options { edge_key, ..Options::default() };
    write(&KnowledgeGraph::from_extractions(extractions), Format::Json, &options, &mut json)
        .unwrap();
    json
}

fn told(verdict: &Verdict) -> Vec<String> {
    verdict.reports.iter().map(ToString::to_string).collect()
}

#[test]
fn what_the_tool_made_holds() {
    let documents = originals(&extractions());
    for edge_key in EdgeKey::ALL {
        let verdict = verify(&published(extractions(), *edge_key), &documents).unwrap();
        assert_eq!(told(&verdict), [""; 0]);
        assert!(verdict.holds() && verdict.places > 40 && verdict.documents == 2, "{verdict:?}");
    }
}

#[test]
fn every_planted_corruption_is_found() {
    let documents = originals(&extractions());
    let sound: Value = serde_json::from_slice(&published(extractions(), EdgeKey::Edges)).unwrap();
    let mut escaped = Vec::new();
    for (what, damage, code, words) in CORRUPTIONS {
        let mut graph = sound.clone();
        damage(&mut graph);
        assert_ne!(graph, sound, "{what}: nothing is damaged");
        let verdict = verify_value(&graph, &documents).unwrap();
        let found = verdict
            .reports
            .iter()
            .any(|report| report.code == *code && report.to_string().contains(words));
        if !found || verdict.holds() {
            escaped.push(format!(
                "{what}: no {} with {words:?} in {:#?}",
                code.name(),
                told(&verdict)
            ));
        }
    }
    assert!(escaped.is_empty(), "{}", escaped.join("\n"));
}

#[test]
fn every_code_of_the_family_is_planted() {
    // these need other documents, not another graph; the tests below have them
    let elsewhere = [Code::VerifyDocumentMissing, Code::VerifyDocumentForeign, Code::VerifyFailed];
    for code in Code::ALL.iter().filter(|code| code.name().starts_with("verify-")) {
        let planted = CORRUPTIONS.iter().any(|(_, _, planted, _)| planted == code);
        assert!(planted || elsewhere.contains(code), "{}", code.name());
    }
}

#[test]
fn documents_that_are_not_those() {
    let json = published(extractions(), EdgeKey::Edges);
    let mut documents = originals(&extractions());
    let changed = extraction("翼城计划", &PLAN.replace("钢铁", "铸造"));
    documents[0] = originals(&[changed]).remove(0);
    let codes = |documents: &[Original]| -> Vec<Code> {
        verify(&json, documents).unwrap().reports.iter().map(|report| report.code).collect()
    };
    assert_eq!(codes(&documents), [Code::VerifySha256, Code::VerifyDocumentForeign]);
    assert_eq!(codes(&documents[1..]), [Code::VerifyDocumentMissing]);
    let mut more = originals(&extractions());
    more.extend(originals(&[extraction("别的", NOTE)]));
    assert_eq!(codes(&more), [Code::VerifyDocumentForeign]);
    assert!(verify(&json, &more).unwrap().holds(), "a document too many is no error");
}

#[test]
fn what_is_no_graph() {
    for (json, words) in
        [("", "no JSON"), ("{", "line 1"), ("[]", "nodes"), ("{\"nodes\":[]}", "edges")]
    {
        let error = verify(json.as_bytes(), &[]).unwrap_err().to_string();
        assert!(error.contains(words), "{json}: {error}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn any_graph_of_the_tool_holds(extractions in crate::graph::documents()) {
        let documents = originals(&extractions);
        let json = published(extractions, EdgeKey::Edges);
        let verdict = verify(&json, &documents).unwrap();
        prop_assert!(verdict.holds(), "{:#?}", told(&verdict));
    }

    /// Whatever is done to a value, something is said, and nothing panics.
    #[test]
    fn any_other_value_is_found(at in 0usize..2000, put in 0usize..6) {
        let documents = originals(&extractions());
        let mut graph: Value =
            serde_json::from_slice(&published(extractions(), EdgeKey::Edges)).unwrap();
        let values = [json!(null), json!(-1), json!(99_999), json!("纲"), json!([]), json!({})];
        let changed = leaf(&mut graph, &mut (at % 700)).is_some_and(|leaf| {
            let changed = *leaf != values[put];
            *leaf = values[put].clone();
            changed
        });
        if changed && let Ok(verdict) = verify_value(&graph, &documents) {
            prop_assert!(!verdict.reports.is_empty(), "nothing was found");
        }
    }
}

/// The n-th leaf of what the checks rest on; keys that only repeat for readers are left out.
fn leaf<'v>(value: &'v mut Value, n: &mut usize) -> Option<&'v mut Value> {
    const FREE: &[&str] = &[
        "generator",
        "encoding",
        "format",
        "ordinal",
        "kind",
        "date",
        "rule",
        "role",
        "source",
        "value",
        "unit",
    ];
    match value {
        Value::Object(keys) => keys
            .iter_mut()
            .filter(|(key, value)| !FREE.contains(&key.as_str()) || value.to_string().contains(':'))
            .find_map(|(_, value)| leaf(value, n)),
        Value::Array(items) => items.iter_mut().find_map(|item| leaf(item, n)),
        _ if *n == 0 => Some(value),
        _ => {
            *n -= 1;
            None
        }
    }
}
