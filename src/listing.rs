//! Rows of lists of projects → actions: a row is an action, and its cells fill the slots by what their
//! headers are called.

use crate::extraction::{Action, Deadline, Pillar, PillarIndex, Quantity};
use crate::text::{Cell, Row, SourceText, Span};

/// What a column holds, by a part of its header; of several that fit, the first counts.
const COLUMNS: [(&str, Slot); 31] = [
    ("总投资", Slot::Quantity),
    ("投资", Slot::Quantity),
    ("规模", Slot::Other),
    ("进度", Slot::Quantity),
    ("比例", Slot::Quantity),
    ("金额", Slot::Quantity),
    ("面积", Slot::Quantity),
    ("产值", Slot::Quantity),
    ("性质", Slot::Verb),
    ("竣工", Slot::Deadline),
    ("完工", Slot::Deadline),
    ("投产", Slot::Deadline),
    ("时限", Slot::Deadline),
    ("期限", Slot::Deadline),
    ("完成时间", Slot::Deadline),
    ("建成", Slot::Deadline),
    ("起止", Slot::Deadline),
    ("地点", Slot::Place),
    ("地址", Slot::Place),
    ("位置", Slot::Place),
    ("所在", Slot::Place),
    ("单位", Slot::Actor),
    ("业主", Slot::Actor),
    ("主体", Slot::Actor),
    ("牵头", Slot::Actor),
    ("责任", Slot::Actor),
    ("部门", Slot::Actor),
    ("名称", Slot::Object),
    ("任务", Slot::Object),
    ("举措", Slot::Object),
    ("项目", Slot::Object),
];

/// What of an action a cell says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Slot {
    Verb,
    Object,
    Actor,
    Place,
    Deadline,
    Quantity,
    Other,
}

/// The actions of a document, with those of rows in the place of what their words alone gave.
#[must_use]
pub fn with_rows(text: &SourceText, mut actions: Vec<Action>, pillars: &[Pillar]) -> Vec<Action> {
    let rows = &text.layout().rows;
    if rows.is_empty() {
        return actions;
    }
    let in_a_row = |span: Span| {
        let after = rows.partition_point(|row| row.span.start() <= span.start());
        after.checked_sub(1).is_some_and(|at| rows[at].span.overlaps(span))
    };
    actions.retain(|action| !in_a_row(action.span));
    actions.extend(rows.iter().map(|row| action(text, row, pillars)));
    actions.sort_by_key(|action| action.span);
    actions
}

fn action(text: &SourceText, row: &Row, pillars: &[Pillar]) -> Action {
    let first = |slot| row.cells.iter().find(|cell| slot_of(text, cell) == slot);
    let value = |slot| first(slot).map(|cell| cell.value);
    let deadline = first(Slot::Deadline)
        .map(|cell| Deadline { span: cell.value, date: date(text.slice(cell.value)) });
    Action {
        span: row.span,
        verb: value(Slot::Verb),
        object: value(Slot::Object),
        quantities: row.cells.iter().filter_map(|cell| quantity(text, cell)).collect(),
        deadline,
        actor: value(Slot::Actor),
        place: value(Slot::Place),
        pillar: pillar_at(pillars, row.span),
    }
}

fn slot_of(text: &SourceText, cell: &Cell) -> Slot {
    let header = text.slice(cell.header);
    let found = COLUMNS.iter().find(|(word, _)| header.contains(word));
    found.map_or(Slot::Other, |&(_, slot)| slot)
}

/// A number, whose unit stands behind it or in the header: 总投资（亿元）.
fn quantity(text: &SourceText, cell: &Cell) -> Option<Quantity> {
    if slot_of(text, cell) != Slot::Quantity {
        return None;
    }
    let words = text.slice(cell.value);
    let length = words.bytes().take_while(|b| b.is_ascii_digit() || *b == b'.').count();
    let value: f64 = words[..length].parse().ok()?;
    let end = cell.value.start() + length;
    let header = text.slice(cell.header);
    let bracket = header.find(['（', '(']);
    let behind = Span::new(end, cell.value.end());
    let unit = match bracket {
        _ if !behind.is_empty() => behind,
        Some(at) => {
            let inner = header[at..].trim_start_matches(['（', '(']);
            let unit = inner.trim_end_matches(['）', ')']);
            let start = cell.header.end() - inner.len();
            Span::new(start, start + unit.len())
        }
        None => return None,
    };
    let of = Span::new(cell.header.start(), cell.header.start() + bracket.unwrap_or(header.len()));
    Some(Quantity { span: cell.value, value, unit, of: Some(of) })
}

/// The last date that words name, as `YYYY`, `YYYY-MM` or `YYYY-MM-DD`.
fn date(words: &str) -> Option<String> {
    let at = words.char_indices().rev().find(|&(at, _)| {
        let digits = words[at..].bytes().take_while(u8::is_ascii_digit).count();
        let year = words[at..].get(..4).and_then(|year| year.parse::<u32>().ok());
        digits == 4 && year.is_some_and(|year| (1990..2100).contains(&year))
    })?;
    let mut parts = words[at.0..].split(|c: char| !c.is_ascii_digit());
    let mut date = parts.next()?.to_owned();
    for (part, most) in parts.zip([12, 31]) {
        match part.parse::<u32>() {
            Ok(number) if (1..=most).contains(&number) => date.push_str(&format!("-{number:02}")),
            _ => break,
        }
    }
    Some(date)
}

/// The deepest pillar that holds a place.
fn pillar_at(pillars: &[Pillar], span: Span) -> Option<PillarIndex> {
    let index = pillars.iter().rposition(|pillar| pillar.section.contains(span))?;
    u32::try_from(index).ok().map(PillarIndex)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_of_cells() {
        for (words, expected) in [
            ("2025年6月", Some("2025-06")),
            ("2024-2026年", Some("2026")),
            ("2025年6月30日", Some("2025-06-30")),
            ("2026.12", Some("2026-12")),
            ("尽快", None),
            ("12500", None),
        ] {
            assert_eq!(date(words).as_deref(), expected, "{words}");
        }
    }
}
