//! Each module of the library knows only modules below it.

use super::report;
use super::source::{imports, sources};

/// The modules of the library from the bottom up. A module may use those of lower layers, and none
/// of its own layer or above.
const LAYERS: &[&[&str]] = &[
    &["schema", "diagnostic", "logistic", "embedded"],
    &["text"],
    &["extraction"],
    &["input"],
    &["lexicon"],
    &["document", "weights"],
    &["pillar", "mention", "action", "listing", "setting"],
    &["link", "relation"],
    &["decision", "oddity"],
    &["pipeline"],
];

/// Modules beside the analysis: they see its results and not how it comes to them. Nothing in
/// [`LAYERS`] may use them but `pipeline`, which joins both ends.
const BESIDE: &[(&str, &[&str])] = &[
    ("graph", &["extraction", "schema", "text"]),
    ("export", &["coverage", "extraction", "graph", "schema", "text"]),
    ("reopen", &["extraction", "graph", "input", "schema", "text"]),
    ("review", &["published"]),
    ("coverage", &["graph", "published", "schema", "text"]),
    ("explanation", &["extraction", "graph", "published", "schema", "text"]),
    ("published", &["extraction", "schema", "text"]),
    (
        "verification",
        &["diagnostic", "export", "extraction", "graph", "published", "schema", "text"],
    ),
    ("evaluation", &["extraction", "graph", "logistic", "schema", "text"]),
];

/// How far up a module of [`LAYERS`] is.
fn layer(module: &str) -> Option<usize> {
    LAYERS.iter().position(|layer| layer.contains(&module))
}

/// Whether one module of the library may use another.
fn may_use(user: &str, used: &str) -> bool {
    if user == used {
        return true;
    }
    if let Some((_, allowed)) = BESIDE.iter().find(|(module, _)| *module == user) {
        return allowed.contains(&used);
    }
    match (layer(user), layer(used)) {
        (Some(user), Some(used)) => used < user,
        (Some(_), None) => user == "pipeline" && used == "graph",
        _ => false,
    }
}

/// Whether a module has a place in the tables above.
fn is_known(module: &str) -> bool {
    layer(module).is_some() || BESIDE.iter().any(|(beside, _)| *beside == module)
}

#[test]
fn uses_point_down_the_layers() {
    let mut found = Vec::new();
    for source in sources().iter().filter(|source| source.is_library()) {
        let Some(module) = source.module() else { continue };
        let whole = source.whole();
        for used in imports(&whole, "crate") {
            if !may_use(module, used) {
                found.push(format!("{}: {module} may not use crate::{used}", source.path));
            }
        }
    }
    report("a module uses only what is below it", &found);
}

#[test]
fn every_module_has_its_layer() {
    let mut found = Vec::new();
    for source in sources().iter().filter(|source| source.is_library()) {
        if let Some(module) = source.module()
            && !is_known(module)
        {
            found.push(format!("{}: {module} is in no layer", source.path));
        }
    }
    report("a new module gets a place in the table of layers", &found);
}

#[test]
fn the_rule_itself() {
    for (user, used) in [("action", "document"), ("pipeline", "graph"), ("export", "graph")] {
        assert!(may_use(user, used), "{user} → {used}");
    }
    for (user, used) in
        [("schema", "text"), ("action", "mention"), ("link", "graph"), ("graph", "lexicon")]
    {
        assert!(!may_use(user, used), "{user} → {used}");
    }
}
