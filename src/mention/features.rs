//! What the scorer sees of a candidate: its features, told one by one to a [`Sink`].

use super::candidate::{Candidate, KINDS, kind_index};
use super::context::{Across, Inside, Left, Quote, Right, Sort};
use super::couples::{Couple, Key};
use super::groups::{COVERS, Character, Group, LENGTHS, LISTINGS, Lexical, STEM_COVERS, STEMS};
use super::inside::{inside, stem};
use super::marks::Marks;
use super::view::{Stretch, View, Word};
use crate::lexicon::{Classes, TermId};
use crate::schema::EntityKind;

/// What may stand beside 、 or 和 and tell of what kind its neighbour is.
const BESIDE: Classes = Classes::NAME.or(Classes::HEAD);

/// Tells `sink` all features of a candidate.
///
/// Most of them belong to the place where it begins or to the one where it ends, which many
/// candidates share: [`left`], [`first`], [`second`], [`last`] and [`right`] are apart so that a
/// scorer can sum them once for each place.
pub(super) fn visit(view: &View<'_>, candidate: &Candidate, sink: &mut impl Sink) {
    let stretch = candidate.stretch;
    let (quote, context) = context(view, stretch);
    let behind_first = ends(view, stretch, context, sink);
    let sides = (view.left(context.start), view.right(context.end));
    common(candidate, quote, sides, sink);
    inner_of(stretch).for_each(|at| inner(view, at, sink));
    sink.last();
    rest(view, candidate, context, behind_first, sink);
}

/// What stands at the ends of a stretch and beside `context`, which may hold quotation marks more;
/// where the first word ends, or the first character where there is no word.
pub(super) fn ends(
    view: &View<'_>,
    stretch: Stretch,
    context: Stretch,
    sink: &mut impl Sink,
) -> usize {
    // words that run out of the stretch are none of its own
    let fits = |word: &Word| word.start >= stretch.start && word.end <= stretch.end;
    let first_word = view.longest_from(stretch.start).filter(fits);
    let behind_first = first_word.map_or(stretch.start + 1, |word| word.end);
    left(view, context.start, sink);
    first(view, context.start, stretch.start, first_word, sink);
    second(view.longest_from(behind_first).filter(fits), sink);
    let behind = view.right(context.end);
    last(view, behind, stretch.end, view.longest_to(stretch.end).filter(fits), sink);
    right(view, context.end, behind, sink);
    behind_first
}

/// What stands before a place at which a candidate begins.
pub(super) fn left(view: &View<'_>, at: usize, sink: &mut impl Sink) {
    sink.cell(Group::Left, view.left(at) as usize);
    let beside = view.before(at).filter(|&c| is_separator(c)).map(|_| view.classes_to(at - 1));
    sink.cell(Group::LeftSibling, sibling(beside));
    across(view, at, view.longest_to(at), Group::LeftAcross, sink);
    let word = view.longest_to(at);
    if let Some(word) = word {
        sink.name(Group::LeftName, word.term);
        if is_word(&word) {
            sink.word(Lexical::Left, word.term);
        }
    }
    if let Some(c) = view.before(at) {
        sink.character(Character::Left, c);
    }
    let before = word.map_or(at.saturating_sub(1), |word| word.start);
    if let Some(word) = view.longest_to(before).filter(is_word) {
        sink.word(Lexical::Before, word.term);
    }
    if let Some(c) = at.checked_sub(1).and_then(|at| view.before(at)) {
        sink.character(Character::Before, c);
    }
}

/// A word that runs across a place, which a name's border would cut: 筹建开发|区. `keeps` is the longest word that the
/// border keeps whole.
fn across(view: &View<'_>, at: usize, keeps: Option<Word>, group: Group, sink: &mut impl Sink) {
    if let Some(word) = view.across(at) {
        let sort = Sort::of(Some(word)) as usize;
        sink.cell(group, sort * Across::ALL.len() + Across::of(&word, keeps) as usize);
    }
}

