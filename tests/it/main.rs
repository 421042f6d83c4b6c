//! All integration tests, one binary.

#![allow(clippy::unwrap_used, missing_docs, reason = "tests")]

mod architecture;
mod cli;
mod coverage;
mod decisions;
mod diagnostics;
mod evaluation;
mod export;
mod formats;
mod graph;
mod injection;
mod input;
mod names;
mod pictures;
mod pinned;
mod plan;
mod robustness;
mod security;
mod verification;
