//! OFD (GB/T 33190), the format of official documents: a container of XML, with the characters of each
//! page and their places.

use super::package::{self, Package};
use super::page::{self, Line, Page, Piece, assemble};
use super::xml::{self, Node, Nodes};
use super::{Extracted, File, Format, InputError, Limits, Options, Reader};

/// What messages call it.
const WHAT: &str = "this OFD document";

/// OFD counts in millimetres; lines are joined in points, or nearly so.
const SCALE: f64 = 2.83;

/// Reads OFD.
pub(super) struct Ofd;

impl Reader for Ofd {
    fn format(&self) -> Format {
        Format {
            name: "ofd",
            description: "OFD (GB/T 33190), the format of official documents",
            extensions: &["ofd"],
        }
    }

    fn recognises(&self, file: File<'_>) -> bool {
        package::has_part(file.bytes, |name| name.eq_ignore_ascii_case("OFD.xml"))
    }

    fn read(&self, file: File<'_>, options: &Options<'_>) -> Result<Extracted, InputError> {
        let limits = options.limits;
        let mut package = Package::open(file.bytes, WHAT, limits)?;
        let index = package.required("OFD.xml")?;
        let mut pages = Vec::new();
        for root in values(&index, "DocRoot", limits)? {
            let root = resolve("", &root);
            let document = package.required(&root)?;
            let folder = root.rsplit_once('/').map_or("", |(folder, _)| folder);
            for place in attributes(&document, "Page", "BaseLoc", limits)? {
                let content = package.required(&resolve(folder, &place))?;
                pages.push(read_page(&content, limits)?);
            }
        }
        let number = pages.len();
        let (text, layout) = page::join(pages);
        if text.trim().is_empty() && number > 0 {
            return Err(InputError::Scanned { pages: number });
        }
        Ok(Extracted { layout, ..Extracted::new(text, "UTF-8") })
    }
}

/// A place in the container: from its root, or from the folder of the part that names it.
fn resolve(folder: &str, place: &str) -> String {
    let place = place.trim();
    match place.strip_prefix('/') {
        Some(place) => place.to_owned(),
        None if folder.is_empty() => place.to_owned(),
        None => format!("{folder}/{}", place.trim_start_matches("./")),
    }
}

/// The characters in all elements of a name.
fn values(part: &[u8], name: &str, limits: Limits) -> Result<Vec<String>, InputError> {
    let xml = xml::decode(part);
    let mut nodes = Nodes::new(&xml, WHAT, limits);
    let mut found = Vec::new();
    let mut open = false;
    while let Some(node) = nodes.next()? {
        match node {
            Node::Start(element) if element.name() == name => {
                open = true;
                found.push(String::new());
            }
            Node::Text(text) if open => {
                if let Some(value) = found.last_mut() {
                    value.push_str(&text);
                }
            }
            Node::End(ended) if ended == name => open = false,
            _ => {}
        }
    }
    Ok(found)
}

/// An attribute of all elements of a name.
fn attributes(
    part: &[u8],
    name: &str,
    attribute: &str,
    limits: Limits,
) -> Result<Vec<String>, InputError> {
    let xml = xml::decode(part);
    let mut nodes = Nodes::new(&xml, WHAT, limits);
    let mut found = Vec::new();
    while let Some(node) = nodes.next()? {
        if let Node::Start(element) = node
            && element.name() == name
        {
            found.extend(element.attribute(attribute));
        }
    }
    Ok(found)
}

/// A row of characters with its place, in millimetres.
struct Placed {
    piece: Piece,
    base: f64,
    size: f64,
}

