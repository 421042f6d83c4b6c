//! Decisions from the draft to the next build.

use super::{Desk, PLAN};

#[test]
fn an_untouched_draft_changes_nothing() {
    let desk = Desk::with(&[("a.txt", PLAN.as_bytes())]);
    desk.run(&["build", "a.txt", "-f", "json"]).succeeds();
    let draft = desk.run(&["review", "a.json", "a.txt"]).succeeds().stdout;
    desk.write("decisions.toml", &draft);
    let args = ["build", "a.txt", "-f", "json", "-o", "-", "--decisions", "decisions.toml", "-q"];
    let run = desk.run(&args).succeeds();
    assert!(run.stdout == desk.read("a.json"));
    assert_eq!(run.stderr, "");
    // the least certain come first
    let text = String::from_utf8(draft).expect("UTF-8");
    let confidences: Vec<f64> = text
        .lines()
        .filter_map(|line| line.strip_prefix("# confidence ")?.split(',').next()?.parse().ok())
        .collect();
    assert!(confidences.len() > 3 && confidences.is_sorted(), "{confidences:?}");
    let args = ["review", "a.json", "--below", "0.0"];
    let none = String::from_utf8(desk.run(&args).succeeds().stdout).expect("UTF-8");
    assert!(!none.contains("[[decision]]"));
}

#[test]
fn decisions_are_applied_and_the_graph_still_holds() {
    // 新增产值 is a name that no analysis would find by itself
    let decisions = "\
[[decision]]
do = \"rename\"
name = \"青河重工集团\"
to = \"青河重工\"

[[decision]]
do = \"accept\"
name = \"新增产值\"
type = \"program\"

[[decision]]
do = \"reject\"
name = \"哈尔滨工业大学\"

[[decision]]
do = \"reject\"
name = \"去年的企业\"
";
    let desk = Desk::with(&[("a.txt", PLAN.as_bytes()), ("d.toml", decisions.as_bytes())]);
    let run = desk.run(&["build", "a.txt", "--decisions", "d.toml", "-f", "json"]).succeeds();
    let expected = "warning[decision-unmatched]: d.toml, line 15: nothing to reject: “去年的企业”";
    assert!(run.stderr.contains(expected), "{}", run.stderr);
    assert_eq!(run.stderr.matches("decision-unmatched").count(), 1, "{}", run.stderr);
    desk.run(&["verify", "a.json", "a.txt"]).succeeds();

    let graph: serde_json::Value = serde_json::from_slice(&desk.read("a.json")).expect("JSON");
    let nodes = graph["nodes"].as_array().expect("nodes");
    let named = |label: &str| nodes.iter().find(|node| node["label"] == label);
    assert!(named("哈尔滨工业大学").is_none());
    assert_eq!(named("青河重工").expect("renamed")["alias_reasons"]["青河重工集团"], "decision");
    let accepted = named("新增产值").expect("accepted");
    assert_eq!(accepted["mentions"][0]["rule"], "decision");
    // an accepted name has a role in its action like any other
    let edges = graph["edges"].as_array().expect("edges");
    let involves =
        |edge: &&serde_json::Value| edge["target"] == accepted["id"] && edge["type"] == "involves";
    assert!(edges.iter().any(|edge| involves(&edge)));

    let run = desk.run(&["explain", "a.json", "新增产值"]).succeeds();
    let told = String::from_utf8(run.stdout).expect("UTF-8");
    assert!(told.contains("rule decision: a person decided so"), "{told}");
}

#[test]
fn decisions_that_cannot_be_read_stop_the_build() {
    let desk = Desk::with(&[
        ("a.txt", PLAN.as_bytes()),
        ("d.toml", "[[decision]]\ndo = \"burn\"\nname = \"甲\"\n".as_bytes()),
    ]);
    let build = |file| desk.run(&["build", "a.txt", "--decisions", file]);
    build("d.toml").fails(1, &["decision-file", "d.toml, line 1", "accept, reject", "remedy: "]);
    build("gone.toml").fails(1, &["gone.toml", "file-missing"]);
    assert_eq!(desk.list("."), ["a.txt", "d.toml"], "nothing is built against what was asked for");
}
