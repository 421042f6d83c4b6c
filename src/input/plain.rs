//! Plain text: the decoded file, unchanged, line ends and all. Takes whatever no other reader took,
//! and refuses what is surely something else.

use super::{Extracted, File, Format, InputError, Options, Reader, encoding, signature};

/// Reads plain text.
pub(super) struct Plain;

impl Reader for Plain {
    fn format(&self) -> Format {
        Format {
            name: "text",
            description: "plain text in UTF-8, GB18030 (GBK), Big5 or UTF-16",
            extensions: &["txt"],
        }
    }

    fn recognises(&self, _: File<'_>) -> bool {
        true
    }

    fn read(&self, file: File<'_>, options: &Options<'_>) -> Result<Extracted, InputError> {
        signature::refuse_other_formats(file.bytes)?;
        encoding::decode(file.bytes, options.encoding, None)
    }
}
