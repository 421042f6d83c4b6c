//! cooperates_with: X与Y、Z开展战略合作, X和Y共建.

use super::{Scene, joins};
use crate::extraction::Relation;
use crate::lexicon::Cue;
use crate::schema::{RelationKind, Rule};
use crate::text::Span;

pub(super) fn read(scene: Scene<'_>, found: &mut Vec<Relation>) {
    for (at, pair) in scene.named.windows(2).enumerate() {
        let (from, first) = (pair[0], pair[1]);
        let with = matches!(
            scene.between(from, first),
            "与" | "同" | "和" | "跟" | "联合" | "携手" | "将与" | "要与"
        );
        if !(with && from.is_party() && first.is_party()) {
            continue;
        }
        // in "与X和Y合作" both are partners of someone unnamed, and in "A、B和C合作" nobody is first
        let head = scene.text.slice(Span::new(scene.action.start(), from.span.start()));
        if head.ends_with(['与', '同', '和', '跟', '、']) {
            continue;
        }
        let mut last = at + 1;
        while let Some(next) = scene.named.get(last + 1) {
            if !(next.is_party()
                && joins(scene.between(scene.named[last], *next))
                && !scene.between(scene.named[last], *next).contains('，'))
            {
                break;
            }
            last += 1;
        }
        let tail = scene.behind(scene.named[last]);
        let near = |cue| tail.find(cue).is_some_and(|at| tail[..at].chars().count() <= 12);
        if scene.lexicon.cues(Cue::Cooperates).iter().any(near) {
            let partners = &scene.named[at + 1..=last];
            found.extend(partners.iter().map(|to| {
                scene.relate(RelationKind::CooperatesWith, from, *to, Rule::Construction)
            }));
        }
    }
}
