//! Fills an action's slots from what its clause states; what it does not state is absent.

use super::makeup::{self, Makeup};
use super::words::Words;
use super::{deadline, predicate, quantity};
use crate::extraction::{Action, PillarIndex, Quantity};
use crate::text::Span;

/// An object without the figures that it ends in, which are slots of their own: 新建|高标准农田|5万亩. Of
/// several (内资12亿元、外资800万美元) the first stays.
fn without_figures(words: Words<'_>, object: Span, quantities: &[Quantity]) -> Option<Span> {
    let inside = || quantities.iter().filter(|quantity| object.contains(quantity.span));
    if inside().next_back().is_none_or(|last| last.span.end() < object.end()) {
        return Some(object);
    }
    let first = inside().next()?.span.start();
    let rest = words.rest(object.start(), first);
    let rest = rest.trim_end_matches(['约', '近', '超', '过', '达']);
    let noun = Span::new(object.start(), object.start() + rest.len());
    (!noun.is_empty()).then_some(noun)
}

/// An action over `span`, with the slots that its words fill; `year` is the document's.
pub(super) fn fill(
    words: Words<'_>,
    span: Span,
    year: Option<u32>,
    pillar: Option<PillarIndex>,
) -> Action {
    let clause = words.text.slice(span);
    let makeup = Makeup::of(clause);
    let frame = predicate::frame(words, span, makeup);
    let figures = makeup.may_have_digits();
    let time = makeup::may_tell_time(clause);
    let quantities = if figures { quantity::quantities(words, span) } else { Vec::new() };
    let object = frame.object.and_then(|object| without_figures(words, object, &quantities));
    Action {
        span,
        verb: frame.verb,
        object,
        quantities,
        deadline: if time { deadline::deadline(words, span, year) } else { None },
        actor: frame.actor,
        place: frame.place,
        pillar,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lexicon::{Hits, Lexicon};
    use crate::text::SourceText;

    /// The slots of a clause in a document of 2025, one line each kind.
    fn slots(clause: &str) -> String {
        let lexicon = Lexicon::from_seeds();
        let hits = Hits::of(&lexicon, clause);
        let text = SourceText::new(clause.to_owned()).expect("short");
        let words = Words { text: &text, lexicon: &lexicon, hits: &hits };
        let action = fill(words, text.span(), Some(2025), None);
        let mut lines = Vec::new();
        for (name, span) in [
            ("verb", action.verb),
            ("object", action.object),
            ("actor", action.actor),
            ("place", action.place),
        ] {
            lines.extend(span.map(|span| format!("{name} {}", text.slice(span))));
        }
        for quantity in &action.quantities {
            let of = quantity.of.map_or("-", |of| text.slice(of));
            lines.push(format!(
                "{} = {} {} of {of}",
                text.slice(quantity.span),
                quantity.value,
                text.slice(quantity.unit)
            ));
        }
        if let Some(due) = &action.deadline {
            lines.push(format!(
                "{} = {}",
                text.slice(due.span),
                due.date.as_deref().unwrap_or("?")
            ));
        }
        lines.join("; ")
    }

    fn check(cases: &[(&str, &str)]) {
        let wrong: Vec<_> = cases
            .iter()
            .map(|(clause, expect)| (clause, slots(clause), expect))
            .filter(|(_, found, expect)| found != *expect)
            .map(|(clause, found, expect)| format!("{clause}\n  found  {found}\n  expect {expect}"))
            .collect();
        assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    }

    #[test]
    fn verb_and_object() {
        check(&[
            ("大力培育数字经济", "verb 培育; object 数字经济"),
            ("依托港口优势，打造临港产业集群", "verb 打造; object 临港产业集群"),
            ("建成了一批高标准粮仓。", "verb 建成; object 一批高标准粮仓"),
            ("加快建设城市算力中心", "verb 建设; object 城市算力中心"),
            ("认真学习、深刻领会会议精神", "verb 领会; object 会议精神"),
            ("营商环境", ""),
            ("大力培育", "verb 培育"),
        ]);
    }

    #[test]
    fn quantities() {
        check(&[
            ("培育3家上市企业", "verb 培育; object 3家上市企业; 3家 = 3 家 of 上市企业"),
            (
                "完成技改投资120余亿元",
                "verb 完成; object 技改投资; 120余亿元 = 120 亿元 of 技改投资",
            ),
            ("粮食产量达到３５．５万吨以上", "verb 达到; ３５．５万吨以上 = 35.5 万吨 of 粮食产量"),
            ("开工第3个项目", "verb 开工; object 第3个项目"),
            ("新建3-5个车间", "verb 新建; object 3-5个车间"),
        ]);
    }

    #[test]
    fn deadlines() {
        check(&[
            ("年底前完成改造", "verb 完成; object 改造; 年底前 = 2025-12"),
            ("2026年6月底前建成大桥", "verb 建成; object 大桥; 2026年6月底前 = 2026-06"),
            ("到2027年建成大桥", "verb 建成; object 大桥; 到2027年 = 2027"),
            ("上半年开工建设大桥", "verb 开工建设; object 大桥; 上半年 = 2025-06"),
            ("三季度启动招标", "verb 启动; object 招标; 三季度 = 2025-09"),
            ("比2020年增长6%", "verb 增长; 6% = 6 % of -"),
        ]);
    }

    #[test]
    fn actor_and_place() {
        check(&[
            ("由市发改委牵头制定方案", "verb 牵头; object 制定方案; actor 市发改委"),
            ("华翔集团建设新材料基地", "verb 建设; object 新材料基地; actor 华翔集团"),
            ("在翼城县建设标准厂房", "verb 建设; object 标准厂房; place 翼城县"),
        ]);
    }
}
