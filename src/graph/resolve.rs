//! Which entities of which documents are one. The rule is told at [`Entity`](super::Entity).
//!
//! Every step works on the set of all names: names first become numbered groups of equal match
//! key, then forms that join are found by sorting, then groups are united. No step asks in which
//! order documents came; groups are numbered by the documents' own order.

use std::borrow::Cow;
use std::collections::HashMap;
use std::hash::{Hash, Hasher};

use crate::extraction::{Alias, AliasReason, Entity, Extraction};
use crate::schema::EntityKind;

use super::id::IdHasher;
use super::{NodeId, match_key};

/// An entity of the whole graph.
pub(super) struct Resolved {
    pub id: NodeId,
    pub kind: EntityKind,
    pub name: String,
    pub aliases: Vec<Alias>,
    /// What a place lies in.
    pub within: Vec<String>,
    /// The entities of documents that it is made of: (extraction, entity), sorted.
    pub members: Vec<(u32, u32)>,
}

/// One entity of one document.
struct Named<'a> {
    key: Key<'a>,
    place: (u32, u32),
    entity: &'a Entity,
}

/// What names of one entity have in common. The id tells keys apart cheaply; the match key settles
/// names of one hash.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
struct Key<'a> {
    id: NodeId,
    match_key: Cow<'a, str>,
}

impl<'a> Key<'a> {
    fn new(kind: EntityKind, name: &'a str) -> Self {
        let match_key = match_key(name);
        Self { id: NodeId::entity(kind, &match_key), match_key }
    }
}

impl Hash for Key<'_> {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.id.hash(state);
    }
}

/// The names of one group, each with the group's number.
type Group<'n, 'a> = &'n [(u32, &'n Named<'a>)];

/// The numbers of all groups.
type Numbers<'n, 'a> = HashMap<&'n Key<'a>, u32, IdHasher>;

/// A name that makes two groups one.
struct Join {
    /// The group that has the name as an alias.
    owner: u32,
    /// The group whose canonical name it is.
    named: u32,
    reason: AliasReason,
}

/// All entities of the graph, by kind and name.
pub(super) fn resolve(extractions: &[Extraction]) -> Vec<Resolved> {
    let mut names: Vec<Named> =
        Vec::with_capacity(extractions.iter().map(|e| e.entities.len()).sum());
    for (document, extraction) in (0u32..).zip(extractions) {
        for (index, entity) in (0u32..).zip(&extraction.entities) {
            let key = Key::new(entity.kind, &entity.name);
            names.push(Named { key, place: (document, index), entity });
        }
    }
    let mut numbers = Numbers::with_capacity_and_hasher(names.len(), IdHasher);
    let mut numbered: Vec<(u32, &Named)> = Vec::with_capacity(names.len());
    for named in &names {
        let next = u32::try_from(numbers.len()).expect("fewer names than bytes of 4 GiB texts");
        numbered.push((*numbers.entry(&named.key).or_insert(next), named));
    }
    // stable: the names of a group stay in the order of their places
    numbered.sort_by_key(|(group, _)| *group);
    let groups: Vec<Group> = numbered.chunk_by(|a, b| a.0 == b.0).collect();

    let joins = find_joins(&groups, &numbers);
    let mut resolved = if joins.is_empty() {
        groups.iter().map(|group| merge(group.iter().map(|(_, named)| *named), &[])).collect()
    } else {
        unite(&groups, &joins)
    };
    // a document's entities come in this order, which stable sorting makes use of
    resolved.sort_by(|a: &Resolved, b: &Resolved| {
        (a.kind, &a.name, a.members[0]).cmp(&(b.kind, &b.name, b.members[0]))
    });
    resolved
}

