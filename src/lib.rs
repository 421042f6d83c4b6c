//! Turns plan documents into a knowledge graph.

pub mod action;
pub mod document;
pub mod evaluation;
pub mod export;
pub mod extraction;
pub mod graph;
pub mod input;
pub mod lexicon;
pub mod link;
pub mod listing;
pub mod mention;
pub mod pillar;
pub mod pipeline;
pub mod relation;
pub mod reopen;
pub mod schema;
pub mod text;
