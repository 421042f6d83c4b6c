//! Lines on pages → paragraphs. A line break inside a sentence is layout; so are running heads and
//! page numbers.

use std::collections::HashMap;

use super::radicals::ordinary;
use crate::text::Layout;

/// A line as it stands on its page, in points from the page's upper left corner.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Line {
    pub text: String,
    pub left: f64,
    pub right: f64,
    pub top: f64,
    pub bottom: f64,
}

impl Line {
    /// How high its characters are, which is how wide Chinese ones are too.
    fn size(&self) -> f64 {
        (self.bottom - self.top).max(1.0)
    }
}

/// A page with its lines in reading order.
#[derive(Debug, Clone, Default, PartialEq)]
pub(super) struct Page {
    pub height: f64,
    pub lines: Vec<Line>,
}

/// A piece of a line: a word, or the characters that one command draws.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Piece {
    pub text: String,
    pub left: f64,
    pub right: f64,
}

/// What share of a page's height heads and feet are looked for in, above and below.
const MARGIN: f64 = 0.13;

/// Puts the pieces of a line together, in order. `size` is the height of its characters.
///
/// A gap of more than `blank` of that is a blank.
pub(super) fn assemble(pieces: &[Piece], size: f64, blank: f64) -> String {
    let mut line = String::new();
    let mut end = None;
    for piece in pieces {
        if let (Some(end), Some(last)) = (end, line.chars().next_back()) {
            let gap: f64 = piece.left - end;
            let next = piece.text.chars().next().unwrap_or(' ');
            let latin = |c: char| c.is_ascii_graphic();
            if gap > 2.5 * size {
                line.push('\t');
            } else if gap > blank * size
                || (gap > 0.25 * blank * size && latin(last) && latin(next))
            {
                line.push(' ');
            }
        }
        line.push_str(&piece.text);
        end = Some(piece.right);
    }
    line
}

/// The text of pages, with the byte at which each page begins.
pub(super) fn join(mut pages: Vec<Page>) -> (String, Layout) {
    for page in &mut pages {
        page.lines.retain(|line| !line.text.trim().is_empty());
    }
    drop_running_heads(&mut pages);
    let all = Frame::of(pages.iter().flat_map(|page| &page.lines));
    let mut text = String::new();
    let mut layout = Layout::default();
    let mut before: Option<(usize, &Line)> = None;
    for (number, page) in pages.iter().enumerate() {
        // pages may be set differently, such as left and right ones of a book
        let frame = if page.lines.len() >= 12 { Frame::of(page.lines.iter()) } else { all };
        let frame = Frame { indented: all.indented, ..frame };
        let mut starts = true;
        for line in &page.lines {
            match before {
                Some((last_page, last)) if !frame.parts(last, line, last_page != number) => {
                    let glue = text.ends_with(|c: char| c.is_ascii_alphanumeric())
                        && line.text.starts_with(|c: char| c.is_ascii_alphanumeric());
                    if glue {
                        text.push(' ');
                    }
                }
                Some(_) => text.push('\n'),
                None => {}
            }
            if starts {
                layout.pages.push(u32::try_from(text.len()).unwrap_or(u32::MAX));
                starts = false;
            }
            text.extend(line.text.trim().chars().map(ordinary));
            before = Some((number, line));
        }
        if starts {
            layout.pages.push(u32::try_from(text.len()).unwrap_or(u32::MAX));
        }
    }
    if !text.is_empty() {
        text.push('\n');
    }
    (text, layout)
}

/// Between which margins text is set.
#[derive(Debug, Clone, Copy)]
struct Frame {
    left: f64,
    right: f64,
    size: f64,
    /// From the top of a line to the top of the next one of its paragraph.
    step: f64,
    /// Whether paragraphs begin with an indent.
    indented: bool,
}

