//! What the arguments of the commands come to that hold a written graph against its documents.

use crate::args::{CheckArgs, CoverageArgs, ExplainArgs, ReviewArgs};

use super::{Input, Reading};

/// A graph, and the documents that it is held against.
#[derive(Debug)]
pub struct CheckPlan {
    /// The JSON graph.
    pub graph: Input,
    /// Its documents, and folders of them.
    pub documents: Vec<Input>,
    /// How to read them.
    pub reading: Reading,
}

impl From<CheckArgs> for CheckPlan {
    fn from(args: CheckArgs) -> Self {
        let reading = Reading::resolve(&args.reading);
        Self { graph: args.graph, documents: args.documents, reading }
    }
}

/// How coverage is told.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CoverageForm {
    /// For a terminal.
    Text,
    /// For a report.
    Markdown,
}

/// All that `gangmu coverage` has to do.
#[derive(Debug)]
pub struct CoveragePlan {
    /// Graph and documents.
    pub check: CheckPlan,
    /// In which form.
    pub form: CoverageForm,
}

impl From<CoverageArgs> for CoveragePlan {
    fn from(args: CoverageArgs) -> Self {
        Self { check: args.check.into(), form: args.form }
    }
}

/// All that `gangmu review` has to do.
#[derive(Debug)]
pub struct ReviewPlan {
    /// The JSON graph.
    pub graph: Input,
    /// Documents to quote sentences from.
    pub documents: Vec<Input>,
    /// How to read them.
    pub reading: Reading,
    /// Only what is less certain.
    pub below: f64,
}

impl From<ReviewArgs> for ReviewPlan {
    fn from(args: ReviewArgs) -> Self {
        let reading = Reading::resolve(&args.reading);
        Self { graph: args.graph, documents: args.documents, reading, below: args.below }
    }
}

/// All that `gangmu explain` has to do.
#[derive(Debug)]
pub struct ExplainPlan {
    /// The JSON graph.
    pub graph: Input,
    /// What is asked for.
    pub query: String,
    /// Documents to quote sentences from.
    pub documents: Vec<Input>,
    /// How to read them.
    pub reading: Reading,
}

impl From<ExplainArgs> for ExplainPlan {
    fn from(args: ExplainArgs) -> Self {
        let reading = Reading::resolve(&args.reading);
        Self { graph: args.graph, query: args.query, documents: args.text, reading }
    }
}
