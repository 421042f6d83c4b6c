//! What is odd about a text. None of it is an error: any text gives a graph; but who reads the graph
//! should know.

use crate::diagnostic::Code;
use crate::extraction::{Action, Diagnostic, Pillar};
use crate::text::{SourceText, Span};

/// So many letters tell which script a text is in.
const ENOUGH_LETTERS: usize = 20;
/// Code points of a line that is too long to be one paragraph.
const LONG_LINE: usize = 20_000;

/// What was noticed, by position.
#[must_use]
pub fn notice(text: &SourceText, pillars: &[Pillar], actions: &[Action]) -> Vec<Diagnostic> {
    let mut noticed = Vec::new();
    let mut say = |code, span, message: String| noticed.push(Diagnostic { code, span, message });
    if pillars.is_empty() {
        say(Code::TextNoPillars, None, "no heading was found".to_owned());
    }
    if actions.is_empty() {
        say(Code::TextNoActions, None, "no clause was read as an action".to_owned());
    }
    let seen = Characters::of(text.as_str());
    if seen.letters >= ENOUGH_LETTERS && seen.chinese * 2 < seen.letters {
        let message =
            format!("{} of {} letters are Chinese characters", seen.chinese, seen.letters);
        say(Code::TextLittleChinese, None, message);
    }
    let kinds = [
        (Code::TextDamaged, seen.damaged, "replacement"),
        (Code::TextPrivateUse, seen.private, "private-use"),
        (Code::TextControl, seen.control, "control"),
    ];
    for (code, seen, what) in kinds {
        let Some((span, count)) = seen else { continue };
        let characters = if count == 1 { "character" } else { "characters" };
        let message = format!("{count} {what} {characters}, the first of them here");
        say(code, Some(span), message);
    }
    if let Some((span, length)) = long_line(text) {
        let message = format!("a line of {length} characters");
        say(Code::TextLongLine, Some(span), message);
    }
    noticed.sort_by_key(|diagnostic| (diagnostic.span, diagnostic.code));
    noticed
}

/// The first place of a kind of characters, and how many there are.
type Seen = Option<(Span, usize)>;

#[derive(Default)]
struct Characters {
    letters: usize,
    chinese: usize,
    damaged: Seen,
    private: Seen,
    control: Seen,
}

impl Characters {
    fn of(text: &str) -> Self {
        let mut all = Self::default();
        for (at, c) in text.char_indices() {
            if is_chinese(c) {
                all.chinese += 1;
                all.letters += 1;
                continue;
            }
            let kind = match c {
                '\u{FFFD}' => &mut all.damaged,
                '\u{E000}'..='\u{F8FF}' | '\u{F0000}'..='\u{10FFFF}' => &mut all.private,
                c if c.is_control() && !matches!(c, '\n' | '\r' | '\t') => &mut all.control,
                c => {
                    all.letters += usize::from(c.is_alphabetic());
                    continue;
                }
            };
            let first = Span::new(at, at + c.len_utf8());
            kind.get_or_insert((first, 0)).1 += 1;
        }
        all
    }
}

fn is_chinese(c: char) -> bool {
    matches!(c, '\u{3400}'..='\u{4DBF}' | '\u{4E00}'..='\u{9FFF}' | '\u{F900}'..='\u{FAFF}' | '\u{20000}'..='\u{3FFFF}')
}

/// The first line that is too long, and its length.
fn long_line(text: &SourceText) -> Option<(Span, usize)> {
    let mut start = 0;
    for line in text.as_str().split_inclusive('\n') {
        let span = Span::new(start, start + line.len());
        start = span.end();
        // no line has more characters than bytes
        if line.len() > LONG_LINE {
            let length = text.code_points(span).len();
            if length > LONG_LINE {
                return Some((span, length));
            }
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expect: &[&str]) {
        let text = SourceText::new(text.to_owned()).expect("short");
        let shown: Vec<String> = notice(&text, &[], &[])
            .iter()
            .filter(|d| !matches!(d.code, Code::TextNoPillars | Code::TextNoActions))
            .map(|d| format!("{} {:?}", d.code.name(), d.span.map(|span| span.start())))
            .collect();
        assert_eq!(shown, expect);
    }

    #[test]
    fn odd_texts_are_noticed() {
        check("推进乡村振兴，GDP增长5%。\r\n\t完", &[]);
        check("a plan that is not written in Chinese", &["text-little-chinese None"]);
        check("推进\u{FFFD}\u{FFFD}振兴", &["text-damaged Some(6)"]);
        check("推进\u{E000}振兴\u{1}", &["text-private-use Some(6)", "text-control Some(15)"]);
        check(&format!("推进\n{}", "兴".repeat(LONG_LINE + 1)), &["text-long-line Some(7)"]);
        check(&"兴".repeat(LONG_LINE), &[]);
    }

    #[test]
    fn an_empty_structure_is_noticed() {
        let text = SourceText::new("推进".to_owned()).expect("short");
        let codes: Vec<Code> = notice(&text, &[], &[]).iter().map(|d| d.code).collect();
        assert_eq!(codes, [Code::TextNoPillars, Code::TextNoActions]);
    }
}
