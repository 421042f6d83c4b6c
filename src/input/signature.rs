//! Files that are surely in another format, by the bytes that they begin with. They are named, so
//! that the analyst learns what he has, rather than that his file is "not UTF-8".

use super::InputError;

/// A kind of file, how it begins, and how to get text out of it.
struct Signature {
    /// The bytes it begins with.
    magic: &'static [u8],
    /// What it is, with its article.
    what: &'static str,
    /// What to do with it.
    remedy: &'static str,
}

/// Where an office suite has the command that makes text of a document.
const SAVE_AS_TEXT: &str = "open it in Word or WPS and save it as plain text in UTF-8";
/// What to do with a container.
const UNPACK: &str = "unpack it and give the documents in it";
/// What to do with a picture.
const RECOGNISE: &str = "run a text recognition (OCR) on it and give its text";

/// In order: the first that fits names the file.
const SIGNATURES: &[Signature] = &[
    Signature {
        magic: b"%PDF-",
        what: "a PDF file",
        remedy: "take its text out: pdftotext -enc UTF-8 file.pdf file.txt",
    },
    Signature {
        magic: b"PK\x03\x04",
        what: "a ZIP container (DOCX, XLSX, OFD and ZIP archives are)",
        remedy: "if it is a document, open it in Word or WPS and save it as plain text in UTF-8; \
                 if it is an archive, unpack it",
    },
    Signature {
        magic: b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1",
        what: "an office document of the old kind (DOC, XLS, WPS)",
        remedy: SAVE_AS_TEXT,
    },
    Signature { magic: b"{\\rtf", what: "an RTF document", remedy: SAVE_AS_TEXT },
    Signature { magic: b"\x89PNG", what: "a picture (PNG)", remedy: RECOGNISE },
    Signature { magic: b"\xFF\xD8\xFF", what: "a picture (JPEG)", remedy: RECOGNISE },
    Signature { magic: b"GIF8", what: "a picture (GIF)", remedy: RECOGNISE },
    Signature { magic: b"\x1F\x8B", what: "a compressed file (gzip)", remedy: UNPACK },
    Signature { magic: b"7z\xBC\xAF\x27\x1C", what: "an archive (7z)", remedy: UNPACK },
    Signature { magic: b"Rar!", what: "an archive (RAR)", remedy: UNPACK },
];

/// A web page is text, and read as such its markup would end up in the graph.
const WEB_PAGE: Signature = Signature {
    magic: b"<",
    what: "a web page (HTML)",
    remedy: "open it in a browser, copy the article and save it as plain text in UTF-8",
};
/// How a web page begins, in any case and after white space.
const WEB_PAGE_STARTS: [&[u8]; 2] = [b"<!doctype html", b"<html"];

/// Says no to a file that begins like something other than a text to be read as it is.
pub(super) fn refuse_other_formats(bytes: &[u8]) -> Result<(), InputError> {
    let known = SIGNATURES.iter().find(|signature| bytes.starts_with(signature.magic));
    match known.or_else(|| is_web_page(bytes).then_some(&WEB_PAGE)) {
        Some(&Signature { what, remedy, .. }) => Err(InputError::Unsupported { what, remedy }),
        None => Ok(()),
    }
}

/// Whether the bytes begin like a web page.
fn is_web_page(bytes: &[u8]) -> bool {
    let body = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes).trim_ascii_start();
    let begins_with =
        |start: &[u8]| body.get(..start.len()).is_some_and(|head| head.eq_ignore_ascii_case(start));
    WEB_PAGE_STARTS.iter().any(|start| begins_with(start))
}
