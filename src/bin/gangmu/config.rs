//! What the arguments come to: defaults filled in, contradictions refused, nothing left to decide
//! but what only the documents can tell.

use std::num::NonZeroUsize;
use std::path::{Path, PathBuf};

use gangmu::export::{EdgeKey, Format, View};

use crate::args::BuildArgs;

/// What results are called when they are of more than one document.
const DEFAULT_NAME: &str = "graph";

/// One run of the program.
#[derive(Debug)]
pub enum Task {
    /// Documents → graph.
    Build(BuildPlan),
    /// Document → text.
    Text(Input),
    /// Annotation → weights.
    Train(TrainPlan),
    /// Annotation → figures.
    Eval(EvalPlan),
    /// The JSON Schema.
    Schema,
    /// The lists of formats.
    Formats,
}

/// All that `gangmu train` has to do.
#[derive(Debug)]
pub struct TrainPlan {
    /// Annotation files, and folders of them.
    pub inputs: Vec<PathBuf>,
    /// Folders of texts.
    pub texts: Vec<PathBuf>,
}

/// All that `gangmu eval` has to do.
#[derive(Debug)]
pub struct EvalPlan {
    /// Annotation files, and folders of them.
    pub inputs: Vec<PathBuf>,
    /// Folders of texts.
    pub texts: Vec<PathBuf>,
    /// The user's tables.
    pub lexicon: Vec<PathBuf>,
    /// Into how many parts documents are dealt, each measured with weights learnt from the others.
    pub folds: Option<NonZeroUsize>,
    /// Beginnings of names of documents whose figures are printed apart.
    pub parts: Vec<String>,
    /// Whether errors are listed.
    pub errors: bool,
    /// Whether confidence is set against truth.
    pub calibration: bool,
    /// Whether the report is JSON.
    pub json: bool,
}

/// Where a document comes from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Input {
    /// Standard input.
    Stdin,
    /// A file or a folder.
    Path(PathBuf),
}

impl From<PathBuf> for Input {
    fn from(path: PathBuf) -> Self {
        if path.as_os_str() == "-" { Input::Stdin } else { Input::Path(path) }
    }
}

/// A format that can be asked for: one of the library's, or one made of those by another program.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum OutputFormat {
    /// Written by the library.
    Graph(Format),
    /// A picture of the DOT, drawn by Graphviz.
    Svg,
}

impl OutputFormat {
    /// All, in the order in which they are listed to people.
    pub fn all() -> impl Iterator<Item = Self> {
        Format::ALL.iter().copied().map(Self::Graph).chain([Self::Svg])
    }

    /// What it is called on the command line.
    pub fn name(self) -> &'static str {
        match self {
            Self::Graph(format) => format.name(),
            Self::Svg => "svg",
        }
    }

    /// The end of its files' names, without the dot.
    pub fn extension(self) -> &'static str {
        match self {
            Self::Graph(format) => format.extension(),
            Self::Svg => "svg",
        }
    }

    /// Whether it is a picture, which has a view.
    pub fn is_picture(self) -> bool {
        matches!(self, Self::Svg | Self::Graph(Format::Dot))
    }
}

/// Where results go.
#[derive(Debug, PartialEq, Eq)]
pub enum Destination {
    /// Files `folder/name.extension`, one for each format.
    Files {
        /// The folder.
        folder: PathBuf,
        /// Their common name.
        name: String,
        /// The formats, each once.
        formats: Vec<OutputFormat>,
    },
    /// Standard output.
    Stdout(OutputFormat),
}

/// All that `gangmu build` has to do.
#[derive(Debug)]
pub struct BuildPlan {
    /// Files, folders and standard input, as given.
    pub inputs: Vec<Input>,
    /// Where results go.
    pub destination: Destination,
    /// The view of pictures; `None` leaves it to the graph's size.
    pub view: Option<View>,
    /// What the JSON calls its list of edges.
    pub edge_key: EdgeKey,
    /// The user's tables.
    pub lexicon: Vec<PathBuf>,
    /// How many threads; `None` is one for each processor.
    pub threads: Option<NonZeroUsize>,
    /// How sure an entity has to be.
    pub min_confidence: f32,
}

impl BuildPlan {
    /// Fills in what was not said.
    ///
    /// # Errors
    /// What does not go together, in words for the user.
    pub fn resolve(args: BuildArgs) -> Result<Self, String> {
        let BuildArgs { inputs, output, formats, name, view, edge_key, .. } = args;
        let BuildArgs { lexicon, threads, min_confidence, .. } = args;
        if inputs.iter().filter(|input| **input == Input::Stdin).count() > 1 {
            return Err("standard input (-) can be read only once".to_owned());
        }
        let formats = without_repetition(formats);
        let destination = if output.as_os_str() == "-" {
            match formats[..] {
                [format] => Destination::Stdout(format),
                _ => {
                    return Err("standard output (-o -) takes one format: \
                                say which, as in -f json -o -"
                        .to_owned());
                }
            }
        } else {
            let name = name.unwrap_or_else(|| default_name(&inputs));
            Destination::Files { folder: output, name, formats }
        };
        Ok(Self { inputs, destination, view, edge_key, lexicon, threads, min_confidence })
    }
}

/// Each format once, in the order in which they were first named.
fn without_repetition(formats: Vec<OutputFormat>) -> Vec<OutputFormat> {
    let mut unique = Vec::with_capacity(formats.len());
    for format in formats {
        if !unique.contains(&format) {
            unique.push(format);
        }
    }
    unique
}

/// The one file's name without its ending. A folder's results are called the same however many
/// documents are in it.
fn default_name(inputs: &[Input]) -> String {
    let stem = match inputs {
        [Input::Path(path)] if !path.is_dir() => path.file_stem().map(Path::new),
        _ => None,
    };
    stem.map_or_else(|| DEFAULT_NAME.to_owned(), |stem| stem.display().to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn plan(inputs: &[&str], output: &str, formats: &[OutputFormat]) -> Result<BuildPlan, String> {
        BuildPlan::resolve(BuildArgs {
            inputs: inputs.iter().map(|&input| Input::from(PathBuf::from(input))).collect(),
            output: output.into(),
            formats: formats.to_vec(),
            name: None,
            view: None,
            edge_key: EdgeKey::default(),
            lexicon: Vec::new(),
            threads: None,
            min_confidence: 0.0,
        })
    }

    const JSON: OutputFormat = OutputFormat::Graph(Format::Json);

    fn name_for(inputs: &[&str]) -> String {
        match plan(inputs, ".", &[JSON]).expect("sound").destination {
            Destination::Files { name, .. } => name,
            Destination::Stdout(_) => panic!("the output is a folder"),
        }
    }

    #[test]
    fn results_are_called_after_the_one_document() {
        assert_eq!(name_for(&["a/计划.2025.txt"]), "计划.2025");
        assert_eq!(name_for(&["a.txt", "b.txt"]), "graph");
        assert_eq!(name_for(&["."]), "graph");
        assert_eq!(name_for(&["-"]), "graph");
    }

    #[test]
    fn standard_output_takes_one_format() {
        let one = plan(&["a"], "-", &[JSON, JSON]).expect("one format, twice");
        assert_eq!(one.destination, Destination::Stdout(JSON));
        assert!(plan(&["a"], "-", &[JSON, OutputFormat::Svg]).is_err());
    }

    #[test]
    fn standard_input_is_read_once() {
        assert!(plan(&["-", "a", "-"], ".", &[JSON]).is_err());
    }
}
