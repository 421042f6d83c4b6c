//! What was typed for `gangmu eval`.

use std::num::NonZeroUsize;
use std::path::PathBuf;

use clap::Args;

use super::{ANNOTATION_HELP, LEXICON_HELP, TEXTS_HELP};
use crate::config::EvalPlan;

pub const EVAL_EXAMPLES: &str = "Examples:
  gangmu eval my-annotation/
      precision, recall and F1 of pillars, actions, entities and links
  gangmu eval my-annotation/ --texts reports/ --errors | less
      every error in its sentence, and how many there are of each class
  gangmu eval my-annotation/ --folds 5 --calibration
      what to expect of documents that did not teach the weights, and what confidence is worth

An annotation whose text is not at hand is passed over. docs/annotation.md describes the formats.";

/// Arguments of `gangmu eval`.
#[derive(Debug, Args)]
pub struct EvalArgs {
    #[arg(required = true, value_name = "ANNOTATION", help = ANNOTATION_HELP)]
    inputs: Vec<PathBuf>,
    #[arg(long, value_name = "DIR", help = TEXTS_HELP)]
    texts: Vec<PathBuf>,
    /// List what was missed and invented, each in its sentence, and count by class
    #[arg(long)]
    errors: bool,
    /// Print JSON
    #[arg(long)]
    json: bool,
    /// Hold out: deal the documents into K parts, measure each with weights learnt from the others
    #[arg(long, value_name = "K", value_parser = parse_folds)]
    folds: Option<NonZeroUsize>,
    /// Set confidence against truth, in ten bins
    #[arg(long)]
    calibration: bool,
    /// Also print the figures of documents whose names begin like this, and of the rest
    #[arg(long = "part", value_name = "BEGINNING")]
    parts: Vec<String>,
    #[arg(long, value_name = "FILE", help = "Adds a table of your own names", long_help = LEXICON_HELP)]
    lexicon: Vec<PathBuf>,
}

impl From<EvalArgs> for EvalPlan {
    fn from(args: EvalArgs) -> Self {
        let EvalArgs { inputs, texts, errors, json, folds, calibration, parts, lexicon } = args;
        Self { inputs, texts, lexicon, folds, parts, errors, calibration, json }
    }
}

/// A number of folds.
fn parse_folds(number: &str) -> Result<NonZeroUsize, &'static str> {
    let folds: NonZeroUsize = number.parse().map_err(|_| "give a whole number from 2 on")?;
    if folds.get() < 2 { Err("give a whole number from 2 on") } else { Ok(folds) }
}
