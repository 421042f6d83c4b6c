//! `gangmu formats`: what can be read and written.

use std::fmt::Write;

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
        let endings: Vec<String> = format.endings().iter().map(|e| format!(".{e}")).collect();
        let ending = match &endings[..] {
            [only] => only.clone(),
            several => format!("{} files", several.len()),
        };
        row(&mut list, format.name(), &ending, format.purpose());
    }
    list
}

/// A line of a list.
fn row(list: &mut String, name: &str, endings: &str, description: &str) {
    writeln!(list, "  {name:<15} {endings:<28}{description}").expect("a string takes any text");
}
