//! Learns the scorer's weights from annotated mentions.
//!
//! The model is a conditional random field over sets of candidates that do not overlap: the
//! probability of a set goes with the exponential of its summed scores. What is raised is the
//! probability that the set holds every annotated name and nothing else, where a name that the
//! annotation leaves open may be in it or not. AdaGrad in a fixed order, so that the same annotation
//! gives the same weights.

use super::candidate::{Candidate, kind_index};
use super::confidence::Confidence;
use super::each_sentence;
use super::features::{self, Sink};
use super::groups::{Character, Group, Lexical};
use super::hope::Hopes;
use super::resolve::{self, Scored};
use super::scorer::Scorer;
use super::space::Space;
use crate::document::Document;
use crate::lexicon::{Hits, Lexicon, TermId};
use crate::schema::EntityKind;
use crate::text::{SourceText, Span};

/// How often the examples are gone through.
const EPOCHS: usize = 24;
/// How much a weight is drawn to nothing at each step.
const PENALTY: f32 = 0.001;
/// How far a step goes.
const RATE: f32 = 0.07;
/// Added to the score of an annotated name, so that no set without it counts.
const CERTAIN: f64 = 60.0;

/// A candidate and what the annotation says of it.
#[derive(Debug, Clone)]
pub struct Example {
    candidate: Candidate,
    start: usize,
    end: usize,
    features: Vec<u32>,
    /// Which of the features is the first of those that are seen last.
    rest: usize,
    /// Whether it is a name; `None` where the annotation leaves that open.
    label: Option<bool>,
}

/// Collects examples and learns from them.
#[derive(Debug)]
pub struct Trainer<'l> {
    lexicon: &'l Lexicon,
    space: Space,
    /// The candidates of each sentence, by end, with the group of the document.
    sentences: Vec<(usize, Vec<Example>)>,
}

impl<'l> Trainer<'l> {
    /// A trainer over a lexicon.
    #[must_use]
    pub fn new(lexicon: &'l Lexicon) -> Self {
        Self { lexicon, space: Space::new(lexicon), sentences: Vec::new() }
    }

    /// How many candidates there are, and how many of them are names.
    #[must_use]
    pub fn counts(&self) -> (usize, usize) {
        let all = self.sentences.iter().flat_map(|(_, examples)| examples);
        (all.clone().count(), all.filter(|example| example.label == Some(true)).count())
    }

    /// Adds the candidates of an annotated document that lie in `scope`, given with its hits and its
    /// structure. `label` says of a span
    /// and a kind whether the annotation has it, or `None` where it leaves that open. What is in one
    /// `group` is never held out apart: parts of one text belong into one.
    pub fn add(
        &mut self,
        group: usize,
        text: &SourceText,
        hits: &Hits,
        document: &Document,
        scope: Span,
        label: impl Fn(Span, EntityKind) -> Option<bool>,
    ) {
        let (space, sentences) = (&self.space, &mut self.sentences);
        each_sentence(text, self.lexicon, hits, document, |view, candidates| {
            let mut examples: Vec<Example> = Vec::new();
            for candidate in candidates {
                let span = view.span_of(candidate.stretch);
                if !scope.contains(span) {
                    continue;
                }
                let kind = kind_index(candidate.kind);
                let mut features = Features { space, kind, list: Vec::new(), rest: 0 };
                features::visit(view, candidate, &mut features);
                let Features { list: features, rest, .. } = features;
                let label = label(span, candidate.kind);
                let (start, end) = (span.start(), span.end());
                examples.push(Example { candidate: *candidate, start, end, features, rest, label });
            }
            examples.sort_by_key(|example| (example.end, example.start));
            if !examples.is_empty() {
                sentences.push((group, examples));
            }
        });
    }

    /// Learns.
    #[must_use]
    pub fn train(&self) -> Scorer {
        let weights = self.weights(|_| true);
        let mut scorer = Scorer::with_weights(&self.space, weights.iter().copied().enumerate());
        scorer.hopes = self.hopes(&weights);
        scorer
    }

