//! Entities: the words that are said to name them are names of theirs, and each name has a reason.

use std::collections::BTreeSet;

use crate::diagnostic::Code;
use crate::graph::match_key;
use crate::published::{Content, Quote};
use crate::schema::Rule;
use crate::text::simplified;

use super::{Case, Findings, short};

pub(super) fn check(case: &Case<'_>, findings: &mut Findings) {
    for node in &case.graph.nodes {
        let Content::Entity(entity) = &node.content else { continue };
        let forms = entity.aliases.iter().chain([&node.label]);
        let keys: BTreeSet<_> = forms.map(|form| match_key(form)).collect();
        for mention in &entity.mentions {
            let read = as_read(case, mention);
            let is_name = |words: &str| keys.contains(&match_key(words));
            if !is_name(&mention.text) && !read.as_deref().is_some_and(is_name) {
                let message = format!(
                    "{} names it as “{}”, which is none of its names",
                    case.place(mention),
                    short(&mention.text)
                );
                findings.node(Code::VerifyName, node, message);
            }
            if Rule::from_name(&mention.rule).is_none() {
                let message = format!("there is no rule {:?}", mention.rule);
                findings.node(Code::VerifyName, node, message);
            }
        }
        for alias in &entity.aliases {
            if !entity.alias_reasons.contains_key(alias) {
                let message = format!("nothing says why “{}” is a name of it", short(alias));
                findings.node(Code::VerifyName, node, message);
            }
        }
        for alias in entity.alias_reasons.keys() {
            if !entity.aliases.contains(alias) {
                let message =
                    format!("a reason is given for “{}”, which is no alias", short(alias));
                findings.node(Code::VerifyName, node, message);
            }
        }
    }
}

/// A mention's words in simplified characters, in which names are; how they are read depends on the
/// whole text, where that is at hand.
fn as_read(case: &Case<'_>, mention: &Quote) -> Option<String> {
    match case.originals.span(&mention.document, mention.start, mention.end) {
        Some((text, span)) => Some(text.folded()[span.range()].to_owned()),
        None => simplified(&mention.text),
    }
}
