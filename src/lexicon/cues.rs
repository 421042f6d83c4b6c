//! Words by which single rules tell relations, roles and slots: they are looked for where a rule looks, and are
//! no words of sentences.

/// Declares the cues with their names in the table.
macro_rules! cues {
    ( $( $(#[$inner:meta])* $name:ident = $machine:literal, )+ ) => {
        /// What a word tells a rule.
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub enum Cue { $( $(#[$inner])* $name, )+ }

        impl Cue {
            /// All cues.
            pub const ALL: &'static [Cue] = &[ $( Cue::$name, )+ ];
            /// Their names in the table, in the same order.
            pub const NAMES: &'static [&'static str] = &[ $( $machine, )+ ];
        }
    };
}

cues! {
    /// Between two companies: the first takes the second over.
    Acquires = "acquires",
    /// Between a company and another, or an industry: the first makes one of them.
    Integrates = "integrates",
    /// May stand before these without denying them.
    TakeoverAdverb = "takeover_adverb",
    /// Between a company and its project.
    Undertakes = "undertakes",
    /// Behind the partners.
    Cooperates = "cooperates",
    /// Between what is somewhere and the place or the park.
    LocatedIn = "located_in",
    /// What the names of parks end in.
    Park = "park",
    /// Verbs that serve what follows them.
    Serves = "serves",
    /// What a clause with 在 ends in that only sets the scene.
    Scene = "scene",
    /// What a few words end in that tell in what circumstances something is done.
    Circumstance = "circumstance",
    /// With these a clause goes on about the figure before it, if another figure follows.
    FigureGoesOn = "figure_goes_on",
    /// With these it does so in any case.
    FigureCompared = "figure_compared",
    /// Verbs that state a figure: it is not their object, and what stands before them is the matter.
    StatesFigure = "states_figure",
    /// Verbs of measure: what stands before them is what is measured.
    Measures = "measures",
    /// Verbs with which something is done for (为) somebody.
    Gives = "gives",
    /// Verbs whose object can be a statement: they stay the predicate (推动|规模突破1000亿元).
    Pivot = "pivot",
    /// Verbs of intent, which stand before the predicate as an adverb does.
    Intent = "intent",
    /// Nouns of figures that are verbs too.
    Figured = "figured",
    /// Verbs of one character that are predicates behind a subject too.
    VerbAlone = "verb_alone",
    /// What names of places and bodies end in, of the many that no table has.
    BodyEnding = "body_ending",
    /// Bodies that are called by their kind alone.
    District = "district",
    /// Endings that tell a firm's form and are dropped in its short names; the longer before what they end in.
    CompanyForm = "company_form",
}

/// The words of all cues.
#[derive(Debug)]
pub(super) struct Cues(Vec<CueWords>);

/// The words of one cue, in the order of the table.
#[derive(Debug, Default)]
pub struct CueWords(Vec<Box<str>>);

impl Default for Cues {
    fn default() -> Self {
        Self(Cue::ALL.iter().map(|_| CueWords::default()).collect())
    }
}

impl Cues {
    pub(super) fn add(&mut self, cue: Cue, word: &str) {
        let CueWords(words) = &mut self.0[cue as usize];
        if !words.iter().any(|known| **known == *word) {
            words.push(word.into());
        }
    }

    pub(super) fn of(&self, cue: Cue) -> &CueWords {
        &self.0[cue as usize]
    }
}

impl CueWords {
    /// The words.
    pub fn iter(&self) -> impl Iterator<Item = &str> {
        self.0.iter().map(AsRef::as_ref)
    }

    /// Whether one of them is this word.
    #[must_use]
    pub fn has(&self, word: &str) -> bool {
        self.iter().any(|cue| cue == word)
    }

    /// Whether words end in one of them.
    #[must_use]
    pub fn end(&self, words: &str) -> bool {
        self.iter().any(|cue| words.ends_with(cue))
    }

    /// What stands before each of them that words end in.
    pub fn before<'w>(&self, words: &'w str) -> impl Iterator<Item = &'w str> {
        self.iter().filter_map(move |cue| words.strip_suffix(cue))
    }

    /// What stands behind each of them that words begin with.
    pub fn behind<'w>(&self, words: &'w str) -> impl Iterator<Item = &'w str> {
        self.iter().filter_map(move |cue| words.strip_prefix(cue))
    }
}
