//! Arguments of the commands that hold a written graph against its documents.

use clap::Args;
use clap::builder::{PossibleValuesParser, TypedValueParser};

use crate::config::{CoverageForm, Input};

use super::{ReadingArgs, input_parser};

pub const VERIFY_HELP: &str = "Examples:
  gangmu verify graph.json reports/
  gangmu verify graph.json reports/ --log json 2> findings.jsonl

Nothing of the extraction is run: the documents are read again, and the graph is held against their \
text, its own findings, the ontology and the published schema. Each finding has a code; \
docs/diagnostics.md lists them. Exit code: 0 the graph holds, 1 something is wrong.";

pub const EXPLAIN_HELP: &str = "Examples:
  gangmu explain graph.json 华翔集团
  gangmu explain graph.json com:1f0c5d6e7a8b9c0d --text reports/";

pub const REVIEW_HELP: &str = "Examples:
  gangmu review graph.json reports/ > decisions.toml
      edit it: turn \"skip\" into accept, reject, retype, rename, merge or split
  gangmu build reports/ --decisions decisions.toml
      the decisions are applied now and on every build; one that concerns nothing is reported";

/// Arguments of the commands that hold a graph against its documents.
#[derive(Debug, Args)]
pub struct CheckArgs {
    /// The graph, as `gangmu build -f json` writes it, or - for standard input
    #[arg(value_name = "GRAPH.json", value_parser = input_parser())]
    pub graph: Input,
    /// The documents that it was made of, or folders of them
    #[arg(required = true, value_name = "DOCUMENT", value_parser = input_parser())]
    pub documents: Vec<Input>,
    #[command(flatten)]
    pub reading: ReadingArgs,
}

/// Arguments of `gangmu coverage`.
#[derive(Debug, Args)]
pub struct CoverageArgs {
    #[command(flatten)]
    pub check: CheckArgs,
    /// In which form
    #[arg(long = "format", short, default_value = "text", value_parser = coverage_parser())]
    pub form: CoverageForm,
}

/// Arguments of `gangmu review`.
#[derive(Debug, Args)]
pub struct ReviewArgs {
    /// The graph, as `gangmu build -f json` writes it, or - for standard input
    #[arg(value_name = "GRAPH.json", value_parser = input_parser())]
    pub graph: Input,
    /// Its documents, or folders of them, to show the sentences that names stand in
    #[arg(value_name = "DOCUMENT", value_parser = input_parser())]
    pub documents: Vec<Input>,
    /// Only what is less certain than this, from 0 to 1
    #[arg(long, value_name = "CONFIDENCE", default_value_t = 1.0)]
    pub below: f64,
    #[command(flatten)]
    pub reading: ReadingArgs,
}

/// Arguments of `gangmu explain`.
#[derive(Debug, Args)]
pub struct ExplainArgs {
    /// The graph, as `gangmu build -f json` writes it, or - for standard input
    #[arg(value_name = "GRAPH.json", value_parser = input_parser())]
    pub graph: Input,
    /// A name, a part of a name, the id of a node, or the key of an edge
    #[arg(value_name = "NAME|ID")]
    pub query: String,
    /// Show the sentences that the words stand in, from these documents or folders of them
    #[arg(long, value_name = "DOCUMENT", num_args = 1.., value_parser = input_parser())]
    pub text: Vec<Input>,
    #[command(flatten)]
    pub reading: ReadingArgs,
}

fn coverage_parser() -> impl TypedValueParser<Value = CoverageForm> {
    PossibleValuesParser::new(["text", "markdown"]).map(|name| match name.as_str() {
        "markdown" => CoverageForm::Markdown,
        _ => CoverageForm::Text,
    })
}