/// The forms that are an alias of exactly one group and the canonical name of another.
fn find_joins(groups: &[Group], numbers: &Numbers) -> Vec<Join> {
    let mut forms: Vec<(Key, u32, AliasReason)> = Vec::new();
    for group in groups {
        for &(number, named) in *group {
            let entity = named.entity;
            if !matches!(entity.kind, EntityKind::Company | EntityKind::University) {
                continue;
            }
            // a decision is applied in every document that it is for: it joins nothing elsewhere
            let listed = entity.aliases.iter().filter(|a| a.reason != AliasReason::Decision);
            forms.extend(listed.filter_map(|alias| {
                let key = Key::new(entity.kind, &alias.form);
                (key != named.key).then_some((key, number, alias.reason))
            }));
        }
    }
    forms.sort_unstable();
    let mut joins = Vec::new();
    for same in forms.chunk_by(|a, b| a.0 == b.0) {
        let (key, owner, reason) = &same[0];
        if same.iter().any(|form| form.1 != *owner) {
            continue;
        }
        if let Some(&named) = numbers.get(key) {
            joins.push(Join { owner: *owner, named, reason: *reason });
        }
    }
    joins
}

/// Unites groups by their joins.
fn unite(groups: &[Group], joins: &[Join]) -> Vec<Resolved> {
    let mut parent: Vec<u32> = (0u32..).take(groups.len()).collect();
    for join in joins {
        let (a, b) = (root(&mut parent, join.owner), root(&mut parent, join.named));
        // the smaller number stays: which one has no effect on what is united
        parent[a.max(b) as usize] = a.min(b);
    }
    let mut by_root: Vec<(u32, u32)> =
        (0u32..).take(groups.len()).map(|group| (root(&mut parent, group), group)).collect();
    by_root.sort_unstable();
    let mut joins: Vec<(u32, &Join)> =
        joins.iter().map(|join| (root(&mut parent, join.owner), join)).collect();
    joins.sort_by_key(|(root, _)| *root);
    let key = |group: u32| &*groups[group as usize][0].1.key.match_key;
    by_root
        .chunk_by(|a, b| a.0 == b.0)
        .map(|united| {
            let members = united
                .iter()
                .flat_map(|&(_, group)| groups[group as usize].iter().map(|(_, named)| *named));
            let first = joins.partition_point(|(root, _)| *root < united[0].0);
            let reasons: Vec<Reason> = joins[first..]
                .iter()
                .take_while(|(root, _)| *root == united[0].0)
                .map(|(_, join)| Reason {
                    owner: key(join.owner),
                    named: key(join.named),
                    reason: join.reason,
                })
                .collect();
            merge(members, &reasons)
        })
        .collect()
}

fn root(parent: &mut [u32], mut group: u32) -> u32 {
    while parent[group as usize] != group {
        // halving the path keeps long chains of short names cheap
        parent[group as usize] = parent[parent[group as usize] as usize];
        group = parent[group as usize];
    }
    group
}

/// A [`Join`] by names.
struct Reason<'a> {
    owner: &'a str,
    named: &'a str,
    reason: AliasReason,
}

impl Reason<'_> {
    /// Why the canonical name `key` is another name of what it was joined with: because that one
    /// lists it, or because it lists that one.
    fn of(reasons: &[Reason], key: &str) -> Option<AliasReason> {
        let listed = reasons.iter().find(|reason| reason.named == key);
        let lists = || reasons.iter().find(|reason| reason.owner == key);
        listed.or_else(lists).map(|reason| reason.reason)
    }
}

