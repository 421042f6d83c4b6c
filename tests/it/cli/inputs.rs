//! Files, folders and standard input.

use super::{Desk, NOTE, PLAN, sources};

#[test]
fn a_folder_means_the_documents_in_it() {
    let desk = Desk::with(&[
        ("in/b.txt", PLAN.as_bytes()),
        ("in/A.TXT", NOTE.as_bytes()),
        ("in/deep/er/c.markdown", b"# c\n"),
        ("in/deep/d.md", b"# d\n"),
        ("in/e.csv", b"a,b"),
        ("in/.f.txt", b"hidden"),
        ("in/.git/g.txt", b"hidden"),
        ("in/readme", b"no ending"),
    ]);
    let run = desk.run(&["build", "in"]).succeeds();
    assert_eq!(sources(&desk.read("graph.json")), ["A.TXT", "b.txt", "c.markdown", "d.md"]);
    assert!(run.stderr.contains("skipped 4 files: 2 in formats"), "{}", run.stderr);
    assert!(run.stderr.contains("(.csv 1, no ending: readme 1), 2 hidden"), "{}", run.stderr);
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

#[test]
fn only_some_of_a_folder() {
    let desk = Desk::with(&[
        ("in/a.txt", PLAN.as_bytes()),
        ("in/draft.txt", NOTE.as_bytes()),
        ("in/old/b.txt", NOTE.as_bytes()),
        ("in/plan.dat", "一、建设园区\n".as_bytes()),
    ]);
    let build = |args: &[&str]| {
        let args = [&["build", "in", "-f", "json", "-o", "-"], args].concat();
        let run = desk.run(&args).succeeds();
        (sources(&run.stdout), run.stderr)
    };
    let (read, said) = build(&["--exclude", "draft*", "--exclude", "old"]);
    assert_eq!(read, ["a.txt"]);
    assert!(said.contains("2 left out by --include or --exclude"), "{said}");
    assert_eq!(build(&["--include", "*.dat", "--include", "old/*.txt"]).0, ["b.txt", "plan.dat"]);
    desk.run(&["build", "in", "--include", "a["]).fails(2, &["a["]);
}

#[test]
fn the_same_bytes_are_read_once() {
    let desk = Desk::with(&[
        ("in/b.txt", PLAN.as_bytes()),
        ("in/deep/a.txt", PLAN.as_bytes()),
        ("in/c.txt", NOTE.as_bytes()),
    ]);
    let run = desk.run(&["build", "in", "-f", "json", "-o", "-"]).succeeds();
    assert!(run.stderr.contains("1 file has the same bytes as another"), "{}", run.stderr);
    let graph: serde_json::Value = serde_json::from_slice(&run.stdout).expect("JSON");
    let documents: Vec<_> = graph["nodes"]
        .as_array()
        .expect("nodes")
        .iter()
        .filter(|n| n["type"] == "document")
        .collect();
    assert_eq!(documents[0]["source"], "a.txt");
    assert_eq!(documents[0]["other_sources"], serde_json::json!(["b.txt"]));
    assert_eq!(documents.len(), 2);
}

#[test]
fn an_archive_means_the_documents_in_it() {
    let archive = std::fs::read(super::repository().join("tests/data/input/archive.zip"));
    let desk =
        Desk::with(&[("in/a.zip", &archive.expect("a sample")), ("in/b.txt", NOTE.as_bytes())]);
    let run = desk.run(&["build", "in"]).fails(1, &["a.zip/empty.txt: the file is empty"]);
    assert!(run.stderr.contains("1 in archives"), "{}", run.stderr);
    assert_eq!(sources(&desk.read("graph.json")), ["a.zip/2024/again.txt", "b.txt"]);
    desk.run(&["text", "in/a.zip"]).fails(1, &["an archive of several documents"]);
}

#[test]
fn the_map_tells_where_lines_stand() {
    let desk = Desk::with(&[("a.txt", "一、纲\n\n 目a\n".as_bytes())]);
    let run = desk.run(&["text", "--map", "a.txt"]).succeeds();
    let map = String::from_utf8(run.stdout).expect("UTF-8");
    assert_eq!(
        map,
        "start\tend\tline\tparagraph\tpage\ttext\n0\t3\t1\t1\t-\t一、纲\n6\t8\t3\t2\t-\t目a\n"
    );
    let pdf = super::repository().join("tests/data/input/libreoffice.pdf");
    let run = desk.run(&["text", "--map", &pdf.to_string_lossy()]).succeeds();
    let map = String::from_utf8(run.stdout).expect("UTF-8");
    assert!(map.lines().last().is_some_and(|line| line.contains("\t2\t各位代表")), "{map}");
}

#[test]
fn encodings_are_found_and_can_be_said() {
    let gbk = b"2026\xc4\xea\xb9\xa4\xd7\xf7\xb1\xa8\xb8\xe6\n";
    let desk = Desk::with(&[("a.txt", gbk)]);
    let run = desk.run(&["text", "a.txt"]).succeeds();
    assert_eq!(String::from_utf8(run.stdout).expect("UTF-8"), "2026年工作报告\n");
    let run = desk.run(&["text", "a.txt", "--encoding", "UTF-8"]).succeeds();
    assert!(run.stderr.contains("places are not valid UTF-8"), "{}", run.stderr);
    desk.run(&["text", "a.txt", "--encoding", "EBCDIC"]).fails(2, &["GB18030"]);
}

#[test]
fn large_files_need_a_word() {
    let desk = Desk::with(&[("a.txt", "纲举目张\n".repeat(100_000).as_bytes())]);
    desk.run(&["text", "a.txt", "--max-size", "1"]).fails(1, &["1 MiB", "--max-size"]);
    desk.run(&["text", "a.txt", "--max-size", "2"]).succeeds();
}

#[cfg(unix)]
#[test]
fn pipes_and_devices_in_folders_do_not_stop_the_work() {
    let desk = Desk::with(&[("in/a.txt", PLAN.as_bytes())]);
    let made = std::process::Command::new("mkfifo").arg(desk.path("in/b.txt")).status();
    assert!(made.is_ok_and(|status| status.success()));
    let run = desk.run(&["build", "in"]).succeeds();
    assert!(run.stderr.contains("1 links to folders or no ordinary files"), "{}", run.stderr);
}
