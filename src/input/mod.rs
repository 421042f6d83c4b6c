//! Bytes of a file → the text that everything else counts in, and where it came from.
//!
//! Each format is a `Reader` in a file (or folder) of its own and stands once in `READERS`; that is
//! all that a new format needs. A reader is chosen by the content, and by the file's name only where
//! the content cannot tell (Markdown is any text). Reading does no IO: whoever calls brings the
//! bytes.

mod archive;
mod code;
mod doc;
mod docx;
mod encoding;
mod error;
mod familiar;
mod html;
mod markdown;
mod ofd;
mod options;
mod package;
mod page;
mod pdf;
mod plain;
mod radicals;
mod signature;
mod xlsx;
mod xml;

pub use archive::{Member, unpack};
pub use encoding::Encoding;
pub use error::InputError;
pub use options::{Limits, Options, PdfHelper};

use sha2::{Digest, Sha256};

use crate::extraction::{Diagnostic, Source};
use crate::text::{Layout, SourceText, is_blank};

/// A format that documents come in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Format {
    /// The name in files and messages.
    pub name: &'static str,
    /// What it is, for people.
    pub description: &'static str,
    /// The endings of the names of its files, lower case and without the dot.
    pub extensions: &'static [&'static str],
}

/// A file whose bytes are at hand.
#[derive(Debug, Clone, Copy)]
struct File<'a> {
    /// Its name, without its folder.
    name: &'a str,
    /// All of it.
    bytes: &'a [u8],
}

impl File<'_> {
    /// Whether the name ends in one of the format's extensions, in any case.
    fn is_named_as(&self, format: &Format) -> bool {
        has_extension(self.name, format)
    }
}

/// What a reader got out of a file.
#[derive(Debug)]
struct Extracted {
    /// The text, in which offsets count from now on.
    text: String,
    /// The character encoding it was found in.
    encoding: &'static str,
    /// What the file says of its layout.
    layout: Layout,
    /// What was noticed.
    notes: Vec<Diagnostic>,
}

impl Extracted {
    /// A text and nothing besides.
    fn new(text: String, encoding: &'static str) -> Self {
        Self { text, encoding, layout: Layout::default(), notes: Vec::new() }
    }
}

/// The encoding of formats that bring their own way from bytes to characters.
const OWN_ENCODING: &str = "internal";

/// One format and how to read it.
trait Reader: Sync {
    /// The format it reads.
    fn format(&self) -> Format;

    /// Whether the file is in its format, by content first and by name second. Must be cheap: it
    /// is asked of every file.
    fn recognises(&self, file: File<'_>) -> bool;

    /// The text of a file that it recognises.
    fn read(&self, file: File<'_>, options: &Options<'_>) -> Result<Extracted, InputError>;
}

/// All readers. The first that recognises a file reads it, so the more particular come first, and
/// plain text, which takes anything, last.
const READERS: &[&dyn Reader] = &[
    &ofd::Ofd,
    &xlsx::Xlsx,
    &pdf::Pdf,
    &html::Html,
    &doc::Doc,
    &docx::Docx,
    &markdown::Markdown,
    &plain::Plain,
];

/// A document as it was read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reading {
    /// Where it came from.
    pub source: Source,
    /// Its text.
    pub text: SourceText,
    /// What was noticed, such as characters that got lost.
    pub notes: Vec<Diagnostic>,
}

/// Reads a document as [`read_with`] does, in the ordinary way.
///
/// # Errors
/// Those of [`read_with`].
///
/// # Example
/// ```
/// let (source, text) = gangmu::input::read("计划.txt", "一、总则\n".as_bytes()).unwrap();
/// assert_eq!(source.format, "text");
/// assert_eq!(text.as_str(), "一、总则\n");
/// ```
pub fn read(name: &str, bytes: &[u8]) -> Result<(Source, SourceText), InputError> {
    read_with(name, bytes, &Options::default()).map(|reading| (reading.source, reading.text))
}

/// Reads a document: `name` is the file's name without its folder, `bytes` all of its content.
///
/// # Errors
/// [`InputError`] when the bytes are no document that can be read. Its `Display` says what is
/// wrong and where, [`InputError::remedy`] what to do.
pub fn read_with(name: &str, bytes: &[u8], options: &Options<'_>) -> Result<Reading, InputError> {
    if bytes.is_empty() {
        return Err(InputError::Empty);
    }
    if bytes.len() as u64 > options.limits.bytes {
        return Err(InputError::TooLarge { what: "the file has", limit: options.limits.bytes });
    }
    let file = File { name, bytes };
    let reader = READERS
        .iter()
        .find(|reader| reader.recognises(file))
        .expect("the last reader recognises every file");
    let Extracted { text, encoding, layout, notes } = reader.read(file, options)?;
    if text.chars().all(is_blank) {
        return Err(InputError::Blank);
    }
    let source = Source {
        name: name.to_owned(),
        format: reader.format().name,
        encoding,
        sha256: digest(bytes),
    };
    Ok(Reading { source, text: SourceText::new(text)?.with_layout(layout), notes })
}

/// SHA-256 of bytes, in hexadecimal, as a document's node has it.
#[must_use]
pub fn digest(bytes: &[u8]) -> String {
    hexadecimal(&Sha256::digest(bytes))
}

/// The formats that can be read.
pub fn formats() -> impl Iterator<Item = Format> {
    READERS.iter().rev().map(|reader| reader.format()).chain([archive::FORMAT])
}

/// Whether a file of this name, found in a folder, is taken for a document.
#[must_use]
pub fn is_document_name(name: &str) -> bool {
    formats().any(|format| has_extension(name, &format))
}

/// Whether `name` ends in one of the format's extensions, in any case.
fn has_extension(name: &str, format: &Format) -> bool {
    name.rsplit_once('.').is_some_and(|(_, extension)| {
        format.extensions.iter().any(|known| extension.eq_ignore_ascii_case(known))
    })
}

/// Bytes as lower-case hexadecimal digits.
fn hexadecimal(bytes: &[u8]) -> String {
    const DIGITS: [char; 16] =
        ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9', 'a', 'b', 'c', 'd', 'e', 'f'];
    bytes.iter().flat_map(|b| [b >> 4, b & 15]).map(|half| DIGITS[usize::from(half)]).collect()
}
