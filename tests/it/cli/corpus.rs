//! Real documents, where they are at hand: they are not part of the repository.

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use jsonschema::Validator;
use rayon::prelude::*;

use super::{Desk, graphviz_is_installed, repository};

#[test]
fn real_documents_give_sound_graphs() {
    let Ok(entries) = fs::read_dir(repository().join("../shared/corpus")) else {
        println!("skipped: there is no corpus of real documents beside the repository");
        return;
    };
    let paths = entries.map(|entry| entry.expect("readable").path());
    let mut paths: Vec<PathBuf> =
        paths.filter(|path| path.extension().is_some_and(|e| e == "txt")).collect();
    paths.sort();
    assert!(!paths.is_empty(), "the corpus holds texts");

    let desk = Desk::with(&[]);
    let schema = desk.run(&["schema"]).succeeds().stdout;
    let schema = serde_json::from_slice(&schema).expect("the schema is JSON");
    let validator = jsonschema::validator_for(&schema).expect("the schema is one");
    let draw = graphviz_is_installed();
    paths.par_iter().for_each(|path| check(&desk, path, &validator, draw));
}

#[test]
fn real_word_documents_make_one_graph() {
    let folder = repository().join("../shared/corpus");
    if !folder.is_dir() {
        println!("skipped: there is no corpus of real documents beside the repository");
        return;
    }
    let desk = Desk::with(&[]);
    let args = ["build", &folder.to_string_lossy(), "--include", "*.docx", "-f", "json", "-o", "-"];
    let graph = desk.run(&args).succeeds().stdout;
    let graph: serde_json::Value = serde_json::from_slice(&graph).expect("the graph is JSON");
    let nodes = graph["nodes"].as_array().expect("nodes");
    let of = |kind: &str| nodes.iter().filter(|node| node["type"] == kind).collect::<Vec<_>>();
    let documents = of("document");
    assert!(documents.len() >= 10, "the corpus holds Word documents");
    for document in &documents {
        assert_eq!(document["format"], "docx");
        let pillars = of("pillar").iter().filter(|p| p["document"] == document["id"]).count();
        assert!(pillars >= 10, "{}: {pillars} pillars", document["source"]);
    }
}

/// One document by itself, so that a failure names it.
fn check(desk: &Desk, path: &Path, validator: &Validator, draw: bool) {
    let stem = path.file_stem().expect("a file").to_string_lossy();
    let shown = path.to_string_lossy();
    desk.run(&["build", &shown, "--threads", "1"]).succeeds();

    let graph: serde_json::Value =
        serde_json::from_slice(&desk.read(&format!("{stem}.json"))).expect("the graph is JSON");
    if let Some(error) = validator.iter_errors(&graph).next() {
        panic!("{shown}: {error} at {}", error.instance_path());
    }
    if draw {
        let warnings = graphviz_warnings(&desk.read(&format!("{stem}.dot")));
        assert_eq!(warnings, "", "{shown}");
    }
}

/// What Graphviz has to say about a DOT file that it draws.
fn graphviz_warnings(dot: &[u8]) -> String {
    let mut command = Command::new("dot");
    command.arg("-Tsvg").stdin(Stdio::piped()).stdout(Stdio::null()).stderr(Stdio::piped());
    let mut child = command.spawn().expect("it was found");
    child.stdin.take().expect("a pipe").write_all(dot).expect("it reads its input");
    let output = child.wait_with_output().expect("it ends");
    String::from_utf8_lossy(&output.stderr).into_owned()
}
