//! What stands before the matter of a clause: connective, list number, subject, modal.
//!
//! "翼城将坚持…" is about 坚持…; "同时，要推进…" is about 推进…. A subject that is itself the matter
//! (农业农村改革重点打造…) stays, and so does one that tells who of many (农村累计推广…).

use super::{MarkerStyle, numbering};
use crate::lexicon::{Classes, Hit, Hits};
use crate::text::{SourceText, Span, is_blank};

/// Pronouns and bodies that speak for the document's own government: never the matter. By their
/// first character, and what may follow it.
const OWN: [(char, &[&str]); 6] = [
    ('我', &["们", "国", "省", "市", "县", "区", "州", "旗"]),
    ('政', &["府"]),
    ('省', &["政府"]),
    ('市', &["政府"]),
    ('县', &["政府"]),
    ('区', &["政府"]),
];

/// Modals, by their first character: what may follow it, the longest first.
const MODALS: [(char, &[&str]); 7] = [
    ('将', &["要", ""]),
    ('还', &["要"]),
    ('要', &[""]),
    ('应', &["当", ""]),
    ('须', &[""]),
    ('必', &["须"]),
    ('需', &["要"]),
];

/// What stands behind a place's name where it means the government there, by the first character.
const SEATS: [(char, &[&str]); 5] = [
    ('市', &["委市政府", "委", "政府", ""]),
    ('县', &["委县政府", "委", "政府", ""]),
    ('区', &["委", "政府", ""]),
    ('省', &["委", "政府", ""]),
    ('人', &["民政府"]),
];

/// How many characters a subject has at most that no table tells.
const WHOEVER: usize = 6;

/// How many bytes the first of some forms has that `words` begin with.
fn form(words: &str, forms: &[(char, &[&str])]) -> Option<usize> {
    // most words begin with none of the characters, which is soon seen
    let first = words.chars().next()?;
    let (_, tails) = forms.iter().find(|(c, _)| *c == first)?;
    let rest = &words[first.len_utf8()..];
    let tail = tails.iter().find(|tail| rest.starts_with(**tail))?;
    Some(first.len_utf8() + tail.len())
}

/// Drops what stands before the matter of a clause. `home` is the place that the document is about, if known:
/// its name is a subject like 我市.
#[must_use]
pub(crate) fn matter(text: &SourceText, hits: &Hits, home: Option<&str>, clause: Span) -> Span {
    let opening = Opening { text, hits, home, end: clause.end() };
    let mut at = clause.start();
    if !opening.may_begin(at) {
        return clause;
    }
    for step in [
        Opening::quote,
        Opening::connective,
        Opening::list_number,
        Opening::time_of_own,
        Opening::subject,
        Opening::modal,
    ] {
        at = opening.skip_blank(step(&opening, at));
    }
    if at >= clause.end() { clause } else { Span::new(at, clause.end()) }
}

/// Whether a clause begins with a subject that [`matter`] drops.
#[must_use]
pub(crate) fn has_own_subject(
    text: &SourceText,
    hits: &Hits,
    home: Option<&str>,
    clause: Span,
) -> bool {
    let opening = Opening { text, hits, home, end: clause.end() };
    opening.subject(clause.start()) > clause.start()
}

/// What may stand between the words of an opening.
fn is_skipped(c: char) -> bool {
    is_blank(c) || matches!(c, '，' | ',' | '：')
}

struct Opening<'a> {
    text: &'a SourceText,
    hits: &'a Hits,
    home: Option<&'a str>,
    end: usize,
}

