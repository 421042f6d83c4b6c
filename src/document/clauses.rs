//! Sentences and clauses: what stands between 。；！？ and between ，：.
//!
//! A quotation or a bracket that closes soon is one piece: “日碰头、周例会” is never cut. One that
//! holds whole sentences (a speech) is transparent, and so is one that never closes.

use std::ops::{Range, RangeInclusive};

use crate::lexicon::{Classes, Hit, Hits};
use crate::text::{SourceText, Span, begins_han, is_blank};

/// How many characters a quotation or bracket may have and still be one piece.
const PIECE: usize = 48;

/// The same for one that holds ！ or ？.
const CALL: usize = 12;

/// How many characters a heading has that runs into its text.
const TITLE: RangeInclusive<usize> = 7..=16;

/// What ends a clause.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ClauseEnd {
    /// ，
    Comma,
    /// ：
    Colon,
    /// ；
    Semicolon,
    /// 。！？ or the end of the line.
    Stop,
    /// Nothing: a heading runs into the text because a line break was lost.
    Lost,
}

/// A stretch of text between two marks of punctuation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Clause {
    /// Without its mark and without white space at its ends.
    pub span: Span,
    /// The mark behind it.
    pub end: ClauseEnd,
}

/// Clauses up to 。！？ or the end of the line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sentence {
    /// From the first clause's start to the last one's end, the stop left out.
    pub span: Span,
    /// Its clauses, as indices into [`super::Document::clauses`].
    pub clauses: Range<usize>,
}

/// How sure it must be that a line break was lost.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Lost {
    /// By itself.
    Surely,
    /// In a document that has lost others.
    Likely,
}

/// Splits a line into sentences and clauses, appending to both.
pub(super) fn split(
    text: &SourceText,
    hits: &Hits,
    line: Span,
    breaks: Lost,
    sentences: &mut Vec<Sentence>,
    clauses: &mut Vec<Clause>,
) {
    let words = text.slice(line);
    let mut clause_start = 0;
    let mut first_clause = clauses.len();
    let mut at = 0;
    while let Some(&byte) = words.as_bytes().get(at) {
        if begins_han(byte) {
            at += '纲'.len_utf8();
            continue;
        }
        let Some(c) = words[at..].chars().next() else { break };
        let next = at + c.len_utf8();
        let Some(end) = mark(words, at, c) else {
            at = closing(c)
                .and_then(|close| piece_end(&words[next..], close))
                .map_or(next, |n| next + n);
            continue;
        };
        let first = clauses.len() == first_clause;
        if first
            && end == ClauseEnd::Comma
            && let Some(lost) = lost_break(text, hits, line, clause_start..at, breaks)
        {
            push(text, line, clause_start..lost, ClauseEnd::Lost, clauses);
            finish(&mut first_clause, sentences, clauses);
            clause_start = lost;
        }
        push(text, line, clause_start..at, end, clauses);
        at = next;
        if end == ClauseEnd::Stop {
            // a closing quotation mark belongs to the sentence before it
            while let Some(close) =
                words[at..].chars().next().filter(|c| matches!(c, '”' | '’' | '」'))
            {
                at += close.len_utf8();
            }
            finish(&mut first_clause, sentences, clauses);
        }
        clause_start = at;
    }
    push(text, line, clause_start..words.len(), ClauseEnd::Stop, clauses);
    finish(&mut first_clause, sentences, clauses);
}

