//! What was typed. What it comes to is in [`crate::config`]; the help texts are for analysts.

mod check;
mod eval;
pub mod output;

use std::num::NonZeroUsize;
use std::path::PathBuf;

use clap::builder::{PossibleValuesParser, TypedValueParser};
use clap::error::ErrorKind;
use clap::{Args, CommandFactory, Parser, Subcommand};

use gangmu::input::{Encoding, Limits};

use crate::config::{
    BuildPlan, CheckPlan, CoveragePlan, ExplainPlan, ExportPlan, Input, Reading, ReviewPlan, Task,
    TextPlan, TrainPlan,
};
use crate::console::{Console, Log, Verbosity};
use crate::select::Pattern;

pub use check::{CheckArgs, CoverageArgs, ExplainArgs, ReviewArgs};
use check::{EXPLAIN_HELP, REVIEW_HELP, VERIFY_HELP};
use eval::EVAL_EXAMPLES;
pub use eval::EvalArgs;
pub use output::OutputArgs;

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
      a picture with every action in it
  gangmu build plan.txt -f svg --ego 华翔集团 --size a4
      what is said of one company, on one page
  gangmu build plan.txt -f json -o - | jq '.nodes | length'
      the graph on standard output
  gangmu build plan.txt --lexicon my-companies.tsv
      recognises the companies in your own list as well
  gangmu build archive/ --include '*.docx' --include '*.pdf' --exclude 'drafts/**'
      only some of the documents of a folder
  curl -s https://… | gangmu build - --name page
      a web page, or any other document, from standard input

A document that cannot be read is named with the reason and what to do; the others are processed all \
the same, and the exit code is 1.";

const EXPORT_EXAMPLES: &str = "Examples:
  gangmu export plan.json -f graphml,gexf,xlsx
      the graph for networkx, for Gephi and for Excel: plan.graphml, plan.gexf, plan.xlsx
  gangmu export plan.json -f markdown --lang en -o -
      a report with English headings, on standard output
  gangmu export graphs/2025.json -f csv -o tables
      tables/2025.entities.csv, tables/2025.actions.csv and so on

What is written is byte for byte what `gangmu build` writes of the documents. `gangmu formats` says \
what each format is for.";

const LEXICON_HELP: &str = "Adds a table of your own names. Can be given several times.

A row is: name<TAB>other names, separated by |<TAB>flags; lines that begin with # are comments. The \
end of the file's name says what the names are: …companies.tsv, …universities.tsv, …programs.tsv, \
…industries.tsv, …organizations.tsv (without flags).";

const MAP_HELP: &str = "Prints where its lines stand instead: a line for each, with tabs between the \
first code point, the one behind the last, the line (from 1), the paragraph (from 1, blank lines do not \
count), the page (from 1; - where the format has none) and the words.";

const ANNOTATION_HELP: &str = "Annotations (*.gold.json, *.kg), or folders of them";

const TEXTS_HELP: &str = "A folder that holds annotated texts; those beside an annotation are found \
without it. Can be given several times";

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
    /// Write a finished JSON graph in other formats, without its documents
    #[command(after_help = EXPORT_EXAMPLES)]
    Export(ExportArgs),
    /// Print the text of a document, in which the positions in the graph count
    Text {
        /// The document, or - for standard input
        #[arg(value_parser = input_parser())]
        input: Input,
        #[arg(long, help = "Print where its lines stand instead", long_help = MAP_HELP)]
        map: bool,
        #[command(flatten)]
        reading: ReadingArgs,
    },
    /// Learn the weights of the scorer from annotated documents, and print their table
    Train {
        #[arg(required = true, value_name = "ANNOTATION", help = ANNOTATION_HELP)]
        inputs: Vec<PathBuf>,
        #[arg(long, value_name = "DIR", help = TEXTS_HELP)]
        texts: Vec<PathBuf>,
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
    /// Measure how much of annotated documents is found, and what is not
    #[command(after_help = EVAL_EXAMPLES)]
    Eval(EvalArgs),
    /// Print the JSON Schema that every JSON graph keeps to
    Schema,
    /// List the formats that can be read and written
    Formats,
}

