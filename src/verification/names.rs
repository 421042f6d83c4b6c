//! Entities: the words that are said to name them are names of theirs, and each name has a reason.

use std::collections::BTreeSet;

use crate::diagnostic::Code;
use crate::graph::match_key;
use crate::published::Content;
use crate::schema::Rule;

use super::{Case, Findings, short};

pub(super) fn check(case: &Case<'_>, findings: &mut Findings) {
    for node in &case.graph.nodes {
        let Content::Entity(entity) = &node.content else { continue };
        let forms = entity.aliases.iter().chain([&node.label]);
        let keys: BTreeSet<_> = forms.map(|form| match_key(form)).collect();
        for mention in &entity.mentions {
            if !keys.contains(&match_key(&mention.text)) {
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
