//! `gangmu train`: annotated documents → the weights of the scorer of names and the judge of actions.

use std::collections::HashMap;

use gangmu::action::ActionTrainer;
use gangmu::document::Document;
use gangmu::lexicon::{Hits, Lexicon};
use gangmu::mention::Trainer;
use gangmu::pillar;

use crate::annotation::{Annotated, Annotations};
use crate::config::TrainPlan;
use crate::console::Console;
use crate::failure::Failure;
use crate::output;

/// Into how many parts documents are dealt to find out what scores are worth.
const FOLDS: usize = 6;

/// Learns the weights and writes their table. Weights of a part of the annotation would be mistaken
/// for those of all, so that one that is wrong stops it.
pub fn run(plan: &TrainPlan, console: &Console) -> Result<(), Vec<Failure>> {
    let annotations = Annotations::read(&plan.inputs, &plan.texts);
    if let Some(skipped) = annotations.skipped() {
        console.annotation_skipped(skipped);
    }
    if !annotations.failures.is_empty() {
        return Err(annotations.failures);
    }
    let lexicon = Lexicon::from_seeds();
    let teacher = Teacher::of(&lexicon, &annotations.documents);
    let (examples, positive) = teacher.names.counts();
    if positive == 0 {
        return Err(vec![
            Failure::new("train", "the annotation holds no mentions")
                .remedy("give *.gold.json or *.kg files, or a folder of them"),
        ]);
    }
    console.info(format!(
        "{} documents, {examples} candidates, {positive} of them names",
        annotations.documents.len()
    ));
    let table = teacher.table(true);
    output::to_stdout(table.as_bytes()).map_err(|failure| vec![failure])
}

/// Learns what names and what actions are from annotated documents.
pub struct Teacher<'l> {
    lexicon: &'l Lexicon,
    names: Trainer<'l>,
    actions: ActionTrainer<'l>,
}

impl<'l> Teacher<'l> {
    /// With the examples of these documents. Annotations of one text are of one group.
    pub fn of<'d>(
        lexicon: &'l Lexicon,
        documents: impl IntoIterator<Item = &'d Annotated>,
    ) -> Self {
        let (names, actions) = (Trainer::new(lexicon), ActionTrainer::new(lexicon));
        let mut teacher = Self { lexicon, names, actions };
        let mut groups: HashMap<&str, usize> = HashMap::new();
        for Annotated { source, text, gold } in documents {
            let next = groups.len();
            let group = *groups.entry(&source.sha256).or_insert(next);
            let hits = Hits::of(lexicon, text.as_str());
            let document = Document::read(text, &hits);
            let label = |span, kind| gold.label(span, kind);
            teacher.names.add(group, text, &hits, &document, gold.scope, label);
            let pillars = pillar::pillars(text, &hits, &document);
            teacher.actions.add(text, &hits, &document, &pillars, |span| gold.acts(span));
        }
        teacher
    }

    /// The table of all weights; if `calibrated` with what scores are worth, which takes longer.
    pub fn table(&self, calibrated: bool) -> String {
        let scorer =
            if calibrated { self.names.train_calibrated(FOLDS) } else { self.names.train() };
        scorer.to_table(self.lexicon) + &self.actions.train().to_rows(self.lexicon)
    }
}
