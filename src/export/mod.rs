//! Output formats.
//!
//! A format is a file (or folder) of this module, which describes itself by an `Exporter`, and one
//! line in the list of [`Format`]s. `dot` and `json` have shapes of their own; most others write
//! what `flat` tells about nodes and edges, or the rows of `table`. The shapes of files are the
//! export layer's own; domain types are not serialised.
//!
//! Offsets leave the crate here, and leave it as Unicode code points.

mod choice;
mod cytoscape;
mod d3;
mod delimited;
mod dot;
mod echarts;
mod flat;
mod g6;
mod gexf;
mod graphml;
mod html;
mod jgf;
mod json;
mod language;
mod look;
mod markdown;
mod mermaid;
mod neo4j;
mod object;
#[cfg(feature = "parquet")]
mod parquet;
mod position;
mod rdf;
mod sigma;
mod svg;
mod table;
mod vis;
mod xlsx;
mod xml;
mod yed;

pub use choice::{Choice, Focus};
pub use dot::View;
pub use json::{EdgeKey, json_schema};
pub use language::Lang;
pub use svg::Size;

use std::io::{self, Write};

use crate::graph::KnowledgeGraph;

/// Writes one file.
type Writer = fn(&KnowledgeGraph, &Options, &mut dyn Write) -> Result<(), ExportError>;

/// What a format is and how it is written. Each format's module has one.
struct Exporter {
    name: &'static str,
    extension: &'static str,
    media_type: &'static str,
    /// Who reads it, for people who choose.
    purpose: &'static str,
    takes: Takes,
    files: Files,
}

/// What of a graph a format is given.
#[derive(Clone, Copy)]
enum Takes {
    /// All of it: it holds everything, or chooses by itself.
    Everything,
    /// What was chosen.
    Chosen,
    /// What was chosen for a picture.
    Picture,
}

/// The files of a format.
enum Files {
    /// One, named by the format's extension.
    One(Writer),
    /// Several, to be read together.
    Several(&'static [Part]),
    /// A picture: one, or one for each of its pages.
    Pages(fn(&KnowledgeGraph, &Options) -> Vec<Vec<u8>>),
}

/// One of the files of a format.
struct Part {
    /// The end of its name, without the dot before it.
    ending: &'static str,
    write: Writer,
}

/// Declares the formats: a line each, in the order in which they are listed to people.
macro_rules! formats {
    ( $( $( #[$when:meta] )? $variant:ident = $exporter:expr, $doc:literal; )+ ) => {
        /// A format that a graph can be written in.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub enum Format { $( $( #[$when] )? #[doc = $doc] $variant, )+ }

        impl Format {
            /// All formats, in the order in which they are listed to people.
            pub const ALL: &'static [Format] = &[ $( $( #[$when] )? Format::$variant, )+ ];

            fn exporter(self) -> &'static Exporter {
                match self { $( $( #[$when] )? Format::$variant => { const E: Exporter = $exporter; &E } )+ }
            }
        }
    };
}

formats! {
    Json = JSON, "Node-link JSON, with everything that the graph holds.";
    Html = html::FORMAT, "A viewer for browsers, in one file.";
    Svg = svg::FORMAT, "A picture as SVG.";
    Dot = DOT, "Graphviz DOT: a picture.";
    GraphMl = graphml::FORMAT, "GraphML.";
    Yed = yed::FORMAT, "GraphML as yEd draws it.";
    Gexf = gexf::FORMAT, "GEXF 1.3.";
    Cytoscape = cytoscape::FORMAT, "Cytoscape.js.";
    Echarts = echarts::GRAPH, "ECharts: the graph.";
    EchartsSankey = echarts::SANKEY, "ECharts: a Sankey diagram.";
    EchartsTree = echarts::TREE, "ECharts: a tree.";
    Vis = vis::FORMAT, "vis-network.";
    Sigma = sigma::FORMAT, "graphology, for sigma.";
    G6 = g6::FORMAT, "AntV G6.";
    D3 = d3::FORMAT, "D3.";
    Jgf = jgf::FORMAT, "JSON Graph Format 2.";
    Neo4j = neo4j::CSV, "The CSV files of Neo4j's importer.";
    Cypher = neo4j::CYPHER, "Cypher statements.";
    Csv = delimited::CSV, "Tables for spreadsheets.";
    Tsv = delimited::TSV, "Tables for programs.";
    Xlsx = xlsx::FORMAT, "An Excel workbook.";
    #[cfg(feature = "parquet")] Parquet = parquet::FORMAT, "Parquet tables.";
    Mermaid = mermaid::FORMAT, "A Mermaid flow chart.";
    Markdown = markdown::FORMAT, "A report in Markdown.";
    Turtle = rdf::TURTLE, "RDF as Turtle.";
    JsonLd = rdf::JSON_LD, "RDF as JSON-LD.";
}

const JSON: Exporter = Exporter::single(
    "json",
    "json",
    "application/json",
    "the whole graph with its evidence, for networkx, your own programs and `gangmu export`",
    |graph, options, sink| json::write(graph, options.edge_key, sink),
)
.taking(Takes::Everything);

const DOT: Exporter = Exporter::single(
    "dot",
    "dot",
    "text/vnd.graphviz",
    "a picture for Graphviz to draw",
    dot::write,
)
.taking(Takes::Picture);

impl Exporter {
    /// A format of one file.
    const fn single(
        name: &'static str,
        extension: &'static str,
        media_type: &'static str,
        purpose: &'static str,
        write: Writer,
    ) -> Self {
        let (takes, files) = (Takes::Chosen, Files::One(write));
        Self { name, extension, media_type, purpose, takes, files }
    }

    /// The same, given something else of a graph.
    const fn taking(self, takes: Takes) -> Self {
        Self { takes, ..self }
    }
}

impl Format {
    /// What it is called on the command line.
    #[must_use]
    pub fn name(self) -> &'static str {
        self.exporter().name
    }

    /// The end of its files' names, without the dot.
    #[must_use]
    pub fn extension(self) -> &'static str {
        self.exporter().extension
    }

    /// The ends of the names of all its files, without the dot: the [extension](Self::extension),
    /// or, for a format of several files, one for each. The pages of a picture have one ending.
    #[must_use]
    pub fn endings(self) -> Vec<&'static str> {
        match self.exporter().files {
            Files::One(_) | Files::Pages(_) => vec![self.extension()],
            Files::Several(parts) => parts.iter().map(|part| part.ending).collect(),
        }
    }

    /// Its media type.
    #[must_use]
    pub fn media_type(self) -> &'static str {
        self.exporter().media_type
    }

    /// Who reads it and how, in a line for people who choose.
    #[must_use]
    pub fn purpose(self) -> &'static str {
        self.exporter().purpose
    }

