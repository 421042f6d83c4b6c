//! What went wrong, where, and what to do about it: all that this program says about errors.

use std::fmt;
use std::io;
use std::path::Path;

/// One thing that failed.
#[derive(Debug)]
pub struct Failure {
    /// The file, folder or program it is about.
    place: String,
    /// What is wrong.
    problem: String,
    /// What the user can do.
    remedy: Option<String>,
    /// Whether a reader closed the stream that we wrote to.
    broken_pipe: bool,
}

impl Failure {
    /// Something wrong with `place`.
    pub fn new(place: impl Into<String>, problem: impl Into<String>) -> Self {
        Self { place: place.into(), problem: problem.into(), remedy: None, broken_pipe: false }
    }

    /// Something wrong with a file or folder.
    pub fn at(path: &Path, problem: impl Into<String>) -> Self {
        Self::new(path.display().to_string(), problem)
    }

    /// Says what the user can do.
    pub fn remedy(mut self, remedy: impl Into<String>) -> Self {
        self.remedy = Some(remedy.into());
        self
    }

    /// The operating system refused to do `what` with `place`.
    pub fn io(place: impl Into<String>, what: &str, error: &io::Error) -> Self {
        let (problem, remedy) = explain(error);
        let mut failure = Self::new(place, format!("{what}: {problem}"));
        failure.remedy = remedy.map(str::to_owned);
        failure.broken_pipe = error.kind() == io::ErrorKind::BrokenPipe;
        failure
    }

    /// Whether it only tells that nobody reads our output any more.
    pub fn is_broken_pipe(&self) -> bool {
        self.broken_pipe
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.place, self.problem)?;
        match &self.remedy {
            Some(remedy) => write!(f, "\n  remedy: {remedy}"),
            None => Ok(()),
        }
    }
}

/// An error of the operating system in plain words, and what helps.
fn explain(error: &io::Error) -> (String, Option<&'static str>) {
    let (problem, remedy) = match error.kind() {
        io::ErrorKind::NotFound => {
            ("there is no such file or folder", "check the spelling of the path")
        }
        io::ErrorKind::PermissionDenied => {
            ("permission denied", "change the permissions, or use another folder")
        }
        io::ErrorKind::StorageFull => ("the disk is full", "free some space, or use another disk"),
        io::ErrorKind::ReadOnlyFilesystem => {
            ("the disk can only be read", "use another folder (-o DIR)")
        }
        _ => return (error.to_string(), None),
    };
    (problem.to_owned(), Some(remedy))
}
