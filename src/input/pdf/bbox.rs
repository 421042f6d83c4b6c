//! What `pdftotext -bbox-layout` prints: pages, lines and words, with their places.

use crate::input::Limits;
use crate::input::page::{Line, Page, Piece, assemble};
use crate::input::xml::{Element, Node, Nodes};

/// The pages in it; `None` when it is something else.
pub(super) fn pages(xml: &str, limits: Limits) -> Option<Vec<Page>> {
    // its head repeats what the PDF says of itself, which is not always sound XML
    let rest = &xml[xml.find("<doc>")?..];
    let body = &rest[..rest.rfind("</doc>")? + "</doc>".len()];
    // characters that no XML has may come out of bad fonts, and are judged later
    let mut nodes = Nodes::new(body, "the output of pdftotext", limits);
    let mut pages: Vec<(f64, Vec<Raw>)> = Vec::new();
    let mut line: Option<Raw> = None;
    let mut word: Option<Piece> = None;
    while let Some(node) = nodes.next().ok()? {
        match node {
            Node::Start(element) => match element.name() {
                "page" => pages.push((number(&element, "height"), Vec::new())),
                "line" => {
                    line = Some(Raw {
                        pieces: Vec::new(),
                        left: number(&element, "xMin"),
                        right: number(&element, "xMax"),
                        top: number(&element, "yMin"),
                        bottom: number(&element, "yMax"),
                    });
                }
                "word" => {
                    let (left, right) = (number(&element, "xMin"), number(&element, "xMax"));
                    word = Some(Piece { text: String::new(), left, right });
                }
                _ => {}
            },
            Node::Text(text) => {
                if let Some(word) = &mut word {
                    word.text.push_str(&text);
                }
            }
            Node::End(name) => match name.as_str() {
                "word" => {
                    if let (Some(word), Some(line)) = (word.take(), &mut line) {
                        line.pieces.push(word);
                    }
                }
                "line" => {
                    if let (Some(line), Some((_, lines))) = (line.take(), pages.last_mut()) {
                        lines.push(line);
                    }
                }
                _ => {}
            },
        }
    }
    let share = size_in_height(pages.iter().flat_map(|(_, lines)| lines));
    let page = |(height, lines): (f64, Vec<Raw>)| Page {
        height,
        lines: lines.into_iter().map(|line| line.finish(share)).collect(),
    };
    Some(pages.into_iter().map(page).collect())
}

/// A line as it is printed.
struct Raw {
    pieces: Vec<Piece>,
    left: f64,
    right: f64,
    top: f64,
    bottom: f64,
}

impl Raw {
    fn height(&self) -> f64 {
        (self.bottom - self.top).max(1.0)
    }

    /// How large its characters are, where it has enough to tell.
    fn size(&self) -> Option<f64> {
        self.pieces.iter().filter_map(size_of).reduce(f64::max)
    }

    fn finish(mut self, share: f64) -> Line {
        let size = self.size().unwrap_or(self.height() * share);
        for piece in &mut self.pieces {
            narrow(piece, size);
        }
        let middle = f64::midpoint(self.top, self.bottom);
        Line {
            text: assemble(&self.pieces, size, 0.6),
            left: self.left,
            right: self.right,
            top: middle - size / 2.0,
            bottom: middle + size / 2.0,
        }
    }
}

/// What share of a line's box its characters are high. The box is as high as the font says, which
/// may be far more.
fn size_in_height<'a>(lines: impl Iterator<Item = &'a Raw>) -> f64 {
    let mut shares: Vec<f64> =
        lines.filter_map(|line| line.size().map(|size| size / line.height())).collect();
    shares.sort_by(f64::total_cmp);
    shares.get(shares.len() / 2).copied().unwrap_or(0.9).clamp(0.2, 1.5)
}

/// How wide one Chinese character of a word is, which is how high it is too; a word with few of them
/// does not tell, since signs at the end of a line are cut.
fn size_of(piece: &Piece) -> Option<f64> {
    let (mut wide, mut half) = (0u32, 0u32);
    for c in piece.text.chars() {
        match c {
            _ if is_wide_ascii(c) => return None, // may be drawn in either width
            '\u{2E80}'.. => wide += 1,
            _ => half += 1,
        }
    }
    (wide >= 4).then(|| (piece.right - piece.left) / (f64::from(wide) + 0.5 * f64::from(half)))
}

/// Full-width forms of ASCII characters.
fn is_wide_ascii(c: char) -> bool {
    matches!(c, '\u{FF01}'..='\u{FF5E}')
}

/// Fonts of official documents call their half-width digits and letters full-width ones; how wide they
/// are drawn tells.
fn narrow(piece: &mut Piece, size: f64) {
    let signs =
        |c: char| is_wide_ascii(c) && !matches!(c, '，' | '；' | '：' | '！' | '？' | '（' | '）');
    let all = piece.text.chars().count();
    let doubtful = piece.text.chars().filter(|&c| signs(c)).count();
    if doubtful == 0 {
        return;
    }
    let count = |n: usize| f64::from(u32::try_from(n).unwrap_or(u32::MAX));
    let others = count(all - doubtful);
    let each = ((piece.right - piece.left) / size - others) / count(doubtful);
    if each < 0.75 {
        let ascii = |c: char| char::from_u32(c as u32 - 0xFEE0).unwrap_or(c);
        piece.text = piece.text.chars().map(|c| if signs(c) { ascii(c) } else { c }).collect();
    }
}

fn number(element: &Element<'_>, name: &str) -> f64 {
    let number = element.attribute(name).and_then(|value| value.parse().ok());
    number.filter(|number: &f64| number.is_finite()).unwrap_or(0.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_end_that_stands_before_its_beginning_is_no_end() {
        let limits = Limits::default();
        assert!(pages("</doc><doc>", limits).is_none());
        assert!(pages("<doc>", limits).is_none());
        let xml = "</doc><doc><page height=\"842\"></page></doc>";
        assert_eq!(pages(xml, limits).map(|pages| pages.len()), Some(1));
    }
}
