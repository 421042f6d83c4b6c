//! The invariants of ARCHITECTURE.md, read off the sources. A test here fails with the file and
//! the line that breaks the rule, and says what the rule is for.

mod layers;
mod repository;
mod source;

use source::{Source, sources};

/// What the library must not touch: it does no IO, prints nothing, reads no clock, starts nothing,
/// and has no chance in it. All of that is the binary's.
const FORBIDDEN_IN_LIBRARY: &[&str] = &[
    "std::fs",
    "std::net",
    "std::process",
    "std::env",
    "std::thread",
    "std::time",
    "File::open",
    "Instant",
    "SystemTime",
    "rand::",
    "fastrand::",
    "println!",
    "eprintln!",
    "print!",
    "eprint!",
    "dbg!",
    "todo!",
    "stdout()",
    "stderr()",
    "stdin()",
];

/// Crates that one module knows and no other, so that they can be replaced.
const PRIVATE_CRATES: &[(&str, &str)] = &[
    ("petgraph", "src/graph/"),
    ("daachorse", "src/lexicon/"),
    ("toml", "src/decision/"),
    ("jsonschema", "src/verification/"),
    ("dot_writer", "src/export/"),
    ("encoding_rs", "src/input/"),
    ("zip", "src/input/"),
    ("quick_xml", "src/input/xml.rs"),
    ("lopdf", "src/input/pdf/"),
    ("scraper", "src/input/html/"),
    ("calamine", "src/input/xlsx.rs"),
    ("office_oxide", "src/input/doc.rs"),
    ("clap", "src/bin/"),
    ("indicatif", "src/bin/"),
    ("globset", "src/bin/"),
    ("anstream", "src/bin/"),
    ("anstyle", "src/bin/"),
    ("rayon", "src/bin/"),
    ("tempfile", "src/bin/"),
    ("anyhow", "src/bin/"),
];

/// Names that say nothing of what is in a module.
const EMPTY_NAMES: &[&str] =
    &["utils", "util", "common", "helpers", "helper", "types", "misc", "shared"];

/// A module that is longer has more than one purpose; tests at its end do not count.
const LONGEST_MODULE: usize = 400;

/// Fails with all breaches at once.
#[track_caller]
fn report(rule: &str, breaches: &[String]) {
    assert!(breaches.is_empty(), "{rule}:\n{}", breaches.join("\n"));
}

/// Every line of code that breaks a rule, as `file:line: code`.
fn breaches<'a>(
    sources: impl Iterator<Item = &'a Source>,
    breaks: impl Fn(&Source, &str) -> bool,
) -> Vec<String> {
    let mut found = Vec::new();
    for source in sources {
        for (number, code) in source.code() {
            if breaks(source, code) {
                found.push(format!("{}:{number}: {}", source.path, code.trim()));
            }
        }
    }
    found
}

#[test]
fn the_library_has_no_effects() {
    let sources = sources();
    let library = sources.iter().filter(|source| source.is_library());
    let found = breaches(library, |_, code| {
        FORBIDDEN_IN_LIBRARY.iter().any(|forbidden| source::names(code, forbidden))
            || source::imports(code, "std")
                .iter()
                .any(|part| FORBIDDEN_IN_LIBRARY.contains(&format!("std::{part}").as_str()))
    });
    report("effects belong in src/bin", &found);
}

#[test]
fn crates_stay_private_to_their_modules() {
    let sources = sources();
    let found = breaches(sources.iter(), |source, code| {
        PRIVATE_CRATES.iter().any(|(name, home)| {
            !source.path.starts_with(home) && source::names(code, &format!("{name}::"))
        })
    });
    report("a crate is known to one module only", &found);
}

#[test]
fn modules_are_small_and_named_after_their_purpose() {
    let mut found = Vec::new();
    for source in sources() {
        let lines = source.code().last().map_or(0, |(number, _)| number);
        if lines > LONGEST_MODULE {
            found.push(format!("{}: {lines} lines, at most {LONGEST_MODULE}", source.path));
        }
        if source.path.split(['/', '.']).any(|part| EMPTY_NAMES.contains(&part)) {
            found.push(format!("{}: the name does not say what it is for", source.path));
        }
    }
    report("a module has one purpose and its name", &found);
}

#[test]
fn nothing_is_unsafe() {
    let manifest = repository::read("Cargo.toml");
    assert!(manifest.contains("unsafe_code = \"forbid\""), "the manifest forbids unsafe code");
    let sources = sources();
    let found = breaches(sources.iter(), |_, code| source::names(code, "allow(unsafe_code"));
    report("no exception from that", &found);
}
