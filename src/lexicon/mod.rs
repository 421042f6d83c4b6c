//! The words that the extraction knows: grammar words, head nouns, class nouns, names.
//!
//! All of it is data in `seeds/lexicon`, which a user's own tables extend. This is the only module
//! that knows the multi-pattern matcher; others ask for the [`Hit`]s of a text and look at the
//! [`Term`]s behind them.

mod classes;
mod cues;
mod hits;
mod load;
mod matcher;
mod places;
mod seeds;
mod setting;
mod surfaces;
mod table;
mod trie;
mod words;

pub use classes::Classes;
pub use cues::{Cue, CueWords};
pub use hits::{Hit, Hits, SettingHit};
pub use places::{Place, PlaceId};
pub use setting::{SettingId, SettingWord};
pub use table::LexiconError;
pub(crate) use table::{filled, lines, split};

use crate::schema::EntityKind;

/// Points to a [`Term`] of the lexicon that found it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct TermId(u32);

impl TermId {
    /// As an index into tables that run beside the lexicon's terms.
    #[must_use]
    pub fn index(self) -> usize {
        self.0 as usize
    }

    /// The same in as few bits as it needs.
    pub(crate) fn number(self) -> u32 {
        self.0
    }

    /// The term at an index that [`TermId::index`] gave.
    ///
    /// # Panics
    /// When no term can have this index.
    #[must_use]
    pub fn from_index(index: usize) -> Self {
        TermId(u32::try_from(index).expect("fewer terms than 2^32"))
    }
}

/// Points to a [`Name`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct NameId(u32);

/// One surface form, and all that it may be.
#[derive(Debug, Clone)]
pub struct Term {
    /// Word classes, heads and kinds of names together.
    pub classes: Classes,
    /// How many characters it has.
    pub chars: u8,
    /// The names that it may be, one for a kind at most.
    senses: Senses,
}

/// The names that a surface form may be: mostly one, which needs no memory of its own.
#[derive(Debug, Clone)]
enum Senses {
    None,
    One([Sense; 1]),
    Several(Vec<Sense>),
}

impl Senses {
    fn push(&mut self, sense: Sense) {
        *self = match std::mem::replace(self, Senses::None) {
            Senses::None => Senses::One([sense]),
            Senses::One([first]) => Senses::Several(vec![first, sense]),
            Senses::Several(mut senses) => {
                senses.push(sense);
                Senses::Several(senses)
            }
        }
    }

    fn as_mut(&mut self) -> &mut [Sense] {
        match self {
            Senses::None => &mut [],
            Senses::One(sense) => sense,
            Senses::Several(senses) => senses,
        }
    }
}

/// A name that a surface form may be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Sense {
    /// Which name.
    pub name: NameId,
    /// Of which kind.
    pub kind: EntityKind,
    /// How far it can be trusted.
    pub trust: Trust,
}

/// When a surface form counts as the name that it may be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Trust {
    /// Wherever it stands.
    Free,
    /// An ordinary word too: only where the context asks for such a name.
    Context,
    /// Only before a generic head or among others of its kind.
    Head,
    /// As `Head`, and very broad (工业, 农业).
    Broad,
    /// Only in quotation marks or before a head noun.
    Quoted,
    /// A slogan that a strict reader would leave out.
    Optional,
}

impl Trust {
    /// All values.
    pub const ALL: [Trust; 6] =
        [Trust::Free, Trust::Context, Trust::Head, Trust::Broad, Trust::Quoted, Trust::Optional];

    /// The name in the scorer's table.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Trust::Free => "free",
            Trust::Context => "context",
            Trust::Head => "head",
            Trust::Broad => "broad",
            Trust::Quoted => "quoted",
            Trust::Optional => "optional",
        }
    }
}

/// A name of the lexicon with its canonical form.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Name {
    /// What it names.
    pub kind: EntityKind,
    /// The name most used.
    pub canonical: TermId,
}

/// All words that the extraction knows.
pub struct Lexicon {
    terms: Vec<Term>,
    surfaces: surfaces::Surfaces,
    names: Vec<Name>,
    matcher: matcher::Matcher,
    places: places::Places,
    setting: setting::Setting,
    cues: cues::Cues,
}