/// A candidate's first word and character. `context` is where what stands before it ends.
pub(super) fn first(
    view: &View<'_>,
    context: usize,
    at: usize,
    word: Option<Word>,
    sink: &mut impl Sink,
) {
    sink.cell(
        Group::LeftFirst,
        view.left(context) as usize * Sort::ALL.len() + Sort::of(word) as usize,
    );
    if let Some(c) = view.after(at) {
        sink.character(Character::First, c);
    }
    // names are facts of the lexicon, not of the language: only words teach
    if let Some(word) = word {
        sink.name(Group::FirstName, word.term);
        if is_word(&word) {
            sink.word(Lexical::First, word.term);
        }
    }
}

/// A candidate's second word.
pub(super) fn second(word: Option<Word>, sink: &mut impl Sink) {
    if let Some(word) = word {
        sink.name(Group::SecondName, word.term);
        if is_word(&word) {
            sink.word(Lexical::Second, word.term);
        }
    }
}

/// A candidate's last word and character, before what stands behind it.
pub(super) fn last(
    view: &View<'_>,
    behind: Right,
    at: usize,
    word: Option<Word>,
    sink: &mut impl Sink,
) {
    sink.cell(Group::RightLast, behind as usize * Sort::ALL.len() + Sort::of(word) as usize);
    if let Some(c) = view.before(at) {
        sink.character(Character::Last, c);
    }
    if let Some(word) = word {
        sink.name(Group::LastName, word.term);
        if is_word(&word) {
            sink.word(Lexical::Last, word.term);
        }
    }
}

/// What stands behind a place at which a candidate ends.
pub(super) fn right(view: &View<'_>, at: usize, behind: Right, sink: &mut impl Sink) {
    sink.cell(Group::Right, behind as usize);
    let beside = view.after(at).filter(|&c| is_separator(c)).map(|_| view.classes_from(at + 1));
    sink.cell(Group::RightSibling, sibling(beside));
    across(view, at, view.longest_from(at), Group::RightAcross, sink);
    let word = view.longest_from(at);
    if let Some(word) = word {
        sink.name(Group::RightName, word.term);
        if is_word(&word) {
            sink.word(Lexical::Right, word.term);
        }
    }
    if let Some(c) = view.after(at) {
        sink.character(Character::Right, c);
    }
    let behind = word.map_or(at + 1, |word| word.end);
    if behind < view.len() {
        if let Some(word) = view.longest_from(behind).filter(is_word) {
            sink.word(Lexical::Behind, word.term);
        }
        if let Some(c) = view.after(at + 1) {
            sink.character(Character::Behind, c);
        }
    }
}

/// The places of the characters between a candidate's first and last one.
pub(super) fn inner_of(stretch: Stretch) -> std::ops::Range<usize> {
    stretch.start + 1..stretch.end.saturating_sub(1)
}

/// A character inside a candidate.
pub(super) fn inner(view: &View<'_>, at: usize, sink: &mut impl Sink) {
    if let Some(c) = view.after(at) {
        sink.character(Character::Inner, c);
    }
}

/// What a few look-ups tell of a candidate: where it is from, its length, its head.
/// `sides` are what stands before and behind it.
pub(super) fn common(
    candidate: &Candidate,
    quote: Quote,
    sides: (Left, Right),
    sink: &mut impl Sink,
) {
    let origin = candidate.origin() as usize;
    let trust = candidate.trust.map_or(0, |trust| trust as usize + 1);
    let (left, right) = (sides.0 as usize, sides.1 as usize);
    let mut origins = candidate.origins;
    while origins != 0 {
        sink.cell(Group::Origin, origins.trailing_zeros() as usize);
        origins &= origins - 1;
    }
    sink.cell(Group::Trust, trust);
    sink.cell(Group::OriginLeft, origin * Left::ALL.len() + left);
    sink.cell(Group::OriginRight, origin * Right::ALL.len() + right);
    if trust > 0 {
        sink.cell(Group::TrustLeft, trust * Left::ALL.len() + left);
        sink.cell(Group::TrustRight, trust * Right::ALL.len() + right);
    }
    let length = candidate.stretch.len().min(LENGTHS - 1);
    sink.cell(Group::OriginLength, origin * LENGTHS + length);
    sink.cell(Group::OriginQuote, origin * Quote::ALL.len() + quote as usize);
    let listing = candidate
        .listing
        .map_or(0, |listing| 1 + 2 * kind_index(listing.class) + usize::from(listing.etc));
    sink.cell(Group::Listing, listing);
    sink.cell(Group::OriginListing, origin * LISTINGS + listing);
    if let Some(head) = candidate.head {
        sink.word(Lexical::Head, head);
        sink.headed(Group::HeadLeft, head, Left::ALL.len(), left);
        sink.headed(Group::HeadRight, head, Right::ALL.len(), right);
    }
}

