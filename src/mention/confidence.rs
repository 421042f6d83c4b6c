//! From scores to confidence: how often chosen candidates of such a score are right.
//!
//! A score is log-odds as the training documents have them, which the scorer knows too well. What it
//! is worth on others is learnt by holding out: [`Trainer::calibrate`](super::Trainer::calibrate).

use std::collections::HashMap;

use super::candidate::{KINDS, kind_index};
use crate::logistic::Logistic;
use crate::schema::EntityKind;

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
    /// Reads the rows of a table; what it does not say stays as it is.
    pub(super) fn from_rows(rows: &HashMap<(&str, &str, &str), f32>) -> Self {
        let mut confidence = Self::default();
        for (kind, line) in KINDS.iter().zip(&mut confidence.0) {
            for (value, cell) in VALUES.iter().zip(line) {
                if let Some(&number) = rows.get(&(GROUP, kind.name(), *value)) {
                    *cell = number;
                }
            }
        }
        confidence
    }

    /// The rows of a table.
    pub(super) fn to_rows(self) -> String {
        let mut rows = String::new();
        for (kind, line) in KINDS.iter().zip(self.0) {
            for (value, number) in VALUES.iter().zip(line) {
                let rounded = (number * 1000.0).round() / 1000.0;
                rows.push_str(&format!("{GROUP}\t{}\t{value}\t{rounded}\n", kind.name()));
            }
        }
        rows
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
        let table = confidence.to_rows();
        let rows = table.lines().map(|line| {
            let cells: Vec<&str> = line.split('\t').collect();
            ((cells[0], cells[1], cells[2]), cells[3].parse().expect("a number"))
        });
        assert_eq!(Confidence::from_rows(&rows.collect()), confidence);
    }
}
