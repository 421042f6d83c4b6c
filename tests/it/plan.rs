//! Makes extractions from a small markup, so that graphs can be tested without the analysis.
//!
//! ```text
//! @pillar plan 1 | title | principle
//! * an action that names {company:华翔集团} and {industry:文旅=文化旅游}
//! * an action of {office:县长}{person:王渊}
//! : verb=names object=华翔集团 quantity=26个 deadline=今年 actor=… place=…
//! > undertakes 华翔集团 -> 文化旅游
//! ~ words that are no action, with or without names
//! ```
//! A `:` line fills slots of the action above by words of it, a `>` line states a relation by the
//! whole of the action above. What stands before the first pillar is outside every pillar. A name
//! marked as doubtful, `{?…}`, is plain text.

use std::collections::BTreeMap;

use gangmu::extraction::{
    Action, ActionIndex, Alias, AliasReason, Deadline, Entity, EntityIndex, Extraction,
    FrontMatter, Involvement, Mention, Pillar, PillarIndex, Quantity, Relation, Source,
};
use gangmu::schema::{EntityKind, PillarKind, RelationKind, Role, Rule};
use gangmu::text::{SourceText, Span};
use sha2::{Digest, Sha256};

#[derive(Default)]
struct Builder {
    text: String,
    pillars: Vec<Pillar>,
    actions: Vec<Action>,
    entities: BTreeMap<(EntityKind, String), Entity>,
    relations: Vec<(RelationKind, String, String, Span)>,
    /// The office of the next person.
    office: Option<Span>,
}

/// The extraction of a document in the markup above.
pub fn extraction(name: &str, markup: &str) -> Extraction {
    let mut builder = Builder::default();
    builder.text.push_str(name);
    builder.text.push('\n');
    let title = Span::new(0, name.len());
    for line in markup.lines().map(str::trim_start).filter(|line| !line.is_empty()) {
        if let Some(pillar) = line.strip_prefix("@pillar ") {
            builder.pillar(pillar);
        } else if let Some(action) = line.strip_prefix("* ") {
            builder.action(action);
        } else if let Some(slots) = line.strip_prefix(": ") {
            builder.slots(slots);
        } else if let Some(relation) = line.strip_prefix("> ") {
            builder.relation(relation);
        } else if let Some(words) = line.strip_prefix("~ ") {
            builder.words(words);
            builder.text.push('\n');
        }
    }
    builder.finish(name, title)
}

impl Builder {
    fn pillar(&mut self, line: &str) {
        let mut fields = line.split(" | ");
        let mut head = fields.next().expect("a kind and a level").split(' ');
        let kind = head.next().and_then(PillarKind::from_name).expect("plan or review");
        let level: u8 = head.next().and_then(|level| level.parse().ok()).expect("a level");
        let title = fields.next().expect("a title").trim();
        let principle = fields.next().map(str::trim).filter(|words| !words.is_empty());
        let principle = principle.map(|words| {
            let span = self.words(words);
            self.text.push(',');
            span
        });
        let title = self.words(title);
        self.text.push_str("。\n");
        let parent = self.pillars.iter().rposition(|pillar| pillar.level < level);
        let parent = parent.map(|index| PillarIndex(u32::try_from(index).expect("few")));
        let after = parent.map_or(0, |parent| parent.0 as usize + 1);
        let siblings = self.pillars[after..].iter().filter(|p| p.parent == parent).count();
        self.pillars.push(Pillar {
            title,
            principle,
            level,
            ordinal: u32::try_from(siblings).expect("few") + 1,
            kind,
            parent,
            section: title,
        });
    }

    fn action(&mut self, line: &str) {
        let span = self.words(line);
        self.text.push_str("；\n");
        let pillar = self.pillars.len().checked_sub(1);
        self.actions.push(Action {
            span,
            verb: None,
            object: None,
            quantities: Vec::new(),
            deadline: None,
            actor: None,
            place: None,
            pillar: pillar.map(|index| PillarIndex(u32::try_from(index).expect("few"))),
        });
    }

    fn slots(&mut self, line: &str) {
        let action = self.actions.last_mut().expect("an action above");
        for slot in line.split_whitespace() {
            let (slot, words) = slot.split_once('=').expect("slot=words");
            let start = self.text[action.span.range()].find(words).expect("words of the action");
            let start = action.span.start() + start;
            let span = Span::new(start, start + words.len());
            match slot {
                "verb" => action.verb = Some(span),
                "object" => action.object = Some(span),
                "actor" => action.actor = Some(span),
                "place" => action.place = Some(span),
                "deadline" => action.deadline = Some(Deadline { span, date: Some("2021".into()) }),
                "quantity" => {
                    let digits = words.find(|c: char| !c.is_ascii_digit() && c != '.');
                    let digits = digits.expect("a unit");
                    action.quantities.push(Quantity {
                        span,
                        value: words[..digits].parse().expect("a number"),
                        unit: Span::new(start + digits, span.end()),
                        of: None,
                    });
                }
                _ => panic!("no slot {slot}"),
            }
        }
    }

