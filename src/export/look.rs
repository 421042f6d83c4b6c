//! Colours of kinds, the same in every output. The hues are those of Okabe and Ito, which people
//! with any colour vision tell apart.

use crate::schema::{EdgeKind, EntityKind, NodeKind, PillarKind};

/// The colours of a node.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Colours {
    /// Of the ground, as `#RRGGBB`.
    pub fill: &'static str,
    /// Of the border; the full hue, for points too small to have one.
    pub line: &'static str,
    /// Of words on the ground.
    pub text: &'static str,
}

/// The colours of a kind; a pillar that reports looks different from one that plans.
pub(super) fn colours(kind: NodeKind, pillar: PillarKind) -> Colours {
    let (fill, line, text) = match (kind, pillar) {
        (NodeKind::Document, _) => ("#222222", "#000000", "#FFFFFF"),
        (NodeKind::Pillar, PillarKind::Plan) => ("#0072B2", "#0072B2", "#FFFFFF"),
        (NodeKind::Pillar, PillarKind::Review) => ("#FFFFFF", "#0072B2", "#00466E"),
        (NodeKind::Action, _) => ("#FFFFFF", "#555555", "#000000"),
        (NodeKind::Entity(kind), _) => match kind {
            EntityKind::Company => ("#FBE3B3", "#B87D00", "#000000"),
            EntityKind::University => ("#CDE8F7", "#2F8FC4", "#000000"),
            EntityKind::Program => ("#BFE6DA", "#007E5C", "#000000"),
            EntityKind::Industry => ("#FAF6BE", "#A89A00", "#000000"),
            EntityKind::Organization => ("#F3DDE9", "#A85683", "#000000"),
            EntityKind::Place => ("#F7D6BF", "#D55E00", "#000000"),
            EntityKind::Person => ("#E6E6E6", "#666666", "#000000"),
        },
    };
    Colours { fill, line, text }
}

/// The colour of an edge.
pub(super) fn edge(kind: EdgeKind) -> &'static str {
    match kind {
        EdgeKind::HasPillar => "#0072B2",
        EdgeKind::HasAction | EdgeKind::Involves => "#7A7A7A",
        EdgeKind::AppearsIn | EdgeKind::Mentions => "#A8A8A8",
        EdgeKind::Relation(_) => "#D55E00",
    }
}

/// A colour's red, green and blue.
pub(super) fn rgb(colour: &str) -> [u8; 3] {
    let part = |at: usize| u8::from_str_radix(&colour[at..at + 2], 16).unwrap_or(0);
    [part(1), part(3), part(5)]
}

/// How large a node named so often is, in pixels: by area, and within bounds.
pub(super) fn size(kind: NodeKind, weight: usize) -> u32 {
    let by_area = u32::try_from((16 * weight.min(10_000)).isqrt()).unwrap_or(u32::MAX);
    match kind {
        NodeKind::Document => 40,
        NodeKind::Pillar => 28,
        NodeKind::Action => 8,
        NodeKind::Entity(_) => (8 + by_area).min(36),
    }
}
