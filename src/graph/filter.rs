//! A graph without what is not sure enough.

use std::collections::HashMap;

use super::id::IdHasher;
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
        let Self { graph, texts, gaps, evidence, .. } = self;
        let steps = |share: f32| (f64::from(share) * STEPS).round();
        let floor = steps(min_confidence);
        // nodes and edges keep their order, and documents stay the first nodes
        let graph = graph.filter_map_owned(
            |_, node| {
                let sure = match &node.content {
                    Content::Entity(entity) => steps(entity.confidence) >= floor,
                    _ => true,
                };
                sure.then_some(node)
            },
            |_, edge| Some(edge),
        );
        let mut by_id = HashMap::with_capacity_and_hasher(graph.node_count(), IdHasher);
        by_id.extend(graph.node_indices().map(|index| (graph[index].id, index)));
        Self { graph, by_id, texts, gaps, evidence }
    }
}
