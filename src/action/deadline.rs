//! The time by which, or in which, an action is to be done.
//!
//! A period stands for its last month: 年底前 is December, 上半年 June, 三季度 September.

use super::quantity::digit;
use super::words::Words;
use crate::extraction::Deadline;
use crate::text::Span;

/// Periods of a year with the month that ends them; 0 is the year as a whole. The longer first.
const PERIODS: [(&str, u32); 14] = [
    ("前三季度", 9),
    ("一季度", 3),
    ("二季度", 6),
    ("三季度", 9),
    ("四季度", 12),
    ("上半年", 6),
    ("下半年", 12),
    ("年底", 12),
    ("年末", 12),
    ("全年", 0),
    ("年内", 0),
    ("底", 12),
    ("末", 12),
    ("内", 0),
];

/// The year that a document's date begins with.
pub(super) fn year_of(date: Option<&str>) -> Option<u32> {
    date?.get(..4)?.parse().ok()
}

/// The first time in a clause that says when; `year` is the document's.
pub(super) fn deadline(words: Words<'_>, clause: Span, year: Option<u32>) -> Option<Deadline> {
    let mut before: Option<char> = None;
    let mut chars = words.text.slice(clause).char_indices();
    while let Some((offset, c)) = chars.next() {
        let behind = || chars.as_str().chars().next();
        if may_begin(c, behind) {
            let at = clause.start() + offset;
            let base = before.is_some_and(|c| {
                matches!(
                    c,
                    '比' | '较'
                        | '自'
                        | '从'
                        | '超'
                        | '近'
                        | '去'
                        | '当'
                        | '上'
                        | '每'
                        | '.'
                        | '第'
                ) || digit(c).is_some()
            });
            if !base && let Some(found) = time_at(words, at, clause, year) {
                return Some(found);
            }
        }
        before = Some(c);
    }
    None
}

/// Whether a time may begin with these two characters, the second asked for where it matters.
fn may_begin(c: char, behind: impl Fn() -> Option<char>) -> bool {
    match c {
        '今' => matches!(behind(), Some('年' | '后')),
        '明' | '全' => behind() == Some('年'),
        '未' => behind() == Some('来'),
        '上' | '下' => behind() == Some('半'),
        '一' | '二' | '三' | '四' => behind() == Some('季'),
        '前' => behind() == Some('三'),
        '年' => matches!(behind(), Some('底' | '末' | '内')),
        _ => digit(c).is_some(),
    }
}

/// A time that begins right here.
fn time_at(words: Words<'_>, at: usize, clause: Span, own: Option<u32>) -> Option<Deadline> {
    let limit = clause.end();
    let mut end = at;
    let mut year = own;
    let mut month = None;
    let mut day = None;
    let mut anchored = true;
    if words.starts(at, limit, &["今后五年", "未来五年"]) > 0 {
        return Some(Deadline { span: Span::new(at, at + "今后五年".len()), date: None });
    }
    if let Some((value, next)) = dated(words, at, limit, 4, "年") {
        (year, end) = (Some(value), next);
    } else if words.starts(at, limit, &["今年", "明年"]) > 0 {
        year =
            if words.rest(at, limit).starts_with('明') { own.map(|year| year + 1) } else { own };
        end = at + "今年".len();
    } else {
        anchored = false;
    }
    if let Some((value, next)) =
        dated(words, end, limit, 2, "月").filter(|found| (1..=12).contains(&found.0))
    {
        (month, end) = (Some(value), next);
        if let Some((value, next)) =
            dated(words, end, limit, 2, "日").filter(|found| (1..=31).contains(&found.0))
        {
            (day, end) = (Some(value), next);
        } else {
            end += words.starts(end, limit, &["底", "末", "份"]);
        }
    } else {
        // 底 and 末 alone are periods only behind a year
        let period = PERIODS.iter().find(|(word, _)| {
            (anchored || word.len() > 3) && words.rest(end, limit).starts_with(word)
        });
        match period {
            Some((word, last)) => {
                month = (*last > 0).then_some(*last);
                end += word.len();
            }
            None if !anchored => return None,
            None => {}
        }
    }
    end += words.starts(end, limit, &["之前", "以前", "前"]);
    // a year in a name, or from which something is counted
    if words.starts(
        end,
        limit,
        &["以来", "度", "远景", "规划", "起", "至", "—", "-", "的", "相比", "初"],
    ) > 0
    {
        return None;
    }
    // 到2025年
    let head = words.rest(clause.start(), at);
    let to = ["截至", "到", "至", "于", "在"].iter().find(|to| head.ends_with(**to));
    let start = at - to.filter(|_| anchored || month.is_some()).map_or(0, |to| to.len());
    let date = year.map(|year| match (month, day) {
        (Some(month), Some(day)) => format!("{year:04}-{month:02}-{day:02}"),
        (Some(month), None) => format!("{year:04}-{month:02}"),
        _ => format!("{year:04}"),
    });
    Some(Deadline { span: Span::new(start, end), date })
}

/// A number of up to `most` digits before a word; a year has all four.
fn dated(
    words: Words<'_>,
    at: usize,
    limit: usize,
    most: usize,
    word: &str,
) -> Option<(u32, usize)> {
    let rest = words.rest(at, limit);
    let (mut value, mut len, mut count) = (0, 0, 0);
    for c in rest.chars().take(most) {
        let Some(digit) = digit(c) else { break };
        value = value * 10 + digit;
        len += c.len_utf8();
        count += 1;
    }
    let whole = if most == 4 { count == 4 && (1900..2100).contains(&value) } else { count > 0 };
    (whole && rest[len..].starts_with(word)).then_some((value, at + len + word.len()))
}