impl Opening<'_> {
    /// Whether anything of what is dropped can begin here. Most clauses begin with their matter, and
    /// one look tells it.
    fn may_begin(&self, at: usize) -> bool {
        let Some(first) = self.rest(at).chars().next() else { return false };
        let number = matches!(
            first,
            '第' | '一' | '二' | '三' | '四' | '五' | '六' | '七' | '八' | '九' | '十'
        );
        let form = |forms: &[(char, &[&str])]| forms.iter().any(|(c, _)| *c == first);
        let classes = Classes::CONNECTIVE.or(Classes::SUBJECT).or(Classes::PLACE).or(Classes::TIME);
        number
            || is_skipped(first)
            || first == '“'
            || self.rest(at).chars().take(WHOEVER + 1).any(|c| c == '将')
            || form(&OWN)
            || form(&MODALS)
            || self.hits.beginning_at(at).iter().any(|hit| hit.classes.any(classes))
    }

    fn rest(&self, at: usize) -> &str {
        self.text.slice(Span::new(at, self.end))
    }

    fn skip_blank(&self, at: usize) -> usize {
        let rest = self.rest(at);
        self.end - rest.trim_start_matches(is_skipped).len()
    }

    /// The end of the longest term of a class that begins here.
    fn term(&self, at: usize, classes: Classes) -> Option<usize> {
        self.hits.longest_at(at, self.end, classes).map(|(span, _)| span.end())
    }

    /// A quotation mark that does not close in the clause opens a speech.
    fn quote(&self, at: usize) -> usize {
        let rest = self.rest(at);
        let speech = rest.strip_prefix('“').is_some_and(|inner| !inner.contains('”'));
        if speech { at + '“'.len_utf8() } else { at }
    }

    fn connective(&self, at: usize) -> usize {
        match self.term(at, Classes::CONNECTIVE) {
            // 并 and 而 are also parts of words, and 以 opens an adjunct
            Some(end) if end - at >= 6 && self.boundary(end) => end,
            _ => at,
        }
    }

    /// Whether a new constituent plausibly begins here.
    fn boundary(&self, at: usize) -> bool {
        let starts = Classes::VERB
            .or(Classes::ADVERB)
            .or(Classes::NOMINAL)
            .or(Classes::MODAL)
            .or(Classes::PREPOSITION)
            .or(Classes::SUBJECT)
            .or(Classes::NOUN)
            .or(Classes::NAME)
            .or(Classes::PLACE)
            .or(Classes::TIME);
        self.rest(at).starts_with(['，', ',', '“', '《'])
            || self.term(at, starts).is_some()
            || self.rest(at).starts_with(|c: char| c.is_ascii_digit())
    }

    fn list_number(&self, at: usize) -> usize {
        match numbering::marker(self.text, Span::new(at, self.end)) {
            Some(marker) if matches!(marker.style, MarkerStyle::Series | MarkerStyle::Ordinal) => {
                marker.span.end()
            }
            _ => at,
        }
    }

    /// "今年我省要实现…", "下一步要建成…": a time right before the subject or modal goes with it.
    fn time_of_own(&self, at: usize) -> usize {
        let Some(end) = self.term(at, Classes::TIME) else { return at };
        let own = form(self.rest(end), &OWN).is_some()
            || self.term(end, Classes::PLACE).is_some_and(|to| self.is_home(Span::new(end, to)));
        if own && self.subject(end) > end || self.will(end) { end } else { at }
    }

    /// 我们, 我省, 翼城县, 翼城县委: before a modal, an adverb or a verb.
    fn subject(&self, at: usize) -> usize {
        let own = form(self.rest(at), &OWN).map(|len| at + len);
        let general = self.term(at, Classes::SUBJECT);
        let bare = self.term(at, Classes::PLACE);
        let place = bare.map(|end| self.seat(end));
        let predicate = Classes::VERB.or(Classes::ADVERB).or(Classes::MODAL);
        if let Some(end) = own.max(place) {
            let early = self.rest(end).starts_with("早在") || self.rest(end).starts_with("已");
            let noun = Classes::NOUN.or(Classes::NAME).or(Classes::NOMINAL).or(Classes::HEAD);
            let longer_noun = self.term(end, noun).unwrap_or(0);
            let verb = self.term(end, predicate).unwrap_or(0);
            // "我省在全国率先建立…", "我省现有…"
            let adjunct = Classes::PREPOSITION.or(Classes::ADJUNCT).or(Classes::ATTRIBUTE);
            let goes_on = own == Some(end)
                && (self.term(end, adjunct).unwrap_or(0) > longer_noun || self.has(end));
            // 厦门|入选…: another place is the matter, and no speaker for the government
            let speaks = own == Some(end)
                || bare != Some(end)
                || (self.is_home(Span::new(at, end)) && self.acts(end));
            if early || (speaks && verb > longer_noun) || self.will(end) || goes_on {
                return end;
            }
        }
        match general {
            Some(end) if self.will(end) => end,
            _ => self.whoever_will(at).unwrap_or(at),
        }
    }

    /// 泽源|将|设立…, 研究院|将|布局…: a few words that do nothing, and then what they will do.
    fn whoever_will(&self, at: usize) -> Option<usize> {
        let (offset, _) =
            self.rest(at).char_indices().take(WHOEVER + 1).find(|(_, c)| *c == '将')?;
        let end = at + offset;
        let words = self.text.slice(Span::new(at, end));
        let name = (2..=WHOEVER).contains(&words.chars().count())
            && words.chars().all(|c| matches!(c, '\u{4e00}'..='\u{9fff}'));
        let acts = Classes::VERB.or(Classes::ADVERB).or(Classes::PREPOSITION).or(Classes::ADJUNCT);
        // 研究 of 研究院 is none
        let does = |hit: &Hit| hit.classes.any(acts) && !hit.classes.any(Classes::NOMINAL);
        let does = self.hits.within(Span::new(at, end)).any(does);
        (name && !does && self.will(end)).then_some(end)
    }

    /// Whether a name is that of the document's place, with or without 省, 市, 县.
    fn is_home(&self, name: Span) -> bool {
        let bare =
            |name: &'_ str| name.trim_end_matches(['省', '市', '县', '区', '州', '旗']).len();
        let name = self.text.slice(name);
        self.home.is_some_and(|home| home[..bare(home)] == name[..bare(name)])
    }

    /// Whether a verb of doing stands at a place: 推行, and not 成为 or 发展, which is a noun as well.
    fn acts(&self, at: usize) -> bool {
        let acts = |hit: &Hit| {
            hit.classes.any(Classes::VERB.or(Classes::ADVERB)) && !hit.classes.any(Classes::NOMINAL)
        };
        let state = ["成为", "是"].iter().any(|verb| self.rest(at).starts_with(verb));
        let longest = self.hits.beginning_at(at).iter().find(|hit| hit.span.end() <= self.end);
        !state && longest.is_some_and(acts)
    }

    /// 县委, 市政府 behind a place's name.
    fn seat(&self, at: usize) -> usize {
        at + form(self.rest(at), &SEATS).unwrap_or(0)
    }

    /// 现有, 有, 共有: verbs of having.
    fn has(&self, at: usize) -> bool {
        ["现有", "共有", "已有", "有"].iter().any(|verb| self.rest(at).starts_with(verb))
    }

    /// 将, 要 and the like before a predicate: then what stands before is a subject.
    fn will(&self, at: usize) -> bool {
        self.modal(at) > at
    }

    fn modal(&self, at: usize) -> usize {
        let Some(len) = form(self.rest(at), &MODALS) else { return at };
        let end = at + len;
        let predicate =
            Classes::VERB.or(Classes::ADVERB).or(Classes::PREPOSITION).or(Classes::ADJUNCT);
        let longer = Classes::NOUN.or(Classes::NOMINAL).or(Classes::NAME).or(Classes::HEAD);
        // 要素, 应用 begin with a modal's character; 将X打造成Y is a preposition's 将
        if self.term(at, longer.or(Classes::VERB)).is_some_and(|word| word > end) {
            return at;
        }
        let names = self.term(end, longer).unwrap_or(0);
        let acts = self.term(end, predicate).unwrap_or(0);
        let alone = self.text.slice(Span::new(at, end)) == "将";
        if acts > 0 && (acts >= names || !alone) { end } else { at }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lexicon::Lexicon;

    fn check(clause: &str, expect: &str) {
        let text = SourceText::new(clause.to_owned()).expect("short");
        let lexicon = Lexicon::from_seeds();
        let hits = Hits::of(&lexicon, clause);
        assert_eq!(text.slice(matter(&text, &hits, None, text.span())), expect);
    }

    #[test]
    fn subjects_and_modals_go() {
        check("我们要大力发展数字经济", "大力发展数字经济");
        check("我省将继续推进农村改革", "继续推进农村改革");
        check("同时培育五家上市公司", "培育五家上市公司");
        check("二是加强人才培养", "加强人才培养");
        check("要把优化营商环境作为重点", "把优化营商环境作为重点");
    }

    #[test]
    fn the_matter_stays() {
        check("农业农村改革重点推进土地流转", "农业农村改革重点推进土地流转");
        check("将服务热线打造成金字招牌", "将服务热线打造成金字招牌");
        check("要素保障更加有力", "要素保障更加有力");
    }
}
