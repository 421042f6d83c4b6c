//! How to read: what the user says of the encoding, how much he lets in, who helps with PDF.

use super::Encoding;

/// How much may come in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limits {
    /// Bytes of a file, and bytes of all that is packed in it together.
    pub bytes: u64,
    /// How deep elements may stand in one another, and archives in archives.
    pub depth: usize,
}

impl Limits {
    /// What is let in unless said otherwise: far more than any plan has, and what a small machine
    /// can still hold.
    pub const DEFAULT: Self = Self { bytes: 256 << 20, depth: 1024 };
}

impl Default for Limits {
    fn default() -> Self {
        Self::DEFAULT
    }
}

/// Finds the lines of a PDF file by other means than the library's own: the bytes of the file → what
/// `pdftotext -bbox-layout` prints of it, or `None` where that did not work.
pub type PdfHelper<'a> = &'a (dyn Fn(&[u8]) -> Option<String> + Sync);

/// How to read a file.
#[derive(Clone, Copy, Default)]
pub struct Options<'a> {
    /// The encoding of texts and web pages; `None` finds it out.
    pub encoding: Option<Encoding>,
    /// How much may come in.
    pub limits: Limits,
    /// Who helps with PDF.
    pub pdf: Option<PdfHelper<'a>>,
}
