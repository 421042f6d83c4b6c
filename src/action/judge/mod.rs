//! Whether a clause is an action: learnt from annotation, since stories tell, explain and quote in
//! clauses that look like measures.
//!
//! A logistic model over what a clause begins and ends with, its characters, its make-up, and how the
//! document as a whole writes. Its weights are rows of the scorer's table, learnt by `gangmu train`.

mod features;
mod training;

use crate::extraction::Action;
use crate::lexicon::{Hits, Lexicon};
use crate::text::{SourceText, Span};
use crate::weights::{self, Weights};

use features::{Feature, Group};

pub use training::ActionTrainer;

/// Log-odds from which on a clause counts as an action.
const ENOUGH: f32 = 0.0;

/// A clause that may be an action, and what stands around it.
#[derive(Debug, Clone)]
pub(super) struct Candidate {
    pub(super) action: Action,
    /// Whether a quotation is open where it begins.
    pub(super) speech: bool,
}

/// Judges clauses.
#[derive(Debug, Clone)]
pub struct Judge {
    /// The weights of each group, by value.
    weights: Vec<Vec<f32>>,
}

impl Judge {
    /// A judge with those of the weights that are about clauses, over the lexicon that their words were
    /// found in. Without any all clauses are actions.
    #[must_use]
    pub fn new(lexicon: &Lexicon, weights: &Weights) -> Self {
        let mut judge = Self { weights: features::nothing(lexicon) };
        for (group, rows) in weights.groups() {
            let Some(group) = Group::from_name(group) else { continue };
            let cells = &mut judge.weights[group as usize];
            for row in rows {
                if let Some(cell) = group.value(&row).and_then(|at| cells.get_mut(at)) {
                    let [weight] = row.weights();
                    *cell = weight.unwrap_or(*cell);
                }
            }
        }
        judge
    }

    /// The rows of the judge's weights that matter.
    #[must_use]
    pub fn to_rows(&self, lexicon: &Lexicon) -> String {
        let mut rows = String::new();
        for group in Group::ALL {
            for (value, weight) in self.weights[group as usize].iter().enumerate() {
                let rounded = (weight * 100.0).round() / 100.0;
                if rounded.abs() >= 0.05 {
                    let value = group.value_name(value, lexicon);
                    weights::write(&mut rows, group.name(), &value, [Some(rounded)]);
                }
            }
        }
        rows
    }

    /// Those of the candidates of a document that are actions.
    pub(super) fn choose(
        &self,
        text: &SourceText,
        hits: &Hits,
        candidates: Vec<Candidate>,
    ) -> Vec<Action> {
        let style = features::Style::of(&candidates);
        let is_action = |candidate: &Candidate| {
            let mut sum = 0.0;
            style.visit(text, hits, candidate, |Feature { group, value }| {
                sum += self.weights[group as usize][value];
            });
            sum >= ENOUGH
        };
        candidates.into_iter().filter(is_action).map(|candidate| candidate.action).collect()
    }
}

/// Whether quotations are open at places of a line, which must come in reading order.
pub(super) struct Quotations<'t> {
    text: &'t SourceText,
    at: usize,
    open: bool,
}

impl<'t> Quotations<'t> {
    pub(super) fn of(text: &'t SourceText, line: Span) -> Self {
        Self { text, at: line.start(), open: false }
    }

    pub(super) fn open_at(&mut self, place: usize) -> bool {
        if place > self.at {
            let passed = self.text.slice(Span::new(self.at, place));
            if let Some(mark) = passed.rfind(['“', '”']) {
                self.open = passed[mark..].starts_with('“');
            }
            self.at = place;
        }
        self.open
    }
}
