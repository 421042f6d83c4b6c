//! `verify` and `explain` as commands.

use serde_json::Value;

use super::{Desk, NOTE, PLAN};

fn desk() -> Desk {
    let desk = Desk::with(&[("in/a.txt", PLAN.as_bytes()), ("in/b.txt", NOTE.as_bytes())]);
    desk.run(&["build", "in", "-f", "json"]).succeeds();
    desk
}

fn stdout(run: &super::Run) -> &str {
    std::str::from_utf8(&run.stdout).expect("UTF-8")
}

#[test]
fn a_sound_graph_holds() {
    let desk = desk();
    for documents in [&["in"][..], &["in/a.txt", "in/b.txt"]] {
        let args = [&["verify", "graph.json"], documents].concat();
        let run = desk.run(&args).succeeds();
        assert!(stdout(&run).starts_with("the graph holds: "), "{}", stdout(&run));
        assert_eq!(run.stderr, "");
    }
}

#[test]
fn what_is_wrong_is_told_with_its_place() {
    let desk = desk();
    let json = String::from_utf8(desk.read("graph.json")).expect("UTF-8");
    desk.write("graph.json", json.replace("青河重工集团", "白山重工集团").as_bytes());
    let run = desk.run(&["verify", "graph.json", "in"]).fails(1, &["verify-failed", "graph.json"]);
    let told = stdout(&run);
    assert!(told.contains("error[verify-quote] nodes["), "{told}");
    assert!(told.contains("a.txt:6:13 ("), "{told}");
    assert!(told.lines().last().expect("a line").contains("things are wrong: "), "{told}");

    let run = desk.run(&["verify", "graph.json", "in", "--log", "json"]).fails(1, &[]);
    let lines: Vec<Value> =
        run.stderr.lines().map(|line| serde_json::from_str(line).expect("JSON")).collect();
    assert_eq!(lines.len(), told.lines().count(), "each finding, and the failure");
    for line in &lines {
        for key in ["severity", "code", "place", "message", "remedy"] {
            assert!(line[key].is_string(), "{key} of {line}");
        }
    }
}

#[test]
fn other_documents_do_not_do() {
    let desk = desk();
    desk.write("in/b.txt", PLAN.replace("青河", "白山").as_bytes());
    let run = desk.run(&["verify", "graph.json", "in"]).fails(1, &["verify-failed"]);
    assert!(stdout(&run).contains("error[verify-sha256] "), "{}", stdout(&run));
    desk.run(&["verify", "in/a.txt", "in"]).fails(1, &["graph-unreadable", "no JSON"]);
    desk.run(&["verify", "graph.json", "gone.txt"]).fails(1, &["gone.txt", "file-missing"]);
    desk.run(&["verify", "graph.json"]).fails(2, &["DOCUMENT"]);
}

#[test]
fn names_and_ids_are_explained() {
    let desk = desk();
    let graph: Value = serde_json::from_slice(&desk.read("graph.json")).expect("JSON");
    let run = desk.run(&["explain", "graph.json", "清华大学", "--text", "in"]).succeeds();
    let told = stdout(&run);
    for words in
        ["university 清华大学", "rule ", "confidence ", "a.txt › 做强先进制造业", "| 与清华大学、"]
    {
        assert!(told.contains(words), "no {words} in: {told}");
    }
    assert!(!told.contains('\u{1b}'), "colours are for terminals");
    // every node and edge of the graph has an explanation
    for node in graph["nodes"].as_array().expect("nodes") {
        let run = desk.run(&["explain", "graph.json", node["id"].as_str().expect("an id")]);
        assert!(stdout(&run.succeeds()).contains(node["type"].as_str().expect("a type")));
    }
    for edge in graph["edges"].as_array().expect("edges").iter().step_by(5) {
        let run = desk.run(&["explain", "graph.json", edge["key"].as_str().expect("a key")]);
        assert!(stdout(&run.succeeds()).contains(edge["type"].as_str().expect("a type")));
    }
}

#[test]
fn what_is_not_there_cannot_be_explained() {
    let desk = desk();
    let explain = |query| desk.run(&["explain", "graph.json", query]);
    explain("无此企业").fails(1, &["explain-nothing", "无此企业", "remedy: "]);
    explain("").fails(1, &["explain-nothing"]);
    explain("设").fails(1, &["is part of", "act:"]);
}

#[test]
fn what_is_left_out_is_told() {
    let desk = desk();
    let run = desk.run(&["coverage", "graph.json", "in"]).succeeds();
    for words in ["a.txt ", "% of the text is covered", "做强先进制造业", "left out, line 3 ("]
    {
        assert!(stdout(&run).contains(words), "no {words} in: {}", stdout(&run));
    }
    let run = desk.run(&["coverage", "graph.json", "in", "-f", "markdown"]).succeeds();
    assert!(stdout(&run).contains("| pillar 纲 | "), "{}", stdout(&run));
    desk.run(&["coverage", "graph.json", "in/a.txt"])
        .fails(1, &["verify-document-missing", "b.txt"]);
    desk.run(&["coverage", "in/a.txt", "in/a.txt"]).fails(1, &["graph-unreadable"]);
}
