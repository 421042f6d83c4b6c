//! What was typed. What it comes to is in [`crate::config`]; the help texts are for analysts.

use std::num::NonZeroUsize;
use std::path::PathBuf;

use clap::builder::{PossibleValuesParser, TypedValueParser};
use clap::error::ErrorKind;
use clap::{Args, CommandFactory, Parser, Subcommand};

use gangmu::export::{EdgeKey, View};

use crate::config::{
    BuildPlan, CheckPlan, CoverageForm, CoveragePlan, ExplainPlan, Input, OutputFormat, ReviewPlan,
    Task, TrainPlan,
};
use crate::console::{Console, Log, Verbosity};

const ABOUT: &str = "Turns Chinese plan documents into a knowledge graph 纲举目张";

const LONG_ABOUT: &str = "Turns Chinese plan documents (work reports, five-year plans, action plans, \
interviews) into a knowledge graph: 纲 the pillars and 目 the actions under them, with the companies, \
universities, programs and industries that they name. Each finding quotes the words it rests on.

It works offline, and the same documents always give the same graph.";

const EXAMPLES: &str = "Examples:
  gangmu build plan.txt                      graph of one document: plan.json and plan.dot
  gangmu build reports/ -o graphs -f json,svg
                                             one graph of all documents in a folder, with a picture
  gangmu text plan.txt                       the text that positions in the graph count in
  gangmu verify plan.json plan.txt           is every word and edge of the graph true to the document?

`gangmu help build` explains the command that you will mostly use.
Exit code: 0 all went well, 1 something failed, 2 wrong usage.";

const BUILD_EXAMPLES: &str = "Examples:
  gangmu build plan.txt
      writes plan.json and plan.dot into this folder
  gangmu build reports/ extra.md -o graphs --name 2025
      one graph of all documents in reports/ and of extra.md: graphs/2025.json, graphs/2025.dot
  gangmu build plan.txt -f svg --view full
      a picture with every action in it (needs Graphviz)
  gangmu build plan.txt -f json -o - | jq '.nodes | length'
      the graph on standard output
  gangmu build plan.txt --lexicon my-companies.tsv
      recognises the companies in your own list as well
  iconv -f GB18030 -t UTF-8 old.txt | gangmu build - --name old
      a document in another encoding, from standard input

A document that cannot be read is named with the reason and what to do; the others are processed all \
the same, and the exit code is 1.";

const VERIFY_HELP: &str = "Examples:
  gangmu verify graph.json reports/
  gangmu verify graph.json reports/ --log json 2> findings.jsonl

Nothing of the extraction is run: the documents are read again, and the graph is held against their \
text, its own findings, the ontology and the published schema. Each finding has a code; \
docs/diagnostics.md lists them. Exit code: 0 the graph holds, 1 something is wrong.";

const EXPLAIN_HELP: &str = "Examples:
  gangmu explain graph.json 华翔集团
  gangmu explain graph.json com:1f0c5d6e7a8b9c0d --text reports/";

const REVIEW_HELP: &str = "Examples:
  gangmu review graph.json reports/ > decisions.toml
      edit it: turn \"skip\" into accept, reject, retype, rename, merge or split
  gangmu build reports/ --decisions decisions.toml
      the decisions are applied now and on every build; one that concerns nothing is reported";

const LEXICON_HELP: &str = "Adds a table of your own names. Can be given several times.

A row is: name<TAB>other names, separated by |<TAB>flags; lines that begin with # are comments. The \
end of the file's name says what the names are: …companies.tsv, …universities.tsv, …programs.tsv, \
…industries.tsv.";

const VIEW_HELP: &str = "How much the picture shows: `overview` is the pillars and what they name, \
`full` the actions too. Small graphs are shown in full unless you say otherwise. The JSON always \
holds everything";

