//! Title, date, source and author lines before the body, editors and copyright behind it.

use super::{Document, LineKind, MarkerStyle};
use crate::lexicon::{Classes, Hit, Hits};
use crate::text::{SourceText, Span, is_blank};

/// How many lines the front matter may have.
const FRONT_LINES: usize = 14;
/// From how many characters on a line is running text.
const RUNNING: usize = 46;
/// How many characters a title may have.
const TITLE: usize = 60;
/// How many characters the title of an annex may have.
const ANNEX: usize = 30;

/// Marks front, framing and end lines, and fills [`Document::front`].
pub(super) fn read(text: &SourceText, hits: &Hits, document: &mut Document) {
    let body = body_start(text, hits, document);
    let mut annex = false;
    for (index, line) in document.lines.iter_mut().enumerate() {
        annex |= index > body && is_annex(text, hits, line.span);
        if index < body {
            line.kind = LineKind::Front;
        } else if annex {
            line.kind = LineKind::Annex;
        } else if is_label(text, hits, line.span).is_some() || is_byline(text, hits, line.span) {
            line.kind = LineKind::End;
        } else if starts_with(hits, line.span, Classes::FRAMING) {
            line.kind = LineKind::Framing;
        }
    }
    let front: Vec<Span> = document.lines[..body].iter().map(|line| line.span).collect();
    document.front.title = front
        .iter()
        .position(|&line| is_title(text, hits, line))
        .map(|at| without_markdown(text, whole_title(text, hits, &front[at..])));
    let head = document.lines.iter().take(body.max(1)).map(|line| line.span);
    document.front.date = head.clone().find_map(|line| full_date(text.slice(line)));
    if document.front.date.is_none() {
        document.front.date = document.front.title.and_then(|title| year_of(text.slice(title)));
    }
    for line in document.lines.iter().filter(|l| matches!(l.kind, LineKind::Front | LineKind::End))
    {
        let Some((label, rest)) = is_label(text, hits, line.span) else { continue };
        let Some(value) = first_field(text, rest) else { continue };
        if label.contains("来源") || label == "稿源" {
            document.front.issuer.get_or_insert(value);
        } else if label == "作者" || label.ends_with("记者") {
            document.front.author.get_or_insert(value);
        }
    }
    if document.front.author.is_none() {
        document.front.author = front.iter().find_map(|&line| office_and_name(text, hits, line));
    }
    document.front.place = place(text, hits, document);
}

/// Whether a line is the title of an annex that explains words (《政府工作报告》名词解释).
fn is_annex(text: &SourceText, hits: &Hits, line: Span) -> bool {
    let end = text.slice(line).trim_end_matches(['）', ')', '：', ':']).len() + line.start();
    let ends = |hit: &Hit| hit.span.end() == end && hit.classes.any(Classes::ANNEX);
    text.code_points(line).len() <= ANNEX && hits.within(line).any(ends)
}

/// The first line that belongs to the body: the first address, coarse heading or long line.
fn body_start(text: &SourceText, hits: &Hits, document: &Document) -> usize {
    for (index, line) in document.lines.iter().enumerate().take(FRONT_LINES) {
        let words = text.slice(line.span);
        let heading = line.marker.as_ref().is_some_and(|marker| {
            !matches!(marker.style, MarkerStyle::Dash | MarkerStyle::Markdown(1))
        });
        let label = is_label(text, hits, line.span).is_some();
        let running = words.chars().count() >= RUNNING && !label && !speech_place(words);
        if heading || running || starts_with(hits, line.span, Classes::FRAMING) {
            return index;
        }
        // a full stop ends prose, not a title
        if index > 0 && words.ends_with('。') {
            return index;
        }
    }
    // short lines throughout: the first is the title
    usize::from(document.lines.len() > 1)
}

/// "——2025年1月14日在…会议上": where and when a report was given.
fn speech_place(words: &str) -> bool {
    words.contains("会议上")
        || (words.contains("次会议") && words.contains('在') && !words.contains('。'))
}

