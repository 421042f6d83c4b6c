//! `gangmu review`: what should a person decide about a graph?

use gangmu::published::Originals;
use gangmu::review;

use crate::config::ReviewPlan;
use crate::failure::Failure;
use crate::{output, published};

/// Prints the draft.
pub fn run(plan: &ReviewPlan) -> Result<(), Vec<Failure>> {
    let graph = published::graph(&plan.graph).map_err(|failure| vec![failure])?;
    let (documents, mut failures) = published::originals(&plan.documents, &plan.reading);
    let draft = review::draft(&graph, &Originals::of(&graph, &documents), plan.below);
    failures.extend(output::to_stdout(draft.as_bytes()).err());
    if failures.is_empty() { Ok(()) } else { Err(failures) }
}
