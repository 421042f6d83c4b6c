//! Markdown: known by its name, since any text is Markdown too. The text stays as it is, marks
//! included, so that offsets count in the file that people see; the analysis knows `#` headings.

use super::{Extracted, File, Format, InputError, Options, Reader, encoding, signature};

/// Reads Markdown.
pub(super) struct Markdown;

impl Reader for Markdown {
    fn format(&self) -> Format {
        Format {
            name: "markdown",
            description: "Markdown in the same encodings, `#` headings understood",
            extensions: &["md", "markdown"],
        }
    }

    fn recognises(&self, file: File<'_>) -> bool {
        file.is_named_as(&self.format())
    }

    fn read(&self, file: File<'_>, options: &Options<'_>) -> Result<Extracted, InputError> {
        signature::refuse_other_formats(file.bytes)?;
        encoding::decode(file.bytes, options.encoding, None)
    }
}
