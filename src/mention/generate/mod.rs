//! Generators of candidates, a file each. They are liberal: the scorer decides.

mod brand;
mod enumeration;
mod gazetteer;
mod head;
mod quotation;

use super::candidate::Candidates;
use super::view::View;

/// All generators, in order.
const GENERATORS: [fn(&View<'_>, &mut Candidates); 5] = [
    gazetteer::generate,
    head::generate,
    quotation::generate,
    enumeration::generate,
    brand::generate,
];

/// All candidates of a sentence.
pub(super) fn generate(view: &View<'_>, candidates: &mut Candidates) {
    for generator in GENERATORS {
        generator(view, candidates);
    }
}