    /// What the features that are seen last bring at most to candidates that could be chosen.
    fn hopes(&self, weights: &[f32]) -> Hopes {
        let examples = self.sentences.iter().flat_map(|(_, examples)| examples);
        let hopeful =
            examples.filter(|example| example.score(weights) + f64::from(resolve::LENIENCE) > 0.0);
        Hopes::learn(hopeful.map(|example| {
            #[expect(clippy::cast_possible_truncation, reason = "a sum of f32")]
            let brought = sum(&example.features[example.rest..], weights) as f32;
            (&example.candidate, brought)
        }))
    }

    /// Learns as [`Trainer::train`] does, and what scores are worth: each of `folds` parts of the
    /// groups is read with weights learnt from the others, and confidence fitted to how often what
    /// was chosen there is right. This takes `folds` times as long again.
    #[must_use]
    pub fn train_calibrated(&self, folds: usize) -> Scorer {
        let mut chosen = Vec::new();
        for fold in 0..folds {
            let weights = self.weights(|group| group % folds != fold);
            self.choose(&weights, |group| group % folds == fold, &mut chosen);
        }
        let mut scorer = self.train();
        scorer.confidence = Confidence::fit(&chosen);
        scorer
    }

    /// What weights choose in some groups, with kind, score, and whether it is right.
    fn choose(
        &self,
        weights: &[f32],
        of: impl Fn(usize) -> bool,
        chosen: &mut Vec<(EntityKind, f32, bool)>,
    ) {
        let mut buffers = resolve::Buffers::default();
        let mut picked = Vec::new();
        for (_, examples) in self.sentences.iter().filter(|(group, _)| of(*group)) {
            #[expect(clippy::cast_possible_truncation, reason = "a sum of f32")]
            let scored: Vec<Scored> = examples
                .iter()
                .map(|example| Scored {
                    candidate: example.candidate,
                    score: example.score(weights) as f32,
                })
                .collect();
            resolve::resolve(&scored, &mut buffers, &mut picked);
            chosen.extend(picked.iter().filter_map(|Scored { candidate, score }| {
                let mut examples = examples.iter();
                let example = examples.find(|example| example.candidate == *candidate)?;
                example.label.map(|right| (candidate.kind, *score, right))
            }));
        }
    }

    /// Learns the weights of features from some groups.
    fn weights(&self, of: impl Fn(usize) -> bool) -> Vec<f32> {
        let mut weights = vec![0f32; self.space.len()];
        let mut squares = vec![1e-3f32; self.space.len()];
        for _ in 0..EPOCHS {
            for (_, examples) in self.sentences.iter().filter(|(group, _)| of(*group)) {
                let scores: Vec<f64> =
                    examples.iter().map(|example| example.score(&weights)).collect();
                let wanted: Vec<f64> = examples
                    .iter()
                    .zip(&scores)
                    .map(|(example, score)| match example.label {
                        Some(true) => score + CERTAIN,
                        Some(false) => f64::NEG_INFINITY,
                        None => *score,
                    })
                    .collect();
                let expected = marginals(examples, &scores);
                let annotated = marginals(examples, &wanted);
                for ((example, expected), annotated) in examples.iter().zip(expected).zip(annotated)
                {
                    #[expect(clippy::cast_possible_truncation, reason = "a probability")]
                    let error = (expected - annotated) as f32;
                    for &feature in &example.features {
                        let at = feature as usize;
                        let gradient = error + PENALTY * weights[at];
                        squares[at] += gradient * gradient;
                        weights[at] -= RATE * gradient / squares[at].sqrt();
                    }
                }
            }
        }
        weights
    }
}

/// Lists features.
struct Features<'s> {
    space: &'s Space,
    kind: usize,
    list: Vec<u32>,
    rest: usize,
}

impl Features<'_> {
    fn push(&mut self, feature: usize) {
        self.list.push(u32::try_from(feature).expect("fewer features than 2^32"));
    }
}

