//! Which characters the codes of a font stand for, and how wide they are.

use std::collections::HashMap;

use encoding_rs::{BIG5, GB18030, UTF_16BE};
use lopdf::{Dictionary, Document, Encoding, Object};

use super::cmap::ToUnicode;

/// A font as far as text needs it.
pub(super) struct Font<'a> {
    codes: Codes<'a>,
    /// By code, in thousandths of the font's size.
    widths: HashMap<u32, f64>,
    default_width: Option<f64>,
}

/// How codes become characters.
enum Codes<'a> {
    /// By an encoding of Chinese texts, as CMaps of this name say.
    Text(&'static encoding_rs::Encoding),
    /// By the font's own table.
    Table { table: ToUnicode, width: usize },
    /// By an encoding of letters, a byte each.
    Letters(Encoding<'a>),
    /// Not at all: the font brings shapes, and no word about what they are.
    Unknown,
}

impl<'a> Font<'a> {
    /// Reads a font's dictionary.
    pub(super) fn read(font: &'a Dictionary, document: &'a Document, limit: usize) -> Self {
        let codes = Codes::read(font, document, limit);
        let (widths, default_width) = widths(font, document);
        Self { codes, widths, default_width }
    }

    /// The characters of a string, each with its width in thousandths of the font's size.
    pub(super) fn decode(&self, bytes: &[u8]) -> Vec<(String, f64)> {
        let by_code = |width: usize, read: &dyn Fn(u32, &[u8]) -> String| {
            let codes = bytes.chunks(width.max(1));
            let decode = |bytes: &[u8]| {
                let code = bytes.iter().fold(0, |sum, &byte| sum << 8 | u32::from(byte));
                let text = read(code, bytes).replace('\0', "");
                let usual = || text.chars().next().map_or(500.0, width_of);
                let known = self.widths.get(&code).copied().or(self.default_width);
                let advance = known.unwrap_or_else(usual);
                (text, advance)
            };
            codes.map(decode).collect()
        };
        match &self.codes {
            Codes::Text(encoding) => {
                let text = encoding.decode_without_bom_handling(bytes).0;
                text.chars().map(|c| (c.to_string(), width_of(c))).collect()
            }
            Codes::Table { table, width } => {
                by_code(*width, &|code, _| table.get(code).unwrap_or("\u{FFFD}").to_owned())
            }
            Codes::Letters(encoding) => {
                by_code(1, &|_, bytes| encoding.bytes_to_string(bytes).unwrap_or_default())
            }
            Codes::Unknown => by_code(2, &|_, _| "\u{FFFD}".to_owned()),
        }
    }
}

impl<'a> Codes<'a> {
    fn read(font: &'a Dictionary, document: &'a Document, limit: usize) -> Self {
        let subtype = font.get(b"Subtype").and_then(Object::as_name).unwrap_or_default();
        let encoding = font.get_deref(b"Encoding", document);
        let bare = encoding.is_err();
        let named = encoding.and_then(Object::as_name).unwrap_or_default();
        if let Some(encoding) = by_cmap(named) {
            return Self::Text(encoding);
        }
        let composite = subtype == b"Type0";
        let stream = font.get_deref(b"ToUnicode", document).and_then(Object::as_stream);
        let table = stream.and_then(|stream| stream.get_plain_content_with_limit(limit));
        if let Some(table) = table.ok().and_then(|table| ToUnicode::read(&table)) {
            let width = if composite { table.width.clamp(1, 2) } else { 1 };
            return Self::Table { table, width };
        }
        // a subset of a font with numbered shapes, and nothing that names them
        if composite || subtype == b"Type3" || (bare && is_symbolic(font, document)) {
            return Self::Unknown;
        }
        font.get_font_encoding_with_limit(document, limit).map_or(Self::Unknown, Self::Letters)
    }
}

/// Whether a font says that it holds other signs than letters. So do subsets with codes of their own.
fn is_symbolic(font: &Dictionary, document: &Document) -> bool {
    let descriptor = font.get_deref(b"FontDescriptor", document).and_then(Object::as_dict);
    let flags = descriptor.and_then(|d| d.get(b"Flags")).and_then(Object::as_i64);
    flags.is_ok_and(|flags| flags & 4 != 0)
}

/// A string in no font.
pub(super) fn without_font(bytes: &[u8]) -> Vec<(String, f64)> {
    bytes.iter().map(|_| ("\u{FFFD}".to_owned(), 500.0)).collect()
}

/// How wide the codes of a font are, and all others.
fn widths(font: &Dictionary, document: &Document) -> (HashMap<u32, f64>, Option<f64>) {
    let mut widths = HashMap::new();
    let array = |dictionary: &Dictionary, key: &[u8]| {
        let array = dictionary.get_deref(key, document).and_then(Object::as_array);
        array.cloned().unwrap_or_default()
    };
    let descendants = array(font, b"DescendantFonts");
    let descendant = descendants.first().and_then(|font| document.dereference(font).ok());
    if let Some(descendant) = descendant.and_then(|(_, font)| font.as_dict().ok()) {
        let default = descendant.get(b"DW").map_or(1000.0, number);
        composite_widths(&array(descendant, b"W"), document, &mut widths);
        return (widths, Some(default));
    }
    // the shapes of a font that is drawn may have units of their own
    let unit = match array(font, b"FontMatrix").first() {
        Some(scale) => number(scale) * 1000.0,
        None => 1.0,
    };
    let all = array(font, b"Widths");
    let first = font.get(b"FirstChar").and_then(Object::as_i64).unwrap_or(0);
    let first = u32::try_from(first.clamp(0, 255)).unwrap_or(0);
    widths.extend((first..=255).zip(all.iter().map(|width| number(width) * unit)));
    (widths, None)
}

/// `c [w1 w2 …]` and `first last w`.
fn composite_widths(list: &[Object], document: &Document, widths: &mut HashMap<u32, f64>) {
    const MOST: usize = 1 << 17;
    let code = |object: &Object| object.as_i64().ok().and_then(|code| u32::try_from(code).ok());
    let mut rest = list;
    while let [first, second, tail @ ..] = rest {
        let Some(first) = code(first) else { return };
        let second = document.dereference(second).map_or(second, |(_, object)| object);
        if let Ok(each) = second.as_array() {
            widths.extend((first..).zip(each.iter().map(number)));
            rest = tail;
        } else {
            let ([width, tail @ ..], Some(last)) = (tail, code(second)) else { return };
            let last = last.min(first.saturating_add(0xFFFF));
            widths.extend((first..=last).map(|code| (code, number(width))));
            rest = tail;
        }
        if widths.len() > MOST {
            return;
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

/// How wide a character mostly is.
fn width_of(c: char) -> f64 {
    if c < '\u{2000}' { 500.0 } else { 1000.0 }
}

fn number(object: &Object) -> f64 {
    object.as_float().map_or(0.0, f64::from)
}
