//! Text → extraction: the only module that sees every stage.

use crate::action::Judge;
use crate::decision::{self, Applied, Decisions};
use crate::document::Document;
use crate::extraction::{Extraction, Source};
use crate::lexicon::{Hits, Lexicon};
use crate::mention::Scorer;
use crate::text::SourceText;
use crate::weights::Weights;
use crate::{action, link, listing, mention, oddity, pillar, relation, setting};

/// Reads documents with one lexicon and what was learnt for it.
#[derive(Debug)]
pub struct Extractor {
    lexicon: Lexicon,
    scorer: Scorer,
    judge: Judge,
}

impl Extractor {
    /// An extractor over a lexicon, with the weights that the tool comes with.
    #[must_use]
    pub fn new(lexicon: Lexicon) -> Self {
        Self::with_weights(lexicon, &Weights::from_seeds())
    }

    /// The same with other weights, whose words were found in this lexicon.
    #[must_use]
    pub fn with_weights(lexicon: Lexicon, weights: &Weights) -> Self {
        let (scorer, judge) = (Scorer::new(&lexicon, weights), Judge::new(&lexicon, weights));
        Self { lexicon, scorer, judge }
    }

    /// Reads one document. Any text gives a value; what is odd about it is in its diagnostics.
    #[must_use]
    pub fn extract(&self, source: Source, text: SourceText) -> Extraction {
        self.extract_deciding(source, text, &Decisions::default()).0
    }

    /// The same with what people decided, and which of the decisions concerned this document.
    #[must_use]
    pub fn extract_deciding(
        &self,
        source: Source,
        text: SourceText,
        decisions: &Decisions,
    ) -> (Extraction, Applied) {
        let lexicon = &self.lexicon;
        // all stages see simplified characters; what they find are places, quoted as written
        let written = text;
        let text = written.to_folded();
        let hits = Hits::of(lexicon, text.as_str());
        let document = Document::read(&text, &hits);
        let pillars = pillar::pillars(&text, &hits, &document);
        let actions = action::actions(&text, lexicon, &hits, &document, &pillars, &self.judge);
        let actions = listing::with_rows(&text, actions, &pillars);
        let found = mention::mentions(&text, lexicon, &self.scorer, &hits, &document);
        let found = mention::with_repeats(&text, &hits, mention::with_cells(&text, &hits, found));
        let mut entities = link::entities(&text, lexicon, &found);
        let setting = setting::entities(&text, lexicon, &hits, &document, &entities);
        // their kinds come behind the core ones
        entities.extend(setting);
        let (entities, applied) = decision::apply(decisions, &source, &text, entities);
        let involvements = link::involvements(&text, lexicon, &hits, &actions, &entities);
        let relations = relation::relations(&text, lexicon, &actions, &entities);
        let diagnostics = oddity::notice(&text, &pillars, &actions);
        let front = document.front.clone();
        drop(text);
        let extraction = Extraction {
            source,
            front,
            text: written,
            pillars,
            actions,
            entities,
            involvements,
            relations,
            diagnostics,
        };
        (extraction, applied)
    }
}
