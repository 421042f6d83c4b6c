//! What an entity does in an action, where the clause tells it.

use crate::extraction::Action;
use crate::lexicon::{Classes, Hits};
use crate::schema::{EntityKind, Role};
use crate::text::{SourceText, Span};

/// Verbs that serve what follows them.
const SERVES: [&str; 9] = ["支持", "扶持", "帮助", "鼓励", "引导", "服务", "助力", "保障", "推动"];

/// The role of the entity named at `span`.
pub(super) fn role(
    text: &SourceText,
    hits: &Hits,
    action: &Action,
    kind: EntityKind,
    span: Span,
) -> Role {
    let before = text.slice(Span::new(action.span.start(), span.start()));
    let after = text.slice(Span::new(span.end(), action.span.end()));
    let actor =
        matches!(kind, EntityKind::Company | EntityKind::University | EntityKind::Organization);
    if actor
        && after.contains("合作")
        && ["与", "同", "和", "联合", "携手"].iter().any(|with| before.contains(with))
    {
        return Role::Partner;
    }
    if actor && before.rfind(['为', '给']).is_some_and(|at| before.len() - at <= 9) {
        return Role::Beneficiary;
    }
    if ["通过", "依托", "利用", "借助", "运用"].iter().any(|by| before.starts_with(by))
        && !before.contains('，')
    {
        return Role::Instrument;
    }
    if before.is_empty() {
        let next =
            hits.longest_at(span.end(), action.span.end(), Classes::VERB.or(Classes::ADVERB));
        return if actor && next.is_some() { Role::Agent } else { Role::Target };
    }
    let Some(verb) = action.verb else { return Role::Mentioned };
    if verb.end() > span.start() {
        return Role::Mentioned;
    }
    if actor && SERVES.contains(&text.slice(verb)) {
        return Role::Beneficiary;
    }
    match action.object {
        Some(object) if object.contains(span) => Role::Target,
        _ => Role::Mentioned,
    }
}
