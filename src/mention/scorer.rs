//! Weighs candidates: a sum of weights, one for each feature.
//!
//! The weights are data, `seeds/lexicon/scorer.tsv`, learnt from annotated documents by
//! `gangmu train`. A scorer is bound to the lexicon whose words its features name.

use std::ops::Range;

use super::candidate::{Candidate, KINDS, kind_index};
use super::confidence::{self, Confidence};
use super::context::Right;
use super::couples::{self, Couple, Couples, Key};
use super::features::{self, Sink};
use super::groups::{Character, Group, Lexical};
use super::hope::{self, Hopes};
use super::neighbours::{self, Lifts, Neighbours};
use super::resolve::LENIENCE;
use super::space::{Cell, Space};
use super::view::View;
use crate::lexicon::{Lexicon, TermId};
use crate::weights::{self, Row, Weights};

/// A weight for each kind, in hundredths, as the table has them.
pub(super) type Kinds = [i16; KINDS.len()];

/// Sums of weights for each kind, in hundredths: whole numbers, so that no order of adding matters.
type KindTotals = [i32; KINDS.len()];

/// Weighs candidates.
///
/// What scoring waits for is memory: weights are small numbers, those of all kinds side by side, and so
/// are those of one word or character, which is first to one name, last to another and beside a third.
#[derive(Debug, Clone)]
pub struct Scorer {
    pub(super) space: Space,
    /// The weights of the closed groups, by [`Space::row`].
    closed: Vec<Kinds>,
    /// The weights of words, by lexical group.
    words: Vec<[Kinds; Lexical::ALL.len()]>,
    /// The weights of characters, by group.
    characters: Vec<[Kinds; Character::ALL.len()]>,
    /// The weights of couples of characters.
    couples: Couples<Kinds>,
    /// What the features that are seen last can still bring.
    pub(super) hopes: Hopes,
    /// What names beside each other weigh.
    pub(super) neighbours: Neighbours,
    /// The most that this can be.
    lifts: Lifts,
    /// What scores are worth.
    pub(super) confidence: Confidence,
}

impl Scorer {
    /// A scorer with these weights, over the lexicon that their words were found in.
    ///
    /// Rows about words that the lexicon does not have are passed over: a table may be older than
    /// the lexicon.
    #[must_use]
    pub fn new(lexicon: &Lexicon, weights: &Weights) -> Self {
        let space = Space::new(lexicon);
        let mut scorer = Self::with_weights(&space, std::iter::empty());
        for (group, rows) in weights.groups() {
            match group {
                hope::GROUP => rows.for_each(|row| scorer.hopes.read(&row)),
                neighbours::GROUP => rows.for_each(|row| scorer.neighbours.read(&row)),
                confidence::GROUP => rows.for_each(|row| scorer.confidence.read(&row)),
                _ if Couple::NAMES.contains(&group) => {
                    scorer.couples.extend(
                        rows.filter_map(|row| {
                            Some((Key::read(group, row.value())?, kinds_of(&row)))
                        }),
                    );
                }
                _ => {
                    for (cell, row) in space.cells_of(lexicon, group, rows) {
                        *scorer.kinds_mut(&cell) = kinds_of(&row);
                    }
                }
            }
        }
        scorer.lifts = Lifts::of(&scorer.neighbours);
        scorer
    }

    /// A scorer with these weights of features.
    pub(super) fn with_weights(space: &Space, weights: impl Iterator<Item = (usize, f32)>) -> Self {
        let mut scorer = Self {
            closed: vec![Kinds::default(); space.closed_rows()],
            words: vec![[Kinds::default(); Lexical::ALL.len()]; space.terms()],
            characters: vec![[Kinds::default(); Character::ALL.len()]; Character::VALUES],
            space: space.clone(),
            couples: Couples::default(),
            hopes: Hopes::default(),
            lifts: Lifts::of(&Neighbours::default()),
            neighbours: Neighbours::default(),
            confidence: Confidence::default(),
        };
        for (feature, weight) in weights {
            let (cell, kind) = scorer.space.cell_of(feature);
            scorer.kinds_mut(&cell)[kind] = hundredths(weight);
        }
        scorer
    }

    /// Sets the weight of a couple of characters for a kind, given by its number.
    pub(super) fn set_couple(&mut self, key: Key, kind: usize, weight: f32) {
        let weight = hundredths(weight);
        if weight != 0 {
            self.couples.entry(key).or_default()[kind] = weight;
        }
    }

    fn kinds(&self, cell: &Cell) -> &Kinds {
        match *cell {
            Cell::Closed(row) => &self.closed[row],
            Cell::Word(term, group) => &self.words[term][group],
            Cell::Character(value, group) => &self.characters[value][group],
        }
    }

