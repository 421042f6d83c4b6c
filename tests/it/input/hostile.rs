//! Files that are broken, or made to break whoever reads them: an error that says what to do, in
//! little time and memory.

use std::io::{Cursor, Write};
use std::time::{Duration, Instant};

use gangmu::input::{self, InputError, Limits, Options};
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

fn container(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, content) in parts {
        writer.start_file(*name, SimpleFileOptions::default()).expect("a part");
        writer.write_all(content).expect("memory");
    }
    writer.finish().expect("whole").into_inner()
}

fn docx(document: &str) -> Vec<u8> {
    container(&[("[Content_Types].xml", b"<Types/>"), ("word/document.xml", document.as_bytes())])
}

#[track_caller]
fn refuse(name: &str, bytes: &[u8]) -> InputError {
    let start = Instant::now();
    let error = input::read(name, bytes).expect_err(name);
    assert!(start.elapsed() < Duration::from_secs(20), "{name} took {:?}", start.elapsed());
    assert!(!error.to_string().is_empty() && !error.remedy().is_empty());
    error
}

#[test]
fn files_that_are_cut_off() {
    let root = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/data/input/");
    let names =
        ["libreoffice.docx", "libreoffice.doc", "projects.xlsx", "standard.ofd", "libreoffice.pdf"];
    for name in names {
        let bytes = std::fs::read(format!("{root}{name}")).expect("a sample");
        for part in [1, 10, 50, 90, 99] {
            let cut = &bytes[..bytes.len() * part / 100];
            // what is left of a PDF may be a page or two; else it is refused
            if let Err(error) = input::read(name, cut) {
                assert!(!error.remedy().is_empty());
            } else {
                assert!(name.ends_with(".pdf") || part > 80, "{name} cut at {part} %");
            }
        }
    }
    // the text itself is cut off inside of a sound container
    let error = refuse("a.docx", &docx("<w:document><w:body><w:p><w:r><w:t>建设"));
    assert!(matches!(error, InputError::Damaged { .. }), "{error}");
}

#[test]
fn the_content_counts_and_not_the_name() {
    let (source, _) = input::read("a.docx", "一、建设园区\n".as_bytes()).expect("a text");
    assert_eq!(source.format, "text");
    let (source, _) =
        input::read("a.txt", &docx("<d><p><r><t>建设园区</t></r></p></d>")).expect("a DOCX");
    assert_eq!(source.format, "docx");
    let (source, text) =
        input::read("a.pdf", b"<!doctype html><p>\xe5\xbb\xba\xe8\xae\xbe").expect("a page");
    assert_eq!((source.format, text.as_str()), ("html", "建设\n"));
    assert!(matches!(refuse("a.docx", b"\x89PNG\r\n\x1a\n"), InputError::Unsupported { .. }));
    assert!(matches!(refuse("a.pdf", b"%PDF-1.7\n"), InputError::Damaged { .. }));
    assert!(matches!(
        refuse("a.docx", &container(&[("[Content_Types].xml", b"<T/>")])),
        InputError::Damaged { .. }
    ));
    assert!(matches!(
        refuse("a.ppt", &container(&[("ppt/presentation.xml", b"<p/>")])),
        InputError::Unsupported { .. }
    ));
}

#[test]
fn zip_bombs() {
    let limits = Limits { bytes: 1 << 20, ..Limits::default() };
    let options = Options { limits, ..Options::default() };
    let zeros = vec![b' '; 2 << 20];
    let bombs = [
        ("bomb.docx", container(&[("word/document.xml", &zeros)])),
        (
            "bomb.xlsx",
            container(&[
                ("[Content_Types].xml", b"<T/>"),
                ("xl/workbook.xml", b"<w/>"),
                ("xl/media/a.bin", &zeros),
            ]),
        ),
        ("bomb.ofd", container(&[("OFD.xml", &zeros)])),
    ];
    for (name, bomb) in &bombs {
        assert!(bomb.len() < 1 << 16);
        let error = input::read_with(name, bomb, &options).expect_err("a bomb");
        assert!(
            matches!(error, InputError::TooLarge { limit, .. } if limit == 1 << 20),
            "{name}: {error}"
        );
        assert!(error.remedy().contains("--max-size"));
    }
    // many parts, each of which is small enough
    let half = vec![b' '; 700 << 10];
    let parts = container(&[("a.txt", &half), ("b.txt", &half), ("c.txt", &half)]);
    let members = input::unpack(&parts, &limits).expect("an archive").expect("an archive");
    assert!(members[0].content.is_ok());
    assert!(matches!(members[1].content, Err(InputError::TooLarge { .. })), "{:?}", members.len());
    assert_eq!(members.len(), 2, "nothing comes after the limit");
    // archives in archives
    let mut nested = container(&[("a.txt", b"a")]);
    for _ in 0..6 {
        nested = container(&[("inner.zip", &nested)]);
    }
    let members = input::unpack(&nested, &Limits::default()).expect("sound").expect("an archive");
    assert!(matches!(
        members[..],
        [input::Member { content: Err(InputError::TooDeep { .. }), .. }]
    ));
}

