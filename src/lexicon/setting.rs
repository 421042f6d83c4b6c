//! Words for who and where: public bodies, posts, surnames. They are sought by themselves, so that
//! they are no words of sentences for the search of other names.

use std::collections::{BTreeSet, HashMap};

/// Points to a [`SettingWord`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SettingId(u32);

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
pub(super) struct Setting {
    /// By word.
    rows: Vec<(Box<str>, SettingWord)>,
    surnames: BTreeSet<Box<str>>,
}

/// The same in the making.
#[derive(Default)]
pub(super) struct SettingBuilder {
    rows: HashMap<Box<str>, SettingWord>,
    surnames: BTreeSet<Box<str>>,
}

impl SettingBuilder {
    pub(super) fn word(&mut self, word: &str) -> &mut SettingWord {
        self.rows.entry(word.into()).or_default()
    }

    pub(super) fn surname(&mut self, surname: &str) {
        self.surnames.insert(surname.into());
    }

    pub(super) fn finish(self) -> Setting {
        let mut rows: Vec<(Box<str>, SettingWord)> = self.rows.into_iter().collect();
        rows.sort_unstable_by(|one, other| one.0.cmp(&other.0));
        Setting { rows, surnames: self.surnames }
    }
}

impl Setting {
    /// All words with their ids.
    pub(super) fn words(&self) -> impl Iterator<Item = (&str, SettingId)> {
        self.rows.iter().zip(0..).map(|((word, _), id)| (word.as_ref(), SettingId(id)))
    }

    pub(super) fn get(&self, id: SettingId) -> &SettingWord {
        &self.rows[id.0 as usize].1
    }

    pub(super) fn is_surname(&self, word: &str) -> bool {
        self.surnames.contains(word)
    }
}
