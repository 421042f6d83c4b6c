//! Numbers that are in no text: `numbering.xml` says how lists count, paragraphs only which list
//! and level they are of.

use std::collections::HashMap;

use super::styles::ListPlace;
use super::{WHAT, counting};
use crate::input::xml::{Element, Node, Nodes};
use crate::input::{InputError, Limits};

/// How many levels a list has.
const LEVELS: usize = 9;

/// How one level of a list counts.
#[derive(Debug, Clone)]
struct Level {
    start: u32,
    format: String,
    /// With `%1` for the number of the first level, `%2` …
    text: String,
    /// What follows the number: `tab`, `space` or `nothing`.
    suffix: String,
    /// Whether all numbers in it are written in digits.
    legal: bool,
    /// The level (from 1) whose next number restarts this; 0 never; `None` any higher one.
    restart: Option<u8>,
    /// The style that goes with it.
    style: Option<String>,
}

impl Default for Level {
    fn default() -> Self {
        Self {
            start: 1,
            format: "decimal".to_owned(),
            text: String::new(),
            suffix: "tab".to_owned(),
            legal: false,
            restart: None,
            style: None,
        }
    }
}

/// How a kind of list counts.
#[derive(Debug, Clone, Default)]
struct Scheme {
    levels: Vec<Level>,
    /// The style whose list's scheme it takes over.
    link: Option<String>,
    /// The style that others take it over by.
    style: Option<String>,
}

/// A list: a scheme with exceptions.
#[derive(Debug, Clone, Default)]
struct List {
    scheme: u32,
    starts: HashMap<u8, u32>,
    levels: HashMap<u8, Level>,
}

/// All lists of a document, and how far each has counted.
#[derive(Debug, Default)]
pub(super) struct Numbering {
    schemes: HashMap<u32, Scheme>,
    lists: HashMap<u32, List>,
    /// By scheme: the numbers reached. Lists of one scheme count on.
    counters: HashMap<u32, [Option<u32>; LEVELS]>,
    /// Lists whose own start was already taken, with the level.
    started: HashMap<(u32, u8), ()>,
}

impl Numbering {
    pub(super) fn read(xml: &str, limits: Limits) -> Result<Self, InputError> {
        let mut numbering = Self::default();
        let mut parser = Parser::default();
        let mut nodes = Nodes::new(xml, WHAT, limits);
        while let Some(node) = nodes.next()? {
            match node {
                Node::Start(element) => parser.start(&element),
                Node::End(name) => parser.end(&name, &mut numbering),
                Node::Text(_) => {}
            }
        }
        numbering.follow_links();
        Ok(numbering)
    }

    /// Schemes that only name the style of another take that one's levels.
    fn follow_links(&mut self) {
        let by_style: HashMap<String, Vec<Level>> = self
            .schemes
            .values()
            .filter_map(|scheme| Some((scheme.style.clone()?, scheme.levels.clone())))
            .collect();
        for scheme in self.schemes.values_mut() {
            if let Some(levels) = scheme.link.as_ref().and_then(|link| by_style.get(link)) {
                scheme.levels.clone_from(levels);
            }
        }
    }

    /// The level of a list that goes with a style.
    pub(super) fn level_of_style(&self, list: u32, style: &str) -> Option<u8> {
        let scheme = self.schemes.get(&self.lists.get(&list)?.scheme)?;
        let found = scheme.levels.iter().position(|level| level.style.as_deref() == Some(style))?;
        u8::try_from(found).ok()
    }

    /// Counts a paragraph, and writes its number with what stands between it and the text.
    pub(super) fn count(&mut self, place: ListPlace) -> Option<String> {
        let id = place.list.filter(|&id| id != 0)?;
        let list = self.lists.get(&id)?;
        let index = place.level.unwrap_or(0);
        let at = usize::from(index);
        let scheme = self.schemes.get(&list.scheme)?;
        let level_at = |at: usize| {
            let own = u8::try_from(at).ok().and_then(|index| list.levels.get(&index));
            own.or_else(|| scheme.levels.get(at))
        };
        let level = level_at(at).filter(|_| at < LEVELS)?;
        let counters = self.counters.entry(list.scheme).or_default();
        let own_start = list.starts.get(&index).copied();
        let fresh = own_start.is_some() && self.started.insert((id, index), ()).is_none();
        counters[at] = Some(match (fresh, counters[at]) {
            (true, _) | (false, None) => own_start.unwrap_or(level.start),
            (false, Some(number)) => number.saturating_add(1),
        });
        // levels above that have not counted yet are at their start, those below begin anew
        for (other, counter) in counters.iter_mut().enumerate() {
            let other_level = level_at(other);
            if other < at {
                counter.get_or_insert(other_level.map_or(1, |level| level.start));
            } else if other > at {
                let restarts = other_level.and_then(|level| level.restart);
                if restarts.is_none_or(|level| level != 0 && usize::from(level) > at) {
                    *counter = None;
                }
            }
        }
        let mut written = fill(level, |referred| {
            let number = counters.get(referred).copied().flatten().unwrap_or(1);
            let format = level_at(referred).map_or("decimal", |level| &level.format);
            let format = if level.legal { "decimal" } else { format };
            counting::write(format, number)
        });
        if level.suffix != "nothing" && written.ends_with(|c: char| c.is_ascii()) {
            written.push(' ');
        }
        Some(written).filter(|written| !written.trim().is_empty())
    }
}

