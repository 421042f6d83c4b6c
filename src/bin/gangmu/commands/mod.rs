//! What the program can do, a file each.

mod build;
mod deliver;
mod eval;
mod export;
mod formats;
mod schema;
mod text;
mod train;

use crate::config::Task;
use crate::console::Console;
use crate::failure::Failure;

/// Does what was asked for. What could be done was done, also where something failed.
pub fn run(task: &Task, console: &Console) -> Result<(), Vec<Failure>> {
    match task {
        Task::Build(plan) => build::run(plan, console),
        Task::Export(plan) => export::run(plan, console),
        Task::Text(plan) => text::run(plan, console).map_err(|failure| vec![failure]),
        Task::Train(plan) => train::run(plan, console),
        Task::Eval(plan) => eval::run(plan, console),
        Task::Schema => schema::run().map_err(|failure| vec![failure]),
        Task::Formats => formats::run().map_err(|failure| vec![failure]),
    }
}
