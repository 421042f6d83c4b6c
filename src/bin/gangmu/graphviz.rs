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

/// A picture, and what Graphviz had to say about it.
pub struct Picture {
    /// The SVG.
    pub svg: Vec<u8>,
    /// Its warnings, one a line; empty when all is well.
    pub warnings: String,
}

/// Draws a graph given in DOT.
pub fn render_svg(dot: &[u8]) -> Result<Picture, Failure> {
    let Output { status, stdout, stderr } = run(dot).map_err(|error| match error.kind() {
        io::ErrorKind::NotFound => {
            Failure::new(PROGRAM, "Graphviz, which draws this picture, is not installed")
                .code(Code::GraphvizMissing)
                .remedy(INSTALL)
        }
        _ => Failure::io(PROGRAM, "Graphviz could not be run", &error),
    })?;
    let words = String::from_utf8_lossy(&stderr).trim().to_owned();
    // it has been seen to stop half-way and report success
    if !status.success() || !stdout.trim_ascii_end().ends_with(b"</svg>") {
        return Err(Failure::new(PROGRAM, format!("Graphviz gave no picture ({status}): {words}"))
            .code(Code::GraphvizFailed)
            .remedy("for a large graph, draw less of it (--view overview)"));
    }
    Ok(Picture { svg: stdout, warnings: words })
}

/// Runs `dot -Tsvg` on its standard input.
fn run(dot: &[u8]) -> io::Result<Output> {
    let mut child = Command::new(PROGRAM)
        .arg("-Tsvg")
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
