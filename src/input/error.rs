//! Why a file cannot be read, and what to do about it.

use crate::schema::Limit;

/// Why the bytes of a file are no document. `Display` states the problem and the place in the
/// file; the file's name is known to the caller alone and is his to add.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum InputError {
    /// It has no bytes.
    #[error("the file is empty")]
    Empty,
    /// It has nothing but white space.
    #[error("the document holds no text")]
    Blank,
    /// It is in a format that is known and cannot be read.
    #[error("this is {what}, which cannot be read")]
    Unsupported {
        /// What it is, with its article.
        what: &'static str,
        /// How to get text out of it.
        remedy: &'static str,
    },
    /// It has a byte that no text has.
    #[error("this is a binary file, not a text (NUL byte at byte {offset}, line {line})")]
    NulByte {
        /// Where, from 0, in the file.
        offset: usize,
        /// In which line, from 1.
        line: usize,
    },
    /// Its bytes are characters in no encoding that is known.
    #[error("this is no text in a known encoding (first doubt at byte {offset})")]
    NotText {
        /// Where, from 0, it is not UTF-8.
        offset: usize,
    },
    /// It is locked with a password.
    #[error("{what} is encrypted")]
    Encrypted {
        /// What it is, with its article.
        what: &'static str,
    },
    /// Its format is known, and a part of it is broken or missing.
    #[error("{what} is damaged or cut off: {problem}")]
    Damaged {
        /// What it is, with its article.
        what: &'static str,
        /// What is wrong with it.
        problem: &'static str,
    },
    /// It, or what is packed in it, has more bytes than are let in.
    #[error("{what} more than {} MiB, the limit", limit >> 20)]
    TooLarge {
        /// The file, or what is packed in it, with its verb.
        what: &'static str,
        /// How many bytes are let in.
        limit: u64,
    },
    /// Its elements, or archives, stand in one another deeper than any document's.
    #[error("{what} nested more than {limit} deep")]
    TooDeep {
        /// What is nested, with its verb.
        what: &'static str,
        /// How deep is let in.
        limit: usize,
    },
    /// A PDF or OFD file of pictures.
    #[error("the {pages} pages hold pictures and no text (a scan)")]
    Scanned {
        /// How many pages it has.
        pages: usize,
    },
    /// A PDF file whose fonts do not tell which characters they show.
    #[error("the fonts of this PDF do not tell its characters; what can be read is garbage")]
    UnreadableFonts,
    /// It is larger than the tool can take.
    #[error(transparent)]
    Limit(#[from] Limit),
}

impl InputError {
    /// What the user can do about it.
    #[must_use]
    pub fn remedy(&self) -> &'static str {
        match self {
            InputError::Empty | InputError::Blank => {
                "check that the document was saved or exported completely"
            }
            InputError::Unsupported { remedy, .. } => remedy,
            InputError::NulByte { .. } => {
                "open it in the program that made it and save it as plain text in UTF-8"
            }
            InputError::NotText { .. } => {
                "if it is a text, name its encoding with --encoding; otherwise open it in the \
                 program that made it and save it as plain text in UTF-8"
            }
            InputError::Encrypted { .. } => "open it with its password and save it without one",
            InputError::Damaged { .. } => {
                "get the file anew, or open it in Word, WPS or a viewer and save it once more"
            }
            InputError::TooLarge { .. } => {
                "if that is meant to be so, raise the limit with --max-size MIB"
            }
            InputError::TooDeep { .. } => "unpack it, or save the document as plain text in UTF-8",
            InputError::Scanned { .. } => {
                "run a text recognition (OCR) on it, for example: ocrmypdf -l chi_sim scan.pdf text.pdf"
            }
            InputError::UnreadableFonts => {
                "install poppler-utils and poppler-data (pdftotext), or print the document to PDF \
                 anew, or run a text recognition (OCR) on it"
            }
            InputError::Limit(_) => "split the document into several files",
        }
    }
}
