//! Files made with real tools (`tests/samples/make`) of one sample plan: whatever the format and the
//! encoding, they give what its plain text gives.

use std::fs;
use std::path::PathBuf;
use std::process::Command;
use std::sync::LazyLock;

use gangmu::extraction::Extraction;
use gangmu::input::{self, InputError, Options, Reading};
use gangmu::lexicon::Lexicon;
use gangmu::pipeline::Extractor;

static EXTRACTOR: LazyLock<Extractor> = LazyLock::new(|| Extractor::new(Lexicon::from_seeds()));

fn sample(name: &str) -> Vec<u8> {
    let root = PathBuf::from(env!("CARGO_MANIFEST_DIR"));
    let path = match name {
        "linjiang-2024.txt" => root.join("seeds/documents").join(name),
        _ => root.join("tests/data/input").join(name),
    };
    fs::read(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

fn read(name: &str, options: &Options<'_>) -> Reading {
    input::read_with(name, &sample(name), options).unwrap_or_else(|error| panic!("{name}: {error}"))
}

/// What a document gave, in words that do not depend on format, spacing and script.
#[derive(Debug, PartialEq, Eq)]
struct Findings {
    pillars: Vec<(String, u8, &'static str)>,
    actions: Vec<String>,
    entities: Vec<(&'static str, String, usize)>,
}

fn findings(reading: Reading) -> Findings {
    let Extraction { text, pillars, actions, entities, .. } =
        EXTRACTOR.extract(reading.source, reading.text);
    let words = |span: gangmu::text::Span| -> String {
        text.folded()[span.range()].chars().filter(|c| !c.is_whitespace()).collect()
    };
    let pillar = |p: &gangmu::extraction::Pillar| (words(p.title), p.level, p.kind.name());
    Findings {
        pillars: pillars.iter().map(pillar).collect(),
        actions: actions.iter().map(|action| words(action.span)).collect(),
        entities: entities
            .iter()
            .map(|entity| (entity.kind.name(), entity.name.clone(), entity.mentions.len()))
            .collect(),
    }
}

static PLAIN: LazyLock<Findings> =
    LazyLock::new(|| findings(read("linjiang-2024.txt", &Options::default())));

/// A file is read in this format and encoding, and gives what the plain text gives.
#[track_caller]
fn check(name: &str, format: &str, encoding: &str, options: &Options<'_>) -> String {
    let reading = read(name, options);
    assert_eq!((reading.source.format, reading.source.encoding), (format, encoding), "{name}");
    assert_eq!(reading.notes, [], "{name}");
    let text = reading.text.as_str().to_owned();
    let found = findings(reading);
    assert_eq!(found.pillars, PLAIN.pillars, "{name}");
    assert_eq!(found.actions, PLAIN.actions, "{name}");
    assert_eq!(found.entities, PLAIN.entities, "{name}");
    text
}

fn pdftotext(pdf: &[u8]) -> Option<String> {
    let dir = tempfile::tempdir().ok()?;
    let path = dir.path().join("a.pdf");
    fs::write(&path, pdf).ok()?;
    let output = Command::new("pdftotext").arg("-bbox-layout").arg(&path).arg("-").output().ok()?;
    output.status.success().then(|| String::from_utf8_lossy(&output.stdout).into_owned())
}

#[test]
fn the_plain_text_gives_something() {
    assert!(PLAIN.pillars.len() > 15 && PLAIN.actions.len() > 50 && PLAIN.entities.len() > 50);
}

#[test]
fn texts() {
    let usual = Options::default();
    for (name, encoding) in [
        ("gb18030.txt", "GB18030"),
        ("utf8-mark-crlf.txt", "UTF-8"),
        ("utf16le-mark.txt", "UTF-16LE"),
        ("utf16be.txt", "UTF-16BE"),
    ] {
        check(name, "text", encoding, &usual);
    }
    check("pandoc.md", "markdown", "UTF-8", &usual);
}

#[test]
fn traditional_texts_are_matched_and_stay_as_written() {
    let text = check("traditional.txt", "text", "UTF-8", &Options::default());
    assert!(text.starts_with("臨湖市2024年政府工作報告"), "the text is as written");
    // the forms of Taiwan differ in words too (裡, 著), but hardly in what is found
    let reading = read("big5.txt", &Options::default());
    assert_eq!(reading.source.encoding, "Big5");
    let found = findings(reading);
    assert_eq!(found.pillars, PLAIN.pillars);
    assert_eq!(found.actions, PLAIN.actions);
    assert_eq!(found.entities, PLAIN.entities);
}

#[test]
fn web_pages() {
    let usual = Options::default();
    check("pandoc.html", "html", "UTF-8", &usual);
    for (name, encoding) in [("site-gb2312.html", "GB18030"), ("breaks.html", "UTF-8")] {
        let text = check(name, "html", encoding, &usual);
        assert!(text.starts_with("临湖市2024年政府工作报告\n"), "{name}: {text}");
        assert!(text.lines().nth(1).is_some_and(|line| line.contains("2024-01-22")), "{name}");
        for around in ["首页", "无关", "版权", "分享", "TRS_Editor", "nbsp"] {
            assert!(!text.contains(around), "{name}: {around} in {text}");
        }
    }
}

#[test]
fn word_documents() {
    let usual = Options::default();
    check("pandoc.docx", "docx", "UTF-8", &usual);
    check("libreoffice.docx", "docx", "UTF-8", &usual);
    let reading = read("pandoc.docx", &usual);
    let line = reading.text.as_str().find("（二）改革开放持续深化");
    let line = reading.text.as_str().find("一、2023年工作回顾").or(line).expect("a heading");
    assert_eq!(reading.text.heading_level(line), Some(2), "headings by style");
}

#[test]
fn numbers_of_word_are_written_out() {
    let reading = read("numbered.docx", &Options::default());
    let text = reading.text.as_str().to_owned();
    for heading in [
        "一、2023年工作回顾\n",
        "（一）产业升级步伐加快。",
        "\n1.深化重点领域改革",
        "\n2.扩大高水平开放",
    ] {
        assert!(text.contains(heading), "{heading} in {text}");
    }
    assert!(!text.contains("已删"), "deleted revisions are no text");
    assert!(text.contains("15万亩，落实"), "a mark of a footnote is no text");
    assert!(text.contains("\n指标\t数值\n就业\t三点八\n"), "a row is a line");
    assert!(text.contains("\n专栏里的文字\n"), "a text box");
    assert!(text.trim_end().ends_with("\n口径见统计公报"), "a footnote stands apart");
    assert!(!text.contains("人民政府文件"), "headers are no text");
    let found = findings(reading);
    assert_eq!(found.pillars, PLAIN.pillars);
    assert_eq!(found.entities, PLAIN.entities);
    assert_eq!(found.actions[..PLAIN.actions.len()], PLAIN.actions[..]);
}

#[cfg(feature = "doc")]
#[test]
fn word_97_documents() {
    check("libreoffice.doc", "doc", "internal", &Options::default());
    let numbered = read("numbered.doc", &Options::default());
    let text = numbered.text.as_str();
    assert!(!text.contains("人民政府文件") && text.contains("指标\t数值\n"), "{text}");
    let line = text.find("2023年工作回顾").expect("a heading");
    assert_eq!(numbered.text.heading_level(line), Some(1));
    assert!(!text.contains("一、2023年工作回顾"), "the crate tells no automatic numbers");
    let codes: Vec<String> =
        numbered.notes.iter().map(|note| note.code.name().to_owned()).collect();
    assert_eq!(codes, ["text-numbers-lost"], "which is told");
    assert_eq!(read("libreoffice.doc", &Options::default()).notes, [], "nothing is lost there");
}

const PDF: [&str; 5] =
    ["libreoffice.pdf", "chromium.pdf", "owner-password.pdf", "gbk-euc-h.pdf", "unigb-ucs2-h.pdf"];

#[test]
fn pdf_without_help() {
    for name in PDF {
        check(name, "pdf", "internal", &Options::default());
    }
}

#[test]
fn pdf_by_pdftotext() {
    if Command::new("pdftotext").arg("-v").output().is_err() {
        println!("skipped: pdftotext is not installed (tests/run installs it)");
        return;
    }
    for name in PDF {
        let options = Options { pdf: Some(&pdftotext), ..Options::default() };
        assert!(pdftotext(&sample(name)).is_some(), "{name}");
        check(name, "pdf", "internal", &options);
    }
}

#[test]
fn pages_are_known() {
    for name in ["libreoffice.pdf", "gbk-euc-h.pdf", "standard.ofd"] {
        let text = read(name, &Options::default()).text;
        let pages = text.pages().expect("it has pages");
        assert!(pages >= 2, "{name}");
        let last = text.as_str().rfind("奋斗").expect("the end");
        assert_eq!((text.page(0), text.page(last)), (Some(1), Some(pages)), "{name}");
        for foot in ["— 1 —", "- 1 -", "临湖市人民政府文件"] {
            assert!(!text.as_str().contains(foot), "{name}: {foot}");
        }
    }
    assert_eq!(read("gb18030.txt", &Options::default()).text.pages(), None);
}

#[test]
fn ofd() {
    check("standard.ofd", "ofd", "UTF-8", &Options::default());
    check("easyofd.ofd", "ofd", "UTF-8", &Options::default());
}

#[test]
fn rows_of_workbooks_are_actions() {
    let reading = read("projects.xlsx", &Options::default());
    let Extraction { text, actions, pillars, .. } = EXTRACTOR.extract(reading.source, reading.text);
    let titles: Vec<&str> = pillars.iter().map(|pillar| text.slice(pillar.title)).collect();
    assert_eq!(titles, ["产业类项目", "基础设施类项目"]);
    let plan = |pillar: &gangmu::extraction::Pillar| pillar.kind.name() == "plan";
    assert!(pillars.iter().all(plan), "完成比例 is a column, and no tense");
    assert_eq!(actions.len(), 3);
    let port = &actions[2];
    let words = |span: Option<gangmu::text::Span>| span.map(|span| text.slice(span));
    assert_eq!(words(port.object), Some("临湖港二期工程"));
    assert_eq!(words(port.actor), Some("临湖交通投资集团"));
    assert_eq!(words(port.place), Some("临湖港区"));
    assert_eq!(port.deadline.as_ref().and_then(|d| d.date.as_deref()), Some("2026-12"));
    assert_eq!(port.pillar.map(|pillar| pillar.0), Some(1));
    let [investment, share] = &port.quantities[..] else { panic!("{:?}", port.quantities) };
    assert_eq!((investment.value, text.slice(investment.unit)), (23.0, "亿元"));
    assert_eq!((share.value, text.slice(share.unit)), (10.0, "%"), "no fraction");
}

#[test]
fn firms_of_lists_are_whole_cells() {
    use gangmu::extraction::Source;
    use gangmu::schema::EntityKind;
    use gangmu::text::{Cell, Layout, Row, SourceText, Span};

    let firms =
        ["临湖宏远水泥厂", "云帆科技", "临湖大河粮油合作社", "北岭建材有限责任公司、东屿药业"];
    let bodies = ["市住建局", "临湖县人民医院"];
    let (mut text, mut rows) = (String::new(), Vec::new());
    for body in firms.iter().chain(&bodies) {
        let start = text.len();
        text.push_str("项目名称：城北道路改造\t实施单位：");
        let header = Span::new(text.len() - "实施单位：".len(), text.len() - "：".len());
        let value = Span::new(text.len(), text.len() + body.len());
        text.push_str(body);
        rows.push(Row { span: Span::new(start, text.len()), cells: vec![Cell { header, value }] });
        text.push('\n');
    }
    let layout = Layout { rows, ..Layout::default() };
    let text = SourceText::new(text).expect("short").with_layout(layout);
    let source =
        Source { name: "a".into(), format: "xlsx", encoding: "internal", sha256: "0".repeat(64) };
    let found = EXTRACTOR.extract(source, text);
    let companies = found.entities.iter().filter(|entity| entity.kind == EntityKind::Company);
    let mut names: Vec<&str> = companies.map(|entity| entity.name.as_str()).collect();
    names.sort_unstable();
    let mut expected: Vec<&str> = firms.iter().flat_map(|cell| cell.split('、')).collect();
    expected.sort_unstable();
    assert_eq!(names, expected);
}

#[test]
fn archives_are_taken_apart() {
    let members = input::unpack(&sample("archive.zip"), &Options::default().limits);
    let members = members.expect("sound").expect("an archive");
    let paths: Vec<&str> = members.iter().map(|member| member.path.as_str()).collect();
    assert_eq!(paths, ["2024/again.txt", "2024/工作报告.txt", "empty.txt", "picture.png"]);
    assert_eq!(members[1].content, Ok(sample("gb18030.txt")));
    for document in ["libreoffice.docx", "projects.xlsx", "standard.ofd", "gb18030.txt"] {
        assert_eq!(input::unpack(&sample(document), &Options::default().limits), Ok(None));
    }
}

#[test]
fn what_gives_no_text_is_refused_with_the_reason() {
    let helped = Options { pdf: Some(&pdftotext), ..Options::default() };
    for options in [Options::default(), helped] {
        let refuse = |name: &str| {
            input::read_with(name, &sample(name), &options).expect_err("it is refused")
        };
        assert_eq!(refuse("scan.pdf"), InputError::Scanned { pages: 2 });
        assert_eq!(refuse("no-unicode.pdf"), InputError::UnreadableFonts);
        assert!(matches!(refuse("encrypted.pdf"), InputError::Encrypted { .. }));
        assert!(matches!(refuse("encrypted.docx"), InputError::Encrypted { .. }));
    }
}
