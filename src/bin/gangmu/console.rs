//! What people, and programs that watch over a run, see on standard error. Standard output is for
//! results alone.

use std::fmt::Display;
use std::io::{self, Write};

use gangmu::diagnostic::{Code, Report, Severity};
use serde_json::json;

use crate::failure::Failure;

/// How much is told.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Verbosity {
    /// Errors and warnings.
    Quiet,
    /// What was done, too.
    Normal,
    /// What was noticed, too.
    Verbose,
}

/// In which form it is told.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Log {
    /// For people.
    Text,
    /// One JSON object a line.
    Json,
}

/// Talks to the person at the terminal.
#[derive(Debug, Clone, Copy)]
pub struct Console {
    verbosity: Verbosity,
    log: Log,
}

impl Console {
    /// One that tells so much in this form.
    pub fn new(verbosity: Verbosity, log: Log) -> Self {
        Self { verbosity, log }
    }

    /// Whether nothing but messages may be on standard error, such as a bar.
    pub fn is_quiet(&self) -> bool {
        self.verbosity == Verbosity::Quiet || self.log == Log::Json
    }

    /// Tells what was done.
    pub fn info(&self, message: impl Display) {
        if self.verbosity < Verbosity::Normal {
            return;
        }
        match self.log {
            Log::Text => print(&message),
            Log::Json => print(&json!({ "severity": "info", "message": message.to_string() })),
        }
    }

    /// Tells what failed.
    pub fn failure(&self, failure: &Failure) {
        let (code, place, problem, remedy) = failure.parts();
        self.tell(code, place, problem, remedy);
    }

    /// Tells what the library has to say, with the remedy that the code has for it.
    pub fn report(&self, report: &Report) {
        let remedy = report.code.remedy();
        self.tell(report.code, &report.place, &report.message, Some(remedy));
    }

    /// Tells of annotation that is left out.
    pub fn annotation_skipped(&self, message: impl Display) {
        self.tell(Code::AnnotationSkipped, "annotation", &message.to_string(), None);
    }

    /// Puts into a log for programs what people get on standard output.
    pub fn log_only(&self, report: &Report) {
        if self.log == Log::Json {
            self.report(report);
        }
    }

    fn tell(&self, code: Code, place: &str, message: &str, remedy: Option<&str>) {
        let severity = code.severity();
        if severity == Severity::Note && self.verbosity < Verbosity::Verbose {
            return;
        }
        let (severity, code) = (severity.name(), code.name());
        match (self.log, remedy) {
            (Log::Json, _) => print(&json!({
                "severity": severity, "code": code, "place": place, "message": message,
                "remedy": remedy,
            })),
            (Log::Text, Some(remedy)) => print(&format_args!(
                "gangmu: {severity}[{code}]: {place}: {message}\n  remedy: {remedy}"
            )),
            (Log::Text, None) => {
                print(&format_args!("gangmu: {severity}[{code}]: {place}: {message}"))
            }
        }
    }
}

/// A line on standard error. That nobody can read it must not stop the work.
fn print(message: &dyn Display) {
    let _ = writeln!(io::stderr().lock(), "{message}");
}