fn starts_with(hits: &Hits, line: Span, class: Classes) -> bool {
    hits.longest_at(line.start(), line.end(), class).is_some()
}

/// The label that a line begins with, and what follows it.
fn is_label<'t>(text: &'t SourceText, hits: &Hits, line: Span) -> Option<(&'t str, Span)> {
    let bracketed = text.slice(line).starts_with(['(', '（', '[', '【']);
    let skip =
        if bracketed { text.slice(line).chars().next().map_or(0, char::len_utf8) } else { 0 };
    let (label, _) = hits.longest_at(line.start() + skip, line.end(), Classes::LABEL)?;
    let rest = Span::new(label.end(), line.end());
    let next = text.slice(rest).chars().next();
    let short = text.slice(line).chars().count() < RUNNING && !text.slice(line).contains('，');
    let colon = next.is_none_or(|c| matches!(c, ':' | '：'));
    // 记者：会不会也是包袱？ is speech, and names no one
    let words = text.slice(rest);
    if words.ends_with(['？', '?']) || (words.contains('，') && words.ends_with(['。', '！'])) {
        return None;
    }
    (colon || (short && next.is_some_and(is_blank))).then(|| (text.slice(label), rest))
}

/// "某某日报记者 王某 实习生 李某": names between blanks, and no sentence.
fn is_byline(text: &SourceText, hits: &Hits, line: Span) -> bool {
    let words = text.slice(line);
    let named = |end: usize| text.as_str()[end..].starts_with(is_blank);
    words.chars().count() < RUNNING
        && !words.contains(['，', '。', '：', '；'])
        && hits.within(line).any(|hit| hit.classes.any(Classes::LABEL) && named(hit.span.end()))
}

/// The first field behind a label: up to a wide gap.
fn first_field(text: &SourceText, rest: Span) -> Option<Span> {
    let words = text.slice(rest);
    let start =
        words.len() - words.trim_start_matches(|c| is_blank(c) || matches!(c, ':' | '：')).len();
    let field = words[start..].find(is_blank).map_or(words.len(), |at| start + at);
    let end = start + words[start..field].trim_end_matches(['）', ')', '】']).len();
    (end > start).then(|| Span::new(rest.start() + start, rest.start() + end))
}

fn is_title(text: &SourceText, hits: &Hits, line: Span) -> bool {
    let words = text.slice(line);
    let chars = words.chars().count();
    (4..=TITLE).contains(&chars)
        && !words.starts_with("——")
        && is_label(text, hits, line).is_none()
        && full_date(words).is_none_or(|_| chars > 16)
}

/// How titles end.
const TITLE_NOUNS: [&str; 14] = [
    "报告", "纲要", "规划", "方案", "计划", "意见", "要点", "通知", "公报", "决定", "办法", "讲话",
    "措施", "清单",
];

/// The first of some lines, with the second where only both are a title: 政府工作报 / 告.
fn whole_title(text: &SourceText, hits: &Hits, lines: &[Span]) -> Span {
    let ends = |words: &str| TITLE_NOUNS.iter().any(|noun| words.ends_with(noun));
    let [first, second, ..] = lines else { return lines[0] };
    let (begin, end) = (text.slice(*first), text.slice(*second));
    let own =
        end.starts_with(['—', '-', '（', '(', '#']) || is_label(text, hits, *second).is_some();
    let joined = format!("{begin}{end}");
    let whole = !ends(begin) && ends(&joined) && joined.chars().count() <= TITLE && !own;
    if whole { first.cover(*second) } else { *first }
}

fn without_markdown(text: &SourceText, line: Span) -> Span {
    let words = text.slice(line);
    let skip = words.len() - words.trim_start_matches(|c| c == '#' || is_blank(c)).len();
    Span::new(line.start() + skip, line.end())
}