/// The text of a level with its numbers put in.
fn fill(level: &Level, number: impl Fn(usize) -> String) -> String {
    if level.format == "bullet" {
        // signs of symbol fonts are no characters
        let odd = |c: char| matches!(c, '\u{E000}'..='\u{F8FF}') || c.is_ascii_alphabetic();
        let plain = !level.text.is_empty() && !level.text.contains(odd);
        return if plain { level.text.clone() } else { "●".to_owned() };
    }
    let mut written = String::new();
    let mut chars = level.text.chars().peekable();
    while let Some(c) = chars.next() {
        let digit = chars.peek().and_then(|next| next.to_digit(10)).filter(|&d| d > 0);
        match digit {
            Some(digit) if c == '%' => {
                chars.next();
                written.push_str(&number(digit as usize - 1));
            }
            _ => written.push(c),
        }
    }
    written
}

/// What is open while reading.
#[derive(Default)]
struct Parser {
    scheme: Option<(u32, Scheme)>,
    list: Option<(u32, List)>,
    level: Option<(u8, Level)>,
    /// The level that an exception is about.
    exception: u8,
}

impl Parser {
    fn start(&mut self, element: &Element<'_>) {
        let value = || element.attribute("val");
        let number = || value().and_then(|value| value.parse().ok());
        match element.name() {
            "abstractNum" => self.scheme = Some((id(element, "abstractNumId"), Scheme::default())),
            "num" => self.list = Some((id(element, "numId"), List::default())),
            "abstractNumId" => {
                if let Some((_, list)) = &mut self.list {
                    list.scheme = number().unwrap_or_default();
                }
            }
            "lvlOverride" => self.exception = u8::try_from(id(element, "ilvl")).unwrap_or(0),
            "startOverride" => {
                if let (Some((_, list)), Some(start)) = (&mut self.list, number()) {
                    list.starts.insert(self.exception, start);
                }
            }
            "lvl" => {
                let index = u8::try_from(id(element, "ilvl")).unwrap_or(0);
                self.level = Some((index, Level::default()));
            }
            "numStyleLink" => {
                if let Some((_, scheme)) = &mut self.scheme {
                    scheme.link = value();
                }
            }
            "styleLink" => {
                if let Some((_, scheme)) = &mut self.scheme {
                    scheme.style = value();
                }
            }
            name => {
                let Some((_, level)) = &mut self.level else { return };
                match name {
                    "start" => level.start = number().unwrap_or(1),
                    // newer formats stand beside a plain one (mc:AlternateContent); the last wins
                    "numFmt" => level.format = value().unwrap_or_default(),
                    "lvlText" => level.text = value().unwrap_or_default(),
                    "suff" => level.suffix = value().unwrap_or_default(),
                    "isLgl" => level.legal = value().is_none_or(|v| v != "0" && v != "false"),
                    "lvlRestart" => level.restart = number().and_then(|n| u8::try_from(n).ok()),
                    "pStyle" => level.style = value(),
                    _ => {}
                }
            }
        }
    }

    fn end(&mut self, name: &str, numbering: &mut Numbering) {
        match name {
            "lvl" => {
                let Some((index, level)) = self.level.take() else { return };
                if let Some((_, list)) = &mut self.list {
                    list.levels.insert(index, level);
                } else if let Some((_, scheme)) = &mut self.scheme {
                    let at = usize::from(index);
                    if at < LEVELS {
                        let length = scheme.levels.len().max(at + 1);
                        scheme.levels.resize_with(length, Level::default);
                        scheme.levels[at] = level;
                    }
                }
            }
            "abstractNum" => numbering.schemes.extend(self.scheme.take()),
            "num" => numbering.lists.extend(self.list.take()),
            _ => {}
        }
    }
}

fn id(element: &Element<'_>, name: &str) -> u32 {
    element.attribute(name).and_then(|value| value.parse().ok()).unwrap_or_default()
}
