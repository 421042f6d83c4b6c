//! Coverage for a terminal. Numbers stand before words: Chinese and Latin letters are not equally
//! wide, and columns behind words would not line up.

use std::fmt::Write;

use super::{Coverage, Density, PillarCoverage};

/// The coverage of documents as lines.
#[must_use]
pub fn to_text(documents: &[Coverage]) -> String {
    let mut text = String::new();
    for (number, document) in documents.iter().enumerate() {
        if number > 0 {
            text.push('\n');
        }
        one(&mut text, document).expect("a string takes any text");
    }
    text
}

fn one(text: &mut String, document: &Coverage) -> std::fmt::Result {
    writeln!(text, "{} {}", tame(&document.source), tame(&document.title))?;
    writeln!(
        text,
        "  {:.1} % of the text is covered; {} sentences: {} headings, {} with an action, {} with a \
         name only, {} left out",
        document.share() * 100.0,
        document.sentences(),
        document.headings,
        document.with_action,
        document.with_name,
        document.left_out.len()
    )?;
    writeln!(
        text,
        "  {:>7} {:>8} {:>6} {:>8} {:>10}",
        "share", "actions", "named", "generic", "figures/k"
    )?;
    row(text, 1.0, &document.density, "(whole document)")?;
    for PillarCoverage { title, level, share, density, .. } in &document.pillars {
        let title = format!("{}{}", "  ".repeat(level.saturating_sub(1)), tame(title));
        row(text, *share, density, &title)?;
    }
    for sentence in &document.left_out {
        writeln!(
            text,
            "  left out, line {} ({}..{}): {}",
            sentence.line,
            sentence.start,
            sentence.end,
            tame(&sentence.words)
        )?;
    }
    Ok(())
}

fn row(text: &mut String, share: f64, density: &Density, title: &str) -> std::fmt::Result {
    writeln!(
        text,
        "  {:>5.1} % {:>8} {:>6} {:>8} {:>10.1}  {title}",
        share * 100.0,
        density.actions,
        density.named,
        density.generic,
        density.figures_per_thousand()
    )
}

/// Without control characters, which a terminal would obey.
fn tame(words: &str) -> String {
    words.chars().map(|c| if c.is_control() { ' ' } else { c }).collect()
}
