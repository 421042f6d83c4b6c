//! A text of which only parts are known.

use crate::graph::KnowledgeGraph;

/// The characters of a text; those that nobody quoted are unknown.
pub(super) struct Page {
    characters: Vec<Option<char>>,
}

impl Page {
    /// A text of which nothing is known but its length in code points.
    pub(super) fn blank(length: usize) -> Self {
        Self { characters: vec![None; length] }
    }

    /// A text that is known.
    pub(super) fn of(text: &str) -> Self {
        Self { characters: text.chars().map(Some).collect() }
    }

    /// How many code points it has.
    pub(super) fn len(&self) -> usize {
        self.characters.len()
    }

    /// Writes words where they stand, unless something else stands there.
    pub(super) fn put(&mut self, start: usize, words: &str) -> Result<(), ()> {
        if !self.fits(start, words) {
            return Err(());
        }
        for (place, c) in self.characters[start..].iter_mut().zip(words.chars()) {
            *place = Some(c);
        }
        Ok(())
    }

    /// The first place where words stand, or may stand for all that is known.
    pub(super) fn find(&self, words: &str) -> Option<usize> {
        (0..=self.len()).find(|&start| self.fits(start, words))
    }

    fn fits(&self, start: usize, words: &str) -> bool {
        let Some(room) = self.characters.get(start..) else { return false };
        let mut room = room.iter();
        words.chars().all(|c| room.next().is_some_and(|place| place.is_none_or(|p| p == c)))
    }

    /// The whole text, with gaps.
    pub(super) fn text(&self) -> String {
        self.characters.iter().map(|c| c.unwrap_or(KnowledgeGraph::GAP)).collect()
    }

    /// For each code point, and for the end, the bytes before it in [`Self::text`].
    pub(super) fn offsets(&self) -> Vec<usize> {
        let mut offset = 0;
        let mut offsets = Vec::with_capacity(self.len() + 1);
        offsets.push(0);
        offsets.extend(self.characters.iter().map(|c| {
            offset += c.unwrap_or(KnowledgeGraph::GAP).len_utf8();
            offset
        }));
        offsets
    }
}
