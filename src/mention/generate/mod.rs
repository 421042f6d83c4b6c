//! Generators of candidates, a file each. They are liberal: the scorer decides.

mod brand;
mod definition;
mod enumeration;
mod gazetteer;
mod head;
mod quotation;

use super::candidate::Candidates;
use super::view::View;
use crate::lexicon::Lexicon;

/// All generators but the gazetteer's, in order.
const GENERATORS: [fn(&View<'_>, &mut Candidates); 5] = [
    head::generate,
    quotation::generate,
    enumeration::generate,
    brand::generate,
    definition::generate,
];

/// All candidates of a sentence.
pub(super) fn generate(lexicon: &Lexicon, view: &View<'_>, candidates: &mut Candidates) {
    gazetteer::generate(lexicon, view, candidates);
    for generator in GENERATORS {
        generator(view, candidates);
    }
}
