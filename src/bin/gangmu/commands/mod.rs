//! What the program can do, a file each.

mod build;
mod coverage;
mod deliver;
mod eval;
mod explain;
mod export;
mod formats;
mod review;
mod schema;
mod text;
mod train;
mod verify;

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
        Task::Verify(plan) => verify::run(plan, console),
        Task::Coverage(plan) => coverage::run(plan, console),
        Task::Review(plan) => review::run(plan),
        Task::Explain(plan) => explain::run(plan),
        Task::Schema => schema::run().map_err(|failure| vec![failure]),
        Task::Formats => formats::run().map_err(|failure| vec![failure]),
    }
}
