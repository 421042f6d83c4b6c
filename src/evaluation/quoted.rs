//! Reads annotation files (`*.kg`): a document quoted piece by piece, in reading order.
//!
//! ```text
//! @doc NAME
//! @text FILE                                 the document, beside the annotation
//! @range START-ANCHOR | END-ANCHOR           optional: only this part is annotated
//! @pillar KIND LEVEL | TITLE | PRINCIPLE     KIND: plan or review
//! * an action, with {type:mention} or {type:mention=Canonical name}
//! ~ any other piece of text that holds mentions
//! # a comment
//! ```
//! `{?type:mention}` is optional: finding it is neither right nor wrong. Every piece is an exact
//! substring of the text; its place is found by searching on from the piece before.

use crate::schema::{EntityKind, PillarKind};
use crate::text::{SourceText, Span};

use super::gold::{Gold, GoldError, GoldMention, GoldPillar};

/// Reads an annotation of `text`.
pub(super) fn read(annotation: &str, text: &SourceText) -> Result<Gold, GoldError> {
    let gold = Gold {
        document: String::new(),
        scope: text.span(),
        pillars: Vec::new(),
        actions: Vec::new(),
        mentions: Vec::new(),
    };
    let mut reader = Reader { text, at: 0, line: 0, gold };
    for (index, line) in annotation.lines().enumerate() {
        reader.line = index + 1;
        reader.line(line.trim_end())?;
    }
    let mut gold = reader.gold;
    for index in 0..gold.pillars.len() {
        let pillar = &gold.pillars[index];
        let later = gold.pillars[index + 1..].iter().find(|later| later.level <= pillar.level);
        let end = later.map_or(gold.scope.end(), |later| later.title.start());
        // an annotation may quote headings out of order; their sections are empty then
        let start = pillar.title.start();
        gold.pillars[index].section = Span::new(start, end.max(start));
    }
    Ok(gold)
}

struct Reader<'t> {
    text: &'t SourceText,
    at: usize,
    line: usize,
    gold: Gold,
}

impl Reader<'_> {
    fn line(&mut self, line: &str) -> Result<(), GoldError> {
        if line.trim().is_empty() || ["#", "@text "].iter().any(|start| line.starts_with(start)) {
            return Ok(());
        }
        if let Some(name) = line.strip_prefix("@doc ") {
            name.trim().clone_into(&mut self.gold.document);
            return Ok(());
        }
        if let Some(range) = line.strip_prefix("@range ") {
            return self.range(range);
        }
        if let Some(pillar) = line.strip_prefix("@pillar ") {
            return self.pillar(pillar);
        }
        if let Some(piece) = line.strip_prefix("* ") {
            let span = self.piece(piece)?;
            self.gold.actions.push(span);
            return Ok(());
        }
        if let Some(piece) = line.strip_prefix("~ ") {
            return self.piece(piece).map(|_| ());
        }
        Err(self.error(format!("not understood: {line}")))
    }

    fn error(&self, problem: String) -> GoldError {
        GoldError { place: format!("line {}", self.line), problem }
    }

    fn find(&self, piece: &str, from: usize) -> Result<usize, GoldError> {
        let rest = self.text.slice(Span::new(from, self.text.span().end()));
        let at = rest
            .find(piece)
            .ok_or_else(|| self.error(format!("not in the text from here on: {piece}")))?;
        Ok(from + at)
    }

    fn range(&mut self, range: &str) -> Result<(), GoldError> {
        let (first, last) = range
            .split_once('|')
            .ok_or_else(|| self.error("a range needs two anchors".to_owned()))?;
        let start = self.find(first.trim(), self.at)?;
        let end = self.find(last.trim(), start)? + last.trim().len();
        self.gold.scope = Span::new(start, end);
        self.at = start;
        Ok(())
    }

    fn pillar(&mut self, line: &str) -> Result<(), GoldError> {
        let mut parts = line.split('|').map(str::trim);
        let head = parts.next().unwrap_or("");
        let (kind, level) = head.split_once(' ').unwrap_or((head, "1"));
        let kind = PillarKind::from_name(kind)
            .ok_or_else(|| self.error(format!("{kind} is no kind of pillar")))?;
        let level = level.trim().parse().map_err(|_| self.error(format!("{level} is no level")))?;
        // title and principle stand together, in either order
        let from = self.at;
        let title = parts.next().unwrap_or("");
        let mut after_principle = from;
        if let Some(principle) = parts.next().filter(|principle| !principle.is_empty()) {
            self.piece(principle)?;
            after_principle = self.at;
            self.at = from;
        }
        let title = self.piece(title)?;
        self.at = self.at.max(after_principle);
        self.gold.pillars.push(GoldPillar { title, kind, level, section: title });
        Ok(())
    }

    /// Finds a marked piece, adds its mentions, and moves on behind it.
    fn piece(&mut self, marked: &str) -> Result<Span, GoldError> {
        let mut plain = String::new();
        let mut marks = Vec::new();
        let mut rest = marked;
        while let Some(open) = rest.find('{') {
            plain.push_str(&rest[..open]);
            let close =
                rest[open..].find('}').ok_or_else(|| self.error("a brace is open".to_owned()))?
                    + open;
            let mark = &rest[open + 1..close];
            let (kind, words) =
                mark.split_once(':').ok_or_else(|| self.error(format!("no type in {{{mark}}}")))?;
            let (kind, optional) =
                kind.strip_prefix('?').map_or((kind, false), |kind| (kind, true));
            let kind = EntityKind::from_name(kind)
                .ok_or_else(|| self.error(format!("{kind} is no kind of entity")))?;
            let (surface, name) = words
                .split_once('=')
                .map_or((words, None), |(surface, name)| (surface, Some(name.to_owned())));
            marks.push((plain.len(), surface.len(), kind, name, optional));
            plain.push_str(surface);
            rest = &rest[close + 1..];
        }
        plain.push_str(rest);
        let start = self.find(&plain, self.at)?;
        for (offset, len, kind, name, optional) in marks {
            let span = Span::new(start + offset, start + offset + len);
            self.gold.mentions.push(GoldMention { span, kind, name, optional });
        }
        self.at = start + plain.len();
        Ok(Span::new(start, self.at))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pieces_are_found_in_order() {
        let text =
            SourceText::new("一、做强产业。支持红帆公司建设新港园区，发展造船产业。".to_owned())
                .expect("short");
        let annotation = "@doc a\n@text a.txt\n@pillar plan 1 | 做强产业\n* 支持{company:红帆公司}建设{?program:新港园区}\n* 发展{industry:造船=船舶}产业\n";
        let gold = Gold::read(annotation, &text).expect("well formed");
        assert_eq!(gold.actions.len(), 2);
        let names: Vec<_> =
            gold.mentions.iter().map(|m| (text.slice(m.span), m.optional)).collect();
        assert_eq!(names, [("红帆公司", false), ("新港园区", true), ("造船", false)]);
        let company = gold.mentions[0].span;
        assert_eq!(gold.label(company, EntityKind::Company), Some(true));
        assert_eq!(gold.label(company, EntityKind::Program), Some(false));
        assert_eq!(gold.label(gold.mentions[1].span, EntityKind::Program), None);
    }

    #[test]
    fn errors_name_the_line() {
        let text = SourceText::new("做强产业。".to_owned()).expect("short");
        let error = Gold::read("@doc a\n* 做大产业\n", &text).expect_err("not in the text");
        assert_eq!(error.place, "line 2");
    }
}
