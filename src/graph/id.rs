//! Identity of nodes and edges, derived from content.
//!
//! An id is the kind's three letters, a colon and 16 hexadecimal digits of an xxh3 hash of
//! - a document: the SHA-256 of its bytes (so a renamed file keeps all of its ids);
//! - a pillar or action: its document and the place of its words;
//! - an entity: its kind and the [match key](super::match_key) of its canonical name;
//! - an edge: its kind and both ends.

use std::fmt;
use std::hash::{BuildHasher, Hash, Hasher};
use std::str::FromStr;

use xxhash_rust::xxh3::{xxh3_64, xxh3_64_with_seed};

use crate::schema::{EdgeKind, EntityKind, NodeKind};
use crate::text::Span;

/// Names a node in every output. ASCII, stable, derived from content.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct NodeId {
    kind: NodeKind,
    hash: u64,
}

impl NodeId {
    pub(crate) fn document(sha256: &str) -> Self {
        Self { kind: NodeKind::Document, hash: xxh3_64(sha256.as_bytes()) }
    }

    /// A pillar or an action, by the place of its words.
    pub(crate) fn part(kind: NodeKind, document: NodeId, span: Span) -> Self {
        let mut content = [0; 19];
        content[..3].copy_from_slice(kind.id_prefix().as_bytes());
        content[3..11].copy_from_slice(&document.hash.to_le_bytes());
        let place = (span.start() as u64) << 32 | span.end() as u64;
        content[11..].copy_from_slice(&place.to_le_bytes());
        Self { kind, hash: xxh3_64(&content) }
    }

    pub(crate) fn entity(kind: EntityKind, match_key: &str) -> Self {
        // the seed keeps one name under two kinds apart without copying it
        let hash = xxh3_64_with_seed(match_key.as_bytes(), kind_seed(kind));
        Self { kind: NodeKind::Entity(kind), hash }
    }

    /// Another id, for content whose own id is taken: two pillars on the same words, or two names
    /// of one hash.
    pub(crate) fn next(self) -> Self {
        Self { kind: self.kind, hash: xxh3_64(&self.hash.to_le_bytes()) }
    }

    /// What the node is.
    #[must_use]
    pub fn kind(self) -> NodeKind {
        self.kind
    }

    /// The id as it is written.
    #[must_use]
    pub fn text(self) -> IdText {
        IdText::new(self.kind.id_prefix(), self.hash)
    }
}

/// The three letters as a number; they tell the kinds apart.
fn kind_seed(kind: EntityKind) -> u64 {
    NodeKind::Entity(kind).id_prefix().bytes().fold(0, |seed, byte| seed << 8 | u64::from(byte))
}

impl Hash for NodeId {
    fn hash<H: Hasher>(&self, state: &mut H) {
        state.write_u64(self.hash);
    }
}

impl fmt::Display for NodeId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.text().as_str())
    }
}

impl fmt::Debug for NodeId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

/// What a string lacks to be the id of a node.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error(
    "a node's id is three letters, a colon and 16 digits of 0-9a-f, such as com:0123456789abcdef"
)]
pub struct ParseIdError;

impl FromStr for NodeId {
    type Err = ParseIdError;

    fn from_str(id: &str) -> Result<Self, ParseIdError> {
        let (prefix, digits) = id.split_once(':').ok_or(ParseIdError)?;
        let entities = EntityKind::ALL.iter().map(|&kind| NodeKind::Entity(kind));
        let kind = [NodeKind::Document, NodeKind::Pillar, NodeKind::Action]
            .into_iter()
            .chain(entities)
            .find(|kind| kind.id_prefix() == prefix)
            .ok_or(ParseIdError)?;
        let lower_hex = |byte: u8| matches!(byte, b'0'..=b'9' | b'a'..=b'f');
        if digits.len() != 16 || !digits.bytes().all(lower_hex) {
            return Err(ParseIdError);
        }
        let hash = u64::from_str_radix(digits, 16).map_err(|_| ParseIdError)?;
        Ok(Self { kind, hash })
    }
}

/// Names an edge. Its prefix is no node's, so that consumers with one space of ids for both (such
/// as Cytoscape.js) keep them apart.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct EdgeKey(u64);

impl EdgeKey {
    /// What tells the keys of one kind from those of another.
    pub(crate) fn seed(kind: EdgeKind) -> u64 {
        xxh3_64(kind.name().as_bytes())
    }

