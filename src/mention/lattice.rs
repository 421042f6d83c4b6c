//! All ways through a sentence: names that do not overlap, and what stands between them.
//!
//! A way is a set of candidates. Its steps are edges from node to node; a node is a place together
//! with what is still to be known there of what came before: that a name of some kind has just ended, or
//! that a 、 stands between it and this place. So the sum of a set can hold a weight for each pair of
//! neighbours, and both the best way and the sum over all ways take one pass over the edges.

use super::candidate::{Candidate, KINDS, kind_index};
use super::neighbours::{Joint, Part, pair};

/// A step of a way.
#[derive(Debug, Clone, Copy)]
pub(super) struct Edge {
    pub from: u32,
    pub to: u32,
    /// The candidate that is taken by it, by its number.
    pub name: Option<u32>,
    /// The pair of neighbours that it completes.
    pub pair: Option<u8>,
}

/// What a node knows of what came before it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum State {
    /// Nothing that still matters.
    Plain,
    /// A name of a kind has just ended, or quotation marks only stand between.
    Ended(usize),
    /// A joint stands before it, and a name of a kind, or none, before that.
    Joined(Joint, Option<usize>),
}

/// How many states there are.
const STATES: usize = 1 + KINDS.len() + Joint::ALL.len() * (KINDS.len() + 1);
/// No node.
const NONE: u32 = u32::MAX;

impl State {
    const ALL: [State; STATES] = {
        let mut all = [State::Plain; STATES];
        let mut at = 1;
        while at < STATES {
            all[at] = if at <= KINDS.len() {
                State::Ended(at - 1)
            } else {
                let rest = at - 1 - KINDS.len();
                let side = rest % (KINDS.len() + 1);
                let before = if side == 0 { None } else { Some(side - 1) };
                State::Joined(Joint::ALL[rest / (KINDS.len() + 1)], before)
            };
            at += 1;
        }
        all
    };

    fn index(self) -> usize {
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
    fn behind(self, part: Part) -> (State, Option<u8>) {
        match (self, part) {
            (State::Ended(_), Part::Close) | (State::Joined(..), Part::Open) => (self, None),
            (State::Ended(kind), Part::Joint(joint)) => (State::Joined(joint, Some(kind)), None),
            (State::Plain, Part::Joint(joint)) => (State::Joined(joint, None), None),
            (State::Joined(before, kind), Part::Joint(joint)) => {
                (State::Joined(joint, None), kind.map(|kind| pair(before, Some(kind), None)))
            }
            (State::Joined(joint, kind), _) => {
                (State::Plain, kind.map(|kind| pair(joint, Some(kind), None)))
            }
            _ => (State::Plain, None),
        }
    }
}

/// The ways through a sentence.
#[derive(Debug, Clone, Default)]
pub(super) struct Lattice {
    /// In an order in which every way can be gone: all edges to a node stand before those from it.
    pub edges: Vec<Edge>,
    /// How many nodes there are; the first is 0.
    pub nodes: u32,
    /// The node in which all ways end.
    pub last: u32,
    ids: Vec<[u32; STATES]>,
}

impl Lattice {
    /// The ways through a sentence of so many characters. Candidates are by start; `part` says what each
    /// character is.
    pub fn build<'c>(
        &mut self,
        len: usize,
        candidates: impl Iterator<Item = (u32, &'c Candidate)>,
        part: impl Fn(usize) -> Part,
    ) {
        let candidates: Vec<(u32, &Candidate)> = candidates.collect();
        let starts: std::collections::HashSet<usize> =
            candidates.iter().map(|(_, c)| c.stretch.start).collect();
        let mut candidates = candidates.into_iter().peekable();
        self.edges.clear();
        self.nodes = 1;
        self.ids.clear();
        self.ids.resize(len + 2, [NONE; STATES]);
        self.ids[0][0] = 0;
        for at in 0..=len {
            let live = self.ids[at];
            let character = if at < len { part(at) } else { Part::Other };
            while let Some((number, candidate)) =
                candidates.next_if(|(_, candidate)| candidate.stretch.start == at)
            {
                let kind = kind_index(candidate.kind);
                let end = candidate.stretch.end;
                let ended = end < len
                    && (matches!(part(end), Part::Close | Part::Joint(_)) || starts.contains(&end));
                let state = if ended { State::Ended(kind) } else { State::Plain };
                let to = self.node(end, state);
                for (state, &from) in State::ALL.iter().zip(&live) {
                    if from == NONE {
                        continue;
                    }
                    let pair = match *state {
                        State::Joined(joint, before) => Some(pair(joint, before, Some(kind))),
                        State::Ended(before) => {
                            Some(pair(Joint::Adjacent, Some(before), Some(kind)))
                        }
                        _ => None,
                    };
                    self.edges.push(Edge { from, to, name: Some(number), pair });
                }
            }
            let only = live.iter().filter(|&&node| node != NONE).count() == 1;
            for (state, &from) in State::ALL.iter().zip(&live) {
                if from == NONE {
                    continue;
                }
                let (state, pair) = state.behind(character);
                let to = &mut self.ids[at + 1][state.index()];
                if only && *to == NONE && pair.is_none() {
                    // nothing else leads there: it is the same node
                    *to = from;
                } else {
                    let to = self.node(at + 1, state);
                    self.edges.push(Edge { from, to, name: None, pair });
                }
            }
        }
        self.last = self.ids[len + 1][0];
    }

    fn node(&mut self, at: usize, state: State) -> u32 {
        let id = &mut self.ids[at][state.index()];
        if *id == NONE {
            *id = self.nodes;
            self.nodes += 1;
        }
        *id
    }
}
