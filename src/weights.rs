//! The table of learnt weights, `seeds/lexicon/scorer.tsv`: what `gangmu train` writes, and what the scorer
//! of names and the judge of actions read.
//!
//! A row is a value of a group of features, with a weight for each kind of entity in their order (those of
//! actions have only one), and an empty cell for none.

use crate::lexicon::{LexiconError, lines, split};

/// The table that the tool comes with.
pub(crate) const SEED: &str = include_str!("../seeds/lexicon/scorer.tsv");

/// What a table begins with.
pub(crate) const HEAD: &str = "\
# Weights of the candidate scorer, learnt from annotated documents by `gangmu train`
# source: computed by the project's authors; counts of features, no text
# licence: CC0-1.0
# columns: group<TAB>value<TAB>weights for company, university, program, industry (of clause_… groups one weight)
";

/// A row of a table.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Row<'t> {
    /// The name of the group.
    pub group: &'t str,
    /// The value.
    pub value: &'t str,
    weights: &'t str,
}

impl<'t> Row<'t> {
    fn of(line: &'t str) -> Option<Self> {
        let mut cells = split(line, b'\t');
        let (group, value) = (cells.next()?, cells.next()?);
        Some(Self { group, value, weights: line.get(group.len() + value.len() + 2..)? })
    }

    /// The cells of the weights.
    fn cells(&self) -> impl Iterator<Item = &'t str> + use<'t> {
        split(self.weights, b'\t')
    }

    /// The weights: `None` where a cell is empty.
    pub fn weights<const COUNT: usize>(&self) -> [Option<f32>; COUNT] {
        let mut cells = self.cells();
        std::array::from_fn(|_| cells.next()?.parse().ok())
    }
}

/// The rows of a table.
pub(crate) fn rows(table: &str) -> impl Iterator<Item = Row<'_>> {
    lines(table).filter(|line| !line.starts_with('#')).filter_map(Row::of)
}

/// The rows of the groups whose names begin so.
pub(crate) fn rows_of<'t>(table: &'t str, prefix: &'t str) -> impl Iterator<Item = Row<'t>> {
    let first =
        if table.starts_with(prefix) { Some(0) } else { table.find(&format!("\n{prefix}")) };
    let rows = rows(&table[first.unwrap_or(table.len())..]);
    rows.filter(move |row| row.group.starts_with(prefix))
}

/// Appends a row to a table.
pub(crate) fn write<const COUNT: usize>(
    table: &mut String,
    group: &str,
    value: &str,
    weights: [Option<f32>; COUNT],
) {
    let weights = weights.map(|weight| weight.map(|weight| weight.to_string()).unwrap_or_default());
    let weights = weights.join("\t");
    table.push_str(&format!("{group}\t{value}\t{}\n", weights.trim_end_matches('\t')));
}

/// Whether a user's table can be read.
///
/// # Errors
/// The first row that can't.
pub fn check(file: &str, table: &str) -> Result<(), LexiconError> {
    let wrong = |line: &str| {
        let bad = |cell: &str| !cell.is_empty() && cell.parse::<f32>().is_err();
        Row::of(line).is_none_or(|row| row.cells().any(bad))
    };
    let lines =
        lines(table).zip(1..).filter(|(line, _)| !line.is_empty() && !line.starts_with('#'));
    match lines.into_iter().find(|(line, _)| wrong(line)) {
        None => Ok(()),
        Some((_, line)) => Err(LexiconError {
            file: file.to_owned(),
            line,
            problem: "this is no row of a table of weights".to_owned(),
            remedy: "learn the table anew with `gangmu train`".to_owned(),
        }),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_is_read() {
        let mut table = HEAD.to_owned();
        write(&mut table, "head", "工程", [None, Some(-0.5), Some(2.25), None]);
        write(&mut table, "clause_verb", "1", [Some(0.75)]);
        check("scorer.tsv", &table).expect("it was written so");
        let read: Vec<_> = rows(&table).map(|row| (row.group, row.value, row.weights())).collect();
        assert_eq!(
            read,
            [
                ("head", "工程", [None, Some(-0.5), Some(2.25), None]),
                ("clause_verb", "1", [Some(0.75), None, None, None]),
            ]
        );
    }

    #[test]
    fn what_is_no_weight_is_told_with_its_line() {
        // as tables were written once: group, kind, value, weight
        for bad in ["head\tcompany\t集团\t0.5", "head\t集团", "head"] {
            let error = check("my-scorer.tsv", &format!("# weights\n\n{bad}\n")).expect_err(bad);
            assert_eq!(error.line, 3);
            assert!(error.to_string().contains("gangmu train"), "{error}");
        }
    }
}
