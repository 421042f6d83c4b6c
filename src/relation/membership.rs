//! part_of and located_in: members of a counted cluster, projects of a park.

use super::{Named, Scene};
use crate::extraction::Relation;
use crate::lexicon::Cue;
use crate::schema::{EntityKind, RelationKind, Rule};

pub(super) fn read(scene: Scene<'_>, found: &mut Vec<Relation>) {
    for (at, pair) in scene.named.windows(2).enumerate() {
        let (a, b) = (pair[0], pair[1]);
        let between = scene.between(a, b);
        if is_park(scene, a) && b.kind == EntityKind::Program && between == "的" {
            found.push(scene.relate(RelationKind::PartOf, b, a, Rule::Construction));
        }
        let there = b.kind == EntityKind::Place || is_park(scene, b);
        if there && scene.lexicon.cues(Cue::LocatedIn).has(between) {
            found.push(scene.relate(RelationKind::LocatedIn, a, b, Rule::Trigger));
        }
        if between.trim_end_matches('“').is_empty() && is_cluster(scene, b) {
            members(scene, at, b, found);
        }
    }
}

/// The items of the enumeration that ends with the mention at `last`.
fn members(scene: Scene<'_>, last: usize, cluster: Named, found: &mut Vec<Relation>) {
    let mut first = last;
    while first > 0
        && matches!(
            scene.between(scene.named[first - 1], scene.named[first]),
            "、" | "和" | "及" | "以及"
        )
    {
        first -= 1;
    }
    if first < last {
        let items = scene.named[first..=last].iter();
        found
            .extend(items.map(|item| {
                scene.relate(RelationKind::PartOf, *item, cluster, Rule::Construction)
            }));
    }
}

fn is_park(scene: Scene<'_>, named: Named) -> bool {
    scene.lexicon.cues(Cue::Park).end(scene.text.slice(named.span))
}

/// 四大产业集群, 6大产业链.
fn is_cluster(scene: Scene<'_>, named: Named) -> bool {
    let name = scene.text.slice(named.span);
    let counted = |c: char| c.is_ascii_digit() || "二两三四五六七八九十".contains(c);
    name.starts_with(counted) && name.trim_start_matches(counted).starts_with('大')
}