/// The program's arguments.
#[derive(Debug, Parser)]
#[command(name = "gangmu", version, about = ABOUT, long_about = LONG_ABOUT, after_help = EXAMPLES)]
#[command(disable_help_subcommand = false, arg_required_else_help = true)]
struct Cli {
    /// Only report errors and warnings
    #[arg(long, short, global = true)]
    quiet: bool,
    /// Report what was noticed, too
    #[arg(long, short, global = true, conflicts_with = "quiet")]
    verbose: bool,
    /// Form of the reports on standard error: `json` is one object a line, for programs
    #[arg(long, global = true, value_name = "FORM", default_value = "text")]
    #[arg(value_parser = log_parser())]
    log: Log,
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Make one knowledge graph of one or more documents
    #[command(after_help = BUILD_EXAMPLES)]
    Build(BuildArgs),
    /// Print the text of a document, in which the positions in the graph count
    Text {
        /// The document, or - for standard input
        #[arg(value_parser = input_parser())]
        input: Input,
    },
    /// Learn the weights of the scorer from annotated documents, and print their table
    Train {
        /// Annotations (*.kg), or folders of them; the texts stand beside them
        #[arg(required = true, value_name = "ANNOTATION")]
        inputs: Vec<PathBuf>,
    },
    /// Check a JSON graph against its documents: every offset, quote, edge and id
    #[command(after_help = VERIFY_HELP)]
    Verify(CheckArgs),
    /// Tell in plain words why something is in a JSON graph
    #[command(after_help = EXPLAIN_HELP)]
    Explain(ExplainArgs),
    /// Tell what a JSON graph leaves out of its documents, and how its pillars compare
    Coverage(CoverageArgs),
    /// Write a draft of decisions about a JSON graph's names, the least certain first
    #[command(after_help = REVIEW_HELP)]
    Review(ReviewArgs),
    /// Print the JSON Schema that every JSON graph keeps to
    Schema,
    /// List the formats that can be read and written
    Formats,
}

/// Arguments of the commands that hold a graph against its documents.
#[derive(Debug, Args)]
pub struct CheckArgs {
    /// The graph, as `gangmu build -f json` writes it, or - for standard input
    #[arg(value_name = "GRAPH.json", value_parser = input_parser())]
    pub graph: Input,
    /// The documents that it was made of, or folders of them
    #[arg(required = true, value_name = "DOCUMENT", value_parser = input_parser())]
    pub documents: Vec<Input>,
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
}

/// Arguments of `gangmu build`.
#[derive(Debug, Args)]
pub struct BuildArgs {
    /// Documents, folders of documents (with the folders in them), or - for standard input
    #[arg(required = true, value_name = "INPUT", value_parser = input_parser())]
    pub inputs: Vec<Input>,
    /// Folder for the results, made if need be; - for standard output
    #[arg(long, short, value_name = "DIR", default_value = ".")]
    pub output: PathBuf,
    /// What to write, separated by commas
    #[arg(long = "format", short, value_name = "FORMATS", value_delimiter = ',')]
    #[arg(default_value = "json,dot", value_parser = format_parser())]
    pub formats: Vec<OutputFormat>,
    /// Name of the results, without ending [default: the document's, or `graph` for several]
    #[arg(long, value_parser = parse_name)]
    pub name: Option<String>,
    #[arg(long, value_parser = view_parser(), help = VIEW_HELP)]
    pub view: Option<View>,
    /// What the JSON calls its list of edges: `links` for D3 and for networkx before 3.6
    #[arg(long, default_value = EdgeKey::default().name(), value_parser = edge_key_parser())]
    pub edge_key: EdgeKey,
    #[arg(long, value_name = "FILE", help = "Adds a table of your own names", long_help = LEXICON_HELP)]
    pub lexicon: Vec<PathBuf>,
    /// Applies what people decided about names (`gangmu review` writes a draft)
    #[arg(long, value_name = "FILE")]
    pub decisions: Option<PathBuf>,
    /// How many processors to use [default: all]; the result is the same
    #[arg(long, value_name = "N", value_parser = parse_threads)]
    pub threads: Option<NonZeroUsize>,
}

