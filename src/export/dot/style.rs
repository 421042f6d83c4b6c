//! How kinds look: told apart by shape and by colour, so that either is enough.
//!
//! The hues are those of Okabe and Ito, which people with any colour vision tell apart. Lines have
//! the full hue and fills a tint of it, on which black text has a contrast above 10 : 1; white on
//! the two filled hues (document and pillar) has one above 5 : 1.

use dot_writer::{Attributes, Scope};

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

impl Style {
    /// Draws a node so.
    pub(super) fn apply(&self, node: &mut impl Attributes) {
        node.set("shape", self.shape, true)
            .set("style", self.style, true)
            .set("fillcolor", self.fill, true)
            .set("color", self.line, true)
            .set("fontcolor", self.text, true)
            .set("fontsize", self.size, false);
    }
}

/// Edges from a document to its pillars.
pub(super) const BLUE: &str = "#0072B2";
/// Other edges.
pub(super) const GREY: &str = "#7A7A7A";
/// Edges that lead from one pillar's part of the picture to another's.
pub(super) const PALE: &str = "#A8A8A8";
/// Relations of entities.
pub(super) const RED: &str = "#D55E00";
/// What is written on them; dark enough for small letters.
pub(super) const DARK_RED: &str = "#A04600";

/// Draws the ground of a pillar: darker the deeper it is nested.
pub(super) fn ground(level: usize, cluster: &mut Scope) {
    let fill = match level {
        0 | 1 => "#F4F8FB",
        2 => "#E8F1F8",
        _ => "#DCE9F3",
    };
    cluster
        .set("style", "filled,rounded", true)
        .set("fillcolor", fill, true)
        .set("color", "#B9D3E4", true)
        .set("label", "", true)
        .set("tooltip", "", true)
        .set("margin", "8", false);
}

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
