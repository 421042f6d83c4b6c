//! One-to-one matching of what was found with what was annotated, and the form that names are
//! compared in.

use std::cmp::Ordering;

use unicode_normalization::UnicodeNormalization;

/// A pair that may be matched, and how good that would be.
#[derive(Debug, Clone, Copy)]
pub(super) struct Pair {
    pub(super) score: f64,
    pub(super) found: usize,
    pub(super) gold: usize,
}

/// Who was matched to whom.
#[derive(Debug, Clone)]
pub(super) struct Matching {
    /// By what was found.
    pub(super) gold_of: Vec<Option<usize>>,
    /// By what was annotated.
    pub(super) found_of: Vec<Option<usize>>,
}

impl Matching {
    /// Matches greedily: the best pair first; of equally good ones the one whose found, then whose
    /// annotated part comes first.
    pub(super) fn greedy(mut pairs: Vec<Pair>, found: usize, gold: usize) -> Self {
        pairs.sort_by(|a, b| match b.score.total_cmp(&a.score) {
            Ordering::Equal => (a.found, a.gold).cmp(&(b.found, b.gold)),
            order => order,
        });
        let mut matching = Self { gold_of: vec![None; found], found_of: vec![None; gold] };
        for Pair { found, gold, .. } in pairs {
            if matching.gold_of[found].is_none() && matching.found_of[gold].is_none() {
                matching.gold_of[found] = Some(gold);
                matching.found_of[gold] = Some(found);
            }
        }
        matching
    }

    /// How many pairs there are.
    pub(super) fn len(&self) -> usize {
        self.gold_of.iter().flatten().count()
    }
}

/// A name as it is compared: compatibility forms unified (NFKC), quotation marks and blanks dropped,
/// lower case.
pub(super) fn form(name: &str) -> String {
    let kept: String = name
        .nfkc()
        .filter(|c| !matches!(c, '“' | '”' | '‘' | '’' | '"' | '\'' | '「' | '」' | '『' | '』'))
        .filter(|c| !matches!(c, '《' | '》' | '〈' | '〉' | ' ' | '\u{3000}' | '\t' | '\n'))
        .collect();
    kept.to_lowercase()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_best_pair_comes_first_and_ties_go_by_order() {
        let pair = |score, found, gold| Pair { score, found, gold };
        let pairs = vec![pair(0.5, 0, 1), pair(0.9, 1, 1), pair(0.5, 0, 0), pair(0.5, 2, 0)];
        let matching = Matching::greedy(pairs, 3, 2);
        assert_eq!(matching.gold_of, [Some(0), Some(1), None]);
        assert_eq!(matching.found_of, [Some(0), Some(1)]);
        assert_eq!(matching.len(), 2);
    }

    #[test]
    fn forms_of_one_name_are_equal() {
        assert_eq!(form("“Ａ Ⅱ”《期》"), form("aii期"));
        assert_ne!(form("一期"), form("二期"));
    }
}
