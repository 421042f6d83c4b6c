//! Builds the lexicon from the seed tables and a user's own.

use std::collections::HashMap;

use super::matcher::Matcher;
use super::places::Places;
use super::setting::SettingBuilder;
use super::table::{Row, rows};
use super::{Classes, Lexicon, LexiconError, Name, NameId, Sense, Term, Trust};
use crate::schema::EntityKind;

/// The tables that the tool comes with.
const SEEDS: &[(&str, &str)] = &[
    ("words.tsv", include_str!("../../seeds/lexicon/words.tsv")),
    ("vocabulary.tsv", include_str!("../../seeds/lexicon/vocabulary.tsv")),
    ("heads.tsv", include_str!("../../seeds/lexicon/heads.tsv")),
    ("classes.tsv", include_str!("../../seeds/lexicon/classes.tsv")),
    ("companies.tsv", include_str!("../../seeds/lexicon/companies.tsv")),
    ("universities.tsv", include_str!("../../seeds/lexicon/universities.tsv")),
    ("programs.tsv", include_str!("../../seeds/lexicon/programs.tsv")),
    ("industries.tsv", include_str!("../../seeds/lexicon/industries.tsv")),
    ("units.tsv", include_str!("../../seeds/lexicon/units.tsv")),
    ("places.tsv", include_str!("../../seeds/lexicon/places.tsv")),
    ("organizations.tsv", include_str!("../../seeds/lexicon/organizations.tsv")),
    ("bodies.tsv", include_str!("../../seeds/lexicon/bodies.tsv")),
    ("posts.tsv", include_str!("../../seeds/lexicon/posts.tsv")),
    ("surnames.tsv", include_str!("../../seeds/lexicon/surnames.tsv")),
];

/// What a table holds, as its file name tells.
#[derive(Clone, Copy)]
enum Table {
    Words,
    Heads,
    ClassNouns,
    Places,
    Organizations,
    Bodies,
    Posts,
    Surnames,
    Names(EntityKind),
}

impl Table {
    /// By the file name's ending, so that a user's `my-companies.tsv` is a table of companies.
    fn of(file: &str) -> Option<Self> {
        let name = file.rsplit(['/', '\\']).next().unwrap_or(file);
        let stem = name.rsplit_once('.').map_or(name, |(stem, _)| stem);
        [
            ("words", Table::Words),
            ("vocabulary", Table::Words),
            ("units", Table::Words),
            ("heads", Table::Heads),
            ("classes", Table::ClassNouns),
            ("places", Table::Places),
            ("organizations", Table::Organizations),
            ("bodies", Table::Bodies),
            ("posts", Table::Posts),
            ("surnames", Table::Surnames),
            ("companies", Table::Names(EntityKind::Company)),
            ("universities", Table::Names(EntityKind::University)),
            ("programs", Table::Names(EntityKind::Program)),
            ("industries", Table::Names(EntityKind::Industry)),
        ]
        .into_iter()
        .find_map(|(ending, table)| stem.ends_with(ending).then_some(table))
    }
}

/// The lexicon in the making.
#[derive(Default)]
struct Builder {
    ids: HashMap<Box<str>, usize>,
    terms: Vec<Term>,
    names: Vec<Name>,
    places: Places,
    setting: SettingBuilder,
}

/// Reads the seeds, then the user's tables.
pub(super) fn load(files: &[(String, String)]) -> Result<Lexicon, LexiconError> {
    let mut builder = Builder::default();
    for (file, content) in SEEDS {
        builder.read(file, content)?;
    }
    for (file, content) in files {
        builder.read(file, content)?;
    }
    let mut surfaces = vec![Box::from(""); builder.terms.len()];
    let Builder { ids, terms, names, places, setting } = builder;
    for (surface, id) in ids {
        surfaces[id] = surface;
    }
    let setting = setting.finish();
    let matcher = Matcher::new(&surfaces, &terms, setting.words());
    Ok(Lexicon { terms, surfaces, names, matcher, places, setting })
}

