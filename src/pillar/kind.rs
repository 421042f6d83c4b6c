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

/// A report is written with 了, 达, 增长N%; a plan with 将, 要, 力争.
fn by_tense(text: &SourceText, section: Span) -> PillarKind {
    let words = text.slice(section);
    let count = |cues: &[&str]| cues.iter().map(|cue| words.matches(cue).count()).sum::<usize>();
    let done =
        count(&["了", "上半年", "达到", "已", "同比", "增长", "建成", "获评", "荣获", "完成"]);
    let due = count(&["将", "要", "力争", "确保", "加快", "推进", "着力", "大力", "努力"]);
    if done > due { PillarKind::Review } else { PillarKind::Plan }
}
