//! Which characters the codes of a font stand for.

use encoding_rs::{BIG5, GB18030, UTF_16BE};
use lopdf::{Dictionary, Document, Encoding, Object};

/// How a font's codes become characters.
pub(super) enum Font<'a> {
    /// By an encoding of Chinese texts, as CMaps of this name say.
    Text(&'static encoding_rs::Encoding),
    /// By what the font brings.
    Own {
        encoding: Encoding<'a>,
        /// How many bytes a code has.
        width: usize,
    },
    /// Not at all: it brings shapes, and no word about what they are.
    Unknown,
}

impl<'a> Font<'a> {
    /// Reads a font's dictionary.
    pub(super) fn read(font: &'a Dictionary, document: &'a Document, limit: usize) -> Self {
        let subtype = font.get(b"Subtype").and_then(Object::as_name).unwrap_or_default();
        let encoding = font.get_deref(b"Encoding", document);
        let named = encoding.and_then(Object::as_name).unwrap_or_default();
        if let Some(encoding) = by_cmap(named) {
            return Self::Text(encoding);
        }
        let tells = font.has(b"ToUnicode");
        if subtype == b"Type0" && !tells {
            return Self::Unknown;
        }
        // a subset of a font with numbered shapes, and nothing that names them
        if subtype == b"Type3" && !tells {
            return Self::Unknown;
        }
        match font.get_font_encoding_with_limit(document, limit) {
            Ok(encoding) => Self::Own { encoding, width: if subtype == b"Type0" { 2 } else { 1 } },
            Err(_) => Self::Unknown,
        }
    }

    /// The characters of a string, each with its width in thousandths of the font's size.
    pub(super) fn decode(&self, bytes: &[u8]) -> Vec<(String, f64)> {
        match self {
            Self::Text(encoding) => {
                let text = encoding.decode_without_bom_handling(bytes).0;
                text.chars().map(|c| (c.to_string(), width_of(c))).collect()
            }
            Self::Own { encoding, width } => bytes
                .chunks(*width)
                .map(|code| {
                    let text = encoding.bytes_to_string(code).unwrap_or_default();
                    let text = if text.is_empty() { "\u{FFFD}".to_owned() } else { text };
                    let advance = text.chars().next().map_or(500.0, width_of);
                    (text.replace('\0', ""), advance)
                })
                .collect(),
            Self::Unknown => {
                bytes.chunks(2).map(|_| ("\u{FFFD}".to_owned(), 1000.0)).collect()
            }
        }
    }
}

/// The encoding that a predefined CMap reads.
fn by_cmap(name: &[u8]) -> Option<&'static encoding_rs::Encoding> {
    let name = std::str::from_utf8(name).ok()?;
    let name = name.strip_suffix("-H").or_else(|| name.strip_suffix("-V"))?;
    match name {
        "GBK-EUC" | "GBKp-EUC" | "GBK2K" | "GB-EUC" | "GBpc-EUC" => Some(GB18030),
        "B5pc" | "ETen-B5" | "ETenms-B5" | "HKscs-B5" => Some(BIG5),
        "UniGB-UCS2" | "UniGB-UTF16" | "UniCNS-UCS2" | "UniCNS-UTF16" => Some(UTF_16BE),
        _ => None,
    }
}

/// How wide a character mostly is. Fonts tell it exactly; for finding lines this does.
fn width_of(c: char) -> f64 {
    if c < '\u{2000}' { 500.0 } else { 1000.0 }
}
