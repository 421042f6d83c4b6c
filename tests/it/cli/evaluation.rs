//! `gangmu eval` and `gangmu train`: figures, held-out parts, and what is said of wrong annotation.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::process::Command;

use rayon::prelude::*;
use serde_json::Value;

use super::{Desk, repository};

const TEXT: &str = "\
河东县2023年工作要点

一、做强特色产业
壮大县域经济。支持红豆集团扩大产能，建设河东中药材物流园项目。
二、深化校地合作
与兰州大学共建研究院。
";

const ANNOTATION: &str = "\
@doc hedong
@text hedong.txt
@pillar plan 1 | 做强特色产业
* 支持{company:红豆集团}扩大产能
* 建设{program:河东中药材物流园项目}
@pillar plan 1 | 深化校地合作
* 与{university:兰州大学}共建研究院
";

/// The counts of a report's `total`, by measure: right, invented, missed.
fn total(report: &[u8]) -> BTreeMap<String, [u64; 3]> {
    let report: Value = serde_json::from_slice(report).expect("the report is JSON");
    let total = report["total"].as_object().expect("figures").iter();
    total
        .map(|(name, figures)| {
            let count = |key: &str| figures[key].as_u64().expect("a number");
            (name.clone(), ["tp", "fp", "fn"].map(count))
        })
        .collect()
}

#[test]
fn annotation_is_measured() {
    let desk = Desk::with(&[
        ("gold/hedong.txt", TEXT.as_bytes()),
        ("gold/hedong.kg", ANNOTATION.as_bytes()),
    ]);
    let report = desk.run(&["eval", "gold", "--json"]).succeeds().stdout;
    let figures = total(&report);
    assert_eq!(figures["entities.company"], [1, 0, 0]);
    let [right, _, missed] = figures["actions"];
    assert_eq!(right + missed, 3);

    let table = desk.run(&["eval", "gold/hedong.kg", "--calibration"]).succeeds().stdout;
    let table = String::from_utf8(table).expect("UTF-8");
    for words in ["all 1 documents", "entities.university", "confidence of entities", "hedong"] {
        assert!(table.contains(words), "no {words:?} in: {table}");
    }
}

#[test]
fn errors_stand_in_their_sentence() {
    let annotation = ANNOTATION.replace("{company:红豆集团}", "{company:红豆}集团");
    let desk = Desk::with(&[
        ("gold/hedong.txt", TEXT.as_bytes()),
        ("gold/hedong.kg", annotation.as_bytes()),
    ]);
    let list = desk.run(&["eval", "gold", "--errors"]).succeeds().stdout;
    let list = String::from_utf8(list).expect("UTF-8");
    let missed = "hedong\tentities.company\tmissed\t红豆\tboundary\t";
    let line = list.lines().find(|line| line.starts_with(missed)).expect(&list);
    assert!(line.contains("支持【红豆】集团扩大产能"), "{line}");
}

#[test]
fn wrong_annotation_is_named_and_the_rest_measured() {
    let desk = Desk::with(&[
        ("gold/a.txt", TEXT.as_bytes()),
        ("gold/a.kg", "@doc a\n@text a.txt\n* 没有的话\n".as_bytes()),
        ("gold/hedong.txt", TEXT.as_bytes()),
        ("gold/hedong.kg", ANNOTATION.as_bytes()),
    ]);
    let run = desk.run(&["eval", "gold"]).fails(1, &["a.kg, line 3", "没有的话"]);
    assert!(String::from_utf8(run.stdout).expect("UTF-8").contains("all 1 documents"));
    desk.run(&["eval", "gold", "--folds", "1"]).fails(2, &["from 2 on"]);
    // weights of a part would be taken for those of all
    let run = desk.run(&["train", "gold"]).fails(1, &["a.kg, line 3"]);
    assert!(run.stdout.is_empty());
}

#[test]
fn standoff_annotation_finds_its_text() {
    let standoff = |sha256: &str| {
        format!(
            r#"{{"doc": "hedong", "sha256": "{sha256}", "scope": [0, 76],
                "pillars": [["plan", 1, 16, 22, 57]], "actions": [[30, 40, 0]],
                "mentions": [[32, 36, "company", false, null]]}}"#
        )
    };
    let digest = gangmu::input::digest(TEXT.as_bytes());
    let desk = Desk::with(&[
        ("texts/under another name.txt", TEXT.as_bytes()),
        ("gold/hedong.gold.json", standoff(&digest).as_bytes()),
    ]);
    let figures =
        total(&desk.run(&["eval", "gold", "--texts", "texts", "--json"]).succeeds().stdout);
    assert_eq!(figures["entities.company"], [1, 0, 0]);
    desk.run(&["eval", "gold"]).fails(1, &["no annotation is at hand", "--texts"]);
}

