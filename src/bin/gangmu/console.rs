//! What people see on standard error. Standard output is for results alone.

use std::fmt::Display;
use std::io::{self, Write};

/// Talks to the person at the terminal.
#[derive(Debug, Clone, Copy)]
pub struct Console {
    quiet: bool,
}

impl Console {
    /// One that only tells of errors and warnings when it is quiet.
    pub fn new(quiet: bool) -> Self {
        Self { quiet }
    }

    /// Whether only errors and warnings are told.
    pub fn is_quiet(&self) -> bool {
        self.quiet
    }

    /// Tells what was done.
    pub fn info(&self, message: impl Display) {
        if !self.quiet {
            print(&message);
        }
    }

    /// Tells of something that the user should look at.
    pub fn warning(&self, message: impl Display) {
        print(&format_args!("gangmu: warning: {message}"));
    }

    /// Tells what failed.
    pub fn error(&self, message: impl Display) {
        print(&format_args!("gangmu: error: {message}"));
    }
}

/// A line on standard error. That nobody can read it must not stop the work.
fn print(message: &dyn Display) {
    let _ = writeln!(io::stderr().lock(), "{message}");
}
