//! Turns plan documents into a knowledge graph.

pub mod action;
pub mod document;
pub mod export;
pub mod extraction;
pub mod graph;
pub mod lexicon;
pub mod mention;
pub mod pillar;
pub mod pipeline;
pub mod schema;
pub mod text;
