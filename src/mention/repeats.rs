//! Names that were recognised elsewhere in the document: a long name of a firm or a school is one wherever it
//! stands, also where its sentence tells nothing.

use std::collections::BTreeMap;

use aho_corasick::{AhoCorasick, MatchKind};

use super::Found;
use crate::lexicon::Hits;
use crate::schema::{EntityKind, Rule};
use crate::text::{SourceText, Span};

/// How many characters a name has at least that is told by itself: shorter ones are parts of other words.
const LEAST: usize = 4;
/// How many bytes before a place a word may begin that holds it.
const LONGEST: usize = 48;
/// How sure a name must be somewhere.
const SURE: f32 = 0.8;

/// The mentions of a document, with those that repeat a name which stands elsewhere.
#[must_use]
pub fn with_repeats(text: &SourceText, hits: &Hits, mut found: Vec<Found>) -> Vec<Found> {
    let mut names: BTreeMap<&str, Found> = BTreeMap::new();
    for mention in found.iter().filter(|mention| is_told(text, mention)) {
        let best = names.entry(text.slice(mention.span)).or_insert(*mention);
        if mention.confidence > best.confidence {
            *best = *mention;
        }
    }
    if names.is_empty() {
        return found;
    }
    let (words, best): (Vec<&str>, Vec<Found>) = names.into_iter().unzip();
    // of names that overlap the longer; all in one pass, since a text can name thousands
    let search = AhoCorasick::builder().match_kind(MatchKind::LeftmostLongest).build(words);
    let search = search.expect("fewer names than a text of 4 GB has bytes");
    let mut repeats: Vec<Found> = Vec::new();
    for place in search.find_iter(text.as_str()) {
        let span = Span::new(place.start(), place.end());
        // found are in reading order, and none overlaps another
        let next = found.partition_point(|mention| mention.span.end() <= span.start());
        let free = found.get(next).is_none_or(|mention| mention.span.start() >= span.end());
        if free && !is_part(hits, span) {
            repeats.push(Found {
                span,
                rule: Rule::Propagation,
                ..best[place.pattern().as_usize()]
            });
        }
    }
    found.extend(repeats);
    found.sort_by_key(|mention| mention.span);
    found
}

/// Whether a mention tells its name wherever the name stands.
fn is_told(text: &SourceText, mention: &Found) -> bool {
    // programs and industries are made of ordinary words: of their repeats half were none
    matches!(mention.kind, EntityKind::Company | EntityKind::University)
        && mention.confidence >= SURE
        && text.code_points(mention.span).len() >= LEAST
}

/// Whether a word of the lexicon holds a place and more.
fn is_part(hits: &Hits, span: Span) -> bool {
    let around = Span::new(span.start().saturating_sub(LONGEST), span.end());
    hits.beginning_in(around).iter().any(|hit| hit.span.contains(span) && hit.span != span)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lexicon::Lexicon;

    /// The names that are found in a text, where only those in 【】 were found by themselves.
    fn check(marked: &str, expect: &[&str]) {
        let words = marked.replace(['【', '】'], "");
        let mut found = Vec::new();
        let mut start = 0;
        for (at, part) in marked.split(['【', '】']).enumerate() {
            let span = Span::new(start, start + part.len());
            start = span.end();
            if at % 2 == 1 {
                let kind = EntityKind::Company;
                let (rule, name) = (Rule::Suffix, None);
                found.push(Found { span, kind, rule, confidence: 0.9, name });
            }
        }
        let text = SourceText::new(words).expect("short");
        let hits = Hits::of(&Lexicon::from_seeds(), text.as_str());
        let found = with_repeats(&text, &hits, found);
        let found: Vec<&str> = found.iter().map(|mention| text.slice(mention.span)).collect();
        assert_eq!(found, expect);
    }

    #[test]
    fn a_long_name_is_one_wherever_it_stands() {
        check("支持【云岭重工】上市。拿下云岭重工。", &["云岭重工", "云岭重工"]);
        // the longer of two, and nothing in a name that was found
        check(
            "【云岭重工】和【云岭重工集团】。云岭重工集团扩产，【新云岭重工】投产。",
            &["云岭重工", "云岭重工集团", "云岭重工集团", "新云岭重工"],
        );
        // a short one may be part of another word, and so may a long one
        check("支持【云岭】上市。云岭蔬菜基地。", &["云岭"]);
        check("支持【北京理工】上市。北京理工大学。", &["北京理工"]);
    }
}
