//! Learns the scorer's weights from annotated mentions.
//!
//! The model is a conditional random field over sets of candidates that do not overlap: the
//! probability of a set goes with the exponential of its summed scores. What is raised is the
//! probability that the set holds every annotated name and nothing else, where a name that the
//! annotation leaves open may be in it or not. AdaGrad in a fixed order, so that the same annotation
//! gives the same weights.

use super::candidate::{Candidate, KINDS, kind_index};
use super::confidence::Confidence;
use super::couples::{Couples, Key};
use super::each_sentence;
use super::features::{self, Sink};
use super::groups::{Character, Group, Lexical};
use super::hope::Hopes;
use super::lattice::Lattice;
use super::marginals::Marginals;
use super::neighbours::{Neighbours, Pair, Part};
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
const RATE: f32 = 0.05;
/// In how many sentences a feature is seen at least that has a weight.
const ENOUGH: u8 = 3;
/// A candidate with such a score is never chosen.
const HOPELESS: f32 = -8.0;
/// Added to the score of an annotated name, so that no set without it counts.
const CERTAIN: f64 = 60.0;

/// A candidate and what the annotation says of it.
#[derive(Debug, Clone)]
pub struct Example {
    candidate: Candidate,
    features: Vec<u32>,
    /// Which of the features is the first of those that are seen last.
    rest: usize,
    /// Whether it is a name; `None` where the annotation leaves that open.
    label: Option<bool>,
}

/// A sentence of an annotated document.
#[derive(Debug)]
struct Sentence {
    /// The group of the document.
    group: usize,
    /// Its candidates, by start.
    examples: Vec<Example>,
    /// The ways through it.
    lattice: Lattice,
    /// What its characters are.
    parts: Vec<Part>,
}

/// The weights of features, and of pairs of neighbours.
struct Learnt {
    features: Vec<f32>,
    neighbours: Neighbours,
}

/// Collects examples and learns from them.
#[derive(Debug)]
pub struct Trainer<'l> {
    lexicon: &'l Lexicon,
    space: Space,
    /// The couples of characters that were seen, numbered.
    couples: Couples<usize>,
    /// The candidates of each sentence, by end, with the group of the document.
    sentences: Vec<Sentence>,
}

impl<'l> Trainer<'l> {
    /// A trainer over a lexicon.
    #[must_use]
    pub fn new(lexicon: &'l Lexicon) -> Self {
        Self {
            lexicon,
            space: Space::new(lexicon),
            couples: Couples::default(),
            sentences: Vec::new(),
        }
    }

    /// How many candidates there are, and how many of them are names.
    #[must_use]
    pub fn counts(&self) -> (usize, usize) {
        let all = self.sentences.iter().flat_map(|sentence| &sentence.examples);
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
        let Self { space, couples, sentences, .. } = self;
        each_sentence(text, self.lexicon, hits, document, |view, candidates| {
            let mut examples: Vec<Example> = Vec::new();
            for candidate in candidates {
                let span = view.span_of(candidate.stretch);
                if !scope.contains(span) {
                    continue;
                }
                let kind = kind_index(candidate.kind);
                let mut features = Features { space, couples, kind, list: Vec::new(), rest: 0 };
                features::visit(view, candidate, &mut features);
                let Features { list: features, rest, .. } = features;
                let label = label(span, candidate.kind);
                examples.push(Example { candidate: *candidate, features, rest, label });
            }
            if !examples.is_empty() {
                let parts: Vec<Part> = (0..view.len()).map(|at| Part::of(view, at)).collect();
                let mut lattice = Lattice::default();
                let candidates = examples.iter().map(|example| &example.candidate);
                lattice.lay(parts.len(), candidates, |at| parts[at]);
                sentences.push(Sentence { group, examples, lattice, parts });
            }
        });
    }

    /// Learns.
    #[must_use]
    pub fn train(&self) -> Scorer {
        let Learnt { features, neighbours } = self.weights(|_| true);
        // the couples stand behind all others
        let (closed, couples) = features.split_at(self.space.len());
        let mut scorer = Scorer::with_weights(&self.space, closed.iter().copied().enumerate());
        for (&key, &number) in &self.couples {
            let kinds = &couples[number * KINDS.len()..][..KINDS.len()];
            kinds.iter().enumerate().for_each(|(kind, &w)| scorer.set_couple(key, kind, w));
        }
        scorer.hopes = self.hopes(&features);
        scorer.neighbours = neighbours;
        scorer
    }

    /// How many features there are.
    fn features(&self) -> usize {
        self.space.len() + self.couples.len() * KINDS.len()
    }