/// Where a heading ends that runs into the time with which its text begins, because the line break
/// between was lost: 营商环境不断优化|上半年，…. A predicate right before a time is no Chinese clause.
///
/// Where others were lost, one is that stands behind an adverb and its predicate, too, if the text goes on
/// with what no object begins with: 改革持续深化|推动…, 民生不断改善|20项….
fn lost_break(
    text: &SourceText,
    hits: &Hits,
    line: Span,
    range: Range<usize>,
    breaks: Lost,
) -> Option<usize> {
    let clause = text.trim(Span::new(line.start() + range.start, line.start() + range.end));
    let predicate = Classes::VERB.or(Classes::NOMINAL);
    // a heading that begins with its predicate is a clause of its own
    let opens = |hit: &Hit| {
        hit.classes.any(Classes::VERB.or(Classes::PREPOSITION))
            && !hit.classes.any(Classes::NOMINAL.or(Classes::NOUN))
    };
    if hits.beginning_at(clause.start()).first().is_some_and(opens) {
        return None;
    }
    let is_title = |end: usize| {
        let title = Span::new(clause.start(), end);
        let chars = text.code_points(title).len();
        TITLE.contains(&chars) && !text.slice(title).contains(|c: char| c.is_ascii_digit())
    };
    let ends = |hit: &&Hit| hit.chars >= 2 && hit.classes.any(predicate);
    let time = hits
        .within(clause)
        .find(|hit| hit.classes.any(Classes::TIME) && hit.span.end() == clause.end());
    let time = time.map(|time| time.span.start()).or_else(|| dated(text, clause));
    let before_time = time.filter(|&at| {
        is_title(at) && hits.within(clause).filter(ends).any(|hit| hit.span.end() == at)
    });
    let likely = || {
        // no further than a heading goes: a clause can be as long as the text
        let words = text.slice(clause);
        let far = words.char_indices().nth(*TITLE.end()).map_or(words.len(), |(at, _)| at);
        let near = Span::new(clause.start(), clause.start() + far);
        hits.within(near).filter(ends).find_map(|hit| {
            let at = hit.span.end();
            let how = predicate.or(Classes::ADVERB);
            let firm = hits
                .within(near)
                .any(|before| before.span.end() == hit.span.start() && before.classes.any(how));
            (firm && is_title(at) && begins_anew(text, hits, at, clause.end())).then_some(at)
        })
    };
    let found = match breaks {
        Lost::Surely => before_time,
        Lost::Likely => before_time.or_else(likely),
    };
    found.map(|at| at - line.start())
}

/// Where a date in figures begins that a clause ends in: 4月以来, 2020年7月底.
fn dated(text: &SourceText, clause: Span) -> Option<usize> {
    let words = text.slice(clause);
    let since = words.trim_end_matches(['以', '来', '起', '底', '初', '末', '份']);
    let digits = |c: char| c.is_ascii_digit();
    let mut rest = since;
    while let Some(number) = rest.strip_suffix(['年', '月', '日']).filter(|n| n.ends_with(digits))
    {
        rest = number.trim_end_matches(digits);
    }
    (rest.len() < since.len()).then(|| clause.start() + rest.len())
}

/// Whether what stands at a place is no object of a predicate before it.
fn begins_anew(text: &SourceText, hits: &Hits, at: usize, limit: usize) -> bool {
    let first = |at: usize| hits.beginning_at(at).iter().find(|hit| hit.span.end() <= limit);
    let Some(first) = first(at) else {
        // 20|项: things are counted, and no rate or sum is told, which may belong to the predicate
        let rest = text.slice(Span::new(at, limit));
        let number = rest.len() - rest.trim_start_matches(|c: char| c.is_ascii_digit()).len();
        let counted = |hit: &Hit| hit.classes.any(Classes::CLASSIFIER);
        return number > 0 && first(at + number).is_some_and(counted);
    };
    let begins = Classes::TIME
        .or(Classes::SUBJECT)
        .or(Classes::PLACE)
        .or(Classes::ADJUNCT)
        .or(Classes::VERB)
        .or(Classes::ADVERB);
    first.classes.any(begins) && !first.classes.any(Classes::NOMINAL.or(Classes::NOUN))
}

/// Adds a clause if there is anything in it.
fn push(
    text: &SourceText,
    line: Span,
    range: Range<usize>,
    end: ClauseEnd,
    clauses: &mut Vec<Clause>,
) {
    let span = text.trim(Span::new(line.start() + range.start, line.start() + range.end));
    if !span.is_empty() {
        clauses.push(Clause { span, end });
    }
}

/// Makes a sentence of the clauses since the last one.
fn finish(first_clause: &mut usize, sentences: &mut Vec<Sentence>, clauses: &[Clause]) {
    if let Some(first) = clauses.get(*first_clause) {
        let last = clauses[clauses.len() - 1];
        let span = first.span.cover(last.span);
        sentences.push(Sentence { span, clauses: *first_clause..clauses.len() });
    }
    *first_clause = clauses.len();
}

/// The clause end that a character is, if it is one here.
fn mark(words: &str, at: usize, c: char) -> Option<ClauseEnd> {
    match c {
        '，' => Some(ClauseEnd::Comma),
        '。' | '！' | '？' | '!' | '?' | '｡' => Some(ClauseEnd::Stop),
        '；' | ';' => Some(ClauseEnd::Semicolon),
        '：' => Some(ClauseEnd::Colon),
        '.' if is_full_stop(words, at) => Some(ClauseEnd::Stop),
        // between digits they belong to the number or the time of day
        ',' | ':' if !between_digits(words, at) => {
            Some(if c == ',' { ClauseEnd::Comma } else { ClauseEnd::Colon })
        }
        _ => None,
    }
}

