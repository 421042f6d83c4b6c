//! undertakes: X集团Y项目, X的Y项目, X投资建设Y项目.

use super::Scene;
use crate::extraction::Relation;
use crate::lexicon::Cue;
use crate::schema::{EntityKind, RelationKind, Rule};

pub(super) fn read(scene: Scene<'_>, found: &mut Vec<Relation>) {
    for pair in scene.named.windows(2) {
        let (from, to) = (pair[0], pair[1]);
        if (from.kind, to.kind) != (EntityKind::Company, EntityKind::Program) {
            continue;
        }
        let rule = match scene.between(from, to).trim_end_matches('“') {
            "" | "的" => Rule::Construction,
            words => {
                let verb = words.trim_start_matches(['将', '拟']);
                if !scene.lexicon.cues(Cue::Undertakes).has(verb) {
                    continue;
                }
                Rule::Trigger
            }
        };
        found.push(scene.relate(RelationKind::Undertakes, from, to, rule));
    }
}
