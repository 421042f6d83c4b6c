//! What the arguments come to: defaults filled in, contradictions refused, nothing left to decide
//! but what only the documents can tell.

mod check;
mod format;

use std::num::NonZeroUsize;
use std::path::{Path, PathBuf};

use gangmu::export::{Choice, EdgeKey, Focus, Lang, Size, View};
use gangmu::input::{Encoding, Limits};

use crate::args::{BuildArgs, ExportArgs, OutputArgs, ReadingArgs};
use crate::select::Selection;

pub use check::{CheckPlan, CoverageForm, CoveragePlan, ExplainPlan, ReviewPlan};
pub use format::OutputFormat;

/// What results are called when they are of more than one document.
const DEFAULT_NAME: &str = "graph";

/// One run of the program.
#[derive(Debug)]
pub enum Task {
    /// Documents → graph.
    Build(BuildPlan),
    /// Graph → other formats.
    Export(ExportPlan),
    /// Document → text.
    Text(TextPlan),
    /// Annotation → weights.
    Train(TrainPlan),
    /// Graph and documents → what does not hold.
    Verify(CheckPlan),
    /// Graph and documents → what is left out.
    Coverage(CoveragePlan),
    /// Graph → draft of decisions.
    Review(ReviewPlan),
    /// Graph and name → why.
    Explain(ExplainPlan),
    /// Annotation → figures.
    Eval(EvalPlan),
    /// The JSON Schema.
    Schema,
    /// The lists of formats.
    Formats,
}

/// All that `gangmu text` has to do.
#[derive(Debug)]
pub struct TextPlan {
    /// The document.
    pub input: Input,
    /// Whether to print where lines stand, rather than the text.
    pub map: bool,
    /// How to read it.
    pub reading: Reading,
}

/// How documents are read.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Reading {
    /// The encoding of texts; `None` finds it out.
    pub encoding: Option<Encoding>,
    /// How much may come in.
    pub limits: Limits,
}

impl Reading {
    /// Fills in what was not said.
    pub fn resolve(args: &ReadingArgs) -> Self {
        let limits = Limits { bytes: args.max_size << 20, ..Limits::DEFAULT };
        Self { encoding: args.encoding, limits }
    }
}

