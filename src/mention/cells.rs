//! Firms in lists of projects: a cell under 建设单位 that ends as firms do is the name of one, and all of it
//! is. No sentence stands around it that the scorer could judge by.

use crate::lexicon::{Classes, Hits};
use crate::schema::{EntityKind, Rule};
use crate::text::{SourceText, Span};

use super::Found;

/// What columns of those are called who carry a project out.
const COLUMNS: [&str; 8] = ["单位", "业主", "主体", "企业", "公司", "投资方", "承建", "实施方"];
/// How sure a name is that fills a cell of such a column.
const CONFIDENCE: f32 = 0.9;
/// How many characters a name may have.
const LENGTH: std::ops::RangeInclusive<usize> = 3..=40;

/// The mentions of a document, with whole cells in the place of the parts of them that were found.
#[must_use]
pub fn with_cells(text: &SourceText, hits: &Hits, mut found: Vec<Found>) -> Vec<Found> {
    let cells = text.layout().rows.iter().flat_map(|row| &row.cells);
    let columns = cells.filter(|cell| {
        let header = text.slice(cell.header);
        COLUMNS.iter().any(|word| header.contains(word))
    });
    let mut names = Vec::new();
    for cell in columns {
        names.extend(parts(text, cell.value).filter(|&name| is_firm(text, hits, name)));
    }
    if names.is_empty() {
        return found;
    }
    // a name that fills the cell already is better known than by the cell
    names.retain(|&name| !found.iter().any(|f| f.span == name && f.kind == EntityKind::Company));
    found.retain(|f| !names.iter().any(|name| name.overlaps(f.span)));
    found.extend(names.into_iter().map(|span| Found {
        span,
        kind: EntityKind::Company,
        rule: Rule::Suffix,
        confidence: CONFIDENCE,
        name: None,
    }));
    found.sort_by_key(|f| f.span);
    found
}

/// What stands between commas and other marks of a cell.
fn parts<'t>(text: &'t SourceText, cell: Span) -> impl Iterator<Item = Span> + 't {
    let marks = ['、', '，', ',', '；', ';', '/'];
    let mut start = cell.start();
    text.slice(cell).split_inclusive(marks).map(move |part| {
        let end = start + part.trim_end_matches(marks).len();
        let span = Span::new(start, end);
        start += part.len();
        text.trim(span)
    })
}

fn is_firm(text: &SourceText, hits: &Hits, name: Span) -> bool {
    let head =
        Classes::strong_head(EntityKind::Company).or(Classes::weak_head(EntityKind::Company));
    let words = text.slice(name);
    let ends = || {
        words.ends_with('厂')
            || hits.within(name).any(|hit| {
                let rest = hit.span.start() > name.start();
                hit.span.end() == name.end() && rest && hit.classes.any(head)
            })
    };
    LENGTH.contains(&words.chars().count()) && !words.contains(['。', '：', '\t']) && ends()
}
