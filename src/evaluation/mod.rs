//! Annotated documents, to learn from and to measure against.

mod gold;

pub use gold::{Gold, GoldError, GoldMention};
