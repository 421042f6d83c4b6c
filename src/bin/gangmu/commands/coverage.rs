//! `gangmu coverage`: what does a graph leave out of its documents?

use gangmu::coverage::{self, Coverage};
use gangmu::diagnostic::{Code, Report};
use gangmu::published::{Content, Originals};

use crate::config::{CoverageForm, CoveragePlan};
use crate::console::Console;
use crate::failure::Failure;
use crate::{output, published};

/// Prints the coverage of every document of the graph that was given.
pub fn run(plan: &CoveragePlan, console: &Console) -> Result<(), Vec<Failure>> {
    let graph = published::graph(&plan.check.graph).map_err(|failure| vec![failure])?;
    let (documents, mut failures) =
        published::originals(&plan.check.documents, &plan.check.reading);
    let originals = Originals::of(&graph, &documents);
    for foreign in originals.foreign() {
        let message = "the graph does not rest on this document";
        let code = Code::VerifyDocumentForeign;
        console.report(&Report::new(code, &*foreign.source.name, message));
    }
    for node in &graph.nodes {
        if let Content::Document(document) = &node.content
            && originals.get(&node.id).is_none()
        {
            let message =
                "the graph rests on this document, which was not given, or not this version of it";
            let code = Code::VerifyDocumentMissing;
            failures
                .push(Failure::new(&*document.source, message).code(code).remedy(code.remedy()));
        }
    }
    let coverage: Vec<Coverage> = coverage::of_published(&graph, &originals);
    let text = match plan.form {
        CoverageForm::Text => coverage::to_text(&coverage),
        CoverageForm::Markdown => coverage::to_markdown(&coverage, &coverage::Words::EN, 2),
    };
    failures.extend(output::to_stdout(text.as_bytes()).err());
    if failures.is_empty() { Ok(()) } else { Err(failures) }
}
