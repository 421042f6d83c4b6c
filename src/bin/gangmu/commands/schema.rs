//! `gangmu schema`: the JSON Schema of JSON graphs.

use gangmu::export;

use crate::failure::Failure;
use crate::output;

/// Prints the schema.
pub fn run() -> Result<(), Failure> {
    output::to_stdout(format!("{:#}\n", export::json_schema()).as_bytes())
}
