//! Numbers with their units (230亿元, 20余万吨, 6.5%, 3家以上).
//!
//! Only numbers in digits count; 第3个 is an ordinal and 3-5个 a range, and neither is one value.

use super::words::Words;
use crate::extraction::Quantity;
use crate::lexicon::{Classes, Cue};
use crate::text::Span;

/// Words right before a number that say how near it is.
const NEAR: [&str; 9] = ["力争", "不低于", "不少于", "左右", "约", "近", "超", "逾", "到"];
/// How many characters the noun behind a quantity may have.
const REACH: usize = 16;

/// The quantities that a clause states, in reading order.
pub(super) fn quantities(words: Words<'_>, clause: Span) -> Vec<Quantity> {
    let mut found = Vec::new();
    let mut at = clause.start();
    while let Some((start, before)) = next_digit(words.rest(at, clause.end())) {
        at += start;
        let (value, end) = number(words, Span::new(at, clause.end()));
        let ordinal =
            matches!(before, Some('第' | '-' | '—' | '~' | '～' | '－' | '/' | '.' | '*'))
                || before.is_some_and(|c| c.is_ascii_alphabetic());
        if let (false, Some((unit, whole))) = (ordinal, unit(words, end, clause.end())) {
            let span = Span::new(at, whole);
            found.push(Quantity { span, value, unit, of: measured(words, clause, span, unit) });
            at = whole;
        } else {
            at = end;
            // 3-5个, 3至5个: a range
            let rest = words.rest(end, clause.end());
            if let Some(tail) = rest.strip_prefix(['-', '—', '~', '～', '－', '至'])
                && let Some(first) = tail.chars().next()
                && digit(first).is_some()
            {
                let from = end + rest.len() - tail.len();
                at = number(words, Span::new(from, clause.end())).1;
            }
        }
    }
    found
}

/// Where the first digit stands, and the character before it.
fn next_digit(words: &str) -> Option<(usize, Option<char>)> {
    let mut from = 0;
    loop {
        // full-width digits, and other full-width marks, begin with 0xEF
        let bytes = words.as_bytes()[from..].iter();
        let at = from + bytes.take_while(|b| !b.is_ascii_digit() && **b != 0xEF).count();
        let c = words[at..].chars().next()?;
        if digit(c).is_some() {
            return Some((at, words[..at].chars().next_back()));
        }
        from = at + c.len_utf8();
    }
}

/// The value of a digit, half or full width.
pub(super) fn digit(c: char) -> Option<u32> {
    match c {
        '0'..='9' => Some(c as u32 - '0' as u32),
        '０'..='９' => Some(c as u32 - '０' as u32),
        _ => None,
    }
}

/// Reads the number at a span's start; its value and where it ends.
fn number(words: Words<'_>, span: Span) -> (f64, usize) {
    let (mut mantissa, mut scale, mut end) = (0.0f64, 1.0f64, span.start());
    let mut fraction = false;
    while let Some(c) = words.char_at(end, span.end()) {
        if let Some(digit) = digit(c) {
            mantissa = mantissa * 10.0 + f64::from(digit);
            scale *= if fraction { 10.0 } else { 1.0 };
        } else {
            let rest = words.rest(end + c.len_utf8(), span.end());
            let digits = rest.chars().take_while(|&c| digit(c).is_some()).take(4).count();
            match c {
                '.' | '．' if !fraction && digits > 0 => fraction = true,
                ',' if !fraction && digits == 3 => {}
                _ => break,
            }
        }
        end += c.len_utf8();
    }
    (mantissa / scale, end)
}

/// The unit behind a number, with 万 and 亿, and where the whole quantity ends.
fn unit(words: Words<'_>, at: usize, limit: usize) -> Option<(Span, usize)> {
    let more = |at: usize| at + words.starts(at, limit, &["余", "多", "来"]);
    let start = more(at);
    let mut base = start;
    while let Some(c) =
        words.char_at(base, limit).filter(|c| matches!(c, '百' | '千' | '万' | '亿'))
    {
        // 千瓦, 千米 are units of their own
        if c == '千'
            && words.rest(base, limit).starts_with(['千'])
            && words.hits.longest_at(base, limit, Classes::UNIT).is_some()
        {
            break;
        }
        base += c.len_utf8();
    }
    let base = if base > start { more(base) } else { base };
    let (term, _) = words.hits.longest_at(base, limit, Classes::UNIT)?;
    let end = term.end();
    let end = end + words.starts(end, limit, &["以上", "以下", "左右", "上下", "以内"]);
    Some((Span::new(start, term.end()), end))
}

