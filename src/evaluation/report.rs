//! Figures and errors as tables for people, and as JSON for programs.

use std::fmt::Write;

use serde_json::{Map, Value, json};

use super::calibration::{BINS, Calibration};
use super::faults::{Class, Side, count_faults};
use super::score::Evaluation;
use super::slots::{Slot, SlotScore};
use super::tally::{Measure, Tallies, Tally};

/// The sums over documents.
#[must_use]
pub fn total<'e>(evaluations: impl IntoIterator<Item = &'e Evaluation>) -> Tallies {
    let mut total = Tallies::default();
    for evaluation in evaluations {
        total += &evaluation.tallies;
    }
    total
}

/// The table of all measures, under a title.
#[must_use]
pub fn figures(title: &str, evaluations: &[&Evaluation]) -> String {
    let total = total(evaluations.iter().copied());
    let mut table = format!(
        "{title:22} {:>6} {:>6} {:>6} {:>6} {:>6} {:>6}\n",
        "P", "R", "F1", "tp", "fp", "fn"
    );
    for (measure, tally) in total.iter().filter(|(measure, _)| is_row(*measure)) {
        row(&mut table, &measure.name(), tally);
    }
    table
}

/// Relaxed figures by kind are only in the JSON.
fn is_row(measure: Measure) -> bool {
    !matches!(measure, Measure::Relaxed(Some(_)))
}

fn row(table: &mut String, name: &str, tally: Tally) {
    let Tally { right, invented, missed } = tally;
    let (p, r, f1) = (tally.precision(), tally.recall(), tally.f1());
    line(
        table,
        format_args!("{name:22} {p:6.3} {r:6.3} {f1:6.3} {right:6} {invented:6} {missed:6}"),
    );
}

/// Adds a line. Writing into a string does not fail.
fn line(table: &mut String, line: std::fmt::Arguments<'_>) {
    let _ = writeln!(table, "{line}");
}

/// The table of documents with the F1 of each measure.
#[must_use]
pub fn by_document(evaluations: &[&Evaluation]) -> String {
    let mut table = String::from("F1 by document        ");
    let columns: Vec<Measure> = Tallies::default()
        .iter()
        .map(|(measure, _)| measure)
        .filter(|measure| !measure.is_part())
        .collect();
    let names: Vec<String> = columns.iter().map(|m| format!("{:>10}", m.name())).collect();
    line(&mut table, format_args!("{}", names.join(" ")));
    for evaluation in evaluations {
        let name: String = evaluation.document.chars().take(22).collect();
        let cells: Vec<String> = columns
            .iter()
            .map(|&measure| format!("{:10.3}", evaluation.tallies.get(measure).f1()))
            .collect();
        line(&mut table, format_args!("{name:22}{}", cells.join(" ")));
    }
    table
}

/// One line for each error: document, measure, missed or invented, words, class, and the sentence;
/// separated by tabs.
#[must_use]
pub fn faults(evaluations: &[&Evaluation]) -> String {
    let mut list = String::new();
    for evaluation in evaluations {
        for fault in &evaluation.faults {
            let measure = fault.measure.name();
            let cells = [
                evaluation.document.as_str(),
                &measure,
                fault.side.name(),
                &fault.words.replace(['\t', '\n', '\r'], " "),
                fault.class.name(),
                &fault.context,
            ];
            line(&mut list, format_args!("{}", cells.join("\t")));
        }
    }
    list
}

/// The table of errors: how many were missed and invented, by class.
#[must_use]
pub fn fault_classes(evaluations: &[&Evaluation]) -> String {
    let counts = count_faults(evaluations.iter().flat_map(|evaluation| &evaluation.faults));
    let mut table = format!("{:22} {:>9}", "errors by class", "");
    for class in Class::ALL {
        let _ = write!(table, " {:>10}", class.name());
    }
    line(&mut table, format_args!(" {:>6}", "all"));
    let mut rows: Vec<(Measure, Side)> = counts.keys().map(|&(m, side, _)| (m, side)).collect();
    rows.dedup();
    for (measure, side) in rows {
        let count = |class: Class| counts.get(&(measure, side, class)).copied().unwrap_or_default();
        let cells: String =
            Class::ALL.iter().map(|&class| format!(" {:10}", count(class))).collect();
        let all: usize = Class::ALL.iter().map(|&class| count(class)).sum();
        line(&mut table, format_args!("{:22} {:>9}{cells} {all:6}", measure.name(), side.name()));
    }
    table
}

