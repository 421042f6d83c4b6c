//! Short names that the text introduces: 平凉发电公司（以下简称|平凉电厂）.

use crate::mention::candidate::{Candidate, Candidates, KINDS};
use crate::mention::context::Origin;
use crate::mention::marks::Marks;
use crate::mention::view::{Stretch, View};

/// How many characters a short name may have.
const LONGEST: usize = 16;

pub(super) fn generate(view: &View<'_>, candidates: &mut Candidates) {
    if !view.all_marks().any(Marks::BRACKET) {
        return;
    }
    for open in (0..view.len()).filter(|&at| matches!(view.after(at), Some('（' | '('))) {
        let Some(stretch) = defined(view, open) else { continue };
        for kind in KINDS {
            candidates.push(Candidate::new(stretch, kind, Origin::Definition));
        }
    }
}

/// The short name that the bracket which opens here introduces.
fn defined(view: &View<'_>, open: usize) -> Option<Stretch> {
    let rest = view.rest(open + 1);
    let verb = [&['以', '下', '简', '称'][..], &['下', '称'], &['以', '下', '称'], &['简', '称']]
        .into_iter()
        .find(|verb| rest.starts_with(verb))?;
    let mut start = open + 1 + verb.len();
    while matches!(view.after(start), Some('“' | '‘' | '"' | '：' | ':' | '为')) {
        start += 1;
    }
    let ends = |c: &char| matches!(c, '”' | '’' | '"' | '）' | ')' | '，' | ',' | '、');
    let len = view.rest(start).iter().take(LONGEST + 1).position(ends)?;
    (1..=LONGEST).contains(&len).then(|| Stretch::new(start, start + len))
}