impl Sink for Features<'_> {
    fn cell(&mut self, group: Group, value: usize) {
        self.push(self.space.closed(group, self.kind, value));
    }

    fn word(&mut self, group: Lexical, term: TermId) {
        self.push(self.space.lexical(group, self.kind, term));
    }

    fn name(&mut self, group: Group, term: TermId) {
        self.cell(group, self.space.name(term));
    }

    fn character(&mut self, group: Character, c: char) {
        self.push(self.space.character(group, self.kind, Character::value(c)));
    }

    fn headed(&mut self, group: Group, head: TermId, values: usize, value: usize) {
        self.cell(group, self.space.headed(head, values, value));
    }

    fn last(&mut self) {
        self.rest = self.list.len();
    }
}

impl Example {
    fn score(&self, weights: &[f32]) -> f64 {
        sum(&self.features, weights)
    }
}

/// The sum of the weights of some features.
fn sum(features: &[u32], weights: &[f32]) -> f64 {
    features.iter().map(|&feature| f64::from(weights[feature as usize])).sum()
}

/// The probability of each candidate, over all sets of candidates that do not overlap.
///
/// `examples` are by end; forward and backward sums over the places where candidates begin or end.
fn marginals(examples: &[Example], scores: &[f64]) -> Vec<f64> {
    let mut places: Vec<usize> =
        examples.iter().flat_map(|example| [example.start, example.end]).collect();
    places.sort_unstable();
    places.dedup();
    let index = |place: usize| places.binary_search(&place).expect("collected above");
    let ends: Vec<(usize, usize)> =
        examples.iter().map(|example| (index(example.start), index(example.end))).collect();
    let mut forward = vec![f64::NEG_INFINITY; places.len()];
    forward[0] = 0.0;
    let mut by_end = (0..examples.len()).peekable();
    for place in 0..places.len() {
        if place > 0 {
            forward[place] = forward[place - 1];
        }
        while let Some(at) = by_end.next_if(|&at| ends[at].1 == place) {
            forward[place] = log_add(forward[place], forward[ends[at].0] + scores[at]);
        }
    }
    let mut by_start: Vec<usize> = (0..examples.len()).collect();
    by_start.sort_by_key(|&at| std::cmp::Reverse(ends[at].0));
    let mut by_start = by_start.into_iter().peekable();
    let mut backward = vec![f64::NEG_INFINITY; places.len()];
    backward[places.len() - 1] = 0.0;
    for place in (0..places.len()).rev() {
        if place + 1 < places.len() {
            backward[place] = backward[place + 1];
        }
        while let Some(at) = by_start.next_if(|&at| ends[at].0 == place) {
            backward[place] = log_add(backward[place], backward[ends[at].1] + scores[at]);
        }
    }
    let total = backward[0];
    (0..examples.len())
        .map(|at| (forward[ends[at].0] + scores[at] + backward[ends[at].1] - total).exp())
        .collect()
}

/// The logarithm of the sum of two numbers given by their logarithms.
fn log_add(a: f64, b: f64) -> f64 {
    let (more, less) = if a >= b { (a, b) } else { (b, a) };
    if less == f64::NEG_INFINITY { more } else { more + (less - more).exp().ln_1p() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marginals_weigh_sets_that_do_not_overlap() {
        let candidate = Candidate::new(
            super::super::view::Stretch { start: 0, end: 1 },
            EntityKind::Company,
            super::super::context::Origin::Brand,
        );
        let example = |start, end| Example {
            candidate,
            start,
            end,
            features: Vec::new(),
            rest: 0,
            label: None,
        };
        // two that overlap and one apart: sets {}, a, b, c, ac, bc
        let examples = [example(0, 4), example(2, 6), example(6, 9)];
        let found = marginals(&examples, &[0.0, 0.0, 0.0]);
        for (probability, expect) in found.iter().zip([1.0 / 3.0, 1.0 / 3.0, 0.5]) {
            assert!((probability - expect).abs() < 1e-9, "{found:?}");
        }
    }
}
