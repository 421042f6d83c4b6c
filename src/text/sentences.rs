//! Sentences by punctuation and line ends alone: for quoting and counting, not for analysis.

use super::{SourceText, Span};

/// What ends a sentence.
const ENDS: [char; 5] = ['。', '！', '？', '!', '?'];
/// What closes behind an end and still belongs to the sentence.
const CLOSES: [char; 8] = ['”', '’', '"', '」', '』', '）', ')', '》'];

impl SourceText {
    /// All sentences, trimmed, in reading order; blank ones are left out. A line's end ends a
    /// sentence.
    pub fn sentences(&self) -> impl Iterator<Item = Span> + '_ {
        let mut start = 0;
        std::iter::from_fn(move || {
            while start < self.text.len() {
                let end = self.sentence_end(start);
                let span = self.trim(Span::new(start, end));
                start = end;
                if !span.is_empty() {
                    return Some(span);
                }
            }
            None
        })
    }

    /// Where the sentence ends that begins at a byte.
    fn sentence_end(&self, start: usize) -> usize {
        let mut ended = false;
        for (at, c) in self.text[start..].char_indices() {
            if ended && !ENDS.contains(&c) && !CLOSES.contains(&c) {
                return start + at;
            }
            if matches!(c, '\n' | '\u{2028}' | '\u{2029}') {
                return start + at + c.len_utf8();
            }
            ended |= ENDS.contains(&c);
        }
        self.text.len()
    }

    /// The sentence around a span, with at most `most` characters before and behind it.
    #[must_use]
    pub fn sentence_around(&self, span: Span, most: usize) -> Span {
        let is_end = |c: char| ENDS.contains(&c) || matches!(c, '\n' | '\u{2028}' | '\u{2029}');
        let head = &self.text[..span.start()];
        let start = head
            .char_indices()
            .rev()
            .take(most)
            .take_while(|&(_, c)| !is_end(c))
            .last()
            .map_or(span.start(), |(at, _)| at);
        let mut end = span.end();
        for c in self.text[span.end()..].chars().take(most) {
            if matches!(c, '\n' | '\u{2028}' | '\u{2029}') {
                break;
            }
            end += c.len_utf8();
            if is_end(c) {
                break;
            }
        }
        self.trim(Span::new(start, end)).cover(span)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expect: &[&str]) {
        let text = SourceText::new(text.to_owned()).expect("short");
        let found: Vec<&str> = text.sentences().map(|span| text.slice(span)).collect();
        assert_eq!(found, expect);
    }

    #[test]
    fn sentences_end_with_their_marks() {
        check("", &[]);
        check(" \n\u{3000}\n", &[]);
        check(
            "一、总则\n\n建设园区。他说：“好！”引进企业",
            &["一、总则", "建设园区。", "他说：“好！”", "引进企业"],
        );
        check("？！真的。。。", &["？！", "真的。。。"]);
    }

    #[test]
    fn a_sentence_around_words() {
        let text =
            SourceText::new("建设园区。引进华翔集团，做强产业。完".to_owned()).expect("short");
        let at = text.as_str().find("华翔").expect("there");
        let span = Span::new(at, at + "华翔集团".len());
        assert_eq!(text.slice(text.sentence_around(span, 99)), "引进华翔集团，做强产业。");
        assert_eq!(text.slice(text.sentence_around(span, 1)), "进华翔集团，");
        assert_eq!(text.slice(text.sentence_around(span, 0)), "华翔集团");
    }
}
