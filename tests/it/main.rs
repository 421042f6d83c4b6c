//! All integration tests, one binary.

#![allow(clippy::unwrap_used, missing_docs, reason = "tests")]

mod architecture;
mod cli;
mod evaluation;
mod export;
mod formats;
mod graph;
mod input;
mod pictures;
mod plan;