    /// The format of this [name](Format::name).
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|format| format.name() == name)
    }
}

/// What can be chosen about an output. Each format reads what concerns it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Options {
    /// JSON: what the list of edges is called.
    pub edge_key: EdgeKey,
    /// Pictures: how much is drawn.
    pub view: View,
    /// Pictures and reports: the title. Without it, the one document's title or the number of
    /// documents.
    pub title: Option<String>,
    /// All but JSON: what of the graph is drawn and written.
    pub choice: Choice,
    /// SVG: how large a page is. What does not fit one page in letters that can be read takes more.
    pub size: Size,
    /// The language of headings, legends and labels of kinds.
    pub lang: Lang,
}

/// Why a graph could not be written.
#[derive(Debug, thiserror::Error)]
pub enum ExportError {
    /// The sink took no more.
    #[error("the graph could not be written: {0}")]
    Sink(#[from] io::Error),
    /// A part of the graph has no form in JSON. It is a defect of the exporter.
    #[error("the graph could not be put as JSON: {0}")]
    Json(#[from] serde_json::Error),
    /// A part of the graph has no form in the format. It is a defect of the exporter.
    #[error("the graph has no form in this format: {0}")]
    Form(String),
    /// The format has several files, and one was asked for.
    #[error("the format {0} has several files, and does not fit into one")]
    SeveralFiles(&'static str),
    /// The picture has so many pages, and one file was asked for.
    #[error(
        "the picture has {0} pages, and a file holds one: take the size `screen`, or show less of \
         the graph"
    )]
    SeveralPages(usize),
}

/// Writes a graph: the same bytes for the same graph and options, always.
///
/// The sink is given large pieces and needs no buffer of its own; it is not flushed.
///
/// # Errors
/// [`ExportError::Sink`] when the sink fails; what it has got by then is no whole file.
/// [`ExportError::SeveralFiles`] for a format that only [`files`] can write, and
/// [`ExportError::SeveralPages`] for a picture that only it can; [`Size::Screen`] never has several.
pub fn write(
    graph: &KnowledgeGraph,
    format: Format,
    options: &Options,
    sink: &mut dyn Write,
) -> Result<(), ExportError> {
    let part = part(graph, format, options);
    let graph = part.as_ref().unwrap_or(graph);
    match format.exporter().files {
        Files::One(write) => write(graph, options, sink),
        Files::Several(_) => Err(ExportError::SeveralFiles(format.name())),
        Files::Pages(draw) => match &draw(graph, options)[..] {
            [page] => Ok(sink.write_all(page)?),
            pages => Err(ExportError::SeveralPages(pages.len())),
        },
    }
}

/// What of a graph a format is given, where that is not all of it.
fn part(graph: &KnowledgeGraph, format: Format, options: &Options) -> Option<KnowledgeGraph> {
    match format.exporter().takes {
        Takes::Everything => None,
        Takes::Chosen => choice::part(graph, &options.choice),
        Takes::Picture => choice::part(graph, &options.choice.of_picture()),
    }
}

/// A file of an output.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct File {
    /// The end of its name, without the dot before it.
    pub ending: &'static str,
    /// Which page of a picture it is, from 1 on, and of how many; none where it is all there is.
    pub page: Option<(usize, usize)>,
    /// All of it.
    pub bytes: Vec<u8>,
}

