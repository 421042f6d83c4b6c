//! The tables that the user adds to the tool's own.

use std::fs;
use std::path::PathBuf;

use gangmu::diagnostic::Code;
use gangmu::lexicon::{Lexicon, LexiconError};
use gangmu::pipeline::Extractor;
use gangmu::weights::Weights;

use crate::failure::Failure;

/// Tables that were read: words and names that add to the tool's, and weights (`scorer.tsv`), which
/// replace them.
#[derive(Debug, Default)]
pub struct Tables {
    /// File and content.
    names: Vec<(String, String)>,
    weights: Option<(String, String)>,
}

impl Tables {
    /// Reads the files.
    pub fn load(paths: &[PathBuf]) -> Result<Self, Failure> {
        let mut tables = Self::default();
        for path in paths {
            let place = path.display().to_string();
            let bytes = fs::read(path)
                .map_err(|error| Failure::io(&place, "the lexicon file cannot be read", &error))?;
            let content = String::from_utf8(bytes).map_err(|_| {
                Failure::at(path, "the lexicon file is not valid UTF-8")
                    .code(Code::LexiconFile)
                    .remedy("save it as UTF-8, or convert it: iconv -f GB18030 -t UTF-8 old > new")
            })?;
            if path.file_stem().is_some_and(|stem| stem.to_string_lossy().ends_with("scorer")) {
                tables.weights = Some((place, content));
            } else {
                tables.names.push((place, content));
            }
        }
        Ok(tables)
    }

    /// Whether weights are among them.
    pub fn has_weights(&self) -> bool {
        self.weights.is_some()
    }

    /// The tool's lexicon with these names.
    pub fn lexicon(&self) -> Result<Lexicon, Failure> {
        Lexicon::with_user_files(&self.names).map_err(failure)
    }

    /// An extractor over that lexicon, with these weights or the tool's.
    pub fn extractor(&self) -> Result<Extractor, Failure> {
        let lexicon = self.lexicon()?;
        let Some((file, table)) = &self.weights else { return Ok(Extractor::new(lexicon)) };
        let weights = Weights::from_table(&lexicon, file, table).map_err(failure)?;
        Ok(Extractor::with_weights(lexicon, &weights))
    }
}

/// What is wrong with a table, for the user.
fn failure(error: LexiconError) -> Failure {
    let place = format!("{}, line {}", error.file, error.line);
    Failure::new(place, error.problem).code(Code::LexiconFile).remedy(error.remedy)
}
