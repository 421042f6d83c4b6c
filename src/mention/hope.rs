//! What the features that are seen last can still bring.
//!
//! Most candidates are beyond hope as soon as their ends are seen, and need no look at what they
//! hold. How much that look has brought at most to candidates that could be chosen is learnt with
//! the weights, for each kind and origin.

use std::collections::HashMap;

use super::candidate::{Candidate, KINDS, kind_index};
use super::context::Origin;
use super::resolve::LENIENCE;

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
    /// By how much the first features of a candidate may fall short of nothing.
    pub(super) fn of(&self, candidate: &Candidate) -> f32 {
        self.0[kind_index(candidate.kind)][candidate.origin() as usize] + LENIENCE
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

    /// Reads the rows of a table; where it has none there is no bound.
    pub(super) fn from_rows(rows: &HashMap<(&str, &str, &str), f32>) -> Self {
        let mut hopes = Self::default();
        for (kind, line) in KINDS.iter().zip(&mut hopes.0) {
            for (origin, cell) in Origin::NAMES.iter().zip(line) {
                if let Some(&number) = rows.get(&(GROUP, kind.name(), origin)) {
                    *cell = number;
                }
            }
        }
        hopes
    }

    /// The rows of a table.
    pub(super) fn to_rows(self) -> String {
        let mut rows = String::new();
        for (kind, line) in KINDS.iter().zip(self.0) {
            for (origin, hope) in Origin::NAMES.iter().zip(line) {
                if hope.is_finite() {
                    // up, so that rounding cuts nothing off
                    let rounded = (hope * 100.0).ceil() / 100.0;
                    rows.push_str(&format!("{GROUP}\t{}\t{}\t{rounded}\n", kind.name(), origin));
                }
            }
        }
        rows
    }
}
