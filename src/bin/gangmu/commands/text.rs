//! `gangmu text`: the text that the positions in a graph count in, and nothing else.

use gangmu::diagnostic::Code;

use crate::collect;
use crate::config::Input;
use crate::failure::Failure;
use crate::output;

/// Prints the text of a document.
pub fn run(input: &Input) -> Result<(), Failure> {
    if let Input::Path(path) = input
        && path.is_dir()
    {
        return Err(Failure::at(path, "this is a folder")
            .code(Code::FileIsFolder)
            .remedy("give one document; `gangmu build` takes folders"));
    }
    let (_, text) = collect::read(input)?;
    output::to_stdout(text.as_str().as_bytes())
}
