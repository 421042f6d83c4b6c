//! Counts of right, wrong and missing, and the figures that they come to.

use std::collections::BTreeMap;
use std::ops::AddAssign;

use crate::schema::EntityKind;

use super::extent::share;

/// The kinds of entities that are scored.
pub const SCORED: [EntityKind; 4] =
    [EntityKind::Company, EntityKind::University, EntityKind::Program, EntityKind::Industry];

/// Something that is measured. The order is that of reports.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Measure {
    /// Pillars whose titles share half of their characters.
    Pillars,
    /// Actions whose spans are alike in nine tenths.
    Actions,
    /// Distinct entities by kind and any of their names; all kinds, or one.
    Entities(Option<EntityKind>),
    /// The same, where half of a mention is enough.
    Relaxed(Option<EntityKind>),
    /// The exact span and kind of each mention.
    Mentions,
    /// That an entity is named in a pillar.
    InPillar,
    /// That an entity is named in an action.
    InAction,
}

impl Measure {
    /// The name in reports.
    #[must_use]
    pub fn name(self) -> String {
        let of = |what: &str, kind: Option<EntityKind>| {
            kind.map_or_else(|| what.to_owned(), |kind| format!("{what}.{}", kind.name()))
        };
        match self {
            Measure::Pillars => "pillars".to_owned(),
            Measure::Actions => "actions".to_owned(),
            Measure::Entities(kind) => of("entities", kind),
            Measure::Relaxed(kind) => of("relaxed", kind),
            Measure::Mentions => "mentions".to_owned(),
            Measure::InPillar => "in_pillar".to_owned(),
            Measure::InAction => "in_action".to_owned(),
        }
    }

    /// Whether it is about one kind of entity only.
    #[must_use]
    pub fn is_part(self) -> bool {
        matches!(self, Measure::Entities(Some(_)) | Measure::Relaxed(Some(_)))
    }
}

/// How much was right, wrong and missing.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Tally {
    /// Found and annotated.
    pub right: usize,
    /// Found, and not annotated.
    pub invented: usize,
    /// Annotated, and not found.
    pub missed: usize,
}

impl Tally {
    /// The share of what was found that is right; 1 where there was nothing to find and nothing
    /// was found.
    #[must_use]
    pub fn precision(self) -> f64 {
        match self.right + self.invented {
            0 if self.missed == 0 => 1.0,
            0 => 0.0,
            found => share(self.right, found),
        }
    }

    /// The share of what was annotated that was found; 1 where nothing was annotated.
    #[must_use]
    pub fn recall(self) -> f64 {
        match self.right + self.missed {
            0 => 1.0,
            annotated => share(self.right, annotated),
        }
    }

    /// The harmonic mean of precision and recall.
    #[must_use]
    pub fn f1(self) -> f64 {
        let (p, r) = (self.precision(), self.recall());
        if p + r > 0.0 { 2.0 * p * r / (p + r) } else { 0.0 }
    }
}

impl AddAssign for Tally {
    fn add_assign(&mut self, other: Self) {
        self.right += other.right;
        self.invented += other.invented;
        self.missed += other.missed;
    }
}

/// A tally for every measure.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tallies(BTreeMap<Measure, Tally>);

impl Default for Tallies {
    fn default() -> Self {
        use Measure::{Actions, Entities, InAction, InPillar, Mentions, Pillars, Relaxed};
        let parts = SCORED.into_iter().flat_map(|kind| [Entities(Some(kind)), Relaxed(Some(kind))]);
        let whole = [Pillars, Actions, Entities(None), Relaxed(None), Mentions, InPillar, InAction];
        Self(whole.into_iter().chain(parts).map(|measure| (measure, Tally::default())).collect())
    }
}

impl Tallies {
    /// All of them, in the order of reports.
    pub fn iter(&self) -> impl Iterator<Item = (Measure, Tally)> + '_ {
        self.0.iter().map(|(&measure, &tally)| (measure, tally))
    }

    /// The tally of a measure.
    #[must_use]
    pub fn get(&self, measure: Measure) -> Tally {
        self.0.get(&measure).copied().unwrap_or_default()
    }

    pub(super) fn add(&mut self, measure: Measure, tally: Tally) {
        *self.0.entry(measure).or_default() += tally;
    }
}

impl AddAssign<&Tallies> for Tallies {
    fn add_assign(&mut self, other: &Tallies) {
        for (measure, tally) in other.iter() {
            self.add(measure, tally);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn figures_of_nothing() {
        let tally = |right, invented, missed| Tally { right, invented, missed };
        let figures = |t: Tally| (t.precision(), t.recall(), t.f1());
        assert_eq!(figures(tally(0, 0, 0)), (1.0, 1.0, 1.0));
        assert_eq!(figures(tally(0, 0, 2)), (0.0, 0.0, 0.0));
        assert_eq!(figures(tally(0, 3, 0)), (0.0, 1.0, 0.0));
        assert_eq!(figures(tally(2, 2, 0)), (0.5, 1.0, 2.0 / 3.0));
    }
}
