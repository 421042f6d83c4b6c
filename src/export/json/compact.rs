//! Writes shapes into memory: the same bytes as serde_json, several times faster.
//!
//! Half of the time that a report takes from text to file would go into serde_json looking through
//! every key and id for characters to escape. This serialiser only knows what shapes are made of:
//! keys are put together with their marks when it is compiled, ids are copied as they are, strings
//! are looked through sixteen bytes at once, and common numbers are written in place. Rare values,
//! and strings with something to escape, are left to serde_json.

use serde::ser::{
    Error as _, Impossible, SerializeMap, SerializeSeq, SerializeStruct, SerializeTuple,
    SerializeTupleStruct,
};
use serde::{Serialize, Serializer};
use serde_json::{Error, Result};

use super::digits;

/// Appends a value.
#[inline(always)]
pub(super) fn append<T: Serialize + ?Sized>(value: &T, bytes: &mut Vec<u8>) -> Result<()> {
    value.serialize(Compact(bytes))
}

struct Compact<'b>(&'b mut Vec<u8>);

fn string(value: &str, bytes: &mut Vec<u8>) -> Result<()> {
    if !is_plain(value.as_bytes()) {
        return serde_json::to_writer(bytes, value);
    }
    quoted(value.as_bytes(), bytes);
    Ok(())
}

#[inline]
fn quoted(value: &[u8], bytes: &mut Vec<u8>) {
    bytes.reserve(value.len() + 2);
    bytes.push(b'"');
    bytes.extend_from_slice(value);
    bytes.push(b'"');
}

/// Whether a string has nothing to escape.
#[inline]
fn is_plain(value: &[u8]) -> bool {
    // without an early end, so that the compiler compares a whole block at once
    let block = |block: &[u8; 16]| {
        block.iter().fold(true, |plain, &b| plain & (b >= 0x20) & (b != b'"') & (b != b'\\'))
    };
    match value.last_chunk::<16>() {
        // the last block may overlap the one before
        Some(last) => value.as_chunks::<16>().0.iter().all(block) && block(last),
        None => value.iter().all(|&b| b >= 0x20 && b != b'"' && b != b'\\'),
    }
}

/// Appends the first `len` of a few bytes: copying all of them takes one store.
#[inline]
fn first_of<const N: usize>(piece: [u8; N], len: usize, bytes: &mut Vec<u8>) {
    let end = bytes.len() + len;
    bytes.extend_from_slice(&piece);
    bytes.truncate(end);
}

#[inline]
fn integer(value: u64, bytes: &mut Vec<u8>) -> Result<()> {
    match digits::integer(value) {
        Some((digits, len)) => first_of(digits, len, bytes),
        None => serde_json::to_writer(bytes, &value)?,
    }
    Ok(())
}

fn unknown<T>() -> Result<T> {
    Err(Error::custom("no shape of this format has such a value"))
}

/// An object or list that is being written.
struct Open<'b> {
    bytes: &'b mut Vec<u8>,
    empty: bool,
    close: u8,
}

impl<'b> Open<'b> {
    fn new(bytes: &'b mut Vec<u8>, open: u8, close: u8) -> Self {
        bytes.push(open);
        Self { bytes, empty: true, close }
    }

    fn separate(&mut self) {
        if !self.empty {
            self.bytes.push(b',');
        }
        self.empty = false;
    }

    fn finish(self) -> Result<()> {
        self.bytes.push(self.close);
        Ok(())
    }
}

impl SerializeSeq for Open<'_> {
    type Ok = ();
    type Error = Error;

    fn serialize_element<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<()> {
        self.separate();
        append(value, self.bytes)
    }

    fn end(self) -> Result<()> {
        self.finish()
    }
}

impl SerializeTuple for Open<'_> {
    type Ok = ();
    type Error = Error;

    fn serialize_element<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<()> {
        self.separate();
        append(value, self.bytes)
    }

    fn end(self) -> Result<()> {
        self.finish()
    }
}

/// A string that is written piece by piece; the pieces have nothing to escape.
struct Pieces<'b>(&'b mut Vec<u8>);

impl SerializeTupleStruct for Pieces<'_> {
    type Ok = ();
    type Error = Error;

    #[inline(always)]
    fn serialize_field<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<()> {
        append(value, self.0)
    }

    #[inline(always)]
    fn end(self) -> Result<()> {
        self.0.push(b'"');
        Ok(())
    }
}

impl SerializeMap for Open<'_> {
    type Ok = ();
    type Error = Error;

    fn serialize_key<T: Serialize + ?Sized>(&mut self, key: &T) -> Result<()> {
        self.separate();
        append(key, self.bytes)
    }

    fn serialize_value<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<()> {
        self.bytes.push(b':');
        append(value, self.bytes)
    }

    fn end(self) -> Result<()> {
        self.finish()
    }
}

