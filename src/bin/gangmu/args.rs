//! What was typed. What it comes to is in [`crate::config`]; the help texts are for analysts.

use std::num::NonZeroUsize;
use std::path::PathBuf;

use clap::builder::{PossibleValuesParser, TypedValueParser};
use clap::error::ErrorKind;
use clap::{Args, CommandFactory, Parser, Subcommand};

use gangmu::export::{EdgeKey, Lang, Size, View};
use gangmu::input::{Encoding, Limits};
use gangmu::schema::EntityKind;

use crate::config::{
    BuildPlan, ExportPlan, Input, OutputFormat, Reading, Task, TextPlan, TrainPlan,
};
use crate::eval_args::{EVAL_EXAMPLES, EvalArgs};
use crate::select::Pattern;

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

pub const LEXICON_HELP: &str = "Adds a table of your own names. Can be given several times.

A row is: name<TAB>other names, separated by |<TAB>flags; lines that begin with # are comments. The \
end of the file's name says what the names are: …companies.tsv, …universities.tsv, …programs.tsv, \
…industries.tsv.";

const MAP_HELP: &str = "Prints where its lines stand instead: a line for each, with tabs between the \
first code point, the one behind the last, the line (from 1), the paragraph (from 1, blank lines do not \
count), the page (from 1; - where the format has none) and the words.";

pub const ANNOTATION_HELP: &str = "Annotations (*.gold.json, *.kg), or folders of them";

pub const TEXTS_HELP: &str = "A folder that holds annotated texts; those beside an annotation are found \
without it. Can be given several times";

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

/// Arguments of all commands that write a graph.
#[derive(Debug, Args)]
pub struct OutputArgs {
    /// Folder for the results, made if need be; - for standard output
    #[arg(long, short, value_name = "DIR", default_value = ".")]
    pub output: PathBuf,
    /// What to write, separated by commas; `gangmu formats` lists all
    #[arg(long = "format", short, value_name = "FORMATS", value_delimiter = ',')]
    #[arg(default_value = "json,dot", value_parser = format_parser(), hide_possible_values = true)]
    pub formats: Vec<OutputFormat>,
    /// Name of the results, without ending [default: the document's, or `graph` for several]
    #[arg(long, value_parser = parse_name)]
    pub name: Option<String>,
    #[arg(long, value_parser = view_parser(), help = VIEW_HELP)]
    pub view: Option<View>,
    /// What the JSON calls its list of edges: `links` for D3 and for networkx before 3.6
    #[arg(long, default_value = EdgeKey::default().name(), value_parser = edge_key_parser())]
    pub edge_key: EdgeKey,
    /// The language of headings, legends and labels of kinds; the data stays as it is
    #[arg(long, default_value = Lang::default().name(), value_parser = lang_parser())]
    pub lang: Lang,
    /// Leave out entities that are less sure than this, from 0 to 1, with all their edges
    #[arg(long, value_name = "X", default_value = "0", hide_default_value = true)]
    #[arg(value_parser = parse_confidence)]
    pub min_confidence: f32,
    #[command(flatten)]
    pub picture: PictureArgs,
}

/// What pictures (`-f svg`) show.
#[derive(Debug, Default, Args)]
#[command(next_help_heading = "What pictures (-f svg) show")]
pub struct PictureArgs {
    /// One pillar, by its number (2.1 is the first in the second) or a part of its title
    #[arg(long, value_name = "NUMBER", conflicts_with_all = ["ego", "top"])]
    pub pillar: Option<String>,
    /// An entity, by any of its names, and what it is joined to
    #[arg(long, value_name = "NAME", conflicts_with = "top")]
    pub ego: Option<String>,
    /// How many edges away from it
    #[arg(long, value_name = "N", default_value_t = 2, requires = "ego")]
    pub hops: usize,
    /// So many entities: those that are named most often
    #[arg(long, value_name = "N")]
    pub top: Option<usize>,
    /// Entities of these types only, separated by commas
    #[arg(long = "type", value_name = "TYPES", value_delimiter = ',', value_parser = kind_parser())]
    pub kinds: Vec<EntityKind>,
    /// Documents with this in their title or file name only. Can be given several times
    #[arg(long = "document", value_name = "WORDS")]
    pub documents: Vec<String>,
    /// How large the page is
    #[arg(long, default_value = Size::default().name(), value_parser = size_parser())]
    pub size: Size,
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

/// What the user wants, and whether quietly; or the message for wrong usage, for `--help` and for
/// `--version`.
pub fn parse() -> Result<(Task, bool), clap::Error> {
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
        Command::Eval(args) => Task::Eval(args.into()),
        Command::Schema => Task::Schema,
        Command::Formats => Task::Formats,
    };
    Ok((task, cli.quiet))
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

fn kind_parser() -> impl TypedValueParser<Value = EntityKind> {
    PossibleValuesParser::new(EntityKind::ALL.iter().map(|kind| kind.name()))
        .map(|name| EntityKind::from_name(&name).expect("one of the values above"))
}

fn size_parser() -> impl TypedValueParser<Value = Size> {
    PossibleValuesParser::new(Size::ALL.iter().map(|size| size.name()))
        .map(|name| Size::from_name(&name).expect("one of the values above"))
}

fn lang_parser() -> impl TypedValueParser<Value = Lang> {
    PossibleValuesParser::new(Lang::ALL.iter().map(|lang| lang.name()))
        .map(|name| Lang::from_name(&name).expect("one of the values above"))
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

/// A confidence.
fn parse_confidence(number: &str) -> Result<f32, &'static str> {
    let confidence: f32 = number.parse().map_err(|_| "give a number from 0 to 1")?;
    if (0.0..=1.0).contains(&confidence) {
        Ok(confidence)
    } else {
        Err("give a number from 0 to 1")
    }
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
