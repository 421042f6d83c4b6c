//! What a term of the lexicon may be: word classes, heads, class nouns, names.

use crate::schema::EntityKind;

/// Declares the word classes with their names in seed files; the order gives each its bit.
macro_rules! classes {
    ( $( $(#[$inner:meta])* $name:ident = $bit:literal, $machine:literal; )+ ) => {
        impl Classes {
            $( $(#[$inner])* pub const $name: Classes = Classes(1 << $bit); )+

            /// The class that seed files call so.
            #[must_use]
            pub fn from_name(name: &str) -> Option<Classes> {
                match name { $( $machine => Some(Classes::$name), )+ _ => None }
            }

            /// All names that seed files may use.
            pub const NAMES: &'static [&'static str] = &[ $( $machine, )+ ];
        }
    };
}

/// A set of word classes. A term is often several at once: 建设 is a verb and stands in names.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Classes(pub(super) u64);

classes! {
    /// 动词: opens a predicate.
    VERB = 0, "verb";
    /// 副词: before a verb.
    ADVERB = 1, "adverb";
    /// 情态: 将, 要, 应.
    MODAL = 2, "modal";
    /// 介词.
    PREPOSITION = 3, "preposition";
    /// Opens a clause that only prepares the next one (围绕, 依托).
    ADJUNCT = 4, "adjunct";
    /// 连接: 同时, 另外, 从而.
    CONNECTIVE = 5, "connective";
    /// 时间.
    TIME = 6, "time";
    /// Who acts, as a pronoun or a public body (我们, 我省).
    SUBJECT = 7, "subject";
    /// Verbs of saying.
    ATTRIBUTION = 8, "attribution";
    /// Attributes that never identify a thing (重大, 各类).
    MODIFIER = 9, "modifier";
    /// Attributes that may belong to an industry's name (高端, 智能).
    ATTRIBUTIVE = 10, "attributive";
    /// 量词.
    CLASSIFIER = 11, "classifier";
    /// Addresses (各位代表).
    FRAMING = 12, "framing";
    /// Words of a heading that say that its section reports.
    REVIEW = 13, "review";
    /// Words of a heading that say that its section plans.
    PLAN = 14, "plan";
    /// Ordinary nouns.
    NOUN = 15, "noun";
    /// Verbs that often stand inside names (创新, 培育).
    NOMINAL = 16, "nominal";
    /// Set expressions that are no names.
    SLOGAN = 17, "slogan";
    /// Public bodies and posts as common words.
    BODY = 18, "body";
    /// Attributes of the general vocabulary.
    ATTRIBUTE = 19, "attribute";
    /// What a line of the front or end matter begins with (来源, 责任编辑).
    LABEL = 20, "label";
    /// Words of closing appeals (以优异成绩).
    APPEAL = 21, "appeal";
    /// 单位: what a number counts or measures in (元, 吨, 家).
    UNIT = 22, "unit";
    /// Words of a heading that only divides the document (工作回顾, 重点工作).
    DIVIDER = 23, "divider";
    /// Words with which a paragraph turns to what is wrong (清醒看到, 困难和问题).
    PROBLEM = 25, "problem";
    /// Words with which a story goes on (记者, 谈到).
    NARRATION = 26, "narration";
    /// Words that a heading sentence of two parts begins with (坚持…，全力…).
    OPENER = 27, "opener";
    /// Words that a principle ends in (坚持X和Y并重).
    MAXIM = 28, "maxim";
    /// Words that a principle begins with, before the priority (坚持X，加快Y).
    PRINCIPLE = 29, "principle";
    /// What the title of an annex that explains words ends in (名词解释).
    ANNEX = 30, "annex";
}

impl Classes {
    /// No class.
    pub const NONE: Classes = Classes(0);
    /// An administrative place.
    pub const PLACE: Classes = Classes(1 << 24);
    /// Any head noun, strong or weak.
    pub const HEAD: Classes = Classes(0b1111_1111 << 32);
    /// Any class noun.
    pub const CLASS_NOUN: Classes = Classes(0b1111 << 40);
    /// Any name of the four core kinds.
    pub const NAME: Classes = Classes(0b1111 << 48);

    /// A head noun that names of this kind usually end in; none for kinds without heads.
    #[must_use]
    pub fn strong_head(kind: EntityKind) -> Classes {
        core_index(kind).map_or(Classes::NONE, |i| Classes(1 << (32 + i)))
    }

    /// A head noun that names of this kind may end in.
    #[must_use]
    pub fn weak_head(kind: EntityKind) -> Classes {
        core_index(kind).map_or(Classes::NONE, |i| Classes(1 << (36 + i)))
    }

    /// A noun that says that the items before it are of this kind.
    #[must_use]
    pub fn class_noun(kind: EntityKind) -> Classes {
        core_index(kind).map_or(Classes::NONE, |i| Classes(1 << (40 + i)))
    }

    /// A name of this kind.
    #[must_use]
    pub fn name_of(kind: EntityKind) -> Classes {
        core_index(kind).map_or(Classes::NONE, |i| Classes(1 << (48 + i)))
    }

    /// Whether the two share a class.
    #[must_use]
    pub fn any(self, other: Classes) -> bool {
        self.0 & other.0 != 0
    }

    /// Both sets together.
    #[must_use]
    pub const fn or(self, other: Classes) -> Classes {
        Classes(self.0 | other.0)
    }

    /// All classes that are not in it.
    #[must_use]
    pub const fn complement(self) -> Classes {
        Classes(!self.0)
    }

    /// Whether it holds no class at all.
    #[must_use]
    pub fn is_empty(self) -> bool {
        self.0 == 0
    }
}

/// The place of a kind among the four core kinds.
fn core_index(kind: EntityKind) -> Option<u32> {
    match kind {
        EntityKind::Company => Some(0),
        EntityKind::University => Some(1),
        EntityKind::Program => Some(2),
        EntityKind::Industry => Some(3),
        _ => None,
    }
}
