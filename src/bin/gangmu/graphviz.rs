//! Pictures by the Graphviz that is installed: its `dot` is run directly, without a shell, and
//! talked to through pipes.

use std::io::{self, Write};
use std::process::{Command, Output, Stdio};
use std::thread;

use gangmu::diagnostic::Code;

use crate::failure::Failure;

/// The program, as it is called and as messages name it.
const PROGRAM: &str = "dot";
/// How to get it, with a font that has the characters.
const INSTALL: &str = "install it (apt-get install graphviz fonts-noto-cjk; brew install graphviz; \
                       https://graphviz.org/download), or take -f svg, which needs no other program";

/// What it draws.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Drawn {
    Svg,
    Png,
    Pdf,
}

impl Drawn {
    /// All, in the order in which they are listed to people.
    pub const ALL: [Drawn; 3] = [Drawn::Svg, Drawn::Png, Drawn::Pdf];

    /// The end of its file's name, which is not that of our own pictures.
    pub fn ending(self) -> &'static str {
        match self {
            Drawn::Svg => "dot.svg",
            Drawn::Png => "dot.png",
            Drawn::Pdf => "dot.pdf",
        }
    }

    /// How it is asked for.
    fn arguments(self) -> &'static [&'static str] {
        match self {
            Drawn::Svg => &["-Tsvg"],
            // letters stay sharp in print
            Drawn::Png => &["-Tpng", "-Gdpi=192"],
            Drawn::Pdf => &["-Tpdf"],
        }
    }

    /// With what a whole picture ends.
    fn end(self) -> &'static [u8] {
        match self {
            Drawn::Svg => b"</svg>",
            Drawn::Png => b"IEND\xAE\x42\x60\x82",
            Drawn::Pdf => b"%%EOF",
        }
    }
}

/// A picture, and what Graphviz had to say about it.
pub struct Picture {
    /// All of its file.
    pub bytes: Vec<u8>,
    /// Its warnings, one a line; empty when all is well.
    pub warnings: String,
}

/// Draws a graph given in DOT.
pub fn render(dot: &[u8], drawn: Drawn) -> Result<Picture, Failure> {
    let Output { status, stdout, stderr } =
        run(dot, drawn).map_err(|error| match error.kind() {
            io::ErrorKind::NotFound => {
                Failure::new(PROGRAM, "Graphviz, which draws this picture, is not installed")
                    .code(Code::GraphvizMissing)
                    .remedy(INSTALL)
            }
            _ => Failure::io(PROGRAM, "Graphviz could not be run", &error),
        })?;
    let words = String::from_utf8_lossy(&stderr).trim().to_owned();
    // it has been seen to stop half-way and report success
    if !status.success() || !stdout.trim_ascii_end().ends_with(drawn.end()) {
        return Err(Failure::new(PROGRAM, format!("Graphviz gave no picture ({status}): {words}"))
            .code(Code::GraphvizFailed)
            .remedy("for a large graph, draw less of it (--view overview)"));
    }
    let bytes = if drawn == Drawn::Pdf { without_date(stdout) } else { stdout };
    Ok(Picture { bytes, warnings: words })
}

/// A PDF that does not say when it was made: the same graph gives the same bytes. No byte moves, since
/// its tables count them.
fn without_date(mut pdf: Vec<u8>) -> Vec<u8> {
    const MARK: &[u8] = b"/CreationDate (D:";
    const NEVER: &[u8] = b"19700101000000";
    let found = pdf.windows(MARK.len()).rposition(|bytes| bytes == MARK);
    let place = found.map(|at| at + MARK.len());
    if let Some(date) = place.and_then(|at| pdf.get_mut(at..at + NEVER.len()))
        && date.iter().all(u8::is_ascii_digit)
    {
        date.copy_from_slice(NEVER);
    }
    pdf
}

/// Runs `dot` on its standard input.
fn run(dot: &[u8], drawn: Drawn) -> io::Result<Output> {
    let mut child = Command::new(PROGRAM)
        .args(drawn.arguments())
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()?;
    let mut input = child.stdin.take().expect("standard input was asked to be a pipe");
    thread::scope(|scope| {
        // in a thread of its own: a full pipe in one direction must not block the other
        scope.spawn(move || {
            // where the program stops reading, its exit status says more than the broken pipe
            let _ = input.write_all(dot);
        });
        child.wait_with_output()
    })
}
