//! The documents: are they there, and are they the ones?

use crate::diagnostic::Code;
use crate::published::Content;

use super::{Case, Findings};

pub(super) fn check(case: &Case<'_>, findings: &mut Findings) {
    let mut documents = 0;
    for node in &case.graph.nodes {
        let Content::Document(document) = &node.content else { continue };
        documents += 1;
        let Some(original) = case.originals.get(&node.id) else {
            let named = |name: &str| {
                name == document.source || document.other_sources.iter().any(|o| o == name)
            };
            let other = case.originals.foreign().iter().find(|o| named(&o.source.name));
            match other {
                Some(other) => {
                    let message = format!(
                        "{} has the SHA-256 {}, the graph was made of {}",
                        other.source.name, other.source.sha256, document.sha256
                    );
                    findings.node(Code::VerifySha256, node, message);
                }
                None => {
                    let message =
                        format!("{} was not given; its quotes are not checked", document.source);
                    findings.node(Code::VerifyDocumentMissing, node, message);
                }
            }
            continue;
        };
        let length = original.text.len_code_points();
        if length != document.length {
            let message =
                format!("the text has {length} code points, the graph says {}", document.length);
            findings.node(Code::VerifyLength, node, message);
        }
        let text = original.text.as_str();
        if node.label != document.source && !text.contains(&*node.label) {
            findings.node(Code::VerifyQuote, node, "its title is not in its text");
        }
        for (what, words) in [("issuer", &document.issuer), ("author", &document.author)] {
            if let Some(words) = words.as_ref().filter(|words| !text.contains(&***words)) {
                findings.node(
                    Code::VerifyQuote,
                    node,
                    format!("its {what} “{words}” is not in its text"),
                );
            }
        }
    }
    let stated = case.file.pointer("/graph/documents").and_then(serde_json::Value::as_u64);
    if stated.is_some_and(|stated| stated != documents) {
        let message = format!("it states {} documents and has {documents}", stated.unwrap_or(0));
        findings.add(Code::VerifyCount, "graph", message);
    }
    for foreign in case.originals.foreign() {
        let message = "the graph does not rest on this document";
        findings.add(Code::VerifyDocumentForeign, &*foreign.source.name, message);
    }
}
