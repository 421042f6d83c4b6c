//! Bytes → text, through the library.

mod hostile;
mod samples;

use gangmu::input::{self, InputError};

/// The bytes, under this name, are read in this format as this text.
#[track_caller]
fn check(name: &str, bytes: &[u8], format: &str, text: &str) {
    let (source, read) = input::read(name, bytes).expect("a document");
    assert_eq!((source.name.as_str(), source.format, source.encoding), (name, format, "UTF-8"));
    assert_eq!(read.as_str(), text);
}

#[test]
fn text_stays_as_it_is() {
    for text in ["一、纲\n", "一、纲\r\n二、目\r", " \u{3000}纲 \n\n", "a", "\u{200b}目\u{feff}"]
    {
        check("a.txt", text.as_bytes(), "text", text);
        check("a.md", text.as_bytes(), "markdown", text);
    }
}

#[test]
fn a_byte_order_mark_is_not_text() {
    check("a.txt", b"\xef\xbb\xbfab", "text", "ab");
    check("a.txt", b"\xef\xbb\xbf\xef\xbb\xbfab", "text", "\u{feff}ab");
}

#[test]
fn the_name_tells_markdown() {
    let formats = [
        ("a.md", "markdown"),
        ("计划.2026.MARKDOWN", "markdown"),
        ("a.txt", "text"),
        ("a", "text"),
        ("md", "text"),
        ("stdin", "text"),
        ("a.csv", "text"),
    ];
    for (name, format) in formats {
        check(name, b"# a\n", format, "# a\n");
    }
}

#[test]
fn documents_in_folders_are_known_by_their_endings() {
    for name in ["a.txt", "A.TXT", "a.b.md", "a.markdown", "a.docx", "a.PDF", "a.shtml", "a.zip"] {
        assert!(input::is_document_name(name), "{name}");
    }
    for name in ["a", "txt", "a.txt.bak", "a.png", "a.txt~", ""] {
        assert!(!input::is_document_name(name), "{name}");
    }
}

#[test]
fn the_hash_is_of_the_bytes() {
    // as `printf abc | sha256sum` has it
    const ABC: &str = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
    let hash = |bytes| input::read("a.txt", bytes).expect("a document").0.sha256;
    assert_eq!(hash(b"abc"), ABC);
    assert_ne!(hash(b"\xef\xbb\xbfabc"), ABC, "the mark is part of the file");
}

#[test]
fn what_is_no_document_is_refused() {
    let refuse = |bytes: &[u8]| input::read("a.txt", bytes).expect_err("no document");
    assert_eq!(refuse(b""), InputError::Empty);
    assert_eq!(refuse(b"\xef\xbb\xbf"), InputError::Blank);
    assert_eq!(refuse("\r\n\t\u{3000}\u{200b}".as_bytes()), InputError::Blank);
    assert_eq!(refuse(b"ab\n\0"), InputError::NulByte { offset: 3, line: 2 });
    assert_eq!(refuse(b"\xff\x01\x02\x80\x03"), InputError::NotText { offset: 0 });
}

#[test]
fn what_is_lost_is_told() {
    let options = input::Options::default();
    // cut off within a character
    let reading =
        input::read_with("a.txt", &"纲举目张".as_bytes()[..11], &options).expect("a text");
    assert_eq!(reading.text.as_str(), "纲举目\u{fffd}");
    assert_eq!(reading.notes.len(), 1);
    assert_eq!(reading.notes[0].code, gangmu::diagnostic::Code::TextDamaged);
    let said = input::Options { encoding: input::Encoding::by_name("big5"), ..options };
    let reading = input::read_with("a.txt", "纲".as_bytes(), &said).expect("as told");
    assert_eq!(reading.source.encoding, "Big5");
}

#[test]
fn other_formats_are_named() {
    let named: &[(&[u8], &str)] = &[
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\0\0", "XLS"),
        (b"{\\rtf1\\ansi", "RTF"),
        (b"\x89PNG\r\n\x1a\n", "PNG"),
        (b"\xff\xd8\xff\xe0", "JPEG"),
        (b"\x1f\x8b\x08", "gzip"),
    ];
    for (bytes, word) in named {
        let error = input::read("a.txt", bytes).expect_err("no text");
        assert!(error.to_string().contains(word), "no {word} in: {error}");
        assert!(matches!(error, InputError::Unsupported { .. }), "{error:?}");
        assert!(!error.remedy().is_empty());
    }
    check("a.txt", b"<b>a</b>", "text", "<b>a</b>");
}

proptest::proptest! {
    #[test]
    fn any_bytes_are_text_or_an_error(bytes: Vec<u8>) {
        if let Ok((source, text)) = input::read("a.txt", &bytes)
            && source.encoding == "UTF-8"
            && !text.as_str().contains('\u{fffd}')
        {
            proptest::prop_assert!(bytes.ends_with(text.as_str().as_bytes()));
        }
    }

    #[test]
    fn any_text_comes_back(text in "[^\0\u{feff}<{%]\\PC*") {
        match input::read("a.md", text.as_bytes()) {
            Ok((_, read)) => proptest::prop_assert_eq!(read.as_str(), text),
            // control characters are no text
            Err(InputError::Blank | InputError::NotText { .. }) => {}
            Err(error) => return Err(proptest::test_runner::TestCaseError::fail(error.to_string())),
        }
    }
}
