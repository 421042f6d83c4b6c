//! undertakes: X集团Y项目, X的Y项目, X投资建设Y项目.

use super::Scene;
use crate::extraction::Relation;
use crate::schema::{EntityKind, RelationKind, Rule};

/// Verbs of undertaking between the two.
const TRIGGERS: [&str; 11] = [
    "投资建设",
    "投资",
    "承建",
    "建设",
    "实施",
    "承担",
    "负责",
    "开工建设",
    "牵头实施",
    "投资新建",
    "新建",
];

pub(super) fn read(scene: Scene<'_>, found: &mut Vec<Relation>) {
    for pair in scene.named.windows(2) {
        let (from, to) = (pair[0], pair[1]);
        if (from.kind, to.kind) != (EntityKind::Company, EntityKind::Program) {
            continue;
        }
        let rule = match scene.between(from, to).trim_end_matches('“') {
            "" | "的" => Rule::Construction,
            words if TRIGGERS.contains(&words.trim_start_matches(['将', '拟'])) => Rule::Trigger,
            _ => continue,
        };
        found.push(scene.relate(RelationKind::Undertakes, from, to, rule));
    }
}
