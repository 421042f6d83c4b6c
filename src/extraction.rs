//! All that one document gave: the value between analysis and graph.
//!
//! Indices such as [`PillarIndex`] point into the vectors of the same [`Extraction`]; they never
//! leave it. The graph derives ids of its own from content.

use crate::diagnostic::Code;
use crate::schema::{EntityKind, PillarKind, RelationKind, Role, Rule};
use crate::text::{SourceText, Span};

/// What the reader knew of the document before its text was looked at.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Source {
    /// The file's name, without its folder.
    pub name: String,
    /// The format it was read as (`text`, `markdown`).
    pub format: &'static str,
    /// The character encoding it was read in (`UTF-8`).
    pub encoding: &'static str,
    /// SHA-256 of the bytes, in hexadecimal.
    pub sha256: String,
}

/// What the document says of itself outside its body.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct FrontMatter {
    /// The title line.
    pub title: Option<Span>,
    /// The date, as `YYYY-MM-DD` or a prefix of it.
    pub date: Option<String>,
    /// The place that the document is about (山西省, 翼城).
    pub place: Option<String>,
    /// The source line's words (临汾新闻网).
    pub issuer: Option<Span>,
    /// Who wrote or gave it.
    pub author: Option<Span>,
}

/// Points into [`Extraction::pillars`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PillarIndex(pub u32);

/// Points into [`Extraction::actions`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ActionIndex(pub u32);

/// Points into [`Extraction::entities`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct EntityIndex(pub u32);

/// 纲: a heading-level priority.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pillar {
    /// The priority itself, without number, subject and attribution.
    pub title: Span,
    /// The maxim beside it (坚持挖潜力和育动能并重).
    pub principle: Option<Span>,
    /// 1 is the coarsest.
    pub level: u8,
    /// Its place among its siblings, from 1.
    pub ordinal: u32,
    /// Whether its section reports or plans.
    pub kind: PillarKind,
    /// The pillar that it is nested in.
    pub parent: Option<PillarIndex>,
    /// From its title to the next pillar of its level or a coarser one.
    pub section: Span,
}

/// A number with its unit, as a clause states it.
#[derive(Debug, Clone, PartialEq)]
pub struct Quantity {
    /// Number and unit together.
    pub span: Span,
    /// The number, without its unit; thousands and 万/亿 are not multiplied out.
    pub value: f64,
    /// The unit (亿元, %, 个).
    pub unit: Span,
    /// What is counted or measured, where the clause says so.
    pub of: Option<Span>,
}

/// A time by which, or in which, an action is to be done.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Deadline {
    /// The words.
    pub span: Span,
    /// The date they mean, as `YYYY`, `YYYY-MM` or `YYYY-MM-DD`, where they can be resolved.
    pub date: Option<String>,
}

/// 目: one clause that says what is, or was, done.
#[derive(Debug, Clone, PartialEq)]
pub struct Action {
    /// The clause, without subject, modal, list number and closing punctuation.
    pub span: Span,
    /// Its predicate verb.
    pub verb: Option<Span>,
    /// What the verb acts upon.
    pub object: Option<Span>,
    /// Numbers with units.
    pub quantities: Vec<Quantity>,
    /// The time it is due.
    pub deadline: Option<Deadline>,
    /// Who does it, where the clause says so.
    pub actor: Option<Span>,
    /// Where, where the clause says so.
    pub place: Option<Span>,
    /// The deepest pillar that holds it.
    pub pillar: Option<PillarIndex>,
}

/// One place where an entity is named.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Mention {
    /// The name as written.
    pub span: Span,
    /// Why it is taken for one.
    pub rule: Rule,
    /// How sure that is, 0 to 1.
    pub confidence: f32,
    /// The office or title beside a person's name (县委书记).
    pub office: Option<Span>,
}

/// Why a surface form is taken for another name of an entity.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum AliasReason {
    /// The lexicon lists it.
    Lexicon,
    /// It is the full name shortened (华翔集团 of 山西华翔集团股份有限公司).
    ShortForm,
    /// It differs in quotes, spaces, width or punctuation only.
    Spelling,
    /// The place of the document completes it (省发改委 in a report of 湖南省).
    Place,
    /// A person decided so.
    Decision,
}

