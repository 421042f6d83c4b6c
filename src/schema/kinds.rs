//! Kinds of nodes and edges. 纲 (gang), the headrope, is a pillar; 目 (mu), a mesh, is an action.

/// Declares an enum of named kinds with its machine name, its labels, and all of its values.
macro_rules! kinds {
    (
        $(#[$outer:meta])*
        $name:ident { $( $(#[$inner:meta])* $variant:ident = $machine:literal, $zh:literal, $en:literal; )+ }
    ) => {
        $(#[$outer])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub enum $name { $( $(#[$inner])* $variant, )+ }

        impl $name {
            /// All values, in the order in which they are listed to people.
            pub const ALL: &'static [$name] = &[ $( $name::$variant, )+ ];

            /// The name in files.
            #[must_use]
            pub fn name(self) -> &'static str {
                match self { $( $name::$variant => $machine, )+ }
            }

            /// The name for Chinese readers.
            #[must_use]
            pub fn zh(self) -> &'static str {
                match self { $( $name::$variant => $zh, )+ }
            }

            /// The name for English readers.
            #[must_use]
            pub fn en(self) -> &'static str {
                match self { $( $name::$variant => $en, )+ }
            }

            /// The value that has this name in files.
            #[must_use]
            pub fn from_name(name: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|kind| kind.name() == name)
            }
        }
    };
}

kinds! {
    /// What an entity is.
    EntityKind {
        /// 企业: a named business of any form.
        Company = "company", "企业", "company";
        /// 高校院所: a named university, college, academy or research institute.
        University = "university", "高校院所", "university";
        /// 工程项目: a named undertaking of policy or business.
        Program = "program", "工程项目", "program";
        /// 产业: a sector, branch or technology field that is being developed.
        Industry = "industry", "产业", "industry";
        /// 机构: a public body, school, hospital, association.
        Organization = "organization", "机构", "organization";
        /// 地点: an administrative place.
        Place = "place", "地点", "place";
        /// 人物: a person.
        Person = "person", "人物", "person";
    }
}

impl EntityKind {
    /// Whether it is one of the four that a plan is about; the others say who and where.
    #[must_use]
    pub fn is_core(self) -> bool {
        use EntityKind::{Company, Industry, Program, University};
        matches!(self, Company | University | Program | Industry)
    }
}

kinds! {
    /// Whether a pillar says what was done or what will be.
    PillarKind {
        /// 回顾: the section reports.
        Review = "review", "回顾", "review";
        /// 部署: the section plans.
        Plan = "plan", "部署", "plan";
    }
}

kinds! {
    /// What an entity does in an action.
    Role {
        /// 施事: it acts.
        Agent = "agent", "施事", "agent";
        /// 合作方: the action is done together with it.
        Partner = "partner", "合作方", "partner";
        /// 对象: the action is done to it, or builds it.
        Target = "target", "对象", "target";
        /// 受益方: it is supported or served.
        Beneficiary = "beneficiary", "受益方", "beneficiary";
        /// 手段: the action is done by means of it.
        Instrument = "instrument", "手段", "instrument";
        /// 地点: the action is done there.
        Place = "place", "地点", "place";
        /// 提及: the clause names it and tells no more.
        Mentioned = "mentioned", "提及", "mentioned";
    }
}

kinds! {
    /// How two entities stand to each other, where the text states it.
    RelationKind {
        /// 与…合作.
        CooperatesWith = "cooperates_with", "合作", "cooperates with";
        /// 收购.
        Acquires = "acquires", "收购", "acquires";
        /// 整合.
        Integrates = "integrates", "整合", "integrates";
        /// 承担: a company and its project (X集团Y项目).
        Undertakes = "undertakes", "承担", "undertakes";
        /// 属于: a member and its group, a project and its park.
        PartOf = "part_of", "属于", "part of";
        /// 位于.
        LocatedIn = "located_in", "位于", "located in";
    }
}

/// What a node is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum NodeKind {
    /// 文件: one input.
    Document,
    /// 纲: a heading-level priority.
    Pillar,
    /// 目: one clause that says what is done.
    Action,
    /// A named thing.
    Entity(EntityKind),
}

