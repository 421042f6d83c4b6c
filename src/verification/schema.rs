//! The form of the file. Each node and edge is held against the shape of its own type, so that the
//! message names the key that is wrong and not all shapes that did not fit.

use std::collections::BTreeMap;

use jsonschema::Validator;
use serde_json::{Value, json};

use crate::diagnostic::Code;
use crate::export::json_schema;

use super::{Case, Findings};

/// How many breaches of one node or edge are told.
const MOST: usize = 3;

pub(super) fn check(case: &Case<'_>, findings: &mut Findings) {
    let shapes = Shapes::new();
    for (key, value) in case.file.as_object().into_iter().flatten() {
        match key.as_str() {
            "directed" | "multigraph" if *value != json!(true) => {
                findings.add(Code::VerifySchema, key, "it has to be true");
            }
            "graph" => shapes.check("Header", value, "graph", findings),
            _ => {}
        }
    }
    for key in ["directed", "multigraph", "graph"] {
        if case.file.get(key).is_none() {
            findings.add(Code::VerifySchema, key, "the key is missing");
        }
    }
    if let Some(name) = case.file.pointer("/graph/schema").and_then(Value::as_str)
        && name != "gangmu/1"
    {
        let message = format!("the format is {name:?}, and this version knows gangmu/1");
        findings.add(Code::VerifySchema, "graph", message);
    }
    for list in ["nodes", "edges", "links"] {
        let items = case.file.get(list).and_then(Value::as_array).into_iter().flatten();
        for (at, item) in items.enumerate() {
            let place = format!("{list}[{at}]");
            match item.get("type").and_then(Value::as_str).and_then(shape_of) {
                Some(shape) => shapes.check(shape, item, &place, findings),
                None => findings.add(Code::VerifySchema, place, "its type is missing or unknown"),
            }
        }
    }
    let told: Vec<String> = findings.0.iter().map(|report| report.place.clone()).collect();
    for damaged in &case.graph.damaged {
        let is_told = |place: &String| {
            place.strip_prefix(&*damaged.place).is_some_and(|r| r.is_empty() || r.starts_with('/'))
        };
        if !told.iter().any(is_told) {
            findings.add(Code::VerifySchema, &*damaged.place, &*damaged.problem);
        }
    }
}

/// The shape in the published schema of a type of node or edge.
fn shape_of(kind: &str) -> Option<&'static str> {
    use crate::schema::{EdgeKind, NodeKind};
    let node = NodeKind::from_name(kind).map(|kind| match kind {
        NodeKind::Document => "DocumentNode",
        NodeKind::Pillar => "PillarNode",
        NodeKind::Action => "ActionNode",
        NodeKind::Entity(_) => "EntityNode",
    });
    node.or_else(|| {
        EdgeKind::from_name(kind).map(|kind| match kind {
            EdgeKind::HasPillar | EdgeKind::HasAction => "StructureEdge",
            EdgeKind::Involves => "InvolvesEdge",
            EdgeKind::AppearsIn | EdgeKind::Mentions => "NamingEdge",
            EdgeKind::Relation(_) => "RelationEdge",
        })
    })
}

/// The published schema, cut into its shapes.
struct Shapes(BTreeMap<String, Validator>);

impl Shapes {
    fn new() -> Self {
        let schema = json_schema();
        let shapes = schema["$defs"].as_object().into_iter().flatten().filter_map(|(name, _)| {
            let one = json!({ "$ref": format!("#/$defs/{name}"), "$defs": schema["$defs"] });
            // the schema is generated, and a test proves that every shape of it compiles
            Some((name.clone(), jsonschema::validator_for(&one).ok()?))
        });
        Self(shapes.collect())
    }

    fn check(&self, shape: &str, value: &Value, place: &str, findings: &mut Findings) {
        let Some(validator) = self.0.get(shape) else { return };
        if validator.is_valid(value) {
            return;
        }
        for error in validator.iter_errors(value).take(MOST) {
            let within = error.instance_path().to_string();
            findings.add(Code::VerifySchema, format!("{place}{within}"), error.to_string());
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_shape_of_the_schema_compiles() {
        let schema = json_schema();
        let names: Vec<&String> = schema["$defs"].as_object().expect("shapes").keys().collect();
        let shapes = Shapes::new();
        assert_eq!(shapes.0.keys().collect::<Vec<_>>(), names);
        let kinds = ["document", "pillar", "action", "company", "has_pillar", "involves"];
        for kind in kinds.into_iter().chain(["appears_in", "cooperates_with"]) {
            assert!(shapes.0.contains_key(shape_of(kind).expect("a type")), "{kind}");
        }
        assert!(shapes.0.contains_key("Header"));
    }
}
