//! Who does what, and where: predicate, object, actor and place of a clause.
//!
//! The clause is read once from left to right in longest terms. Time, adverbs and adjuncts before
//! the predicate are stepped over; an adjunct that a comma closes is left whole, so the verb is
//! the main part's. Of verbs in a chain that qualifies (加快|建设) the last one counts.

use super::actor::{actor_classes, agent, is_actor, place};
use super::makeup::Makeup;
use super::quantity::{digit, is_mark};
use super::statement::{figure_behind, given, stated, states};
use super::words::Words;
use crate::lexicon::{Classes, Cue};
use crate::text::{Span, is_blank};

/// What a clause says of its predicate.
#[derive(Default)]
pub(super) struct Frame {
    pub(super) verb: Option<Span>,
    pub(super) object: Option<Span>,
    pub(super) actor: Option<Span>,
    pub(super) place: Option<Span>,
}

/// Reads a clause.
pub(super) fn frame(words: Words<'_>, clause: Span, makeup: Makeup) -> Frame {
    let mut frame = Frame::default();
    let part = if makeup.may_have_commas() {
        let start = main_part(words, clause);
        Span::new(start, part_end(words, start, clause.end()))
    } else {
        clause
    };
    frame.place = place(words, clause);
    let figures = makeup.may_have_digits();
    let stated = if figures { stated(words, part) } else { None };
    let given = given(words, part);
    let mut taken: Option<Span> = None;
    let mut spare: Option<Span> = None;
    let mut at = part.start();
    let mut subject: Option<Span> = None;
    let mut last = Classes::NONE;
    let mut before = Classes::NONE;
    let mut adverb = false;
    let mut opener: Option<usize> = None;
    while at < part.end() {
        let (mut end, classes) = words.token(at, part.end());
        // what is quoted is no predicate
        if words.starts(at, end, &["“"]) > 0
            && let Some(close) = words.rest(at, part.end()).find('”')
        {
            end = end.max(at + close + '”'.len_utf8());
        }
        let span = Span::new(at, end);
        let word = words.text.slice(span);
        let first = subject.is_none() && opener.is_none();
        let plain = first && words.lexicon.cues(Cue::Pivot).has(word);
        // what stands before a verb that is surely the predicate is its matter, or an adjunct
        let intent = words.lexicon.cues(Cue::Intent).has(word);
        let waits = (intent && end < part.end())
            || given.is_some_and(|given| at < given)
            || (!plain && stated.is_some_and(|stated| end <= stated.start()));
        let figured = stated.filter(|stated| (at..end).contains(&stated.start()));
        let sure = given == Some(at) || figured.is_some();
        if !waits
            && (sure
                || is_predicate(
                    words,
                    span,
                    part,
                    classes,
                    Before { first, adverb, classes: before, figures },
                ))
            && opener.is_none_or(|from| at > from || sure)
        {
            let verb = if let Some(figured) = figured {
                figured
            } else if sure {
                span
            } else {
                coordinated(words, chain(words, span, classes, part.end()), part.end())
            };
            frame.verb = Some(verb);
            frame.object = match taken {
                Some(from) if !from.is_empty() => Some(from),
                _ => object(words, verb, part.end(), figures),
            };
            break;
        }
        // 在县城|建设|孵化园: behind an adjunct a verb that could be a noun is the last resort
        if opener.is_some_and(|from| at > from) && classes.any(Classes::VERB) && end < part.end() {
            spare = Some(span);
        }
        let steps = Classes::ADVERB.or(Classes::MODAL);
        let noun = Classes::NOUN.or(Classes::NAME).or(Classes::HEAD);
        if word.starts_with(|c: char| is_blank(c) || is_mark(c)) {
            adverb = false;
        } else if intent || (classes.any(steps) && !classes.any(noun)) {
            adverb = !intent;
        } else if subject.is_none() && classes.any(Classes::TIME) {
            adverb = false;
        } else if opener.is_none()
            && classes.any(Classes::PREPOSITION.or(Classes::ADJUNCT))
            && !classes.any(noun)
        {
            opener = Some(end);
            adverb = false;
            if matches!(word, "把" | "将") {
                taken = Some(Span::new(end, end));
            }
            if word == "由" {
                frame.actor = agent(words, end, part.end());
            }
        } else if opener.is_none() {
            let from = subject.map_or(at, Span::start);
            subject = Some(Span::new(from, end));
            last = classes;
            adverb = false;
        }
        // 把|减税政策|及时落实到位: up to the adverb before the verb
        if let Some(from) = taken
            && end > from.start()
            && (!classes.any(steps) || classes.any(noun))
        {
            taken = Some(Span::new(from.start(), end));
        }
        before = classes;
        at = end;
    }
    if let (None, Some(verb)) = (frame.verb, spare)
        && !words
            .rest(verb.end(), part.end())
            .starts_with(['的', '、', '和', '中', '上', '下', '”'])
    {
        frame.verb = Some(verb);
        frame.object = object(words, verb, part.end(), figures);
    }
    if frame.verb.is_some() && frame.actor.is_none() {
        frame.actor = subject.filter(|&subject| is_actor(words, subject, last));
    }
    // 苏州某公司: the place is a part of the name
    if let (Some(actor), Some(place)) = (frame.actor, frame.place)
        && actor.contains(place)
    {
        frame.place = None;
    }
    frame
}

