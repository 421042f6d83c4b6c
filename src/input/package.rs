//! Files that are ZIP containers: finding parts and unpacking them, not more than is let in.

use std::borrow::Cow;
use std::io::{Cursor, Read};

use zip::ZipArchive;
use zip::result::ZipError;

use super::{InputError, Limits};

/// How every container with something in it begins.
const MAGIC: &[u8] = b"PK\x03\x04";

/// A container.
pub(super) struct Package<'a> {
    zip: ZipArchive<Cursor<&'a [u8]>>,
    /// What it is, with its article.
    what: &'static str,
    /// How many bytes may still be unpacked.
    left: u64,
    limits: Limits,
}

/// Whether the bytes begin like a container.
pub(super) fn is_package(bytes: &[u8]) -> bool {
    bytes.starts_with(MAGIC)
}

/// Whether a container has a part of this name. Looks at its directory alone.
pub(super) fn has_part(bytes: &[u8], part: impl Fn(&str) -> bool) -> bool {
    is_package(bytes)
        && ZipArchive::new(Cursor::new(bytes))
            .is_ok_and(|zip| zip.file_names().flatten().any(|name| part(&name)))
}

impl<'a> Package<'a> {
    /// Opens a container.
    pub(super) fn open(
        bytes: &'a [u8],
        what: &'static str,
        limits: Limits,
    ) -> Result<Self, InputError> {
        let zip = ZipArchive::new(Cursor::new(bytes)).map_err(|_| InputError::Damaged {
            what,
            problem: "its table of contents is missing",
        })?;
        Ok(Self { zip, what, left: limits.bytes, limits })
    }

    /// How many parts it has.
    pub(super) fn len(&self) -> usize {
        self.zip.len()
    }

    /// The names of its parts.
    pub(super) fn names(&self) -> impl Iterator<Item = Cow<'_, str>> {
        self.zip.file_names().flatten()
    }

    /// Calls it by what it turned out to be.
    pub(super) fn call_it(&mut self, what: &'static str) {
        self.what = what;
    }

    /// A part by its name, which case does not matter in; `None` where there is no such part.
    pub(super) fn part(&mut self, name: &str) -> Result<Option<Vec<u8>>, InputError> {
        let name = name.trim_start_matches('/');
        let found = self.zip.index_for_name(name).or_else(|| {
            let mut names = self.zip.file_names().flatten();
            let same = names.find(|other| other.eq_ignore_ascii_case(name))?;
            self.zip.index_for_name(&same)
        });
        found.map(|index| self.part_at(index)).transpose()
    }

    /// A part that must be there.
    pub(super) fn required(&mut self, name: &str) -> Result<Vec<u8>, InputError> {
        self.part(name)?.ok_or(InputError::Damaged {
            what: self.what,
            problem: "a part that holds its text is missing",
        })
    }

    /// A part by its number.
    pub(super) fn part_at(&mut self, index: usize) -> Result<Vec<u8>, InputError> {
        let what = self.what;
        let file = match self.zip.by_index(index) {
            Ok(file) if file.encrypted() => return Err(InputError::Encrypted { what }),
            Ok(file) => file,
            Err(ZipError::UnsupportedArchive(problem)) => {
                return Err(if problem == ZipError::PASSWORD_REQUIRED {
                    InputError::Encrypted { what }
                } else {
                    InputError::Damaged { what, problem: "it is packed in an unusual way" }
                });
            }
            Err(_) => {
                return Err(InputError::Damaged { what, problem: "a part of it cannot be found" });
            }
        };
        let left = self.left;
        let mut bytes = Vec::new();
        // what the directory says of sizes is not believed
        file.take(left + 1).read_to_end(&mut bytes).map_err(|_| InputError::Damaged {
            what,
            problem: "a part of it cannot be unpacked",
        })?;
        let length = bytes.len() as u64;
        if length > left {
            return Err(InputError::TooLarge {
                what: "its unpacked content has",
                limit: self.limits.bytes,
            });
        }
        self.left = left - length;
        Ok(bytes)
    }

    /// Whether a part is a folder, and the raw bytes of its name.
    pub(super) fn entry(&mut self, index: usize) -> Option<(bool, Vec<u8>)> {
        let file = self.zip.by_index_raw(index).ok()?;
        Some((file.is_dir(), file.name_raw().to_vec()))
    }

    /// Says how many bytes may still be unpacked.
    pub(super) fn set_left(&mut self, left: u64) {
        self.left = left;
    }

    /// How many bytes may still be unpacked.
    pub(super) fn left(&self) -> u64 {
        self.left
    }
}
