//! Text that Graphviz shows as it is.
//!
//! dot-writer quotes values and escapes nothing, and Graphviz reads escapes, entities and line
//! breaks of its own in them. [`Text`] is the only way from a document's words into the file.

use dot_writer::Attributes;

use crate::text::is_blank;

/// A value of an attribute, escaped.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Text(String);

/// How the lines of a label stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Lines {
    /// One under the other, in the middle.
    Centred,
    /// All from the left.
    Left,
}

impl Lines {
    fn end(self) -> &'static str {
        match self {
            Lines::Centred => "\\n",
            Lines::Left => "\\l",
        }
    }
}

impl Text {
    /// Words in lines of at most `width` columns (a Chinese character takes two), and no more than
    /// `lines` of them; what does not fit is left out and marked by an ellipsis.
    pub(super) fn wrapped(words: &str, width: usize, lines: usize, stand: Lines) -> Self {
        let wrapped = balanced(words, width, lines);
        let mut text = String::with_capacity(words.len() + 8);
        for (i, line) in wrapped.iter().enumerate() {
            if i > 0 {
                text.push_str(stand.end());
            }
            escape(line, &mut text);
        }
        // Graphviz justifies a line by what ends it, so the last one needs its end too
        if stand == Lines::Left && wrapped.len() > 1 {
            text.push_str(stand.end());
        }
        Self(text)
    }

    /// Words as they are, with their line breaks, up to so many characters.
    pub(super) fn plain(words: &str, most: usize) -> Self {
        let mut text = String::with_capacity(words.len() + 8);
        match words.char_indices().nth(most) {
            Some((end, _)) => {
                escape(&words[..end], &mut text);
                text.push('…');
            }
            None => escape(words, &mut text),
        }
        Self(text)
    }
}

/// Sets attributes to document words; the only caller of `set` with words.
pub(super) trait TextAttributes: Attributes {
    /// Sets an attribute.
    fn set_text(&mut self, name: &str, text: &Text) -> &mut Self {
        self.set(name, &text.0, true)
    }
}

impl<A: Attributes> TextAttributes for A {}

fn escape(words: &str, text: &mut String) {
    for c in words.chars() {
        match c {
            '\\' => text.push_str("\\\\"),
            '"' => text.push_str("\\\""),
            '&' => text.push_str("&amp;"),
            '\n' | '\u{2028}' | '\u{2029}' => text.push_str("\\n"),
            '\r' => {}
            '\t' => text.push(' '),
            // XML has no form for these, and SVG is XML
            '\u{FFFE}' | '\u{FFFF}' => text.push('\u{FFFD}'),
            c if c.is_control() => text.push('\u{FFFD}'),
            c => text.push(c),
        }
    }
}

/// Columns that a character takes in a font with Chinese.
pub(in crate::export) fn columns(c: char) -> usize {
    match c {
        '\u{300}'..='\u{36F}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' => 0,
        '\u{0}'..='\u{10FF}' => 1,
        '\u{1160}'..='\u{2E7F}' if !matches!(c, '“' | '”' | '‘' | '’' | '…' | '—') => 1,
        '\u{FF61}'..='\u{FFDC}' => 1,
        _ => 2,
    }
}

/// Characters that must not begin a line (避头点).
fn closes(c: char) -> bool {
    "，。、；：！？）》」』】〉”’％%,.;:!?)]}…".contains(c)
}

/// Characters that must not end a line.
fn opens(c: char) -> bool {
    "（《「『【〈“‘([{".contains(c)
}

/// Lines of nearly one length: as narrow as can be without one more of them.
pub(in crate::export) fn balanced(words: &str, width: usize, most: usize) -> Vec<String> {
    let mut lines = wrap(words, width, most);
    if lines.len() == 1 || lines.last().is_some_and(|last| last.ends_with('…')) {
        return lines;
    }
    for narrower in (width / 2..width).rev() {
        let tried = wrap(words, narrower, most + 1);
        if tried.len() > lines.len() {
            break;
        }
        lines = tried;
    }
    lines
}

/// Bytes of what stays together: a heap of combining marks takes no column, but is no word either.
const LONGEST: usize = 128;

fn wrap(words: &str, width: usize, most: usize) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    let mut line = String::new();
    let mut used = 0;
    let mut rest = words.trim_matches(is_blank).chars().peekable();
    while let Some(first) = rest.next() {
        if first == '\n' || first == '\r' {
            continue;
        }
        // a run of letters and digits stays whole while a line can hold it
        let mut piece = String::from(first);
        let mut size = columns(first);
        let joins = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '%' | '-' | '+');
        while let Some(&next) = rest.peek() {
            let glued = joins(first) && joins(next) || opens(first) && piece.chars().count() < 2;
            let fits = size + columns(next) <= width && piece.len() < LONGEST;
            if !(glued || columns(next) == 0) || !fits {
                break;
            }
            size += columns(next);
            piece.push(next);
            rest.next();
        }
        let hangs = closes(first) && used <= width + 2;
        if used + size > width && !line.is_empty() && !hangs {
            lines.push(std::mem::take(&mut line));
            used = 0;
            if lines.len() == most {
                let last = lines.last_mut().expect("a line was just pushed");
                last.push('…');
                return lines;
            }
        }
        if !(line.is_empty() && is_blank(first)) {
            line.push_str(&piece);
            used += size;
        }
    }
    if !line.is_empty() || lines.is_empty() {
        lines.push(line);
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(words: &str, width: usize, lines: usize, expect: &[&str]) {
        assert_eq!(wrap(words, width, lines), expect);
    }

    #[test]
    fn lines_are_as_wide_as_columns_allow() {
        check("全力打造一流创新生态", 12, 9, &["全力打造一流", "创新生态"]);
        check("5G基站1200个", 8, 9, &["5G基站", "1200个"]);
    }

    #[test]
    fn marks_stay_with_their_words() {
        check("实施工程，推进", 8, 9, &["实施工程，", "推进"]);
        check("落实四“个不”摘", 8, 9, &["落实四", "“个不”", "摘"]);
    }

    #[test]
    fn what_is_too_long_is_cut_or_split() {
        check("一二三四五六七", 4, 2, &["一二", "三四…"]);
        check("abcdefghij", 4, 9, &["abcd", "efgh", "ij"]);
        check("", 4, 9, &[""]);
        check("\u{3000}纲 \n", 4, 9, &["纲"]);
    }

    #[test]
    fn nothing_is_left_for_graphviz_to_read() {
        let text = Text::plain("a\"b\\n&lt;\n\r\t\0\u{FFFF}<b>", 99);
        assert_eq!(text.0, "a\\\"b\\\\n&amp;lt;\\n \u{FFFD}\u{FFFD}<b>");
    }
}
