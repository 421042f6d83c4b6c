//! Settles overlaps: of all sets of candidates that do not overlap, the one whose scores sum to most.
//!
//! The order is total: of equal sums the set with the longer last name, then the kind that stands
//! first in the ontology. Nothing nests, and no order of generators matters.

use super::candidate::Candidate;

/// By how much the log-odds may fall short: a missed name costs its readers more than one too many,
/// which its confidence marks.
pub(super) const LENIENCE: f32 = 0.5;

/// A candidate with its score.
#[derive(Debug, Clone, Copy)]
pub(super) struct Scored {
    pub candidate: Candidate,
    pub score: f32,
}

/// The buffers of [`resolve`].
#[derive(Default)]
pub(super) struct Buffers {
    order: Vec<u32>,
    best: Vec<f32>,
    taken: Vec<Option<u32>>,
    ends: Vec<usize>,
}

/// The chosen candidates, in reading order.
pub(super) fn resolve(scored: &[Scored], buffers: &mut Buffers, chosen: &mut Vec<Scored>) {
    chosen.clear();
    let Buffers { order, best, taken, ends } = buffers;
    order.clear();
    order.extend(
        (0..scored.len())
            .filter(|&at| scored[at].score + LENIENCE > 0.0)
            .map(|at| u32::try_from(at).expect("few")),
    );
    // by end; at the same end the shorter first, so that a longer one of equal worth replaces it
    order.sort_unstable_by_key(|&at| {
        let Candidate { stretch, kind, .. } = scored[at as usize].candidate;
        (stretch.end, std::cmp::Reverse(stretch.start), std::cmp::Reverse(kind))
    });
    best.clear();
    best.push(0.0);
    taken.clear();
    taken.push(None);
    ends.clear();
    ends.push(0);
    for &at in order.iter() {
        let Scored { candidate, score } = scored[at as usize];
        let before = ends.partition_point(|&end| end <= candidate.stretch.start) - 1;
        let with = best[before] + score + LENIENCE;
        let last = best.len() - 1;
        if with >= best[last] {
            best.push(with);
            taken.push(Some(at));
        } else {
            best.push(best[last]);
            taken.push(None);
        }
        ends.push(candidate.stretch.end);
    }
    let mut at = best.len() - 1;
    while at > 0 {
        match taken[at] {
            Some(index) => {
                let picked = scored[index as usize];
                chosen.push(picked);
                at = ends.partition_point(|&end| end <= picked.candidate.stretch.start) - 1;
                at = at.min(best.len() - 1);
            }
            None => at -= 1,
        }
    }
    chosen.reverse();
    debug_assert!(
        chosen
            .windows(2)
            .all(|pair| pair[0].candidate.stretch.end <= pair[1].candidate.stretch.start)
    );
}
