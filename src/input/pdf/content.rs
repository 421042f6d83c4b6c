//! Pages → lines, by following the commands that draw text.

use std::collections::{BTreeMap, HashSet};

use lopdf::content::{Content, Operation};
use lopdf::{Dictionary, Document, Object, ObjectId};

use super::font::{Font, without_font};
use crate::input::page::{Line, Page, Piece, assemble};

/// How deep drawings may stand in one another.
const NESTING: usize = 8;
/// The most pieces of text that a page has.
const PIECES: usize = 200_000;

/// The pages of a document.
pub(super) fn pages(document: &Document, limit: usize) -> Vec<Page> {
    let mut left = limit;
    let pages = document.get_pages();
    pages.values().map(|&id| page(document, id, &mut left)).collect()
}

fn page(document: &Document, id: ObjectId, left: &mut usize) -> Page {
    let height = media_height(document, id);
    let mut drawing = Drawing { document, pieces: Vec::new(), left, open: HashSet::new() };
    if let Ok(content) = document.get_page_content_with_limit(id, *drawing.left) {
        *drawing.left = drawing.left.saturating_sub(content.len());
        let fonts = document.get_page_fonts(id).unwrap_or_default();
        let mut forms = BTreeMap::new();
        if let Ok((inline, ids)) = document.get_page_resources(id) {
            let shared = ids.iter().filter_map(|&id| document.get_dictionary(id).ok());
            inline.into_iter().chain(shared).for_each(|r| collect_forms(document, r, &mut forms));
        }
        drawing.run(&content, &fonts, &forms, IDENTITY, 0);
    }
    Page { height, lines: lines(drawing.pieces, height) }
}

/// How high a page is; of the size of A4 where it does not say.
fn media_height(document: &Document, id: ObjectId) -> f64 {
    const A4: f64 = 842.0;
    let mut node = document.get_dictionary(id).ok();
    for _ in 0..NESTING {
        let Some(dictionary) = node else { break };
        if let Ok(media) = dictionary.get_deref(b"MediaBox", document).and_then(Object::as_array)
            && let [_, low, _, high] = &media[..]
        {
            let (low, high) = (number(low), number(high));
            return if high > low { high - low } else { A4 };
        }
        node = dictionary.get_deref(b"Parent", document).and_then(Object::as_dict).ok();
    }
    A4
}

/// The drawings within a page that have names.
fn collect_forms(
    document: &Document,
    resources: &Dictionary,
    forms: &mut BTreeMap<Vec<u8>, ObjectId>,
) {
    let Ok(named) = resources.get_deref(b"XObject", document).and_then(Object::as_dict) else {
        return;
    };
    for (name, object) in named.iter() {
        if let Ok(id) = object.as_reference() {
            forms.entry(name.clone()).or_insert(id);
        }
    }
}

/// A linear map of the plane: `a b c d e f` as PDF writes it.
type Matrix = [f64; 6];
const IDENTITY: Matrix = [1.0, 0.0, 0.0, 1.0, 0.0, 0.0];

fn multiply(m: Matrix, n: Matrix) -> Matrix {
    [
        m[0] * n[0] + m[1] * n[2],
        m[0] * n[1] + m[1] * n[3],
        m[2] * n[0] + m[3] * n[2],
        m[2] * n[1] + m[3] * n[3],
        m[4] * n[0] + m[5] * n[2] + n[4],
        m[4] * n[1] + m[5] * n[3] + n[5],
    ]
}

/// Text at a place; `base` counts from the lower edge of the page.
struct Placed {
    piece: Piece,
    base: f64,
    size: f64,
}

/// What text is drawn with.
#[derive(Clone, Copy)]
struct State<'f, 'd> {
    transform: Matrix,
    font: Option<&'f Font<'d>>,
    size: f64,
    spacing: f64,
    word_spacing: f64,
    scale: f64,
    leading: f64,
    rise: f64,
}

