//! What may stand beside a name, as the scorer's table calls it.

use super::view::Word;
use crate::lexicon::Classes;

/// Declares a closed set of named values.
macro_rules! values {
    ( $(#[$outer:meta])* $name:ident { $( $variant:ident = $machine:literal, )+ } ) => {
        $(#[$outer])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub(super) enum $name { $( $variant, )+ }

        impl $name {
            /// All values.
            pub const ALL: &'static [$name] = &[ $( $name::$variant, )+ ];
            /// Their names in the scorer's table, in the same order.
            pub const NAMES: &'static [&'static str] = &[ $( $machine, )+ ];
        }
    };
}

pub(super) use values;

values! {
    /// What stands before a name.
    Left {
        Start = "start",
        Clause = "clause",
        Comma = "comma",
        QuoteOpen = "quote_open",
        QuoteClose = "quote_close",
        Bracket = "bracket",
        And = "and",
        Of = "of",
        Aspect = "aspect",
        Etc = "etc",
        Preposition = "preposition",
        Predicate = "predicate",
        PredicateAdverb = "predicate_adverb",
        Counted = "counted",
        Place = "place",
        Name = "name",
        Modifier = "modifier",
        Verb = "verb",
        Adverb = "adverb",
        Attribute = "attribute",
        Nominal = "nominal",
        Noun = "noun",
        Inside = "inside",
    }
}

values! {
    /// What stands behind a name.
    Right {
        End = "end",
        Clause = "clause",
        Comma = "comma",
        QuoteOpen = "quote_open",
        QuoteClose = "quote_close",
        Bracket = "bracket",
        Digit = "digit",
        And = "and",
        Of = "of",
        Etc = "etc",
        CompanyNoun = "company_noun",
        UniversityNoun = "university_noun",
        IndustryNoun = "industry_noun",
        ProgramNoun = "program_noun",
        Name = "name",
        Nominal = "nominal",
        Verb = "verb",
        Noun = "noun",
        Preposition = "preposition",
        Adverb = "adverb",
        Attribute = "attribute",
        Other = "other",
    }
}

values! {
    /// How a candidate stands to quotation marks.
    Quote {
        None = "none",
        Whole = "whole",
        Opens = "opens",
        Ends = "ends",
        Within = "within",
        Part = "part",
    }
}

values! {
    /// What made a candidate.
    Origin {
        Definition = "definition",
        Gazetteer = "gazetteer",
        Extended = "extended",
        StrongHead = "strong_head",
        WeakHead = "weak_head",
        Quotation = "quotation",
        Enumeration = "enumeration",
        Brand = "brand",
    }
}

values! {
    /// What a candidate holds.
    Inside {
        Comma = "comma",
        And = "and",
        Of = "of",
        Digit = "digit",
        Latin = "latin",
        Quote = "quote",
        Verb = "verb",
        Preposition = "preposition",
        StartsVerb = "starts_verb",
        StartsAdverb = "starts_adverb",
        StartsModifier = "starts_modifier",
        StartsAttribute = "starts_attribute",
        StartsAttributive = "starts_attributive",
        StartsNominal = "starts_nominal",
        StartsNoun = "starts_noun",
        StartsPlace = "starts_place",
        StartsName = "starts_name",
        StartsCompany = "starts_company",
        StartsCounted = "starts_counted",
        PlaceList = "place_list",
        AllGeneric = "all_generic",
        Body = "body",
        Slogan = "slogan",
        Time = "time",
        Etc = "etc",
        Crossed = "crossed",
        Complete = "complete",
        HasIndustry = "has_industry",
        HasProgram = "has_program",
        HasCompany = "has_company",
    }
}

values! {
    /// What the word at one end of a name is.
    Sort {
        Unknown = "unknown",
        Name = "name",
        Place = "place",
        Head = "head",
        Modifier = "modifier",
        Attributive = "attributive",
        Attribute = "attribute",
        Nominal = "nominal",
        Verb = "verb",
        Noun = "noun",
        Adverb = "adverb",
        Other = "other",
    }
}

values! {
    /// How a word that runs across a name's border stands to the one that keeps it.
    Across {
        Alone = "alone",
        Longer = "longer",
        NoLonger = "no_longer",
    }
}

impl Across {
    /// `keeps` is the longest word that ends, or begins, at the border.
    pub fn of(across: &Word, keeps: Option<Word>) -> Self {
        match keeps {
            None => Across::Alone,
            Some(word) if across.len() > word.len() => Across::Longer,
            Some(_) => Across::NoLonger,
        }
    }
}

impl Sort {
    /// The sort of a word, by the most telling of its classes.
    pub fn of(word: Option<Word>) -> Self {
        let Some(word) = word else { return Sort::Unknown };
        let adverb = Classes::ADVERB.or(Classes::MODAL).or(Classes::CONNECTIVE);
        [
            (Classes::NAME, Sort::Name),
            (Classes::PLACE, Sort::Place),
            (Classes::HEAD, Sort::Head),
            (Classes::MODIFIER, Sort::Modifier),
            (Classes::ATTRIBUTIVE, Sort::Attributive),
            (Classes::NOMINAL, Sort::Nominal),
            (Classes::VERB, Sort::Verb),
            (Classes::NOUN, Sort::Noun),
            (Classes::ATTRIBUTE, Sort::Attribute),
            (adverb, Sort::Adverb),
        ]
        .into_iter()
        .find(|(classes, _)| word.classes.any(*classes))
        .map_or(Sort::Other, |(_, sort)| sort)
    }
}
