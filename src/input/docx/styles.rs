//! Styles of paragraphs: which are headings, which are numbered.

use std::collections::HashMap;

use super::WHAT;
use crate::input::xml::{Element, Node, Nodes};
use crate::input::{InputError, Limits};

/// The list and the level in it that a paragraph is numbered by.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct ListPlace {
    /// The list; `Some(0)` is none, said aloud.
    pub list: Option<u32>,
    /// The level, from 0.
    pub level: Option<u8>,
}

impl ListPlace {
    /// Takes over what this leaves open.
    fn or(self, base: Self) -> Self {
        Self { list: self.list.or(base.list), level: self.level.or(base.level) }
    }
}

/// A style of paragraphs.
#[derive(Debug, Clone, Default)]
struct Style {
    name: String,
    based_on: Option<String>,
    outline: Option<u8>,
    place: ListPlace,
}

/// All styles of paragraphs.
#[derive(Debug, Default)]
pub(super) struct Styles {
    by_id: HashMap<String, Style>,
    /// The style of paragraphs that name none.
    default: String,
}

/// What the styles say of a paragraph.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Resolved {
    /// The level of the heading that it is, from 1.
    pub heading: Option<u8>,
    /// Its place in a list.
    pub place: ListPlace,
    /// Whether it is a line of a table of contents.
    pub contents: bool,
}

/// How many styles one may be based on; more is a circle.
const LONGEST_CHAIN: usize = 32;

impl Styles {
    pub(super) fn read(xml: &str, limits: Limits) -> Result<Self, InputError> {
        let mut styles = Self::default();
        let mut nodes = Nodes::new(xml, WHAT, limits);
        let mut current: Option<(String, Style)> = None;
        while let Some(node) = nodes.next()? {
            match node {
                Node::Start(element) if element.name() == "style" => {
                    let id = element.attribute("styleId").unwrap_or_default();
                    let paragraph =
                        element.attribute("type").is_none_or(|kind| kind == "paragraph");
                    if paragraph && flag(&element, "default") {
                        styles.default.clone_from(&id);
                    }
                    current = paragraph.then(|| (id, Style::default()));
                }
                Node::Start(element) => {
                    if let Some((_, style)) = &mut current {
                        style.learn(&element);
                    }
                }
                Node::End(name) if name == "style" => styles.by_id.extend(current.take()),
                Node::End(_) | Node::Text(_) => {}
            }
        }
        Ok(styles)
    }

    /// What a style, with all that it is based on, says.
    pub(super) fn resolve(&self, id: Option<&str>) -> Resolved {
        let mut resolved = Resolved::default();
        let mut outline = None;
        let mut next = Some(id.unwrap_or(&self.default));
        for _ in 0..LONGEST_CHAIN {
            let Some(style) = next.and_then(|id| self.by_id.get(id)) else { break };
            resolved.place = resolved.place.or(style.place);
            outline = outline.or(style.outline).or_else(|| heading_of(&style.name));
            let name = style.name.to_ascii_lowercase();
            resolved.contents |= name.starts_with("toc ") || name == "toc heading";
            next = style.based_on.as_deref();
        }
        resolved.heading = outline.and_then(level_of);
        resolved
    }
}

impl Style {
    fn learn(&mut self, element: &Element<'_>) {
        let value = || element.attribute("val");
        match element.name() {
            "name" => self.name = value().unwrap_or_default(),
            "basedOn" => self.based_on = value(),
            "outlineLvl" => self.outline = value().and_then(|level| level.parse().ok()),
            "numId" => self.place.list = value().and_then(|id| id.parse().ok()),
            "ilvl" => self.place.level = value().and_then(|level| level.parse().ok()),
            _ => {}
        }
    }
}

/// An outline level of a file (from 0, 9 is body text) as the level of a heading.
pub(super) fn level_of(outline: u8) -> Option<u8> {
    (outline < 9).then_some(outline + 1)
}

/// The outline level that a built-in style has by its name.
fn heading_of(name: &str) -> Option<u8> {
    let level = name.strip_prefix("heading ").or_else(|| name.strip_prefix("Heading "))?;
    level.parse::<u8>().ok().filter(|level| (1..=9).contains(level)).map(|level| level - 1)
}

/// Whether an attribute says yes.
fn flag(element: &Element<'_>, name: &str) -> bool {
    element.attribute(name).is_some_and(|value| value == "1" || value == "true" || value == "on")
}
