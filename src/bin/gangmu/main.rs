//! The command line. All that touches files, standard streams, threads and other programs is here;
//! the library does none of it.
//!
//! Exit codes are a contract, which docs/diagnostics.md states: 0 all went well, 1 something failed
//! (whatever could be done was done), 2 wrong usage (nothing was done).

mod annotation;
mod args;
mod collect;
mod commands;
mod config;
mod console;
mod documents;
mod failure;
mod graphviz;
mod output;
mod pages;
mod pdftotext;
#[cfg(any(feature = "pdf", feature = "png"))]
mod picture;
#[cfg(feature = "png")]
mod pixels;
mod progress;
mod published;
mod select;
mod summary;
mod tables;
#[cfg(feature = "pdf")]
mod vector;

use std::process::ExitCode;

use crate::failure::Failure;

fn main() -> ExitCode {
    let (task, console) = match args::parse() {
        Ok(parsed) => parsed,
        Err(usage) => {
            // help and version are "errors" too, and go to standard output with code 0; where
            // nobody reads the message any more there is nothing left to do about it
            let _ = usage.print();
            return ExitCode::from(if usage.use_stderr() { 2 } else { 0 });
        }
    };
    documents::install_panic_hook();
    match commands::run(&task, &console) {
        Ok(()) => ExitCode::SUCCESS,
        // whoever read our output has had enough (`gangmu text … | head`)
        Err(failures) if failures.iter().all(Failure::is_broken_pipe) => ExitCode::SUCCESS,
        Err(failures) => {
            failures.iter().for_each(|failure| console.failure(failure));
            ExitCode::FAILURE
        }
    }
}
