//! How probable names and neighbours are, over all ways through a sentence.

use super::lattice::{Edge, Lattice};
use super::neighbours::Pair;

/// Over all ways through a sentence: the probability of each candidate, and how many of each pair of
/// neighbours are expected.
pub(super) struct Marginals {
    pub names: Vec<f64>,
    pub pairs: [f64; Pair::COUNT],
}

impl Marginals {
    /// Forward and backward sums over the edges, for the scores of candidates and the weights of pairs.
    pub fn of(lattice: &Lattice, scores: &[f64], pairs: &[f32]) -> Self {
        let score = |edge: &Edge| {
            let name = edge.name.map_or(0.0, |name| scores[name as usize]);
            name + edge.pair.map_or(0.0, |pair| f64::from(pairs[pair.number()]))
        };
        let mut forward = vec![f64::NEG_INFINITY; lattice.nodes];
        forward[0] = 0.0;
        for edge in &lattice.edges {
            let (from, to) = (edge.from as usize, edge.to as usize);
            forward[to] = log_add(forward[to], forward[from] + score(edge));
        }
        let mut backward = vec![f64::NEG_INFINITY; lattice.nodes];
        backward[lattice.last] = 0.0;
        for edge in lattice.edges.iter().rev() {
            let (from, to) = (edge.from as usize, edge.to as usize);
            backward[from] = log_add(backward[from], backward[to] + score(edge));
        }
        let mut marginals = Self { names: vec![0.0; scores.len()], pairs: [0.0; Pair::COUNT] };
        for edge in lattice.edges.iter().filter(|edge| edge.name.is_some() || edge.pair.is_some()) {
            let way = forward[edge.from as usize] + score(edge) + backward[edge.to as usize];
            let probability = (way - backward[0]).exp();
            if let Some(name) = edge.name {
                marginals.names[name as usize] += probability;
            }
            if let Some(pair) = edge.pair {
                marginals.pairs[pair.number()] += probability;
            }
        }
        marginals
    }
}

/// The logarithm of the sum of two numbers given by their logarithms.
fn log_add(a: f64, b: f64) -> f64 {
    let (more, less) = if a >= b { (a, b) } else { (b, a) };
    if less == f64::NEG_INFINITY { more } else { more + (less - more).exp().ln_1p() }
}

#[cfg(test)]
mod tests {
    use super::super::candidate::Candidate;
    use super::super::context::Origin;
    use super::super::neighbours::{Joint, Part};
    use super::super::view::Stretch;
    use super::*;
    use crate::schema::EntityKind;

    fn firm(start: usize, end: usize) -> Candidate {
        Candidate::new(Stretch::new(start, end), EntityKind::Company, Origin::Brand)
    }

    /// The marginals of candidates that all weigh nothing, in a sentence of ten characters with a 、 at one place.
    fn check(candidates: &[Candidate], comma: Option<usize>, pairs: &[f32]) -> Marginals {
        let part = |at| match comma {
            Some(comma) if comma == at => Part::Joint(Joint::Comma),
            _ => Part::Other,
        };
        let mut lattice = Lattice::default();
        // the second time over what the first has left
        for _ in 0..2 {
            lattice.lay(10, candidates.iter(), part);
        }
        Marginals::of(&lattice, &vec![0.0; candidates.len()], pairs)
    }

    #[test]
    fn marginals_weigh_sets_that_do_not_overlap() {
        // two that overlap and one apart: sets {}, a, b, c, ac, bc
        let candidates = [firm(0, 4), firm(2, 6), firm(7, 9)];
        let found = check(&candidates, None, &[0.0; Pair::COUNT]);
        for (probability, expect) in found.names.iter().zip([1.0 / 3.0, 1.0 / 3.0, 0.5]) {
            assert!((probability - expect).abs() < 1e-9, "{:?}", found.names);
        }
        assert_eq!(found.pairs, [0.0; Pair::COUNT]);
    }

    #[test]
    fn neighbours_weigh_together() {
        let pair = |before, behind| Pair { joint: Joint::Comma, before, behind };
        let (both, first, second) =
            (pair(Some(0), Some(0)), pair(Some(0), None), pair(None, Some(0)));
        let mut pairs = [0.0; Pair::COUNT];
        // sets {}, a, b, ab, of which the last weighs as much as the other three together
        pairs[both.number()] = 3f32.ln();
        let found = check(&[firm(0, 2), firm(3, 5)], Some(2), &pairs);
        for (pair, expect) in [(both, 0.5), (first, 1.0 / 6.0), (second, 1.0 / 6.0)] {
            let expected = found.pairs[pair.number()];
            assert!((expected - expect).abs() < 1e-6, "{pair:?}: {expected}");
        }
        assert!(found.names.iter().all(|name| (name - 2.0 / 3.0).abs() < 1e-6));
        // side by side
        let adjacent = Pair { joint: Joint::Adjacent, ..both };
        let found = check(&[firm(0, 2), firm(2, 5)], None, &[0.0; Pair::COUNT]);
        assert!((found.pairs[adjacent.number()] - 0.25).abs() < 1e-9);
    }
}
