//! What the scorer sees of a candidate: its features, told one by one to a [`Sink`].

use super::candidate::{Candidate, KINDS, kind_index};
use super::context::{Inside, Left, Quote, Right, Sort};
use super::inside::{inside, stem};
use super::marks::Marks;
use super::space::{
    COVERS, Character, Group, LENGTHS, LISTINGS, Lexical, STEM_COVERS, STEMS, Space,
};
use super::view::{Stretch, View};
use crate::lexicon::{Classes, TermId};
use crate::schema::EntityKind;

/// What may stand beside 、 or 和 and tell of what kind its neighbour is.
const BESIDE: Classes = Classes::NAME.or(Classes::HEAD);

impl Space {
    /// Tells `sink` all features of a candidate.
    pub fn visit(&self, view: &View<'_>, candidate: &Candidate, sink: &mut impl Sink) {
        let kind = kind_index(candidate.kind);
        let (quote, context) = context(view, candidate.stretch);
        self.visit_own(view, candidate, (quote, context), sink);
        self.visit_left(view, context.start, kind, sink);
        self.visit_right(view, context.end, kind, sink);
    }

    /// Tells `sink` what stands before a place of which a candidate of this kind begins.
    pub fn visit_left(&self, view: &View<'_>, at: usize, kind: usize, sink: &mut impl Sink) {
        sink.cell(self.index(Group::Left, kind, view.left(at) as usize));
        let beside = view.before(at).filter(|&c| is_separator(c)).map(|_| view.classes_to(at - 1));
        sink.cell(self.index(Group::LeftSibling, kind, sibling(beside)));
        if let Some(word) = view.longest_to(at).filter(|word| is_word(word.classes)) {
            sink.word(Lexical::LeftTerm, kind, word.term);
        }
        if let Some(c) = view.before(at) {
            sink.character(Character::Left, kind, c);
        }
    }

    /// Tells `sink` what stands behind a place at which a candidate of this kind ends.
    pub fn visit_right(&self, view: &View<'_>, at: usize, kind: usize, sink: &mut impl Sink) {
        sink.cell(self.index(Group::Right, kind, view.right(at) as usize));
        let beside = view.after(at).filter(|&c| is_separator(c)).map(|_| view.classes_from(at + 1));
        sink.cell(self.index(Group::RightSibling, kind, sibling(beside)));
        if let Some(word) = view.longest_from(at).filter(|word| is_word(word.classes)) {
            sink.word(Lexical::RightTerm, kind, word.term);
        }
        if let Some(c) = view.after(at) {
            sink.character(Character::Right, kind, c);
        }
    }