    /// What the features that are seen last bring at most to candidates that could be chosen.
    fn hopes(&self, weights: &[f32]) -> Hopes {
        let examples = self.sentences.iter().flat_map(|sentence| &sentence.examples);
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
        weights: &Learnt,
        of: impl Fn(usize) -> bool,
        chosen: &mut Vec<(EntityKind, f32, bool)>,
    ) {
        let mut buffers = resolve::Buffers::default();
        let mut picked = Vec::new();
        for Sentence { examples, parts, .. } in
            self.sentences.iter().filter(|sentence| of(sentence.group))
        {
            #[expect(clippy::cast_possible_truncation, reason = "a sum of f32")]
            let scored: Vec<Scored> = examples
                .iter()
                .map(|example| Scored {
                    candidate: example.candidate,
                    score: example.score(&weights.features) as f32,
                })
                .filter(|scored| scored.score > HOPELESS)
                .collect();
            let sentence = (parts.len(), |at: usize| parts[at]);
            resolve::resolve(&scored, &weights.neighbours, sentence, &mut buffers, &mut picked);
            chosen.extend(picked.iter().filter_map(|Scored { candidate, score }| {
                let mut examples = examples.iter();
                let example = examples.find(|example| example.candidate == *candidate)?;
                example.label.map(|right| (candidate.kind, *score, right))
            }));
        }
    }

    /// Learns the weights from some groups.
    fn weights(&self, of: impl Fn(usize) -> bool) -> Learnt {
        let sentences: Vec<&Sentence> =
            self.sentences.iter().filter(|sentence| of(sentence.group)).collect();
        let taught = self.taught(&sentences);
        let mut features = Descent::new(self.features());
        let mut pairs = Descent::new(Pair::COUNT);
        for _ in 0..EPOCHS {
            for Sentence { examples, lattice, .. } in &sentences {
                let scores: Vec<f64> =
                    examples.iter().map(|example| example.score(&features.weights)).collect();
                let wanted: Vec<f64> = examples
                    .iter()
                    .zip(&scores)
                    .map(|(example, score)| match example.label {
                        Some(true) => score + CERTAIN,
                        Some(false) => f64::NEG_INFINITY,
                        None => *score,
                    })
                    .collect();
                let expected = Marginals::of(lattice, &scores, &pairs.weights);
                let annotated = Marginals::of(lattice, &wanted, &pairs.weights);
                let errors = expected.names.iter().zip(&annotated.names).map(|(e, a)| e - a);
                for (example, error) in examples.iter().zip(errors) {
                    let features_of = example.features.iter().map(|&feature| feature as usize);
                    for feature in features_of.filter(|&feature| taught[feature]) {
                        features.step(feature, error);
                    }
                }
                for (pair, (expected, annotated)) in
                    expected.pairs.iter().zip(&annotated.pairs).enumerate()
                {
                    if expected != annotated {
                        pairs.step(pair, expected - annotated);
                    }
                }
            }
        }
        let pairs: [f32; Pair::COUNT] = pairs.weights.try_into().expect("as many as pairs");
        Learnt { features: features.weights, neighbours: Neighbours::new(&pairs) }
    }

    /// Which features are seen in enough sentences to have a weight: what is seen once or twice is learnt by heart.
    fn taught(&self, sentences: &[&Sentence]) -> Vec<bool> {
        let mut seen = vec![0u8; self.features()];
        let mut features: Vec<u32> = Vec::new();
        for sentence in sentences {
            features.clear();
            features.extend(sentence.examples.iter().flat_map(|example| &example.features));
            features.sort_unstable();
            features.dedup();
            for &feature in &features {
                let seen = &mut seen[feature as usize];
                *seen = seen.saturating_add(1);
            }
        }
        seen.into_iter().map(|seen| seen >= ENOUGH).collect()
    }
}

/// Weights on their way down, by AdaGrad.
struct Descent {
    weights: Vec<f32>,
    /// The sums of squared gradients.
    squares: Vec<f32>,
}

impl Descent {
    fn new(len: usize) -> Self {
        Self { weights: vec![0.0; len], squares: vec![1.0; len] }
    }

    /// Goes a step against an error.
    fn step(&mut self, at: usize, error: f64) {
        #[expect(clippy::cast_possible_truncation, reason = "a small number")]
        let gradient = error as f32 + PENALTY * self.weights[at];
        self.squares[at] += gradient * gradient;
        self.weights[at] -= RATE * gradient / self.squares[at].sqrt();
    }
}

/// Lists features.
struct Features<'s> {
    space: &'s Space,
    couples: &'s mut Couples<usize>,
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

    fn couple(&mut self, key: Key) {
        let next = self.couples.len();
        let number = *self.couples.entry(key).or_insert(next);
        self.push(self.space.len() + number * KINDS.len() + self.kind);
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