impl NodeKind {
    /// The name in files.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            NodeKind::Document => "document",
            NodeKind::Pillar => "pillar",
            NodeKind::Action => "action",
            NodeKind::Entity(kind) => kind.name(),
        }
    }

    /// The kind that has this name in files.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        match name {
            "document" => Some(NodeKind::Document),
            "pillar" => Some(NodeKind::Pillar),
            "action" => Some(NodeKind::Action),
            _ => EntityKind::from_name(name).map(NodeKind::Entity),
        }
    }

    /// The three letters that its ids begin with.
    #[must_use]
    pub fn id_prefix(self) -> &'static str {
        match self {
            NodeKind::Document => "doc",
            NodeKind::Pillar => "pil",
            NodeKind::Action => "act",
            NodeKind::Entity(EntityKind::Company) => "com",
            NodeKind::Entity(EntityKind::University) => "uni",
            NodeKind::Entity(EntityKind::Program) => "pro",
            NodeKind::Entity(EntityKind::Industry) => "ind",
            NodeKind::Entity(EntityKind::Organization) => "org",
            NodeKind::Entity(EntityKind::Place) => "pla",
            NodeKind::Entity(EntityKind::Person) => "per",
        }
    }

    /// The name for Chinese readers.
    #[must_use]
    pub fn zh(self) -> &'static str {
        match self {
            NodeKind::Document => "文件",
            NodeKind::Pillar => "纲（重点）",
            NodeKind::Action => "目（举措）",
            NodeKind::Entity(kind) => kind.zh(),
        }
    }

    /// The name for English readers.
    #[must_use]
    pub fn en(self) -> &'static str {
        match self {
            NodeKind::Document => "document",
            NodeKind::Pillar => "pillar",
            NodeKind::Action => "action",
            NodeKind::Entity(kind) => kind.en(),
        }
    }
}

/// What an edge is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum EdgeKind {
    /// Document or pillar → pillar: structure.
    HasPillar,
    /// Pillar or document → action: structure.
    HasAction,
    /// Action → entity: the entity is named in the action.
    Involves,
    /// Entity → pillar: the entity is named in the pillar's section.
    AppearsIn,
    /// Document → entity: named outside every pillar.
    Mentions,
    /// Entity → entity.
    Relation(RelationKind),
}

impl EdgeKind {
    /// The name in files.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            EdgeKind::HasPillar => "has_pillar",
            EdgeKind::HasAction => "has_action",
            EdgeKind::Involves => "involves",
            EdgeKind::AppearsIn => "appears_in",
            EdgeKind::Mentions => "mentions",
            EdgeKind::Relation(kind) => kind.name(),
        }
    }

    /// The kind that has this name in files.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        use EdgeKind::{AppearsIn, HasAction, HasPillar, Involves, Mentions};
        [HasPillar, HasAction, Involves, AppearsIn, Mentions]
            .into_iter()
            .find(|kind| kind.name() == name)
            .or_else(|| RelationKind::from_name(name).map(EdgeKind::Relation))
    }

    /// The name for Chinese readers.
    #[must_use]
    pub fn zh(self) -> &'static str {
        match self {
            EdgeKind::HasPillar => "下设纲",
            EdgeKind::HasAction => "下设目",
            EdgeKind::Involves => "涉及",
            EdgeKind::AppearsIn => "见于",
            EdgeKind::Mentions => "提及",
            EdgeKind::Relation(kind) => kind.zh(),
        }
    }

    /// The name for English readers.
    #[must_use]
    pub fn en(self) -> &'static str {
        match self {
            EdgeKind::HasPillar => "has pillar",
            EdgeKind::HasAction => "has action",
            EdgeKind::Involves => "involves",
            EdgeKind::AppearsIn => "appears in",
            EdgeKind::Mentions => "mentions",
            EdgeKind::Relation(kind) => kind.en(),
        }
    }

    /// Whether the ontology allows such an edge from `from` to `to`.
    #[must_use]
    pub fn allows(self, from: NodeKind, to: NodeKind) -> bool {
        use NodeKind::{Action, Document, Entity, Pillar};
        match self {
            EdgeKind::HasPillar => matches!((from, to), (Document | Pillar, Pillar)),
            EdgeKind::HasAction => matches!((from, to), (Document | Pillar, Action)),
            EdgeKind::Involves => matches!((from, to), (Action, Entity(_))),
            EdgeKind::AppearsIn => matches!((from, to), (Entity(_), Pillar)),
            EdgeKind::Mentions => matches!((from, to), (Document, Entity(_))),
            EdgeKind::Relation(_) => matches!((from, to), (Entity(_), Entity(_))),
        }
    }

    /// Whether it is the document's own structure and so needs no evidence.
    #[must_use]
    pub fn is_structure(self) -> bool {
        matches!(self, EdgeKind::HasPillar | EdgeKind::HasAction)
    }
}
