//! The numbers and bullets that headings begin with.

use crate::text::{SourceText, Span, is_blank};

/// How a heading is numbered. Which of them is coarser, the document decides, not the style.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum MarkerStyle {
    /// `#`, `##` … with the number of signs.
    Markdown(u8),
    /// 第一篇, 第一部分, 第一章.
    Chapter,
    /// 第一节.
    Section,
    /// 一、
    Han,
    /// （一）
    HanBracket,
    /// 1. 1、
    Arabic,
    /// 1.1, with the number of parts.
    Dotted(u8),
    /// （1） 1）
    ArabicBracket,
    /// ① ㈠
    Enclosed,
    /// ——
    Dash,
    /// 一是, 一要
    Series,
    /// 第一，
    Ordinal,
}

/// A number or bullet at the start of a line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Marker {
    /// How it is written.
    pub style: MarkerStyle,
    /// The number, 0 for a bullet.
    pub ordinal: u32,
    /// The marker with its punctuation and the blanks behind it.
    pub span: Span,
}

/// The marker that a line begins with.
pub(super) fn marker(text: &SourceText, line: Span) -> Option<Marker> {
    let words = text.slice(line);
    let (style, ordinal, len) = read(words)?;
    let rest = &words[len..];
    let len = len + (rest.len() - rest.trim_start_matches(is_blank).len());
    Some(Marker { style, ordinal, span: Span::new(line.start(), line.start() + len) })
}

/// Style, number and length in bytes.
fn read(words: &str) -> Option<(MarkerStyle, u32, usize)> {
    let first = words.chars().next()?;
    match first {
        '#' => markdown(words),
        '—' | '–' | '-' | '●' | '■' | '◆' | '★' | '▲' => dash(words),
        '第' => ordinal_word(words),
        '（' | '(' => bracketed(words),
        '①'..='⑳' => enclosed(words, '①'),
        '㈠'..='㈩' => enclosed(words, '㈠'),
        '0'..='9' | '０'..='９' => arabic(words),
        _ => han(words),
    }
}

fn enclosed(words: &str, one: char) -> Option<(MarkerStyle, u32, usize)> {
    let first = words.chars().next()?;
    let number = first as u32 - one as u32 + 1;
    Some((MarkerStyle::Enclosed, number, first.len_utf8() + separator(&words[first.len_utf8()..])))
}

fn markdown(words: &str) -> Option<(MarkerStyle, u32, usize)> {
    let signs = words.bytes().take_while(|&b| b == b'#').count();
    let level = u8::try_from(signs).ok().filter(|&n| n <= 6)?;
    let rest = &words[signs..];
    // a number behind the signs is part of the marker: "## 一、总则"
    let blanks = rest.len() - rest.trim_start_matches(is_blank).len();
    if blanks == 0 {
        return None;
    }
    let inner =
        read(&rest[blanks..]).filter(|(style, ..)| !matches!(style, MarkerStyle::Markdown(_)));
    let (ordinal, len) = inner.map_or((0, 0), |(_, ordinal, len)| (ordinal, len));
    Some((MarkerStyle::Markdown(level), ordinal, signs + blanks + len))
}

fn dash(words: &str) -> Option<(MarkerStyle, u32, usize)> {
    let rest = words.trim_start_matches(['—', '–', '-', '●', '■', '◆', '★', '▲']);
    let len = words.len() - rest.len();
    // one ASCII hyphen is a Markdown bullet only with a blank behind it
    let bullet = len >= 2 || rest.starts_with(is_blank);
    (bullet && !rest.is_empty()).then_some((MarkerStyle::Dash, 0, len))
}

/// 第一章, 第一节, 第一，
fn ordinal_word(words: &str) -> Option<(MarkerStyle, u32, usize)> {
    let rest = words.strip_prefix('第')?;
    let (number, len) = han_number(rest).or_else(|| arabic_number(rest))?;
    let tail = &rest[len..];
    let at = '第'.len_utf8() + len;
    for (unit, style) in [
        ("部分", MarkerStyle::Chapter),
        ("篇", MarkerStyle::Chapter),
        ("编", MarkerStyle::Chapter),
        ("章", MarkerStyle::Chapter),
        ("节", MarkerStyle::Section),
    ] {
        if let Some(behind) = tail.strip_prefix(unit) {
            return Some((style, number, at + unit.len() + separator(behind)));
        }
    }
    let punctuation = separator(tail);
    (punctuation > 0).then_some((MarkerStyle::Ordinal, number, at + punctuation))
}

/// （一） （1）
fn bracketed(words: &str) -> Option<(MarkerStyle, u32, usize)> {
    let open = words.chars().next()?.len_utf8();
    let inner = &words[open..];
    let (style, number, len) = match han_number(inner) {
        Some((number, len)) => (MarkerStyle::HanBracket, number, len),
        None => {
            let (number, len) = arabic_number(inner)?;
            (MarkerStyle::ArabicBracket, number, len)
        }
    };
    let close = inner[len..].chars().next().filter(|c| matches!(c, '）' | ')'))?;
    let end = open + len + close.len_utf8();
    Some((style, number, end + separator(&words[end..])))
}

