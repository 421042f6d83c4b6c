//! Web pages: the article with its title and source line, without all that a site puts around it.

mod article;
mod front;
mod lines;

use scraper::Html as Page;

use super::{Encoding, Extracted, File, Format, InputError, Options, Reader, encoding};
use crate::text::Layout;
use article::Ranking;

/// Reads web pages.
pub(super) struct Html;

/// How many bytes of a page may stand before its encoding is named.
const HEAD: usize = 8192;

impl Reader for Html {
    fn format(&self) -> Format {
        Format {
            name: "html",
            description: "web pages: the article without navigation, related links and footers",
            extensions: &["html", "htm", "shtml", "xhtml"],
        }
    }

    fn recognises(&self, file: File<'_>) -> bool {
        begins_like_a_page(file.bytes)
            || (file.is_named_as(&self.format())
                && file.bytes[..file.bytes.len().min(HEAD)].contains(&b'<'))
    }

    fn read(&self, file: File<'_>, options: &Options<'_>) -> Result<Extracted, InputError> {
        let claimed = claimed_encoding(file.bytes);
        let mut extracted = encoding::decode(file.bytes, options.encoding, claimed)?;
        let limit = options.limits.depth;
        if depth(&extracted.text) > limit {
            return Err(InputError::TooDeep { what: "elements are", limit });
        }
        let (text, layout) = read(&extracted.text);
        extracted.text = text;
        extracted.layout = layout;
        Ok(extracted)
    }
}

/// The text of a page.
fn read(html: &str) -> (String, Layout) {
    let page = Page::parse_document(html);
    let ranking = Ranking::of(&page);
    let article = ranking.article();
    let mut lines = lines::of(article, &ranking);
    let front = front::read(&page, article, &ranking, &lines);
    lines.splice(0..0, front);
    let mut text = String::new();
    let mut layout = Layout::default();
    for line in lines {
        if let (Some(level), Ok(start)) = (line.heading, u32::try_from(text.len())) {
            layout.headings.push((start, level));
        }
        text.push_str(&line.text);
        text.push('\n');
    }
    (text, layout)
}

/// Whether bytes begin like a web page, white space and comments aside.
fn begins_like_a_page(bytes: &[u8]) -> bool {
    // two bytes for each character, or one: the marks of a page are ASCII
    let head: Vec<u8> =
        bytes[..bytes.len().min(HEAD)].iter().copied().filter(|&b| b != 0).collect();
    let head = head.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(&head);
    let head = head.strip_prefix(b"\xFF\xFE").or(head.strip_prefix(b"\xFE\xFF")).unwrap_or(head);
    let mut rest = head.trim_ascii_start();
    while let Some(comment) = rest.strip_prefix(b"<!--") {
        let Some(end) = comment.windows(3).position(|part| part == b"-->") else { return false };
        rest = comment[end + 3..].trim_ascii_start();
    }
    if let Some(declaration) = rest.strip_prefix(b"<?xml ") {
        let Some(end) = declaration.iter().position(|&b| b == b'>') else { return false };
        rest = declaration[end + 1..].trim_ascii_start();
    }
    const STARTS: [&[u8]; 5] = [b"<!doctype html", b"<html", b"<head", b"<body", b"<meta "];
    let begins_with =
        |start: &[u8]| rest.get(..start.len()).is_some_and(|head| head.eq_ignore_ascii_case(start));
    STARTS.iter().any(|start| begins_with(start))
}

/// The encoding that a page says it is in, in `<meta charset=…>` or `content="…; charset=…"`.
fn claimed_encoding(bytes: &[u8]) -> Option<Encoding> {
    let head = bytes[..bytes.len().min(HEAD)].to_ascii_lowercase();
    let at = head.windows(8).position(|part| part == b"charset=")? + 8;
    let name = head[at..].iter().copied().skip_while(|b| matches!(b, b'"' | b'\'' | b' '));
    let name: Vec<u8> =
        name.take_while(|b| b.is_ascii_alphanumeric() || matches!(b, b'-' | b'_')).collect();
    Encoding::by_name(std::str::from_utf8(&name).ok()?)
}

/// How deep elements stand in one another at most, roughly and without parsing, since that takes
/// time with the square of it.
fn depth(html: &str) -> usize {
    // these end by themselves, or hold nothing
    const FLAT: [&str; 22] = [
        "p", "br", "li", "td", "th", "tr", "img", "meta", "link", "input", "hr", "dd", "dt",
        "option", "area", "base", "col", "embed", "source", "track", "wbr", "param",
    ];
    let (mut open, mut deepest) = (0usize, 0usize);
    for (at, _) in html.match_indices('<') {
        let rest = &html.as_bytes()[at + 1..];
        let closes = rest.first() == Some(&b'/');
        let name = &rest[usize::from(closes)..];
        let length = name.iter().take_while(|b| b.is_ascii_alphanumeric()).count();
        if length == 0 || !name[0].is_ascii_alphabetic() || length > 16 {
            continue;
        }
        if FLAT.iter().any(|flat| name[..length].eq_ignore_ascii_case(flat.as_bytes())) {
            continue;
        }
        if closes {
            open = open.saturating_sub(1);
        } else {
            open += 1;
            deepest = deepest.max(open);
        }
    }
    deepest
}
