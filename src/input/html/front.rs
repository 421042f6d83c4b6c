//! Title, date and source of an article, which often stand outside of it.

use std::collections::HashSet;

use ego_tree::NodeId;
use ego_tree::iter::Edge;
use scraper::{ElementRef, Html, Node, Selector};

use super::article::Ranking;
use super::lines::{Line, one_line};

/// The longest that a line with date and source is, in characters.
const INFO: usize = 160;

/// The lines to be put before those of the article: a title and a source line, where the article
/// does not have them itself.
pub(super) fn read(
    page: &Html,
    article: ElementRef<'_>,
    ranking: &Ranking<'_>,
    lines: &[Line],
) -> Vec<Line> {
    let mut front = Vec::new();
    let begins_with = |words: &str| {
        let squeezed = squeeze(words);
        let head: String = lines.iter().take(5).map(|line| squeeze(&line.text)).collect();
        head.contains(&squeezed)
    };
    if let Some(title) = title(page).filter(|title| !begins_with(title)) {
        front.push(Line { text: title, heading: Some(1) });
    }
    if let Some(info) = info(page, article, ranking).filter(|info| !begins_with(info)) {
        front.push(Line { text: info, heading: None });
    }
    front
}

/// The words without white space, to compare them.
fn squeeze(words: &str) -> String {
    words.chars().filter(|c| !c.is_whitespace()).collect()
}

/// The article's title: as the site declares it, as its only main heading, or as the page's without
/// the site's name.
fn title(page: &Html) -> Option<String> {
    let declared = meta(page, "ArticleTitle");
    let of_page = first(page, "title").map(one_line).map(|title| without_site(&title).to_owned());
    let heading = Selector::parse("h1").ok().and_then(|selector| {
        let mut headings = page.select(&selector).map(one_line).filter(|text| !text.is_empty());
        let heading = headings.next()?;
        // a logo is an h1 on many sites; the article's is part of the page's title
        let known = of_page.as_deref().is_none_or(|title| {
            let (title, heading) = (squeeze(title), squeeze(&heading));
            title.starts_with(&heading) || heading.contains(&title)
        });
        known.then_some(heading)
    });
    declared.or(heading).or(of_page).filter(|title| !title.trim().is_empty())
}

/// A page's title without the site's name behind it: 报告_某市人民政府, 报告 - 某网.
fn without_site(title: &str) -> &str {
    const SITE: [&str; 12] = [
        "政府",
        "网",
        "网站",
        "门户",
        "委员会",
        "局",
        "日报",
        "新闻",
        "公报",
        "厅",
        "频道",
        "在线",
    ];
    let mut rest = title.trim();
    // what stands between the title and the site's name is the column's
    let mut inside = false;
    loop {
        let cut = rest.char_indices().rfind(|&(_, c)| matches!(c, '_' | '|' | '｜' | '-' | '–'));
        let Some((at, mark)) = cut else { return rest };
        let (left, right) = (rest[..at].trim_end(), rest[at + mark.len_utf8()..].trim());
        // "2021-2025年规划" is no site
        let site = right.is_empty() || SITE.iter().any(|word| right.ends_with(word));
        if left.is_empty() || !(site || inside && mark == '_') {
            return rest;
        }
        inside = true;
        rest = left;
    }
}

/// The line with date and source: the last such before the article's text, else what is declared.
fn info(page: &Html, article: ElementRef<'_>, ranking: &Ranking<'_>) -> Option<String> {
    let above: HashSet<NodeId> = article.ancestors().map(|node| node.id()).collect();
    let mut found = None;
    for edge in page.root_element().traverse() {
        let Edge::Open(node) = edge else { continue };
        if node.id() == article.id() {
            break;
        }
        let Some(element) = ElementRef::wrap(node) else { continue };
        if !matches!(
            element.value().name(),
            "div" | "p" | "span" | "td" | "h5" | "h6" | "ul" | "section"
        ) {
            continue;
        }
        let chars = ranking.chars(element.id());
        if above.contains(&element.id()) || chars == 0 || chars > INFO || has_script(element) {
            continue;
        }
        let words = one_line(element);
        if words.chars().count() <= INFO
            && is_info(&words)
            && found.as_ref().is_none_or(|old: &String| !old.contains(&words))
        {
            found = Some(words);
        }
    }
    found.or_else(|| {
        let date = meta(page, "PubDate")?;
        let source = meta(page, "ContentSource").map(|source| format!(" 来源：{source}"));
        Some(date + &source.unwrap_or_default())
    })
}

fn has_script(element: ElementRef<'_>) -> bool {
    element.descendants().any(
        |inner| matches!(inner.value(), Node::Element(e) if matches!(e.name(), "script" | "style")),
    )
}

/// A date, and a word that says what it is or who published.
fn is_info(words: &str) -> bool {
    const LABELS: [&str; 7] =
        ["来源", "稿源", "发布时间", "发布日期", "发表时间", "时间：", "日期："];
    let labelled = LABELS.iter().any(|label| words.contains(label));
    let digits = words.chars().filter(char::is_ascii_digit).count();
    let date = digits >= 6 && (words.contains("20") || words.contains("19"));
    labelled && date
}

fn meta(page: &Html, name: &str) -> Option<String> {
    let selector = Selector::parse("meta[name]").ok()?;
    let mut found = page.select(&selector).filter_map(|meta| {
        let same = meta.attr("name").is_some_and(|given| given.eq_ignore_ascii_case(name));
        same.then(|| meta.attr("content").unwrap_or_default().trim().to_owned())
    });
    found.find(|content| !content.is_empty())
}

fn first<'a>(page: &'a Html, selector: &str) -> Option<ElementRef<'a>> {
    page.select(&Selector::parse(selector).ok()?).next()
}
