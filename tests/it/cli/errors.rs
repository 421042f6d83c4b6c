//! All that can go wrong: a message that names file, place and remedy, the right exit code, and
//! whatever could be done was done.

use super::{Desk, NOTE, PLAN, Run, sources};

/// The document of this name fails with these words, as the only one and beside a good one.
#[track_caller]
fn check_bad_document(name: &str, content: &[u8], words: &[&str]) {
    let desk = Desk::with(&[(name, content), ("good.txt", PLAN.as_bytes())]);
    let mut words = words.to_vec();
    words.extend([name, "remedy: "]);

    desk.run(&["build", name, "-o", "alone"]).fails(1, &words);
    assert!(!desk.has("alone"), "nothing is written when no document can be read");

    desk.run(&["build", name, "good.txt", "-o", "both"]).fails(1, &words);
    assert_eq!(sources(&desk.read("both/graph.json")), ["good.txt"]);

    desk.run(&["text", name]).fails(1, &words);
}

#[test]
fn documents_that_cannot_be_read() {
    check_bad_document("empty.txt", b"", &["the file is empty"]);
    check_bad_document("blank.md", "\u{feff} \r\n\u{3000}\t\n".as_bytes(), &["no text"]);
    check_bad_document("nul.txt", b"a\nb\0c", &["binary file", "byte 3, line 2"]);
    check_bad_document(
        "noise.txt",
        b"\xff\x01\x02\x80",
        &["no text in a known encoding", "--encoding"],
    );
    check_bad_document("scan.txt", b"%PDF-1.7\n", &["PDF", "damaged or cut off"]);
    check_bad_document("report.txt", b"PK\x03\x04\x14\0\0\0", &["ZIP", "damaged or cut off"]);
    check_bad_document("picture.docx", b"\x89PNG\r\n", &["a picture", "OCR"]);
}

#[test]
fn a_missing_file() {
    let desk = Desk::with(&[("good.txt", PLAN.as_bytes())]);
    let words = ["missing.txt", "there is no such file", "remedy: "];
    desk.run(&["build", "missing.txt"]).fails(1, &words);
    assert_eq!(desk.list("."), ["good.txt"]);
    desk.run(&["text", "missing.txt"]).fails(1, &words);
    desk.run(&["build", "good.txt", "missing.txt"]).fails(1, &words);
    assert_eq!(sources(&desk.read("graph.json")), ["good.txt"]);
}

#[test]
fn a_folder_without_documents() {
    let desk = Desk::with(&[
        ("folder/table.csv", b"a,b"),
        ("folder/.hidden.txt", NOTE.as_bytes()),
        ("good.txt", PLAN.as_bytes()),
    ]);
    let words = ["folder: no documents", ".txt, .md, .markdown", "remedy: "];
    desk.run(&["build", "folder"]).fails(1, &words);
    assert!(!desk.has("graph.json"));
    desk.run(&["build", "folder", "good.txt"]).fails(1, &words);
    assert_eq!(sources(&desk.read("graph.json")), ["good.txt"]);
}

#[test]
fn every_bad_document_of_a_folder_is_named() {
    let desk = Desk::with(&[
        ("in/a.txt", b""),
        ("in/b.txt", PLAN.as_bytes()),
        ("in/c/d.txt", b"\xff\x01\x02\x80"),
    ]);
    let words = ["a.txt: the file is empty", "d.txt: this is no text", "2 documents could not be"];
    desk.run(&["build", "in"]).fails(1, &words);
    assert_eq!(sources(&desk.read("graph.json")), ["b.txt"]);
}

#[test]
fn the_text_of_a_folder() {
    let desk = Desk::with(&[("in/a.txt", PLAN.as_bytes())]);
    desk.run(&["text", "in"]).fails(1, &["in: this is a folder", "remedy: "]);
}

#[test]
fn wrong_usage_does_nothing() {
    let desk = Desk::with(&[("a.txt", PLAN.as_bytes())]);
    let wrong: &[(&[&str], &str)] = &[
        (&[], "Usage"),
        (&["build"], "<INPUT>"),
        (&["bild", "a.txt"], "build"),
        (&["build", "a.txt", "-f", "docx"], "json, html, svg"),
        (&["build", "a.txt", "-f", ""], "json, html, svg"),
        (&["build", "a.txt", "--view", "all"], "overview, full"),
        (&["build", "a.txt", "--edge-key", "arcs"], "edges, links"),
        (&["build", "a.txt", "--threads", "0"], "a whole number from 1 on"),
        (&["build", "a.txt", "--name", "../a"], "without folder"),
        (&["build", "a.txt", "-o", "-"], "one format"),
        (&["build", "a.txt", "-o", "-", "-f", "json,dot"], "one format"),
        (&["build", "a.txt", "-o", "-", "-f", "csv"], "several files"),
        (&["build", "a.txt", "--lang", "fr"], "zh, en"),
        (&["export", "a.json", "b.json"], "b.json"),
        (&["build", "-", "-"], "only once"),
        (&["build", "a.txt", "--fast"], "--fast"),
        (&["text"], "<INPUT>"),
    ];
    for (args, word) in wrong {
        desk.run(args).fails(2, &[word]);
    }
    assert_eq!(desk.list("."), ["a.txt"]);
}

