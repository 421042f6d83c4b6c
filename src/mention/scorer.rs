//! Weighs candidates: a sum of weights, one for each feature, and the probability it stands for.
//!
//! The weights are data, `seeds/lexicon/scorer.tsv`, learnt from annotated documents by
//! `gangmu train`. A scorer is bound to the lexicon whose words its features name.

use std::collections::HashMap;

use super::candidate::Candidate;
use super::features::Space;
use super::view::View;
use crate::lexicon::Lexicon;

/// The table that the tool comes with.
const SEED: &str = include_str!("../../seeds/lexicon/scorer.tsv");

/// Weighs candidates.
#[derive(Debug, Clone)]
pub struct Scorer {
    pub(super) space: Space,
    weights: Vec<f32>,
}

impl Scorer {
    /// The scorer that the tool comes with, over a lexicon.
    #[must_use]
    pub fn from_seeds(lexicon: &Lexicon) -> Self {
        Self::from_table(lexicon, SEED)
    }

    /// A scorer from a table `group<TAB>kind<TAB>value<TAB>weight`.
    ///
    /// Rows about words that the lexicon does not have are passed over: a table may be older than
    /// the lexicon.
    #[must_use]
    pub fn from_table(lexicon: &Lexicon, table: &str) -> Self {
        let mut rows: HashMap<(&str, &str, &str), f32> = HashMap::new();
        for line in table.lines().filter(|line| !line.starts_with('#')) {
            let mut cells = line.split('\t');
            if let (Some(group), Some(kind), Some(value), Some(weight)) =
                (cells.next(), cells.next(), cells.next(), cells.next())
                && let Ok(weight) = weight.parse()
            {
                rows.insert((group, kind, value), weight);
            }
        }
        let space = Space::new(lexicon);
        let weights = space.weights(lexicon, &rows);
        Self { space, weights }
    }

    /// A scorer with these weights, in the order of the features.
    pub(super) fn with_weights(lexicon: &Lexicon, weights: Vec<f32>) -> Self {
        Self { space: Space::new(lexicon), weights }
    }

    /// The log-odds that a candidate is a name of its kind.
    pub(super) fn score(&self, view: &View<'_>, candidate: &Candidate) -> f32 {
        let mut sum = 0.0;
        self.space.visit(view, candidate, |feature| sum += self.weights[feature]);
        sum
    }

    /// The table of the weights that matter, as `scorer.tsv` holds it.
    #[must_use]
    pub fn to_table(&self, lexicon: &Lexicon) -> String {
        let mut table = String::from(
            "# Weights of the candidate scorer, learnt from annotated documents by `gangmu train`\n\
             # source: computed by the project's authors; counts of features, no text\n\
             # licence: CC0-1.0\n\
             # columns: group<TAB>kind<TAB>value<TAB>weight\n",
        );
        for (feature, &weight) in self.weights.iter().enumerate() {
            let rounded = (weight * 100.0).round() / 100.0;
            if rounded.abs() >= 0.03 {
                let (group, kind, value) = self.space.describe(feature, lexicon);
                table.push_str(&format!("{group}\t{kind}\t{value}\t{rounded}\n"));
            }
        }
        table
    }
}

/// The probability that log-odds stand for.
#[must_use]
pub(super) fn probability(score: f32) -> f32 {
    1.0 / (1.0 + (-score).exp())
}
