//! A viewer in one file: the graph, and beside it the documents' text with everything that was
//! found in it. The file asks for nothing from any network, and its content policy lets nothing
//! run but its own two scripts, which it names by their hashes.
//!
//! Where nodes stand is computed here ([`outline`]); the page only stacks sections, since which of
//! them are open is the reader's choice. Cytoscape.js draws (MIT, see `cytoscape.LICENSE`).

mod data;
mod outline;

use std::io::Write;

use sha2::{Digest, Sha256};

use crate::graph::KnowledgeGraph;

use super::xml::Xml;
use super::{ExportError, Exporter, Options};

pub(super) const FORMAT: Exporter = Exporter::single(
    "html",
    "html",
    "text/html",
    "a browser: one file to look at the graph beside its text, to search, filter and pass on",
    write,
);

const PAGE: &str = include_str!("page.html");
const STYLE: &str = include_str!("page.css");
const CYTOSCAPE: &str = include_str!("cytoscape.min.js");
/// The page's own script, in parts that are one file for the browser.
const SCRIPT: &[&str] = &[
    "'use strict';\n(() => {\n",
    include_str!("words.js"),
    include_str!("model.js"),
    include_str!("text.js"),
    include_str!("drawing.js"),
    include_str!("page.js"),
    "})();\n",
];

fn write(
    graph: &KnowledgeGraph,
    options: &Options,
    sink: &mut dyn Write,
) -> Result<(), ExportError> {
    let script = SCRIPT.concat();
    let policy = format!(
        "default-src 'none'; script-src '{}' '{}'; style-src '{}'; img-src data: blob:; \
         base-uri 'none'; form-action 'none'",
        hash(CYTOSCAPE),
        hash(&script),
        hash(STYLE)
    );
    let title = data::title(graph, options);
    let data = data::json(graph, options, &title);
    let parts = [
        ("lang", options.lang.name().to_owned()),
        ("policy", policy),
        ("title", Xml(&title).to_string()),
        ("style", STYLE.to_owned()),
        ("data", data),
        ("cytoscape", CYTOSCAPE.to_owned()),
        ("script", script),
    ];
    // in the order of the page, so that no word of a document is looked through for a place
    let mut rest = PAGE;
    for (name, part) in parts {
        let place = format!("{{{{{name}}}}}");
        let (before, after) = rest
            .split_once(&place)
            .ok_or_else(|| ExportError::Form(format!("the page has no place for its {name}")))?;
        sink.write_all(before.as_bytes())?;
        sink.write_all(part.as_bytes())?;
        rest = after;
    }
    Ok(sink.write_all(rest.as_bytes())?)
}

/// What a content policy calls a script or style.
fn hash(content: &str) -> String {
    format!("sha256-{}", base64(&Sha256::digest(content)))
}

/// Base64 with padding.
fn base64(bytes: &[u8]) -> String {
    const DIGITS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut text = String::with_capacity(bytes.len().div_ceil(3) * 4);
    for group in bytes.chunks(3) {
        let byte = |place: usize| u32::from(group.get(place).copied().unwrap_or(0));
        let bits = byte(0) << 16 | byte(1) << 8 | byte(2);
        for digit in 0..4 {
            let value = (bits >> (18 - 6 * digit) & 63) as usize;
            text.push(if digit <= group.len() { char::from(DIGITS[value]) } else { '=' });
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn base64_is_the_usual_one() {
        for (bytes, text) in [("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v")] {
            assert_eq!(base64(bytes.as_bytes()), text);
        }
        assert_eq!(hash(""), "sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=");
    }

    #[test]
    fn no_script_ends_before_its_end() {
        for part in SCRIPT.iter().chain(&[CYTOSCAPE]) {
            assert!(!part.contains("</script") && !part.contains("<!--"));
        }
    }
}
