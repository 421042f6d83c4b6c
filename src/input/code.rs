//! Which diagnostic an unreadable document is.

use crate::diagnostic::Code;

use super::InputError;

impl InputError {
    /// The stable code of the family that it belongs to.
    #[must_use]
    pub fn code(&self) -> Code {
        match self {
            InputError::Empty | InputError::Blank => Code::InputEmpty,
            InputError::Unsupported { .. } => Code::InputFormat,
            InputError::NulByte { .. } | InputError::NotText { .. } => Code::InputEncoding,
            InputError::Encrypted { .. } => Code::InputEncrypted,
            InputError::Damaged { .. } => Code::InputDamaged,
            InputError::TooLarge { .. } | InputError::TooDeep { .. } | InputError::Limit(_) => {
                Code::InputTooLarge
            }
            InputError::Scanned { .. } => Code::InputScan,
            InputError::UnreadableFonts => Code::InputFonts,
        }
    }
}
