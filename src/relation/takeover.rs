//! acquires and integrates: X收购Y, X整合Y.

use super::Scene;
use crate::extraction::Relation;
use crate::schema::{EntityKind, RelationKind, Rule};

/// Words between the two, and what they state.
const TRIGGERS: [(&str, RelationKind); 7] = [
    ("收购", RelationKind::Acquires),
    ("并购", RelationKind::Acquires),
    ("兼并", RelationKind::Acquires),
    ("控股", RelationKind::Acquires),
    ("整合", RelationKind::Integrates),
    ("兼并重组", RelationKind::Integrates),
    ("重组", RelationKind::Integrates),
];
/// What may stand before the trigger: adverbs that do not deny it.
const BEFORE: [&str; 10] = ["", "将", "已", "成功", "全资", "全面", "加快", "完成", "计划", "拟"];

pub(super) fn read(scene: Scene<'_>, found: &mut Vec<Relation>) {
    for pair in scene.named.windows(2) {
        let (from, to) = (pair[0], pair[1]);
        if from.kind != EntityKind::Company {
            continue;
        }
        let words = scene.between(from, to);
        let words = words.strip_suffix('了').unwrap_or(words);
        let stated = TRIGGERS.iter().find(|(trigger, _)| {
            words.strip_suffix(trigger).is_some_and(|head| BEFORE.contains(&head))
        });
        let Some(&(_, kind)) = stated else { continue };
        let fits = to.kind == EntityKind::Company
            || (kind == RelationKind::Integrates && to.kind == EntityKind::Industry);
        if fits {
            found.push(scene.relate(kind, from, to, Rule::Trigger));
        }
    }
}
