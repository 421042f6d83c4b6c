//! A table of weights in numbers, with its words found in the lexicon.

use std::borrow::Cow;
use std::collections::HashMap;

use crate::lexicon::{LexiconError, filled, lines, split};

/// What a table begins with.
pub(crate) const HEAD: &str = "\
# Weights of the candidate scorer, learnt from annotated documents by `gangmu train`
# source: computed by the project's authors; counts of features, no text
# licence: CC0-1.0
# columns: group<TAB>value<TAB>weights for company, university, program, industry (of clause_… groups one weight)
";

/// How many weights a row has at most.
const COLUMNS: usize = 4;
/// Stands for no word, and for nothing behind one.
const NONE: u32 = u32::MAX;

/// A row in numbers: its group, its value, the word in it, what stands behind the word if it is not all of the
/// value, and the bits of the weights. Group, value and what stands behind are indices of [`Weights::names`].
type Numbers = [u32; 4 + COLUMNS];

/// Learnt weights.
#[derive(Debug, Clone)]
pub struct Weights {
    /// The names of groups and values.
    names: Vec<Cow<'static, str>>,
    rows: Cow<'static, [Numbers]>,
}

/// A row of a table.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Row<'w> {
    names: &'w [Cow<'static, str>],
    numbers: &'w Numbers,
}

impl Weights {
    /// Reads a table, given with its file's name. `find` finds the numbers of words in the lexicon.
    ///
    /// # Errors
    /// The first row that is none.
    pub fn read(
        file: &str,
        table: &str,
        find: impl Fn(&str) -> Option<u32>,
    ) -> Result<Self, LexiconError> {
        let mut known: HashMap<&str, u32> = HashMap::new();
        let mut number = |name| {
            let next = u32::try_from(known.len()).expect("fewer names than bytes");
            *known.entry(name).or_insert(next)
        };
        let mut rows: Vec<Numbers> = Vec::new();
        for (line, at) in filled(table) {
            let (group, value, weights) = parts(line).ok_or_else(|| no_row(file, at))?;
            let (group, name) = (number(group), number(value));
            let head = || value.rsplit_once('+').and_then(|(head, rest)| Some((find(head)?, rest)));
            let (word, rest) = match find(value) {
                Some(word) => (word, NONE),
                None => head().map_or((NONE, NONE), |(head, rest)| (head, number(rest))),
            };
            let [a, b, c, d] = weights.map(f32::to_bits);
            rows.push([group, name, word, rest, a, b, c, d]);
        }
        let mut names = vec![Cow::default(); known.len()];
        for (name, number) in known {
            names[number as usize] = name.to_owned().into();
        }
        Ok(Self { names, rows: rows.into() })
    }

    /// The same as names, one in a line, and numbers, which [`Weights::from_numbers`] reads.
    #[cfg_attr(not(test), allow(dead_code, reason = "the build script writes them"))]
    pub(crate) fn to_numbers(&self) -> (String, Vec<u32>) {
        (self.names.join("\n"), self.rows.concat())
    }

    /// What [`Weights::to_numbers`] wrote.
    pub(crate) fn from_numbers(names: &'static str, numbers: &'static [u32]) -> Self {
        let (rows, _) = numbers.as_chunks();
        Self { names: lines(names).map(Cow::Borrowed).collect(), rows: rows.into() }
    }

    /// The rows, in pieces of one group each, with its name.
    pub(crate) fn groups(&self) -> impl Iterator<Item = (&str, impl Iterator<Item = Row<'_>>)> {
        self.rows.chunk_by(|one, other| one[0] == other[0]).map(|rows| {
            let row = |numbers| Row { names: &self.names, numbers };
            (&*self.names[rows[0][0] as usize], rows.iter().map(row))
        })
    }
}

