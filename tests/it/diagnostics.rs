//! `docs/diagnostics.md` lists every code as the table of codes has it.

use std::fmt::Write;
use std::fs;
use std::path::Path;

use gangmu::diagnostic::{Code, Severity};

const RENEW: &str = "GANGMU_RENEW=1 cargo test every_code_is_documented";

/// What stands above the table; the families follow.
const HEAD: &str = "\
# Diagnostics and exit codes

What `gangmu` has to say goes to standard error, results go to standard output or into files.

## Exit codes

They are a contract; scripts may rely on them.

| code | means |
|--:|:--|
| 0 | Everything that was asked for was done. Warnings and notes do not count. A reader that closes the pipe early (`gangmu text plan.txt \\| head`) is no failure. |
| 1 | Something failed, or a graph does not hold. What could be done was done: the other documents are in the graph, the other formats are written. No file is half written: there is the new one or the old one. |
| 2 | Wrong usage. Nothing was done. |

A signal ends the program as any other (128 + its number in most shells); files are old or new even then.

## Forms

- By default, errors and warnings are told, and what was done. `-q` leaves out what was done, `-v` adds \
notes.
- A message is `gangmu: severity[code]: place: message`, with a line `remedy: …` where one is known. The \
place is a file, with line and column (both from 1, in characters) as far as they are known.
- `--log json` makes each message one JSON object on a line, with the keys `severity`, `code`, `place`, \
`message`, `remedy`. What was done has the severity `info`, and no code.
- A code is never given another meaning. New ones may come.

## Codes
";

fn page() -> String {
    let mut page = HEAD.to_owned();
    let mut family = "";
    for code in Code::ALL {
        let of = code.name().split('-').next().unwrap();
        if of != family {
            family = of;
            write!(page, "\n| {family}… | severity | meaning | remedy |\n|:--|:--|:--|:--|\n")
                .unwrap();
        }
        let (name, severity) = (code.name(), code.severity().name());
        let (meaning, remedy) = (code.meaning(), code.remedy());
        writeln!(page, "| `{name}` | {severity} | {meaning} | {remedy} |").unwrap();
    }
    page
}

#[test]
fn every_code_is_documented() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/diagnostics.md");
    if std::env::var_os("GANGMU_RENEW").is_some() {
        fs::write(&path, page()).unwrap();
    }
    let written = fs::read_to_string(&path).unwrap_or_default();
    assert!(written == page(), "docs/diagnostics.md is not what the codes say; renew it: {RENEW}");
}

#[test]
fn every_code_is_used() {
    // by name in the sources outside of the table itself
    fn sources(folder: &Path, found: &mut String) {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                sources(&path, found);
            } else if !path.ends_with("diagnostic/code.rs") {
                found.push_str(&fs::read_to_string(&path).unwrap());
            }
        }
    }
    let mut all = String::new();
    sources(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src"), &mut all);
    for code in Code::ALL {
        let name = format!("Code::{code:?}");
        let used = all
            .match_indices(&name)
            .any(|(at, _)| !all[at + name.len()..].starts_with(|c: char| c.is_alphanumeric()));
        assert!(used, "{name} is never said");
    }
}

#[test]
fn severities_have_names() {
    let names: Vec<&str> = Severity::ALL.iter().map(|severity| severity.name()).collect();
    assert_eq!(names, ["error", "warning", "note"]);
}
