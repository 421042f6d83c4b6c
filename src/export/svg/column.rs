//! Items in columns, and how they are drawn.

use std::fmt::Write as _;
use std::ops::Range;

use super::super::language::Lang;
use super::super::look::Colours;
use super::super::xml::Xml;
use super::item::{INDENT, Item, LEADING, Label, PAD, SMALL, SPACE};
use super::measure;

/// A column: some of the items.
#[derive(Debug)]
pub(super) struct Column {
    items: Range<usize>,
    /// The headings that its first item stands under, which are said again above it.
    over: Vec<usize>,
    pub height: i32,
}

/// The line that says headings again.
const AGAIN: i32 = SMALL * LEADING / 100 + 2 * PAD.1 + SPACE;

impl Column {
    fn new(items: Range<usize>, all: &[Item]) -> Self {
        let over = if items.start == 0 { Vec::new() } else { headings(all, items.start) };
        let height: i32 = all[items.clone()].iter().map(|item| item.height).sum();
        let again = if over.is_empty() { 0 } else { AGAIN };
        Self { items, over, height: height + again }
    }
}

/// The headings that an item stands under, the outermost first.
fn headings(all: &[Item], at: usize) -> Vec<usize> {
    let next = |&place: &usize| all[place].under;
    let mut over: Vec<usize> = std::iter::successors(all[at].under, next).collect();
    over.retain(|&place| all[place].repeats);
    over.reverse();
    over
}

/// Columns no higher than this, but for items that are. A page has so much room.
pub(super) fn broken(items: &[Item], height: i32, room: i32) -> Vec<Column> {
    let mut columns = Vec::new();
    let (mut first, mut at) = (0, 0);
    let mut used = 0;
    while at < items.len() {
        // a heading goes with the first of what it heads, where a page has room for both
        let mut end = at + 1;
        while end < items.len() && items[end - 1].opens {
            end += 1;
        }
        let high = |range: Range<usize>| items[range].iter().map(|item| item.height).sum::<i32>();
        if high(at..end) > room - AGAIN {
            end = at + 1;
        }
        let needed = high(at..end);
        if at > first && used + needed > height {
            columns.push(Column::new(first..at, items));
            (first, used) = (at, if headings(items, at).is_empty() { 0 } else { AGAIN });
        }
        used += needed;
        at = end;
    }
    if first < items.len() {
        columns.push(Column::new(first..items.len(), items));
    }
    columns
}

impl Column {
    /// Draws the column with its upper left corner at a place.
    pub(super) fn draw(
        &self,
        all: &[Item],
        (left, top): (i32, i32),
        width: i32,
        lang: Lang,
        text: &mut String,
    ) {
        let mut y = top;
        if let Some(again) = self.again(all, width, lang) {
            again.draw(left, y, text);
            y += AGAIN;
        }
        let items = &all[self.items.clone()];
        for (place, item) in items.iter().enumerate() {
            lines(items, place, left, y, text);
            for &(from, to, at) in &item.links {
                let (from, to, at) = (left + from, left + to, y + at);
                let _ = writeln!(
                    text,
                    "<path d=\"M{from} {at}H{to}\" stroke=\"#9AA5AE\" fill=\"none\"/>"
                );
            }
            for label in &item.labels {
                label.draw(left, y, text);
            }
            y += item.height;
        }
    }

    /// The headings that are said again, in a line.
    fn again(&self, all: &[Item], width: i32, lang: Lang) -> Option<Label> {
        let whole = |&place: &usize| all[place].labels.first().map(|label| label.whole.as_str());
        let headings: Vec<&str> = self.over.iter().filter_map(whole).collect();
        let (last, outer) = headings.split_last()?;
        let (between, end) = (" › ", lang.pick("（续）", " (continued)"));
        // the innermost says most, and is cut least
        let room = width - 2 * PAD.0 - measure::width(end, SMALL);
        let mut left = room - measure::width(last, SMALL).min(room * 2 / 3);
        let mut words = String::new();
        for (place, heading) in outer.iter().enumerate() {
            let others = i32::try_from(outer.len() - place).unwrap_or(1);
            let share = left / others - measure::width(between, SMALL);
            let piece = measure::cut(heading, SMALL, share) + between;
            left -= measure::width(&piece, SMALL);
            words.push_str(&piece);
        }
        words.push_str(&measure::cut(last, SMALL, room - measure::width(&words, SMALL)));
        words.push_str(end);
        Some(Label {
            left: -PAD.0,
            top: 0,
            width: measure::width(&words, SMALL) + 2 * PAD.0,
            height: AGAIN - SPACE,
            lines: vec![words],
            size: SMALL,
            bold: true,
            dashed: false,
            colours: Colours { fill: "none", line: "none", text: "#00466E" },
            class: "continued",
            whole: headings.join(between) + end,
        })
    }
}

/// The lines of the outline that pass an item or end in it.
fn lines(items: &[Item], place: usize, left: i32, top: i32, text: &mut String) {
    let item = &items[place];
    for depth in 1..=item.depth {
        let x = left + (depth - 1) * INDENT + INDENT / 2;
        // it goes on where something below stands at its depth before one that stands higher
        // (rows that go on with an item have no branch)
        let ends =
            |other: &&Item| other.depth < depth || other.depth == depth && other.branch.is_some();
        let below = items[place + 1..].iter().find(ends);
        let goes_on = below.is_some_and(|other| other.depth == depth);
        let own = item.branch.filter(|_| depth == item.depth);
        if own.is_none() && !goes_on {
            continue;
        }
        let bottom = if goes_on { top + item.height } else { top + own.unwrap_or(0) };
        let _ = write!(text, "<path d=\"M{x} {top}V{bottom}");
        if let Some(branch) = own {
            let _ = write!(text, "M{x} {}H{}", top + branch, left + depth * INDENT);
        }
        text.push_str("\" stroke=\"#9CC3DD\" fill=\"none\"/>\n");
    }
}

impl Label {
    fn draw(&self, left: i32, top: i32, text: &mut String) {
        let (x, y) = (left + self.left, top + self.top);
        let dashes = if self.dashed { " stroke-dasharray=\"5 3\"" } else { "" };
        let _ = write!(
            text,
            "<g class=\"{}\"><rect x=\"{x}\" y=\"{y}\" width=\"{}\" height=\"{}\" rx=\"5\" \
             fill=\"{}\" stroke=\"{}\"{dashes}/>",
            self.class, self.width, self.height, self.colours.fill, self.colours.line
        );
        let weight = if self.bold { " font-weight=\"700\"" } else { "" };
        let leading = self.size * 135 / 100;
        for (number, line) in (0..).zip(&self.lines) {
            let _ = write!(
                text,
                "<text x=\"{}\" y=\"{}\" font-size=\"{}\"{weight} fill=\"{}\">{}</text>",
                x + 9,
                y + 4 + number * leading + self.size + 1,
                self.size,
                self.colours.text,
                Xml(line)
            );
        }
        let _ = writeln!(text, "<title>{}</title></g>", Xml(&self.whole));
    }
}
