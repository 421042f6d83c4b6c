//! PDF: the lines of its pages, joined to paragraphs.
//!
//! Lines come from `pdftotext` where the caller has it, which knows more fonts than any library, and
//! else from the reader here. Whatever comes is judged before it is believed: a PDF tells which shapes
//! to draw, and need not tell which characters they are.

mod bbox;
mod cmap;
mod content;
mod font;
mod quality;

use std::panic::{AssertUnwindSafe, catch_unwind};

use lopdf::{Document, LoadOptions};

use super::page::{self, Page};
use super::{Extracted, File, Format, InputError, OWN_ENCODING, Options, Reader};

/// What messages call it.
const WHAT: &str = "this PDF file";
/// How every PDF begins, within so many bytes.
const MAGIC: &[u8] = b"%PDF-";
const MAGIC_WITHIN: usize = 1024;

/// Reads PDF.
pub(super) struct Pdf;

impl Reader for Pdf {
    fn format(&self) -> Format {
        Format {
            name: "pdf",
            description: "PDF with text in it (best with pdftotext and poppler-data installed)",
            extensions: &["pdf"],
        }
    }

    fn recognises(&self, file: File<'_>) -> bool {
        let head = &file.bytes[..file.bytes.len().min(MAGIC_WITHIN)];
        let at = head.windows(MAGIC.len()).position(|part| part == MAGIC);
        // a text may speak of PDF, a PDF begins with it but for a few odd bytes
        at.is_some_and(|at| at == 0 || !head[..at].iter().any(u8::is_ascii_alphanumeric))
    }

    fn read(&self, file: File<'_>, options: &Options<'_>) -> Result<Extracted, InputError> {
        let helped = options.pdf.and_then(|help| help(file.bytes));
        let helped = helped.and_then(|xml| bbox::pages(&xml, options.limits));
        let first = helped.map(checked);
        if let Some(Ok(extracted)) = first {
            return Ok(extracted);
        }
        let own = own_pages(file.bytes, options).and_then(checked);
        match (own, first) {
            // the more able reader knows better why it fails
            (Err(_), Some(Err(error))) => Err(error),
            (own, _) => own,
        }
    }
}

/// The text of pages, if it is one.
fn checked(pages: Vec<Page>) -> Result<Extracted, InputError> {
    let number = pages.len();
    let (text, layout) = page::join(pages);
    quality::judge(&text, number)?;
    Ok(Extracted { layout, ..Extracted::new(text, OWN_ENCODING) })
}

/// The pages by our own reader.
fn own_pages(bytes: &[u8], options: &Options<'_>) -> Result<Vec<Page>, InputError> {
    let limit = usize::try_from(options.limits.bytes).unwrap_or(usize::MAX);
    let load = LoadOptions { max_decompressed_size: Some(limit), ..LoadOptions::default() };
    // the crate is meant not to panic, and has met fewer files than there are
    let result = catch_unwind(AssertUnwindSafe(|| {
        let Ok(document) = Document::load_mem_with_options(bytes, load) else {
            return Err(match locked(bytes) {
                true => InputError::Encrypted { what: WHAT },
                false => InputError::Damaged { what: WHAT, problem: "its objects cannot be found" },
            });
        };
        if document.is_encrypted() {
            return Err(InputError::Encrypted { what: WHAT });
        }
        let pages = content::pages(&document, limit);
        match pages.is_empty() {
            true => Err(InputError::Damaged { what: WHAT, problem: "it has no pages" }),
            false => Ok(pages),
        }
    }));
    let odd = InputError::Damaged { what: WHAT, problem: "its structure is not sound" };
    result.unwrap_or(Err(odd))
}

/// Whether the file says that it is encrypted.
fn locked(bytes: &[u8]) -> bool {
    bytes.windows(9).any(|part| part == b"/Encrypt ")
        || bytes.windows(11).any(|p| p == b"/Encrypt\r\n/")
}
