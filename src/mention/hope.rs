//! What the features that are seen last can still bring.
//!
//! Most candidates are beyond hope as soon as their ends are seen, and need no look at what they
//! hold. How much that look has brought at most to candidates that could be chosen is learnt with
//! the weights, for each kind and origin.

use super::candidate::{Candidate, KINDS, kind_index};
use super::context::Origin;
use crate::weights::{self, Row};

/// The group of its rows in the scorer's table.
pub(super) const GROUP: &str = "hope";

/// One of how many is passed over when a bound is learnt.
const OUTLIERS: usize = 200;

/// The most that the last features bring, by kind and origin; without bounds where nothing was learnt.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Hopes([[f32; Origin::ALL.len()]; KINDS.len()]);

impl Default for Hopes {
    fn default() -> Self {
        Self([[f32::INFINITY; Origin::ALL.len()]; KINDS.len()])
    }
}

impl Hopes {
    /// The most that the last features of a candidate can bring.
    pub(super) fn of(&self, candidate: &Candidate) -> f32 {
        self.0[kind_index(candidate.kind)][candidate.origin() as usize]
    }

    /// The bounds over candidates that could be chosen, from what the last features brought to each.
    /// The few to which they brought most are passed over: a bound for all would stop hardly anything.
    pub(super) fn learn<'c>(brought: impl Iterator<Item = (&'c Candidate, f32)>) -> Self {
        let mut seen: [[Vec<f32>; Origin::ALL.len()]; KINDS.len()] = Default::default();
        for (candidate, brought) in brought {
            seen[kind_index(candidate.kind)][candidate.origin() as usize].push(brought);
        }
        // an origin that was never chosen has taught nothing
        let bound = |mut brought: Vec<f32>| {
            brought.sort_unstable_by(f32::total_cmp);
            let outliers = brought.len() / OUTLIERS;
            let last = brought.len().checked_sub(outliers + 1);
            last.map_or(f32::INFINITY, |last| brought[last])
        };
        Self(seen.map(|line| line.map(bound)))
    }

    /// Reads a row of the table.
    pub(super) fn read(&mut self, row: &Row<'_>) {
        let Some(origin) = Origin::NAMES.iter().position(|name| *name == row.value()) else {
            return;
        };
        for (line, hope) in self.0.iter_mut().zip(row.weights::<{ KINDS.len() }>()) {
            line[origin] = hope.unwrap_or(line[origin]);
        }
    }

    /// Writes the rows of the table.
    pub(super) fn write(&self, table: &mut String) {
        for (origin, name) in Origin::NAMES.iter().enumerate() {
            // up, so that rounding cuts nothing off
            let rounded = |hope: f32| hope.is_finite().then(|| (hope * 100.0).ceil() / 100.0);
            let hopes = self.0.map(|line| rounded(line[origin]));
            if hopes.iter().any(Option::is_some) {
                weights::write(table, GROUP, name, hopes);
            }
        }
    }
}
