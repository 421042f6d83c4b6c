//! Who does what, and where: predicate, object, actor and place of a clause.
//!
//! The clause is read once from left to right in longest terms. Time, adverbs and adjuncts before
//! the predicate are stepped over; an adjunct that a comma closes is left whole, so the verb is
//! the main part's. Of verbs in a chain that qualifies (加快|建设) the last one counts.

use super::makeup::Makeup;
use super::quantity::{digit, is_mark};
use super::slots::Words;
use crate::lexicon::Classes;
use crate::schema::EntityKind;
use crate::text::{Span, is_blank};

/// Whether a verb only states a figure: then the figure is not its object.
fn states(verb: &str) -> bool {
    matches!(
        verb,
        "增长" | "达到" | "达" | "下降" | "超过" | "突破" | "提高" | "增加" | "上升" | "降低"
    )
}

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
        if is_predicate(
            words,
            span,
            part,
            classes,
            subject.is_none() && opener.is_none(),
            adverb,
            before,
        ) && opener.is_none_or(|from| at > from)
        {
            let verb = coordinated(words, chain(words, span, classes, part.end()), part.end());
            frame.verb = Some(verb);
            frame.object = object(words, verb, part.end());
            break;
        }
        let steps = Classes::ADVERB.or(Classes::MODAL);
        let noun = Classes::NOUN.or(Classes::NAME).or(Classes::HEAD);
        if word.starts_with(|c: char| is_blank(c) || is_mark(c)) {
            adverb = false;
        } else if classes.any(steps) && !classes.any(noun) {
            adverb = true;
        } else if subject.is_none() && classes.any(Classes::TIME) {
            adverb = false;
        } else if opener.is_none()
            && classes.any(Classes::PREPOSITION.or(Classes::ADJUNCT))
            && !classes.any(noun)
        {
            opener = Some(end);
            adverb = false;
            if word == "由" {
                frame.actor = agent(words, end, part.end());
            }
        } else if opener.is_none() {
            let from = subject.map_or(at, Span::start);
            subject = Some(Span::new(from, end));
            last = classes;
            adverb = false;
        }
        before = classes;
        at = end;
    }
    if frame.verb.is_some() && frame.actor.is_none() {
        frame.actor = subject.filter(|&subject| is_actor(words, subject, last));
    }
    if frame.actor == frame.place {
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

/// Whether a term is the predicate where it stands.
fn is_predicate(
    words: Words<'_>,
    span: Span,
    part: Span,
    classes: Classes,
    first: bool,
    adverb: bool,
    subject: Classes,
) -> bool {
    let verb = classes.any(Classes::VERB);
    let nominal = classes.any(Classes::NOMINAL);
    if !(verb || nominal) || words.starts(span.end(), part.end(), &["的"]) > 0 {
        return false;
    }
    if classes.any(Classes::PREPOSITION) && span.len() == '为'.len_utf8() {
        return false;
    }
    let figure = |at: usize| words.char_at(at, part.end()).is_some_and(|c| digit(c).is_some());
    if states(words.text.slice(span))
        && figure(span.end() + words.starts(span.end(), part.end(), &["到", "了"]))
    {
        return true;
    }
    let (_, next) = words.token(span.end().min(part.end()), part.end());
    let opens_next = span.end() < part.end()
        && next.any(Classes::VERB)
        && !next.any(Classes::NOMINAL.or(Classes::NOUN));
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

/// What stands behind the verb.
fn object(words: Words<'_>, verb: Span, limit: usize) -> Option<Span> {
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
    let figure = first.is_none_or(|c| digit(c).is_some());
    let states_figure = figure && states(words.text.slice(verb));
    (!object.is_empty() && !states_figure).then_some(object)
}

/// Classes of terms that can act.
fn actor_classes(classes: Classes) -> bool {
    let company = EntityKind::Company;
    let university = EntityKind::University;
    classes.any(
        Classes::name_of(company)
            .or(Classes::strong_head(company))
            .or(Classes::name_of(university))
            .or(Classes::BODY)
            .or(Classes::SUBJECT)
            .or(Classes::PLACE),
    )
}

/// Whether a subject that ends in a term of `last` acts: a company, a public body, a place.
fn is_actor(words: Words<'_>, subject: Span, last: Classes) -> bool {
    let phrase = words.text.slice(subject);
    actor_classes(last)
        && !phrase.contains('的')
        && !phrase.contains(is_mark)
        && phrase.chars().count() <= 20
}

/// 由X: the company or body before the verb.
fn agent(words: Words<'_>, from: usize, limit: usize) -> Option<Span> {
    let mut at = from;
    let mut last = Classes::NONE;
    while at < limit {
        let (end, classes) = words.token(at, limit);
        if at > from
            && classes.any(Classes::VERB.or(Classes::ADVERB))
            && !classes.any(Classes::NAME)
        {
            break;
        }
        last = classes;
        at = end;
    }
    let span = Span::new(from, at);
    (at < limit && is_actor(words, span, last)).then_some(span)
}

/// A place behind 在 or 于, or the one that the clause begins with.
fn place(words: Words<'_>, clause: Span) -> Option<Span> {
    let place_at = |at: usize| {
        let (end, classes) =
            if at < clause.end() { words.token(at, clause.end()) } else { return None };
        classes.any(Classes::PLACE).then_some(Span::new(at, end))
    };
    if let Some(place) = place_at(clause.start()) {
        return (place.end() < clause.end()).then_some(place);
    }
    words
        .hits
        .beginning_in(clause)
        .iter()
        .filter(|hit| hit.classes.any(Classes::PLACE))
        .map(|hit| hit.span.start())
        .filter(|&at| {
            let head = &words.text.as_str().as_bytes()[clause.start()..at];
            head.ends_with("在".as_bytes()) || head.ends_with("于".as_bytes())
        })
        .find_map(place_at)
}
