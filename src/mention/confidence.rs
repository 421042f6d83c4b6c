//! From scores to confidence: how often chosen candidates of such a score are right.
//!
//! A score is log-odds as the training documents have them, which the scorer knows too well. What it
//! is worth on others is learnt by holding out: [`Trainer::calibrate`](super::Trainer::calibrate).

use super::candidate::{KINDS, kind_index};
use crate::logistic::Logistic;
use crate::schema::EntityKind;
use crate::weights::{self, Row};

/// The group of its rows in the scorer's table.
pub(super) const GROUP: &str = "confidence";
/// The rows of a kind.
const VALUES: [&str; 2] = ["slope", "offset"];

/// A monotone map for each kind: log-odds times slope plus offset.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Confidence([[f32; 2]; KINDS.len()]);

impl Default for Confidence {
    /// Scores as they are.
    fn default() -> Self {
        Self([[1.0, 0.0]; KINDS.len()])
    }
}

impl Confidence {
    /// Reads a row of the table.
    pub(super) fn read(&mut self, row: &Row<'_>) {
        let Some(value) = VALUES.iter().position(|name| *name == row.value()) else { return };
        for (line, number) in self.0.iter_mut().zip(row.weights::<{ KINDS.len() }>()) {
            line[value] = number.unwrap_or(line[value]);
        }
    }

    /// Writes the rows of the table.
    pub(super) fn write(&self, table: &mut String) {
        for (value, name) in VALUES.iter().enumerate() {
            let rounded = self.0.map(|line| Some((line[value] * 1000.0).round() / 1000.0));
            weights::write(table, GROUP, name, rounded);
        }
    }

    /// The map that fits best to chosen candidates: kind, score, and whether they are right.
    pub(super) fn fit(chosen: &[(EntityKind, f32, bool)]) -> Self {
        let mut confidence = Self::default();
        for (index, line) in confidence.0.iter_mut().enumerate() {
            let of_kind = chosen.iter().filter(|(kind, _, _)| kind_index(*kind) == index);
            let points: Vec<(f64, bool)> =
                of_kind.map(|&(_, score, right)| (f64::from(score), right)).collect();
            if let Some(Logistic { slope, offset }) = Logistic::fit(&points) {
                #[expect(clippy::cast_possible_truncation, reason = "small numbers")]
                let fitted = [slope as f32, offset as f32];
                *line = fitted;
            }
        }
        confidence
    }

    /// The probability that a chosen candidate is right.
    pub(super) fn of(&self, kind: EntityKind, score: f32) -> f32 {
        let [slope, offset] = self.0[kind_index(kind)];
        1.0 / (1.0 + (-(slope * score + offset)).exp())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::weights::Weights;

    /// So many chosen candidates of a score, of which so many are right.
    fn chosen(groups: &[(f32, usize, usize)]) -> Vec<(EntityKind, f32, bool)> {
        let group = |&(score, count, right): &(f32, usize, usize)| {
            (0..count).map(move |index| (EntityKind::Program, score, index < right))
        };
        groups.iter().flat_map(group).collect()
    }

    #[test]
    fn the_fit_says_how_often_scores_are_right() {
        // twice as sure in log-odds as it should be: 4 and -4 for three of four and one of four
        let score = 2.0 * 3f32.ln();
        let confidence = Confidence::fit(&chosen(&[(score, 40, 30), (-score, 40, 10)]));
        assert!((confidence.of(EntityKind::Program, score) - 0.75).abs() < 1e-4);
        assert!((confidence.of(EntityKind::Program, 0.0) - 0.5).abs() < 1e-4);
        // nothing was said of companies
        assert!((confidence.of(EntityKind::Company, score) - 0.9).abs() < 1e-4);
    }

    #[test]
    fn what_cannot_be_fitted_stays_as_it_is() {
        for bad in [&[][..], &[(1.0, 9, 9)], &[(1.0, 10, 2), (-1.0, 10, 8)]] {
            assert_eq!(Confidence::fit(&chosen(bad)), Confidence::default(), "{bad:?}");
        }
    }

    #[test]
    fn the_table_keeps_it() {
        let confidence = Confidence([[0.5, -0.25], [1.0, 0.0], [0.625, 0.125], [2.0, -1.5]]);
        let (mut table, mut again) = (String::new(), Confidence::default());
        confidence.write(&mut table);
        let weights = Weights::read("", &table, |_| None).expect("well formed");
        weights.groups().for_each(|(_, rows)| rows.for_each(|row| again.read(&row)));
        assert_eq!(again, confidence);
    }
}
