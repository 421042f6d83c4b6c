//! Graphs that were written earlier, and the documents behind them.

use std::fs;
use std::io::{self, Read};

use gangmu::diagnostic::Code;
use gangmu::published::{Graph, Original, ReadError};
use serde_json::Value;

use crate::collect;
use crate::config::{Input, Reading};
use crate::documents;
use crate::failure::Failure;
use crate::select::Selection;

/// What to do about a file that is no graph.
const REMEDY: &str = "give a JSON graph that `gangmu build -f json` wrote";

/// All bytes of a graph's file, or of standard input.
pub fn bytes(input: &Input) -> Result<Vec<u8>, Failure> {
    let bytes = match input {
        Input::Path(path) => fs::read(path),
        Input::Stdin => {
            let mut bytes = Vec::new();
            io::stdin().lock().read_to_end(&mut bytes).map(|_| bytes)
        }
    };
    bytes.map_err(|error| Failure::io(input.place(), "the graph cannot be read", &error))
}

/// Reads and parses a JSON file.
pub fn load(input: &Input) -> Result<Value, Failure> {
    gangmu::published::parse(&bytes(input)?).map_err(|error| no_graph(input, &error))
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

/// Reads the documents behind a graph, as `gangmu build` does; those that fail are told of, the
/// others are there all the same.
pub fn originals(inputs: &[Input], reading: &Reading) -> (Vec<Original>, Vec<Failure>) {
    let selection = Selection::default();
    let collected = collect::collect(inputs, &selection);
    let expanded = documents::expand(&collected.documents, reading, &selection);
    let mut failures = collected.failures;
    failures.extend(expanded.failures);
    let mut originals = Vec::with_capacity(expanded.documents.len());
    for document in &expanded.documents {
        match documents::read(document, reading) {
            Ok(read) => originals.push(Original { source: read.source, text: read.text }),
            Err(failure) => failures.push(failure),
        }
    }
    (originals, failures)
}