impl SerializeStruct for Open<'_> {
    type Ok = ();
    type Error = Error;

    // always inlined, for there the key is known and becomes a store or two with its marks
    #[inline(always)]
    fn serialize_field<T: Serialize + ?Sized>(
        &mut self,
        key: &'static str,
        value: &T,
    ) -> Result<()> {
        const MARKS: usize = r#",""#.len() + r#"":"#.len();
        let mut piece = [0; 32];
        let end = key.len() + MARKS;
        piece[..2].copy_from_slice(br#",""#);
        piece[2..end - 2].copy_from_slice(key.as_bytes());
        piece[end - 2..end].copy_from_slice(br#"":"#);
        self.bytes.extend_from_slice(&piece[usize::from(self.empty)..end]);
        self.empty = false;
        append(value, self.bytes)
    }

    fn end(self) -> Result<()> {
        self.finish()
    }
}

/// Leaves rare values to serde_json.
macro_rules! numbers {
    ($($method:ident: $number:ty,)+) => {
        $(fn $method(self, value: $number) -> Result<()> {
            serde_json::to_writer(self.0, &value)
        })+
    };
}

impl<'b> Serializer for Compact<'b> {
    type Ok = ();
    type Error = Error;
    type SerializeSeq = Open<'b>;
    type SerializeTuple = Open<'b>;
    type SerializeTupleStruct = Pieces<'b>;
    type SerializeTupleVariant = Impossible<(), Error>;
    type SerializeMap = Open<'b>;
    type SerializeStruct = Open<'b>;
    type SerializeStructVariant = Impossible<(), Error>;

    numbers! {
        serialize_i8: i8, serialize_i16: i16, serialize_i32: i32, serialize_f32: f32,
        serialize_bool: bool, serialize_char: char,
    }

    fn serialize_u8(self, value: u8) -> Result<()> {
        integer(value.into(), self.0)
    }

    fn serialize_u16(self, value: u16) -> Result<()> {
        integer(value.into(), self.0)
    }

    fn serialize_u32(self, value: u32) -> Result<()> {
        integer(value.into(), self.0)
    }

    fn serialize_u64(self, value: u64) -> Result<()> {
        integer(value, self.0)
    }

    fn serialize_i64(self, value: i64) -> Result<()> {
        match u64::try_from(value) {
            Ok(value) => integer(value, self.0),
            Err(_) => serde_json::to_writer(self.0, &value),
        }
    }

    fn serialize_f64(self, value: f64) -> Result<()> {
        match digits::thousandths(value) {
            Some(([a, b, c], len)) => first_of([b'0', b'.', a, b, c], 2 + len, self.0),
            None => serde_json::to_writer(self.0, &value)?,
        }
        Ok(())
    }

    #[inline]
    fn serialize_str(self, value: &str) -> Result<()> {
        string(value, self.0)
    }

    /// Bytes are written as they are.
    #[inline(always)]
    fn serialize_bytes(self, value: &[u8]) -> Result<()> {
        self.0.extend_from_slice(value);
        Ok(())
    }

    fn serialize_none(self) -> Result<()> {
        self.serialize_unit()
    }

    fn serialize_some<T: Serialize + ?Sized>(self, value: &T) -> Result<()> {
        value.serialize(self)
    }

    fn serialize_unit(self) -> Result<()> {
        self.0.extend_from_slice(b"null");
        Ok(())
    }

    fn serialize_unit_struct(self, _: &'static str) -> Result<()> {
        self.serialize_unit()
    }

    // a name has nothing to escape
    #[inline]
    fn serialize_unit_variant(self, _: &'static str, _: u32, name: &'static str) -> Result<()> {
        quoted(name.as_bytes(), self.0);
        Ok(())
    }

    fn serialize_newtype_struct<T: Serialize + ?Sized>(
        self,
        _: &'static str,
        value: &T,
    ) -> Result<()> {
        value.serialize(self)
    }

    fn serialize_newtype_variant<T: Serialize + ?Sized>(
        self,
        _: &'static str,
        _: u32,
        _: &'static str,
        _: &T,
    ) -> Result<()> {
        unknown()
    }

    fn serialize_seq(self, _: Option<usize>) -> Result<Open<'b>> {
        Ok(Open::new(self.0, b'[', b']'))
    }

    fn serialize_tuple(self, _: usize) -> Result<Open<'b>> {
        Ok(Open::new(self.0, b'[', b']'))
    }

    /// A tuple struct is a string in pieces.
    #[inline(always)]
    fn serialize_tuple_struct(self, _: &'static str, _: usize) -> Result<Pieces<'b>> {
        self.0.push(b'"');
        Ok(Pieces(self.0))
    }

    fn serialize_tuple_variant(
        self,
        _: &'static str,
        _: u32,
        _: &'static str,
        _: usize,
    ) -> Result<Self::SerializeTupleVariant> {
        unknown()
    }

    fn serialize_map(self, _: Option<usize>) -> Result<Open<'b>> {
        Ok(Open::new(self.0, b'{', b'}'))
    }

    fn serialize_struct(self, _: &'static str, _: usize) -> Result<Open<'b>> {
        Ok(Open::new(self.0, b'{', b'}'))
    }

    fn serialize_struct_variant(
        self,
        _: &'static str,
        _: u32,
        _: &'static str,
        _: usize,
    ) -> Result<Self::SerializeStructVariant> {
        unknown()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[derive(Serialize)]
    struct Shape {
        words: Vec<String>,
        number: f64,
        count: usize,
        numbers: (i64, i64, u8, u64),
        none: Option<u8>,
        span: (u32, u32),
        map: std::collections::BTreeMap<String, bool>,
    }

    #[test]
    fn the_bytes_are_those_of_serde_json() {
        let words = [
            "",
            "纲举目张",
            "纲举目张，纲举目张",
            "纲举目张，纲举目张\"",
            "“引”\"号\"",
            "a\\b",
            "\u{0}\n\t\u{7f}",
            "</script>\u{2028}",
        ];
        let shape = Shape {
            words: words.map(String::from).to_vec(),
            number: 0.97,
            count: 7,
            numbers: (-5, 1 << 40, 255, u64::MAX),
            none: None,
            span: (1, 2),
            map: words.iter().map(|word| ((*word).to_owned(), true)).collect(),
        };
        let mut bytes = Vec::new();
        append(&shape, &mut bytes).expect("known values");
        assert_eq!(bytes, serde_json::to_vec(&shape).expect("known values"));
    }
}