/// Makes one entity; `reasons` say by which names its members were joined.
fn merge<'n>(members: impl Iterator<Item = &'n Named<'n>> + Clone, reasons: &[Reason]) -> Resolved {
    let order = |named: &Named| {
        let length = |text: &str| text.chars().count();
        let name = named.entity.name.as_str();
        (std::cmp::Reverse(length(&named.key.match_key)), length(name))
    };
    let best = members
        .clone()
        .min_by(|a, b| order(a).cmp(&order(b)).then_with(|| a.entity.name.cmp(&b.entity.name)))
        .expect("a group has a member");
    let name = best.entity.name.clone();
    let mut aliases: Vec<Alias> = members
        .clone()
        .flat_map(|named| &named.entity.aliases)
        .filter(|alias| alias.form != name)
        .cloned()
        .collect();
    for named in members.clone() {
        let form = &named.entity.name;
        if *form == name || aliases.iter().any(|alias| alias.form == *form) {
            continue;
        }
        // members have the best one's key, or were joined
        let reason = match Reason::of(reasons, &named.key.match_key) {
            Some(reason) if named.key != best.key => reason,
            _ => AliasReason::Spelling,
        };
        aliases.push(Alias { form: form.clone(), reason });
    }
    // one form may be listed for several reasons: the first in their order is the strongest
    aliases.sort_unstable();
    aliases.dedup_by(|later, earlier| later.form == earlier.form);
    let mut places: Vec<(u32, u32)> = members.map(|named| named.place).collect();
    places.sort_unstable();
    let (id, kind, within) = (best.key.id, best.entity.kind, best.entity.within.clone());
    Resolved { id, kind, name, aliases, within, members: places }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A document with companies, each `canonical=alias,alias`.
    fn document(companies: &[&str]) -> Extraction {
        let alias = |form: &str| Alias { form: form.to_owned(), reason: AliasReason::ShortForm };
        let entities = companies
            .iter()
            .map(|company| {
                let (name, forms) = company.split_once('=').unwrap_or((company, ""));
                let forms = forms.split(',').filter(|form| !form.is_empty());
                Entity {
                    kind: EntityKind::Company,
                    name: name.to_owned(),
                    aliases: forms.map(alias).collect(),
                    mentions: Vec::new(),
                    within: Vec::new(),
                }
            })
            .collect();
        Extraction {
            source: crate::extraction::Source {
                name: String::new(),
                format: "text",
                encoding: "UTF-8",
                sha256: String::new(),
            },
            text: crate::text::SourceText::new(String::new()).expect("short"),
            front: crate::extraction::FrontMatter::default(),
            pillars: Vec::new(),
            actions: Vec::new(),
            entities,
            involvements: Vec::new(),
            relations: Vec::new(),
            diagnostics: Vec::new(),
        }
    }

    /// What documents of companies are joined to, in the notation of [`document`].
    fn check(documents: &[&[&str]], expect: &[&str]) {
        let mut extractions: Vec<Extraction> =
            documents.iter().map(|names| document(names)).collect();
        for _ in 0..2 {
            let found: Vec<String> = resolve(&extractions)
                .into_iter()
                .map(|entity| {
                    let forms: Vec<&str> = entity.aliases.iter().map(|a| a.form.as_str()).collect();
                    format!("{}={}", entity.name, forms.join(","))
                })
                .collect();
            assert_eq!(found, expect);
            extractions.reverse();
        }
    }

    #[test]
    fn equal_keys_are_one_entity() {
        check(&[&["华翔集团"], &["“华翔集团”"]], &["华翔集团=“华翔集团”"]);
    }

    #[test]
    fn an_alias_joins_the_name_that_it_is() {
        check(
            &[&["山西华翔集团股份有限公司=华翔集团"], &["华翔集团=华翔"], &["华翔"]],
            &["山西华翔集团股份有限公司=华翔,华翔集团"],
        );
    }

    #[test]
    fn an_ambiguous_alias_joins_nothing() {
        check(
            &[&["山西华翔有限公司=华翔"], &["江苏华翔有限公司=华翔"], &["华翔"]],
            &["华翔=", "山西华翔有限公司=华翔", "江苏华翔有限公司=华翔"],
        );
    }

    #[test]
    fn a_shared_alias_that_is_nobodys_name_joins_nothing() {
        check(
            &[&["山西华翔有限公司=华翔"], &["江苏华翔有限公司=华翔"]],
            &["山西华翔有限公司=华翔", "江苏华翔有限公司=华翔"],
        );
    }

    #[test]
    fn reasons_are_kept() {
        let mut left = document(&["华翔=山西华翔有限公司"]);
        left.entities[0].aliases[0].reason = AliasReason::Lexicon;
        let right = document(&["山西华翔有限公司", "山西 华翔有限公司"]);
        let entities = resolve(&[left, right]);
        assert_eq!(entities.len(), 1);
        assert_eq!(entities[0].name, "山西华翔有限公司");
        let reasons: Vec<(&str, AliasReason)> =
            entities[0].aliases.iter().map(|a| (a.form.as_str(), a.reason)).collect();
        assert_eq!(
            reasons,
            [("华翔", AliasReason::Lexicon), ("山西 华翔有限公司", AliasReason::Spelling)]
        );
    }
}
