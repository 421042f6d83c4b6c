//! Why a mention, an alias or a relation is believed. Every piece of evidence names one of these.

/// The reason for a finding, as evidence states it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Rule {
    /// The name stands in the lexicon.
    Gazetteer,
    /// The name ends in a word that only names of its kind end in (…有限公司, …大学).
    Suffix,
    /// The words before a head noun identify it (…|工程, …|产业).
    Head,
    /// An item of an enumeration whose class the text names (A、B等企业).
    Enumeration,
    /// The text sets it in quotation marks.
    Quotation,
    /// A construction that takes such a name (与X合作, X收购Y, X集团Y项目).
    Construction,
    /// The same name was recognised elsewhere in the document.
    Propagation,
    /// A relation that the words between two names state.
    Trigger,
    /// A person decided so, whatever the text alone would give.
    Decision,
}

impl Rule {
    /// All rules.
    pub const ALL: &'static [Rule] = &[
        Rule::Gazetteer,
        Rule::Suffix,
        Rule::Head,
        Rule::Enumeration,
        Rule::Quotation,
        Rule::Construction,
        Rule::Propagation,
        Rule::Trigger,
        Rule::Decision,
    ];

    /// The name in files.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Rule::Gazetteer => "gazetteer",
            Rule::Suffix => "suffix",
            Rule::Head => "head",
            Rule::Enumeration => "enumeration",
            Rule::Quotation => "quotation",
            Rule::Construction => "construction",
            Rule::Propagation => "propagation",
            Rule::Trigger => "trigger",
            Rule::Decision => "decision",
        }
    }

    /// The rule that has this name in files.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|rule| rule.name() == name)
    }

    /// What it says, in a sentence for people.
    #[must_use]
    pub fn sentence(self) -> &'static str {
        match self {
            Rule::Gazetteer => "the name stands in the lexicon",
            Rule::Suffix => "it ends in words that only such names end in",
            Rule::Head => "the words before a head noun make it a name",
            Rule::Enumeration => "it stands in an enumeration whose class the text names",
            Rule::Quotation => "the text sets it in quotation marks",
            Rule::Construction => "the words around it take such a name",
            Rule::Propagation => "the same name was recognised elsewhere in the document",
            Rule::Trigger => "the words between the two names state it",
            Rule::Decision => "a person decided so",
        }
    }
}