impl Frame {
    fn of<'a>(lines: impl Iterator<Item = &'a Line> + Clone) -> Self {
        let middle = |mut values: Vec<f64>| {
            values.sort_by(f64::total_cmp);
            values.get(values.len() / 2).copied()
        };
        let size = middle(lines.clone().map(Line::size).collect()).unwrap_or(12.0);
        let mut rights: Vec<f64> = lines.clone().map(|line| line.right).collect();
        rights.sort_by(f64::total_cmp);
        let right = rights.get(rights.len().saturating_sub(1) * 9 / 10).copied().unwrap_or(0.0);
        // continued lines begin at the margin; one line alone may stand anywhere
        let mut lefts: Vec<f64> = lines.clone().map(|line| line.left).collect();
        lefts.sort_by(f64::total_cmp);
        let shared = lefts.windows(2).find(|two| two[1] - two[0] < 0.2 * size).map(|two| two[0]);
        let left = shared.or(lefts.first().copied()).unwrap_or(0.0);
        let tops: Vec<f64> = lines.clone().map(|line| line.top).collect();
        let steps = tops.windows(2).map(|two| two[1] - two[0]).filter(|&step| step > 0.5 * size);
        let mut steps: Vec<f64> = steps.collect();
        steps.sort_by(f64::total_cmp);
        // most lines follow one of their paragraph; the rest are farther apart
        let step = steps.get(steps.len() / 3).copied().unwrap_or(2.0 * size);
        let count = lines.clone().count();
        let indents = lines.filter(|line| is_indent(line.left - left, size)).count();
        Self { left, right, size, step, indented: indents * 12 > count }
    }

    /// Whether a line is set as titles are: large, and in the middle.
    fn is_title(&self, line: &Line) -> bool {
        let off = (line.left + line.right) / 2.0 - (self.left + self.right) / 2.0;
        line.size() > 1.25 * self.size && off.abs() < 1.5 * line.size()
    }

    /// Whether a new paragraph begins between two lines.
    fn parts(&self, last: &Line, line: &Line, other_page: bool) -> bool {
        let ended =
            last.text.trim_end().ends_with(['。', '！', '？', '；', '：', '”', '…', '.', ':']);
        let open = last.right < self.right - 2.5 * self.size;
        let wide_open = last.right < self.right - 5.0 * self.size;
        let sizes = last.size().max(line.size()) / last.size().min(line.size());
        if !other_page && sizes < 1.08 && self.is_title(last) && self.is_title(line) {
            return line.top - last.top > 2.2 * last.size(); // a title broken over lines
        }
        if sizes > 1.25 || wide_open || (open && ended) {
            return true;
        }
        if line.left > self.left + 1.2 * self.size {
            return true; // indented, or in the middle
        }
        if other_page {
            return ended && !self.indented;
        }
        let step = line.top - last.top;
        step > 1.35 * self.step
            || step < 0.0
            || (ended && !self.indented && step > 1.12 * self.step)
    }
}

/// Whether a line stands in by about two characters.
fn is_indent(by: f64, size: f64) -> bool {
    (1.2 * size..3.5 * size).contains(&by)
}

/// Takes out what stands at the head or the foot of pages: page numbers, and lines that come again
/// and again.
fn drop_running_heads(pages: &mut [Page]) {
    let mut seen: HashMap<String, usize> = HashMap::new();
    for page in &*pages {
        let mut keys: Vec<String> = marginal(page).map(|(_, key)| key).collect();
        keys.sort();
        keys.dedup();
        for key in keys {
            *seen.entry(key).or_default() += 1;
        }
    }
    let often = (pages.len() / 2).max(2);
    for page in pages {
        let running: Vec<usize> = marginal(page)
            .filter(|(_, key)| is_page_number(key) || seen.get(key).is_some_and(|&n| n >= often))
            .map(|(index, _)| index)
            .collect();
        let mut index = 0;
        page.lines.retain(|_| {
            index += 1;
            !running.contains(&(index - 1))
        });
    }
}

/// The lines of a page's margins, with what pages have in common of them: all but digits.
fn marginal(page: &Page) -> impl Iterator<Item = (usize, String)> {
    let (head, foot) = (page.height * MARGIN, page.height * (1.0 - MARGIN));
    let lines = page.lines.iter().enumerate();
    lines.filter(move |(_, line)| line.bottom < head || line.top > foot).map(|(index, line)| {
        let chars = line.text.chars().filter(|c| !c.is_whitespace());
        (index, chars.map(|c| if c.is_ascii_digit() { '#' } else { c }).collect())
    })
}

