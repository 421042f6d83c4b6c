//! The mentions of a joined entity, and how sure they make it.

use crate::extraction::{Extraction, Mention};

use super::build::narrow;
use super::resolve::Resolved;
use super::{DocumentIndex, Evidence};

/// The most that mentions can make sure: they are not independent of each other.
const SUREST: f64 = 0.99;

/// Appends the places that name an entity to `evidence`, by document and place.
pub(super) fn mentions_of<'e>(
    entity: &Resolved,
    extractions: &[Extraction],
    evidence: &'e mut Vec<Evidence>,
) -> &'e [Evidence] {
    let first = evidence.len();
    for &(document, index) in &entity.members {
        let of_document = &extractions[document as usize].entities[index as usize];
        let mentions = of_document.mentions.iter();
        evidence.extend(mentions.map(|mention| of_mention(document as usize, mention)));
    }
    let mentions = &mut evidence[first..];
    mentions.sort_by_key(|evidence| (evidence.document, evidence.span));
    mentions
}

/// How sure an entity with these mentions is, as [`Entity::confidence`] defines it.
pub(super) fn confidence(mentions: &[Evidence]) -> f32 {
    let doubt: f64 = mentions
        .iter()
        .map(|evidence| 1.0 - f64::from(evidence.confidence.unwrap_or(0.0)))
        .product();
    #[allow(clippy::cast_possible_truncation, reason = "between 0 and 1")]
    let confidence = (1.0 - doubt).min(SUREST) as f32;
    confidence
}

pub(super) fn of_mention(document: usize, mention: &Mention) -> Evidence {
    // a confidence that is no number is none: what is written has to be JSON
    let confidence =
        if mention.confidence.is_nan() { 0.0 } else { mention.confidence.clamp(0.0, 1.0) };
    Evidence {
        document: DocumentIndex(narrow(document)),
        span: mention.span,
        rule: mention.rule,
        confidence: Some(confidence),
    }
}
