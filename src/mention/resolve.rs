//! Settles overlaps: of all sets of candidates that do not overlap, the one whose scores sum to most.
//!
//! The order is total: of equal sums the set with the longer last name, then the kind that stands
//! first in the ontology. Nothing nests, and no order of generators matters.

use super::candidate::Candidate;
use super::lattice::Lattice;
use super::neighbours::{Neighbours, Part};

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
    lattice: Lattice,
    best: Vec<f32>,
    /// The edge by which the best way reaches each node.
    taken: Vec<u32>,
}

/// The chosen candidates, in reading order. `scored` are by start, of a sentence of so many characters, each of which
/// `part` tells of.
pub(super) fn resolve(
    scored: &[Scored],
    neighbours: &Neighbours,
    (len, part): (usize, impl Fn(usize) -> Part),
    buffers: &mut Buffers,
    chosen: &mut Vec<Scored>,
) {
    chosen.clear();
    let Buffers { lattice, best, taken } = buffers;
    if scored.is_empty() {
        return;
    }
    lattice.build(len, (0..).zip(scored.iter().map(|scored| &scored.candidate)), part);
    best.clear();
    best.resize(lattice.nodes as usize, f32::NEG_INFINITY);
    best[0] = 0.0;
    taken.clear();
    taken.resize(lattice.nodes as usize, 0);
    for (edge, number) in lattice.edges.iter().zip(0..) {
        let name = edge.name.map_or(0.0, |name| scored[name as usize].score + LENIENCE);
        let sum = best[edge.from as usize]
            + name
            + edge.pair.map_or(0.0, |pair| neighbours.0[usize::from(pair)]);
        // of equal sums the first: longer names stand before shorter ones, and all before none
        if sum > best[edge.to as usize] {
            best[edge.to as usize] = sum;
            taken[edge.to as usize] = number;
        }
    }
    let mut node = lattice.last;
    while node != 0 {
        let edge = lattice.edges[taken[node as usize] as usize];
        chosen.extend(edge.name.map(|name| scored[name as usize]));
        node = edge.from;
    }
    chosen.reverse();
    debug_assert!(
        chosen
            .windows(2)
            .all(|pair| pair[0].candidate.stretch.end <= pair[1].candidate.stretch.start)
    );
}
