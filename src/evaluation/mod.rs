//! Annotated documents, to learn from and to measure against.

mod gold;
mod standoff;

pub use gold::{Gold, GoldError, GoldMention};
pub use standoff::{Standoff, StandoffError};
