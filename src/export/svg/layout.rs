//! Where everything stands: how large letters are, how many columns and pages there are, and what
//! is on each.

use super::super::dot::View;
use super::column::{Column, broken};
use super::frame::{FOOT, Legend};
use super::item::Item;
use super::sheet::{Paper, Sheet, Size};

/// Between columns.
pub(super) const GUTTER: i32 = 32;
/// Around a picture for screens.
const MARGIN: i32 = 28;
/// Columns of a picture for screens.
const MOST: i32 = 24;
/// By how many tenths of a point letters grow.
const STEP: i32 = 2;
/// Width to height of a picture for screens.
const SCREEN: f64 = 1.5;

/// How wide a column is best, and how wide it has to be.
fn widths(view: View) -> (i32, i32) {
    match view {
        View::Overview => (620, 420),
        View::Full => (820, 400),
    }
}

/// A picture whose every place is decided.
pub(super) struct Layout {
    pub sheet: Sheet,
    pub items: Vec<Item>,
    pub columns: Vec<Column>,
    /// How many of the columns a page has.
    pub each: usize,
    /// How wide a column is.
    pub width: i32,
}

impl Layout {
    /// Arranges items, which are made anew for each width of columns.
    pub(super) fn new(
        size: Size,
        view: View,
        legend: &Legend,
        items: &dyn Fn(i32) -> Vec<Item>,
    ) -> Self {
        match size.paper() {
            None => Self::on_screen(widths(view).0, legend, items(widths(view).0)),
            Some(paper) => Self::on_paper(paper, widths(view), legend, items),
        }
    }

    /// The columns of each page; an empty picture has a page as well.
    pub(super) fn pages(&self) -> Vec<&[Column]> {
        let pages: Vec<&[Column]> = self.columns.chunks(self.each).collect();
        if pages.is_empty() { vec![&[]] } else { pages }
    }

    /// One picture, as large as it needs to be.
    fn on_screen(width: i32, legend: &Legend, items: Vec<Item>) -> Self {
        let total: i32 = items.iter().map(|item| item.height).sum();
        let across = |count: i32| count * (width + GUTTER) - GUTTER;
        let frame = |count: i32| legend.head(across(count)) + FOOT;
        let badness = |count: i32| {
            let wide = f64::from(2 * MARGIN + across(count));
            let high = f64::from(2 * MARGIN + frame(count) + total / count);
            let off = wide / high / SCREEN;
            if off < 1.0 { 1.0 / off } else { off }
        };
        let wanted = (1..=MOST).min_by(|a, b| badness(*a).total_cmp(&badness(*b))).unwrap_or(1);
        let columns = balanced(&items, wanted, i32::MAX);
        let count = i32::try_from(columns.len()).unwrap_or(1).max(1);
        let tallest = columns.iter().map(|column| column.height).max().unwrap_or(0).max(40);
        let sheet = Sheet::around((across(count), frame(count) + tallest), MARGIN);
        Self { sheet, items, each: columns.len().max(1), columns, width }
    }

    /// As many pages as it takes in the smallest letters, and then the largest letters in which it
    /// takes no more.
    fn on_paper(
        paper: Paper,
        (best, least): (i32, i32),
        legend: &Legend,
        items: &dyn Fn(i32) -> Vec<Item>,
    ) -> Self {
        let (smallest, largest) = paper.letters;
        let with = |letters: i32| {
            let width = |sheet: &Sheet, count: i32| (sheet.room() + GUTTER) / count - GUTTER;
            let attempts = (1..=MOST).map_while(|count| {
                let sheet = paper.sheet(letters);
                let width = width(&sheet, count);
                if count > 1 && width < least {
                    return None;
                }
                let items = items(width);
                let height = sheet.height - 2 * sheet.margin - legend.head(sheet.room()) - FOOT;
                let columns = broken(&items, height, height);
                let each = usize::try_from(count).unwrap_or(1);
                Some((Self { sheet, items, columns, each, width }, height))
            });
            // the fewest pages; then columns that are best to read
            attempts.min_by_key(|(layout, _)| (layout.pages().len(), (layout.width - best).abs()))
        };
        let fits = |(layout, height): &(Self, i32)| {
            layout.columns.iter().all(|column| column.height <= *height)
        };
        let mut chosen = with(smallest);
        let mut letters = smallest + STEP;
        while let Some((layout, _)) = &chosen
            && letters <= largest
        {
            let pages = layout.pages().len();
            match with(letters).filter(|larger| larger.0.pages().len() <= pages && fits(larger)) {
                Some(larger) => chosen = Some(larger),
                None => break,
            }
            letters += STEP;
        }
        let Some((mut layout, height)) = chosen else {
            return Self::on_screen(best, legend, items(best));
        };
        let count = layout.pages().len() * layout.each;
        layout.columns = balanced(&layout.items, i32::try_from(count).unwrap_or(1), height);
        layout
    }
}

/// At most so many columns, nearly equal in height, and no higher than `most`. Headings are never
/// left alone, so that an even share of the whole is not always enough.
fn balanced(items: &[Item], count: i32, most: i32) -> Vec<Column> {
    let total: i32 = items.iter().map(|item| item.height).sum();
    let mut height = (total / count).max(1);
    loop {
        let columns = broken(items, height.min(most), most);
        if columns.len() <= usize::try_from(count).unwrap_or(1) || height >= most {
            return columns;
        }
        height += height / 100 + 4;
    }
}