/// Arguments of `gangmu build`.
#[derive(Debug, Args)]
pub struct BuildArgs {
    /// Documents, folders of documents (with the folders in them), ZIP archives of documents, or - for
    /// standard input; `gangmu formats` lists what can be read
    #[arg(required = true, value_name = "INPUT", value_parser = input_parser())]
    pub inputs: Vec<Input>,
    #[command(flatten)]
    pub output: OutputArgs,
    #[arg(long, value_name = "FILE", help = "Adds a table of your own names", long_help = LEXICON_HELP)]
    pub lexicon: Vec<PathBuf>,
    /// Applies what people decided about names (`gangmu review` writes a draft)
    #[arg(long, value_name = "FILE")]
    pub decisions: Option<PathBuf>,
    #[command(flatten)]
    pub reading: ReadingArgs,
    /// Of folders and archives, only files that match, whatever their ending; several are possible
    #[arg(long, value_name = "GLOB", value_parser = parse_glob)]
    pub include: Vec<Pattern>,
    /// Of folders and archives, no files or folders that match; several are possible
    #[arg(long, value_name = "GLOB", value_parser = parse_glob)]
    pub exclude: Vec<Pattern>,
    /// How many processors to use [default: all]; the result is the same
    #[arg(long, value_name = "N", value_parser = parse_threads)]
    pub threads: Option<NonZeroUsize>,
}

/// Arguments of `gangmu export`.
#[derive(Debug, Args)]
pub struct ExportArgs {
    /// The graph, as `gangmu build -f json` wrote it, or - for standard input
    #[arg(value_name = "GRAPH", value_parser = input_parser())]
    pub graph: Input,
    /// A document that the graph was made of, or a folder of them: formats that show the text then
    /// show all of it. Can be given several times
    #[arg(long = "text", value_name = "DOCUMENT")]
    pub texts: Vec<PathBuf>,
    #[command(flatten)]
    pub output: OutputArgs,
}

/// Arguments of every command that reads documents.
#[derive(Debug, Args)]
pub struct ReadingArgs {
    /// The encoding of texts and web pages, where what is found out is wrong: UTF-8, GB18030 (GBK),
    /// Big5, UTF-16LE, UTF-16BE
    #[arg(long, value_name = "NAME", value_parser = parse_encoding)]
    pub encoding: Option<Encoding>,
    /// How many MiB a file, and all that is packed in it, may have
    #[arg(long, value_name = "MIB", default_value_t = Limits::DEFAULT.bytes >> 20)]
    #[arg(value_parser = clap::value_parser!(u64).range(1..=1 << 20))]
    pub max_size: u64,
}

/// What the user wants, and how to talk to him; or the message for wrong usage, for `--help` and
/// for `--version`.
pub fn parse() -> Result<(Task, Console), clap::Error> {
    let cli = Cli::try_parse()?;
    let task = match cli.command {
        Command::Build(args) => {
            Task::Build(BuildPlan::resolve(args).map_err(|message| usage("build", message))?)
        }
        Command::Export(args) => {
            Task::Export(ExportPlan::resolve(args).map_err(|message| usage("export", message))?)
        }
        Command::Text { input, map, reading } => {
            Task::Text(TextPlan { input, map, reading: Reading::resolve(&reading) })
        }
        Command::Train { inputs, texts } => Task::Train(TrainPlan { inputs, texts }),
        Command::Verify(args) => Task::Verify(CheckPlan::from(args)),
        Command::Coverage(args) => Task::Coverage(CoveragePlan::from(args)),
        Command::Review(args) => Task::Review(ReviewPlan::from(args)),
        Command::Explain(args) => Task::Explain(ExplainPlan::from(args)),
        Command::Eval(args) => Task::Eval(args.into()),
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

/// A message about arguments of a command that do not go together.
fn usage(command: &str, message: String) -> clap::Error {
    let mut cli = Cli::command();
    cli.build();
    let command = cli.find_subcommand_mut(command).expect("one of the commands");
    command.error(ErrorKind::ArgumentConflict, message)
}

fn input_parser() -> impl TypedValueParser<Value = Input> {
    clap::builder::PathBufValueParser::new().map(Input::from)
}

fn log_parser() -> impl TypedValueParser<Value = Log> {
    PossibleValuesParser::new(["text", "json"]).map(|name| match name.as_str() {
        "json" => Log::Json,
        _ => Log::Text,
    })
}

/// An encoding by one of its names.
fn parse_encoding(name: &str) -> Result<Encoding, String> {
    Encoding::by_name(name).ok_or_else(|| {
        let names: Vec<&str> = Encoding::ALL.iter().map(|encoding| encoding.name()).collect();
        format!("known are {} and their other names, such as GBK", names.join(", "))
    })
}

/// A pattern of file names.
fn parse_glob(glob: &str) -> Result<Pattern, String> {
    Pattern::new(glob).map_err(|error| error.kind().to_string())
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
}
