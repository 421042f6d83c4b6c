//! Plain text: the decoded file, unchanged, line ends and all. Takes whatever no other reader took.

use super::{Extracted, File, Format, InputError, Reader, encoding};

/// Reads plain text.
pub(super) struct Plain;

impl Reader for Plain {
    fn format(&self) -> Format {
        Format { name: "text", description: "plain text in UTF-8", extensions: &["txt"] }
    }

    fn recognises(&self, _: File<'_>) -> bool {
        true
    }

    fn read(&self, file: File<'_>) -> Result<Extracted, InputError> {
        encoding::decode(file.bytes)
    }
}
