//! Two characters together as a feature: those on both sides of a name, and its first and last one.
//!
//! There are too many couples for an array of all; only those that have a weight are kept.

use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};

use super::candidate::KINDS;
use super::context::values;
use super::scorer::Kinds;

values! {
    /// Which two characters of a candidate.
    Couple {
        Around = "around_chars",
        Edge = "edge_chars",
    }
}

/// A couple of characters as a number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(super) struct Key(u64);

/// How many bits a character takes.
const CHAR: u32 = 21;

impl Key {
    /// The key of two characters, if a table can hold them.
    pub fn new(couple: Couple, one: char, other: char) -> Option<Self> {
        let plain = |c: char| !c.is_whitespace() && !c.is_control();
        let (a, b) = (u64::from(u32::from(one)), u64::from(u32::from(other)));
        (plain(one) && plain(other)).then_some(Self(((couple as u64) << CHAR | a) << CHAR | b))
    }

    /// The couple of this name that a table writes so.
    pub fn read(group: &str, value: &str) -> Option<Self> {
        let couple = Couple::NAMES.iter().position(|name| *name == group)?;
        let mut chars = value.chars();
        match (chars.next(), chars.next(), chars.next()) {
            (Some(one), Some(other), None) => Self::new(Couple::ALL[couple], one, other),
            _ => None,
        }
    }

    /// Its group and its value in a table.
    pub fn name(self) -> (&'static str, String) {
        let mask = (1 << CHAR) - 1;
        let chars = [self.0 >> CHAR & mask, self.0 & mask];
        let char = |code: u64| u32::try_from(code).ok().and_then(char::from_u32);
        let value = chars.into_iter().filter_map(char).collect();
        (Couple::NAMES[(self.0 >> (2 * CHAR)) as usize], value)
    }
}

/// Spreads keys. They come from a table and not from an enemy.
#[derive(Debug, Clone, Default)]
pub(super) struct Spread(u64);

impl Hasher for Spread {
    fn finish(&self) -> u64 {
        self.0
    }

    fn write(&mut self, bytes: &[u8]) {
        bytes.iter().for_each(|&byte| self.write_u64(byte.into()));
    }

    fn write_u64(&mut self, number: u64) {
        // the golden ratio: what differs in low bits differs in high ones, and the other way round
        let mixed = (self.0 ^ number).wrapping_mul(0x9E37_79B9_7F4A_7C15);
        self.0 = mixed ^ mixed >> 32;
    }
}

/// Something for each of some couples.
pub(super) type Couples<T> = HashMap<Key, T, BuildHasherDefault<Spread>>;

/// The rows of the scorer's table, in an order of their own.
pub(super) fn rows(couples: &Couples<Kinds>) -> Vec<(Key, Kinds)> {
    let weighty = couples.iter().filter(|(_, kinds)| **kinds != [0; KINDS.len()]);
    let mut rows: Vec<(Key, Kinds)> = weighty.map(|(key, kinds)| (*key, *kinds)).collect();
    rows.sort_unstable_by_key(|(key, _)| *key);
    rows
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_is_named_and_read() {
        for (couple, name) in Couple::ALL.iter().zip(Couple::NAMES) {
            let key = Key::new(*couple, '推', '，').expect("both can be written");
            assert_eq!(key.name(), (*name, "推，".to_owned()));
            assert_eq!(Key::read(name, "推，"), Some(key));
        }
        assert_eq!(Key::new(Couple::Edge, '推', '\t'), None);
        assert_eq!(Key::read("edge_chars", "推"), None);
        assert_eq!(Key::read("left_char", "推进"), None);
    }
}
