//! The file as it is read. Keys that are not known are left alone: there may be more of them in
//! later versions.

use std::collections::HashMap;

use serde::Deserialize;

#[derive(Deserialize)]
pub(super) struct FileShape {
    pub graph: HeaderShape,
    pub nodes: Vec<NodeShape>,
    #[serde(alias = "links")]
    pub edges: Vec<EdgeShape>,
}

#[derive(Deserialize)]
pub(super) struct HeaderShape {
    pub schema: String,
}

/// A node of any kind; each kind has some of the keys.
#[derive(Deserialize)]
pub(super) struct NodeShape {
    pub id: String,
    #[serde(rename = "type")]
    pub kind: String,
    pub label: String,
    pub source: Option<String>,
    #[serde(default)]
    pub other_sources: Vec<String>,
    pub sha256: Option<String>,
    pub length: Option<usize>,
    pub format: Option<String>,
    pub encoding: Option<String>,
    pub date: Option<String>,
    pub place: Option<PlaceShape>,
    pub issuer: Option<String>,
    pub author: Option<String>,
    #[serde(default)]
    pub notes: Vec<NoteShape>,
    pub document: Option<String>,
    pub start: Option<usize>,
    pub end: Option<usize>,
    pub principle: Option<String>,
    pub principle_span: Option<[usize; 2]>,
    pub level: Option<u8>,
    pub ordinal: Option<u32>,
    #[serde(rename = "kind")]
    pub pillar_kind: Option<String>,
    pub section_span: Option<[usize; 2]>,
    pub verb: Option<String>,
    pub verb_span: Option<[usize; 2]>,
    pub object: Option<String>,
    pub object_span: Option<[usize; 2]>,
    #[serde(default)]
    pub quantities: Vec<QuantityShape>,
    pub deadline: Option<DeadlineShape>,
    pub actor: Option<WordsShape>,
    #[serde(default)]
    pub aliases: Vec<String>,
    #[serde(default)]
    pub alias_reasons: HashMap<String, String>,
    pub confidence: Option<f32>,
    #[serde(default)]
    pub within: Vec<String>,
    #[serde(default)]
    pub mentions: Vec<QuoteShape>,
}

#[derive(Deserialize)]
pub(super) struct NoteShape {
    pub code: String,
    pub message: String,
}

impl NodeShape {
    /// All words that it quotes of its document, with the place where they begin.
    pub(super) fn quotes(&self) -> Vec<(usize, &str)> {
        let mut quotes = Vec::new();
        if let Some(start) = self.start {
            quotes.push((start, self.label.as_str()));
        }
        let slots = [
            (&self.principle, self.principle_span),
            (&self.verb, self.verb_span),
            (&self.object, self.object_span),
        ];
        for (words, span) in slots {
            if let (Some(words), Some([start, _])) = (words, span) {
                quotes.push((start, words));
            }
        }
        quotes.extend(self.quantities.iter().map(|q| (q.start, q.text.as_str())));
        quotes.extend(self.deadline.iter().map(|d| (d.start, d.text.as_str())));
        quotes.extend(self.actor.iter().map(|words| (words.start, words.text.as_str())));
        if let Some(PlaceShape::Words(words)) = &self.place {
            quotes.push((words.start, &words.text));
        }
        quotes
    }

    /// What a document says of itself, without its place: the longest first, which has the fewest
    /// places to stand in.
    pub(super) fn titles(&self) -> Vec<&str> {
        let title = (self.source.as_ref() != Some(&self.label)).then_some(self.label.as_str());
        let mut titles: Vec<&str> =
            title.into_iter().chain(self.issuer.as_deref()).chain(self.author.as_deref()).collect();
        titles.sort_by_key(|words| std::cmp::Reverse(words.chars().count()));
        titles
    }
}

/// A document's place is a name, an action's are words of it.
#[derive(Deserialize)]
#[serde(untagged)]
pub(super) enum PlaceShape {
    Name(String),
    Words(WordsShape),
}

#[derive(Deserialize)]
pub(super) struct WordsShape {
    pub start: usize,
    pub end: usize,
    pub text: String,
}

#[derive(Deserialize)]
pub(super) struct QuantityShape {
    pub start: usize,
    pub end: usize,
    pub text: String,
    pub value: Option<f64>,
    pub unit: String,
    pub of: Option<String>,
}

#[derive(Deserialize)]
pub(super) struct DeadlineShape {
    pub start: usize,
    pub end: usize,
    pub text: String,
    pub date: Option<String>,
}

/// A mention or evidence.
#[derive(Deserialize)]
pub(super) struct QuoteShape {
    pub document: String,
    pub start: usize,
    pub end: usize,
    pub text: String,
    pub rule: String,
    pub confidence: Option<f32>,
    /// Beside the name of a person.
    pub office: Option<WordsShape>,
}

#[derive(Deserialize)]
pub(super) struct EdgeShape {
    pub source: String,
    pub target: String,
    pub key: String,
    #[serde(rename = "type")]
    pub kind: String,
    pub role: Option<String>,
    #[serde(default)]
    pub evidence: Vec<QuoteShape>,
}
