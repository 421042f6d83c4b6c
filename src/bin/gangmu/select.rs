//! Which files of folders and archives are read.

use globset::{Glob, GlobBuilder, GlobMatcher};

/// A pattern of file names. One without `/` is about names, one with it about paths below the folder
/// or archive that was given.
#[derive(Debug, Clone)]
pub struct Pattern {
    glob: GlobMatcher,
    of_path: bool,
}

impl Pattern {
    /// Reads `*`, `?`, `[…]`, `{a,b}` and `**`.
    pub fn new(pattern: &str) -> Result<Self, globset::Error> {
        let glob: Glob = GlobBuilder::new(pattern).literal_separator(true).build()?;
        Ok(Self { glob: glob.compile_matcher(), of_path: pattern.contains('/') })
    }

    fn matches(&self, path: &str) -> bool {
        if self.of_path {
            return self.glob.is_match(path);
        }
        self.glob.is_match(path.rsplit_once('/').map_or(path, |(_, name)| name))
    }
}

/// What was asked for.
#[derive(Debug, Clone, Default)]
pub struct Selection {
    include: Vec<Pattern>,
    exclude: Vec<Pattern>,
}

impl Selection {
    pub fn new(include: Vec<Pattern>, exclude: Vec<Pattern>) -> Self {
        Self { include, exclude }
    }

    /// Whether a file is read; `by_format` says whether its name tells of a format that can be.
    pub fn takes(&self, path: &str, by_format: bool) -> bool {
        let included = self.include.iter().any(|pattern| pattern.matches(path));
        (included || (self.include.is_empty() && by_format)) && !self.excludes(path)
    }

    /// Whether a file or a folder is left out because it was asked for.
    pub fn excludes(&self, path: &str) -> bool {
        self.exclude.iter().any(|pattern| pattern.matches(path))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn patterns() {
        let patterns = |globs: &[&str]| -> Vec<Pattern> {
            globs.iter().map(|glob| Pattern::new(glob).expect("sound")).collect()
        };
        let selection =
            Selection::new(patterns(&["*.docx", "2025/**"]), patterns(&["draft*", "old/**"]));
        for (path, taken) in [
            ("a.docx", true),
            ("deep/er/a.docx", true),
            ("2025/a.txt", true),
            ("deep/2025/a.txt", false),
            ("a.txt", false),
            ("draft1.docx", false),
            ("deep/draft.docx", false),
            ("old/a.docx", false),
        ] {
            assert_eq!(selection.takes(path, true), taken, "{path}");
        }
        assert!(Selection::default().takes("a.txt", true));
        assert!(!Selection::default().takes("a.csv", false));
    }
}
