//! `gangmu build`: documents → one graph → files.

use std::path::Path;

use gangmu::export::{self, Format, Options, View};
use gangmu::extraction::Extraction;
use gangmu::graph::KnowledgeGraph;
use gangmu::pipeline::Extractor;
use rayon::prelude::*;

use crate::collect;
use crate::config::{BuildPlan, Destination, Input, OutputFormat};
use crate::console::Console;
use crate::failure::Failure;
use crate::graphviz;
use crate::output::{self, Staged};
use crate::summary;
use crate::tables::Tables;

/// Graphs with more nodes than this are drawn as an overview, unless the user says otherwise. One
/// interview or short plan stays below it, and a picture of that size can still be read on a
/// screen; Graphviz's time grows faster than the graph, to many seconds from 5,000 nodes on.
const FULL_VIEW_MAX_NODES: usize = 150;

/// Makes the graph. Documents that fail are told of; the others still make a graph.
pub fn run(plan: &BuildPlan, console: &Console) -> Result<(), Vec<Failure>> {
    let pool = rayon::ThreadPoolBuilder::new()
        .num_threads(plan.threads.map_or(0, |threads| threads.get())) // 0: one for each processor
        .build()
        .map_err(|error| vec![Failure::new("--threads", error.to_string())])?;
    let extractor = Tables::load(&plan.lexicon).and_then(Tables::into_extractor);
    let extractor = extractor.map_err(|failure| vec![failure])?;

    let collected = collect::collect(&plan.inputs);
    let results: Vec<Result<Extraction, Failure>> = pool.install(|| {
        let documents = collected.documents.par_iter();
        documents.map(|input| extract(&extractor, input)).collect()
    });
    let mut failures = collected.failures;
    let mut extractions = Vec::with_capacity(results.len());
    for result in results {
        match result {
            Ok(extraction) => extractions.push(extraction),
            Err(failure) => failures.push(failure),
        }
    }
    if !extractions.is_empty() {
        let graph = KnowledgeGraph::from_extractions_at_least(extractions, plan.min_confidence);
        console.info(summary::of(&graph, collected.skipped));
        deliver(&graph, plan, &collected.documents, console, &mut failures);
    }
    if failures.is_empty() { Ok(()) } else { Err(failures) }
}

/// All that one document gives.
fn extract(extractor: &Extractor, input: &Input) -> Result<Extraction, Failure> {
    let (source, text) = collect::read(input)?;
    Ok(extractor.extract(source, text))
}

/// Writes the graph in every format that was asked for, and those that can be had where others fail.
fn deliver(
    graph: &KnowledgeGraph,
    plan: &BuildPlan,
    documents: &[Input],
    console: &Console,
    failures: &mut Vec<Failure>,
) {
    let renderer = Renderer::new(graph, plan, console);
    match &plan.destination {
        Destination::Stdout(format) => {
            let written = renderer.render(*format).and_then(|bytes| output::to_stdout(&bytes));
            failures.extend(written.err());
        }
        Destination::Files { folder, name, formats } => {
            if let Err(failure) = output::create_folder(folder) {
                failures.push(failure);
                return;
            }
            // all are written before the first takes its place, so that a full disk leaves the
            // files of one run together
            let staged: Vec<Result<Staged, Failure>> = formats
                .iter()
                .map(|&format| {
                    let path = folder.join(format!("{name}.{}", format.extension()));
                    refuse_to_replace_an_input(&path, documents)?;
                    output::stage(path, &renderer.render(format)?)
                })
                .collect();
            for (staged, &format) in staged.into_iter().zip(formats) {
                match staged.and_then(Staged::commit) {
                    Ok(path) => console.info(renderer.written(&path, format)),
                    Err(failure) => failures.push(failure),
                }
            }
        }
    }
}

/// A document is never overwritten by its own graph (`gangmu build plan.json`).
fn refuse_to_replace_an_input(output: &Path, documents: &[Input]) -> Result<(), Failure> {
    let Ok(output_itself) = output.canonicalize() else { return Ok(()) }; // nothing there yet
    let is_input = documents.iter().any(|input| match input {
        Input::Path(path) => path.canonicalize().is_ok_and(|path| path == output_itself),
        Input::Stdin => false,
    });
    if is_input {
        return Err(Failure::at(output, "the result would replace this document")
            .remedy("choose another name with --name, or another folder with -o DIR"));
    }
    Ok(())
}

/// Turns one graph into the bytes of formats.
struct Renderer<'a> {
    graph: &'a KnowledgeGraph,
    options: Options,
    /// Whether the view was chosen for the user, who is then told.
    view_by_size: bool,
    console: &'a Console,
}

impl<'a> Renderer<'a> {
    fn new(graph: &'a KnowledgeGraph, plan: &BuildPlan, console: &'a Console) -> Self {
        let view = plan.view.unwrap_or_else(|| view_for(graph.nodes().len()));
        let options = Options { edge_key: plan.edge_key, view, ..Options::default() };
        Self { graph, options, view_by_size: plan.view.is_none(), console }
    }

    fn render(&self, format: OutputFormat) -> Result<Vec<u8>, Failure> {
        match format {
            OutputFormat::Graph(format) => self.export(format),
            OutputFormat::Svg => {
                let picture = graphviz::render_svg(&self.export(Format::Dot)?)?;
                if !picture.warnings.is_empty() {
                    self.console.warning(format_args!("Graphviz says: {}", picture.warnings));
                }
                Ok(picture.svg)
            }
        }
    }

    fn export(&self, format: Format) -> Result<Vec<u8>, Failure> {
        export::to_bytes(self.graph, format, &self.options)
            .map_err(|error| Failure::new(format.name(), error.to_string()))
    }

    /// The line that tells of a written file.
    fn written(&self, path: &Path, format: OutputFormat) -> String {
        let hint = match self.options.view {
            View::Overview if self.view_by_size && format.is_picture() => {
                " (overview of a large graph; --view full shows the actions too)"
            }
            _ => "",
        };
        // people write `plan.json`, not `./plan.json`
        format!("wrote {}{hint}", path.strip_prefix(".").unwrap_or(path).display())
    }
}

/// The view of a graph with so many nodes.
fn view_for(nodes: usize) -> View {
    if nodes > FULL_VIEW_MAX_NODES { View::Overview } else { View::Full }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn large_graphs_are_drawn_as_overviews() {
        assert_eq!(view_for(FULL_VIEW_MAX_NODES), View::Full);
        assert_eq!(view_for(FULL_VIEW_MAX_NODES + 1), View::Overview);
    }
}