/// 1. 1、 1.1 1） — not 1.5亿元, not 2025年.
fn arabic(words: &str) -> Option<(MarkerStyle, u32, usize)> {
    let (number, mut at) = arabic_number(words)?;
    let mut parts = 1u8;
    while let Some(rest) = words[at..].strip_prefix('.') {
        let Some((_, len)) = arabic_number(rest).filter(|&(part, _)| part < 100) else { break };
        at += 1 + len;
        parts = parts.checked_add(1)?;
    }
    let rest = &words[at..];
    let next = rest.chars().next()?;
    if matches!(next, '）' | ')') && parts == 1 {
        return Some((MarkerStyle::ArabicBracket, number, at + next.len_utf8()));
    }
    if parts > 1 {
        // 1.1 needs a blank behind it, or it is a figure
        return is_blank(next).then_some((MarkerStyle::Dotted(parts), number, at));
    }
    let punctuation = separator(rest);
    let behind = rest[punctuation..].chars().next();
    let heading = punctuation > 0 && number < 200 && behind.is_some_and(|c| !c.is_ascii_digit());
    heading.then_some((MarkerStyle::Arabic, number, at + punctuation))
}

/// 一、 一是
fn han(words: &str) -> Option<(MarkerStyle, u32, usize)> {
    let (number, len) = han_number(words)?;
    let rest = &words[len..];
    if let Some(behind) = rest.strip_prefix('是') {
        let comma = separator(behind);
        return Some((MarkerStyle::Series, number, len + '是'.len_utf8() + comma));
    }
    // 一要…二要…, not 三要素
    if let Some(behind) = rest.strip_prefix('要')
        && !behind.starts_with(['素', '点', '件', '义', '求', '塞', '害', '领'])
    {
        return Some((MarkerStyle::Series, number, len + '要'.len_utf8() + separator(behind)));
    }
    let next = rest.chars().next()?;
    matches!(next, '、' | '．' | '.' | '：' | ':').then_some((
        MarkerStyle::Han,
        number,
        len + next.len_utf8(),
    ))
}

/// The length of the one mark that may stand behind a number.
fn separator(words: &str) -> usize {
    words
        .chars()
        .next()
        .filter(|c| matches!(c, '、' | '．' | '.' | '，' | ',' | '：' | ':' | '。'))
        .map_or(0, char::len_utf8)
}

/// A number in Chinese characters up to 九十九.
fn han_number(words: &str) -> Option<(u32, usize)> {
    let digit = |c: char| match c {
        '一' => Some(1),
        '二' => Some(2),
        '三' => Some(3),
        '四' => Some(4),
        '五' => Some(5),
        '六' => Some(6),
        '七' => Some(7),
        '八' => Some(8),
        '九' => Some(9),
        _ => None,
    };
    let mut number = 0u32;
    let mut len = 0;
    for c in words.chars().take(3) {
        match (c, digit(c)) {
            ('十', _) if number == 0 => number = 10,
            ('十', _) if number < 10 => number *= 10,
            (_, Some(d)) if number == 0 => number = d,
            (_, Some(d)) if number >= 10 && number.is_multiple_of(10) => number += d,
            _ => break,
        }
        len += c.len_utf8();
    }
    (number > 0).then_some((number, len))
}

/// A number in half- or full-width digits.
fn arabic_number(words: &str) -> Option<(u32, usize)> {
    let mut number: u32 = 0;
    let mut len = 0;
    for c in words.chars().take(6) {
        let digit = match c {
            '0'..='9' => c as u32 - '0' as u32,
            '０'..='９' => c as u32 - '０' as u32,
            _ => break,
        };
        number = number * 10 + digit;
        len += c.len_utf8();
    }
    (len > 0).then_some((number, len))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn markers_of_the_genre() {
        for (line, style, ordinal, rest) in [
            ("一、工作回顾", MarkerStyle::Han, 1, "工作回顾"),
            ("十二、保障措施", MarkerStyle::Han, 12, "保障措施"),
            ("二十、附则", MarkerStyle::Han, 20, "附则"),
            ("（三）做强产业", MarkerStyle::HanBracket, 3, "做强产业"),
            ("(三)、做强产业", MarkerStyle::HanBracket, 3, "做强产业"),
            ("1.建园区", MarkerStyle::Arabic, 1, "建园区"),
            ("12、建园区", MarkerStyle::Arabic, 12, "建园区"),
            ("２．建园区", MarkerStyle::Arabic, 2, "建园区"),
            ("1.2 建园区", MarkerStyle::Dotted(2), 1, "建园区"),
            ("（4）建园区", MarkerStyle::ArabicBracket, 4, "建园区"),
            ("4）建园区", MarkerStyle::ArabicBracket, 4, "建园区"),
            ("③建园区", MarkerStyle::Enclosed, 3, "建园区"),
            ("㈡建园区", MarkerStyle::Enclosed, 2, "建园区"),
            ("第三章 产业", MarkerStyle::Chapter, 3, "产业"),
            ("第二节　布局", MarkerStyle::Section, 2, "布局"),
            ("第一，抓投资", MarkerStyle::Ordinal, 1, "抓投资"),
            ("——消费回暖", MarkerStyle::Dash, 0, "消费回暖"),
            ("一是抓投资", MarkerStyle::Series, 1, "抓投资"),
            ("二要稳外贸", MarkerStyle::Series, 2, "稳外贸"),
            ("## 二、产业", MarkerStyle::Markdown(2), 2, "产业"),
            ("# 报告", MarkerStyle::Markdown(1), 0, "报告"),
        ] {
            let text = SourceText::new(line.to_owned()).expect("short");
            let marker = marker(&text, text.span()).unwrap_or_else(|| panic!("no marker: {line}"));
            assert_eq!((marker.style, marker.ordinal), (style, ordinal), "{line}");
            assert_eq!(&line[marker.span.end()..], rest);
        }
    }

    #[test]
    fn numbers_that_are_no_markers() {
        for line in [
            "2025年工作",
            "1.5亿元投资",
            "一批项目",
            "十大工程",
            "三农工作",
            "12345热线",
            "-5度",
            "三要素保障",
        ] {
            let text = SourceText::new(line.to_owned()).expect("short");
            assert_eq!(marker(&text, text.span()), None, "{line}");
        }
    }
}
