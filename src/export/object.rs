//! JSON objects, written key by key in the order in which they are given: unlike a map, which has
//! an order of its own, and unlike shapes, which would need one type for each consumer.

use serde::Serialize;

use super::flat::{Attributes, Value};

/// An object that is being written.
pub(super) struct Object<'b> {
    out: &'b mut Vec<u8>,
    empty: bool,
}

/// Writes an object.
pub(super) fn object(out: &mut Vec<u8>, fill: impl FnOnce(&mut Object)) {
    out.push(b'{');
    fill(&mut Object { out, empty: true });
    out.push(b'}');
}

/// Writes a list of objects, one a line.
pub(super) fn lines<T>(
    out: &mut Vec<u8>,
    items: impl Iterator<Item = T>,
    mut fill: impl FnMut(&mut Object, T),
) {
    out.push(b'[');
    for (place, item) in items.enumerate() {
        out.extend_from_slice(if place == 0 { b"\n" } else { b",\n" });
        object(out, |object| fill(object, item));
    }
    out.extend_from_slice(b"\n]");
}

impl Object<'_> {
    fn key(&mut self, key: &str) -> &mut Vec<u8> {
        if !std::mem::replace(&mut self.empty, false) {
            self.out.push(b',');
        }
        json(key, self.out);
        self.out.push(b':');
        self.out
    }

    /// A text, number, or list of them.
    pub(super) fn put<T: Serialize + ?Sized>(&mut self, key: &str, value: &T) -> &mut Self {
        json(value, self.key(key));
        self
    }

    /// An object in the object.
    pub(super) fn object(&mut self, key: &str, fill: impl FnOnce(&mut Object)) -> &mut Self {
        object(self.key(key), fill);
        self
    }

    /// A list of objects, one a line.
    pub(super) fn lines<T>(
        &mut self,
        key: &str,
        items: impl Iterator<Item = T>,
        fill: impl FnMut(&mut Object, T),
    ) -> &mut Self {
        lines(self.key(key), items, fill);
        self
    }

    /// Flat attributes under their own names, but for those that a format calls something else.
    pub(super) fn attributes(&mut self, attributes: &Attributes) -> &mut Self {
        for (name, value) in attributes {
            match value {
                Value::Text(text) => self.put(name, text),
                Value::Whole(number) => self.put(name, number),
                Value::Number(number) => self.put(name, number),
                Value::List(items) => self.put(name, items),
            };
        }
        self
    }
}

fn json<T: Serialize + ?Sized>(value: &T, out: &mut Vec<u8>) {
    serde_json::to_writer(out, value)
        .expect("texts and finite numbers are JSON, and memory takes them");
}
