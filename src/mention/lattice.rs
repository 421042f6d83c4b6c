//! All ways through a sentence: sets of names that do not overlap, with what stands between them.
//!
//! A way's steps are edges from node to node. A node is a place together with what still matters there of
//! what came before: that a name of some kind has just ended, or that a 、 stands between it and this place.
//! So the sum of a set can hold a weight for each pair of neighbours, and both the best way and the sum over
//! all ways take one pass over the edges.

use super::candidate::{Candidate, KINDS, kind_index};
use super::neighbours::{Joint, Pair, Part};

/// A step of a way.
#[derive(Debug, Clone, Copy)]
pub(super) struct Edge {
    pub from: u32,
    pub to: u32,
    /// The number of the candidate that is taken by it.
    pub name: Option<u32>,
    /// The pair of neighbours that it completes.
    pub pair: Option<Pair>,
}

/// What a node knows of what came before it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum State {
    /// Nothing that matters.
    Plain,
    /// A name of a kind, given by its number, has just ended; quotation marks may stand between.
    Ended(usize),
    /// A joint stands before it, and before that a name of a kind, or none.
    Joined(Joint, Option<usize>),
}

/// How many states there are.
const STATES: usize = 1 + KINDS.len() + Joint::ALL.len() * (KINDS.len() + 1);
/// Says in a set of states that a candidate begins at the place.
const BEGINS: u32 = 1 << 31;
/// The set of no state but [`State::Plain`].
const PLAIN: u32 = 1;

impl State {
    /// All states, by their numbers.
    const ALL: [State; STATES] = {
        const KIND_COUNT: usize = KINDS.len();
        let mut all = [State::Plain; STATES];
        let mut number = 1;
        while number < STATES {
            all[number] = match number - 1 {
                kind @ 0..KIND_COUNT => State::Ended(kind),
                rest => {
                    let rest = rest - KIND_COUNT;
                    let (joint, side) = (rest / (KIND_COUNT + 1), rest % (KIND_COUNT + 1));
                    let before = if side == 0 { None } else { Some(side - 1) };
                    State::Joined(Joint::ALL[joint], before)
                }
            };
            number += 1;
        }
        all
    };

    fn number(self) -> usize {
        match self {
            State::Plain => 0,
            State::Ended(kind) => 1 + kind,
            State::Joined(joint, before) => {
                let side = before.map_or(0, |kind| kind + 1);
                1 + KINDS.len() + joint as usize * (KINDS.len() + 1) + side
            }
        }
    }

    /// What the state becomes behind a character, and the pair that this completes.
    fn behind(self, part: Part) -> (State, Option<Pair>) {
        // a name that is followed by a joint and no other name
        let alone = |joint, kind: Option<usize>| {
            kind.map(|kind| Pair { joint, before: Some(kind), behind: None })
        };
        match (self, part) {
            (State::Ended(_), Part::Close) | (State::Joined(..), Part::Open) => (self, None),
            (State::Ended(kind), Part::Joint(joint)) => (State::Joined(joint, Some(kind)), None),
            (State::Plain, Part::Joint(joint)) => (State::Joined(joint, None), None),
            (State::Joined(joint, kind), Part::Joint(next)) => {
                (State::Joined(next, None), alone(joint, kind))
            }
            (State::Joined(joint, kind), _) => (State::Plain, alone(joint, kind)),
            _ => (State::Plain, None),
        }
    }

    /// The pair that a name of a kind completes which begins here.
    fn before_name(self, kind: usize) -> Option<Pair> {
        let behind = Some(kind);
        match self {
            State::Plain => None,
            State::Ended(before) => {
                Some(Pair { joint: Joint::Adjacent, before: Some(before), behind })
            }
            State::Joined(joint, before) => Some(Pair { joint, before, behind }),
        }
    }
}