struct Drawing<'a> {
    document: &'a Document,
    pieces: Vec<Placed>,
    /// How many bytes may still be unpacked.
    left: &'a mut usize,
    /// The drawings that are being followed.
    open: HashSet<ObjectId>,
}

impl<'a> Drawing<'a> {
    fn run(
        &mut self,
        content: &[u8],
        fonts: &BTreeMap<Vec<u8>, &'a Dictionary>,
        forms: &BTreeMap<Vec<u8>, ObjectId>,
        transform: Matrix,
        depth: usize,
    ) {
        let Ok(content) = Content::decode(content) else { return };
        let limit = *self.left;
        let read = |font: &&'a Dictionary| Font::read(font, self.document, limit);
        let fonts: BTreeMap<&[u8], Font<'a>> =
            fonts.iter().map(|(name, font)| (name.as_slice(), read(font))).collect();
        let mut state = State {
            transform,
            font: None,
            size: 1.0,
            spacing: 0.0,
            word_spacing: 0.0,
            scale: 1.0,
            leading: 0.0,
            rise: 0.0,
        };
        let mut saved = Vec::new();
        let (mut line, mut text) = (IDENTITY, IDENTITY);
        for Operation { operator, operands } in &content.operations {
            if self.pieces.len() > PIECES {
                return;
            }
            let at = |index: usize| operands.get(index).map_or(0.0, number);
            let mut new_line = |line: &mut Matrix, x: f64, y: f64| {
                *line = multiply([1.0, 0.0, 0.0, 1.0, x, y], *line);
                text = *line;
            };
            match operator.as_str() {
                "q" if saved.len() < 512 => saved.push(state),
                "Q" => state = saved.pop().unwrap_or(state),
                "cm" => {
                    state.transform = multiply(matrix(&at), state.transform);
                }
                "BT" => {
                    line = IDENTITY;
                    text = IDENTITY;
                }
                "Tf" => {
                    let name = operands.first().and_then(|name| name.as_name().ok());
                    state.font = name.and_then(|name| fonts.get(name));
                    state.size = at(1);
                }
                "Tc" => state.spacing = at(0),
                "Tw" => state.word_spacing = at(0),
                "Tz" => state.scale = at(0) / 100.0,
                "TL" => state.leading = at(0),
                "Ts" => state.rise = at(0),
                "Td" => new_line(&mut line, at(0), at(1)),
                "TD" => {
                    state.leading = -at(1);
                    new_line(&mut line, at(0), at(1));
                }
                "Tm" => {
                    line = matrix(&at);
                    text = line;
                }
                "T*" => new_line(&mut line, 0.0, -state.leading),
                "Tj" => self.show(operands.first(), &state, &mut text),
                "'" => {
                    new_line(&mut line, 0.0, -state.leading);
                    self.show(operands.first(), &state, &mut text);
                }
                "\"" => {
                    state.word_spacing = at(0);
                    state.spacing = at(1);
                    new_line(&mut line, 0.0, -state.leading);
                    self.show(operands.get(2), &state, &mut text);
                }
                "TJ" => {
                    let parts = operands.first().and_then(|parts| parts.as_array().ok());
                    for part in parts.into_iter().flatten() {
                        if matches!(part, Object::String(..)) {
                            self.show(Some(part), &state, &mut text);
                        } else {
                            let by = -number(part) / 1000.0 * state.size * state.scale;
                            text = multiply([1.0, 0.0, 0.0, 1.0, by, 0.0], text);
                        }
                    }
                }
                "Do" if depth < NESTING => {
                    let name = operands.first().and_then(|name| name.as_name().ok());
                    if let Some(&id) = name.and_then(|name| forms.get(name)) {
                        self.form(id, state.transform, depth + 1);
                    }
                }
                _ => {}
            }
        }
    }

