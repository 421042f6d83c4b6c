//! Bytes → text, through the library.

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
    for name in ["a.txt", "A.TXT", "a.b.md", "a.markdown"] {
        assert!(input::is_document_name(name), "{name}");
    }
    for name in ["a", "txt", "a.txt.bak", "a.docx", "a.txt~", ""] {
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
    assert_eq!(refuse(b"\xfe\xff\x7e\xb2"), InputError::Utf16);
    assert_eq!(refuse(b"ab\n\0"), InputError::NulByte { offset: 3, line: 2 });
    assert_eq!(refuse(b"\xef\xbb\xbf\n\n\xb8\xd9"), InputError::NotUtf8 { offset: 5, line: 3 });
    // cut off within a character
    assert_eq!(refuse(&"纲目".as_bytes()[..5]), InputError::NotUtf8 { offset: 3, line: 1 });
}

#[test]
fn other_formats_are_named() {
    let named: &[(&[u8], &str)] = &[
        (b"%PDF-1.4\n%\xe2\xe3", "PDF"),
        (b"PK\x03\x04\x14\0", "DOCX"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\0\0", "DOC"),
        (b"{\\rtf1\\ansi", "RTF"),
        (b"\x89PNG\r\n\x1a\n", "PNG"),
        (b"\xff\xd8\xff\xe0", "JPEG"),
        (b"\x1f\x8b\x08", "gzip"),
        (b"\xef\xbb\xbf \r\n<!doctype HTML>", "web page"),
        (b"<html lang=\"zh\">", "web page"),
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
        if let Ok((_, text)) = input::read("a.txt", &bytes) {
            proptest::prop_assert!(bytes.ends_with(text.as_str().as_bytes()));
        }
    }

    #[test]
    fn any_text_comes_back(text in "[^\0\u{feff}<{%]\\PC*") {
        match input::read("a.md", text.as_bytes()) {
            Ok((_, read)) => proptest::prop_assert_eq!(read.as_str(), text),
            Err(error) => proptest::prop_assert_eq!(error, InputError::Blank),
        }
    }
}
