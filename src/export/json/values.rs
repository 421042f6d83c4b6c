//! Values that several shapes are made of.

use std::borrow::Cow;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::ser::SerializeMap;
use serde::{Serialize, Serializer};

use crate::extraction::{Alias, AliasReason};
use crate::graph::IdText;

use super::digits;

/// A string of a fixed set, taken from the ontology.
pub(super) fn one_of(names: impl Iterator<Item = &'static str>) -> Schema {
    json_schema!({ "type": "string", "enum": names.collect::<Vec<_>>() })
}

/// A node's id or an edge's key.
#[derive(Clone, Copy)]
pub(super) struct Id(pub IdText);

impl Serialize for Id {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut written = [b'"'; 22];
        written[1..21].copy_from_slice(self.0.as_bytes());
        serializer.serialize_bytes(&written)
    }
}

impl JsonSchema for Id {
    fn schema_name() -> Cow<'static, str> {
        "Id".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "description": "Stable, and derived from content: the same thing has the same id in every run.",
            "type": "string",
            "pattern": "^[a-z]{3}:[0-9a-f]{16}$",
        })
    }
}

/// A name of the ontology.
#[derive(Clone, Copy)]
pub(super) struct Name(pub &'static str);

impl Serialize for Name {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_unit_variant("Name", 0, self.0)
    }
}

/// A range of the document's text in Unicode code points, as `[start, end]`, half open.
#[derive(Clone, Copy, JsonSchema)]
pub(super) struct Range(usize, usize);

impl Serialize for Range {
    #[inline]
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let (Some((start, start_len)), Some((end, end_len))) =
            (digits::integer(self.0 as u64), digits::integer(self.1 as u64))
        else {
            return (self.0, self.1).serialize(serializer);
        };
        let comma = 1 + start_len;
        let close = comma + 1 + end_len;
        let mut written = [b'['; 24];
        // each piece is written over what the one before had too much
        written[1..9].copy_from_slice(&start);
        written[comma] = b',';
        written[comma + 1..comma + 9].copy_from_slice(&end);
        written[close] = b']';
        serializer.serialize_bytes(&written[..=close])
    }
}

impl From<std::ops::Range<usize>> for Range {
    fn from(range: std::ops::Range<usize>) -> Self {
        Self(range.start, range.end)
    }
}

/// A share of certainty, with three decimals.
pub(super) fn confidence(value: f32) -> f64 {
    (f64::from(value) * 1000.0).round() / 1000.0
}

/// A number as a reader would write it: 26, not 26.0.
#[derive(Clone, Copy)]
pub(super) struct Number(f64);

impl Number {
    /// None for what JSON cannot state.
    pub(super) fn new(value: f64) -> Option<Self> {
        value.is_finite().then_some(Self(value))
    }
}

impl Serialize for Number {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        /// Up to here every integer has a float of its own.
        const EXACT: f64 = 9_007_199_254_740_992.0;
        if self.0.fract() == 0.0 && self.0.abs() <= EXACT {
            #[allow(clippy::cast_possible_truncation, reason = "an integer of at most 54 bits")]
            serializer.serialize_i64(self.0 as i64)
        } else {
            serializer.serialize_f64(self.0)
        }
    }
}

impl JsonSchema for Number {
    fn schema_name() -> Cow<'static, str> {
        "Number".into()
    }

    fn inline_schema() -> bool {
        true
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({ "type": "number" })
    }
}

/// The other names of an entity.
#[derive(Clone, Copy)]
pub(super) struct Forms<'g>(pub &'g [Alias]);

impl Serialize for Forms<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self.0.iter().map(|alias| alias.form.as_str()))
    }
}

impl JsonSchema for Forms<'_> {
    fn schema_name() -> Cow<'static, str> {
        "Forms".into()
    }

    fn inline_schema() -> bool {
        true
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({ "type": "array", "items": { "type": "string" }, "uniqueItems": true })
    }
}

/// Why each of the other names is one.
#[derive(Clone, Copy)]
pub(super) struct Reasons<'g>(pub &'g [Alias]);

impl Serialize for Reasons<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(self.0.len()))?;
        for alias in self.0 {
            map.serialize_entry(&alias.form, alias.reason.name())?;
        }
        map.end()
    }
}

impl JsonSchema for Reasons<'_> {
    fn schema_name() -> Cow<'static, str> {
        "Reasons".into()
    }

    fn inline_schema() -> bool {
        true
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        let reasons: Vec<&str> = AliasReason::ALL.iter().map(|reason| reason.name()).collect();
        json_schema!({ "type": "object", "additionalProperties": { "enum": reasons } })
    }
}