/// What a candidate holds, which takes a look at all of it, and characters in couples. `context` is what
/// its context stands beside.
pub(super) fn rest(
    view: &View<'_>,
    candidate: &Candidate,
    context: Stretch,
    behind_first: usize,
    sink: &mut impl Sink,
) {
    let stretch = candidate.stretch;
    let origin = candidate.origin() as usize;
    couple(Couple::Around, view.before(context.start), view.after(context.end), sink);
    couple(Couple::Edge, view.after(stretch.start), view.before(stretch.end), sink);
    if behind_first < stretch.end {
        let second = view.left(behind_first) as usize;
        sink.cell(Group::OriginSecond, origin * Left::ALL.len() + second);
    }
    let cover = view.covered(stretch) * (COVERS - 1) / stretch.len().max(1);
    sink.cell(Group::OriginCover, origin * COVERS + cover);
    let stem = stem(view, candidate);
    let mut inside = inside(view, candidate, stem);
    while inside != 0 {
        let value = inside.trailing_zeros() as usize;
        sink.cell(Group::OriginInside, origin * Inside::ALL.len() + value);
        if let Some(head) = candidate.head {
            sink.headed(Group::HeadInside, head, Inside::ALL.len(), value);
        }
        inside &= inside - 1;
    }
    let uncovered = stem.len() - view.covered(stem);
    let cover = match uncovered {
        _ if uncovered == stem.len() => 0,
        0 => 3,
        1 => 2,
        _ => 1,
    };
    let stems = origin * STEMS + stem.len().min(STEMS - 1);
    sink.cell(Group::OriginStem, stems * STEM_COVERS + cover);
    if let Some(head) = candidate.head {
        let first = view.longest_from(stretch.start).filter(|word| word.end <= stretch.end);
        sink.headed(Group::HeadFirst, head, Sort::ALL.len(), Sort::of(first) as usize);
        match stem.len() {
            0..=2 => sink.word(Lexical::HeadShort, head),
            6.. => sink.word(Lexical::HeadLong, head),
            _ => {}
        }
    }
}

fn couple(couple: Couple, one: Option<char>, other: Option<char>, sink: &mut impl Sink) {
    if let (Some(one), Some(other)) = (one, other)
        && let Some(key) = Key::new(couple, one, other)
    {
        sink.couple(key);
    }
}

/// Takes features, each of which is one for every kind.
pub(super) trait Sink {
    /// A value of a closed group.
    fn cell(&mut self, group: Group, value: usize);
    /// A word in a lexical group.
    fn word(&mut self, group: Lexical, term: TermId);
    /// What names a word may be.
    fn name(&mut self, group: Group, term: TermId);
    /// A character.
    fn character(&mut self, group: Character, c: char);
    /// Two characters together.
    fn couple(&mut self, key: Key);
    /// A head together with one of `values` others.
    fn headed(&mut self, group: Group, head: TermId, values: usize, value: usize);
    /// Says that those which follow are the ones that are seen last.
    fn last(&mut self) {}
}

/// Whether a term is a word of the language rather than a name.
fn is_word(word: &Word) -> bool {
    let Word { classes, .. } = word;
    !classes.any(Classes::NAME.or(Classes::PLACE))
        || classes.any(Classes::HEAD.or(Classes::CLASS_NOUN).or(Classes::VERB))
}

/// How a candidate stands to quotation marks, and the stretch beside which its context stands: of
/// a name in quotation marks what stands outside them tells.
pub(super) fn context(view: &View<'_>, stretch: Stretch) -> (Quote, Stretch) {
    if !view.all_marks().any(Marks::QUOTE.or(Marks::OPENING)) {
        return (Quote::None, stretch);
    }
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
