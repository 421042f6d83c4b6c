//! Turns plan documents into a knowledge graph.

pub mod export;
pub mod extraction;
pub mod graph;
pub mod input;
pub mod lexicon;
pub mod pipeline;
pub mod schema;
pub mod text;
