//! Learns the scorer's weights from annotated mentions: logistic regression with an L2 penalty,
//! by AdaGrad in a fixed order, so that the same annotation gives the same weights.

use super::features::Space;
use super::scorer::{Scorer, probability};
use super::each_sentence;
use crate::document::Document;
use crate::lexicon::{Hits, Lexicon};
use crate::schema::EntityKind;
use crate::text::{SourceText, Span};

/// How often the examples are gone through.
const EPOCHS: usize = 12;
/// How much a weight is drawn to nothing at each step.
const PENALTY: f32 = 0.002;
/// How far a step goes.
const RATE: f32 = 0.15;

/// A candidate and whether the annotation has it.
#[derive(Debug, Clone)]
pub struct Example {
    features: Vec<u32>,
    positive: bool,
}

/// Collects examples and learns from them.
#[derive(Debug)]
pub struct Trainer<'l> {
    lexicon: &'l Lexicon,
    space: Space,
    examples: Vec<Example>,
}

impl<'l> Trainer<'l> {
    /// A trainer over a lexicon.
    #[must_use]
    pub fn new(lexicon: &'l Lexicon) -> Self {
        Self { lexicon, space: Space::new(lexicon), examples: Vec::new() }
    }

    /// How many examples there are, and how many of them are names.
    #[must_use]
    pub fn counts(&self) -> (usize, usize) {
        (self.examples.len(), self.examples.iter().filter(|example| example.positive).count())
    }

    /// Adds the candidates of an annotated document that lie in `scope`. `label` says of a span
    /// and a kind whether the annotation has it, or `None` where it leaves that open.
    pub fn add(&mut self, text: &SourceText, scope: Span, label: impl Fn(Span, EntityKind) -> Option<bool>) {
        let hits = Hits::of(self.lexicon, text.as_str());
        let document = Document::read(text, self.lexicon, &hits);
        let (space, examples) = (&self.space, &mut self.examples);
        each_sentence(text, self.lexicon, &hits, &document, |view, candidates| {
            for candidate in candidates.iter().filter(|candidate| scope.contains(candidate.span)) {
                let Some(positive) = label(candidate.span, candidate.kind) else { continue };
                let mut features = Vec::new();
                space.visit(view, candidate, |feature| {
                    features.push(u32::try_from(feature).expect("fewer features than 2^32"));
                });
                examples.push(Example { features, positive });
            }
        });
    }

    /// Learns.
    #[must_use]
    pub fn train(&self) -> Scorer {
        let mut weights = vec![0f32; self.space.len()];
        let mut squares = vec![1e-4f32; self.space.len()];
        for _ in 0..EPOCHS {
            for example in &self.examples {
                let sum: f32 = example.features.iter().map(|&feature| weights[feature as usize]).sum();
                let error = probability(sum) - f32::from(u8::from(example.positive));
                for &feature in &example.features {
                    let at = feature as usize;
                    let gradient = error + PENALTY * weights[at];
                    squares[at] += gradient * gradient;
                    weights[at] -= RATE * gradient / squares[at].sqrt();
                }
            }
        }
        Scorer::with_weights(self.lexicon, weights)
    }
}
