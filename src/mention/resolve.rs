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
    taken: Vec<usize>,
}

/// The chosen candidates, in reading order. Those to choose from are by start, of a sentence of so many
/// characters; `part` says what each is.
pub(super) fn resolve(
    scored: &[Scored],
    neighbours: &Neighbours,
    (len, part): (usize, impl Fn(usize) -> Part),
    buffers: &mut Buffers,
    chosen: &mut Vec<Scored>,
) {
    chosen.clear();
    if scored.is_empty() {
        return;
    }
    let Buffers { lattice, best, taken } = buffers;
    lattice.lay(len, scored.iter().map(|scored| &scored.candidate), part);
    best.clear();
    best.resize(lattice.nodes, f32::NEG_INFINITY);
    best[0] = 0.0;
    taken.clear();
    taken.resize(lattice.nodes, 0);
    for (number, edge) in lattice.edges.iter().enumerate() {
        let name = edge.name.map_or(0.0, |name| scored[name as usize].score + LENIENCE);
        let pair = edge.pair.map_or(0.0, |pair| neighbours.of(pair));
        let sum = best[edge.from as usize] + name + pair;
        // of equal sums the first: longer names come before shorter ones, and all before none
        if sum > best[edge.to as usize] {
            best[edge.to as usize] = sum;
            taken[edge.to as usize] = number;
        }
    }
    let mut node = lattice.last;
    // what the pairs weigh that a name stands before in
    let mut behind = 0.0;
    while node != 0 {
        let edge = lattice.edges[taken[node]];
        let pair = edge.pair.map_or(0.0, |pair| neighbours.of(pair));
        if let Some(name) = edge.name {
            let Scored { candidate, score } = scored[name as usize];
            chosen.push(Scored { candidate, score: score + pair + behind });
            behind = 0.0;
        }
        if edge.pair.is_some_and(|pair| pair.before.is_some()) {
            behind = pair;
        }
        node = edge.from as usize;
    }
    chosen.reverse();
    debug_assert!(
        chosen
            .windows(2)
            .all(|pair| pair[0].candidate.stretch.end <= pair[1].candidate.stretch.start)
    );
}

#[cfg(test)]
mod tests {
    use super::super::candidate::KINDS;
    use super::super::context::Origin;
    use super::super::neighbours::{Joint, Pair};
    use super::super::view::Stretch;
    use super::*;

    #[test]
    fn a_neighbour_of_its_kind_carries_a_doubtful_name() {
        let scored = |start, end, kind: usize, score| Scored {
            candidate: Candidate::new(Stretch::new(start, end), KINDS[kind], Origin::Brand),
            score,
        };
        // a firm, and behind a 、 what may be a firm or, rather, an industry
        let sentence = [scored(0, 2, 0, 3.0), scored(3, 5, 0, -0.2), scored(3, 5, 3, 0.1)];
        let choose = |weight: f32| {
            let mut weights = [0.0; Pair::COUNT];
            let firms = Pair { joint: Joint::Comma, before: Some(0), behind: Some(0) };
            weights[firms.number()] = weight;
            let part = |at| if at == 2 { Part::Joint(Joint::Comma) } else { Part::Other };
            let mut chosen = Vec::new();
            let (neighbours, mut buffers) = (Neighbours::new(&weights), Buffers::default());
            resolve(&sentence, &neighbours, (6, part), &mut buffers, &mut chosen);
            chosen.iter().map(|chosen| (chosen.candidate.kind, chosen.score)).collect::<Vec<_>>()
        };
        assert_eq!(choose(0.0), [(KINDS[0], 3.0), (KINDS[3], 0.1)]);
        // what they weigh together speaks for both
        assert_eq!(choose(1.0), [(KINDS[0], 4.0), (KINDS[0], 0.8)]);
    }
}