#[test]
fn slots_are_measured() {
    let digest = gangmu::input::digest(TEXT.as_bytes());
    let slots = |verb: &str| {
        format!(
            r#"{{"doc": "hedong", "sha256": "{digest}", "clauses": [
                {{"span": [30, 40], "verb": {verb}, "object": [32, 40],
                  "roles": [[32, 36, "beneficiary"]]}}]}}"#
        )
    };
    let desk = Desk::with(&[
        ("gold/hedong.txt", TEXT.as_bytes()),
        ("gold/hedong.slots.json", slots("[30, 32]").as_bytes()),
    ]);
    let report = desk.run(&["eval", "gold", "--json"]).succeeds().stdout;
    let report: Value = serde_json::from_slice(&report).expect("the report is JSON");
    for slot in ["verb", "object", "role"] {
        assert_eq!(report["slots"][slot]["tp"], 1, "{slot}: {report}");
    }
    // 红豆 is no verb
    desk.write("gold/hedong.slots.json", slots("[32, 34]").as_bytes());
    let list = desk.run(&["eval", "gold", "--errors"]).succeeds().stdout;
    let list = String::from_utf8(list).expect("UTF-8");
    assert!(list.starts_with("hedong\tverb\t红豆\t支持\t支持红豆集团扩大产能\n"), "{list}");
    desk.write("gold/hedong.slots.json", slots("[32, 34, 36]").as_bytes());
    desk.run(&["eval", "gold"]).fails(1, &["hedong.slots.json, line 2"]);
}

#[test]
fn held_out_parts_are_measured_with_weights_of_the_others() {
    let folder = repository().join("seeds/annotation");
    // a few of our own documents are enough to learn something
    let names = ["fangtan-2020", "lian-2022", "xian-2010", "xinwen-2012"];
    let inputs: Vec<String> = names
        .iter()
        .map(|name| folder.join(format!("sample-{name}.gold.json")).display().to_string())
        .collect();
    let desk = Desk::with(&[]);
    let args = |more: &[&str]| -> Vec<String> {
        let all = ["eval", "--json"].iter().chain(more).map(|arg| (*arg).to_owned());
        all.chain(inputs.iter().cloned()).collect()
    };
    let run = |more: &[&str]| {
        let args = args(more);
        desk.run(&args.iter().map(String::as_str).collect::<Vec<_>>()).succeeds().stdout
    };
    let released = total(&run(&[]));
    let held_out = total(&run(&["--folds", "2"]));
    // the structure is not learnt
    assert_eq!(released["pillars"], held_out["pillars"]);
    // three documents teach less than the whole annotation, which has these documents too
    for measure in ["actions", "entities"] {
        assert_ne!(released[measure], held_out[measure], "{measure}");
        assert!(held_out[measure][0] > 0, "{measure}");
    }
    assert!(held_out["entities"][0] < released["entities"][0]);
    assert_eq!(run(&["--folds", "2"]), run(&["--folds", "2"]));
}

/// The figures are those of the script that plan documents are commonly scored with.
#[test]
fn figures_are_those_of_the_script() {
    let script = repository().join("../shared/eval/score.py");
    let python = Command::new("python3").arg("--version").output().is_ok();
    if !script.is_file() || !python {
        println!("skipped: the script, or Python, is not at hand");
        return;
    }
    let desk = Desk::with(&[]);
    let texts = [
        repository().join("tests/data/annotation"),
        repository().join("seeds/annotation"),
        script.with_file_name("dev"),
    ];
    let files = texts.iter().flat_map(|folder| fs::read_dir(folder).expect("a folder"));
    let mut paths: Vec<_> = files.map(|entry| entry.expect("readable").path()).collect();
    paths.sort();
    let mut samples = 0;
    for path in &paths {
        let name = path.file_name().expect("a file").to_string_lossy().into_owned();
        // a standoff annotation whose text is not beside it is nothing to the script
        let beside = name.strip_suffix(".gold.json").map(|stem| format!("{stem}.txt"));
        let text = beside.as_ref().is_none_or(|text| path.with_file_name(text).is_file());
        // it takes its time, and every third is enough to tell them apart
        samples += usize::from(text && beside.is_some());
        if beside.is_some() && samples % 3 != 0 {
            continue;
        }
        if text && [".kg", ".gold.json", ".txt"].iter().any(|ending| name.ends_with(ending)) {
            desk.write(&format!("gold/{name}"), &fs::read(path).expect("readable"));
        }
    }
    let annotated = desk.list("gold");
    let stems = annotated
        .par_iter()
        .filter_map(|name| name.strip_suffix(".gold.json").or_else(|| name.strip_suffix(".kg")));
    stems.for_each(|stem| {
        let text = format!("gold/{stem}.txt");
        desk.run(&["build", &text, "-q", "-f", "json", "-o", "graphs"]).succeeds();
    });
    let scored = Command::new("python3")
        .arg(&script)
        .arg(desk.path("gold"))
        .arg("--graphs")
        .arg(desk.path("graphs"))
        .arg("--json")
        .output()
        .expect("Python runs");
    assert!(scored.status.success(), "{}", String::from_utf8_lossy(&scored.stderr));
    let theirs = total(&scored.stdout);
    let ours = total(&desk.run(&["eval", "gold", "--json"]).succeeds().stdout);
    assert!(ours["actions"][0] > 700, "enough to tell them apart: {ours:?}");
    assert_eq!(ours, theirs);
}