/// 3, — 3 —, 第3页, 3/12, 第3页共12页.
fn is_page_number(key: &str) -> bool {
    let rest = key.trim_matches(|c| matches!(c, '-' | '—' | '–' | '－' | '·' | '第' | '页'));
    let sign = |c: char| matches!(c, '#' | '/' | '页' | '共' | '第' | '，' | ',');
    rest.contains('#')
        && rest.chars().count() <= 12
        && rest.chars().all(sign)
        && rest.matches('#').count() <= 8
}

#[cfg(test)]
mod tests {
    use super::*;

    fn line(text: &str, left: f64, top: f64) -> Line {
        let width = 10.0 * f64::from(u32::try_from(text.chars().count()).expect("short"));
        Line { text: text.to_owned(), left, right: left + width, top, bottom: top + 10.0 }
    }

    #[test]
    fn lines_become_paragraphs() {
        let page = |number: &str, lines: Vec<Line>| Page {
            height: 400.0,
            lines: [vec![line("某县文件", 50.0, 10.0)], lines, vec![line(number, 90.0, 385.0)]]
                .concat(),
        };
        let pages = vec![
            page(
                "— 1 —",
                vec![
                    line("一、总体要求", 70.0, 60.0),
                    line("坚持稳中求进工作总基调完整准", 70.0, 80.0),
                    line("确全面贯彻新发展理念加快构建新发", 50.0, 100.0),
                ],
            ),
            page(
                "— 2 —",
                vec![
                    line("展格局，推动高质量发展，做到五个", 50.0, 60.0),
                    line("统筹。", 50.0, 80.0),
                    line("建设DRG", 70.0, 100.0),
                ],
            ),
        ];
        let (text, layout) = join(pages);
        assert_eq!(
            text,
            "一、总体要求\n坚持稳中求进工作总基调完整准确全面贯彻新发展理念加快构建新发展格局，\
             推动高质量发展，做到五个统筹。\n建设DRG\n"
        );
        let second = text.find("展格局，").expect("there");
        assert_eq!(layout.pages, [0, u32::try_from(second).expect("short")]);
    }

    #[test]
    fn a_title_over_two_lines_is_one() {
        let title = |text: &str, left: f64, right: f64, top: f64| Line {
            text: text.to_owned(),
            left,
            right,
            top,
            bottom: top + 16.0,
        };
        let body = (0..6)
            .map(|n| line("一二三四五六七八九十一二三四五六", 50.0, 80.0 + 14.0 * f64::from(n)));
        let head =
            [title("某市二〇二四年政府工作报", 54.0, 206.0, 20.0), title("告", 122.0, 138.0, 42.0)];
        let lines = head.into_iter().chain(body).collect();
        let (text, _) = join(vec![Page { height: 400.0, lines }]);
        assert_eq!(text.lines().next(), Some("某市二〇二四年政府工作报告"));
    }

    #[test]
    fn page_numbers() {
        for key in ["#", "—#—", "-##-", "第#页", "#/##", "第#页共##页", "—##—"] {
            assert!(is_page_number(key), "{key}");
        }
        for key in ["第一页", "####年##月", "共#项", "—", "#.产业"] {
            assert!(!is_page_number(key), "{key}");
        }
    }

    #[test]
    fn pieces_become_lines() {
        let piece =
            |text: &str, left: f64, right: f64| Piece { text: text.to_owned(), left, right };
        let pieces = [piece("市长", 0.0, 20.0), piece("沈", 30.0, 40.0), piece("某", 40.0, 50.0)];
        assert_eq!(assemble(&pieces, 10.0, 0.6), "市长 沈某");
        assert_eq!(assemble(&[piece("a", 0.0, 5.0), piece("b", 7.0, 12.0)], 10.0, 0.6), "a b");
        assert_eq!(assemble(&[piece("甲", 0.0, 10.0), piece("1", 12.0, 17.0)], 10.0, 0.6), "甲1");
        assert_eq!(
            assemble(&[piece("甲", 0.0, 10.0), piece("乙", 80.0, 90.0)], 10.0, 0.6),
            "甲\t乙"
        );
    }
}
