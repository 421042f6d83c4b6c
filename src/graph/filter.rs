//! A graph without what is not sure enough.

use super::{Content, KnowledgeGraph};

/// Confidence is written with so many steps between 0 and 1, and compared as it is written: a graph
/// that was opened again is filtered as the first one is.
const STEPS: f64 = 1000.0;

impl KnowledgeGraph {
    /// The graph without the entities whose [confidence](super::Entity::confidence) is below
    /// `min_confidence`, and without their edges. What is left is unchanged, ids included.
    ///
    /// It is the confidence of the joined entity that counts, so that a name which one document
    /// makes sure is kept in all of them.
    #[must_use]
    pub fn at_least(self, min_confidence: f32) -> Self {
        if min_confidence <= 0.0 {
            return self;
        }
        let steps = |share: f32| (f64::from(share) * STEPS).round();
        let floor = steps(min_confidence);
        self.part(|node| match &node.content {
            Content::Entity(entity) => steps(entity.confidence) >= floor,
            _ => true,
        })
    }
}