#[test]
fn archives_with_a_password() {
    let mut archive = container(&[("a.txt", "一、总则\n".as_bytes())]);
    // the bit that says so, in the head of the file and in the directory
    for (mark, flags) in [(b"PK\x03\x04", 6), (b"PK\x01\x02", 8)] {
        let at = archive.windows(4).position(|bytes| bytes == mark).expect("a ZIP has both");
        archive[at + flags] |= 1;
    }
    let members = input::unpack(&archive, &Limits::default()).expect("sound").expect("an archive");
    let [member] = &members[..] else { panic!("{members:?}") };
    assert!(matches!(member.content, Err(InputError::Encrypted { .. })), "{member:?}");
}

#[test]
fn files_that_are_too_large() {
    let options =
        Options { limits: Limits { bytes: 10, ..Limits::default() }, ..Options::default() };
    let error = input::read_with("a.txt", "建设园区".as_bytes(), &options).expect_err("12 bytes");
    assert_eq!(error, InputError::TooLarge { what: "the file has", limit: 10 });
    let raised =
        Options { limits: Limits { bytes: 12, ..Limits::default() }, ..Options::default() };
    assert!(input::read_with("a.txt", "建设园区".as_bytes(), &raised).is_ok());
}

#[test]
fn elements_in_elements() {
    let deep =
        |open: &str, close: &str, n| [open.repeat(n), "建设".to_owned(), close.repeat(n)].concat();
    let error = refuse("a.docx", &docx(&deep("<w:p>", "</w:p>", 100_000)));
    assert!(matches!(error, InputError::TooDeep { .. }), "{error}");
    let page = ["<html><body>", &deep("<div>", "</div>", 200_000)].concat();
    assert!(matches!(refuse("a.html", page.as_bytes()), InputError::TooDeep { .. }));
    // without end tags, and with an element that only looks flat
    let page = ["<html><body>", &"<span>".repeat(200_000), "建设"].concat();
    assert!(matches!(refuse("a.html", page.as_bytes()), InputError::TooDeep { .. }));
    // deep, but not too deep
    let page = ["<html><body>", &deep("<div>", "</div>", 500)].concat();
    assert_eq!(input::read("a.html", page.as_bytes()).expect("a page").1.as_str(), "建设\n");
}

#[test]
fn entities_are_not_multiplied() {
    let laughs = "<!DOCTYPE d [<!ENTITY a \"建设建设\"><!ENTITY b \"&a;&a;&a;&a;\">]><d><p><r><t>园&b;区</t></r></p></d>";
    let (_, text) = input::read("a.docx", &docx(laughs)).expect("a document");
    assert_eq!(text.as_str(), "园区\n");
}

#[test]
fn cells_far_apart() {
    let sheet = br#"<worksheet><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>a</t></is></c></row><row r="1048576"><c r="XFD1048576" t="inlineStr"><is><t>b</t></is></c></row></sheetData></worksheet>"#;
    let workbook = br#"<workbook xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="s" sheetId="1" r:id="rId1"/></sheets></workbook>"#;
    let relations = br#"<Relationships><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>"#;
    let bytes = container(&[
        ("[Content_Types].xml", b"<Types/>"),
        ("_rels/.rels", br#"<Relationships><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>"#),
        ("xl/workbook.xml", workbook),
        ("xl/_rels/workbook.xml.rels", relations),
        ("xl/worksheets/sheet1.xml", sheet),
    ]);
    let (_, text) = input::read("a.xlsx", &bytes).expect("a workbook");
    assert_eq!(text.as_str(), "a\nb\n");
}

proptest::proptest! {
    #[test]
    fn damaged_bytes_never_panic(
        name in proptest::sample::select(vec![
            "numbered.docx", "numbered.doc", "projects.xlsx", "standard.ofd", "gbk-euc-h.pdf",
            "site-gb2312.html", "archive.zip",
        ]),
        changes in proptest::collection::vec((0usize..100_000, proptest::num::u8::ANY), 1..20),
    ) {
        let root = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/data/input/");
        let mut bytes = std::fs::read(format!("{root}{name}")).expect("a sample");
        for (at, value) in changes {
            let at = at % bytes.len();
            bytes[at] = value;
        }
        let _ = input::read(name, &bytes);
        let _ = input::unpack(&bytes, &Limits::default());
    }
}
