//! Pictures as files: pages, pixels, PDF, and those that Graphviz draws.

use super::{Desk, PLAN, graphviz_is_installed};

/// A plan that does not fit one page.
fn long_plan() -> String {
    let numbers = ["一", "二", "三", "四", "五", "六", "七", "八", "九"];
    let mut plan = String::from("长县2026年工作方案\n\n");
    for number in numbers {
        plan.push_str(&format!("{number}、做好第{number}方面工作\n"));
        for part in numbers {
            plan.push_str(&format!("实施第{part}号改造工程，完成投资{}亿元。\n", part.len()));
        }
    }
    plan
}

#[test]
fn pictures_by_graphviz() {
    if !graphviz_is_installed() {
        return;
    }
    let desk = Desk::with(&[("a.txt", PLAN.as_bytes())]);
    let kinds: [(&str, &[u8], &[u8]); 3] = [
        ("graphviz", b"<?xml", b"</svg>\n"),
        ("graphviz-png", b"\x89PNG\r\n\x1a\n", b"IEND\xae\x42\x60\x82"),
        ("graphviz-pdf", b"%PDF-", b"%%EOF\n"),
    ];
    for (format, start, end) in kinds {
        for view in ["overview", "full"] {
            let args = ["build", "a.txt", "-f", format, "-o", "-", "--view", view];
            let run = desk.run(&args).succeeds();
            assert!(run.stdout.starts_with(start) && run.stdout.ends_with(end), "{format}");
            assert!(!run.stderr.contains("warning"), "{}", run.stderr);
            assert!(desk.run(&args).stdout == run.stdout, "{format}: the same bytes");
        }
    }
    let run = desk.run(&["build", "a.txt", "-f", "graphviz-png,png,graphviz-pdf,graphviz"]);
    run.succeeds();
    assert_eq!(desk.list("."), ["a.dot.pdf", "a.dot.png", "a.dot.svg", "a.png", "a.txt"]);
}

#[test]
fn pages_are_files() {
    let desk = Desk::with(&[("a.txt", long_plan().as_bytes())]);
    let build = |size, more: &[&str]| {
        let args = ["build", "a.txt", "-f", "svg", "--view", "full", "--size", size];
        desk.run(&[&args, more].concat())
    };
    build("screen", &[]).succeeds();
    assert_eq!(desk.list("."), ["a.svg", "a.txt"], "a screen has one picture");
    let run = build("slide", &["-o", "slides"]).succeeds();
    let slides = desk.list("slides");
    assert!(slides.len() > 2 && slides.iter().all(|name| run.stderr.contains(name)), "{slides:?}");
    for (number, name) in (1..).zip(&slides) {
        let svg = String::from_utf8(desk.read(&format!("slides/{name}"))).expect("UTF-8");
        assert!(svg.contains(&format!(">第 {number} 页，共 {} 页<", slides.len())), "{name}");
    }
    // fewer pages leave those of before, and say so
    let run = build("a4", &["-o", "slides"]).succeeds();
    let last = slides.last().expect("slides");
    assert!(
        run.stderr.contains("[picture-old-pages]") && run.stderr.contains(last),
        "{}",
        run.stderr
    );
    assert_eq!(desk.list("slides").len(), slides.len());
    // standard output takes one file
    build("slide", &["-o", "-"])
        .fails(1, &[&format!("{} pages", slides.len()), "--size screen", "-f pdf", "-o DIR"]);
    assert!(build("screen", &["-o", "-"]).succeeds().stdout.ends_with(b"</svg>\n"));
}

#[cfg(feature = "pdf")]
#[test]
fn a_pdf_has_all_pages() {
    let desk = Desk::with(&[("a.txt", long_plan().as_bytes())]);
    let count = |format: &str| {
        let args = ["build", "a.txt", "-f", format, "--view", "full", "--size", "slide", "-o", "p"];
        desk.run(&args).succeeds();
    };
    count("pdf");
    let pdf = lopdf::Document::load_mem(&desk.read("p/a.pdf")).expect("a PDF");
    count("svg");
    assert_eq!(pdf.get_pages().len(), desk.list("p").len() - 1);
    let args = ["build", "a.txt", "-f", "pdf", "--view", "full", "--size", "slide", "-o", "-"];
    assert!(desk.run(&args).succeeds().stdout == desk.read("p/a.pdf"), "the same bytes");
}

#[cfg(feature = "png")]
#[test]
fn a_picture_in_pixels() {
    let desk = Desk::with(&[("a.txt", PLAN.as_bytes())]);
    let run = desk.run(&["build", "a.txt", "-f", "png", "--size", "a4"]).succeeds();
    assert!(run.stderr.contains("wrote a.png"), "{}", run.stderr);
    let png = desk.read("a.png");
    assert_eq!(&png[..8], b"\x89PNG\r\n\x1a\n");
    let number = |at: usize| u32::from_be_bytes(png[at..at + 4].try_into().expect("four bytes"));
    // twice 210 by 297 mm at 96 dots per inch
    assert_eq!((number(16), number(20)), (1587, 2245));
    desk.run(&["build", "a.txt", "-f", "png", "--size", "a4", "--name", "again"]).succeeds();
    assert_eq!(desk.read("again.png"), png, "the same bytes");
    desk.write("long.txt", long_plan().as_bytes());
    let args = ["build", "long.txt", "-f", "png,svg", "--view", "full", "--size", "a4", "-o", "p"];
    desk.run(&args).succeeds();
    let of = |ending| desk.list("p").into_iter().filter(|name| name.ends_with(ending)).count();
    assert!(of(".png") > 1 && of(".png") == of(".svg"), "{:?}", desk.list("p"));
}

#[cfg(feature = "pdf")]
#[test]
fn a_page_whose_words_can_be_read() {
    let desk = Desk::with(&[("a.txt", PLAN.as_bytes())]);
    let run = desk.run(&["build", "a.txt", "-f", "pdf", "--size", "a3"]).succeeds();
    assert!(run.stderr.contains("wrote a.pdf"), "{}", run.stderr);
    let pdf = desk.read("a.pdf");
    assert!(pdf.starts_with(b"%PDF-"));
    desk.run(&["build", "a.txt", "-f", "pdf", "--size", "a3", "--name", "again"]).succeeds();
    assert_eq!(desk.read("again.pdf"), pdf, "the same bytes");
    if run.stderr.contains("no font with Chinese characters") {
        return; // it said so, and there is nothing to read
    }
    let text = String::from_utf8(desk.run(&["text", "a.pdf"]).succeeds().stdout).expect("UTF-8");
    let svg = String::from_utf8(
        desk.run(&["build", "a.txt", "-f", "svg", "--size", "a3", "-o", "-"]).succeeds().stdout,
    )
    .expect("UTF-8");
    let labels: Vec<&str> = svg
        .split("<text ")
        .skip(1)
        .filter_map(|rest| rest.split_once('>')?.1.split_once("</text>"))
        .map(|(words, _)| words)
        .collect();
    let plain = |words: &str| words.chars().filter(|c| !c.is_whitespace()).collect::<String>();
    let found = plain(&text);
    assert!(labels.len() > 5);
    for label in labels.iter().filter(|label| !label.contains('&') && label.chars().count() > 1) {
        assert!(found.contains(&plain(label)), "{label} is not in: {text}");
    }
}
