//! Coverage as Markdown: a heading and two tables for each document.

use std::fmt::Write;

use super::{Coverage, Density};

/// What is said around the figures.
#[derive(Debug)]
pub struct Words {
    summary: fn(&Coverage) -> String,
    columns: &'static str,
    whole: &'static str,
    left_out: &'static str,
}

impl Words {
    /// In Chinese.
    pub const ZH: Words = Words {
        summary: |of| {
            format!(
                "文字的 {:.1} % 有所得。共 {} 句：标题 {}，有举措 {}，仅有名称 {}，无所得 {}。",
                of.share() * 100.0,
                of.sentences(),
                of.headings,
                of.with_action,
                of.with_name,
                of.left_out.len()
            )
        },
        columns: "| 纲 | 篇幅 | 目 | 专名 | 产业（泛称） | 每千字数字 |",
        whole: "*全文*",
        left_out: "| 行 | 字符位置 | 无所得的句子 |",
    };

    /// In English.
    pub const EN: Words = Words {
        summary: |of| {
            format!(
                "{:.1} % of the text is covered. Of {} sentences, {} are headings, {} have an \
                 action, {} only a name, {} gave nothing.",
                of.share() * 100.0,
                of.sentences(),
                of.headings,
                of.with_action,
                of.with_name,
                of.left_out.len()
            )
        },
        columns: "| pillar 纲 | share of text | actions 目 | named | generic | figures per 1,000 characters |",
        whole: "*whole document*",
        left_out: "| line | code points | left out |",
    };
}

/// The coverage of documents as Markdown, each under a heading of this level.
#[must_use]
pub fn to_markdown(documents: &[Coverage], words: &Words, level: usize) -> String {
    let mut text = String::new();
    for (number, document) in documents.iter().enumerate() {
        if number > 0 {
            text.push('\n');
        }
        one(&mut text, document, words, level).expect("a string takes any text");
    }
    text
}

fn one(text: &mut String, document: &Coverage, words: &Words, level: usize) -> std::fmt::Result {
    writeln!(text, "{} {}\n", "#".repeat(level), escape(&document.title))?;
    writeln!(text, "{}: {}\n", escape(&document.source), (words.summary)(document))?;
    writeln!(text, "{}\n|:--|--:|--:|--:|--:|--:|", words.columns)?;
    row(text, words.whole, 1.0, &document.density)?;
    for pillar in &document.pillars {
        let indent = "&emsp;".repeat(pillar.level.saturating_sub(1));
        row(text, &format!("{indent}{}", escape(&pillar.title)), pillar.share, &pillar.density)?;
    }
    if !document.left_out.is_empty() {
        writeln!(text, "\n{}\n|--:|:--|:--|", words.left_out)?;
    }
    for sentence in &document.left_out {
        let words = escape(&sentence.words);
        writeln!(text, "| {} | {}..{} | {words} |", sentence.line, sentence.start, sentence.end)?;
    }
    Ok(())
}

fn row(text: &mut String, title: &str, share: f64, density: &Density) -> std::fmt::Result {
    writeln!(
        text,
        "| {title} | {:.1} % | {} | {} | {} | {:.1} |",
        share * 100.0,
        density.actions,
        density.named,
        density.generic,
        density.figures_per_thousand()
    )
}

/// Words of a document as words of a table cell, whatever marks they have.
fn escape(words: &str) -> String {
    let mut escaped = String::with_capacity(words.len());
    for c in words.chars() {
        match c {
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '&' => escaped.push_str("&amp;"),
            c if c.is_control() => escaped.push(' '),
            c if c.is_ascii_punctuation()
                && !matches!(c, '.' | ',' | ':' | ';' | '%' | '-' | '/') =>
            {
                escaped.push('\\');
                escaped.push(c);
            }
            c => escaped.push(c),
        }
    }
    escaped
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_of_documents_are_no_markdown() {
        assert_eq!(
            escape("a|b\n*c* <d> `e` [f](g)"),
            "a\\|b \\*c\\* &lt;d&gt; \\`e\\` \\[f\\]\\(g\\)"
        );
        assert_eq!(escape("增长7.5%，建设“园区”"), "增长7.5%，建设“园区”");
    }
}