impl File {
    /// A file that is no page of several.
    #[must_use]
    pub fn whole(ending: &'static str, bytes: Vec<u8>) -> Self {
        Self { ending, page: None, bytes }
    }

    /// What it is called, given what all files of the output are called: `plan.svg`, or of several
    /// pages `plan-1.svg`, `plan-2.svg` …, with as many digits as the last one has.
    #[must_use]
    pub fn name(&self, stem: &str) -> String {
        match self.page {
            None => format!("{stem}.{}", self.ending),
            Some((number, count)) => {
                let digits = count.to_string().len();
                format!("{stem}-{number:0digits$}.{}", self.ending)
            }
        }
    }
}

/// All files of a format, in memory: one, or several that are read together.
///
/// # Errors
/// As [`write()`], but for sinks and several files: memory takes everything.
pub fn files(
    graph: &KnowledgeGraph,
    format: Format,
    options: &Options,
) -> Result<Vec<File>, ExportError> {
    let part = part(graph, format, options);
    let graph = part.as_ref().unwrap_or(graph);
    let file = |ending, write: Writer| {
        let mut bytes = Vec::new();
        write(graph, options, &mut bytes)?;
        Ok(File::whole(ending, bytes))
    };
    match format.exporter().files {
        Files::One(write) => Ok(vec![file(format.extension(), write)?]),
        Files::Several(parts) => parts.iter().map(|part| file(part.ending, part.write)).collect(),
        Files::Pages(draw) => {
            let pages = draw(graph, options);
            let (ending, count) = (format.extension(), pages.len());
            let page = |number| (count > 1).then_some((number, count));
            let file = |(number, bytes)| File { ending, page: page(number), bytes };
            Ok((1..).zip(pages).map(file).collect())
        }
    }
}

/// The bytes that [`write()`] writes, for who wants all of them in memory: the quickest way there.
///
/// # Errors
/// [`ExportError`] when a part of the graph has no form in the format, which is a defect;
/// [`ExportError::SeveralFiles`] and [`ExportError::SeveralPages`] as [`write()`].
pub fn to_bytes(
    graph: &KnowledgeGraph,
    format: Format,
    options: &Options,
) -> Result<Vec<u8>, ExportError> {
    match format {
        Format::Json => json::to_bytes(graph, options.edge_key),
        _ => {
            let mut bytes = Vec::new();
            write(graph, format, options, &mut bytes)?;
            Ok(bytes)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_lead_back_to_formats() {
        for &format in Format::ALL {
            assert_eq!(Format::from_name(format.name()), Some(format));
        }
        assert_eq!(Format::from_name("JSON"), None);
    }

    #[test]
    fn pages_are_named_in_their_order() {
        let file = |page| File { ending: "svg", page, bytes: Vec::new() }.name("a");
        assert_eq!(file(None), "a.svg");
        assert_eq!([file(Some((2, 9))), file(Some((2, 10)))], ["a-2.svg", "a-02.svg"]);
    }

    #[test]
    fn no_two_files_have_one_name() {
        let mut endings: Vec<&str> = Format::ALL.iter().flat_map(|f| f.endings()).collect();
        let count = endings.len();
        endings.sort_unstable();
        endings.dedup();
        assert_eq!(endings.len(), count);
    }
}