/// The ways through a sentence.
#[derive(Debug, Clone, Default)]
pub(super) struct Lattice {
    /// In an order in which every way can be gone: all edges to a node stand before those from it.
    pub edges: Vec<Edge>,
    /// How many nodes there are. All ways begin in the first one.
    pub nodes: usize,
    /// The node in which all ways end.
    pub last: usize,
    /// The set of states that can be reached at each place.
    states: Vec<u32>,
    /// The node of each state of each place, where it can be reached.
    ids: Vec<[u32; STATES]>,
}

impl Lattice {
    /// Lays out the ways through a sentence of so many characters. The candidates are by start; `part` says
    /// what each character is.
    pub fn lay<'c>(
        &mut self,
        len: usize,
        candidates: impl Iterator<Item = &'c Candidate> + Clone,
        part: impl Fn(usize) -> Part,
    ) {
        self.edges.clear();
        self.states.clear();
        self.states.resize(len + 2, 0);
        // what a place has in no state is never read
        self.ids.resize(self.ids.len().max(len + 2), [0; STATES]);
        self.nodes = 1;
        self.states[0] = PLAIN;
        self.ids[0][0] = 0;
        candidates.clone().for_each(|candidate| self.states[candidate.stretch.start] |= BEGINS);
        let mut candidates = (0..).zip(candidates).peekable();
        for at in 0..=len {
            let states = self.states[at] & !BEGINS;
            if self.states[at] != states {
                while let Some((number, candidate)) =
                    candidates.next_if(|(_, candidate)| candidate.stretch.start == at)
                {
                    self.name(states, number, candidate, len, &part);
                }
            }
            let part = if at < len { part(at) } else { Part::Other };
            self.pass(at, states, part);
        }
        self.last = self.ids[len + 1][0] as usize;
    }

    /// Adds the edges by which a candidate is taken, from each of some states.
    fn name(
        &mut self,
        states: u32,
        number: u32,
        candidate: &Candidate,
        len: usize,
        part: impl Fn(usize) -> Part,
    ) {
        let kind = kind_index(candidate.kind);
        let (start, end) = (candidate.stretch.start, candidate.stretch.end);
        let matters = end < len
            && (self.states[end] & BEGINS != 0
                || matches!(part(end), Part::Close | Part::Joint(_)));
        let to = self.node(end, if matters { State::Ended(kind) } else { State::Plain });
        for state in members(states) {
            let (from, pair) = (self.ids[start][state], State::ALL[state].before_name(kind));
            self.edges.push(Edge { from, to, name: Some(number), pair });
        }
    }

    /// Adds the edges over a character, from each of some states before it.
    fn pass(&mut self, at: usize, states: u32, part: Part) {
        let only = states.is_power_of_two();
        for state in members(states) {
            let from = self.ids[at][state];
            let (state, pair) = State::ALL[state].behind(part);
            let reached = self.states[at + 1] & 1 << state.number() != 0;
            if only && !reached && pair.is_none() {
                // nothing else leads there: it is the same node
                self.states[at + 1] |= 1 << state.number();
                self.ids[at + 1][state.number()] = from;
            } else {
                let to = self.node(at + 1, state);
                self.edges.push(Edge { from, to, name: None, pair });
            }
        }
    }

    /// The node of a state at a place.
    fn node(&mut self, at: usize, state: State) -> u32 {
        let number = state.number();
        if self.states[at] & 1 << number == 0 {
            self.states[at] |= 1 << number;
            self.ids[at][number] = u32::try_from(self.nodes).expect("few");
            self.nodes += 1;
        }
        self.ids[at][number]
    }
}

/// The numbers in a set.
fn members(mut set: u32) -> impl Iterator<Item = usize> {
    std::iter::from_fn(move || {
        let number = (set != 0).then(|| set.trailing_zeros() as usize)?;
        set &= set - 1;
        Some(number)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn states_stand_at_their_numbers() {
        let numbers = State::ALL.iter().map(|state| state.number());
        assert!(numbers.eq(0..STATES));
        const { assert!(STATES < 31, "a set of states is a number of 32 bits, one of which says more") };
    }
}
