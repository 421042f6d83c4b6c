//! Word 97–2003 documents (DOC), which WPS writes as well.

use super::{Extracted, File, Format, InputError, Options, Reader};

/// How files of the old office programs begin.
const MAGIC: &[u8] = b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1";

/// Reads Word 97–2003 documents.
pub(super) struct Doc;

/// What messages call it.
const WHAT: &str = "this Word 97–2003 document";

impl Reader for Doc {
    fn format(&self) -> Format {
        Format {
            name: "doc",
            description: "Word 97–2003 documents, also those of WPS",
            extensions: &["doc", "wps"],
        }
    }

    fn recognises(&self, file: File<'_>) -> bool {
        file.bytes.starts_with(MAGIC)
            && (has_stream(file.bytes, "WordDocument") || has_stream(file.bytes, "EncryptedPackage"))
    }

    fn read(&self, file: File<'_>, options: &Options<'_>) -> Result<Extracted, InputError> {
        if has_stream(file.bytes, "EncryptedPackage") {
            return Err(InputError::Encrypted { what: "this office document" });
        }
        if !has_stream(file.bytes, "WordDocument") {
            return Err(InputError::Damaged { what: WHAT, problem: "it holds no text" });
        }
        read(file.bytes, options)
    }
}

/// Whether the directory of the file names a stream, which it does in UTF-16.
fn has_stream(bytes: &[u8], name: &str) -> bool {
    let wanted: Vec<u8> = name.encode_utf16().flat_map(u16::to_le_bytes).collect();
    // entries of the directory are 128 bytes long and stand at multiples of that
    bytes.chunks(128).any(|entry| entry.starts_with(&wanted))
}

#[cfg(feature = "doc")]
fn read(bytes: &[u8], _: &Options<'_>) -> Result<Extracted, InputError> {
    use office_oxide::doc::DocError;
    use office_oxide::{Document, DocumentFormat, OfficeError};

    let cursor = std::io::Cursor::new(bytes.to_vec());
    match Document::from_reader(cursor, DocumentFormat::Doc) {
        Ok(document) => Ok(Extracted::new(lines(&document.plain_text()), super::OWN_ENCODING)),
        Err(OfficeError::Doc(DocError::Encrypted)) => Err(InputError::Encrypted { what: WHAT }),
        Err(_) => Err(InputError::Damaged { what: WHAT, problem: "its structure is not sound" }),
    }
}

/// The text without the control characters that Word keeps in it.
#[cfg(feature = "doc")]
fn lines(text: &str) -> String {
    let mut lines = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '\r' | '\u{B}' | '\u{C}' => lines.push('\n'),
            '\n' | '\t' => lines.push(c),
            c if c.is_control() => {}
            c => lines.push(c),
        }
    }
    lines
}

#[cfg(not(feature = "doc"))]
fn read(_: &[u8], _: &Options<'_>) -> Result<Extracted, InputError> {
    Err(InputError::Unsupported {
        what: "a Word 97–2003 document (this gangmu was built without its feature `doc`)",
        remedy: "open it in Word or WPS and save it as DOCX",
    })
}