#[test]
fn an_output_folder_that_cannot_be() {
    // as a file in its place; permissions would not stop the administrator that tests may run as
    let desk = Desk::with(&[("a.txt", PLAN.as_bytes()), ("file", b"mine")]);
    for folder in ["file", "file/deeper"] {
        let words = ["file is a file", "remedy: ", "-o DIR"];
        desk.run(&["build", "a.txt", "-o", folder]).fails(1, &words);
    }
    assert_eq!(desk.list("."), ["a.txt", "file"]);
    assert_eq!(desk.read("file"), b"mine");
}

#[test]
fn a_folder_in_the_place_of_an_output() {
    let desk = Desk::with(&[("a.txt", PLAN.as_bytes()), ("out/a.dot/x", b"mine")]);
    desk.run(&["build", "a.txt", "-o", "out"]).fails(1, &["a.dot", "a folder has this name"]);
    assert_eq!(desk.list("out"), ["a.dot", "a.json"], "the other format is written, whole");
    assert_eq!(sources(&desk.read("out/a.json")), ["a.txt"]);
}

#[test]
fn a_document_is_not_replaced_by_its_graph() {
    let desk = Desk::with(&[("plan.json", PLAN.as_bytes())]);
    desk.run(&["build", "plan.json"]).fails(1, &["would replace this document", "--name"]);
    assert_eq!(desk.read("plan.json"), PLAN.as_bytes());
}

#[test]
fn old_results_stay_when_there_are_no_new_ones() {
    let desk = Desk::with(&[("a.txt", b""), ("a.json", b"old"), ("a.dot", b"old")]);
    desk.run(&["build", "a.txt"]).fails(1, &["a.txt"]);
    assert_eq!((desk.read("a.json"), desk.read("a.dot")), (b"old".to_vec(), b"old".to_vec()));
}

#[cfg(target_os = "linux")]
#[test]
fn a_disk_that_takes_no_more() {
    let desk = Desk::with(&[("a.txt", PLAN.as_bytes()), ("a.json", b"old")]);
    let program = env!("CARGO_BIN_EXE_gangmu");
    let shell = |script: String| {
        let mut command = std::process::Command::new("bash");
        command.args(["-c", &script]).current_dir(desk.path(""));
        Run::of(command)
    };

    // every write to a file fails: the message comes, and what was there stays
    shell(format!("trap '' XFSZ; ulimit -f 0; exec '{program}' build a.txt"))
        .fails(1, &["a.json", "cannot be written"]);
    assert_eq!(desk.list("."), ["a.json", "a.txt"], "no half-written file stays behind");
    assert_eq!(desk.read("a.json"), b"old");

    // the same, but the program is killed at its first write
    let killed = shell(format!("ulimit -c 0; ulimit -f 0; exec '{program}' build a.txt"));
    assert_ne!(killed.code, Some(0));
    assert_eq!(desk.read("a.json"), b"old");

    shell(format!("exec '{program}' build a.txt -f json -o - > /dev/full"))
        .fails(1, &["standard output", "the disk is full"]);
}

#[test]
fn a_reader_that_has_had_enough() {
    // more than any pipe holds
    let desk = Desk::with(&[("long.txt", PLAN.repeat(2000).as_bytes())]);
    let mut command = desk.command(&["text", "long.txt"]);
    command.stdout(std::process::Stdio::piped()).stderr(std::process::Stdio::piped());
    let mut child = command.spawn().expect("the program runs");
    drop(child.stdout.take());
    let run = Run::from(child.wait_with_output().expect("it ends")).succeeds();
    assert_eq!(run.stderr, "");
}

#[test]
fn a_lexicon_that_cannot_be_read() {
    let desk = Desk::with(&[
        ("a.txt", PLAN.as_bytes()),
        ("gbk-companies.tsv", b"\xb8\xd9\t\n"),
        ("bad-companies.tsv", "# 我的企业\n青河重工集团\t青河重工\tno-such-flag\n".as_bytes()),
    ]);
    let build = |file: &str| desk.run(&["build", "a.txt", "--lexicon", file]);
    build("no-companies.tsv").fails(1, &["no-companies.tsv", "no such file"]);
    build("gbk-companies.tsv").fails(1, &["gbk-companies.tsv", "UTF-8"]);
    build("bad-companies.tsv").fails(1, &["bad-companies.tsv", "line 2", "remedy: "]);
    assert!(!desk.has("a.json"), "nothing is built with half of what was asked for");
}

#[test]
fn a_picture_without_graphviz() {
    let desk = Desk::with(&[("a.txt", PLAN.as_bytes())]);
    let mut command = desk.command(&["build", "a.txt", "-f", "svg,graphviz"]);
    command.env("PATH", "");
    Run::of(command).fails(1, &["Graphviz", "apt-get install graphviz fonts-noto-cjk"]);
    assert_eq!(desk.list("."), ["a.svg", "a.txt"], "the other format is written");
}
