//! What went wrong, where, and what to do about it: all that this program says about errors.

use std::io;
use std::path::Path;

use gangmu::diagnostic::Code;

/// One thing that failed.
#[derive(Debug)]
pub struct Failure {
    /// What kind of failure it is.
    code: Code,
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
        Self {
            code: Code::Failed,
            place: place.into(),
            problem: problem.into(),
            remedy: None,
            broken_pipe: false,
        }
    }

    /// Says what kind of failure it is.
    pub fn code(mut self, code: Code) -> Self {
        self.code = code;
        self
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
        let (code, problem, remedy) = explain(error);
        let mut failure = Self::new(place, format!("{what}: {problem}")).code(code);
        failure.remedy = remedy.map(str::to_owned);
        failure.broken_pipe = error.kind() == io::ErrorKind::BrokenPipe;
        failure
    }

    /// Its parts: code, place, problem, remedy.
    pub fn parts(&self) -> (Code, &str, &str, Option<&str>) {
        (self.code, &self.place, &self.problem, self.remedy.as_deref())
    }

    /// Whether it only tells that nobody reads our output any more.
    pub fn is_broken_pipe(&self) -> bool {
        self.broken_pipe
    }
}

/// An error of the operating system in plain words, and what helps.
fn explain(error: &io::Error) -> (Code, String, Option<&'static str>) {
    let (code, problem, remedy) = match error.kind() {
        io::ErrorKind::NotFound => {
            (Code::FileMissing, "there is no such file or folder", "check the spelling of the path")
        }
        io::ErrorKind::PermissionDenied => (
            Code::FilePermission,
            "permission denied",
            "change the permissions, or use another folder",
        ),
        io::ErrorKind::StorageFull => {
            (Code::DiskFull, "the disk is full", "free some space, or use another disk")
        }
        io::ErrorKind::ReadOnlyFilesystem => {
            (Code::DiskReadOnly, "the disk can only be read", "use another folder (-o DIR)")
        }
        _ => return (Code::FileIo, error.to_string(), None),
    };
    (code, problem.to_owned(), Some(remedy))
}
