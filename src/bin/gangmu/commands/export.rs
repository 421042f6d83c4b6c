//! `gangmu export`: a finished graph → other formats.

use std::collections::HashMap;

use gangmu::diagnostic::Code;
use gangmu::reopen::reopen;

use crate::config::{ExportPlan, Reading};
use crate::console::Console;
use crate::failure::Failure;
use crate::{published, summary};

use super::deliver::deliver;

/// Opens the graph and writes it. Texts that cannot be read are told of, and left out.
pub fn run(plan: &ExportPlan, console: &Console) -> Result<(), Vec<Failure>> {
    let (originals, mut failures) = published::originals(&plan.texts, &Reading::default());
    let texts: HashMap<_, _> =
        originals.into_iter().map(|original| (original.source.sha256, original.text)).collect();
    let opened = published::bytes(&plan.graph).and_then(|bytes| {
        reopen(&bytes, &texts).map_err(|error| {
            Failure::new(plan.graph.place(), error.to_string())
                .code(Code::GraphUnreadable)
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