fn read_page(part: &[u8], limits: Limits) -> Result<Page, InputError> {
    let xml = xml::decode(part);
    let mut nodes = Nodes::new(&xml, WHAT, limits);
    let mut placed: Vec<Placed> = Vec::new();
    let mut height = 297.0;
    // where the object is that characters are in, and how large they are
    let (mut origin, mut size) = ((0.0, 0.0), 3.5);
    let mut row: Option<Placed> = None;
    let mut steps: Vec<f64> = Vec::new();
    let mut in_box = false;
    while let Some(node) = nodes.next()? {
        match node {
            Node::Start(element) => match element.name() {
                "PhysicalBox" => in_box = true,
                "TextObject" => {
                    let boundary = numbers(&element.attribute("Boundary").unwrap_or_default());
                    origin = (at(&boundary, 0), at(&boundary, 1));
                    let matrix = numbers(&element.attribute("CTM").unwrap_or_default());
                    let scale = if matrix.len() == 6 { matrix[3].abs() } else { 1.0 };
                    let given = element.attribute("Size").or_else(|| element.attribute("size"));
                    let given = given.and_then(|size| size.trim().parse().ok());
                    size = given.unwrap_or(3.5) * scale;
                }
                "TextCode" => {
                    let place = |name| {
                        let value = element.attribute(name).and_then(|v| v.trim().parse().ok());
                        value.unwrap_or(0.0)
                    };
                    let (left, base): (f64, f64) = (origin.0 + place("X"), origin.1 + place("Y"));
                    steps = deltas(&element.attribute("DeltaX").unwrap_or_default());
                    let piece = Piece { text: String::new(), left, right: left };
                    row = Some(Placed { piece, base, size });
                }
                _ => {}
            },
            Node::Text(text) if in_box => height = at(&numbers(&text), 3),
            Node::Text(text) => {
                if let Some(row) = &mut row {
                    row.piece.text.push_str(&text);
                }
            }
            Node::End(name) => match name.as_str() {
                "PhysicalBox" => in_box = false,
                "TextCode" => placed.extend(row.take().map(|row| finish(row, &steps))),
                _ => {}
            },
        }
    }
    // some programs state the page in other units than what is on it
    let lowest = placed.iter().map(|row| row.base).fold(0.0, f64::max);
    let sound = height > 0.0 && height >= lowest && lowest * 4.0 >= height;
    let height = if sound { height } else { lowest * 1.08 };
    Ok(Page { height: height * SCALE, lines: lines(placed) })
}

/// Says where a row ends.
fn finish(mut row: Placed, steps: &[f64]) -> Placed {
    let text = std::mem::take(&mut row.piece.text);
    let mut x = row.piece.left;
    for (index, c) in text.trim_end_matches(['\n', '\r']).chars().enumerate() {
        row.piece.text.push(c);
        let usual = if c.is_ascii() { row.size / 2.0 } else { row.size };
        // some programs write steps that no line has
        let step = steps.get(index).copied().filter(|&step| step <= 3.0 * row.size);
        x += step.unwrap_or(usual);
    }
    row.piece.right = x;
    // places tell gaps; blanks at the ends of rows are of those who cut lines into rows
    row.piece.text = row.piece.text.trim_matches(' ').to_owned();
    row
}

/// Rows at one height are one line.
fn lines(mut placed: Vec<Placed>) -> Vec<Line> {
    placed.retain(|row| !row.piece.text.trim().is_empty() && row.base.is_finite());
    placed.sort_by(|a, b| a.base.total_cmp(&b.base));
    let mut lines = Vec::new();
    let mut rest = placed.into_iter().peekable();
    while let Some(first) = rest.next() {
        let (base, size) = (first.base, first.size);
        let mut parts = vec![first.piece];
        while let Some(next) = rest.next_if(|next| next.base - base < 0.4 * size) {
            parts.push(next.piece);
        }
        parts.sort_by(|a, b| a.left.total_cmp(&b.left));
        let left = parts.first().map_or(0.0, |piece| piece.left);
        let right = parts.iter().map(|piece| piece.right).fold(left, f64::max);
        // how wide digits are is told by few files, so that small gaps say nothing
        let text = assemble(&parts, size, 1.6);
        lines.push(Line {
            text,
            left: left * SCALE,
            right: right * SCALE,
            top: (base - size) * SCALE,
            bottom: base * SCALE,
        });
    }
    lines
}

/// How far each character is from the one before: numbers, and `g N W` for N times W.
fn deltas(value: &str) -> Vec<f64> {
    let mut steps = Vec::new();
    let mut words = value.split_whitespace();
    while let Some(word) = words.next() {
        if word == "g" {
            let count: usize = words.next().and_then(|n| n.parse().ok()).unwrap_or(0);
            let step = words.next().and_then(|n| n.parse().ok()).unwrap_or(0.0);
            // no line has more
            steps.extend(std::iter::repeat_n(step, count.min(10_000)));
        } else if let Ok(step) = word.parse() {
            steps.push(step);
        }
        if steps.len() > 100_000 {
            break;
        }
    }
    steps
}

fn numbers(value: &str) -> Vec<f64> {
    value.split_whitespace().filter_map(|word| word.parse().ok()).collect()
}

fn at(numbers: &[f64], index: usize) -> f64 {
    numbers.get(index).copied().unwrap_or(0.0)
}
