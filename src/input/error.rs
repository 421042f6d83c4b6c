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
    #[error("the file holds only white space")]
    Blank,
    /// It is in a format that is known and cannot be read.
    #[error("this is {what}, which cannot be read yet")]
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
    /// It begins with the byte-order mark of UTF-16.
    #[error("the text is in UTF-16, not in UTF-8")]
    Utf16,
    /// Its bytes are not UTF-8.
    #[error("the text is not valid UTF-8 (first bad byte: byte {offset}, line {line})")]
    NotUtf8 {
        /// Where, from 0, in the file.
        offset: usize,
        /// In which line, from 1.
        line: usize,
    },
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
                "save the document as plain text in UTF-8; if it is a text in UTF-16, convert it: \
                 iconv -f UTF-16LE -t UTF-8 old.txt > new.txt"
            }
            InputError::Utf16 => "convert it: iconv -f UTF-16 -t UTF-8 old.txt > new.txt",
            InputError::NotUtf8 { .. } => {
                "Chinese texts that are not UTF-8 are mostly GB18030 (GBK); convert it: \
                 iconv -f GB18030 -t UTF-8 old.txt > new.txt"
            }
            InputError::Limit(_) => "split the document into several files",
        }
    }
}
