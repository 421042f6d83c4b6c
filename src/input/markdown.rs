//! Markdown: known by its name, since any text is Markdown too. The text stays as it is, marks
//! included, so that offsets count in the file that people see; the analysis knows `#` headings.

use super::{Extracted, File, Format, InputError, Reader, encoding};

/// Reads Markdown.
pub(super) struct Markdown;

impl Reader for Markdown {
    fn format(&self) -> Format {
        Format {
            name: "markdown",
            description: "Markdown in UTF-8, `#` headings understood",
            extensions: &["md", "markdown"],
        }
    }

    fn recognises(&self, file: File<'_>) -> bool {
        file.is_named_as(&self.format())
    }

    fn read(&self, file: File<'_>) -> Result<Extracted, InputError> {
        encoding::decode(file.bytes)
    }
}
