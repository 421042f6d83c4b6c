//! `gangmu text`: the text that the positions in a graph count in, and nothing else; or where its
//! lines stand.

use std::fmt::Write;

use gangmu::diagnostic::{Code, Report};
use gangmu::text::{SourceText, Span};

use crate::config::{Input, TextPlan};
use crate::console::Console;
use crate::documents::{self, Document};
use crate::failure::Failure;
use crate::output;
use crate::select::Selection;

/// Prints the text of a document.
pub fn run(plan: &TextPlan, console: &Console) -> Result<(), Failure> {
    if let Input::Path(path) = &plan.input
        && path.is_dir()
    {
        return Err(Failure::at(path, "this is a folder")
            .code(Code::FileIsFolder)
            .remedy("give one document; `gangmu build` takes folders"));
    }
    let input = std::slice::from_ref(&plan.input);
    let mut expanded = documents::expand(input, &plan.reading, &Selection::default());
    if let Some(failure) = expanded.failures.pop() {
        return Err(failure);
    }
    let [document] = &expanded.documents[..] else {
        return Err(Failure::new(plan.input.place(), "this is an archive of several documents")
            .code(Code::InputArchive)
            .remedy("unpack it and give one document; `gangmu build` takes archives"));
    };
    let document: &Document = document;
    let reading = documents::read(document, &plan.reading)?;
    for note in &reading.notes {
        console.report(&Report::new(note.code, document.place(), &*note.message));
    }
    match plan.map {
        true => output::to_stdout(map(&reading.text).as_bytes()),
        false => output::to_stdout(reading.text.as_str().as_bytes()),
    }
}

/// The lines of a text that are not blank, each with its place.
fn map(text: &SourceText) -> String {
    let mut map = String::from("start\tend\tline\tparagraph\tpage\ttext\n");
    let mut at = 0;
    let mut paragraph = 0;
    for (line, words) in (1..).zip(text.as_str().split_inclusive('\n')) {
        let span = text.trim(Span::new(at, at + words.len()));
        at += words.len();
        if span.is_empty() {
            continue;
        }
        paragraph += 1;
        let place = text.code_points(span);
        let page = text.page(span.start()).map_or_else(|| "-".to_owned(), |page| page.to_string());
        let words = text.slice(span).replace('\t', " ");
        writeln!(map, "{}\t{}\t{line}\t{paragraph}\t{page}\t{words}", place.start, place.end)
            .expect("a string takes any text");
    }
    map
}
