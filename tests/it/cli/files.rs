//! Where results go, and what people are told.

use super::{Desk, NOTE, PLAN, sources};

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
fn what_is_chosen_goes_into_every_format_but_json() {
    let desk = Desk::with(&[("a.txt", PLAN.as_bytes()), ("b.md", NOTE.as_bytes())]);
    let all = "json,dot,graphml,gexf,csv,mermaid,turtle,html";
    desk.run(&["build", "a.txt", "b.md", "-f", all, "--name", "all"]).succeeds();
    desk.run(&["build", "a.txt", "b.md", "-f", all, "--name", "one", "--document", "b.md"])
        .succeeds();
    assert_eq!(desk.read("all.json"), desk.read("one.json"), "JSON holds everything");
    let text = |name: &str| String::from_utf8(desk.read(name)).expect("UTF-8");
    let nodes = |name: &str, mark: &str| text(name).matches(mark).count();
    for (ending, mark) in [("graphml", "<node "), ("gexf", "<node "), ("csv", "\n")] {
        let part = if ending == "csv" { "documents.csv" } else { ending };
        let (all, one) = (format!("all.{part}"), format!("one.{part}"));
        assert!(nodes(&one, mark) > 0 && nodes(&one, mark) < nodes(&all, mark), "{ending}");
    }
    for ending in ["dot", "mmd", "ttl", "html"] {
        let (all, one) = (text(&format!("all.{ending}")), text(&format!("one.{ending}")));
        assert!(one.len() < all.len(), "{ending}");
    }
}

#[test]
fn a_picture_for_graphviz_in_english() {
    let desk = Desk::with(&[("a.txt", "Report\n".as_bytes())]);
    let dot =
        desk.run(&["build", "a.txt", "-f", "dot", "--lang", "en", "-o", "-"]).succeeds().stdout;
    let dot = String::from_utf8(dot).expect("UTF-8");
    assert!(dot.contains("Legend") && !dot.contains("图例"), "{dot}");
    let han: Vec<char> = dot.chars().filter(|c| ('\u{4e00}'..='\u{9fff}').contains(c)).collect();
    assert_eq!(han, [], "{dot}");
}

#[test]
fn what_is_lost_is_told_and_kept() {
    let mut bytes = PLAN.as_bytes().to_vec();
    let at = PLAN.find('。').expect("a sentence");
    bytes[at] = 0xFF;
    let desk = Desk::with(&[("a.txt", &bytes)]);
    let run = desk.run(&["build", "a.txt", "-f", "json"]).succeeds();
    assert!(run.stderr.contains("not valid UTF-8"), "{}", run.stderr);
    let json = String::from_utf8(desk.read("a.json")).expect("UTF-8");
    assert!(json.contains(r#""notes":[{"code":"text-damaged","message":""#), "{json}");
    desk.run(&["export", "a.json", "-f", "json", "--name", "again"]).succeeds();
    assert_eq!(desk.read("again.json"), json.as_bytes());
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
fn a_finished_graph_goes_into_other_formats() {
    let desk = Desk::with(&[("in/a.txt", PLAN.as_bytes()), ("in/b.md", NOTE.as_bytes())]);
    let formats = "json,graphml,csv,xlsx,turtle";
    desk.run(&["build", "in", "-o", "built", "-f", formats, "--lang", "en"]).succeeds();
    let args = ["export", "built/graph.json", "-o", "exported", "-f", formats, "--lang", "en"];
    let run = desk.run(&args).succeeds();
    assert!(run.stderr.contains("2 documents"), "{}", run.stderr);
    let names = desk.list("built");
    assert_eq!(names.len(), 5 + 5);
    assert_eq!(desk.list("exported"), names);
    for name in names {
        let (built, exported) = (format!("built/{name}"), format!("exported/{name}"));
        assert_eq!(desk.read(&built), desk.read(&exported), "{name}");
    }
    // the report shows what the graph left out, for which it needs the text
    desk.run(&["build", "in", "-o", "built", "-f", "markdown,html", "-q"]).succeeds();
    let report = ["export", "built/graph.json", "--text", "in", "-f", "markdown,html", "-q"];
    desk.run(&report).succeeds();
    for name in ["graph.report.md", "graph.html"] {
        assert_eq!(desk.read(&format!("built/{name}")), desk.read(name), "{name}");
    }
    let words = String::from_utf8(desk.read("graph.report.md")).expect("UTF-8");
    assert!(words.contains("## 覆盖情况") && words.contains("无所得的句子"), "{words}");
    desk.run(&["export", "built/graph.json", "-f", "markdown", "-q"]).succeeds();
    let words = String::from_utf8(desk.read("graph.report.md")).expect("UTF-8");
    assert!(words.contains("未附原文（--text）") && !words.contains("无所得的句子"), "{words}");
    // with its text, from standard input
    let json = desk.read("built/graph.json");
    let args = ["export", "-", "--text", "in", "-f", "json", "-o", "-"];
    assert_eq!(desk.run_with_stdin(&args, &json).succeeds().stdout, json);
}

#[test]
fn what_is_no_graph_is_refused() {
    let desk = Desk::with(&[("a.json", b"{\"nodes\": 3}"), ("b.txt", PLAN.as_bytes())]);
    desk.run(&["export", "a.json", "-f", "dot"])
        .fails(1, &["a.json: not a JSON graph", "remedy: "]);
    desk.run(&["export", "none.json"]).fails(1, &["none.json: the graph cannot be read"]);
    desk.run(&["build", "b.txt", "-f", "json", "-q"]).succeeds();
    desk.run(&["export", "b.json", "-f", "json"]).fails(1, &["would replace"]);
    let texts = ["export", "b.json", "-f", "dot", "--text", "none"];
    desk.run(&texts).fails(1, &["none: cannot be read"]);
    assert!(desk.has("b.dot"), "what could be done was done");
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
    for command in
        ["build", "export", "text", "verify", "explain", "coverage", "review", "schema", "formats"]
    {
        let run = desk.run(&[command, "--help"]).succeeds();
        assert!(String::from_utf8(run.stdout).expect("UTF-8").contains("Usage: gangmu"));
    }
    let build = String::from_utf8(desk.run(&["help", "build"]).succeeds().stdout).expect("UTF-8");
    assert!(build.contains("Examples:"));
}
