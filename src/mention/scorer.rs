//! Weighs candidates: a sum of weights, one for each feature.
//!
//! The weights are data, `seeds/lexicon/scorer.tsv`, learnt from annotated documents by
//! `gangmu train`. A scorer is bound to the lexicon whose words its features name.

use std::collections::HashMap;

use super::candidate::{Candidate, KINDS, kind_index};
use super::confidence::Confidence;
use super::features::{self, Sink};
use super::space::{Character, Lexical, Space};
use super::view::View;
use crate::lexicon::{Lexicon, TermId};

/// The table that the tool comes with.
const SEED: &str = include_str!("../../seeds/lexicon/scorer.tsv");

/// The weights of a word, by lexical group and kind.
type Cells = [[f32; KINDS.len()]; Lexical::COUNT];

/// The weights of a character, by group and kind.
type CharacterCells = [[f32; KINDS.len()]; Character::COUNT];

/// Weighs candidates.
///
/// Of the lexical groups, most words have no weight. A word that has some has a slot, so that the
/// table which scoring looks into stays small.
#[derive(Debug, Clone)]
pub struct Scorer {
    pub(super) space: Space,
    /// The weights of the closed groups.
    closed: Vec<f32>,
    /// The slot of each term; 0 for none.
    slots: Vec<u16>,
    /// The weights of each slot, by group and kind.
    lexical: Vec<Cells>,
    /// The slot of each value of a character; 0 for none.
    character_slots: Vec<u16>,
    /// The weights of each of those slots, by group and kind.
    characters: Vec<CharacterCells>,
    /// What scores are worth.
    pub(super) confidence: Confidence,
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
        Self { confidence: Confidence::from_rows(&rows), ..Self::with_weights(lexicon, &weights) }
    }

    /// A scorer with these weights, in the order of the features.
    pub(super) fn with_weights(lexicon: &Lexicon, weights: &[f32]) -> Self {
        let space = Space::new(lexicon);
        let mut slots = vec![0; lexicon.len()];
        let mut lexical = vec![Cells::default()];
        for (term, _) in lexicon.surfaces() {
            let mut cells = Cells::default();
            for (group, kinds) in Lexical::ALL.into_iter().zip(&mut cells) {
                for (kind, cell) in kinds.iter_mut().enumerate() {
                    *cell = weights[space.lexical(group, kind, term)];
                }
            }
            if cells.iter().flatten().any(|&weight| weight != 0.0)
                && let Ok(slot) = u16::try_from(lexical.len())
            {
                slots[term.index()] = slot;
                lexical.push(cells);
            }
        }
        let mut character_slots = vec![0; Character::VALUES];
        let mut characters = vec![CharacterCells::default()];
        for value in 0..Character::VALUES {
            let mut cells = CharacterCells::default();
            for (group, kinds) in Character::ALL.into_iter().zip(&mut cells) {
                for (kind, cell) in kinds.iter_mut().enumerate() {
                    *cell = weights[space.character(group, kind, value)];
                }
            }
            if cells.iter().flatten().any(|&weight| weight != 0.0)
                && let Ok(slot) = u16::try_from(characters.len())
            {
                character_slots[value] = slot;
                characters.push(cells);
            }
        }
        let closed = weights[..space.lexical_start()].to_vec();
        let confidence = Confidence::default();
        Self { space, closed, slots, lexical, character_slots, characters, confidence }
    }

    /// The log-odds that a candidate is a name of its kind. `sums` belong to the sentence.
    pub(super) fn score(&self, view: &View<'_>, candidate: &Candidate, sums: &mut Sums) -> f32 {
        let kind = kind_index(candidate.kind);
        let (quote, context) = features::context(view, candidate.stretch);
        let mut sum = Sum { scorer: self, sum: 0.0 };
        self.space.visit_own(view, candidate, (quote, context), &mut sum);
        let left = &mut sums.left[context.start][kind];
        if left.is_nan() {
            let mut sum = Sum { scorer: self, sum: 0.0 };
            self.space.visit_left(view, context.start, kind, &mut sum);
            *left = sum.sum;
        }
        let right = &mut sums.right[context.end][kind];
        if right.is_nan() {
            let mut sum = Sum { scorer: self, sum: 0.0 };
            self.space.visit_right(view, context.end, kind, &mut sum);
            *right = sum.sum;
        }
        sum.sum + *left + *right
    }

    /// The weight of a feature.
    fn weight(&self, feature: usize, terms: usize) -> f32 {
        let Some(lexical) = feature.checked_sub(self.space.lexical_start()) else {
            return self.closed[feature];
        };
        let words = Lexical::COUNT * KINDS.len() * terms;
        match lexical.checked_sub(words) {
            None => {
                let (row, term) = (lexical / terms, lexical % terms);
                self.lexical[usize::from(self.slots[term])][row / KINDS.len()][row % KINDS.len()]
            }
            Some(character) => {
                let (row, value) = (character / Character::VALUES, character % Character::VALUES);
                let slot = usize::from(self.character_slots[value]);
                self.characters[slot][row / KINDS.len()][row % KINDS.len()]
            }
        }
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
        table.push_str(&self.confidence.to_rows());
        for feature in 0..self.space.len() {
            let weight = self.weight(feature, lexicon.len());
            let rounded = (weight * 100.0).round() / 100.0;
            if rounded.abs() >= 0.05 {
                let (group, kind, value) = self.space.describe(feature, lexicon);
                table.push_str(&format!("{group}\t{kind}\t{value}\t{rounded}\n"));
            }
        }
        table
    }
}

/// What the places of a sentence weigh that candidates begin and end at, by kind; NaN where no
/// candidate has asked yet. Many candidates share a place.
#[derive(Default)]
pub(super) struct Sums {
    left: Vec<[f32; KINDS.len()]>,
    right: Vec<[f32; KINDS.len()]>,
}

impl Sums {
    /// Begins a sentence.
    pub(super) fn reset(&mut self, view: &View<'_>) {
        for side in [&mut self.left, &mut self.right] {
            side.clear();
            side.resize(view.len() + 1, [f32::NAN; KINDS.len()]);
        }
    }
}

/// Adds weights up.
struct Sum<'s> {
    scorer: &'s Scorer,
    sum: f32,
}

impl Sink for Sum<'_> {
    fn cell(&mut self, feature: usize) {
        self.sum += self.scorer.closed[feature];
    }

    fn word(&mut self, group: Lexical, kind: usize, term: TermId) {
        let slot = usize::from(self.scorer.slots[term.index()]);
        self.sum += self.scorer.lexical[slot][group as usize][kind];
    }

    fn character(&mut self, group: Character, kind: usize, c: char) {
        let slot = usize::from(self.scorer.character_slots[Character::value(c)]);
        self.sum += self.scorer.characters[slot][group as usize][kind];
    }
}
