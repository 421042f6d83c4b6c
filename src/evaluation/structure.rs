//! Which pillars and actions were found.

use crate::text::SourceText;

use super::found::{Found, FoundPart};
use super::matching::{Matching, Pair, form};
use super::tally::Tally;
use super::wanted::{Wanted, WantedPillar};

/// How alike spans have to be for a found action to be right.
const ACTION: f64 = 0.9;
/// How alike they have to be for links of the found action to count as links of the annotated one.
const ACTION_OF_LINK: f64 = 0.5;

/// Matches pillars by their titles.
pub(super) fn pillars(text: &SourceText, found: &Found, wanted: &Wanted) -> Matching {
    let mut pairs = Vec::new();
    for (f, pillar) in found.pillars.iter().enumerate() {
        for (g, gold) in wanted.pillars.iter().enumerate() {
            if let Some(score) = alike(text, pillar, gold) {
                pairs.push(Pair { score, found: f, gold: g });
            }
        }
    }
    Matching::greedy(pairs, found.pillars.len(), wanted.pillars.len())
}

/// How alike two titles are, where that is enough: half of their characters in common, or the one
/// within the other and not less than half of it.
fn alike(text: &SourceText, found: &FoundPart, gold: &WantedPillar) -> Option<f64> {
    let near = found.extent.likeness(gold.title);
    if near >= 0.5 {
        return Some(near);
    }
    if near == 0.0 {
        return None;
    }
    let (a, b) = (form(text.slice(found.span)), form(text.slice(gold.span)));
    let (m, n) = (a.chars().count(), b.chars().count());
    let within = m > 0 && n > 0 && (a.contains(&b) || b.contains(&a));
    (within && 2 * m.min(n) >= m.max(n)).then_some(0.5)
}

/// Matches actions by their spans: strictly, to be scored, and loosely, for links.
pub(super) fn actions(found: &Found, wanted: &Wanted) -> (Matching, Matching) {
    let mut pairs = Vec::new();
    for (f, action) in found.actions.iter().enumerate() {
        for (g, (_, gold)) in wanted.actions.iter().enumerate() {
            let score = action.extent.likeness(*gold);
            if score >= ACTION_OF_LINK {
                pairs.push(Pair { score, found: f, gold: g });
            }
        }
    }
    let match_all = |pairs| Matching::greedy(pairs, found.actions.len(), wanted.actions.len());
    let strict = pairs.iter().copied().filter(|pair| pair.score >= ACTION).collect();
    (match_all(strict), match_all(pairs))
}

/// Counts what was matched.
pub(super) fn tally(matching: &Matching) -> Tally {
    let right = matching.len();
    Tally {
        right,
        invented: matching.gold_of.len() - right,
        missed: matching.found_of.len() - right,
    }
}
