//! How much a diagnostic matters.

/// How much a diagnostic matters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Severity {
    /// Something that was asked for was not done, or does not hold: the exit code is 1.
    Error,
    /// Done, and worth a look: the exit code is not touched.
    Warning,
    /// Noticed; shown with `-v` only.
    Note,
}

impl Severity {
    /// All values.
    pub const ALL: &'static [Severity] = &[Severity::Error, Severity::Warning, Severity::Note];

    /// The name in messages and logs.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Severity::Error => "error",
            Severity::Warning => "warning",
            Severity::Note => "note",
        }
    }
}