    fn kinds_mut(&mut self, cell: &Cell) -> &mut Kinds {
        match *cell {
            Cell::Closed(row) => &mut self.closed[row],
            Cell::Word(term, group) => &mut self.words[term][group],
            Cell::Character(value, group) => &mut self.characters[value][group],
        }
    }

    /// The log-odds that a candidate is a name of its kind, its neighbours apart; `None` where it can't be
    /// chosen whatever stands beside it, which the features that are cheap to see mostly tell. `sums` belong to the sentence.
    pub(super) fn score(
        &self,
        view: &View<'_>,
        candidate: &Candidate,
        sums: &mut Sums,
    ) -> Option<f32> {
        let kind = kind_index(candidate.kind);
        let stretch = candidate.stretch;
        let (quote, context) = features::context(view, stretch);
        let begin = sums.begin(self, view, stretch.start);
        let close = sums.close(self, view, stretch.end);
        let shared = context == stretch
            && begin.first_end <= stretch.end
            && close.last_start >= stretch.start;
        let mut sum = Sum { scorer: self, kind, sum: 0 };
        let (behind_first, right) = if shared {
            sum.sum = begin.sum[kind] + close.sum[kind];
            if begin.second_end <= stretch.end {
                sum.sum += begin.second[kind];
            }
            (begin.first_end, close.right)
        } else {
            (features::ends(view, stretch, context, &mut sum), view.right(context.end))
        };
        let left = view.left(context.start);
        features::common(candidate, quote, (left, right), &mut sum);
        sum.sum += sums.inside(self, view, features::inner_of(stretch))[kind];
        // what does not belong to the candidate alone
        let (before, behind) = neighbours::joints(view, context);
        let lift = LENIENCE + self.lifts.most(kind, before, behind);
        if score(sum.sum) + self.hopes.of(candidate) + lift <= 0.0 {
            return None;
        }
        features::rest(view, candidate, context, behind_first, &mut sum);
        Some(score(sum.sum)).filter(|score| score + lift > 0.0)
    }

    /// The table of the weights that matter, as `scorer.tsv` holds it.
    #[must_use]
    pub fn to_table(&self, lexicon: &Lexicon) -> String {
        let mut table = weights::HEAD.to_owned();
        self.confidence.write(&mut table);
        self.hopes.write(&mut table);
        self.neighbours.write(&mut table);
        let weight = |weight: i16| (weight != 0).then(|| score(weight.into()));
        for (key, kinds) in couples::rows(&self.couples) {
            let (group, value) = key.name();
            weights::write(&mut table, group, &value, kinds.map(weight));
        }
        for (cell, group, value) in self.space.cells(lexicon) {
            let kinds = self.kinds(&cell);
            if *kinds != Kinds::default() {
                weights::write(&mut table, group, &value(), kinds.map(weight));
            }
        }
        table
    }
}

/// The least weight that matters, in hundredths.
const LEAST: i16 = 5;

/// A weight in hundredths; one that hardly matters is none.
fn hundredths(weight: f32) -> i16 {
    // most have no weight at all
    if weight == 0.0 {
        return 0;
    }
    // a weight is a few units at most, and `as` stays within the bounds
    #[expect(clippy::cast_possible_truncation, reason = "rounded and small")]
    let rounded = (weight * 100.0).round() as i16;
    if rounded.abs() < LEAST { 0 } else { rounded }
}

/// The weights of a row.
fn kinds_of(row: &Row<'_>) -> Kinds {
    row.weights().map(|weight: Option<f32>| weight.map_or(0, hundredths))
}

/// A sum of weights as log-odds.
fn score(hundredths: i32) -> f32 {
    #[expect(clippy::cast_precision_loss, reason = "a few dozen weights of a few units")]
    let sum = hundredths as f32;
    sum / 100.0
}

/// What the places of a sentence weigh that candidates begin and end at, by kind, as soon as a
/// candidate has asked. Many candidates share a place.
#[derive(Default)]
pub(super) struct Sums {
    begins: Vec<Begin>,
    closes: Vec<Close>,
    /// What all characters before a place weigh inside a candidate.
    inner: Vec<KindTotals>,
}

/// What a place weighs at which candidates begin.
#[derive(Clone, Copy)]
struct Begin {
    /// What stands before it, and the first word.
    sum: KindTotals,
    /// The second word.
    second: KindTotals,
    /// Where the first word ends: `sum` is that of candidates which hold it. 0 if not yet known.
    first_end: usize,
    /// Where the second word ends: `second` is that of candidates which hold it.
    second_end: usize,
}

/// What a place weighs at which candidates end.
#[derive(Clone, Copy)]
struct Close {
    /// What stands behind it, and the last word.
    sum: KindTotals,
    /// Where the last word begins: `sum` is that of candidates which hold it.
    last_start: usize,
    /// What stands behind it.
    right: Right,
    known: bool,
}

