//! How kinds look: told apart by shape and by colour, so that either is enough.
//!
//! The hues are those of Okabe and Ito, which people with any colour vision tell apart. Lines have
//! the full hue and fills a tint of it, on which black text has a contrast above 10 : 1; white on
//! the two filled hues (document and pillar) has one above 5 : 1.

use crate::schema::{EntityKind, NodeKind, PillarKind};

/// How a node looks.
#[derive(Debug, Clone, Copy)]
pub(super) struct Style {
    pub shape: &'static str,
    pub style: &'static str,
    pub fill: &'static str,
    pub line: &'static str,
    pub text: &'static str,
    pub size: &'static str,
}

/// The blue of pillars.
pub(super) const BLUE: &str = "#0072B2";
/// Edges that are structure.
pub(super) const GREY: &str = "#8A8A8A";
/// The ground of a pillar's section.
pub(super) const GROUND: &str = "#F4F8FB";
/// The line around it.
pub(super) const GROUND_LINE: &str = "#B9D3E4";

/// A node of a kind; `review` for a pillar that reports.
pub(super) fn style(kind: NodeKind, pillar: PillarKind) -> Style {
    let entity = |shape, fill, line| Style {
        shape,
        style: "filled",
        fill,
        line,
        text: "#000000",
        size: "11",
    };
    match kind {
        NodeKind::Document => Style {
            shape: "note",
            style: "filled",
            fill: "#222222",
            line: "#000000",
            text: "#FFFFFF",
            size: "16",
        },
        NodeKind::Pillar => match pillar {
            PillarKind::Plan => Style {
                shape: "box",
                style: "filled",
                fill: BLUE,
                line: BLUE,
                text: "#FFFFFF",
                size: "14",
            },
            PillarKind::Review => Style {
                shape: "box",
                style: "filled,dashed",
                fill: "#FFFFFF",
                line: BLUE,
                text: "#00466E",
                size: "14",
            },
        },
        NodeKind::Action => Style {
            shape: "box",
            style: "filled,rounded",
            fill: "#FFFFFF",
            line: "#555555",
            text: "#000000",
            size: "11",
        },
        NodeKind::Entity(EntityKind::Company) => entity("component", "#FBE3B3", "#B87D00"),
        NodeKind::Entity(EntityKind::University) => entity("house", "#CDE8F7", "#2F8FC4"),
        NodeKind::Entity(EntityKind::Program) => entity("tab", "#BFE6DA", "#007E5C"),
        NodeKind::Entity(EntityKind::Industry) => entity("ellipse", "#FAF6BE", "#A89A00"),
        NodeKind::Entity(EntityKind::Organization) => entity("box3d", "#F3DDE9", "#A85683"),
        NodeKind::Entity(EntityKind::Place) => entity("invhouse", "#F7D6BF", "#D55E00"),
        NodeKind::Entity(EntityKind::Person) => entity("octagon", "#E6E6E6", "#666666"),
    }
}