    /// The key of an edge whose kind has this [`seed`](EdgeKey::seed).
    pub(crate) fn new(seed: u64, source: NodeId, target: NodeId) -> Self {
        let mut ends = [0; 22];
        ends[..3].copy_from_slice(source.kind.id_prefix().as_bytes());
        ends[3..11].copy_from_slice(&source.hash.to_le_bytes());
        ends[11..14].copy_from_slice(target.kind.id_prefix().as_bytes());
        ends[14..].copy_from_slice(&target.hash.to_le_bytes());
        Self(xxh3_64_with_seed(&ends, seed))
    }

    /// The key as it is written.
    #[must_use]
    pub fn text(self) -> IdText {
        IdText::new("edg", self.0)
    }
}

impl fmt::Display for EdgeKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.text().as_str())
    }
}

impl fmt::Debug for EdgeKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

/// The eight hexadecimal digits of a number, made side by side in one word.
fn hex(number: u32) -> [u8; 8] {
    const EACH: u64 = 0x0101_0101_0101_0101;
    let spread = u64::from(number);
    let spread = (spread | spread << 16) & 0x0000_FFFF_0000_FFFF;
    let spread = (spread | spread << 8) & 0x00FF_00FF_00FF_00FF;
    let digits = (spread | spread << 4) & (0x0F * EACH);
    // from ten on, letters: 6 more carries into the fifth bit
    let letters = (digits + 6 * EACH) >> 4 & EACH;
    (digits + u64::from(b'0') * EACH + letters * u64::from(b'a' - b'0' - 10)).to_be_bytes()
}

/// A written id, kept on the stack: exporters write tens of thousands of them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct IdText([u8; 20]);

impl IdText {
    fn new(prefix: &str, hash: u64) -> Self {
        let mut text = [b':'; 20];
        text[..3].copy_from_slice(prefix.as_bytes());
        #[allow(clippy::cast_possible_truncation, reason = "one half, then the other")]
        let (high, low) = ((hash >> 32) as u32, hash as u32);
        text[4..12].copy_from_slice(&hex(high));
        text[12..].copy_from_slice(&hex(low));
        Self(text)
    }

    /// The id as ASCII.
    #[must_use]
    pub fn as_bytes(&self) -> &[u8; 20] {
        &self.0
    }

    /// The id as a string.
    #[must_use]
    pub fn as_str(&self) -> &str {
        std::str::from_utf8(&self.0).expect("prefix, colon and digits are ASCII")
    }
}

/// Passes the hash that an id already is.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct IdHasher;

impl BuildHasher for IdHasher {
    type Hasher = Passing;

    fn build_hasher(&self) -> Passing {
        Passing(0)
    }
}

/// See [`IdHasher`].
#[derive(Debug)]
pub(super) struct Passing(u64);

impl Hasher for Passing {
    fn finish(&self) -> u64 {
        self.0
    }

    fn write(&mut self, bytes: &[u8]) {
        // ids hash themselves by write_u64; this keeps the hasher total
        self.0 = xxh3_64_with_seed(bytes, self.0);
    }

    fn write_u64(&mut self, hash: u64) {
        self.0 = hash;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn written_ids_are_read_back() {
        let document = NodeId::document("ab");
        let ids = [
            document,
            NodeId::part(NodeKind::Pillar, document, Span::new(3, 9)),
            NodeId::part(NodeKind::Action, document, Span::new(3, 9)),
            NodeId::entity(EntityKind::Company, "华翔集团"),
            NodeId::entity(EntityKind::Program, "华翔集团"),
        ];
        for (i, id) in ids.iter().enumerate() {
            assert_eq!(id.to_string().parse(), Ok(*id));
            assert!(ids[..i].iter().all(|other| other.hash != id.hash), "{id} twice");
        }
    }

    #[test]
    fn digits_are_those_of_the_hash() {
        for hash in [0, 1, 0x0123_4567_89ab_cdef, 0xfedc_ba98_7654_3210, u64::MAX, 0x9a00_a900_f0f0]
        {
            assert_eq!(IdText::new("com", hash).as_str(), format!("com:{hash:016x}"));
        }
    }

    #[test]
    fn what_is_no_id_is_refused() {
        for id in [
            "",
            "com",
            "com:",
            "com:0123456789abcde",
            "com:0123456789ABCDEF",
            "xxx:0123456789abcdef",
        ] {
            assert_eq!(id.parse::<NodeId>(), Err(ParseIdError), "{id}");
        }
    }
}
