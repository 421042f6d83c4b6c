//! Reads standoff annotation (`*.gold.json`): offsets and labels of a text that is not in the file.
//!
//! Offsets count Unicode code points. The text is the one with the stated sha256, wherever it is.

use serde::Deserialize;

use super::gold::{Gold, GoldMention};
use crate::schema::{EntityKind, PillarKind};
use crate::text::{SourceText, Span};

/// What is wrong with a standoff annotation.
#[derive(Debug, thiserror::Error)]
pub enum StandoffError {
    /// It is no JSON of this shape.
    #[error("not a standoff annotation: {0}")]
    Shape(#[from] serde_json::Error),
    /// A place lies outside the text, or ends before it begins.
    #[error("the text has no place {start}..{end}")]
    Place {
        /// Where the place would begin.
        start: usize,
        /// Where it would end.
        end: usize,
    },
    /// A label that the ontology does not have.
    #[error("{0:?} is no kind")]
    Kind(String),
}

/// A standoff annotation as it is written.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Standoff {
    /// What the annotation is called.
    pub doc: String,
    /// Of the bytes of the text's file, in hexadecimal digits.
    pub sha256: String,
    scope: (usize, usize),
    /// Kind, level, start, end of the title, end of the section.
    pillars: Vec<(String, u8, usize, usize, usize)>,
    /// Start, end, number of the pillar.
    actions: Vec<(usize, usize, usize)>,
    /// Start, end, kind, whether optional, canonical name where it is another.
    mentions: Vec<(usize, usize, String, bool, Option<String>)>,
}

impl Standoff {
    /// Reads an annotation, without its text.
    ///
    /// # Errors
    /// [`StandoffError::Shape`] when it is not JSON of this shape.
    pub fn read(annotation: &str) -> Result<Self, StandoffError> {
        Ok(serde_json::from_str(annotation)?)
    }

    /// The annotation of `text`, which must be the one with [`Standoff::sha256`].
    ///
    /// # Errors
    /// When a place is not in the text or a label is unknown.
    pub fn of(&self, text: &SourceText) -> Result<Gold, StandoffError> {
        let mut bytes: Vec<usize> = text.as_str().char_indices().map(|(byte, _)| byte).collect();
        bytes.push(text.as_str().len());
        let span = |start: usize, end: usize| match (bytes.get(start), bytes.get(end)) {
            (Some(&from), Some(&to)) if from <= to => Ok(Span::new(from, to)),
            _ => Err(StandoffError::Place { start, end }),
        };
        let unknown = |label: &String| StandoffError::Kind(label.clone());
        Ok(Gold {
            scope: span(self.scope.0, self.scope.1)?,
            pillars: (self.pillars.iter())
                .map(|(kind, level, start, end, _)| {
                    let kind = PillarKind::from_name(kind).ok_or_else(|| unknown(kind))?;
                    Ok((span(*start, *end)?, kind, *level))
                })
                .collect::<Result<_, StandoffError>>()?,
            actions: (self.actions.iter())
                .map(|&(start, end, _)| span(start, end))
                .collect::<Result<_, _>>()?,
            mentions: (self.mentions.iter())
                .map(|(start, end, kind, optional, name)| {
                    Ok(GoldMention {
                        span: span(*start, *end)?,
                        kind: EntityKind::from_name(kind).ok_or_else(|| unknown(kind))?,
                        name: name.clone(),
                        optional: *optional,
                    })
                })
                .collect::<Result<_, StandoffError>>()?,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn annotation(mention: &str) -> String {
        format!(
            r#"{{"doc":"a","sha256":"00","scope":[0,10],"pillars":[["plan",1,0,4,10]],
               "actions":[[5,10,0]],"mentions":[{mention}]}}"#
        )
    }

    #[test]
    fn offsets_count_code_points() {
        let text = SourceText::new("做强产业。支持𠀀帆厂".to_owned()).expect("short");
        let standoff = Standoff::read(&annotation(r#"[7,10,"company",false,null]"#)).expect("JSON");
        let gold = standoff.of(&text).expect("sound");
        assert_eq!(text.slice(gold.mentions[0].span), "𠀀帆厂");
        assert_eq!(text.slice(gold.pillars[0].0), "做强产业");
        assert_eq!(text.slice(gold.actions[0]), "支持𠀀帆厂");
    }

    #[test]
    fn what_the_text_or_the_ontology_has_not_is_an_error() {
        let text = SourceText::new("做强产业。支持红帆厂".to_owned()).expect("short");
        for mention in [r#"[7,99,"company",false,null]"#, r#"[7,10,"firm",false,null]"#] {
            let standoff = Standoff::read(&annotation(mention)).expect("JSON");
            assert!(standoff.of(&text).is_err(), "{mention}");
        }
        assert!(Standoff::read("{}").is_err());
    }
}
