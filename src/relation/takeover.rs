//! acquires and integrates: X收购Y, X整合Y.

use super::Scene;
use crate::extraction::Relation;
use crate::lexicon::Cue;
use crate::schema::{EntityKind, RelationKind, Rule};

/// What stands between the two, and what it states.
const KINDS: [(Cue, RelationKind); 2] =
    [(Cue::Acquires, RelationKind::Acquires), (Cue::Integrates, RelationKind::Integrates)];

pub(super) fn read(scene: Scene<'_>, found: &mut Vec<Relation>) {
    for pair in scene.named.windows(2) {
        let (from, to) = (pair[0], pair[1]);
        if from.kind != EntityKind::Company {
            continue;
        }
        let words = scene.between(from, to);
        let words = words.strip_suffix('了').unwrap_or(words);
        let adverbs = scene.lexicon.cues(Cue::TakeoverAdverb);
        let stated = KINDS.iter().find(|(cue, _)| {
            let mut heads = scene.lexicon.cues(*cue).before(words);
            heads.any(|head| head.is_empty() || adverbs.has(head))
        });
        let Some(&(_, kind)) = stated else { continue };
        let fits = to.kind == EntityKind::Company
            || (kind == RelationKind::Integrates && to.kind == EntityKind::Industry);
        if fits {
            found.push(scene.relate(kind, from, to, Rule::Trigger));
        }
    }
}
