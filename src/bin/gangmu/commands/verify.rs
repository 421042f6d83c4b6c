//! `gangmu verify`: is a graph true to its documents? The findings are the result, and go to standard
//! output, a line each; with `--log json` to standard error as well.

use gangmu::diagnostic::{Code, Report, Severity};
use gangmu::verification::{self, Verdict};

use crate::config::CheckPlan;
use crate::console::Console;
use crate::failure::Failure;
use crate::{output, published};

/// Prints what is wrong, and a line that sums it up; fails when anything is.
pub fn run(plan: &CheckPlan, console: &Console) -> Result<(), Vec<Failure>> {
    let file = published::load(&plan.graph).map_err(|failure| vec![failure])?;
    let (originals, mut failures) = published::originals(&plan.documents, &plan.reading);
    let verdict = verification::verify_value(&file, &originals)
        .map_err(|error| vec![published::no_graph(&plan.graph, &error)])?;
    let mut lines = String::new();
    for report in &verdict.reports {
        let severity = report.code.severity().name();
        lines.push_str(&format!("{severity}{report}\n"));
        console.log_only(report);
    }
    let is_wrong = |report: &&Report| report.code.severity() == Severity::Error;
    let wrong = verdict.reports.iter().filter(is_wrong).count();
    lines.push_str(&summary(&verdict, wrong));
    failures.extend(output::to_stdout(lines.as_bytes()).err());
    if wrong > 0 {
        let failure = Failure::new(plan.graph.place(), "the graph does not hold");
        failures.push(failure.code(Code::VerifyFailed).remedy(Code::VerifyFailed.remedy()));
    }
    if failures.is_empty() { Ok(()) } else { Err(failures) }
}

fn summary(verdict: &Verdict, wrong: usize) -> String {
    let Verdict { nodes, edges, places, documents, .. } = verdict;
    let outcome = match wrong {
        0 => "the graph holds".to_owned(),
        1 => "1 thing is wrong".to_owned(),
        _ => format!("{wrong} things are wrong"),
    };
    format!(
        "{outcome}: {nodes} nodes, {edges} edges, {places} places held against {documents} documents\n"
    )
}
