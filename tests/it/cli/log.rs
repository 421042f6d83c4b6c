//! What is told, and in which form.

use serde_json::Value;

use super::{Desk, PLAN};

const ODD: &str = "推进\u{E000}项目建设工作，\n一\u{FFFD}二三四五\n";

#[test]
fn notes_are_for_those_who_ask() {
    let desk = Desk::with(&[("a.txt", PLAN.as_bytes()), ("odd.txt", ODD.as_bytes())]);
    let build = |flag: &[&str]| {
        desk.run(&[&["build", "odd.txt", "-f", "json"], flag].concat()).succeeds().stderr
    };
    let (quiet, normal, verbose) = (build(&["-q"]), build(&[]), build(&["-v"]));
    let warning = "gangmu: warning[text-private-use]: odd.txt:1:3: 1 private-use character";
    for told in [&quiet, &normal, &verbose] {
        assert!(told.contains(warning), "{told}");
        assert!(told.contains("warning[text-damaged]: odd.txt:2:2: "), "{told}");
    }
    assert!(!quiet.contains("wrote ") && normal.contains("wrote ") && verbose.contains("wrote "));
    assert!(!normal.contains("note[") && verbose.contains("note[text-no-pillars]: odd.txt: "));
    desk.run(&["build", "a.txt", "-q", "-v"]).fails(2, &["--quiet"]);
}

#[test]
fn programs_get_objects() {
    let desk =
        Desk::with(&[("a.txt", PLAN.as_bytes()), ("odd.txt", ODD.as_bytes()), ("e.txt", b"")]);
    let args = ["build", "a.txt", "odd.txt", "e.txt", "gone.txt", "--log", "json", "-v"];
    let run = desk.run(&args).fails(1, &[]);
    let lines: Vec<Value> = run
        .stderr
        .lines()
        .map(|line| serde_json::from_str(line).unwrap_or_else(|error| panic!("{line}: {error}")))
        .collect();
    let of = |severity: &str| -> Vec<(&str, &str)> {
        let lines = lines.iter().filter(|line| line["severity"] == severity);
        lines
            .map(|l| (l["code"].as_str().unwrap_or(""), l["place"].as_str().unwrap_or("")))
            .collect()
    };
    assert_eq!(of("error"), [("input-empty", "e.txt"), ("file-missing", "gone.txt")]);
    assert_eq!(of("note"), [("text-no-pillars", "odd.txt")]);
    assert!(of("warning").contains(&("text-damaged", "odd.txt:2:2")), "{lines:?}");
    assert!(of("info").len() >= 2, "{lines:?}");
    assert!(lines.iter().all(|line| !line["message"].as_str().expect("words").is_empty()));
    desk.run(&["build", "a.txt", "--log", "xml"]).fails(2, &["text, json"]);
}
