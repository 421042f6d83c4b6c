//! Annotated documents, to learn from and to measure against.
//!
//! [`Gold`] is an annotation, read from either of two formats; [`Evaluation`] compares a graph with
//! it, and [`report`] puts figures and errors into words. `docs/annotation.md` tells how to annotate
//! documents of one's own.

mod calibration;
mod entities;
mod extent;
mod faults;
mod found;
mod gold;
mod links;
mod matching;
mod quoted;
pub mod report;
mod score;
mod slots;
mod standoff;
mod structure;
mod tally;
mod wanted;

pub use crate::logistic::Logistic;
pub use calibration::{BINS, Bin, Calibration};
pub use faults::{Class, Fault, FaultCounts, Side, count_faults};
pub use gold::{Gold, GoldError, GoldMention, GoldPillar};
pub use score::Evaluation;
pub use slots::{Slot, SlotAnnotation, SlotFault, SlotScore};
pub use standoff::Standoff;
pub use tally::{Measure, SCORED, Tallies, Tally};