    /// Follows a drawing within a page.
    fn form(&mut self, id: ObjectId, transform: Matrix, depth: usize) {
        let document = self.document;
        let Ok(stream) = document.get_object(id).and_then(Object::as_stream) else { return };
        let form = stream.dict.get(b"Subtype").and_then(Object::as_name).unwrap_or_default();
        if form != b"Form" || !self.open.insert(id) {
            return;
        }
        if let Ok(content) = stream.get_plain_content_with_limit(*self.left) {
            *self.left = self.left.saturating_sub(content.len());
            let own = stream.dict.get_deref(b"Matrix", document).and_then(Object::as_array);
            let own = own.map_or(IDENTITY, |m| matrix(&|i: usize| m.get(i).map_or(0.0, number)));
            let mut fonts = BTreeMap::new();
            let mut forms = BTreeMap::new();
            if let Ok(resources) =
                stream.dict.get_deref(b"Resources", document).and_then(Object::as_dict)
            {
                collect_forms(document, resources, &mut forms);
                if let Ok(named) = resources.get_deref(b"Font", document).and_then(Object::as_dict)
                {
                    let found = named.iter().filter_map(|(name, font)| {
                        let font = document.dereference(font).ok()?.1.as_dict().ok()?;
                        Some((name.clone(), font))
                    });
                    fonts.extend(found);
                }
            }
            self.run(&content, &fonts, &forms, multiply(own, transform), depth);
        }
        self.open.remove(&id);
    }

    /// Draws a string, and moves on by its width.
    fn show(&mut self, string: Option<&Object>, state: &State<'_, '_>, text: &mut Matrix) {
        let Some(Object::String(bytes, _)) = string else { return };
        let decoded = match state.font {
            Some(font) => font.decode(bytes),
            None => without_font(bytes),
        };
        let mut words = String::new();
        let start = multiply(*text, state.transform);
        let mut advance = 0.0;
        for (characters, width) in &decoded {
            let space = if characters == " " { state.word_spacing } else { 0.0 };
            words.push_str(characters);
            advance += (width / 1000.0 * state.size + state.spacing + space) * state.scale;
        }
        *text = multiply([1.0, 0.0, 0.0, 1.0, advance, 0.0], *text);
        let end = multiply(*text, state.transform);
        let size = state.size.abs() * start[2].hypot(start[3]);
        let placed = Placed {
            piece: Piece { text: words, left: start[4], right: end[4] },
            base: start[5] + state.rise * start[3],
            size,
        };
        let sound = [placed.piece.left, placed.piece.right, placed.base, size];
        if sound.iter().all(|value| value.is_finite()) && !placed.piece.text.is_empty() {
            self.pieces.push(placed);
        }
    }
}

/// Pieces at one height are one line.
fn lines(mut pieces: Vec<Placed>, height: f64) -> Vec<Line> {
    pieces.retain(|placed| !placed.piece.text.trim().is_empty());
    pieces.sort_by(|a, b| b.base.total_cmp(&a.base));
    let mut lines = Vec::new();
    let mut rest = pieces.into_iter().peekable();
    while let Some(first) = rest.next() {
        let (base, size) = (first.base, first.size.max(1.0));
        let mut parts = vec![first.piece];
        let same = |next: &Placed| base - next.base < 0.4 * size;
        while let Some(next) = rest.next_if(same) {
            parts.push(next.piece);
        }
        parts.sort_by(|a, b| a.left.total_cmp(&b.left));
        let left = parts.first().map_or(0.0, |piece| piece.left);
        let right = parts.iter().map(|piece| piece.right).fold(left, f64::max);
        let top = height - base - 0.85 * size;
        lines.push(Line {
            text: assemble(&parts, size, 0.6),
            left,
            right,
            top,
            bottom: top + size,
        });
    }
    lines
}

fn matrix(at: &dyn Fn(usize) -> f64) -> Matrix {
    [at(0), at(1), at(2), at(3), at(4), at(5)]
}

fn number(object: &Object) -> f64 {
    object.as_float().map(f64::from).unwrap_or(0.0)
}