impl Builder {
    fn read(&mut self, file: &str, content: &str) -> Result<(), LexiconError> {
        let table = Table::of(file).ok_or_else(|| LexiconError {
            file: file.to_owned(),
            line: 1,
            problem: "the file's name does not tell what it holds".to_owned(),
            remedy: "let it end in companies.tsv, universities.tsv, programs.tsv, industries.tsv, \
                     places.tsv, organizations.tsv, bodies.tsv, posts.tsv, surnames.tsv, words.tsv, \
                     heads.tsv or classes.tsv"
                .to_owned(),
        })?;
        for row in rows(file, content)? {
            match table {
                Table::Words => self.word(&row)?,
                Table::Heads => self.head(&row)?,
                Table::ClassNouns => {
                    let class = Classes::class_noun(kind_of(&row)?);
                    self.add(row.word(), class);
                }
                Table::Places => {
                    self.add(row.word(), Classes::PLACE);
                    if !row.cell(1).is_empty() {
                        self.add(row.cell(1), Classes::PLACE);
                    }
                    self.places.add(row.word(), row.cell(1), row.cell(2), row.cell(3));
                }
                Table::Organizations => self.organization(&row),
                Table::Bodies => self.body(&row)?,
                Table::Posts => self.post(&row)?,
                Table::Surnames => self.setting.surname(row.word()),
                Table::Names(kind) => self.name(&row, kind)?,
            }
        }
        Ok(())
    }

    /// The term of a surface form, made if need be.
    fn add(&mut self, surface: &str, classes: Classes) -> &mut Term {
        let id = *self.ids.entry(Box::from(surface)).or_insert_with(|| {
            let chars = u8::try_from(surface.chars().count()).unwrap_or(u8::MAX);
            self.terms.push(Term { classes: Classes::NONE, chars, senses: Vec::new() });
            self.terms.len() - 1
        });
        let term = &mut self.terms[id];
        term.classes = term.classes.or(classes);
        term
    }

    fn word(&mut self, row: &Row<'_>) -> Result<(), LexiconError> {
        let class = Classes::from_name(row.cell(1)).ok_or_else(|| {
            row.error(
                format!("{:?} is no word class", row.cell(1)),
                &format!("use one of {}", Classes::NAMES.join(", ")),
            )
        })?;
        self.add(row.word(), class);
        Ok(())
    }

    fn head(&mut self, row: &Row<'_>) -> Result<(), LexiconError> {
        let kind = kind_of(row)?;
        let class = match row.cell(2) {
            "strong" => Classes::strong_head(kind),
            "weak" => Classes::weak_head(kind),
            other => {
                return Err(row.error(
                    format!("{other:?} is no strength of a head"),
                    "write strong or weak in the third column",
                ));
            }
        };
        self.add(row.word(), class);
        Ok(())
    }

    fn organization(&mut self, row: &Row<'_>) {
        let aliases = row.cell(1).split('|').map(str::trim).filter(|alias| !alias.is_empty());
        for surface in std::iter::once(row.word()).chain(aliases) {
            self.setting.word(surface).organization = Some(Box::from(row.word()));
        }
    }

    fn body(&mut self, row: &Row<'_>) -> Result<(), LexiconError> {
        let word = self.setting.word(row.word());
        match row.cell(1) {
            "body" => word.body = true,
            "institution" => word.institution = true,
            "landmark" => word.landmark = true,
            other => {
                return Err(row.error(
                    format!("{other:?} is no use of such a word"),
                    "write body, institution or landmark in the second column",
                ));
            }
        }
        Ok(())
    }

    fn post(&mut self, row: &Row<'_>) -> Result<(), LexiconError> {
        let word = self.setting.word(row.word());
        match row.cell(1) {
            "before" => word.before = true,
            "after" => word.after = true,
            "both" => (word.before, word.after) = (true, true),
            other => {
                return Err(row.error(
                    format!("{other:?} is no place of a post"),
                    "write before, after or both in the second column",
                ));
            }
        }
        Ok(())
    }

