//! The JSON Schema of the node-link file, generated from the shapes that are written.

use schemars::JsonSchema;
use schemars::generate::SchemaSettings;
use serde::Serialize;
use serde_json::{Value, json};

use super::EdgeKey;
use super::edges::{InvolvesEdge, NamingEdge, RelationEdge, StructureEdge};
use super::nodes::{ActionNode, DocumentNode, EntityNode, Header, PillarNode};

/// A knowledge graph of plan documents, as node-link JSON. Offsets are Unicode code points of the
/// document's extracted text. Keys may be added within a version of the format; none is removed.
#[derive(Serialize, JsonSchema)]
#[schemars(title = "gangmu/1")]
struct File<'g> {
    directed: bool,
    multigraph: bool,
    graph: Header,
    nodes: Vec<AnyNode<'g>>,
    edges: Vec<AnyEdge<'g>>,
}

/// A node.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Node")]
#[serde(untagged)]
#[allow(dead_code, reason = "lists the shapes for the schema; they are written one by one")]
enum AnyNode<'g> {
    Document(DocumentNode<'g>),
    Pillar(PillarNode<'g>),
    Action(Box<ActionNode<'g>>),
    Entity(EntityNode<'g>),
}

/// An edge.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Edge")]
#[serde(untagged)]
#[allow(dead_code, reason = "lists the shapes for the schema; they are written one by one")]
enum AnyEdge<'g> {
    Structure(StructureEdge),
    Involves(InvolvesEdge<'g>),
    Naming(NamingEdge<'g>),
    Relation(RelationEdge<'g>),
}

/// The JSON Schema (draft 2020-12) that every JSON output keeps to, whatever its list of edges is
/// called.
#[must_use]
pub fn json_schema() -> Value {
    let generator = SchemaSettings::draft2020_12().for_serialize().into_generator();
    let mut schema = generator.into_root_schema_for::<File>().to_value();
    never_null(&mut schema);
    let edges = EdgeKey::Edges.name();
    let links = EdgeKey::Links.name();
    schema["properties"][links] = schema["properties"][edges].clone();
    schema["required"] = json!(["directed", "multigraph", "graph", "nodes"]);
    schema["oneOf"] = json!([{ "required": [edges] }, { "required": [links] }]);
    schema["properties"]["directed"]["const"] = json!(true);
    schema["properties"]["multigraph"]["const"] = json!(true);
    schema
}

/// Takes `null` out of what a value may be: what is not known is absent.
fn never_null(schema: &mut Value) {
    match schema {
        Value::Object(keys) => {
            if let Some(Value::Array(types)) = keys.get_mut("type") {
                types.retain(|name| name != "null");
                if let [only] = types.as_slice() {
                    let only = only.clone();
                    keys.insert("type".to_owned(), only);
                }
            }
            if let Some(Value::Array(choices)) = keys.get_mut("anyOf") {
                choices.retain(|choice| choice["type"] != "null");
                if let [Value::Object(only)] = choices.as_mut_slice() {
                    let only = std::mem::take(only);
                    keys.remove("anyOf");
                    keys.extend(only);
                }
            }
            keys.values_mut().for_each(never_null);
        }
        Value::Array(items) => items.iter_mut().for_each(never_null),
        _ => {}
    }
}