impl<'w> Row<'w> {
    /// The value.
    pub fn value(&self) -> &'w str {
        &self.names[self.numbers[1] as usize]
    }

    /// The number of the word that the value is.
    pub fn word(&self) -> Option<u32> {
        let [_, _, word, rest, ..] = *self.numbers;
        (word != NONE && rest == NONE).then_some(word)
    }

    /// Of a value that is no word the number of the one before its last plus sign, and what stands
    /// behind the sign.
    pub fn head(&self) -> Option<(u32, &'w str)> {
        let [_, _, word, rest, ..] = *self.numbers;
        (rest != NONE).then(|| (word, &*self.names[rest as usize]))
    }

    /// The weights: `None` where a cell is empty.
    pub fn weights<const COUNT: usize>(&self) -> [Option<f32>; COUNT] {
        std::array::from_fn(|at| {
            let weight = f32::from_bits(*self.numbers[4..].get(at)?);
            (!weight.is_nan()).then_some(weight)
        })
    }
}

/// Group, value and weights of a row, if it is one.
fn parts(line: &str) -> Option<(&str, &str, [f32; COLUMNS])> {
    let mut cells = split(line, b'\t');
    let (group, value) = (cells.next()?, cells.next()?);
    let mut weights = [f32::NAN; COLUMNS];
    let mut count = 0;
    for cell in cells {
        let weight = weights.get_mut(count)?;
        count += 1;
        if !cell.is_empty() {
            *weight = cell.parse().ok().filter(|weight: &f32| weight.is_finite())?;
        }
    }
    (count > 0).then_some((group, value, weights))
}

fn no_row(file: &str, line: usize) -> LexiconError {
    LexiconError {
        file: file.to_owned(),
        line,
        problem: "this is no row of a table of weights".to_owned(),
        remedy: "learn the table anew with `gangmu train`".to_owned(),
    }
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

#[cfg(test)]
mod tests {
    use super::*;

    /// Finds two words.
    fn find(word: &str) -> Option<u32> {
        ["工程", "人工智能+"].iter().zip(0..).find(|(known, _)| **known == word).map(|(_, at)| at)
    }

    #[test]
    fn what_is_written_is_read_and_kept() {
        let mut table = HEAD.to_owned();
        write(&mut table, "head", "工程", [None, Some(-0.5), Some(2.25), None]);
        write(&mut table, "head", "人工智能+", [Some(1.0)]);
        write(&mut table, "head+left", "工程+clause", [Some(0.25)]);
        write(&mut table, "origin+left", "brand+start", [Some(-3.0)]);
        write(&mut table, "head", "工程+", [Some(0.5)]);
        let read = Weights::read("scorer.tsv", &table, find).expect("it was written so");
        let (names, numbers) = read.to_numbers();
        let kept = Weights::from_numbers(String::leak(names), Vec::leak(numbers));
        for weights in [read, kept] {
            let mut rows = Vec::new();
            for (group, of_group) in weights.groups() {
                for row in of_group {
                    let weights: [Option<f32>; 3] = row.weights();
                    let (value, word, head) = (row.value(), row.word(), row.head());
                    rows.push(format!("{group}: {value} {word:?} {head:?} {weights:?}"));
                }
            }
            let expect = [
                "head: 工程 Some(0) None [None, Some(-0.5), Some(2.25)]",
                "head: 人工智能+ Some(1) None [Some(1.0), None, None]",
                "head+left: 工程+clause None Some((0, \"clause\")) [Some(0.25), None, None]",
                "origin+left: brand+start None None [Some(-3.0), None, None]",
                // the lexicon has 工程, and not this word
                "head: 工程+ None Some((0, \"\")) [Some(0.5), None, None]",
            ];
            assert_eq!(rows, expect);
        }
    }

    #[test]
    fn a_mark_of_byte_order_is_no_row() {
        let table = format!("\u{feff}{HEAD}head\t工程\t1\r\n\r\n");
        let read = Weights::read("my-scorer.tsv", &table, find).expect("as some editors save it");
        assert_eq!(read.groups().flat_map(|(_, rows)| rows).count(), 1);
    }

    #[test]
    fn what_is_no_weight_is_told_with_its_line() {
        // the first is how tables were written once: group, kind, value, weight
        for bad in ["head\tcompany\t集团\t0.5", "head\t集团", "head", "head\t集团\t1\t1\t1\t1\t1"]
        {
            let error = Weights::read("my-scorer.tsv", &format!("# weights\n\n{bad}\n"), find);
            let error = error.expect_err(bad);
            assert_eq!(error.line, 3);
            assert!(error.to_string().contains("gangmu train"), "{error}");
        }
    }
}