    /// Tells `sink` the features that are a candidate's own. `context` is what stands around it,
    /// as [`context`] gives it.
    pub fn visit_own(
        &self,
        view: &View<'_>,
        candidate: &Candidate,
        (quote, context): (Quote, Stretch),
        sink: &mut impl Sink,
    ) {
        let kind = kind_index(candidate.kind);
        let origin = candidate.origin() as usize;
        let trust = candidate.trust.map_or(0, |trust| trust as usize + 1);
        let stretch = candidate.stretch;
        let left = view.left(context.start) as usize;
        let right = view.right(context.end) as usize;
        let mut add = |group: Group, value: usize| sink.cell(self.index(group, kind, value));
        let mut origins = candidate.origins;
        while origins != 0 {
            add(Group::Origin, origins.trailing_zeros() as usize);
            origins &= origins - 1;
        }
        add(Group::Trust, trust);
        add(Group::OriginLeft, origin * Left::ALL.len() + left);
        add(Group::OriginRight, origin * Right::ALL.len() + right);
        if trust > 0 {
            add(Group::TrustLeft, trust * Left::ALL.len() + left);
            add(Group::TrustRight, trust * Right::ALL.len() + right);
        }
        add(Group::OriginLength, origin * LENGTHS + stretch.len().min(LENGTHS - 1));
        add(Group::OriginQuote, origin * Quote::ALL.len() + quote as usize);
        let cover = view.covered(stretch) * (COVERS - 1) / stretch.len().max(1);
        add(Group::OriginCover, origin * COVERS + cover);
        let listing = candidate
            .listing
            .map_or(0, |listing| 1 + 2 * kind_index(listing.class) + usize::from(listing.etc));
        add(Group::Listing, listing);
        add(Group::OriginListing, origin * LISTINGS + listing);
        let mut inside = inside(view, candidate);
        while inside != 0 {
            let value = inside.trailing_zeros() as usize;
            add(Group::OriginInside, origin * Inside::ALL.len() + value);
            inside &= inside - 1;
        }
        let first = view.longest_from(stretch.start).filter(|word| word.end <= stretch.end);
        let last = view.longest_to(stretch.end).filter(|word| word.start >= stretch.start);
        add(Group::LeftFirst, left * Sort::ALL.len() + Sort::of(first) as usize);
        add(Group::RightLast, right * Sort::ALL.len() + Sort::of(last) as usize);
        let second = first.map_or(stretch.start + 1, |word| word.end);
        if second < stretch.end {
            add(Group::OriginSecond, origin * Left::ALL.len() + view.left(second) as usize);
        }
        let stem = stem(view, candidate);
        let uncovered = stem.len() - view.covered(stem);
        let cover = match uncovered {
            _ if uncovered == stem.len() => 0,
            0 => 3,
            1 => 2,
            _ => 1,
        };
        let stems = origin * STEMS + stem.len().min(STEMS - 1);
        add(Group::OriginStem, stems * STEM_COVERS + cover);
        if let Some(head) = candidate.head {
            sink.word(Lexical::Head, kind, head);
            match stem.len() {
                0..=2 => sink.word(Lexical::HeadShort, kind, head),
                6.. => sink.word(Lexical::HeadLong, kind, head),
                _ => {}
            }
        }
        sink.character(Character::First, kind, view.chars(stretch)[0]);
        sink.character(Character::Last, kind, view.chars(stretch)[stretch.len() - 1]);
        // names are facts of the lexicon, not of the language: only words teach
        if let Some(word) = first.filter(|word| is_word(word.classes)) {
            sink.word(Lexical::FirstTerm, kind, word.term);
        }
        let next =
            view.longest_from(second.min(stretch.end)).filter(|word| word.end <= stretch.end);
        if let Some(word) = next.filter(|word| is_word(word.classes)) {
            sink.word(Lexical::SecondTerm, kind, word.term);
        }
        if let Some(word) = last.filter(|word| is_word(word.classes)) {
            sink.word(Lexical::LastTerm, kind, word.term);
        }
    }
}

/// Takes the features of a candidate.
pub(super) trait Sink {
    /// A feature of a closed group.
    fn cell(&mut self, feature: usize);
    /// A word in a lexical group, which [`Space::lexical`] makes a feature of.
    fn word(&mut self, group: Lexical, kind: usize, term: TermId);
    /// A character, which [`Space::character`] makes a feature of.
    fn character(&mut self, group: Character, kind: usize, c: char);
}

/// Whether a term is a word of the language rather than a name.
fn is_word(classes: Classes) -> bool {
    !classes.any(Classes::NAME.or(Classes::PLACE))
        || classes.any(Classes::HEAD.or(Classes::CLASS_NOUN).or(Classes::VERB))
}

/// How a candidate stands to quotation marks, and the stretch beside which its context stands: of
/// a name in quotation marks what stands outside them tells.
pub(super) fn context(view: &View<'_>, stretch: Stretch) -> (Quote, Stretch) {
    let opened = matches!(view.before(stretch.start), Some('“' | '‘' | '《'));
    let closed = matches!(view.after(stretch.end), Some('”' | '’' | '》'));
    let quote = match (opened, closed) {
        (true, true) => {
            return (Quote::Whole, Stretch::new(stretch.start - 1, stretch.end + 1));
        }
        (true, false) | (false, true) => Quote::Part,
        _ if !view.marks(stretch).any(Marks::QUOTE) => Quote::None,
        _ => match view.chars(stretch) {
            ['“' | '‘' | '《', ..] => Quote::Opens,
            [.., '”' | '’' | '》'] => Quote::Ends,
            _ => Quote::Within,
        },
    };
    (quote, stretch)
}

/// Whether a character joins the items of an enumeration.
fn is_separator(c: char) -> bool {
    matches!(c, '、' | '和' | '与' | '及')
}

/// The kind of name beside a separator, by the classes that end or begin there.
fn sibling(classes: Option<Classes>) -> usize {
    let Some(classes) = classes.filter(|classes| classes.any(BESIDE)) else { return 0 };
    KINDS
        .iter()
        .position(|&kind| classes.any(Classes::name_of(kind)))
        .or_else(|| {
            let strong = [EntityKind::Company, EntityKind::University, EntityKind::Program];
            strong.iter().position(|&kind| classes.any(Classes::strong_head(kind)))
        })
        .map_or(0, |at| at + 1)
}
