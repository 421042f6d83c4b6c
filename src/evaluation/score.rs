//! One document measured: what the graph has of it against what was annotated.

use crate::graph::KnowledgeGraph;

use super::calibration::Calibration;
use super::entities::{self, Entities};
use super::faults::{Fault, Faults};
use super::found::Found;
use super::gold::Gold;
use super::links::{self, WantedLinks};
use super::structure;
use super::tally::{Measure, SCORED, Tallies};
use super::wanted::Wanted;

/// All that was measured of one document.
///
/// Nothing outside the annotated scope counts, and what the annotation leaves open is neither right
/// nor wrong.
#[derive(Debug, Clone)]
pub struct Evaluation {
    /// What the annotation calls the document.
    pub document: String,
    /// Right, wrong and missing, by measure.
    pub tallies: Tallies,
    /// The errors in pillars, actions and entities.
    pub faults: Vec<Fault>,
    /// The confidence of mentions.
    pub mentions: Calibration,
    /// The confidence of entities.
    pub entities: Calibration,
}

impl Evaluation {
    /// Measures a graph of the one document that `gold` annotates.
    ///
    /// # Panics
    /// When the graph is empty, or its text is not the annotated one and shorter.
    #[must_use]
    pub fn of(gold: &Gold, graph: &KnowledgeGraph) -> Self {
        let document = graph.documents().next().expect("a graph of one document");
        let text = graph.text(document.index);
        let wanted = Wanted::of(gold, text);
        let found = Found::of(graph, text, wanted.scope, |extent| wanted.is_in_pillar(extent));
        let mut tallies = Tallies::default();
        let mut faults = Faults { text, found: &found, wanted: &wanted, list: Vec::new() };

        let pillars = structure::pillars(text, &found, &wanted);
        tallies.add(Measure::Pillars, structure::tally(&pillars));
        faults.structure(Measure::Pillars, &pillars);

        let (actions, actions_of_links) = structure::actions(&found, &wanted);
        tallies.add(Measure::Actions, structure::tally(&actions));
        faults.structure(Measure::Actions, &actions);

        let entities = Entities::matched(&found, &wanted);
        for kind in SCORED {
            let exact = entities.tally(&entities.exact, kind);
            tallies.add(Measure::Entities(Some(kind)), exact);
            tallies.add(Measure::Entities(None), exact);
            let relaxed = entities.tally(&entities.relaxed, kind);
            tallies.add(Measure::Relaxed(Some(kind)), relaxed);
            tallies.add(Measure::Relaxed(None), relaxed);
            faults.entities(kind, &entities);
        }
        tallies.add(Measure::Mentions, entities::mentions(&found, &wanted));

        for (measure, links, of, parts) in [
            (Measure::InPillar, &found.in_pillar, WantedLinks::with_pillars(&wanted), &pillars),
            (
                Measure::InAction,
                &found.in_action,
                WantedLinks::with_actions(&wanted),
                &actions_of_links,
            ),
        ] {
            tallies.add(measure, links::tally(links, &of, parts, &entities, &wanted));
        }

        let mut of_mentions = Calibration::default();
        of_mentions.extend(entities::judged_mentions(&found, &wanted));
        let mut of_entities = Calibration::default();
        of_entities.extend(found.entities.iter().enumerate().filter_map(|(index, entity)| {
            entities.verdict(index).map(|right| (entity.confidence, right))
        }));
        Self {
            document: gold.document.clone(),
            tallies,
            faults: faults.list,
            mentions: of_mentions,
            entities: of_entities,
        }
    }
}
