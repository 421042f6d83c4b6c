//! The language of what an output says itself: headings, legends, labels of kinds. The data is
//! never translated.

use crate::schema::{EdgeKind, NodeKind, PillarKind, Role};

/// The reader's language.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
pub enum Lang {
    /// 中文.
    #[default]
    Zh,
    /// English.
    En,
}

impl Lang {
    /// Both, in the order in which they are listed to people.
    pub const ALL: &'static [Lang] = &[Lang::Zh, Lang::En];

    /// What it is called on the command line, and in HTML.
    #[must_use]
    pub fn name(self) -> &'static str {
        self.pick("zh", "en")
    }

    /// The language of this [name](Lang::name).
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|lang| lang.name() == name)
    }

    /// One of two wordings.
    pub(super) fn pick<'w>(self, zh: &'w str, en: &'w str) -> &'w str {
        match self {
            Lang::Zh => zh,
            Lang::En => en,
        }
    }

    /// Which page it is, of how many.
    pub(super) fn page(self, number: usize, count: usize) -> String {
        match self {
            Lang::Zh => format!("第 {number} 页，共 {count} 页"),
            Lang::En => format!("page {number} of {count}"),
        }
    }

    pub(super) fn of_node(self, kind: NodeKind) -> &'static str {
        self.pick(kind.zh(), kind.en())
    }

    pub(super) fn of_edge(self, kind: EdgeKind) -> &'static str {
        self.pick(kind.zh(), kind.en())
    }

    pub(super) fn of_role(self, role: Role) -> &'static str {
        self.pick(role.zh(), role.en())
    }

    pub(super) fn of_pillar(self, kind: PillarKind) -> &'static str {
        self.pick(kind.zh(), kind.en())
    }
}
