//! Candidates: spans that may be a name of a kind, with what speaks for them.

use super::context::Origin;
use super::view::Stretch;
use crate::lexicon::{TermId, Trust};
use crate::schema::{EntityKind, Rule};

/// The core kinds, in the order of the scorer's tables.
pub(super) const KINDS: [EntityKind; 4] =
    [EntityKind::Company, EntityKind::University, EntityKind::Program, EntityKind::Industry];

/// The place of a kind in [`KINDS`].
pub(super) fn kind_index(kind: EntityKind) -> usize {
    KINDS.iter().position(|&other| other == kind).expect("candidates are of core kinds")
}

/// What an enumeration says of its items.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Listing {
    /// The kind that the class noun behind it names.
    pub class: EntityKind,
    /// Whether 等 stands between (A、B等企业), or the noun right behind (A、B两大产业).
    pub etc: bool,
}

/// A stretch that may be a name.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Candidate {
    pub stretch: Stretch,
    pub kind: EntityKind,
    /// A bit for each [`Origin`].
    pub origins: u8,
    /// How far the lexicon trusts the name, where it knows it.
    pub trust: Option<Trust>,
    /// The head noun that it ends in.
    pub head: Option<TermId>,
    /// The enumeration that it is an item of.
    pub listing: Option<Listing>,
}

impl Candidate {
    pub fn new(stretch: Stretch, kind: EntityKind, origin: Origin) -> Self {
        Self { stretch, kind, origins: 1 << origin as u8, trust: None, head: None, listing: None }
    }

    pub fn has(&self, origin: Origin) -> bool {
        self.origins & (1 << origin as u8) != 0
    }

    /// The strongest origin.
    pub fn origin(&self) -> Origin {
        // the origins are declared from strong to weak, and every candidate has one
        Origin::ALL[self.origins.trailing_zeros() as usize]
    }

    /// The reason that evidence states.
    pub fn rule(&self) -> Rule {
        match self.origin() {
            Origin::Gazetteer | Origin::Extended => Rule::Gazetteer,
            Origin::StrongHead | Origin::WeakHead
                if matches!(self.kind, EntityKind::Company | EntityKind::University) =>
            {
                Rule::Suffix
            }
            Origin::StrongHead | Origin::WeakHead => Rule::Head,
            Origin::Quotation => Rule::Quotation,
            Origin::Enumeration => Rule::Enumeration,
            Origin::Brand | Origin::Definition => Rule::Construction,
        }
    }

    /// Stretch and kind, in their order, as one number.
    fn key(&self) -> u64 {
        let Stretch { start, end } = self.stretch;
        // a place in a text, which has less than 4 GiB, takes 30 bits at most
        (start as u64) << 33 | (end as u64) << 3 | self.kind as u64
    }
}

/// The candidates of one sentence.
#[derive(Default)]
pub(super) struct Candidates {
    list: Vec<Candidate>,
}

impl Candidates {
    pub fn clear(&mut self) {
        self.list.clear();
    }

    pub fn push(&mut self, candidate: Candidate) {
        self.list.push(candidate);
    }

    /// Makes one of candidates of the same stretch and kind, and sorts by both.
    pub fn settle(&mut self) -> &[Candidate] {
        self.list.sort_unstable_by_key(Candidate::key);
        self.list.dedup_by(|later, kept| {
            let same = later.key() == kept.key();
            if same {
                kept.origins |= later.origins;
                kept.trust = kept.trust.into_iter().chain(later.trust).min();
                kept.head = kept.head.max(later.head);
                kept.listing = kept.listing.max(later.listing);
            }
            same
        });
        &self.list
    }
}
