//! Text → extraction: the only module that sees every stage.

use crate::document::Document;
use crate::extraction::{Extraction, Source};
use crate::lexicon::{Hits, Lexicon};
use crate::text::SourceText;
use crate::{action, pillar};

/// Reads one document. Any text gives a value; what is odd about it is in its diagnostics.
#[must_use]
pub fn extract(lexicon: &Lexicon, source: Source, text: SourceText) -> Extraction {
    let hits = Hits::of(lexicon, text.as_str());
    let document = Document::read(&text, lexicon, &hits);
    let pillars = pillar::pillars(&text, lexicon, &hits, &document);
    let actions = action::actions(&text, lexicon, &hits, &document, &pillars);
    Extraction {
        source,
        front: document.front.clone(),
        text,
        pillars,
        actions,
        entities: Vec::new(),
        involvements: Vec::new(),
        relations: Vec::new(),
        diagnostics: Vec::new(),
    }
}
