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
        }
    }

    /// The rule that has this name in files.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|rule| rule.name() == name)
    }
}