    fn name(&mut self, row: &Row<'_>, kind: EntityKind) -> Result<(), LexiconError> {
        let trust = trust_of(row)?;
        let name = NameId(u32::try_from(self.names.len()).expect("fewer names than bytes"));
        self.names.push(Name { kind, canonical: Box::from(row.word()) });
        self.surface(row.word(), Sense { name, kind, trust });
        for alias in row.cell(1).split('|').map(str::trim).filter(|alias| !alias.is_empty()) {
            let (alias, trust) = match alias.strip_prefix('?') {
                Some(alias) => (alias, Trust::Context),
                None => (alias, trust),
            };
            if alias.is_empty() || alias.contains(char::is_whitespace) {
                return Err(row.error(
                    format!("the alias {alias:?} is empty or holds white space"),
                    "separate aliases by | and write no spaces",
                ));
            }
            self.surface(alias, Sense { name, kind, trust });
        }
        Ok(())
    }

    /// Adds a sense to a surface form. The last table that names a form of a kind has the word,
    /// so that a user's table overrules the tool's.
    fn surface(&mut self, surface: &str, sense: Sense) {
        let term = self.add(surface, Classes::name_of(sense.kind));
        match term.senses.iter_mut().find(|other| other.kind == sense.kind) {
            Some(other) => *other = sense,
            None => term.senses.push(sense),
        }
    }
}

/// The kind in a row's second column.
fn kind_of(row: &Row<'_>) -> Result<EntityKind, LexiconError> {
    EntityKind::from_name(row.cell(1)).ok_or_else(|| {
        let known: Vec<_> = EntityKind::ALL.iter().map(|kind| kind.name()).collect();
        row.error(
            format!("{:?} is no kind of entity", row.cell(1)),
            &format!("use one of {}", known.join(", ")),
        )
    })
}

/// The flags in a row's third column; the strictest counts.
fn trust_of(row: &Row<'_>) -> Result<Trust, LexiconError> {
    let mut trust = Trust::Free;
    for flag in row.cell(2).split(',').map(str::trim).filter(|flag| !flag.is_empty()) {
        let flagged =
            Trust::ALL.into_iter().find(|trust| trust.name() == flag).ok_or_else(|| {
                row.error(
                    format!("{flag:?} is no flag"),
                    "use context, head, broad, quoted or optional, or leave the column empty",
                )
            })?;
        trust = trust.max(flagged);
    }
    Ok(trust)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lexicon::Hits;

    fn user(file: &str, content: &str) -> Result<Lexicon, LexiconError> {
        load(&[(file.to_owned(), content.to_owned())])
    }

    #[test]
    fn a_users_table_adds_names() {
        let lexicon = user("my-companies.tsv", "红帆集团\t红帆|?帆\n").expect("well formed");
        let hits = Hits::of(&lexicon, "支持红帆发展");
        let found = hits.all().iter().flat_map(|hit| lexicon.term(hit.term).senses());
        let names: Vec<_> = found.map(|s| lexicon.name(s.name).canonical.to_string()).collect();
        assert!(names.contains(&"红帆集团".to_owned()), "{names:?}");
    }

    #[test]
    fn errors_name_file_line_and_remedy() {
        for (file, content, line, words) in [
            ("my-words.tsv", "# a\n推进\tverbum\n", 2, "no word class"),
            ("heads.tsv", "工程\tprogram\tmedium\n", 1, "strong or weak"),
            ("x-programs.tsv", "春雨工程\t\tsure\n", 1, "no flag"),
            ("x-programs.tsv", "\n春 雨\n", 2, "white space"),
            ("notes.tsv", "春雨\n", 1, "let it end in"),
        ] {
            let error = user(file, content).expect_err(content);
            assert_eq!(error.line, line);
            assert!(error.to_string().contains(words), "{error}");
            assert!(error.to_string().contains(file), "{error}");
        }
    }

    #[test]
    fn hits_come_by_start_the_longer_first() {
        let lexicon = Lexicon::from_seeds();
        let text = "加快推进高端装备制造产业集群建设，大力发展数字经济。";
        let hits = Hits::of(&lexicon, text);
        let hits = hits.all();
        assert!(!hits.is_empty());
        for pair in hits.windows(2) {
            let (a, b) = (pair[0].span, pair[1].span);
            assert!((a.start(), b.end()) < (b.start(), a.end()) || a.start() < b.start());
        }
        for hit in hits {
            assert_eq!(&text[hit.span.range()], lexicon.surface(hit.term));
        }
    }
}