/// What the user wants, and how to talk to him; or the message for wrong usage, for `--help` and
/// for `--version`.
pub fn parse() -> Result<(Task, Console), clap::Error> {
    let cli = Cli::try_parse()?;
    let task = match cli.command {
        Command::Build(args) => Task::Build(BuildPlan::resolve(args).map_err(build_usage)?),
        Command::Text { input } => Task::Text(input),
        Command::Train { inputs } => Task::Train(TrainPlan { inputs }),
        Command::Verify(args) => Task::Verify(CheckPlan::from(args)),
        Command::Coverage(args) => Task::Coverage(CoveragePlan::from(args)),
        Command::Review(args) => Task::Review(ReviewPlan::from(args)),
        Command::Explain(args) => Task::Explain(ExplainPlan::from(args)),
        Command::Schema => Task::Schema,
        Command::Formats => Task::Formats,
    };
    let verbosity = match (cli.quiet, cli.verbose) {
        (true, _) => Verbosity::Quiet,
        (false, false) => Verbosity::Normal,
        (false, true) => Verbosity::Verbose,
    };
    Ok((task, Console::new(verbosity, cli.log)))
}

/// A message about arguments of `build` that do not go together.
fn build_usage(message: String) -> clap::Error {
    let mut cli = Cli::command();
    cli.build();
    let build = cli.find_subcommand_mut("build").expect("`build` is a command");
    build.error(ErrorKind::ArgumentConflict, message)
}

fn input_parser() -> impl TypedValueParser<Value = Input> {
    clap::builder::PathBufValueParser::new().map(Input::from)
}

fn coverage_parser() -> impl TypedValueParser<Value = CoverageForm> {
    PossibleValuesParser::new(["text", "markdown"]).map(|name| match name.as_str() {
        "markdown" => CoverageForm::Markdown,
        _ => CoverageForm::Text,
    })
}

fn log_parser() -> impl TypedValueParser<Value = Log> {
    PossibleValuesParser::new(["text", "json"]).map(|name| match name.as_str() {
        "json" => Log::Json,
        _ => Log::Text,
    })
}

fn format_parser() -> impl TypedValueParser<Value = OutputFormat> {
    PossibleValuesParser::new(OutputFormat::all().map(OutputFormat::name)).map(|name| {
        OutputFormat::all().find(|format| format.name() == name).expect("one of the values above")
    })
}

fn view_parser() -> impl TypedValueParser<Value = View> {
    PossibleValuesParser::new(["overview", "full"]).map(|name| match name.as_str() {
        "overview" => View::Overview,
        _ => View::Full,
    })
}

fn edge_key_parser() -> impl TypedValueParser<Value = EdgeKey> {
    PossibleValuesParser::new(EdgeKey::ALL.iter().map(|key| key.name())).map(|name| {
        let key = EdgeKey::ALL.iter().find(|key| key.name() == name);
        *key.expect("one of the values above")
    })
}

/// A name of files: it must not lead out of the output folder.
fn parse_name(name: &str) -> Result<String, String> {
    if name.is_empty() || name == "." || name == ".." || name.contains(['/', '\\', '\0']) {
        return Err("the name of the results is a file name without folder and ending; \
                    the folder goes with -o DIR"
            .to_owned());
    }
    Ok(name.to_owned())
}

/// A number of threads.
fn parse_threads(number: &str) -> Result<NonZeroUsize, &'static str> {
    number.parse().map_err(|_| "give a whole number from 1 on")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_definition_is_sound() {
        Cli::command().debug_assert();
    }

    #[test]
    fn names_stay_in_the_output_folder() {
        assert!(parse_name("2025年").is_ok());
        for bad in ["", ".", "..", "a/b", "..\\b"] {
            assert!(parse_name(bad).is_err(), "{bad}");
        }
    }
}
