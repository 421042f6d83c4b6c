//! A name that a person says is one.

use crate::link::match_key;
use crate::schema::EntityKind;
use crate::text::Span;

use super::group::{Group, Taken};
use super::{Decision, Selections, decided, select};

/// Makes what was found certain, and finds what was not. The longest name wins: a longer one around
/// the accepted name keeps its words, unless the decision names the very place; shorter ones within
/// it, and one of another type on the same words, give way.
pub(super) fn apply(decision: &Decision, group: &mut Group<'_>) -> bool {
    let Some(kind) = decision.kind else { return false };
    let confirmed: Selections = select::select(decision, group);
    for selection in &confirmed {
        group.confirm(selection);
    }
    let added: Vec<Span> = occurrences(decision, group);
    for &span in &added {
        group.clear(span);
        let name = canonical(decision, group);
        let taken = Taken {
            kind,
            name: decision.name.clone(),
            mentions: vec![decided(span)],
            aliases: Vec::new(),
            whole: false,
        };
        group.put(kind, &name, taken);
    }
    !confirmed.is_empty() || !added.is_empty()
}

/// The name of the entity that has the decision's name as one of its names.
fn canonical(decision: &Decision, group: &Group<'_>) -> String {
    let key = match_key(&decision.name);
    let entities = group.entities().iter().filter(|entity| decision.is_of(entity.kind));
    let mut named = entities.filter(|entity| {
        match_key(&entity.name) == key || entity.aliases.iter().any(|a| match_key(&a.form) == key)
    });
    named.next().map_or_else(|| decision.name.clone(), |entity| entity.name.clone())
}

/// Where the name stands and is not yet a mention of this type.
fn occurrences(decision: &Decision, group: &Group<'_>) -> Vec<Span> {
    let (text, name) = (group.text(), &decision.name);
    let taken = group.spans();
    let mut free = Vec::new();
    for (at, _) in text.as_str().match_indices(&**name) {
        let span = Span::new(at, at + name.len());
        let next = taken.partition_point(|(other, _)| other.end() <= span.start());
        let mut met = taken[next..].iter().take_while(|(other, _)| other.overlaps(span));
        let gives_way = |&(other, kind): &(Span, EntityKind)| {
            let is_it = other == span && decision.is_of(kind);
            !is_it && (decision.start.is_some() || span.contains(other))
        };
        let is_place = decision.start.is_none_or(|start| text.code_point(at) == start);
        let wanted = is_place && met.all(gives_way);
        if wanted {
            free.push(span);
        }
    }
    free
}
