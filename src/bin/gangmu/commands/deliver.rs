//! One graph → files, or standard output: what all commands that write a graph end with.

use std::path::{Path, PathBuf};

use gangmu::diagnostic::{Code, Report};
use gangmu::export::{self, File, Format, Options, View};
use gangmu::graph::KnowledgeGraph;

use crate::config::{Delivery, Destination, Input, OutputFormat};
use crate::console::Console;
use crate::failure::Failure;
use crate::graphviz;
use crate::output::{self, Staged};
use crate::pages;

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
                .and_then(|files| only(files, *format))
                .and_then(|file| output::to_stdout(&file.bytes));
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
                let path = folder.join(file.name(name));
                refuse_to_replace_an_input(&path, documents)?;
                output::stage(path, &file.bytes)
            };
            let staged: Vec<Result<Vec<Staged>, Failure>> = formats
                .iter()
                .map(|&format| renderer.render(format)?.into_iter().map(stage).collect())
                .collect();
            for (staged, &format) in staged.into_iter().zip(formats) {
                let committed: Result<Vec<PathBuf>, Failure> =
                    staged.and_then(|staged| staged.into_iter().map(Staged::commit).collect());
                match committed {
                    Ok(paths) => {
                        paths.iter().for_each(|path| console.info(renderer.written(path, format)));
                        if format.has_pages() {
                            tell_of_old_pages(folder, name, format, &paths, console);
                        }
                    }
                    Err(failure) => failures.push(failure),
                }
            }
        }
    }
}

/// Standard output takes one file.
fn only(mut files: Vec<File>, format: OutputFormat) -> Result<File, Failure> {
    match files.pop() {
        Some(file) if files.is_empty() => Ok(file),
        _ => {
            let problem =
                format!("the picture has {} pages, and standard output takes one", files.len() + 1);
            Err(Failure::new(format.name(), problem)
                .code(Code::PicturePages)
                .remedy("take --size screen or -f pdf, or a folder with -o DIR"))
        }
    }
}

/// Pages of an earlier run that had more of them are not deleted: they may be somebody's.
fn tell_of_old_pages(
    folder: &Path,
    name: &str,
    format: OutputFormat,
    written: &[PathBuf],
    console: &Console,
) {
    let old = pages::old(folder, name, format.endings()[0], written);
    if !old.is_empty() {
        let place = folder.join(name).display().to_string();
        let message = format!("pages of an earlier picture are still there: {}", old.join(", "));
        console.report(&Report::new(Code::PictureOldPages, place, message));
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
            OutputFormat::Graphviz(drawn) => {
                let dot: Vec<u8> =
                    self.export(Format::Dot)?.into_iter().flat_map(|file| file.bytes).collect();
                let picture = graphviz::render(&dot, drawn)?;
                if !picture.warnings.is_empty() {
                    let says = Report::new(Code::GraphvizWarning, "dot", picture.warnings);
                    self.console.report(&says);
                }
                Ok(vec![File::whole(drawn.ending(), picture.bytes)])
            }
            #[cfg(feature = "pdf")]
            OutputFormat::Pdf => {
                let bytes = crate::vector::draw(&self.pictures("pdf")?)?;
                Ok(vec![File::whole("pdf", bytes)])
            }
            #[cfg(feature = "png")]
            OutputFormat::Png => {
                let pictures = self.pictures("png")?;
                let draw = |picture: &crate::picture::Picture| {
                    let bytes = crate::pixels::draw(picture)?;
                    Ok(File { ending: "png", page: picture.page, bytes })
                };
                pictures.iter().map(draw).collect()
            }
        }
    }

    /// The pages that PDF and PNG are made of.
    #[cfg(any(feature = "pdf", feature = "png"))]
    fn pictures(&self, format: &'static str) -> Result<Vec<crate::picture::Picture>, Failure> {
        let pictures = crate::picture::Picture::read(&self.export(Format::Svg)?, format)?;
        if pictures.iter().any(|picture| !picture.has_chinese_font) {
            let message = "no font with Chinese characters was found: they are missing";
            self.console.report(&Report::new(Code::PictureFont, format, message));
        }
        Ok(pictures)
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
