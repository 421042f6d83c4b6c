//! `gangmu export`: a finished graph → other formats.

use std::collections::HashMap;
use std::fs;
use std::io::{self, Read};

use gangmu::reopen::reopen;

use crate::collect;
use crate::config::{ExportPlan, Input, Reading};
use crate::console::Console;
use crate::documents;
use crate::failure::Failure;
use crate::select::Selection;
use crate::summary;

use super::deliver::deliver;

/// Opens the graph and writes it. Texts that cannot be read are told of, and left out.
pub fn run(plan: &ExportPlan, console: &Console) -> Result<(), Vec<Failure>> {
    let mut failures = Vec::new();
    let mut texts = HashMap::new();
    let (reading, selection) = (Reading::default(), Selection::default());
    let collected = collect::collect(&plan.texts, &selection);
    let expanded = documents::expand(&collected.documents, &reading, &selection);
    failures.extend(collected.failures.into_iter().chain(expanded.failures));
    for document in &expanded.documents {
        match documents::read(document, &reading) {
            Ok(read) => {
                texts.insert(read.source.sha256, read.text);
            }
            Err(failure) => failures.push(failure),
        }
    }
    let place = match &plan.graph {
        Input::Stdin => "standard input".to_owned(),
        Input::Path(path) => path.display().to_string(),
    };
    let opened = load(&plan.graph)
        .map_err(|error| Failure::io(&place, "the graph cannot be read", &error))
        .and_then(|bytes| {
            reopen(&bytes, &texts).map_err(|error| {
                Failure::new(&place, error.to_string())
                    .remedy("give a file that `gangmu build -f json` wrote, unchanged")
            })
        });
    match opened {
        Ok(graph) => {
            let graph = graph.at_least(plan.delivery.min_confidence);
            console.info(summary::of(&graph));
            let inputs = std::slice::from_ref(&plan.graph);
            deliver(&graph, &plan.delivery, inputs, console, &mut failures);
        }
        Err(failure) => failures.push(failure),
    }
    if failures.is_empty() { Ok(()) } else { Err(failures) }
}

/// All bytes of a file or of standard input.
fn load(input: &Input) -> io::Result<Vec<u8>> {
    match input {
        Input::Path(path) => fs::read(path),
        Input::Stdin => {
            let mut bytes = Vec::new();
            io::stdin().lock().read_to_end(&mut bytes)?;
            Ok(bytes)
        }
    }
}
