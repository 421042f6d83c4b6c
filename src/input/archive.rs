//! ZIP archives: many documents in one file. They are taken apart before reading.

use encoding_rs::GB18030;

use super::package::{self, Package};
use super::{Format, InputError, Limits};

/// How archives are listed beside the formats of documents.
pub(super) const FORMAT: Format = Format {
    name: "zip",
    description: "archives of documents, also in one another",
    extensions: &["zip"],
};

/// What messages call it.
const WHAT: &str = "this ZIP archive";

/// How deep archives may be packed in one another.
const NESTING: usize = 4;
/// How many files an archive may have.
const MOST: usize = 100_000;

/// A file in an archive.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Member {
    /// Its path in the archive, with `/`; behind that of the archive it is in, where that is packed
    /// too.
    pub path: String,
    /// Its bytes, or why they cannot be had.
    pub content: Result<Vec<u8>, InputError>,
}

/// The files in an archive, sorted by path; `None` when the bytes are no archive but a document or
/// anything else. Hidden files, and the doubles that macOS adds, are left out.
///
/// # Errors
/// [`InputError`] when the archive as a whole cannot be read.
pub fn unpack(bytes: &[u8], limits: &Limits) -> Result<Option<Vec<Member>>, InputError> {
    if !is_archive(bytes) {
        return Ok(None);
    }
    let mut members = Vec::new();
    let mut left = limits.bytes;
    add(bytes, "", 1, &mut left, limits, &mut members)?;
    members.sort_by(|a, b| a.path.cmp(&b.path));
    Ok(Some(members))
}

/// Whether the bytes are a container of other things than the parts of one document.
fn is_archive(bytes: &[u8]) -> bool {
    const PARTS: [&str; 5] =
        ["[Content_Types].xml", "_rels/.rels", "OFD.xml", "mimetype", "content.xml"];
    package::is_package(bytes)
        && !package::has_part(bytes, |name| PARTS.contains(&name) || name.starts_with("word/"))
        && package::has_part(bytes, |_| true)
}

fn add(
    bytes: &[u8],
    folder: &str,
    depth: usize,
    left: &mut u64,
    limits: &Limits,
    members: &mut Vec<Member>,
) -> Result<(), InputError> {
    let mut package = Package::open(bytes, WHAT, Limits { bytes: *left, ..*limits })?;
    for index in 0..package.len() {
        if members.len() >= MOST {
            return Err(InputError::TooDeep { what: "files in this archive are", limit: MOST });
        }
        let Some((is_folder, raw)) = package.entry(index) else { continue };
        let name = decode_name(&raw);
        let hidden = name.split('/').any(|part| part.starts_with('.') || part == "__MACOSX");
        if is_folder || hidden {
            continue;
        }
        let path = format!("{folder}{name}");
        let content = package.part_at(index);
        *left = package.left();
        match content {
            Ok(inner) if is_archive(&inner) => {
                let error = if depth < NESTING {
                    let inside = format!("{path}/");
                    add(&inner, &inside, depth + 1, left, limits, members).err()
                } else {
                    Some(InputError::TooDeep { what: "archives are", limit: NESTING })
                };
                members.extend(error.map(|error| Member { path, content: Err(error) }));
                package.set_left(*left);
            }
            content => {
                let full = matches!(content, Err(InputError::TooLarge { .. }));
                members.push(Member { path, content });
                if full {
                    break; // nothing else may come out of it
                }
            }
        }
    }
    Ok(())
}

/// A name in an archive. Programs in China write it in GBK and do not say so.
fn decode_name(raw: &[u8]) -> String {
    let name = match std::str::from_utf8(raw) {
        Ok(name) => name.to_owned(),
        Err(_) => GB18030.decode_without_bom_handling(raw).0.into_owned(),
    };
    // a name goes into messages and the graph, so it must not steer a terminal
    name.chars()
        .map(|c| {
            if c == '\\' {
                '/'
            } else if c.is_control() {
                '?'
            } else {
                c
            }
        })
        .collect()
}
