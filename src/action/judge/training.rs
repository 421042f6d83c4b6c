//! Learns the judge's weights from annotated actions: logistic regression by AdaGrad in a fixed order.

use super::super::candidates;
use super::Judge;
use super::features::{self, Feature, Style};
use crate::document::Document;
use crate::extraction::Pillar;
use crate::lexicon::{Hits, Lexicon};
use crate::text::{SourceText, Span};

/// How often the examples are gone through.
const EPOCHS: usize = 30;
/// How much a weight is drawn to nothing at each step.
const PENALTY: f32 = 0.002;
/// How far a step goes.
const RATE: f32 = 0.05;

/// Collects clauses and learns which are actions.
#[derive(Debug)]
pub struct ActionTrainer<'l> {
    lexicon: &'l Lexicon,
    examples: Vec<(Vec<Feature>, bool)>,
}

impl<'l> ActionTrainer<'l> {
    /// A trainer over a lexicon.
    #[must_use]
    pub fn new(lexicon: &'l Lexicon) -> Self {
        Self { lexicon, examples: Vec::new() }
    }

    /// Adds the clauses of an annotated document, given with what is known of it before its actions are
    /// sought. `label` says of a span whether the annotation has it as an action, or `None` where it
    /// leaves that open.
    pub fn add(
        &mut self,
        text: &SourceText,
        hits: &Hits,
        document: &Document,
        pillars: &[Pillar],
        label: impl Fn(Span) -> Option<bool>,
    ) {
        let candidates = candidates(text, self.lexicon, hits, document, pillars);
        let style = Style::of(&candidates);
        for candidate in &candidates {
            let Some(label) = label(candidate.action.span) else { continue };
            let mut seen = Vec::new();
            style.visit(text, hits, candidate, |feature| seen.push(feature));
            self.examples.push((seen, label));
        }
    }

    /// Learns.
    #[must_use]
    pub fn train(&self) -> Judge {
        let mut weights = features::nothing(self.lexicon);
        let mut squares = weights.clone();
        squares.iter_mut().flatten().for_each(|square| *square = 1e-3);
        for _ in 0..EPOCHS {
            for (features, label) in &self.examples {
                let sum: f32 = features.iter().map(|f| weights[f.group as usize][f.value]).sum();
                let error = 1.0 / (1.0 + (-sum).exp()) - f32::from(u8::from(*label));
                for &Feature { group, value } in features {
                    let weight = &mut weights[group as usize][value];
                    let square = &mut squares[group as usize][value];
                    let gradient = error + PENALTY * *weight;
                    *square += gradient * gradient;
                    *weight -= RATE * gradient / square.sqrt();
                }
            }
        }
        Judge { weights }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::action::tests::section;
    use crate::weights::Weights;

    #[test]
    fn what_is_learnt_goes_through_the_table() {
        let lexicon = Lexicon::from_seeds();
        let words = "一、做强工业\n天气很好。推进园区建设。大家都很高兴。推进工业强县。\n";
        let text = SourceText::new(words.repeat(4)).expect("short");
        let hits = Hits::of(&lexicon, text.as_str());
        let document = Document::read(&text, &hits);
        let pillars = [section(&text, &document)];
        let mut trainer = ActionTrainer::new(&lexicon);
        for _ in 0..20 {
            let label = |span| Some(text.slice(span).starts_with("推进"));
            trainer.add(&text, &hits, &document, &pillars, label);
        }
        let judge = trainer.train();
        let rows = judge.to_rows(&lexicon);
        let weights = Weights::from_table(&lexicon, "rows", &rows).expect("they were written so");
        assert!(weights.groups().all(|(group, _)| group.starts_with("clause_")), "{rows}");
        let again = Judge::new(&lexicon, &weights);
        let actions = crate::action::actions(&text, &lexicon, &hits, &document, &pillars, &again);
        let found: Vec<&str> = actions.iter().map(|action| text.slice(action.span)).collect();
        assert!(found.contains(&"推进园区建设") && found.contains(&"推进工业强县"), "{found:?}");
        assert!(!found.contains(&"天气很好"), "{found:?}");
    }
}