/// What a quantity counts or measures: the noun behind it, or the one before it.
fn measured(words: Words<'_>, clause: Span, span: Span, unit: Span) -> Option<Span> {
    let share = matches!(words.text.slice(unit), "%" | "％" | "‰" | "个百分点" | "倍" | "成");
    let behind = if share { None } else { behind(words, span.end(), clause.end()) };
    behind.or_else(|| before(words, clause, span.start()))
}

/// "3家|上市企业": a noun phrase up to the next mark, with no verb in it.
fn behind(words: Words<'_>, at: usize, limit: usize) -> Option<Span> {
    let start = at + words.starts(at, limit, &["的"]);
    let mut end = start;
    let mut chars = 0;
    while let Some(c) = words.char_at(end, limit) {
        if is_mark(c) {
            break;
        }
        if matches!(c, '/' | '／' | '每') {
            return None;
        }
        let (next, classes) = words.token(end, limit);
        let plain = Classes::VERB.or(Classes::MODAL).or(Classes::ADVERB).or(Classes::PREPOSITION);
        let noun = Classes::NOMINAL
            .or(Classes::NOUN)
            .or(Classes::NAME)
            .or(Classes::HEAD)
            .or(Classes::ATTRIBUTE)
            .or(Classes::ATTRIBUTIVE);
        let verb = classes.any(plain) && (end == start || !classes.any(noun));
        if verb || digit(c).is_some() {
            return None;
        }
        chars += words.rest(end, next).chars().count();
        end = next;
    }
    ((2..=REACH).contains(&chars)).then_some(Span::new(start, end))
}

/// "完成|投资230亿元", "粮食产量|达到30万吨".
fn before(words: Words<'_>, clause: Span, at: usize) -> Option<Span> {
    let part = words.rest(clause.start(), at);
    let start = part
        .rfind(is_mark)
        .map_or(0, |mark| mark + part[mark..].chars().next().map_or(0, char::len_utf8));
    let base = clause.start() + start;
    let mut phrase = &part[start..];
    let mut measure = false;
    while let Some((rest, of_measure)) = without_measure(words, phrase) {
        measure |= of_measure;
        phrase = rest;
    }
    let end = base + phrase.len();
    let mut start = base;
    // leading time, adverbs and, where no verb of measure follows, the verb
    let mut verb = measure;
    while start < end {
        let (next, classes) = words.token(start, end);
        let is_verb = !verb && classes.any(Classes::VERB) && !classes.any(Classes::PREPOSITION);
        let skipped = Classes::TIME.or(Classes::ADVERB).or(Classes::MODAL).or(Classes::CONNECTIVE);
        if is_verb {
            verb = true;
        } else if !classes.any(skipped) || classes.any(Classes::NOUN) {
            break;
        }
        start = next;
    }
    let phrase = words.rest(start, end);
    let chars = phrase.chars().count();
    let clear = verb
        && (2..=REACH).contains(&chars)
        && !phrase.contains(|c: char| digit(c).is_some() || c == '的');
    clear.then_some(Span::new(start, end))
}

/// A phrase without the word of nearness or the verb of measure that it ends in, and whether it was a verb.
fn without_measure<'p>(words: Words<'_>, phrase: &'p str) -> Option<(&'p str, bool)> {
    let near = NEAR.iter().find_map(|near| phrase.strip_suffix(near)).map(|rest| (rest, false));
    let measures = || words.lexicon.cues(Cue::Measures).before(phrase).next();
    near.or_else(|| measures().map(|rest| (rest, true)))
}

/// Whether a character parts phrases.
pub(super) fn is_mark(c: char) -> bool {
    matches!(
        c,
        '，' | ','
            | '、'
            | '；'
            | ';'
            | '。'
            | '：'
            | ':'
            | '（'
            | '('
            | '）'
            | ')'
            | '“'
            | '”'
            | '《'
            | '》'
    )
}
