//! Review or plan: by the words of the heading, else as its parent, else by the section's tense.

use crate::document::Document;
use crate::extraction::Pillar;
use crate::lexicon::{Classes, Hits};
use crate::schema::PillarKind;
use crate::text::{SourceText, Span};

/// Sets the kind of every pillar.
pub(super) fn assign(text: &SourceText, hits: &Hits, document: &Document, pillars: &mut [Pillar]) {
    let whole = document.front.title.and_then(|title| by_heading(hits, title));
    for at in 0..pillars.len() {
        let pillar = &pillars[at];
        let parent = pillar.parent.map(|parent| pillars[parent.0 as usize].kind);
        let kind = by_heading(hits, pillar.title)
            .filter(|_| parent.is_none())
            .or(parent)
            .or(whole)
            .unwrap_or_else(|| by_tense(text, pillar.section));
        pillars[at].kind = kind;
    }
}

/// 工作回顾 reports, 重点工作 plans; a heading with both words is of the later one.
fn by_heading(hits: &Hits, title: Span) -> Option<PillarKind> {
    hits.within(title)
        .filter_map(|hit| {
            let classes = hit.classes;
            let kind = match (classes.any(Classes::REVIEW), classes.any(Classes::PLAN)) {
                (true, false) => PillarKind::Review,
                (false, true) => PillarKind::Plan,
                _ => return None,
            };
            Some((hit.span.end(), kind))
        })
        .max_by_key(|&(end, _)| end)
        .map(|(_, kind)| kind)
}

/// A report is written with 了, 达, 增长N%; a plan with 将, 要, 力争. Rows of lists tell no tense:
/// 完成比例 and 建成时间 are columns of plans as well.
fn by_tense(text: &SourceText, section: Span) -> PillarKind {
    let (mut done, mut due) = (0usize, 0usize);
    for words in without_rows(text, section) {
        count(text.slice(words), &mut done, &mut due);
    }
    if done > due { PillarKind::Review } else { PillarKind::Plan }
}

/// What of a section stands between the rows of lists.
fn without_rows(text: &SourceText, section: Span) -> Vec<Span> {
    let mut parts = Vec::new();
    let mut start = section.start();
    for row in text.layout().rows.iter().filter(|row| section.contains(row.span)) {
        parts.push(Span::new(start, row.span.start().max(start)));
        start = row.span.end();
    }
    parts.push(Span::new(start, section.end().max(start)));
    parts
}

/// Counts the words of both tenses.
fn count(words: &str, done: &mut usize, due: &mut usize) {
    for (at, c) in words.char_indices() {
        let behind = || &words[at + c.len_utf8()..];
        let one_of = |tails: &[&str]| tails.iter().any(|tail| behind().starts_with(tail));
        match c {
            '了' | '已' => *done += 1,
            '将' | '要' => *due += 1,
            '上' if one_of(&["半年"]) => *done += 1,
            '达' if one_of(&["到"]) => *done += 1,
            '同' if one_of(&["比"]) => *done += 1,
            '增' if one_of(&["长"]) => *done += 1,
            '建' | '完' if one_of(&["成"]) => *done += 1,
            '获' if one_of(&["评"]) => *done += 1,
            '荣' if one_of(&["获"]) => *done += 1,
            '力' if one_of(&["争"]) => *due += 1,
            '确' if one_of(&["保"]) => *due += 1,
            '加' if one_of(&["快"]) => *due += 1,
            '推' if one_of(&["进"]) => *due += 1,
            '着' | '大' | '努' if one_of(&["力"]) => *due += 1,
            _ => {}
        }
    }
}
