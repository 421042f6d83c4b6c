//! What people decided, over what the text alone would give: a stage of its own between linking and
//! relations.
//!
//! Decisions come in a TOML file and are applied to the entities of every document, in the order of
//! the file, on every build. What they touch says so: its rule is [`Rule::Decision`], its aliases'
//! reason [`AliasReason::Decision`](crate::extraction::AliasReason::Decision).
//!
//! ```toml
//! [[decision]]
//! do = "retype"                # accept, reject, retype, rename, merge, split; skip does nothing
//! name = "新材料科技园项目"      # a name of the entity, or another name of it
//! type = "company"             # only where it is of this type (for accept: what it is)
//! to = "program"               # the new type, the new name, or the name to merge with
//! document = "plan.txt"        # only in this file
//! start = 123                  # only where a mention begins at this code point
//! reason = "the notice of 3 May calls it one"   # for people
//! ```

mod accept;
mod file;
mod group;
mod select;

pub use file::{Decision, DecisionError, Decisions, Verb};

use crate::diagnostic::{Code, Report};
use crate::extraction::{Entity, Source};
use crate::schema::{EntityKind, Rule};
use crate::text::SourceText;

use group::Group;
use select::Selection;

/// Which decisions concerned something, by their number in the file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Applied(Vec<bool>);

impl Applied {
    /// None so far.
    #[must_use]
    pub fn none(decisions: &Decisions) -> Self {
        Self(vec![false; decisions.all().len()])
    }

    /// Those of several documents together.
    #[must_use]
    pub fn join(mut self, other: &Self) -> Self {
        for (here, there) in self.0.iter_mut().zip(&other.0) {
            *here |= there;
        }
        self
    }

    /// What to say of decisions that concerned nothing in any document; `file` is the name of theirs.
    #[must_use]
    pub fn unmatched(&self, decisions: &Decisions, file: &str) -> Vec<Report> {
        let all = decisions.all().iter().zip(&self.0);
        all.filter(|(decision, applied)| !**applied && decision.verb != Verb::Skip)
            .map(|(decision, _)| {
                let place = format!("{file}, line {}", decision.line);
                let message = format!("nothing to {}: {}", decision.verb.name(), decision.target());
                Report::new(Code::DecisionUnmatched, place, message)
            })
            .collect()
    }
}

/// Applies decisions to the entities of a document. The result is in the order that linking gives.
#[must_use]
pub fn apply(
    decisions: &Decisions,
    source: &Source,
    text: &SourceText,
    entities: Vec<Entity>,
) -> (Vec<Entity>, Applied) {
    let mut applied = Applied::none(decisions);
    if decisions.all().is_empty() {
        return (entities, applied);
    }
    let mut group = Group::new(text, entities);
    for (decision, applied) in decisions.all().iter().zip(&mut applied.0) {
        if decision.document.as_ref().is_none_or(|document| *document == source.name) {
            *applied = one(decision, &mut group);
        }
    }
    (group.finish(), applied)
}

/// Applies one decision; whether it concerned anything.
fn one(decision: &Decision, group: &mut Group<'_>) -> bool {
    if decision.verb == Verb::Skip {
        return false;
    }
    if decision.verb == Verb::Accept {
        return accept::apply(decision, group);
    }
    let selections = select::select(decision, group);
    // from the last on, since taking an entity out moves those behind it
    for selection in selections.iter().rev() {
        let taken = group.take(selection);
        match decision.verb {
            Verb::Reject | Verb::Accept | Verb::Skip => {}
            Verb::Retype => {
                let kind = decision.to_kind.unwrap_or(taken.kind);
                let name = taken.name.clone();
                group.put(kind, &name, taken);
            }
            Verb::Rename | Verb::Merge => {
                let name = decision.to.clone().unwrap_or_else(|| taken.name.clone());
                group.put(taken.kind, &name, taken);
            }
            Verb::Split => {
                let name = decision.to.clone().unwrap_or_else(|| group.first_surface(&taken));
                let alone = group::Taken { aliases: Vec::new(), whole: false, ..taken };
                group.put(alone.kind, &name, alone);
            }
        }
    }
    !selections.is_empty()
}

/// The words of messages about what a decision concerns.
impl Decision {
    fn target(&self) -> String {
        let mut target = format!("“{}”", self.name);
        if let Some(kind) = self.kind {
            target.push_str(&format!(" of type {}", kind.name()));
        }
        if let Some(document) = &self.document {
            target.push_str(&format!(" in {document}"));
        }
        if let Some(start) = self.start {
            target.push_str(&format!(" at {start}"));
        }
        target
    }

    /// Whether it concerns entities of a type.
    fn is_of(&self, kind: EntityKind) -> bool {
        self.kind.is_none_or(|of| of == kind)
    }
}

/// The rule and certainty of what a person decided.
fn decided(span: crate::text::Span) -> crate::extraction::Mention {
    crate::extraction::Mention { span, rule: Rule::Decision, confidence: 1.0, office: None }
}

/// A selection of mentions of one entity; see [`select`].
type Selections = Vec<Selection>;
