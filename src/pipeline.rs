//! Stand-in until the analysis is there: finds nothing.

use crate::extraction::{Extraction, FrontMatter, Source};
use crate::lexicon::Lexicon;
use crate::text::SourceText;

/// All that one document gives.
#[must_use]
pub fn extract(_: &Lexicon, source: Source, text: SourceText) -> Extraction {
    Extraction {
        source,
        text,
        front: FrontMatter::default(),
        pillars: Vec::new(),
        actions: Vec::new(),
        entities: Vec::new(),
        involvements: Vec::new(),
        relations: Vec::new(),
        diagnostics: Vec::new(),
    }
}
