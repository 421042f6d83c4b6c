//! Words for who and where: public bodies, posts, surnames. They are sought by themselves, so that
//! they are no words of sentences for the search of other names.

use std::collections::{BTreeSet, HashMap};

/// Points to a [`SettingWord`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct SettingId(pub(super) u32);

/// What a word of the setting may be.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct SettingWord {
    /// The canonical name of the body that it names by itself (国家发改委 → 国家发展和改革委员会).
    pub organization: Option<Box<str>>,
    /// Behind a place or a level it makes a public body (翼城县|人民政府, 省|发改委).
    pub body: bool,
    /// With a name and a place before it it makes an institution (翼城县|第二|人民医院).
    pub institution: bool,
    /// Behind the short name of a place it makes another name (湘潭|路, 海南|岛).
    pub landmark: bool,
    /// An office before a person's name.
    pub before: bool,
    /// A title behind a person's name.
    pub after: bool,
}

/// All words of the setting.
#[derive(Default)]
pub(super) struct Setting {
    /// By the numbers that all words of the tables have.
    words: HashMap<SettingId, SettingWord>,
    surnames: BTreeSet<Box<str>>,
}

impl Setting {
    /// The word of this number, made if need be.
    pub(super) fn word(&mut self, number: u32) -> &mut SettingWord {
        self.words.entry(SettingId(number)).or_default()
    }

    pub(super) fn add_surname(&mut self, surname: &str) {
        self.surnames.insert(surname.into());
    }

    /// The ids of all words.
    pub(super) fn ids(&self) -> impl Iterator<Item = SettingId> {
        self.words.keys().copied()
    }

    pub(super) fn get(&self, id: SettingId) -> &SettingWord {
        &self.words[&id]
    }

    pub(super) fn is_surname(&self, word: &str) -> bool {
        self.surnames.contains(word)
    }
}
