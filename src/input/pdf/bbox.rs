//! What `pdftotext -bbox-layout` prints: pages, lines and words, with their places.

use crate::input::Limits;
use crate::input::page::{Line, Page, Piece, assemble};
use crate::input::xml::{Element, Node, Nodes};

/// The pages in it; `None` when it is something else.
pub(super) fn pages(xml: &str, limits: Limits) -> Option<Vec<Page>> {
    // its head repeats what the PDF says of itself, which is not always sound XML
    let body = &xml[xml.find("<doc>")?..xml.rfind("</doc>")? + "</doc>".len()];
    // characters that no XML has may come out of bad fonts, and are judged later
    let mut nodes = Nodes::new(body, "the output of pdftotext", limits);
    let mut pages: Vec<Page> = Vec::new();
    let mut line: Option<(Element<'_>, Vec<Piece>)> = None;
    let mut word: Option<Piece> = None;
    while let Some(node) = nodes.next().ok()? {
        match node {
            Node::Start(element) => match element.name() {
                "page" => pages.push(Page { height: number(&element, "height"), lines: Vec::new() }),
                "line" => line = Some((element, Vec::new())),
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
                    if let (Some(word), Some((_, pieces))) = (word.take(), &mut line) {
                        pieces.push(word);
                    }
                }
                "line" => {
                    if let (Some((element, pieces)), Some(page)) = (line.take(), pages.last_mut()) {
                        page.lines.push(finish(&element, &pieces));
                    }
                }
                _ => {}
            },
        }
    }
    Some(pages)
}

fn finish(element: &Element<'_>, pieces: &[Piece]) -> Line {
    let (top, bottom) = (number(element, "yMin"), number(element, "yMax"));
    Line {
        text: assemble(pieces, bottom - top),
        left: number(element, "xMin"),
        right: number(element, "xMax"),
        top,
        bottom,
    }
}

fn number(element: &Element<'_>, name: &str) -> f64 {
    let number = element.attribute(name).and_then(|value| value.parse().ok());
    number.filter(|number: &f64| number.is_finite()).unwrap_or(0.0)
}