/// Where the main part begins: behind the comma that closes an adjunct or a time.
fn main_part(words: Words<'_>, clause: Span) -> usize {
    let mut start = clause.start();
    while let Some(comma) = words.rest(start, clause.end()).find(['，', ',']) {
        let (_, classes) = words.token(start, clause.end());
        let dated = words.char_at(start, clause.end()).is_some_and(|c| digit(c).is_some());
        let head = words.rest(start, start + comma);
        let scene =
            ["方面", "期间", "以来", "后", "时"].iter().any(|ending| head.ends_with(ending));
        let adjunct = Classes::ADJUNCT.or(Classes::TIME).or(Classes::PREPOSITION);
        if !(dated || scene || classes.any(adjunct)) {
            break;
        }
        let rest = words.rest(start + comma, clause.end());
        start += comma + rest.chars().next().map_or(0, char::len_utf8);
    }
    start
}

/// Where the part that begins here ends: at the next comma outside quotes and brackets.
fn part_end(words: Words<'_>, start: usize, limit: usize) -> usize {
    let mut depth = 0i32;
    let mut before = ' ';
    for (offset, c) in words.rest(start, limit).char_indices() {
        match c {
            '“' | '（' | '(' | '《' => depth += 1,
            '”' | '）' | ')' | '》' => depth -= 1,
            '，' if depth <= 0 => return start + offset,
            ',' if depth <= 0 && !before.is_ascii_digit() => return start + offset,
            _ => {}
        }
        before = c;
    }
    limit
}

/// What stands before a term, and in its clause.
#[derive(Clone, Copy)]
struct Before {
    /// Whether neither a subject nor an adjunct does.
    first: bool,
    /// Whether an adverb does, right before it.
    adverb: bool,
    /// What the term before it is.
    classes: Classes,
    /// Whether there may be figures in the clause.
    figures: bool,
}