impl Sums {
    /// Begins a sentence.
    pub(super) fn reset(&mut self, view: &View<'_>) {
        let nothing = KindTotals::default();
        self.begins.clear();
        let begin = Begin { sum: nothing, second: nothing, first_end: 0, second_end: 0 };
        self.begins.resize(view.len() + 1, begin);
        self.closes.clear();
        let close = Close { sum: nothing, last_start: 0, right: Right::End, known: false };
        self.closes.resize(view.len() + 1, close);
        self.inner.clear();
    }

    /// What the characters of a range weigh inside a candidate.
    fn inside(&mut self, scorer: &Scorer, view: &View<'_>, range: Range<usize>) -> KindTotals {
        if range.is_empty() {
            return KindTotals::default();
        }
        if self.inner.is_empty() {
            let mut sums = KindSums { scorer, sums: KindTotals::default() };
            self.inner.push(sums.sums);
            for at in 0..view.len() {
                features::inner(view, at, &mut sums);
                self.inner.push(sums.sums);
            }
        }
        let (before, through) = (&self.inner[range.start], &self.inner[range.end]);
        std::array::from_fn(|kind| through[kind] - before[kind])
    }

    fn begin(&mut self, scorer: &Scorer, view: &View<'_>, at: usize) -> Begin {
        let begin = &mut self.begins[at];
        if begin.first_end == 0 {
            let mut sums = KindSums { scorer, sums: KindTotals::default() };
            let first = view.longest_from(at);
            features::left(view, at, &mut sums);
            features::first(view, at, at, first, &mut sums);
            begin.sum = sums.sums;
            begin.first_end = first.map_or(at + 1, |word| word.end);
            let mut sums = KindSums { scorer, sums: KindTotals::default() };
            let second = view.longest_from(begin.first_end);
            features::second(second, &mut sums);
            begin.second = sums.sums;
            begin.second_end = second.map_or(0, |word| word.end);
        }
        *begin
    }

    fn close(&mut self, scorer: &Scorer, view: &View<'_>, at: usize) -> Close {
        let close = &mut self.closes[at];
        if !close.known {
            let mut sums = KindSums { scorer, sums: KindTotals::default() };
            let (last, right) = (view.longest_to(at), view.right(at));
            features::last(view, right, at, last, &mut sums);
            features::right(view, at, right, &mut sums);
            let last_start = last.map_or(at, |word| word.start);
            *close = Close { sum: sums.sums, last_start, right, known: true };
        }
        *close
    }
}

/// Adds the weights for one kind up.
struct Sum<'s> {
    scorer: &'s Scorer,
    kind: usize,
    sum: i32,
}

impl Sink for Sum<'_> {
    fn cell(&mut self, group: Group, value: usize) {
        let row = self.scorer.space.row(group, value);
        self.sum += i32::from(self.scorer.closed[row][self.kind]);
    }

    fn word(&mut self, group: Lexical, term: TermId) {
        self.sum += i32::from(self.scorer.words[term.index()][group as usize][self.kind]);
    }

    fn name(&mut self, group: Group, term: TermId) {
        self.cell(group, self.scorer.space.name(term));
    }

    fn character(&mut self, group: Character, c: char) {
        let weights = &self.scorer.characters[Character::value(c)];
        self.sum += i32::from(weights[group as usize][self.kind]);
    }

    fn couple(&mut self, key: Key) {
        self.sum += self.scorer.couples.get(&key).map_or(0, |kinds| i32::from(kinds[self.kind]));
    }

    fn headed(&mut self, group: Group, head: TermId, values: usize, value: usize) {
        self.cell(group, self.scorer.space.headed(head, values, value));
    }
}

/// Adds the weights for all kinds up, side by side.
struct KindSums<'s> {
    scorer: &'s Scorer,
    sums: KindTotals,
}

impl KindSums<'_> {
    fn add(&mut self, weights: &Kinds) {
        // all at once
        self.sums = std::array::from_fn(|kind| self.sums[kind] + i32::from(weights[kind]));
    }
}

impl Sink for KindSums<'_> {
    fn cell(&mut self, group: Group, value: usize) {
        self.add(&self.scorer.closed[self.scorer.space.row(group, value)]);
    }

    fn word(&mut self, group: Lexical, term: TermId) {
        self.add(&self.scorer.words[term.index()][group as usize]);
    }

    fn name(&mut self, group: Group, term: TermId) {
        self.cell(group, self.scorer.space.name(term));
    }

    fn character(&mut self, group: Character, c: char) {
        self.add(&self.scorer.characters[Character::value(c)][group as usize]);
    }

    fn couple(&mut self, key: Key) {
        if let Some(kinds) = self.scorer.couples.get(&key) {
            self.add(kinds);
        }
    }

    fn headed(&mut self, group: Group, head: TermId, values: usize, value: usize) {
        self.cell(group, self.scorer.space.headed(head, values, value));
    }
}
