//! Which clauses belong together.

use super::Reader;
use crate::lexicon::{Classes, Cue, Hit};
use crate::text::{Span, is_blank};

/// How many characters a clause may have that only tells where (在杭州).
const WHERE: usize = 12;

impl Reader<'_> {
    /// Whether a clause only prepares the next one.
    pub(super) fn prepares(&self, span: Span, alone: bool) -> bool {
        let words = self.text.slice(span);
        if self.is_time(span) {
            return true;
        }
        if !alone {
            return false;
        }
        let first = self.hits.longest_at(span.start(), span.end(), Classes::ADJUNCT);
        let Some((opener, _)) = first else {
            if self.is_afterwards(span) || self.is_topic(span) || self.is_circumstance(span) {
                return true;
            }
            // 扩充业务领域 is something done
            let scene = ["方面", "领域", "中"].iter().any(|ending| words.ends_with(ending));
            let short = self.text.code_points(span).len() <= 10;
            return scene && short && !self.begins(span, Classes::VERB);
        };
        match self.text.slice(opener) {
            // with a predicate of their own behind them these are whole clauses
            "以" => words.ends_with("为引领") || is_as_frame(words),
            "把" | "作为" => false,
            // 对东盟进出口增长8%: what has grown
            "对" if words.bytes().any(|b| b.is_ascii_digit()) => false,
            "为" | "为了" | "对" | "对于" => !self.predicate_after(opener, span),
            "在" => {
                self.lexicon.cues(Cue::Scene).end(words)
                    || (self.text.code_points(span).len() <= WHERE
                        && !self.hits.any_within(span, Classes::VERB.or(Classes::NOMINAL)))
            }
            "经" | "经过" => true,
            "除" | "除了" => true,
            _ => !self.predicate_after_object(opener, span),
        }
    }

    /// 中央经济工作会议召开后: behind what has been.
    fn is_afterwards(&self, span: Span) -> bool {
        let word = |hit: &Hit| hit.span.end() == span.end() && hit.chars > 1;
        self.text.slice(span).ends_with('后')
            && self.text.code_points(span).len() > 4
            && !self.hits.within(span).any(word)
    }

    /// 甲公司投资22亿元建设的发动机基地: only names what the next clause is about.
    fn is_topic(&self, span: Span) -> bool {
        let words = self.text.slice(span);
        let Some(at) = words.rfind('的') else { return false };
        let named = Span::new(span.start() + at + '的'.len_utf8(), span.end());
        let does = Classes::VERB.or(Classes::ADVERB).or(Classes::NOMINAL).or(Classes::MODAL);
        // what stands before 的 is a clause of its own: …建设|的|基地, 总投资8亿元|的|园区
        let relative = Span::new(span.start(), span.start() + at);
        let made = self.ends_in(relative, Classes::VERB)
            || (words.starts_with("总投资") && words[..at].ends_with('元'));
        made && (3..=14).contains(&self.text.code_points(named).len())
            && !self.begins(span, does)
            && self.ends_in(named, Classes::HEAD)
    }

    /// 过渡期内, 签约仪式上: a few words that tell in what circumstances.
    fn is_circumstance(&self, span: Span) -> bool {
        let words = self.text.slice(span);
        self.text.code_points(span).len() <= 8 && self.lexicon.cues(Cue::Circumstance).end(words)
    }

    /// 通过“揭榜挂帅”等方式: only tells how.
    pub(super) fn is_means(&self, span: Span) -> bool {
        let words = self.text.slice(span);
        let by = ["通过", "以", "采取", "采用", "运用"].iter().any(|by| words.starts_with(by));
        by && ["方式", "形式", "途径", "手段", "办法"].iter().any(|end| words.ends_with(end))
    }

    /// Whether a clause only tells when: 2020年底, 到2022年, 截至今年10月底.
    pub(super) fn is_time(&self, span: Span) -> bool {
        // “不久前，…: the quotation goes on behind it
        let words = self.text.slice(span);
        let opened = words.strip_prefix(['“', '‘']).filter(|rest| !rest.contains(['”', '’']));
        let span = Span::new(span.end() - opened.unwrap_or(words).len(), span.end());
        let words = self.text.slice(span);
        // 力争到2030年
        let aims = ["力争", "争取", "确保", "预计", "计划"];
        let aim = aims
            .iter()
            .find(|aim| words.starts_with(**aim) && words[aim.len()..].starts_with('到'));
        let span = Span::new(span.start() + aim.map_or(0, |aim| aim.len()), span.end());
        let words = self.text.slice(span);
        let until = ["截至", "截止", "到", "至", "自", "从"];
        let opener = until.iter().find(|until| words.starts_with(**until));
        let span = Span::new(span.start() + opener.map_or(0, |until| until.len()), span.end());
        if span.is_empty() {
            return false;
        }
        let words = self.text.slice(span);
        let chars = self.text.code_points(span).len();
        let term = self.hits.longest_at(span.start(), span.end(), Classes::TIME);
        if term.is_some_and(|(time, _)| time.end() == span.end()) {
            return true;
        }
        let dated = words.starts_with(|c: char| c.is_ascii_digit())
            || term.is_some()
            || words.starts_with("上世纪")
            || words.starts_with('“');
        dated
            && chars <= 14
            && [
                "年",
                "月",
                "日",
                "年代",
                "年代初",
                "期间",
                "时期",
                "以来",
                "年底",
                "年末",
                "月底",
                "月初",
                "月末",
                "月份",
                "旬",
                "季度",
                "年前",
                "年内",
                "起",
            ]
            .iter()
            .any(|ending| words.ends_with(ending))
    }

    /// "完成230亿元，增长17%": the second goes on about the first's figure.
    pub(super) fn continues_figure(&self, span: Span, next: Span) -> bool {
        let words = self.text.slice(span);
        let tail = self.text.slice(next);
        // without an early end, so that the compiler compares whole blocks
        let figure = words.bytes().fold(false, |found, b| found | b.is_ascii_digit());
        let goes_on = || {
            let mut rests = self.lexicon.cues(Cue::FigureGoesOn).behind(tail);
            rests.any(|rest| {
                let near = |c| is_blank(c) || matches!(c, '约' | '近' | '超' | '达' | '到');
                rest.trim_start_matches(near).starts_with(|c: char| c.is_ascii_digit())
            })
        };
        let compared = || self.lexicon.cues(Cue::FigureCompared).behind(tail).next().is_some();
        figure && (goes_on() || compared())
    }

    /// "为X开辟通道": a verb of the clause's own stands behind the adjunct's object. One with 的
    /// before it or behind it is part of a noun phrase.
    fn predicate_after(&self, opener: Span, span: Span) -> bool {
        let object = Span::new(opener.end(), span.end());
        self.hits.within(object).any(|hit| {
            self.is(hit, Classes::VERB)
                && !self.is(hit, Classes::NOMINAL)
                && hit.chars >= 2
                && self.text.code_points(Span::new(opener.end(), hit.span.start())).len() >= 4
                && !self.text.slice(Span::new(opener.end(), hit.span.start())).ends_with('的')
                && !self.text.slice(Span::new(hit.span.end(), span.end())).contains('的')
        })
    }

    /// "围绕X推进Y": the adjunct and its clause in one.
    fn predicate_after_object(&self, opener: Span, span: Span) -> bool {
        let object = Span::new(opener.end(), span.end());
        let chars = self.text.code_points(object).len();
        // a verb right behind the opener is the object's own (围绕打造…)
        let strong = self.hits.within(object).filter(|hit| {
            let far = self.text.code_points(Span::new(opener.end(), hit.span.start())).len() >= 4;
            far && self.is(hit, Classes::VERB) && !self.is(hit, Classes::NOMINAL) && hit.chars >= 2
        });
        let predicate = || {
            strong.count() > 0 && !self.text.slice(span).contains('、') && self.main_verb(object)
        };
        chars > 8 && (self.verb_with_figure(object) || predicate())
    }

    /// An adverb and a verb together are a predicate, not part of a name (新|要求), when something
    /// follows them.
    fn main_verb(&self, object: Span) -> bool {
        self.hits.within(object).any(|hit| {
            let verb = || self.hits.longest_at(hit.span.end(), object.end(), Classes::VERB);
            self.is(hit, Classes::ADVERB)
                && hit.span.start() > object.start()
                && verb().is_some_and(|(verb, _)| verb.end() < object.end())
        })
    }

    /// 建设28个…: a verb right before a number.
    fn verb_with_figure(&self, object: Span) -> bool {
        let figure = |at: usize| self.text.as_str()[at..].starts_with(|c: char| c.is_ascii_digit());
        self.hits.within(object).any(|hit| {
            let far = self.text.code_points(Span::new(object.start(), hit.span.start())).len() >= 4;
            far && hit.chars >= 2 && self.is(hit, Classes::VERB) && figure(hit.span.end())
        })
    }
}

/// 以X为Y without a verb behind it.
fn is_as_frame(words: &str) -> bool {
    words.rfind('为').is_some_and(|at| {
        let tail = &words[at + '为'.len_utf8()..];
        (1..=7).contains(&tail.chars().count())
    })
}
