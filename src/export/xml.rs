//! Words in XML, where not every character can stand.

use std::borrow::Cow;
use std::fmt;

/// Words for an element or an attribute in double quotes. Characters that XML has no form for are
/// shown as U+FFFD; white space is kept as it is, also where a parser would normalise it.
pub(super) struct Xml<'a>(pub &'a str);

impl fmt::Display for Xml<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&escape(self.0))
    }
}

fn escape(words: &str) -> Cow<'_, str> {
    let special = |c: char| {
        matches!(c, '&' | '<' | '>' | '"' | '\'' | '\u{FFFE}' | '\u{FFFF}') || c.is_control()
    };
    if !words.contains(special) {
        return words.into();
    }
    let mut text = String::with_capacity(words.len() + 16);
    for c in words.chars() {
        match c {
            '&' => text.push_str("&amp;"),
            '<' => text.push_str("&lt;"),
            '>' => text.push_str("&gt;"),
            '"' => text.push_str("&quot;"),
            '\'' => text.push_str("&#39;"),
            '\t' => text.push_str("&#9;"),
            '\n' => text.push_str("&#10;"),
            '\r' => text.push_str("&#13;"),
            '\u{7F}'..='\u{9F}' => text.push_str(&format!("&#{};", u32::from(c))),
            '\u{FFFE}' | '\u{FFFF}' => text.push('\u{FFFD}'),
            c if c.is_control() => text.push('\u{FFFD}'),
            c => text.push(c),
        }
    }
    text.into()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_is_left_for_a_parser_to_read() {
        let words = "纲<b a=\"x\" c='y'>&amp;\r\n\t\u{0}\u{85}\u{FFFF}]]>";
        let expect = "纲&lt;b a=&quot;x&quot; c=&#39;y&#39;&gt;&amp;amp;&#13;&#10;&#9;\u{FFFD}&#133;\u{FFFD}]]&gt;";
        assert_eq!(Xml(words).to_string(), expect);
    }
}