/// The table of confidence against truth.
#[must_use]
pub fn calibration(title: &str, calibration: &Calibration) -> String {
    let mut table = format!(
        "{title:22} {:>6} {:>6} {:>10} {:>6} {:>6}\n",
        "number", "right", "confidence", "truth", "off by"
    );
    for (index, bin) in calibration.bins().into_iter().enumerate() {
        let (Some(confidence), Some(truth)) = (bin.confidence(), bin.share_right()) else {
            continue;
        };
        let name = format!("{}–{} %", 100 * index / BINS, 100 * (index + 1) / BINS);
        line(
            &mut table,
            format_args!(
                "{name:22} {:6} {:6} {confidence:10.3} {truth:6.3} {:+6.3}",
                bin.count,
                bin.right,
                confidence - truth
            ),
        );
    }
    if let Some(error) = calibration.expected_error() {
        line(&mut table, format_args!("off by, over all       {error:.4}"));
    }
    if let Some(brier) = calibration.brier() {
        line(&mut table, format_args!("mean square error      {brier:.4}"));
    }
    if let Some(fit) = calibration.fit() {
        line(
            &mut table,
            format_args!("fits best              log-odds × {:.3} {:+.3}", fit.slope, fit.offset),
        );
    }
    table
}

/// The table of slots.
#[must_use]
pub fn slots(scores: &[SlotScore]) -> String {
    let clauses: usize = scores.iter().map(|score| score.clauses).sum();
    let title = format!("slots of {clauses} clauses");
    let mut table = format!(
        "{title:22} {:>6} {:>6} {:>6} {:>6} {:>6} {:>6}\n",
        "P", "R", "F1", "tp", "fp", "fn"
    );
    for (slot, tally) in slot_totals(scores) {
        row(&mut table, slot.name(), tally);
    }
    let without: usize = scores.iter().map(|score| score.without_action).sum();
    if without > 0 {
        line(&mut table, format_args!("no such action         {without}"));
    }
    table
}

fn slot_totals(scores: &[SlotScore]) -> Vec<(Slot, Tally)> {
    let total = |slot: Slot| {
        let mut sum = Tally::default();
        for tally in scores.iter().filter_map(|score| score.tallies.get(&slot)) {
            sum += *tally;
        }
        (slot, sum)
    };
    Slot::ALL.into_iter().map(total).collect()
}

/// One line for each slot that is filled otherwise than annotated: document, slot, what was annotated,
/// what was found, and the clause; separated by tabs.
#[must_use]
pub fn slot_faults(scores: &[SlotScore]) -> String {
    let mut list = String::new();
    for score in scores {
        for fault in &score.faults {
            let cells = [
                score.document.as_str(),
                fault.slot.name(),
                &fault.wanted,
                &fault.found,
                &fault.clause,
            ];
            let cells: Vec<String> =
                cells.iter().map(|cell| cell.replace(['\t', '\n', '\r'], " ")).collect();
            line(&mut list, format_args!("{}", cells.join("\t")));
        }
    }
    list
}

/// The figures of slots as JSON.
#[must_use]
pub fn slots_json(scores: &[SlotScore]) -> Value {
    let figures = slot_totals(scores).into_iter().map(|(slot, tally)| (slot.name(), value(tally)));
    Value::Object(figures.map(|(name, value)| (name.to_owned(), value)).collect())
}

/// Everything as JSON: the figures in total and by document, and on demand errors and confidence.
#[must_use]
pub fn json(evaluations: &[&Evaluation], with_faults: bool, with_calibration: bool) -> Value {
    let mut documents = Map::new();
    let mut all = Calibrations::default();
    for evaluation in evaluations {
        documents.insert(evaluation.document.clone(), tallies(&evaluation.tallies));
        all.mentions.extend(evaluation.mentions.points().iter().copied());
        all.entities.extend(evaluation.entities.points().iter().copied());
    }
    let mut report = Map::new();
    report.insert("total".to_owned(), tallies(&total(evaluations.iter().copied())));
    report.insert("documents".to_owned(), Value::Object(documents));
    if with_faults {
        let list = evaluations.iter().flat_map(|evaluation| {
            evaluation.faults.iter().map(|fault| {
                json!({
                    "document": evaluation.document,
                    "measure": fault.measure.name(),
                    "side": fault.side.name(),
                    "class": fault.class.name(),
                    "words": fault.words,
                    "context": fault.context,
                })
            })
        });
        report.insert("errors".to_owned(), list.collect());
    }
    if with_calibration {
        let value = json!({ "mentions": bins(&all.mentions), "entities": bins(&all.entities) });
        report.insert("calibration".to_owned(), value);
    }
    Value::Object(report)
}

#[derive(Default)]
struct Calibrations {
    mentions: Calibration,
    entities: Calibration,
}

fn tallies(tallies: &Tallies) -> Value {
    let figures = tallies.iter().map(|(measure, tally)| (measure.name(), value(tally)));
    Value::Object(figures.collect())
}

fn value(tally: Tally) -> Value {
    json!({
        "p": tally.precision(),
        "r": tally.recall(),
        "f1": tally.f1(),
        "tp": tally.right,
        "fp": tally.invented,
        "fn": tally.missed,
    })
}

fn bins(calibration: &Calibration) -> Value {
    calibration
        .bins()
        .iter()
        .map(|bin| {
            json!({
                "number": bin.count,
                "right": bin.right,
                "confidence": bin.confidence(),
                "truth": bin.share_right(),
            })
        })
        .collect()
}