/// "省长　胡玉亭": a post and a name, short and alone on its line.
fn office_and_name(text: &SourceText, hits: &Hits, line: Span) -> Option<Span> {
    const POSTS: [&str; 6] = ["长", "主席", "书记", "主任", "总理", "代表"];
    let words = text.slice(line);
    let (post, name) = words.split_once(is_blank)?;
    let letters = name.chars().filter(|&c| !is_blank(c)).count();
    let fits = POSTS.iter().any(|ending| post.ends_with(ending)) && (2..=4).contains(&letters);
    let word = hits.any_within(line, Classes::LABEL);
    (fits && !word).then(|| text.trim(Span::new(line.end() - name.len(), line.end())))
}

/// A date with year, month and day.
fn full_date(words: &str) -> Option<String> {
    let bytes = words.as_bytes();
    let mut at = 0;
    while at + 8 <= bytes.len() {
        let starts_number =
            bytes[at].is_ascii_digit() && (at == 0 || !bytes[at - 1].is_ascii_digit());
        if starts_number && let Some(date) = date_at(&words[at..]) {
            return Some(date);
        }
        at += 1;
    }
    None
}

/// 2021-04-03, 2021/4/3, 2021年4月3日 at the start of `words`.
fn date_at(words: &str) -> Option<String> {
    let (year, rest) = number(words, 4)?;
    let rest = rest.strip_prefix(['-', '/', '.', '年'])?;
    let (month, rest) = number(rest, 2)?;
    let rest = rest.strip_prefix(['-', '/', '.', '月'])?;
    let (day, _) = number(rest, 2)?;
    let valid =
        (1900..2100).contains(&year) && (1..=12).contains(&month) && (1..=31).contains(&day);
    valid.then(|| format!("{year:04}-{month:02}-{day:02}"))
}

fn number(words: &str, most: usize) -> Option<(u32, &str)> {
    let len = words.bytes().take(most).take_while(u8::is_ascii_digit).count();
    let number = words[..len].parse().ok()?;
    Some((number, &words[len..]))
}

/// The year that a title names: 2025年….
fn year_of(title: &str) -> Option<String> {
    let at = title.find('年')?;
    let year = title[..at].get(at.checked_sub(4)?..)?;
    let number: u32 = year.parse().ok()?;
    (1900..2100).contains(&number).then(|| year.to_owned())
}

/// The place that the document is about: the first one its title or front names.
fn place(text: &SourceText, hits: &Hits, document: &Document) -> Option<String> {
    let title = document.front.title.into_iter();
    let front = document.lines.iter().filter(|line| line.kind == LineKind::Front).map(|l| l.span);
    let places = |line: Span| hits.within(line).filter(|hit| hit.classes.any(Classes::PLACE));
    let first = document.lines.first().map(|line| line.span);
    let governed = || places(first?).find(|hit| is_governed(text, hit.span));
    title
        .chain(front)
        .find_map(|line| places(line).next())
        .or_else(governed)
        .or_else(|| places(first?).next())
        .map(|hit| text.slice(hit.span).to_owned())
}

/// Whether a place's government or its head follows its name: 新民市|市长.
fn is_governed(text: &SourceText, place: Span) -> bool {
    let behind = text.slice(Span::new(place.end(), text.span().end()));
    let mut chars = behind.chars();
    let seat = matches!(chars.next(), Some('省' | '市' | '县' | '区' | '州' | '旗'));
    let head = |words: &str| ["长", "委", "政府"].iter().any(|head| words.starts_with(head));
    behind.starts_with("人民政府") || (seat && head(chars.as_str()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_are_read_in_all_spellings() {
        for (words, date) in [
            ("2021-04-03 09:30:13 来源", Some("2021-04-03")),
            ("发布时间：2011年8月24日", Some("2011-08-24")),
            ("2026/2/5", Some("2026-02-05")),
            ("2025年工作", None),
            ("1234567890", None),
        ] {
            assert_eq!(full_date(words).as_deref(), date, "{words}");
        }
    }
}
