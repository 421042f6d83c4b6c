//! Arguments of the commands that write a graph.

use std::path::PathBuf;

use clap::Args;
use clap::builder::{PossibleValuesParser, TypedValueParser};

use gangmu::export::{EdgeKey, Lang, Size, View};
use gangmu::schema::EntityKind;

use crate::config::OutputFormat;

const VIEW_HELP: &str = "How much the picture shows: `overview` is the pillars and what they name, \
`full` the actions too. Small graphs are shown in full unless you say otherwise. The JSON always \
holds everything";

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

/// What of the graph is drawn and written.
#[derive(Debug, Default, Args)]
#[command(
    next_help_heading = "What of the graph is drawn and written (all formats but json, which holds everything)"
)]
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
    /// Entities of these types only, separated by commas. Pictures show companies, universities,
    /// programs and industries unless others are named here
    #[arg(long = "type", value_name = "TYPES", value_delimiter = ',', value_parser = kind_parser())]
    pub kinds: Vec<EntityKind>,
    /// Documents with this in their title or file name only. Can be given several times
    #[arg(long = "document", value_name = "WORDS")]
    pub documents: Vec<String>,
    /// Pictures (svg, png, pdf): `screen` is one picture; the others are pages, as many as it takes in
    /// letters that can be read
    #[arg(long, default_value = Size::default().name(), value_parser = size_parser())]
    pub size: Size,
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
    fn names_stay_in_the_output_folder() {
        assert!(parse_name("2025年").is_ok());
        for bad in ["", ".", "..", "a/b", "..\\b"] {
            assert!(parse_name(bad).is_err(), "{bad}");
        }
    }
}
