//! Reads standoff annotation (`*.gold.json`): offsets and labels without the text.
//!
//! Offsets count Unicode code points of the text whose bytes have the given SHA-256.
//!
//! ```text
//! { "doc": NAME, "sha256": HEX, "scope": [start, end],
//!   "pillars":  [[kind, level, start, end of the title, end of the section], …],
//!   "actions":  [[start, end, number of its pillar], …],
//!   "mentions": [[start, end, type, optional, canonical name or null], …] }
//! ```

use serde::Deserialize;

use crate::schema::{EntityKind, PillarKind};
use crate::text::{SourceText, Span};

use super::gold::{Gold, GoldError, GoldMention, GoldPillar};

/// A standoff annotation that has not met its text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Standoff(Shape);

/// What stands in the file.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
struct Shape {
    doc: String,
    sha256: String,
    scope: (usize, usize),
    pillars: Vec<(String, u8, usize, usize, usize)>,
    actions: Vec<(usize, usize, usize)>,
    mentions: Vec<(usize, usize, String, bool, Option<String>)>,
}

impl Standoff {
    /// Reads the content of a file.
    ///
    /// # Errors
    /// When it is no JSON of the shape above.
    pub fn parse(json: &str) -> Result<Self, GoldError> {
        serde_json::from_str(json).map(Self).map_err(|error| GoldError {
            place: format!("line {}", error.line()),
            problem: error.to_string(),
        })
    }

    /// What it calls the document.
    #[must_use]
    pub fn document(&self) -> &str {
        &self.0.doc
    }

    /// The SHA-256 of the bytes of the annotated file, in lower-case hexadecimal.
    #[must_use]
    pub fn sha256(&self) -> &str {
        &self.0.sha256
    }
}

/// Turns code points into places of the text.
pub(super) fn resolve(Standoff(shape): &Standoff, text: &SourceText) -> Result<Gold, GoldError> {
    // by code point; one more for the text's end
    let bytes: Vec<usize> =
        text.as_str().char_indices().map(|(byte, _)| byte).chain([text.span().end()]).collect();
    let span = |start: usize, end: usize| match (bytes.get(start), bytes.get(end)) {
        (Some(&from), Some(&to)) if from <= to => Ok(Span::new(from, to)),
        _ => Err(format!("{start}..{end} is no place of the text, which has {}", bytes.len() - 1)),
    };
    let items = Items { span: &span };
    Ok(Gold {
        document: shape.doc.clone(),
        scope: span(shape.scope.0, shape.scope.1)
            .map_err(|problem| GoldError { place: "scope".to_owned(), problem })?,
        pillars: items.all(
            "pillars",
            &shape.pillars,
            |span, (kind, level, start, title, end)| {
                let kind = PillarKind::from_name(kind)
                    .ok_or_else(|| format!("{kind} is no kind of pillar"))?;
                let (title, section) = (span(*start, *title)?, span(*start, *end)?);
                Ok(GoldPillar { title, kind, level: *level, section })
            },
        )?,
        actions: items
            .all("actions", &shape.actions, |span, (start, end, _)| span(*start, *end))?,
        mentions: items.all(
            "mentions",
            &shape.mentions,
            |span, (start, end, kind, optional, name)| {
                let kind = EntityKind::from_name(kind)
                    .ok_or_else(|| format!("{kind} is no kind of entity"))?;
                let span = span(*start, *end)?;
                Ok(GoldMention { span, kind, name: name.clone(), optional: *optional })
            },
        )?,
    })
}

/// A place by its code points, or what is wrong with them.
type Places<'p> = &'p dyn Fn(usize, usize) -> Result<Span, String>;

/// Reads the lists.
struct Items<'p> {
    span: Places<'p>,
}

impl Items<'_> {
    fn all<T, U>(
        &self,
        list: &str,
        items: &[T],
        read: impl Fn(Places, &T) -> Result<U, String>,
    ) -> Result<Vec<U>, GoldError> {
        let read = |(index, item)| {
            read(self.span, item).map_err(|problem| GoldError {
                place: format!("{list}, item {}", index + 1),
                problem,
            })
        };
        items.iter().enumerate().map(read).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "一、做强𠀀产业。支持红帆公司。";

    fn read(mentions: &str) -> Result<Gold, GoldError> {
        let json = format!(
            r#"{{"doc": "a", "sha256": "00", "scope": [0, 15],
                "pillars": [["plan", 1, 2, 7, 15]], "actions": [[8, 14, 0]], "mentions": [{mentions}]}}"#
        );
        let text = SourceText::new(TEXT.to_owned()).expect("short");
        Gold::from_standoff(&Standoff::parse(&json)?, &text)
    }

    #[test]
    fn offsets_are_code_points() {
        let gold = read(r#"[10, 14, "company", false, null]"#).expect("well formed");
        let text = SourceText::new(TEXT.to_owned()).expect("short");
        assert_eq!(text.slice(gold.pillars[0].title), "做强𠀀产业");
        assert_eq!(text.slice(gold.actions[0]), "支持红帆公司");
        assert_eq!(text.slice(gold.mentions[0].span), "红帆公司");
    }

    #[test]
    fn errors_name_the_item() {
        let outside = read(r#"[10, 14, "company", false, null], [10, 99, "company", false, null]"#);
        assert_eq!(outside.expect_err("outside").place, "mentions, item 2");
        let unknown = read(r#"[10, 14, "firm", false, null]"#).expect_err("unknown");
        assert!(unknown.problem.contains("firm"), "{unknown}");
        assert_eq!(read("[1]").expect_err("too short").place, "line 2");
    }
}
