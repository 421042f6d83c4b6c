//! What the tool can have to say besides results: each with a stable code, a severity and a remedy.
//!
//! `docs/diagnostics.md` lists them all; a test keeps it true. A code is never given a new meaning.

mod code;
mod severity;

pub use code::Code;
pub use severity::Severity;

use std::fmt;

/// One thing to say, about one place.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Report {
    /// What it is.
    pub code: Code,
    /// What it is about: a file, with a place in it as far as that is known.
    pub place: String,
    /// What is the matter there, for people.
    pub message: String,
}

impl Report {
    /// Something to say about a place.
    #[must_use]
    pub fn new(code: Code, place: impl Into<String>, message: impl Into<String>) -> Self {
        Self { code, place: place.into(), message: message.into() }
    }
}

impl fmt::Display for Report {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "[{}] {}: {}", self.code.name(), self.place, self.message)
    }
}
