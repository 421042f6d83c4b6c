//! Confidences: between 0 and 1, and that of an entity follows from those of its mentions, by the
//! rule that [`crate::graph::Entity::confidence`] states.

use crate::diagnostic::Code;
use crate::published::Content;

use super::{Case, Findings};

/// The most that mentions can make sure.
const SUREST: f64 = 0.99;
/// Half of the last decimal that is written.
const ROUNDING: f64 = 0.0005;

pub(super) fn check(case: &Case<'_>, findings: &mut Findings) {
    let share = 0.0..=1.0;
    for node in &case.graph.nodes {
        let Content::Entity(entity) = &node.content else { continue };
        let mut certain = [1.0, 1.0];
        for mention in &entity.mentions {
            let confidence = mention.confidence.unwrap_or(0.0);
            if !share.contains(&confidence) {
                let message = format!("the confidence at {} is {confidence}", case.place(mention));
                findings.node(Code::VerifyConfidence, node, message);
            }
            // what is written is rounded, so the rule gives a range
            for (doubt, error) in certain.iter_mut().zip([-ROUNDING, ROUNDING]) {
                *doubt *= (1.0 - confidence + error).clamp(0.0, 1.0);
            }
        }
        let most = (1.0 - certain[0]).min(SUREST) + 2.0 * ROUNDING;
        let least = (1.0 - certain[1]).min(SUREST) - 2.0 * ROUNDING;
        if !(least..=most).contains(&entity.confidence) {
            let message = format!(
                "its confidence is {}, and by its mentions between {least:.3} and {most:.3}",
                entity.confidence
            );
            findings.node(Code::VerifyConfidence, node, message);
        }
    }
}
