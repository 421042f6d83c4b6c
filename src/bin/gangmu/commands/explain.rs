//! `gangmu explain`: why is this in the graph?

use std::io::{self, Write};

use anstyle::{AnsiColor, Style as Ansi};
use gangmu::diagnostic::Code;
use gangmu::explanation::{self, Found, Page, Sources, Style};
use gangmu::published::{Index, Node, Originals};

use crate::config::ExplainPlan;
use crate::failure::Failure;
use crate::published;

/// How many names are listed when a part of a name fits many.
const MOST: usize = 30;

/// Prints the explanations of all that is meant, coloured where a terminal shows them.
pub fn run(plan: &ExplainPlan) -> Result<(), Vec<Failure>> {
    let graph = published::graph(&plan.graph).map_err(|failure| vec![failure])?;
    let (documents, mut failures) = published::originals(&plan.documents, &plan.reading);
    let (index, originals) = (Index::of(&graph), Originals::of(&graph, &documents));
    let sources = Sources { index: &index, originals: &originals };
    let pages: Vec<Page> = match explanation::find(&graph, &plan.query) {
        Found::Nodes(nodes) => {
            nodes.into_iter().map(|node| explanation::of_node(sources, node)).collect()
        }
        Found::Edge(edge) => vec![explanation::of_edge(sources, edge)],
        Found::Parts(nodes) => {
            failures.push(ambiguous(&plan.query, &nodes));
            Vec::new()
        }
        Found::Nothing => {
            let problem = format!("{} holds nothing of this name or id", plan.graph.place());
            let failure = Failure::new(format!("“{}”", plan.query), problem);
            failures.push(failure.code(Code::ExplainNothing).remedy(Code::ExplainNothing.remedy()));
            Vec::new()
        }
    };
    if let Err(error) = print(&pages) {
        failures.push(Failure::io("standard output", "cannot be written", &error));
    }
    if failures.is_empty() { Ok(()) } else { Err(failures) }
}

/// The failure of a part of a name that fits more than one.
fn ambiguous(query: &str, nodes: &[&Node]) -> Failure {
    let mut list = format!("is part of {} names:", nodes.len());
    for node in nodes.iter().take(MOST) {
        list.push_str(&format!("\n    {}  {} {}", node.id, node.kind.name(), node.label));
    }
    if nodes.len() > MOST {
        list.push_str("\n    …");
    }
    Failure::new(format!("“{query}”"), list)
        .code(Code::ExplainNothing)
        .remedy("give one of them in full, or its id")
}

fn print(pages: &[Page]) -> io::Result<()> {
    let mut out = anstream::AutoStream::auto(io::stdout().lock());
    for (number, page) in pages.iter().enumerate() {
        if number > 0 {
            writeln!(out)?;
        }
        for line in &page.lines {
            write!(out, "{}", "  ".repeat(line.indent))?;
            for (style, words) in &line.parts {
                let look = look(*style);
                write!(out, "{look}{words}{look:#}")?;
            }
            writeln!(out)?;
        }
    }
    out.flush()
}

/// What a style looks like in a terminal.
fn look(style: Style) -> Ansi {
    match style {
        Style::Plain => Ansi::new(),
        Style::Title => Ansi::new().bold(),
        Style::Quote => AnsiColor::Green.on_default(),
        Style::Place => Ansi::new().dimmed(),
    }
}
