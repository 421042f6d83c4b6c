//! Which entities of which documents are one. The rule is told at [`Entity`](super::Entity).
//!
//! Every step works on the set of all names: names first become numbered groups of equal match
//! key, then forms that join are found by sorting, then groups are united. No step asks in which
//! order documents came.

use std::borrow::Cow;

use crate::extraction::{Alias, AliasReason, Entity, Extraction};
use crate::schema::EntityKind;

use super::{NodeId, match_key};

/// An entity of the whole graph.
pub(super) struct Resolved {
    pub id: NodeId,
    pub kind: EntityKind,
    pub name: String,
    pub aliases: Vec<Alias>,
    /// The entities of documents that it is made of: (extraction, entity), sorted.
    pub members: Vec<(u32, u32)>,
}

/// One entity of one document.
struct Named<'a> {
    id: NodeId,
    key: Cow<'a, str>,
    place: (u32, u32),
    entity: &'a Entity,
}

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
            let key = match_key(&entity.name);
            let id = NodeId::entity(entity.kind, &key);
            names.push(Named { id, key, place: (document, index), entity });
        }
    }
    // ids tell keys apart cheaply; the key settles names of one hash
    names.sort_unstable_by(|a, b| {
        (a.id, &a.key).cmp(&(b.id, &b.key)).then_with(|| a.place.cmp(&b.place))
    });
    let groups: Vec<&[Named]> = names.chunk_by(|a, b| a.id == b.id && a.key == b.key).collect();

    let joins = find_joins(&groups);
    let mut resolved = if joins.is_empty() {
        groups.iter().map(|group| merge(group.iter().collect(), &[])).collect()
    } else {
        unite(&groups, &joins)
    };
    resolved.sort_unstable_by(|a: &Resolved, b: &Resolved| {
        (a.kind, &a.name, a.members[0]).cmp(&(b.kind, &b.name, b.members[0]))
    });
    resolved
}

/// The forms that are an alias of exactly one group and the canonical name of another.
fn find_joins(groups: &[&[Named]]) -> Vec<Join> {
    let mut forms: Vec<(NodeId, Cow<str>, u32, AliasReason)> = Vec::new();
    for (number, group) in (0u32..).zip(groups) {
        for named in *group {
            let entity = named.entity;
            if !matches!(entity.kind, EntityKind::Company | EntityKind::University) {
                continue;
            }
            // a decision is applied in every document that it is for: it joins nothing elsewhere
            let listed = entity.aliases.iter().filter(|a| a.reason != AliasReason::Decision);
            forms.extend(listed.filter_map(|alias| {
                let key = match_key(&alias.form);
                (key != named.key)
                    .then(|| (NodeId::entity(entity.kind, &key), key, number, alias.reason))
            }));
        }
    }
    forms.sort_unstable();
    let mut joins = Vec::new();
    for same in forms.chunk_by(|a, b| a.0 == b.0 && a.1 == b.1) {
        let (id, key, owner, reason) = &same[0];
        if same.iter().any(|form| form.2 != *owner) {
            continue;
        }
        let found = groups.binary_search_by(|group| (group[0].id, &group[0].key).cmp(&(*id, key)));
        if let Ok(named) = found {
            let named = u32::try_from(named).expect("fewer entities than bytes of 4 GiB texts");
            joins.push(Join { owner: *owner, named, reason: *reason });
        }
    }
    joins
}

/// Unites groups by their joins.
fn unite(groups: &[&[Named]], joins: &[Join]) -> Vec<Resolved> {
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
    let key = |group: u32| groups[group as usize][0].key.as_ref();
    by_root
        .chunk_by(|a, b| a.0 == b.0)
        .map(|united| {
            let members: Vec<&Named> =
                united.iter().flat_map(|&(_, group)| groups[group as usize]).collect();
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
fn merge(members: Vec<&Named>, reasons: &[Reason]) -> Resolved {
    let best = members
        .iter()
        .min_by_key(|named| {
            let length = |text: &str| text.chars().count();
            let name = named.entity.name.as_str();
            (std::cmp::Reverse(length(&named.key)), length(name), name)
        })
        .expect("a group has a member");
    let name = best.entity.name.clone();
    let mut aliases: Vec<Alias> = members
        .iter()
        .flat_map(|named| &named.entity.aliases)
        .filter(|alias| alias.form != name)
        .cloned()
        .collect();
    for named in &members {
        let form = &named.entity.name;
        if *form == name || aliases.iter().any(|alias| alias.form == *form) {
            continue;
        }
        // members have the best one's key, or were joined
        let reason = match Reason::of(reasons, &named.key) {
            Some(reason) if named.key != best.key => reason,
            _ => AliasReason::Spelling,
        };
        aliases.push(Alias { form: form.clone(), reason });
    }
    // one form may be listed for several reasons: the first in their order is the strongest
    aliases.sort_unstable();
    aliases.dedup_by(|later, earlier| later.form == earlier.form);
    let mut places: Vec<(u32, u32)> = members.iter().map(|named| named.place).collect();
    places.sort_unstable();
    Resolved { id: best.id, kind: best.entity.kind, name, aliases, members: places }
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