/// Whether a term is the predicate where it stands.
fn is_predicate(
    words: Words<'_>,
    span: Span,
    part: Span,
    classes: Classes,
    before: Before,
) -> bool {
    let Before { first, adverb, classes: subject, figures } = before;
    let verb = classes.any(Classes::VERB);
    let nominal = classes.any(Classes::NOMINAL);
    if !(verb || nominal) || words.starts(span.end(), part.end(), &["的"]) > 0 {
        return false;
    }
    if classes.any(Classes::PREPOSITION) && span.len() == '为'.len_utf8() {
        return false;
    }
    if figures && states(words, span) && figure_behind(words, span.end(), part.end()) {
        return true;
    }
    let figure = words.char_at(span.end(), part.end()).is_some_and(|c| digit(c).is_some());
    // 直接融资|7990亿元: a noun and its figure
    let noun = words.lexicon.cues(Cue::Figured).has(words.text.slice(span));
    if figure && !first && !adverb && (noun || (nominal && !actor_classes(subject))) {
        return false;
    }
    // 初创, 办事: one character in the middle of words that the lexicon does not have
    let alone = span.len() == '有'.len_utf8() && !first && !adverb && !figure;
    if alone && !words.lexicon.cues(Cue::VerbAlone).has(words.text.slice(span)) {
        return false;
    }
    let (_, next) = words.token(span.end().min(part.end()), part.end());
    let opens_next = span.end() < part.end()
        && next.any(Classes::VERB)
        && !next.any(Classes::NOMINAL.or(Classes::NOUN))
        // 完善|覆盖…的|体系: the second verb qualifies the object
        && !words.rest(span.end(), part.end()).contains('的');
    // 坚持和落实: two verbs of one object
    let joint = words.starts(span.end(), part.end(), &["和", "并"]);
    if joint > 0 && verb && first {
        let at = span.end() + joint;
        if at < part.end() && words.token(at, part.end()).1.any(Classes::VERB) {
            return true;
        }
    }
    // an adverb too (加快, 坚持): with a verb behind it, that one counts
    if classes.any(Classes::ADVERB)
        && span.end() < part.end()
        && next.any(Classes::VERB.or(Classes::ADVERB).or(Classes::PREPOSITION))
    {
        return false;
    }
    if first {
        return adverb
            || (verb && !(nominal && opens_next))
            || (nominal
                && span.end() < part.end()
                && !next.any(Classes::VERB.or(Classes::ADVERB)));
    }
    adverb
        || (verb && (!nominal || actor_classes(subject)))
        || (nominal && span.end() == part.end() && verb)
}

/// The last verb of a chain that begins with a qualifying one.
fn chain(words: Words<'_>, first: Span, classes: Classes, limit: usize) -> Span {
    let (end, next) = words.token(first.end().min(limit), limit);
    let qualifies = classes.any(Classes::ADVERB) && first.end() < limit && next.any(Classes::VERB);
    let verb = if qualifies { Span::new(first.end(), end) } else { first };
    // 大力培育, 加快推进 as one term: the verb is its last part
    let adverbs = words.hits.within(verb).filter(|hit| {
        hit.span.start() == verb.start()
            && hit.span.len() >= "大力".len()
            && hit.classes.any(Classes::ADVERB)
    });
    let rest =
        adverbs.filter_map(|hit| words.hits.longest_at(hit.span.end(), verb.end(), Classes::VERB));
    rest.map(|(rest, _)| rest).find(|rest| rest.end() == verb.end()).unwrap_or(verb)
}

/// 学习、深刻领会; 保护和激发: the last verb of the coordination.
fn coordinated(words: Words<'_>, first: Span, limit: usize) -> Span {
    let mut verb = first;
    loop {
        let joint = words.starts(verb.end(), limit, &["、", "和", "并"]);
        let mut at = verb.end() + joint;
        let mut next = None;
        while joint > 0 && at < limit {
            let (end, classes) = words.token(at, limit);
            if classes.any(Classes::VERB)
                && !(classes.any(Classes::ADVERB)
                    && end < limit
                    && words.token(end, limit).1.any(Classes::VERB))
            {
                next = Some(Span::new(at, end));
                break;
            }
            if !classes.any(Classes::ADVERB) {
                break;
            }
            at = end;
        }
        match next {
            Some(next) => verb = next,
            None => return verb,
        }
    }
}

/// What stands behind the verb; `figures` as in [`Before`].
fn object(words: Words<'_>, verb: Span, limit: usize, figures: bool) -> Option<Span> {
    let mut start = verb.end();
    start += words.starts(start, limit, &["起了", "了", "好", "着", "成为", "成"]);
    let rest = words.rest(start, limit);
    let trimmed = rest.trim_end_matches(|c: char| {
        is_blank(c) || matches!(c, '，' | ',' | '；' | ';' | '。' | '：' | ':' | '、' | '！')
    });
    let lead = trimmed.len() - trimmed.trim_start_matches(is_blank).len();
    let object = Span::new(start + lead, start + trimmed.len());
    let first = words.char_at(object.start(), object.end());
    if first.is_none_or(|c| matches!(c, '、' | '”' | '）' | '和')) {
        return None;
    }
    let states_figure =
        figures && figure_behind(words, object.start(), object.end()) && states(words, verb);
    (!object.is_empty() && !states_figure).then_some(object)
}