    fn relation(&mut self, line: &str) {
        let (kind, ends) = line.split_once(' ').expect("a kind");
        let (from, to) = ends.split_once(" -> ").expect("from -> to");
        let kind = RelationKind::from_name(kind).expect("a kind of relation");
        let span = self.actions.last().expect("an action above").span;
        self.relations.push((kind, from.into(), to.into(), span));
    }

    /// Takes over words with their names.
    fn words(&mut self, marked: &str) -> Span {
        let start = self.text.len();
        let mut rest = marked;
        while let Some((before, after)) = rest.split_once('{') {
            self.text.push_str(before);
            let (name, after) = after.split_once('}').expect("a closing brace");
            let (kind, words) = name.split_once(':').expect("kind:words");
            let (words, canonical) = words.split_once('=').unwrap_or((words, words));
            let begin = self.text.len();
            self.text.push_str(words);
            let span = Span::new(begin, self.text.len());
            match EntityKind::from_name(kind) {
                Some(kind) => self.mention(kind, words, canonical, span),
                None if kind == "office" => self.office = Some(span),
                None => {}
            }
            rest = after;
        }
        self.text.push_str(rest);
        Span::new(start, self.text.len())
    }

    fn mention(&mut self, kind: EntityKind, words: &str, canonical: &str, span: Span) {
        let entity = self.entities.entry((kind, canonical.into())).or_insert_with(|| Entity {
            kind,
            name: canonical.into(),
            aliases: Vec::new(),
            mentions: Vec::new(),
            within: match kind {
                EntityKind::Place => vec!["临汾市".to_owned(), "山西省".to_owned()],
                _ => Vec::new(),
            },
        });
        if words != canonical && entity.aliases.iter().all(|alias| alias.form != words) {
            let reason = AliasReason::ShortForm;
            entity.aliases.push(Alias { form: words.into(), reason });
            entity.aliases.sort();
        }
        let office = self.office.take_if(|_| kind == EntityKind::Person);
        entity.mentions.push(Mention { span, rule: Rule::Gazetteer, confidence: 0.9, office });
    }

    fn finish(mut self, name: &str, title: Span) -> Extraction {
        for index in 0..self.pillars.len() {
            let pillar = &self.pillars[index];
            let next = self.pillars[index + 1..].iter().find(|p| p.level <= pillar.level);
            let end = next.map_or(self.text.len(), |p| p.principle.unwrap_or(p.title).start());
            self.pillars[index].section = Span::new(pillar.title.start(), end);
        }
        let entities: Vec<Entity> = self.entities.into_values().collect();
        let index_of = |name: &str| {
            let index = entities.iter().position(|entity| entity.name == name);
            EntityIndex(u32::try_from(index.expect("an entity of this name")).expect("few"))
        };
        let relations = self.relations.iter().map(|(kind, from, to, evidence)| Relation {
            kind: *kind,
            from: index_of(from),
            to: index_of(to),
            evidence: *evidence,
            rule: Rule::Trigger,
        });
        let relations = relations.collect();
        let mut involvements = Vec::new();
        for (action, at) in (0u32..).map(ActionIndex).zip(&self.actions) {
            for (entity, named) in (0u32..).map(EntityIndex).zip(&entities) {
                let inside =
                    (0u32..).zip(&named.mentions).filter(|(_, m)| at.span.contains(m.span));
                let mentions: Vec<u32> = inside.map(|(index, _)| index).collect();
                if !mentions.is_empty() {
                    let role = match named.kind {
                        EntityKind::Company | EntityKind::University => Role::Partner,
                        _ => Role::Target,
                    };
                    involvements.push(Involvement { action, entity, mentions, role });
                }
            }
        }
        let sha256 = Sha256::digest(self.text.as_bytes());
        Extraction {
            source: Source {
                name: format!("{name}.txt"),
                format: "text",
                encoding: "UTF-8",
                sha256: sha256.iter().map(|byte| format!("{byte:02x}")).collect(),
            },
            text: SourceText::new(self.text).expect("short"),
            front: FrontMatter { title: Some(title), ..FrontMatter::default() },
            pillars: self.pillars,
            actions: self.actions,
            entities,
            involvements,
            relations,
            diagnostics: Vec::new(),
        }
    }
}
