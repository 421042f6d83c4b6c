//! Where results go, and what people are told.

use super::{Desk, NOTE, PLAN, graphviz_is_installed, sources};

#[test]
fn one_document_gives_its_name() {
    let desk = Desk::with(&[("plans/青河.2026.txt", PLAN.as_bytes())]);
    let run = desk.run(&["build", "plans/青河.2026.txt"]).succeeds();
    assert_eq!(desk.list("."), ["plans", "青河.2026.dot", "青河.2026.json"]);
    for words in ["1 document: ", "wrote 青河.2026.json\n", "wrote 青河.2026.dot"] {
        assert!(run.stderr.contains(words), "no {words:?} in: {}", run.stderr);
    }
    assert!(run.stdout.is_empty());
}

#[test]
fn several_are_one_graph() {
    let desk = Desk::with(&[("a.txt", PLAN.as_bytes()), ("b.md", NOTE.as_bytes())]);
    desk.run(&["build", "a.txt", "b.md", "-o", "new/folder"]).succeeds();
    assert_eq!(desk.list("new/folder"), ["graph.dot", "graph.json"]);
    assert_eq!(sources(&desk.read("new/folder/graph.json")), ["a.txt", "b.md"]);
    desk.run(&["build", "a.txt", "b.md", "--name", "both", "-f", "json"]).succeeds();
    assert_eq!(sources(&desk.read("both.json")), ["a.txt", "b.md"]);
    assert!(!desk.has("both.dot"));
}

#[test]
fn new_results_replace_old_ones() {
    let desk = Desk::with(&[("a.txt", PLAN.as_bytes()), ("a.json", b"old")]);
    desk.run(&["build", "a.txt"]).succeeds();
    assert_eq!(sources(&desk.read("a.json")), ["a.txt"]);
    assert_eq!(desk.list("."), ["a.dot", "a.json", "a.txt"]);
}

#[cfg(unix)]
#[test]
fn results_can_be_read_by_whom_the_umask_allows() {
    use std::os::unix::fs::PermissionsExt;
    let desk = Desk::with(&[("a.txt", PLAN.as_bytes())]);
    desk.run(&["build", "a.txt"]).succeeds();
    // an ordinary new file has the permissions that results should have
    let mode = |name: &str| desk.path(name).metadata().expect("is there").permissions().mode();
    assert_eq!(mode("a.json"), mode("a.txt"));
}

#[test]
fn standard_output_takes_the_graph_alone() {
    let desk = Desk::with(&[("a.txt", PLAN.as_bytes())]);
    desk.run(&["build", "a.txt"]).succeeds();
    for (format, file) in [("json", "a.json"), ("dot", "a.dot")] {
        let run = desk.run(&["build", "a.txt", "-f", format, "-o", "-"]).succeeds();
        assert_eq!(run.stdout, desk.read(file), "{format}");
    }
    assert_eq!(desk.list("."), ["a.dot", "a.json", "a.txt"]);
}

#[test]
fn quiet_says_nothing_of_success() {
    let desk = Desk::with(&[("a.txt", PLAN.as_bytes()), ("empty.txt", b"")]);
    for args in [["--quiet", "build", "a.txt"], ["build", "a.txt", "-q"]] {
        assert_eq!(desk.run(&args).succeeds().stderr, "");
    }
    desk.run(&["build", "a.txt", "empty.txt", "-q"]).fails(1, &["empty.txt"]);
}

#[test]
fn edges_are_called_as_asked() {
    let desk = Desk::with(&[("a.txt", PLAN.as_bytes())]);
    for key in ["edges", "links"] {
        let args = ["build", "a.txt", "-f", "json", "-o", "-", "--edge-key", key];
        let graph: serde_json::Value =
            serde_json::from_slice(&desk.run(&args).succeeds().stdout).expect("JSON");
        assert!(graph[key].is_array(), "{key}");
    }
}

#[test]
fn a_picture_by_graphviz() {
    if !graphviz_is_installed() {
        return;
    }
    let desk = Desk::with(&[("a.txt", PLAN.as_bytes())]);
    for view in ["overview", "full"] {
        let args = ["build", "a.txt", "-f", "svg", "-o", "-", "--view", view];
        let run = desk.run(&args).succeeds();
        let svg = String::from_utf8(run.stdout).expect("UTF-8");
        assert!(svg.contains("<svg") && svg.trim_end().ends_with("</svg>"), "{svg}");
        assert!(!run.stderr.contains("warning"), "{}", run.stderr);
    }
}

#[test]
fn the_lists_name_every_format() {
    let desk = Desk::with(&[]);
    let list = String::from_utf8(desk.run(&["formats"]).succeeds().stdout).expect("UTF-8");
    for word in ["text", ".txt", "markdown", ".md", "json", "dot", "svg"] {
        assert!(list.contains(word), "no {word} in: {list}");
    }
}

#[test]
fn the_schema_holds_for_what_is_built() {
    let desk = Desk::with(&[("a.txt", PLAN.as_bytes())]);
    let schema: serde_json::Value =
        serde_json::from_slice(&desk.run(&["schema"]).succeeds().stdout).expect("JSON");
    let graph: serde_json::Value = serde_json::from_slice(
        &desk.run(&["build", "a.txt", "-f", "json", "-o", "-"]).succeeds().stdout,
    )
    .expect("JSON");
    let validator = jsonschema::validator_for(&schema).expect("a schema");
    let errors: Vec<String> = validator.iter_errors(&graph).map(|e| e.to_string()).collect();
    assert_eq!(errors, [""; 0]);
}

#[test]
fn help_is_there_for_every_command() {
    let desk = Desk::with(&[]);
    for command in ["build", "text", "verify", "explain", "coverage", "review", "schema", "formats"]
    {
        let run = desk.run(&[command, "--help"]).succeeds();
        assert!(String::from_utf8(run.stdout).expect("UTF-8").contains("Usage: gangmu"));
    }
    let build = String::from_utf8(desk.run(&["help", "build"]).succeeds().stdout).expect("UTF-8");
    assert!(build.contains("Examples:"));
}
