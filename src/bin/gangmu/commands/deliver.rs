//! One graph → files, or standard output: what all commands that write a graph end with.

use std::path::Path;

use gangmu::diagnostic::{Code, Report};
use gangmu::export::{self, File, Format, Options, View};
use gangmu::graph::KnowledgeGraph;

use crate::config::{Delivery, Destination, Input, OutputFormat};
use crate::console::Console;
use crate::failure::Failure;
use crate::graphviz;
use crate::output::{self, Staged};

/// Graphs with more nodes than this are drawn as an overview, unless the user says otherwise. One
/// interview or short plan stays below it, and a picture of that size can still be read on a
/// screen; Graphviz's time grows faster than the graph, to many seconds from 5,000 nodes on.
const FULL_VIEW_MAX_NODES: usize = 150;

/// Writes the graph in every format that was asked for, and those that can be had where others fail.
pub fn deliver(
    graph: &KnowledgeGraph,
    delivery: &Delivery,
    documents: &[Input],
    console: &Console,
    failures: &mut Vec<Failure>,
) {
    let renderer = Renderer::new(graph, delivery, console);
    match &delivery.destination {
        Destination::Stdout(format) => {
            let written = renderer
                .render(*format)
                .and_then(|files| files.iter().try_for_each(|file| output::to_stdout(&file.bytes)));
            failures.extend(written.err());
        }
        Destination::Files { folder, name, formats } => {
            if let Err(failure) = output::create_folder(folder) {
                failures.push(failure);
                return;
            }
            // all are written before the first takes its place, so that a full disk leaves the
            // files of one run together
            let stage = |file: File| {
                let path = folder.join(format!("{name}.{}", file.ending));
                refuse_to_replace_an_input(&path, documents)?;
                output::stage(path, &file.bytes)
            };
            let staged: Vec<Result<Vec<Staged>, Failure>> = formats
                .iter()
                .map(|&format| renderer.render(format)?.into_iter().map(stage).collect())
                .collect();
            for (staged, &format) in staged.into_iter().zip(formats) {
                let committed = staged.and_then(|staged| {
                    let mut paths = staged.into_iter().map(Staged::commit);
                    paths.try_for_each(|path| {
                        console.info(renderer.written(&path?, format));
                        Ok(())
                    })
                });
                failures.extend(committed.err());
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
            .code(Code::OutputIsInput)
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
    fn new(graph: &'a KnowledgeGraph, delivery: &Delivery, console: &'a Console) -> Self {
        let &Delivery { view, edge_key, lang, size, ref choice, .. } = delivery;
        let view_by_size = view.is_none();
        let view = view.unwrap_or_else(|| view_for(graph.nodes().len()));
        let options = Options { edge_key, view, lang, size, choice: choice.clone(), title: None };
        Self { graph, options, view_by_size, console }
    }

    fn render(&self, format: OutputFormat) -> Result<Vec<File>, Failure> {
        match format {
            OutputFormat::Graph(format) => self.export(format),
            OutputFormat::Graphviz => {
                let dot: Vec<u8> =
                    self.export(Format::Dot)?.into_iter().flat_map(|file| file.bytes).collect();
                let picture = graphviz::render_svg(&dot)?;
                if !picture.warnings.is_empty() {
                    let says = Report::new(Code::GraphvizWarning, "dot", picture.warnings);
                    self.console.report(&says);
                }
                Ok(vec![File { ending: "dot.svg", bytes: picture.svg }])
            }
            #[cfg(feature = "pdf")]
            OutputFormat::Pdf => {
                let bytes = crate::vector::draw(&self.picture("pdf")?)?;
                Ok(vec![File { ending: "pdf", bytes }])
            }
            #[cfg(feature = "png")]
            OutputFormat::Png => {
                let bytes = crate::pixels::draw(&self.picture("png")?)?;
                Ok(vec![File { ending: "png", bytes }])
            }
        }
    }

    /// The picture that PDF and PNG are made of.
    #[cfg(any(feature = "pdf", feature = "png"))]
    fn picture(&self, format: &'static str) -> Result<crate::picture::Picture, Failure> {
        let svg: Vec<u8> =
            self.export(Format::Svg)?.into_iter().flat_map(|file| file.bytes).collect();
        let picture = crate::picture::Picture::read(&svg, format)?;
        if !picture.has_chinese_font {
            let message = "no font with Chinese characters was found: they are missing";
            self.console.report(&Report::new(Code::PictureFont, format, message));
        }
        Ok(picture)
    }

    fn export(&self, format: Format) -> Result<Vec<File>, Failure> {
        export::files(self.graph, format, &self.options)
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