impl std::fmt::Debug for Lexicon {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Lexicon({} terms, {} names)", self.terms.len(), self.names.len())
    }
}

impl Lexicon {
    /// The lexicon that the tool comes with.
    ///
    /// # Panics
    /// Never in a released build: the tests read every seed file.
    #[must_use]
    pub fn from_seeds() -> Self {
        Self::with_user_files(&[]).expect("the seeds are well formed, as a test proves")
    }

    /// The tool's lexicon with a user's own tables, given as file name and content.
    ///
    /// A table is one of `word<TAB>class`, `word<TAB>kind<TAB>strength` or
    /// `name<TAB>aliases<TAB>flags`; which one, its file name says, as in `seeds/lexicon`
    /// (`companies.tsv`, `my-programs.tsv`, `words.tsv` …).
    ///
    /// # Errors
    /// The first row that can't be read, with file, line and remedy.
    pub fn with_user_files(files: &[(String, String)]) -> Result<Self, LexiconError> {
        load::load(files)
    }

    /// The term behind a hit.
    #[must_use]
    pub fn term(&self, id: TermId) -> &Term {
        &self.terms[id.index()]
    }

    /// The written form of a term.
    #[must_use]
    pub fn surface(&self, id: TermId) -> &str {
        self.surfaces.get(id)
    }

    /// The name behind a sense.
    #[must_use]
    pub fn name(&self, id: NameId) -> &Name {
        &self.names[id.0 as usize]
    }

    /// The administrative place of this name, full or short.
    #[must_use]
    pub fn find_place(&self, words: &str) -> Option<PlaceId> {
        self.places.find(self.find_term(words)?)
    }

    /// The place behind an id.
    #[must_use]
    pub fn place(&self, id: PlaceId) -> &Place {
        self.places.get(id)
    }

    /// The places that a place lies in, the nearest first.
    pub fn places_around(&self, id: PlaceId) -> impl Iterator<Item = PlaceId> {
        let parent = |&id: &PlaceId| self.places.parent(id, |name| self.find_place(name));
        std::iter::successors(parent(&id), parent)
    }

    /// The word behind a hit of the setting.
    #[must_use]
    pub fn setting_word(&self, id: SettingId) -> &SettingWord {
        self.setting.get(id)
    }

    /// The words of a cue.
    #[must_use]
    pub fn cues(&self, cue: Cue) -> &CueWords {
        self.cues.of(cue)
    }

    /// Whether a word is a surname.
    #[must_use]
    pub fn is_surname(&self, word: &str) -> bool {
        self.setting.is_surname(word)
    }

    /// How many terms there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.terms.len()
    }

    /// Whether there are none, which is never so.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.terms.is_empty()
    }

    /// All surface forms with their ids, in the order of the ids.
    pub fn surfaces(&self) -> impl Iterator<Item = (TermId, &str)> {
        (0..self.len()).map(TermId::from_index).map(|id| (id, self.surface(id)))
    }

    /// The term that is written so.
    #[must_use]
    pub fn find_term(&self, words: &str) -> Option<TermId> {
        self.matcher.exact(words)
    }

    /// What words may be that are a term as a whole; no class where they are none.
    #[must_use]
    pub fn classes_of(&self, words: &str) -> Classes {
        self.find_term(words).map_or(Classes::NONE, |id| self.term(id).classes)
    }
}

impl Term {
    /// The names that the surface form may be.
    #[must_use]
    pub fn senses(&self) -> &[Sense] {
        match &self.senses {
            Senses::None => &[],
            Senses::One(sense) => sense,
            Senses::Several(senses) => senses,
        }
    }

    /// Whether it is nothing but a name that only the context tells (the 城发 of 翼城发展): where
    /// nothing was named, it is no word.
    #[must_use]
    pub fn needs_context(&self) -> bool {
        let named = self.senses().iter().all(|sense| sense.trust == Trust::Context);
        named && !self.classes.any(Classes::NAME.complement())
    }
}