/// All that `gangmu train` has to do.
#[derive(Debug)]
pub struct TrainPlan {
    /// Annotation files, and folders of them.
    pub inputs: Vec<PathBuf>,
    /// Folders in which texts are sought too.
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

impl Input {
    /// How messages name it.
    pub fn place(&self) -> String {
        match self {
            Input::Stdin => "standard input".to_owned(),
            Input::Path(path) => path.display().to_string(),
        }
    }
}

impl From<PathBuf> for Input {
    fn from(path: PathBuf) -> Self {
        if path.as_os_str() == "-" { Input::Stdin } else { Input::Path(path) }
    }
}

/// Where results go.
#[derive(Debug, PartialEq, Eq)]
pub enum Destination {
    /// Files `folder/name.ending`, one or more for each format; pages are `folder/name-1.ending` …
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

/// What becomes of a graph.
#[derive(Debug)]
pub struct Delivery {
    /// Where results go, and in which formats.
    pub destination: Destination,
    /// The view of pictures; `None` leaves it to the graph's size.
    pub view: Option<View>,
    /// What the JSON calls its list of edges.
    pub edge_key: EdgeKey,
    /// The language of headings, legends and labels of kinds.
    pub lang: Lang,
    /// How sure an entity has to be.
    pub min_confidence: f32,
    /// What of the graph is drawn.
    pub choice: Choice,
    /// How large the page is.
    pub size: Size,
}

impl Delivery {
    /// Fills in what was not said; `inputs` give the name.
    ///
    /// # Errors
    /// What does not go together, in words for the user.
    fn resolve(args: OutputArgs, inputs: &[Input]) -> Result<Self, String> {
        let OutputArgs { output, formats, name, mut view, edge_key, .. } = args;
        let OutputArgs { lang, min_confidence, picture, .. } = args;
        let focus = picture
            .pillar
            .map(Focus::Pillar)
            .or(picture.ego.map(|name| Focus::Ego { name, hops: picture.hops }))
            .or(picture.top.map(Focus::Top));
        // a part of a graph has room for its actions
        if matches!(focus, Some(Focus::Pillar(_) | Focus::Ego { .. })) {
            view = view.or(Some(View::Full));
        }
        let choice = Choice { focus, kinds: picture.kinds, documents: picture.documents };
        let formats = without_repetition(formats);
        let destination = if output.as_os_str() == "-" {
            match formats[..] {
                [format] if format.endings().len() == 1 => Destination::Stdout(format),
                [format] => {
                    return Err(format!(
                        "the format {} has several files, and standard output takes one: \
                         give a folder with -o DIR",
                        format.name()
                    ));
                }
                _ => {
                    return Err("standard output (-o -) takes one format: \
                                say which, as in -f json -o -"
                        .to_owned());
                }
            }
        } else {
            let name = name.unwrap_or_else(|| default_name(inputs));
            Destination::Files { folder: output, name, formats }
        };
        let size = picture.size;
        Ok(Self { destination, view, edge_key, lang, min_confidence, choice, size })
    }
}

/// All that `gangmu build` has to do.
#[derive(Debug)]
pub struct BuildPlan {
    /// Files, folders and standard input, as given.
    pub inputs: Vec<Input>,
    /// What becomes of the graph.
    pub delivery: Delivery,
    /// The user's tables.
    pub lexicon: Vec<PathBuf>,
    /// What people decided.
    pub decisions: Option<PathBuf>,
    /// How to read them.
    pub reading: Reading,
    /// Which files of folders and archives to read.
    pub selection: Selection,
    /// How many threads; `None` is one for each processor.
    pub threads: Option<NonZeroUsize>,
}

impl BuildPlan {
    /// Fills in what was not said.
    ///
    /// # Errors
    /// What does not go together, in words for the user.
    pub fn resolve(args: BuildArgs) -> Result<Self, String> {
        let reading = Reading::resolve(&args.reading);
        let selection = Selection::new(args.include, args.exclude);
        let BuildArgs { inputs, output, lexicon, decisions, threads, .. } = args;
        if inputs.iter().filter(|input| **input == Input::Stdin).count() > 1 {
            return Err("standard input (-) can be read only once".to_owned());
        }
        let delivery = Delivery::resolve(output, &inputs)?;
        Ok(Self { inputs, delivery, lexicon, decisions, reading, selection, threads })
    }
}

/// All that `gangmu export` has to do.
#[derive(Debug)]
pub struct ExportPlan {
    /// The JSON graph.
    pub graph: Input,
    /// Documents, and folders of them, that the graph was made of.
    pub texts: Vec<Input>,
    /// What becomes of the graph.
    pub delivery: Delivery,
}

impl ExportPlan {
    /// Fills in what was not said.
    ///
    /// # Errors
    /// What does not go together, in words for the user.
    pub fn resolve(args: ExportArgs) -> Result<Self, String> {
        let ExportArgs { graph, texts, output } = args;
        let delivery = Delivery::resolve(output, std::slice::from_ref(&graph))?;
        let texts = texts.into_iter().map(Input::from).collect();
        Ok(Self { graph, texts, delivery })
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
    use gangmu::export::Format;

    use super::*;
    use crate::graphviz::Drawn;

    fn plan(inputs: &[&str], output: &str, formats: &[OutputFormat]) -> Result<BuildPlan, String> {
        BuildPlan::resolve(BuildArgs {
            inputs: inputs.iter().map(|&input| Input::from(PathBuf::from(input))).collect(),
            output: OutputArgs {
                output: output.into(),
                formats: formats.to_vec(),
                name: None,
                view: None,
                edge_key: EdgeKey::default(),
                lang: Lang::default(),
                min_confidence: 0.0,
                picture: crate::args::output::PictureArgs::default(),
            },
            lexicon: Vec::new(),
            decisions: None,
            reading: ReadingArgs { encoding: None, max_size: 1 },
            include: Vec::new(),
            exclude: Vec::new(),
            threads: None,
        })
    }

    const JSON: OutputFormat = OutputFormat::Graph(Format::Json);

    fn name_for(inputs: &[&str]) -> String {
        match plan(inputs, ".", &[JSON]).expect("sound").delivery.destination {
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
        assert_eq!(one.delivery.destination, Destination::Stdout(JSON));
        assert!(plan(&["a"], "-", &[JSON, OutputFormat::Graphviz(Drawn::Svg)]).is_err());
        assert!(plan(&["a"], "-", &[OutputFormat::Graph(Format::Csv)]).is_err());
    }

    #[test]
    fn standard_input_is_read_once() {
        assert!(plan(&["-", "a", "-"], ".", &[JSON]).is_err());
    }
}
