//! What can be asked for with `-f`.

use gangmu::export::Format;

use crate::graphviz::Drawn;

/// A format that can be asked for: one of the library's, or one made of those by another program.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum OutputFormat {
    /// Written by the library.
    Graph(Format),
    /// A picture of the DOT, drawn by Graphviz.
    Graphviz(Drawn),
    /// The SVG on a page of PDF.
    #[cfg(feature = "pdf")]
    Pdf,
    /// The SVG as pixels.
    #[cfg(feature = "png")]
    Png,
}

impl OutputFormat {
    /// All, in the order in which they are listed to people.
    pub fn all() -> impl Iterator<Item = Self> {
        let others = [
            #[cfg(feature = "pdf")]
            Self::Pdf,
            #[cfg(feature = "png")]
            Self::Png,
        ];
        let graphviz = Drawn::ALL.into_iter().map(Self::Graphviz);
        Format::ALL.iter().copied().map(Self::Graph).chain(others).chain(graphviz)
    }

    /// What it is called on the command line.
    pub fn name(self) -> &'static str {
        match self {
            Self::Graph(format) => format.name(),
            Self::Graphviz(Drawn::Svg) => "graphviz",
            Self::Graphviz(Drawn::Png) => "graphviz-png",
            Self::Graphviz(Drawn::Pdf) => "graphviz-pdf",
            #[cfg(feature = "pdf")]
            Self::Pdf => "pdf",
            #[cfg(feature = "png")]
            Self::Png => "png",
        }
    }

    /// The ends of its files' names, without the dot.
    pub fn endings(self) -> Vec<&'static str> {
        match self {
            Self::Graph(format) => format.endings(),
            Self::Graphviz(drawn) => vec![drawn.ending()],
            #[cfg(feature = "pdf")]
            Self::Pdf => vec!["pdf"],
            #[cfg(feature = "png")]
            Self::Png => vec!["png"],
        }
    }

    /// What it is for.
    pub fn purpose(self) -> &'static str {
        match self {
            Self::Graph(format) => format.purpose(),
            Self::Graphviz(Drawn::Svg) => {
                "the picture of dot as SVG, drawn by Graphviz (which must be installed)"
            }
            Self::Graphviz(Drawn::Png) => "the same in pixels",
            Self::Graphviz(Drawn::Pdf) => "the same as PDF",
            #[cfg(feature = "pdf")]
            Self::Pdf => "the picture of svg as pages to print, in one file, its text as text",
            #[cfg(feature = "png")]
            Self::Png => "the picture of svg in pixels, a file a page, for Word and WeChat",
        }
    }

    /// Whether it has a file for each page, where there are several.
    pub fn has_pages(self) -> bool {
        match self {
            Self::Graph(format) => format == Format::Svg,
            #[cfg(feature = "png")]
            Self::Png => true,
            _ => false,
        }
    }

    /// Whether it is a picture, which has a view.
    pub fn is_picture(self) -> bool {
        match self {
            Self::Graph(format) => {
                matches!(format, Format::Dot | Format::Mermaid | Format::Svg)
            }
            _ => true,
        }
    }
}