impl AliasReason {
    /// All values.
    pub const ALL: &'static [AliasReason] = &[
        AliasReason::Lexicon,
        AliasReason::ShortForm,
        AliasReason::Spelling,
        AliasReason::Place,
        AliasReason::Decision,
    ];

    /// The name in files.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            AliasReason::Lexicon => "lexicon",
            AliasReason::ShortForm => "short_form",
            AliasReason::Spelling => "spelling",
            AliasReason::Place => "place",
            AliasReason::Decision => "decision",
        }
    }

    /// What it says, in a sentence for people.
    #[must_use]
    pub fn sentence(self) -> &'static str {
        match self {
            AliasReason::Lexicon => "the lexicon lists it as another name",
            AliasReason::ShortForm => "it is the full name shortened, and short for no other",
            AliasReason::Spelling => "it differs in quotes, spaces, width or punctuation only",
            AliasReason::Place => "the place that the document is about completes it",
            AliasReason::Decision => "a person decided so",
        }
    }

    /// The reason that has this name in files.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|reason| reason.name() == name)
    }
}

/// Another name of an entity.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Alias {
    /// The other name.
    pub form: String,
    /// Why it is one.
    pub reason: AliasReason,
}

/// A named thing of the document, with all places that name it.
#[derive(Debug, Clone, PartialEq)]
pub struct Entity {
    /// What it is.
    pub kind: EntityKind,
    /// Its canonical name.
    pub name: String,
    /// Its other names in this document, sorted.
    pub aliases: Vec<Alias>,
    /// Where it is named, in reading order; never empty.
    pub mentions: Vec<Mention>,
    /// What a place lies in, the nearest first (临汾市, 山西省), as the lexicon has it.
    pub within: Vec<String>,
}

/// An entity in an action.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Involvement {
    /// The action.
    pub action: ActionIndex,
    /// The entity.
    pub entity: EntityIndex,
    /// Indices into the entity's mentions: those that lie in the action.
    pub mentions: Vec<u32>,
    /// What the entity does in it.
    pub role: Role,
}

/// Two entities that the text joins.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Relation {
    /// How.
    pub kind: RelationKind,
    /// From whom.
    pub from: EntityIndex,
    /// To whom.
    pub to: EntityIndex,
    /// The words that state it.
    pub evidence: Span,
    /// The rule that read them so.
    pub rule: Rule,
}

/// Something that was noticed, and is no error.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Diagnostic {
    /// What it is.
    pub code: Code,
    /// Where.
    pub span: Option<Span>,
    /// What, for people.
    pub message: String,
}

/// All that one document gave.
#[derive(Debug, Clone, PartialEq)]
pub struct Extraction {
    /// Where it came from.
    pub source: Source,
    /// Its text; every span of this value is one of this text.
    pub text: SourceText,
    /// What it says of itself.
    pub front: FrontMatter,
    /// In reading order.
    pub pillars: Vec<Pillar>,
    /// In reading order.
    pub actions: Vec<Action>,
    /// By kind and name.
    pub entities: Vec<Entity>,
    /// By action and entity.
    pub involvements: Vec<Involvement>,
    /// By position.
    pub relations: Vec<Relation>,
    /// By position.
    pub diagnostics: Vec<Diagnostic>,
}

impl Extraction {
    /// What a file gives whose bytes were read under another name: its own name, and nothing else.
    /// Only beside the extraction of those bytes, under a name that sorts before, does it mean
    /// anything.
    #[must_use]
    pub fn of_a_duplicate(source: Source) -> Self {
        Self {
            source,
            text: SourceText::default(),
            front: FrontMatter::default(),
            pillars: Vec::new(),
            actions: Vec::new(),
            entities: Vec::new(),
            involvements: Vec::new(),
            relations: Vec::new(),
            diagnostics: Vec::new(),
        }
    }

    /// The deepest pillar whose section holds a place.
    #[must_use]
    pub fn pillar_at(&self, span: Span) -> Option<PillarIndex> {
        // pillars are in reading order, so the last that begins before and still holds is deepest
        let after = self.pillars.partition_point(|p| p.section.start() <= span.start());
        let mut index = after.checked_sub(1)?;
        loop {
            let pillar = &self.pillars[index];
            if pillar.section.end() > span.start() {
                return Some(PillarIndex(u32::try_from(index).expect("fewer pillars than bytes")));
            }
            index = pillar.parent?.0 as usize;
        }
    }
}
