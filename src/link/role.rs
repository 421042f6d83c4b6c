//! What an entity does in an action, where the clause tells it.

use crate::extraction::Action;
use crate::lexicon::{Classes, Cue, Hits, Lexicon};
use crate::schema::{EntityKind, Role};
use crate::text::{SourceText, Span};

/// The role of the entity named at `span`.
pub(super) fn role(
    text: &SourceText,
    lexicon: &Lexicon,
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
    let verb_behind = action.verb.is_some_and(|verb| verb.start() >= span.end());
    let right_before = |words: &[&str]| {
        let before = before.trim_end_matches(['“', '《']);
        words.iter().any(|word| before.ends_with(word))
    };
    if kind == EntityKind::Place && right_before(&["在", "于", "赴", "到", "至", "驻", "落户"])
    {
        return Role::Place;
    }
    // A与B共建…, A与B签署…
    if actor && verb_behind && right_before(&["与", "同", "联合", "携手"]) {
        return Role::Partner;
    }
    if actor && before.rfind(['为', '给']).is_some_and(|at| before.len() - at <= 9) {
        return Role::Beneficiary;
    }
    if verb_behind && before.starts_with('为') && !before.contains('，') {
        return Role::Beneficiary;
    }
    if actor && verb_behind && right_before(&["由"]) {
        return Role::Agent;
    }
    // 把旅游业培育成…
    if verb_behind && action.object.is_some_and(|object| object.contains(span)) {
        return Role::Target;
    }
    // 以“…”精神
    if verb_behind && right_before(&["以"]) {
        return Role::Instrument;
    }
    if ["通过", "依托", "利用", "借助", "运用"].iter().any(|by| before.starts_with(by))
        && !before.contains('，')
    {
        return Role::Instrument;
    }
    if before.is_empty() {
        let next =
            hits.longest_at(span.end(), action.span.end(), Classes::VERB.or(Classes::ADVERB));
        let joined =
            verb_behind && ["与", "同", "联合", "携手"].iter().any(|w| after.starts_with(w));
        return if actor && (next.is_some() || joined) { Role::Agent } else { Role::Target };
    }
    // the matter that something is said of: “一网通办”深入推进
    if kind == EntityKind::Program
        && verb_behind
        && !before.contains(['把', '在', '对', '从', '由', '向', '与'])
    {
        return Role::Target;
    }
    let Some(verb) = action.verb else { return Role::Mentioned };
    if verb.end() > span.start() {
        return Role::Mentioned;
    }
    if (actor || kind == EntityKind::Place) && lexicon.cues(Cue::Serves).has(text.slice(verb)) {
        return Role::Beneficiary;
    }
    match action.object {
        Some(object) if object.contains(span) => Role::Target,
        _ => Role::Mentioned,
    }
}
