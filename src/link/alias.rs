//! Forms of one name: spellings, and short forms of a full name in the same document.

use unicode_normalization::UnicodeNormalization;

use super::Group;
use crate::extraction::{Alias, AliasReason};
use crate::lexicon::Lexicon;
use crate::schema::EntityKind;

/// Endings that tell a firm's form and are dropped in its short names.
const FORMS: [&str; 11] = [
    "股份有限公司", "有限责任公司", "集团有限公司", "控股集团有限公司", "集团股份有限公司", "有限公司", "集团公司", "公司",
    "集团", "股份", "控股",
];

/// What two spellings of one name have in common: width, case, quotes and blanks dropped.
#[must_use]
pub fn match_key(name: &str) -> String {
    let dropped = |c: &char| {
        !matches!(c, '“' | '”' | '‘' | '’' | '"' | '\'' | '「' | '」' | '『' | '』' | '《' | '》' | '〈' | '〉')
            && !c.is_whitespace()
    };
    if name.chars().all(|c| ('\u{4e00}'..='\u{9fff}').contains(&c)) {
        return name.to_owned();
    }
    name.nfkc().filter(dropped).flat_map(char::to_lowercase).collect()
}

/// Joins a short form with the one full name in the document that it can be short for.
pub(super) fn join_short_forms(mut groups: Vec<Group>, lexicon: &Lexicon) -> Vec<Group> {
    let mut joins: Vec<(usize, usize)> = Vec::new();
    for (short, group) in groups.iter().enumerate() {
        let mut full = groups.iter().enumerate().filter(|(at, other)| {
            *at != short && other.kind == group.kind && is_short_for(&group.name, other, lexicon)
        });
        if let (Some((at, _)), None) = (full.next(), full.next()) {
            joins.push((short, at));
        }
    }
    // a form that is itself joined to a fuller one passes its own short forms on
    for index in 0..joins.len() {
        let (short, mut full) = joins[index];
        while let Some(&(_, fuller)) = joins.iter().find(|(other, _)| *other == full) {
            full = fuller;
        }
        let taken = std::mem::take(&mut groups[short].mentions);
        let aliases = std::mem::take(&mut groups[short].aliases);
        let form = groups[short].name.clone();
        let target = &mut groups[full];
        target.mentions.extend(taken);
        target.aliases.extend(aliases);
        target.aliases.push(Alias { form, reason: AliasReason::ShortForm });
    }
    groups.retain(|group| !group.mentions.is_empty());
    groups
}

/// Whether `short` is a short form of the group's name.
fn is_short_for(short: &str, full: &Group, lexicon: &Lexicon) -> bool {
    if short.chars().count() < 2 || short.len() >= full.name.len() {
        return false;
    }
    match full.kind {
        EntityKind::Company => {
            let stem = FORMS.iter().find_map(|form| short.strip_suffix(form)).filter(|stem| stem.chars().count() >= 2);
            // 华翔集团, 山西华翔集团股份有限公司: the brand stands in both, behind a place at most
            let brand = stem.unwrap_or(short);
            let Some(at) = full.name.find(brand) else { return false };
            let rest = &full.name[at + brand.len()..];
            let form = FORMS.iter().any(|form| rest.ends_with(form));
            form && (at == 0 || is_place(&full.name[..at], lexicon))
        }
        EntityKind::University | EntityKind::Program => full
            .name
            .strip_suffix(short)
            .is_some_and(|before| short.chars().count() >= 4 && is_place(before, lexicon)),
        _ => false,
    }
}

fn is_place(words: &str, lexicon: &Lexicon) -> bool {
    lexicon
        .scan(words)
        .iter()
        .any(|hit| hit.span.start() == 0 && hit.span.end() == words.len() && lexicon.is_place(hit.term))
}
