//! A part of a graph that is a graph itself.

use super::{Content, DocumentIndex, Evidence, KnowledgeGraph, Node, Restoration, RestoreError};

impl KnowledgeGraph {
    /// The nodes that `keeps` accepts, with the edges between them. What they rest on in documents
    /// that are not kept is left out; texts, ids and all else stay as they are.
    ///
    /// Pillars and actions go with their document: they are left out where it is.
    #[must_use]
    pub fn part(&self, keeps: impl Fn(&Node) -> bool) -> Self {
        let mut part = Part { whole: self, documents: Vec::new(), made: Restoration::default() };
        part.fill(&keeps).expect("a part of a sound graph is sound, and in its order");
        part.made.finish()
    }
}

struct Part<'g> {
    whole: &'g KnowledgeGraph,
    /// What each document of the whole is in the part.
    documents: Vec<Option<DocumentIndex>>,
    made: Restoration,
}

impl Part<'_> {
    fn fill(&mut self, keeps: &dyn Fn(&Node) -> bool) -> Result<(), RestoreError> {
        for node in self.whole.nodes().filter(|node| matches!(node.content, Content::Document(_))) {
            let Content::Document(document) = &node.content else { continue };
            let index = keeps(node).then(|| {
                let text = self.whole.text(document.index).clone();
                self.made.text(text, self.whole.has_gaps(document.index))
            });
            self.documents.push(index);
        }
        for node in self.whole.nodes().filter(|node| keeps(node)) {
            self.node(node)?;
        }
        for edge in self.whole.edges() {
            let ends = (edge.source, edge.target);
            if self.made.has(ends.0) && self.made.has(ends.1) {
                let evidence = self.evidence(self.whole.evidence(edge));
                self.made.edge(edge.kind, ends, edge.role, evidence)?;
            }
        }
        Ok(())
    }

    fn node(&mut self, node: &Node) -> Result<(), RestoreError> {
        let mut content = node.content.clone();
        let document = match &mut content {
            Content::Document(document) => &mut document.index,
            Content::Pillar(pillar) => &mut pillar.document,
            Content::Action(action) => &mut action.document,
            Content::Entity(entity) => {
                let mentions = self.evidence(self.whole.mentions(entity));
                return self.made.entity(node.id, entity.clone(), mentions);
            }
        };
        let Some(index) = self.documents[document.0 as usize] else { return Ok(()) };
        *document = index;
        self.made.node(node.id, content)
    }

    /// What of some evidence is in documents of the part.
    fn evidence(&self, evidence: &[Evidence]) -> Vec<Evidence> {
        let kept = |place: &Evidence| {
            let document = self.documents[place.document.0 as usize]?;
            Some(Evidence { document, ..*place })
        };
        evidence.iter().filter_map(kept).collect()
    }
}
