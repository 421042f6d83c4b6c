//! Output formats.
//!
//! A format is a value of [`Format`], which knows what it is called, and one file (or folder) of
//! this module, which knows how it is written. To add one: a variant, its row in the three tables
//! below, a module with a `write`, and a line in [`write()`]. The shapes of files are the export
//! layer's own; domain types are not serialised.
//!
//! Offsets leave the crate here, and leave it as Unicode code points.

mod dot;
mod json;

pub use dot::View;
pub use json::{EdgeKey, json_schema};

use std::io::{self, Write};

use crate::graph::KnowledgeGraph;

/// A format that a graph can be written in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Format {
    /// Node-link JSON, with everything that the graph holds.
    Json,
    /// Graphviz DOT: a picture.
    Dot,
}

impl Format {
    /// All formats, in the order in which they are listed to people.
    pub const ALL: &'static [Format] = &[Format::Json, Format::Dot];

    /// What it is called on the command line.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Format::Json => "json",
            Format::Dot => "dot",
        }
    }

    /// The end of its files' names, without the dot.
    #[must_use]
    pub fn extension(self) -> &'static str {
        match self {
            Format::Json => "json",
            Format::Dot => "dot",
        }
    }

    /// Its media type.
    #[must_use]
    pub fn media_type(self) -> &'static str {
        match self {
            Format::Json => "application/json",
            Format::Dot => "text/vnd.graphviz",
        }
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
    /// DOT: how much is drawn.
    pub view: View,
    /// DOT: the picture's title. Without it, the one document's title or the number of documents.
    pub title: Option<String>,
}

/// Why a graph could not be written.
#[derive(Debug, thiserror::Error)]
pub enum ExportError {
    /// The sink took no more.
    #[error("the graph could not be written: {0}")]
    Sink(#[from] io::Error),
    /// A part of the graph has no form in the format. It is a defect of the exporter.
    #[error("the graph could not be put as JSON: {0}")]
    Json(#[from] serde_json::Error),
}

/// Writes a graph: the same bytes for the same graph and options, always.
///
/// The sink is given large pieces and needs no buffer of its own; it is not flushed.
///
/// # Errors
/// [`ExportError::Sink`] when the sink fails; what it has got by then is no whole file.
pub fn write(
    graph: &KnowledgeGraph,
    format: Format,
    options: &Options,
    sink: &mut dyn Write,
) -> Result<(), ExportError> {
    match format {
        Format::Json => json::write(graph, options.edge_key, sink),
        Format::Dot => dot::write(graph, options, sink),
    }
}

/// The bytes that [`write()`] writes, for who wants all of them in memory: the quickest way there.
///
/// # Errors
/// [`ExportError`] when a part of the graph has no form in the format, which is a defect.
pub fn to_bytes(
    graph: &KnowledgeGraph,
    format: Format,
    options: &Options,
) -> Result<Vec<u8>, ExportError> {
    match format {
        Format::Json => json::to_bytes(graph, options.edge_key),
        Format::Dot => {
            let mut bytes = Vec::new();
            dot::write(graph, options, &mut bytes)?;
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
}