#[test]
fn what_is_not_sure_enough_can_be_left_out() {
    let folder = repository().join("seeds/documents");
    let documents = folder.display().to_string();
    let desk = Desk::with(&[]);
    let build = |more: &[&str]| {
        let args: Vec<&str> = ["build", &documents].iter().chain(more).copied().collect();
        desk.run(&args).succeeds();
    };
    build(&["-f", "json", "--name", "all"]);
    build(&["-f", "json,csv", "--name", "sure", "--min-confidence", "0.9"]);
    let args = ["export", "all.json", "-f", "json,csv", "--min-confidence", "0.9"];
    desk.run(&[&args[..], &["--name", "exported"]].concat()).succeeds();
    assert_eq!(desk.read("sure.json"), desk.read("exported.json"));
    assert_eq!(desk.read("sure.entities.csv"), desk.read("exported.entities.csv"));

    let graph = |name: &str| -> Value {
        serde_json::from_slice(&desk.read(name)).expect("the graph is JSON")
    };
    let (all, sure) = (graph("all.json"), graph("sure.json"));
    let nodes = |graph: &Value| graph["nodes"].as_array().expect("nodes").clone();
    let is_sure = |node: &Value| node["confidence"].as_f64().is_none_or(|share| share >= 0.9);
    let expected: Vec<Value> = nodes(&all).into_iter().filter(is_sure).collect();
    assert!(expected.len() < nodes(&all).len(), "some are less sure");
    assert_eq!(nodes(&sure), expected);
    let ids: Vec<&Value> = expected.iter().map(|node| &node["id"]).collect();
    let edges = |graph: &Value| graph["edges"].as_array().expect("edges").clone();
    let kept: Vec<Value> = edges(&all)
        .into_iter()
        .filter(|edge| ids.contains(&&edge["source"]) && ids.contains(&&edge["target"]))
        .collect();
    assert_eq!(edges(&sure), kept);
    desk.run(&["build", &documents, "--min-confidence", "1.5"]).fails(2, &["from 0 to 1"]);
}

/// Learning writes what a graph is then made with.
#[test]
fn learnt_weights_can_be_used() {
    let folder: &Path = &repository().join("seeds/annotation");
    let input = |name: &str| folder.join(format!("sample-{name}.gold.json")).display().to_string();
    let desk = Desk::with(&[("plan.txt", TEXT.as_bytes())]);
    let (first, second) = (input("xian-2010"), input("lian-2022"));
    let table = desk.run(&["train", &first, &second]).succeeds().stdout;
    assert_eq!(table, desk.run(&["train", &second, &first]).succeeds().stdout);
    let words = String::from_utf8(table).expect("UTF-8");
    assert!(words.contains("\nconfidence\tslope\t"), "what scores are worth: {words}");
    desk.write("my-scorer.tsv", words.as_bytes());
    desk.run(&["build", "plan.txt", "--lexicon", "my-scorer.tsv", "-f", "json"]).succeeds();
    assert!(desk.has("plan.json"));
    // tables were written otherwise once: group, kind, value, weight
    desk.write("old-scorer.tsv", b"# weights\nhead\tcompany\tx\t0.5\n");
    let old = desk.run(&["build", "plan.txt", "--lexicon", "old-scorer.tsv"]);
    old.fails(1, &["old-scorer.tsv, line 2", "gangmu train"]);
}