/// A half-width full stop behind Chinese words (提质增效. 全镇…), not one of a number or of letters.
fn is_full_stop(words: &str, at: usize) -> bool {
    let chinese = |c: char| !c.is_ascii() && !is_blank(c);
    let before = words[..at].chars().next_back();
    let after = words[at + 1..].chars().next();
    before.is_some_and(chinese) && after.is_none_or(|c| is_blank(c) || chinese(c))
}

fn between_digits(words: &str, at: usize) -> bool {
    let bytes = words.as_bytes();
    let digit = |i: usize| bytes.get(i).is_some_and(u8::is_ascii_digit);
    at > 0 && digit(at - 1) && digit(at + 1)
}

/// The mark that closes what this one opens.
fn closing(c: char) -> Option<char> {
    match c {
        '“' => Some('”'),
        '‘' => Some('’'),
        '（' => Some('）'),
        '(' => Some(')'),
        '《' => Some('》'),
        '「' => Some('」'),
        '【' => Some('】'),
        _ => None,
    }
}

/// How many bytes a short quotation has, its closing mark included; `None` if it is none.
fn piece_end(words: &str, close: char) -> Option<usize> {
    let mut most = PIECE;
    let mut chars = words.char_indices().enumerate().peekable();
    while let Some((count, (at, c))) = chars.next() {
        if count >= most {
            return None;
        }
        match c {
            _ if c == close => return Some(at + c.len_utf8()),
            '。' | '；' => return None,
            // “你好！长沙” is a name, “抓紧！” is said
            '！' | '？' if chars.peek().is_none_or(|(_, (_, next))| *next == close) => {
                return None;
            }
            '！' | '？' => most = CALL,
            _ => {}
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lexicon::Lexicon;

    fn check(line: &str, expect: &[&[&str]]) {
        let text = SourceText::new(line.to_owned()).expect("short");
        let (mut sentences, mut clauses) = (Vec::new(), Vec::new());
        let hits = Hits::of(&Lexicon::from_seeds(), line);
        split(&text, &hits, text.span(), Lost::Surely, &mut sentences, &mut clauses);
        let found: Vec<Vec<&str>> = sentences
            .iter()
            .map(|s| clauses[s.clauses.clone()].iter().map(|c| text.slice(c.span)).collect())
            .collect();
        assert_eq!(found, expect);
    }

    #[test]
    fn clauses_end_at_marks() {
        check("建园区，引企业；稳就业。保民生", &[&["建园区", "引企业", "稳就业"], &["保民生"]]);
        check("建园区,引企业. 稳就业", &[&["建园区", "引企业"], &["稳就业"]]);
        check("产值1.5亿元.增长5%", &[&["产值1.5亿元"], &["增长5%"]]);
        check("产值1,200万元,增长5%", &[&["产值1,200万元", "增长5%"]]);
        check("会议于09:30开始：领导讲话", &[&["会议于09:30开始", "领导讲话"]]);
    }

    #[test]
    fn short_quotations_are_whole_and_speeches_are_not() {
        check("开展“进车间，解难题”活动，办实事。", &[&["开展“进车间，解难题”活动", "办实事"]]);
        check(
            "他说：“要抓落实。要快。”会议结束",
            &[&["他说", "“要抓落实"], &["要快"], &["会议结束"]],
        );
        check("举办“你好！长沙”推介会。再办展。", &[&["举办“你好！长沙”推介会"], &["再办展"]]);
        check("他说“抓紧！”会散了", &[&["他说“抓紧"], &["会散了"]]);
        check("推进“未闭合项目，再抓", &[&["推进“未闭合项目", "再抓"]]);
    }

    #[test]
    fn a_heading_that_runs_into_its_text_is_parted_from_it() {
        check(
            "基本稳定。城乡环境持续改善去年，全县新建公厕30座。",
            &[&["基本稳定"], &["城乡环境持续改善"], &["去年", "全县新建公厕30座"]],
        );
        check(
            "基本稳定。消费市场逐步回暖4月以来，发放消费券3轮。",
            &[&["基本稳定"], &["消费市场逐步回暖"], &["4月以来", "发放消费券3轮"]],
        );
        check("经济运行去年，", &[&["经济运行去年"]]);
    }

    #[test]
    fn empty_clauses_vanish() {
        check("，，。。 ；", &[]);
    }
}
