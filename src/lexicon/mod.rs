//! Stand-in until the lexicon is there: knows nothing and takes every file.

/// A row of a lexicon file that can't be read.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{file}, line {line}: {problem}; {remedy}")]
pub struct LexiconError {
    /// The file's name.
    pub file: String,
    /// The line, from 1.
    pub line: usize,
    /// What is wrong.
    pub problem: String,
    /// What to do about it.
    pub remedy: String,
}

/// All words that the extraction knows.
#[derive(Debug)]
pub struct Lexicon;

impl Lexicon {
    /// The lexicon that the tool comes with.
    #[must_use]
    pub fn from_seeds() -> Self {
        Self
    }

    /// The tool's lexicon with a user's own tables, given as file name and content.
    ///
    /// # Errors
    /// The first row that can't be read, with file, line and remedy.
    pub fn with_user_files(files: &[(String, String)]) -> Result<Self, LexiconError> {
        for (file, content) in files {
            if let Some(at) = content.lines().position(|l| !l.starts_with('#') && !l.contains('\t'))
            {
                return Err(LexiconError {
                    file: file.clone(),
                    line: at + 1,
                    problem: "the row has one column".to_owned(),
                    remedy: "write name<TAB>aliases".to_owned(),
                });
            }
        }
        Ok(Self)
    }
}
