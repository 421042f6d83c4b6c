//! What an annotation says of a document, whatever format it was written in.

use crate::schema::{EntityKind, PillarKind};
use crate::text::{SourceText, Span};

use super::quoted;
use super::standoff::{self, Standoff};

/// What is wrong with an annotation file.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{place}: {problem}")]
pub struct GoldError {
    /// Where in the file: a line (`line 3`), or an item of a list (`mentions, item 17`).
    pub place: String,
    /// What is wrong there.
    pub problem: String,
}

/// An annotated pillar.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GoldPillar {
    /// Its title.
    pub title: Span,
    /// Review or plan.
    pub kind: PillarKind,
    /// 1 is the coarsest.
    pub level: u8,
    /// From its title to the next pillar of its level or a coarser one.
    pub section: Span,
}

/// An annotated mention.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GoldMention {
    /// The name as written.
    pub span: Span,
    /// What it names.
    pub kind: EntityKind,
    /// The canonical name where it is not the name as written.
    pub name: Option<String>,
    /// Whether finding it is neither right nor wrong.
    pub optional: bool,
}

/// An annotated document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Gold {
    /// What the annotation calls the document.
    pub document: String,
    /// The part of the text that is annotated.
    pub scope: Span,
    /// Pillars, in reading order.
    pub pillars: Vec<GoldPillar>,
    /// Actions, in reading order.
    pub actions: Vec<Span>,
    /// Mentions, in the order of the file.
    pub mentions: Vec<GoldMention>,
}

impl Gold {
    /// The text file that a quoting annotation (`*.kg`) names.
    #[must_use]
    pub fn text_file(annotation: &str) -> Option<&str> {
        annotation.lines().find_map(|line| line.strip_prefix("@text ")).map(str::trim)
    }

    /// Reads a quoting annotation (`*.kg`) of `text`.
    ///
    /// # Errors
    /// When a piece is not in the text, or a line is not understood.
    pub fn read(annotation: &str, text: &SourceText) -> Result<Self, GoldError> {
        quoted::read(annotation, text)
    }

    /// Takes over a standoff annotation (`*.gold.json`) of `text`, which has to be the text that
    /// [`Standoff::sha256`] is of.
    ///
    /// # Errors
    /// When an offset lies outside the text, or a kind is unknown.
    pub fn from_standoff(annotation: &Standoff, text: &SourceText) -> Result<Self, GoldError> {
        standoff::resolve(annotation, text)
    }

    /// Whether the annotation has an action at a span, as nearly as the figures ask for; `None` where it
    /// leaves that open: outside its pillars, or where it has an action with other borders.
    #[must_use]
    pub fn acts(&self, span: Span) -> Option<bool> {
        if !self.scope.contains(span) || !self.pillars.iter().any(|p| p.section.contains(span)) {
            return None;
        }
        let mut overlapping = self.actions.iter().filter(|action| action.overlaps(span)).peekable();
        if overlapping.peek().is_none() {
            return Some(false);
        }
        overlapping.any(|action| same_action(*action, span)).then_some(true)
    }

    /// Whether the annotation has a name of a kind at a span; `None` where it leaves that open.
    #[must_use]
    pub fn label(&self, span: Span, kind: EntityKind) -> Option<bool> {
        if let Some(mention) =
            self.mentions.iter().find(|mention| mention.span == span && mention.kind == kind)
        {
            return (!mention.optional).then_some(true);
        }
        let open = self.mentions.iter().any(|mention| mention.optional && half(mention.span, span));
        (!open).then_some(false)
    }
}

/// Whether two spans share nine tenths of what they cover together.
fn same_action(a: Span, b: Span) -> bool {
    let shared = a.end().min(b.end()) - a.start().max(b.start());
    10 * shared >= 9 * a.cover(b).len()
}

/// Whether two spans share at least half of what they cover together.
fn half(a: Span, b: Span) -> bool {
    a.overlaps(b) && {
        let shared = a.end().min(b.end()) - a.start().max(b.start());
        2 * shared >= a.cover(b).len()
    }
}
