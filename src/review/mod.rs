//! A draft of decisions from a published graph: what a person should look at, the least certain
//! first. Read back as it is, the draft decides nothing.

use crate::published::{Content, EntityFacts, Graph, Index, Node, Originals};

/// How many characters of a sentence are shown before and behind a name.
const CONTEXT: usize = 40;

const HEAD: &str = "\
# Decisions about a graph: given to `gangmu build --decisions`, they are applied on every build.
#
# do = \"skip\"     nothing: as the draft has it; delete what you do not need
#      \"accept\"   it is one, wherever the name stands (type says what)
#      \"reject\"   it is no such name
#      \"retype\"   it is of the type in `to`
#      \"rename\"   its name is the one in `to`
#      \"merge\"    it is the same as the one named in `to`
#      \"split\"    it is not the same as what it was joined with; `to` gives it a name of its own
#
# By `document` (a file's name) and `start` (a code point) a decision is for that place alone.
# The least certain findings come first.
";

/// Writes the draft: every entity whose confidence is below `below`, by confidence.
#[must_use]
pub fn draft(graph: &Graph, originals: &Originals<'_>, below: f64) -> String {
    let index = Index::of(graph);
    let mut entities: Vec<(&Node, &EntityFacts)> = graph
        .nodes
        .iter()
        .filter_map(|node| match &node.content {
            Content::Entity(entity) if entity.confidence < below => Some((node, entity)),
            _ => None,
        })
        .collect();
    entities.sort_by(|(a, x), (b, y)| {
        x.confidence
            .total_cmp(&y.confidence)
            .then_with(|| (a.kind, &a.label, &a.id).cmp(&(b.kind, &b.label, &b.id)))
    });
    let mut draft = String::from(HEAD);
    for (node, entity) in entities {
        draft.push('\n');
        entry(&mut draft, &index, originals, node, entity);
    }
    draft
}

fn entry(
    draft: &mut String,
    index: &Index<'_>,
    originals: &Originals<'_>,
    node: &Node,
    entity: &EntityFacts,
) {
    let mut comment = |words: &str| {
        draft.push_str("# ");
        draft.extend(words.chars().map(|c| if c.is_control() { ' ' } else { c }));
        draft.push('\n');
    };
    let mentions = entity.mentions.len();
    comment(&format!(
        "confidence {}, {mentions} mention{}",
        entity.confidence,
        if mentions == 1 { "" } else { "s" }
    ));
    for alias in &entity.aliases {
        let reason = entity.alias_reasons.get(alias).map_or("", String::as_str);
        comment(&format!("also called {alias} ({reason})"));
    }
    let least = entity.mentions.iter().min_by(|a, b| {
        let confidence = |mention: &crate::published::Quote| mention.confidence.unwrap_or(0.0);
        confidence(a).total_cmp(&confidence(b))
    });
    if let Some(mention) = least {
        let source = match index.node(&mention.document).map(|node| &node.content) {
            Some(Content::Document(document)) => &*document.source,
            _ => &*mention.document,
        };
        comment(&format!(
            "least certain: “{}” in {source} at {} (rule {}, confidence {})",
            mention.text,
            mention.start,
            mention.rule,
            mention.confidence.unwrap_or(0.0)
        ));
        if let Some((text, span)) = originals.span(&mention.document, mention.start, mention.end) {
            comment(&format!("| {}", text.slice(text.sentence_around(span, CONTEXT))));
        }
    }
    draft.push_str("[[decision]]\ndo = \"skip\"\n");
    draft.push_str(&format!("name = {}\n", quoted(&node.label)));
    draft.push_str(&format!("type = {}\n", quoted(node.kind.name())));
}

/// A string of TOML on one line.
fn quoted(words: &str) -> String {
    let mut quoted = String::with_capacity(words.len() + 2);
    quoted.push('"');
    for c in words.chars() {
        match c {
            '"' | '\\' => {
                quoted.push('\\');
                quoted.push(c);
            }
            c if c.is_control() => quoted.push_str(&format!("\\u{:04X}", u32::from(c))),
            c => quoted.push(c),
        }
    }
    quoted.push('"');
    quoted
}
