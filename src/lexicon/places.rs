//! Administrative places with what they lie in.

use std::collections::HashMap;

use super::TermId;

/// Points to a [`Place`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PlaceId(u32);

/// A province, prefecture or county.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    /// Its full name (翼城县).
    pub name: Box<str>,
    /// The name of the place that it lies in, empty where the lexicon does not say.
    parent: Box<str>,
    /// How large it is: 0 for a province, 1 for a prefecture, 2 for a county.
    pub level: u8,
    /// Whether several places have this name, so that alone it names none of them.
    pub ambiguous: bool,
}

/// All administrative places by the terms that name them, full and short.
#[derive(Debug, Default)]
pub(super) struct Places {
    places: Vec<Place>,
    by_term: HashMap<TermId, PlaceId>,
}

/// The levels that are administrative; regions, new areas and countries are not.
const LEVELS: [&str; 3] = ["province", "prefecture", "county"];

impl Places {
    /// Adds a row of a table; what is no administrative place is left out. A later row of a name
    /// overrules an earlier one.
    pub(super) fn add(
        &mut self,
        name: &str,
        terms: [Option<TermId>; 2],
        level: &str,
        parent: &str,
    ) {
        let Some(rank) = LEVELS.iter().position(|known| *known == level) else { return };
        let id = PlaceId(u32::try_from(self.places.len()).expect("fewer rows than bytes"));
        let ambiguous = parent.is_empty() && rank > 0;
        let level = u8::try_from(rank).expect("three levels");
        self.places.push(Place { name: name.into(), parent: parent.into(), level, ambiguous });
        for term in terms.into_iter().flatten() {
            self.by_term.insert(term, id);
        }
    }

    pub(super) fn find(&self, term: TermId) -> Option<PlaceId> {
        self.by_term.get(&term).copied()
    }

    pub(super) fn get(&self, id: PlaceId) -> &Place {
        &self.places[id.0 as usize]
    }

    /// What a place lies in; `find` finds places by their names.
    pub(super) fn parent(
        &self,
        id: PlaceId,
        find: impl FnOnce(&str) -> Option<PlaceId>,
    ) -> Option<PlaceId> {
        let parent = find(&self.get(id).parent)?;
        // a table that lets a place lie in itself must not lead round for ever
        (parent < id).then_some(parent)
    }
}
