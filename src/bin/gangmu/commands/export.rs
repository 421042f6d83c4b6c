//! `gangmu export`: a finished graph → other formats.

use std::collections::HashMap;

use gangmu::reopen::reopen;

use crate::collect;
use crate::config::{ExportPlan, Input};
use crate::console::Console;
use crate::failure::Failure;
use crate::summary;

use super::deliver::deliver;

/// Opens the graph and writes it. Texts that cannot be read are told of, and left out.
pub fn run(plan: &ExportPlan, console: &Console) -> Result<(), Vec<Failure>> {
    let mut failures = Vec::new();
    let mut texts = HashMap::new();
    let collected = collect::collect(&plan.texts);
    failures.extend(collected.failures);
    for document in &collected.documents {
        match collect::read(document) {
            Ok((source, text)) => {
                texts.insert(source.sha256, text);
            }
            Err(failure) => failures.push(failure),
        }
    }
    let place = match &plan.graph {
        Input::Stdin => "standard input".to_owned(),
        Input::Path(path) => path.display().to_string(),
    };
    let opened = collect::load(&plan.graph)
        .map_err(|error| Failure::io(&place, "the graph cannot be read", &error))
        .and_then(|bytes| {
            reopen(&bytes, &texts).map_err(|error| {
                Failure::new(&place, error.to_string())
                    .remedy("give a file that `gangmu build -f json` wrote, unchanged")
            })
        });
    match opened {
        Ok(graph) => {
            console.info(summary::of(&graph, 0));
            let inputs = std::slice::from_ref(&plan.graph);
            deliver(&graph, &plan.delivery, inputs, console, &mut failures);
        }
        Err(failure) => failures.push(failure),
    }
    if failures.is_empty() { Ok(()) } else { Err(failures) }
}
