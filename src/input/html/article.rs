//! Where in a page its article is: by the names that content systems give it, else by where the
//! running text is.

use std::collections::HashMap;

use ego_tree::iter::Edge;
use ego_tree::{NodeId, NodeRef};
use scraper::{ElementRef, Html, Node, Selector};

use crate::input::familiar::is_han;

/// Where the content systems of governments and newspapers put the article, the surest first.
const PLACES: [&str; 14] = [
    "#UCAP-CONTENT",
    ".TRS_UEDITOR",
    ".TRS_Editor",
    ".trs_editor_view",
    "#zoom",
    "#Zoom",
    "#articleContent",
    "#article_content",
    "#art_content",
    ".article-content",
    ".article_content",
    ".pages_content",
    "#content_body",
    "article",
];

/// Elements that hold no text of an article.
const NO_TEXT: [&str; 21] = [
    "script", "style", "noscript", "template", "nav", "footer", "aside", "form", "button",
    "select", "iframe", "svg", "head", "object", "audio", "video", "canvas", "textarea", "input",
    "title", "dialog",
];

/// Parts of `class` and `id` by which sites name what is around an article.
const AROUND: [&str; 19] = [
    "footer",
    "breadcrumb",
    "navbar",
    "navigation",
    "sidebar",
    "related",
    "relative",
    "recommend",
    "share",
    "qrcode",
    "ewm",
    "copyright",
    "toolbar",
    "pagination",
    "comment",
    "position",
    "crumb",
    "hidden",
    "advert",
];

/// How much running text stands where in a page.
pub(super) struct Ranking<'a> {
    root: ElementRef<'a>,
    page: &'a Html,
    /// By element: what is in it.
    sums: HashMap<NodeId, Sum>,
}

/// What is in an element.
#[derive(Debug, Clone, Copy, Default)]
struct Sum {
    /// Running text, links left out.
    weight: usize,
    /// Characters other than white space.
    chars: usize,
    /// Those of them that are in links.
    linked: usize,
    /// Links.
    links: usize,
}

impl<'a> Ranking<'a> {
    /// Weighs all elements of a page.
    pub(super) fn of(page: &'a Html) -> Self {
        let root = page.root_element();
        let mut sums: HashMap<NodeId, Sum> = HashMap::new();
        let mut open: Vec<Sum> = Vec::new();
        // how many elements are open that are no running text, and how many links
        let (mut silent, mut in_links) = (0usize, 0usize);
        for edge in root.traverse() {
            match edge {
                Edge::Open(node) => match node.value() {
                    Node::Element(_) => {
                        let link = usize::from(is_link(node));
                        in_links += link;
                        silent += usize::from(link > 0 || is_no_text(node));
                        open.push(Sum { links: link, ..Sum::default() });
                    }
                    Node::Text(text) => {
                        if let Some(sum) = open.last_mut() {
                            let chars = text.chars().filter(|c| !c.is_whitespace()).count();
                            sum.chars += chars;
                            sum.linked += if in_links > 0 { chars } else { 0 };
                            sum.weight += if silent == 0 { weight(text) } else { 0 };
                        }
                    }
                    _ => {}
                },
                Edge::Close(node) if node.value().is_element() => {
                    let link = usize::from(is_link(node));
                    in_links -= link;
                    silent -= usize::from(link > 0 || is_no_text(node));
                    let sum = open.pop().unwrap_or_default();
                    sums.insert(node.id(), sum);
                    if let Some(parent) = open.last_mut() {
                        parent.weight += sum.weight;
                        parent.chars += sum.chars;
                        parent.linked += sum.linked;
                        parent.links += sum.links;
                    }
                }
                Edge::Close(_) => {}
            }
        }
        Self { root, page, sums }
    }

    fn sum(&self, node: NodeId) -> Sum {
        self.sums.get(&node).copied().unwrap_or_default()
    }

    fn weight(&self, node: NodeId) -> usize {
        self.sum(node).weight
    }

    /// How many characters other than white space an element holds.
    pub(super) fn chars(&self, node: NodeId) -> usize {
        self.sum(node).chars
    }

    /// The element that holds the article.
    pub(super) fn article(&self) -> ElementRef<'a> {
        let whole = self.weight(self.root.id());
        for place in PLACES {
            let Ok(selector) = Selector::parse(place) else { continue };
            let heaviest = self.page.select(&selector).max_by_key(|found| self.weight(found.id()));
            // a name alone does not do: some pages have an empty box of that name
            if let Some(found) = heaviest.filter(|found| self.weight(found.id()) * 2 > whole) {
                return found;
            }
        }
        self.densest()
    }

    /// Follows the running text down, as long as one child has nearly all of it.
    fn densest(&self) -> ElementRef<'a> {
        let mut at = self.root;
        loop {
            let children = at.children().filter_map(ElementRef::wrap);
            let Some(heaviest) = children.max_by_key(|child| self.weight(child.id())) else {
                return at;
            };
            let (inner, outer) = (self.weight(heaviest.id()), self.weight(at.id()));
            let running =
                matches!(heaviest.value().name(), "p" | "span" | "font" | "td" | "tbody" | "tr");
            if inner == 0 || inner * 10 < outer * 8 || (running && heaviest.value().name() == "p") {
                return at;
            }
            at = heaviest;
        }
    }

    /// Whether an element is a list of links or other matter around the article.
    pub(super) fn is_around(&self, node: NodeRef<'a, Node>) -> bool {
        if is_no_text(node) {
            return true;
        }
        let Some(element) = ElementRef::wrap(node) else { return false };
        if !matches!(element.value().name(), "div" | "ul" | "ol" | "dl" | "section" | "table" | "p")
        {
            return false;
        }
        let Sum { chars, linked, links, .. } = self.sum(node.id());
        links >= 2 && linked * 10 >= chars * 7
    }
}

/// How much running text a piece of text is: its Chinese characters, more where they are sentences.
fn weight(text: &str) -> usize {
    let han = text.chars().filter(|&c| is_han(c)).count();
    let marks = text.chars().filter(|c| matches!(c, '，' | '。' | '；' | '、' | '：')).count();
    han + 10 * marks
}

/// Whether an element is a link.
fn is_link(node: NodeRef<'_, Node>) -> bool {
    node.value().as_element().is_some_and(|e| e.name() == "a" && e.attr("href").is_some())
}

/// Whether an element never holds text of an article.
fn is_no_text(node: NodeRef<'_, Node>) -> bool {
    let Some(element) = node.value().as_element() else { return false };
    if NO_TEXT.contains(&element.name()) || element.attr("hidden").is_some() {
        return true;
    }
    if matches!(element.name(), "html" | "body" | "article" | "main") {
        return false;
    }
    let style = element.attr("style").unwrap_or_default();
    let invisible = style.replace(' ', "").to_ascii_lowercase().contains("display:none");
    let names = [element.attr("class"), element.attr("id")];
    let around = names.into_iter().flatten().any(|name| {
        let name = name.to_ascii_lowercase();
        AROUND.iter().any(|around| name.contains(around))
    });
    invisible || around
}
