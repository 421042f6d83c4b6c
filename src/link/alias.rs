//! Forms of one name: spellings, and short forms of a full name in the same document.

use std::borrow::Cow;
use std::collections::HashMap;

use unicode_normalization::UnicodeNormalization;

use super::{Group, Numbers};
use crate::extraction::{Alias, AliasReason};
use crate::lexicon::{Classes, Cue, Lexicon};
use crate::schema::EntityKind;

/// What two spellings of one name have in common: width, case, quotes and blanks dropped.
#[must_use]
pub fn match_key(name: &str) -> Cow<'_, str> {
    if name.chars().all(is_han) {
        return Cow::Borrowed(name);
    }
    // of these, normalisation changes none
    if name.chars().all(|c| is_han(c) || c.is_ascii_graphic() || is_quote(c)) {
        let kept = name.chars().filter(|&c| !is_quote(c));
        return Cow::Owned(kept.map(|c| c.to_ascii_lowercase()).collect());
    }
    let kept = name.nfkc().filter(|&c| !is_quote(c) && !c.is_whitespace());
    Cow::Owned(kept.flat_map(char::to_lowercase).collect())
}

fn is_han(c: char) -> bool {
    matches!(c, '\u{4e00}'..='\u{9fff}')
}

fn is_quote(c: char) -> bool {
    matches!(
        c,
        '“' | '”'
            | '‘'
            | '’'
            | '"'
            | '\''
            | '「'
            | '」'
            | '『'
            | '』'
            | '《'
            | '》'
            | '〈'
            | '〉'
    )
}

/// Joins a short form with the one full name in the document that it can be short for.
pub(super) fn join_short_forms<'a>(
    mut groups: Vec<Group<'a>>,
    numbers: &Numbers,
    lexicon: &Lexicon,
) -> Vec<Group<'a>> {
    let joins = full_names(&groups, numbers, lexicon);
    // a form that is itself joined to a fuller one passes its own short forms on
    for index in 0..joins.len() {
        let (short, mut full) = joins[index];
        while let Ok(at) = joins.binary_search_by_key(&full, |(short, _)| *short) {
            full = joins[at].1;
        }
        let taken = std::mem::take(&mut groups[short].mentions);
        let aliases = std::mem::take(&mut groups[short].aliases);
        let form = groups[short].name.to_owned();
        let target = &mut groups[full];
        target.mentions.extend(taken);
        target.aliases.extend(aliases);
        target.aliases.push(Alias { form, reason: AliasReason::ShortForm });
    }
    groups.retain(|group| !group.mentions.is_empty());
    groups
}

/// Pairs of a short form and the one full name that it can be short for.
fn full_names(groups: &[Group], numbers: &Numbers, lexicon: &Lexicon) -> Vec<(usize, usize)> {
    let named = |kind: EntityKind, name: &str| {
        let found = numbers.get(&(kind, match_key(name))).copied();
        found.filter(|&at| groups[at].name == name)
    };
    let mut pairs: Vec<(usize, usize)> = Vec::new();
    for (full, group) in groups.iter().enumerate() {
        if matches!(group.kind, EntityKind::University | EntityKind::Program) {
            // 云南省|太阳能产业联盟: a place stands before the short form, which has four characters
            let borders = group.name.chars().count().saturating_sub(5);
            for (at, _) in group.name.char_indices().skip(2).take(borders) {
                let (place, rest) = group.name.split_at(at);
                if is_place(place, lexicon)
                    && let Some(short) = named(group.kind, rest)
                {
                    pairs.push((short, full));
                }
            }
        }
    }
    firms(groups, lexicon, &mut pairs);
    // a form that two names can be short for is joined to neither
    pairs.sort_unstable();
    pairs.dedup();
    let by_short = pairs.chunk_by(|one, other| one.0 == other.0);
    by_short.filter_map(|pairs| if let [pair] = pairs { Some(*pair) } else { None }).collect()
}

/// Adds the pairs of firms, found by the brand that both names hold.
fn firms(groups: &[Group], lexicon: &Lexicon, pairs: &mut Vec<(usize, usize)>) {
    let companies =
        || groups.iter().enumerate().filter(|(_, group)| group.kind == EntityKind::Company);
    let mut brands: HashMap<&str, Vec<usize>> = HashMap::new();
    for (short, group) in companies() {
        brands.entry(brand(group.name, lexicon)).or_default().push(short);
    }
    for (full, group) in companies() {
        let name = group.name;
        let stems = lexicon.cues(Cue::CompanyForm).before(name);
        let Some(form) = stems.map(|stem| name.len() - stem.len()).min() else { continue };
        let borders = || name.char_indices().map(|(at, _)| at).filter(|at| at + form <= name.len());
        for start in borders().filter(|&at| at == 0 || is_place(&name[..at], lexicon)) {
            for end in borders().filter(|&end| end > start) {
                let shorts = brands.get(&name[start..end]).into_iter().flatten();
                let shorts =
                    shorts.filter(|&&short| is_short_firm(groups[short].name, name, lexicon));
                pairs.extend(shorts.map(|&short| (short, full)));
            }
        }
    }
}

/// Whether `short` is a short form of a firm's `full` name: 华翔集团, 山西华翔集团股份有限公司.
fn is_short_firm(short: &str, full: &str, lexicon: &Lexicon) -> bool {
    if short.len() >= full.len() || short.chars().count() < 2 {
        return false;
    }
    // the brand stands in both, behind a place at most
    let brand = brand(short, lexicon);
    let Some(at) = full.find(brand) else { return false };
    let rest = &full[at + brand.len()..];
    lexicon.cues(Cue::CompanyForm).end(rest) && (at == 0 || is_place(&full[..at], lexicon))
}

/// A firm's name without the ending that tells its form.
fn brand<'n>(name: &'n str, lexicon: &Lexicon) -> &'n str {
    let stem = lexicon.cues(Cue::CompanyForm).before(name).next();
    stem.filter(|stem| stem.chars().count() >= 2).unwrap_or(name)
}

fn is_place(words: &str, lexicon: &Lexicon) -> bool {
    lexicon.classes_of(words).any(Classes::PLACE)
}
