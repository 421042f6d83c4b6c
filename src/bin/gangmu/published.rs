//! Graphs that were written earlier, and the documents behind them.

use gangmu::diagnostic::Code;
use gangmu::published::{Graph, Original, ReadError};
use serde_json::Value;

use crate::collect;
use crate::config::Input;
use crate::failure::Failure;

/// What to do about a file that is no graph.
const REMEDY: &str = "give a JSON graph that `gangmu build -f json` wrote";

/// Reads and parses a JSON file.
pub fn load(input: &Input) -> Result<Value, Failure> {
    let place = input.place();
    let bytes =
        collect::load(input).map_err(|error| Failure::io(&place, "cannot be read", &error))?;
    gangmu::published::parse(&bytes).map_err(|error| no_graph(input, &error))
}

/// Reads a graph all of whose parts must be readable.
pub fn graph(input: &Input) -> Result<Graph, Failure> {
    let graph = Graph::read(&load(input)?).map_err(|error| no_graph(input, &error))?;
    match graph.damaged.first() {
        None => Ok(graph),
        Some(damaged) => {
            let place = format!("{}, {}", input.place(), damaged.place);
            Err(Failure::new(place, &*damaged.problem)
                .code(Code::GraphUnreadable)
                .remedy("`gangmu verify` lists all that is wrong with the file"))
        }
    }
}

/// The failure of a file that is no graph.
pub fn no_graph(input: &Input, error: &ReadError) -> Failure {
    Failure::new(input.place(), error.to_string()).code(Code::GraphUnreadable).remedy(REMEDY)
}

/// Reads documents; those that fail are told of, the others are there all the same.
pub fn originals(inputs: &[Input]) -> (Vec<Original>, Vec<Failure>) {
    let collected = collect::collect(inputs);
    let mut failures = collected.failures;
    let mut originals = Vec::with_capacity(collected.documents.len());
    for document in &collected.documents {
        match collect::read(document) {
            Ok((source, text)) => originals.push(Original { source, text }),
            Err(failure) => failures.push(failure),
        }
    }
    (originals, failures)
}
