//! Items in columns, and how they are drawn.

use std::fmt::Write as _;

use super::super::xml::Xml;
use super::item::{INDENT, Item, Label};
use super::{FOOT, GUTTER, HEAD, MARGIN};

/// A column.
#[derive(Debug)]
pub(super) struct Page<'i> {
    items: &'i [Item],
}

/// Puts items into as many columns as give the picture about this ratio of width to height.
pub(super) fn columns_for(items: &[Item], ratio: f64, width: i32) -> Vec<Page<'_>> {
    let total: i32 = items.iter().map(|item| item.height).sum();
    let badness = |count: i32| {
        let wide = f64::from(2 * MARGIN + count * (width + GUTTER) - GUTTER);
        let high = f64::from(2 * MARGIN + HEAD + FOOT + total / count);
        let off = wide / high / ratio;
        if off < 1.0 { 1.0 / off } else { off }
    };
    let count = (1..=24).min_by(|a, b| badness(*a).total_cmp(&badness(*b))).unwrap_or(1);
    // the least height that needs no more columns: headings are never left alone, so an even
    // share of the total is not always enough
    let mut height = (total / count).max(1);
    loop {
        let pages = broken(items, height);
        if pages.len() <= usize::try_from(count).unwrap_or(1) {
            return pages;
        }
        height += height / 50 + 8;
    }
}

/// Columns no higher than this, but for one item.
fn broken(items: &[Item], height: i32) -> Vec<Page<'_>> {
    let mut pages = Vec::new();
    let (mut first, mut at) = (0, 0);
    let mut used = 0;
    while at < items.len() {
        // a heading goes with the first of what it heads
        let mut end = at + 1;
        while end < items.len() && items[end - 1].opens {
            end += 1;
        }
        let needed: i32 = items[at..end].iter().map(|item| item.height).sum();
        if used > 0 && used + needed > height {
            pages.push(Page { items: &items[first..at] });
            (first, used) = (at, 0);
        }
        used += needed;
        at = end;
    }
    if first < items.len() {
        pages.push(Page { items: &items[first..] });
    }
    pages
}

impl Page<'_> {
    pub(super) fn height(&self) -> i32 {
        self.items.iter().map(|item| item.height).sum()
    }

    /// Draws the column with its upper left corner at a place.
    pub(super) fn draw(&self, left: i32, top: i32, text: &mut String) {
        let mut y = top;
        for (place, item) in self.items.iter().enumerate() {
            self.lines(place, left, y, text);
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

    /// The lines of the outline that pass an item or end in it.
    fn lines(&self, place: usize, left: i32, top: i32, text: &mut String) {
        let item = &self.items[place];
        for depth in 1..=item.depth {
            let x = left + (depth - 1) * INDENT + INDENT / 2;
            // it goes on where something below stands at its depth before one that stands higher
            let below = self.items[place + 1..].iter().find(|other| other.depth <= depth);
            let goes_on = below.is_some_and(|other| other.depth == depth);
            let own = depth == item.depth;
            if !own && !goes_on {
                continue;
            }
            let branch = item.branch.unwrap_or(item.height / 2);
            let bottom = if goes_on { top + item.height } else { top + branch };
            let _ = write!(text, "<path d=\"M{x} {top}V{bottom}");
            if own {
                let _ = write!(text, "M{x} {}H{}", top + branch, left + depth * INDENT);
            }
            text.push_str("\" stroke=\"#9CC3DD\" fill=\"none\"/>\n");
        }
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
