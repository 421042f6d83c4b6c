//! `gangmu formats`: what can be read and written.

use std::fmt::Write;

use gangmu::export::Format;
use gangmu::input;

use crate::config::OutputFormat;
use crate::failure::Failure;
use crate::output;

/// Prints the lists.
pub fn run() -> Result<(), Failure> {
    output::to_stdout(listing().as_bytes())
}

fn listing() -> String {
    let mut list = String::from("Reads:\n");
    for format in input::formats() {
        let endings: Vec<String> = format.extensions.iter().map(|e| format!(".{e}")).collect();
        row(&mut list, format.name, &endings.join(" "), format.description);
    }
    list.push_str("\nWrites (-f):\n");
    for format in OutputFormat::all() {
        row(&mut list, format.name(), &format!(".{}", format.extension()), describe(format));
    }
    list
}

/// A line of a list.
fn row(list: &mut String, name: &str, endings: &str, description: &str) {
    writeln!(list, "  {name:<10}{endings:<28}{description}").expect("a string takes any text");
}

/// What an output format is for.
fn describe(format: OutputFormat) -> &'static str {
    match format {
        OutputFormat::Graph(Format::Json) => {
            "the whole graph with its evidence, for networkx, D3 and your own programs"
        }
        OutputFormat::Graph(Format::Dot) => "a picture for Graphviz to draw",
        OutputFormat::Svg => "the picture, drawn by Graphviz (which must be installed)",
    }
}
