//! Turns plan documents into a knowledge graph.

pub mod action;
pub mod coverage;
pub mod decision;
pub mod diagnostic;
pub mod document;
pub mod evaluation;
pub mod explanation;
pub mod export;
pub mod extraction;
pub mod graph;
pub mod input;
pub mod lexicon;
pub mod link;
pub mod listing;
pub mod logistic;
pub mod mention;
pub mod oddity;
pub mod pillar;
pub mod pipeline;
pub mod published;
pub mod relation;
pub mod reopen;
pub mod review;
pub mod schema;
pub mod text;
pub mod verification;
