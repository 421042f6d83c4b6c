//! What the targets share with the tests.

#[path = "../tests/it/robustness/equivalences.rs"]
pub mod equivalences;
#[path = "../tests/it/robustness/readers.rs"]
pub mod readers;
