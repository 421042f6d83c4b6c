//! `graphs/` is what the main command makes of the sample plans.

use std::fs;
use std::process::Command;

use super::{Desk, Run, repository};

/// How to make `graphs/` anew.
const RENEW: &str = "if the change is meant, renew the committed graphs and look at them: \
                     cargo run --release -- build seeds/documents -o graphs -f json,dot,svg";

#[test]
fn committed_graphs_are_true_to_the_byte() {
    let (documents, graphs) = (repository().join("seeds/documents"), repository().join("graphs"));
    if !documents.exists() && !graphs.exists() {
        println!("skipped: there are neither sample plans nor graphs of them");
        return;
    }
    let desk = Desk::with(&[]);
    let mut command = Command::new(env!("CARGO_BIN_EXE_gangmu"));
    command.args(["build", "seeds/documents", "-o"]).arg(desk.path("graphs"));
    Run::of({
        command.current_dir(repository());
        command
    })
    .succeeds();
    for name in desk.list("graphs") {
        let committed = fs::read(graphs.join(&name))
            .unwrap_or_else(|error| panic!("graphs/{name}: {error}; {RENEW}"));
        let made = desk.read(&format!("graphs/{name}"));
        if let Some(place) = first_difference(&committed, &made) {
            panic!(
                "graphs/{name} is not what the code makes of the sample plans: {place}\n{RENEW}"
            );
        }
    }
}

/// The first line that is not the same, as committed and as made.
fn first_difference(committed: &[u8], made: &[u8]) -> Option<String> {
    if committed == made {
        return None;
    }
    let (committed, made) = (String::from_utf8_lossy(committed), String::from_utf8_lossy(made));
    // split, not lines: `\r` and a missing end of the last line count too
    let (mut old, mut new) = (committed.split('\n'), made.split('\n'));
    for line in 1.. {
        let (old, new) = (old.next(), new.next());
        if old != new {
            let show = |side: Option<&str>| side.unwrap_or("(end of file)").to_owned();
            return Some(format!("line {line}\n- {}\n+ {}", show(old), show(new)));
        }
    }
    None
}
