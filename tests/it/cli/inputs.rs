//! Files, folders and standard input.

use super::{Desk, NOTE, PLAN, sources};

#[test]
fn a_folder_means_the_documents_in_it() {
    let desk = Desk::with(&[
        ("in/b.txt", PLAN.as_bytes()),
        ("in/A.TXT", NOTE.as_bytes()),
        ("in/deep/er/c.markdown", b"# c\n"),
        ("in/deep/d.md", b"# d\n"),
        ("in/e.docx", b"PK\x03\x04"),
        ("in/.f.txt", b"hidden"),
        ("in/.git/g.txt", b"hidden"),
        ("in/readme", b"no ending"),
    ]);
    let run = desk.run(&["build", "in"]).succeeds();
    assert_eq!(sources(&desk.read("graph.json")), ["A.TXT", "b.txt", "c.markdown", "d.md"]);
    assert!(run.stderr.contains("skipped 2 files"), "{}", run.stderr);
}

#[cfg(unix)]
#[test]
fn links_to_files_are_followed_and_circles_are_not() {
    use std::os::unix::fs::symlink;
    let desk = Desk::with(&[("in/a.txt", PLAN.as_bytes()), ("b.txt", NOTE.as_bytes())]);
    symlink(desk.path("b.txt"), desk.path("in/b.txt")).expect("a link");
    symlink(desk.path("in"), desk.path("in/circle")).expect("a link");
    desk.run(&["build", "in"]).succeeds();
    assert_eq!(sources(&desk.read("graph.json")), ["a.txt", "b.txt"]);
}

#[test]
fn a_file_given_by_name_needs_no_ending() {
    let desk = Desk::with(&[(".hidden", PLAN.as_bytes()), ("plan", NOTE.as_bytes())]);
    desk.run(&["build", ".hidden", "plan", "-f", "json"]).succeeds();
    assert_eq!(sources(&desk.read("graph.json")), [".hidden", "plan"]);
}

#[test]
fn standard_input_is_a_document() {
    let desk = Desk::with(&[("a.txt", NOTE.as_bytes())]);
    let args = ["build", "-", "a.txt", "-f", "json", "-o", "-"];
    let run = desk.run_with_stdin(&args, PLAN.as_bytes()).succeeds();
    assert_eq!(sources(&run.stdout), ["a.txt", "stdin"]);
    desk.run_with_stdin(&["build", "-"], PLAN.as_bytes()).succeeds();
    assert_eq!(desk.list("."), ["a.txt", "graph.dot", "graph.json"]);
    desk.run_with_stdin(&["build", "-"], b"").fails(1, &["standard input: the file is empty"]);
}

#[test]
fn text_is_what_offsets_count_in() {
    let desk = Desk::with(&[]);
    for text in ["纲\r\n目", "# 纲\n\n\u{3000}目\n", " \u{200b}a"] {
        let run = desk.run_with_stdin(&["text", "-"], text.as_bytes()).succeeds();
        assert_eq!(run.stdout, text.as_bytes());
        let marked = ["\u{feff}", text].concat();
        let run = desk.run_with_stdin(&["text", "-"], marked.as_bytes()).succeeds();
        assert_eq!(run.stdout, text.as_bytes(), "a byte-order mark is not part of the text");
    }
}
