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
#[derive(Default)]
pub(super) struct Setting {
    words: Vec<SettingWord>,
    /// By the number of the word.
    ids: HashMap<u32, SettingId>,
    surnames: BTreeSet<Box<str>>,
}

impl Setting {
    /// The word of this number, made if need be.
    pub(super) fn word(&mut self, number: u32) -> &mut SettingWord {
        let next = self.words.len();
        let id = *self.ids.entry(number).or_insert_with(|| {
            self.words.push(SettingWord::default());
            SettingId(u32::try_from(next).expect("fewer words than bytes"))
        });
        &mut self.words[id.0 as usize]
    }

    pub(super) fn add_surname(&mut self, surname: &str) {
        self.surnames.insert(surname.into());
    }

    /// The ids of all words by the words' numbers.
    pub(super) fn ids(&self) -> &HashMap<u32, SettingId> {
        &self.ids
    }

    pub(super) fn get(&self, id: SettingId) -> &SettingWord {
        &self.words[id.0 as usize]
    }

    pub(super) fn is_surname(&self, word: &str) -> bool {
        self.surnames.contains(word)
    }
}
