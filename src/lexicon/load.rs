//! Builds the lexicon from the seed tables and a user's own.

use std::borrow::Cow;

use super::cues::{Cue, Cues};
use super::matcher::Matcher;
use super::places::Places;
use super::seeds::{SEEDS, Table};
use super::setting::Setting;
use super::surfaces::Surfaces;
use super::table::{LexiconError, Row, rows};
use super::trie::Trie;
use super::words::Words;
use super::{Classes, Lexicon, Name, NameId, Sense, Senses, Term, TermId, Trust};
use crate::embedded;
use crate::schema::EntityKind;

/// Reads the seeds, then the user's tables.
pub(super) fn load(files: &[(String, String)]) -> Result<Lexicon, LexiconError> {
    let files = files.iter().map(|(file, content)| (file.as_str(), content.as_str()));
    let tables = || SEEDS.iter().copied().chain(files.clone());
    let words = if files.len() == 0 {
        Words::from_numbers(embedded::words())
    } else {
        Words::of(tables())?
    };
    let mut builder = Builder::new(words);
    for (file, content) in tables() {
        builder.read(file, content)?;
    }
    Ok(builder.finish())
}

/// The lexicon in the making.
struct Builder {
    trie: Trie,
    /// The numbers of the words of all rows.
    numbers: Cow<'static, [u32]>,
    /// How many of them are read.
    read: usize,
    terms: Vec<Term>,
    surfaces: Surfaces,
    names: Vec<Name>,
    places: Places,
    setting: Setting,
    cues: Cues,
}

impl Builder {
    fn new(words: Words) -> Self {
        Self {
            trie: words.trie,
            numbers: words.numbers,
            read: 0,
            terms: Vec::with_capacity(words.terms),
            surfaces: Surfaces::with_capacity(words.terms),
            names: Vec::new(),
            places: Places::default(),
            setting: Setting::default(),
            cues: Cues::default(),
        }
    }

    fn finish(self) -> Lexicon {
        let Self { trie, terms, surfaces, names, places, setting, cues, .. } = self;
        let matcher = Matcher::new(trie, &terms, &setting);
        Lexicon { terms, surfaces, names, matcher, places, setting, cues }
    }

    fn read(&mut self, file: &str, content: &str) -> Result<(), LexiconError> {
        let table = Table::of(file)?;
        for row in rows(file, content) {
            let row = row?;
            match table {
                Table::Words => self.word(&row)?,
                Table::Heads => self.head(&row)?,
                Table::ClassNouns => {
                    let class = Classes::class_noun(kind_of(&row)?);
                    self.add(row.word(), class);
                }
                Table::Places => self.place(&row),
                Table::Organizations => self.organization(&row),
                Table::Bodies => self.body(&row)?,
                Table::Posts => self.post(&row)?,
                Table::Surnames => self.setting.add_surname(row.word()),
                Table::Cues => self.cue(&row)?,
                Table::Companies => self.name(&row, EntityKind::Company)?,
                Table::Universities => self.name(&row, EntityKind::University)?,
                Table::Programs => self.name(&row, EntityKind::Program)?,
                Table::Industries => self.name(&row, EntityKind::Industry)?,
            }
        }
        Ok(())
    }

    /// The number of the next word, which must be asked for in the order of [`words_of`].
    ///
    /// [`words_of`]: super::words::words_of
    fn number(&mut self) -> u32 {
        self.read += 1;
        self.numbers[self.read - 1]
    }

    /// The term of the next word, which is this surface form; made if need be.
    fn add(&mut self, surface: &str, classes: Classes) -> TermId {
        let id = TermId(self.number());
        // numbers are in the order in which words come first
        if id.index() == self.terms.len() {
            let chars = u8::try_from(surface.chars().count()).unwrap_or(u8::MAX);
            self.terms.push(Term { classes: Classes::NONE, chars, senses: Senses::None });
            self.surfaces.push(surface);
        }
        debug_assert_eq!(self.surfaces.get(id), surface, "words are numbered as they are read");
        let term = &mut self.terms[id.index()];
        term.classes = term.classes.or(classes);
        id
    }

    fn place(&mut self, row: &Row<'_>) {
        let name = self.add(row.word(), Classes::PLACE);
        let short = row.cell(1);
        let short = (!short.is_empty()).then(|| self.add(short, Classes::PLACE));
        self.places.add(row.word(), [Some(name), short], row.cell(2), row.cell(3));
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
        for _ in std::iter::once(row.word()).chain(row.names(1)) {
            let number = self.number();
            self.setting.word(number).organization = Some(Box::from(row.word()));
        }
    }

    fn body(&mut self, row: &Row<'_>) -> Result<(), LexiconError> {
        let number = self.number();
        let word = self.setting.word(number);
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
        let number = self.number();
        let word = self.setting.word(number);
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

    fn cue(&mut self, row: &Row<'_>) -> Result<(), LexiconError> {
        let cue = Cue::NAMES.iter().position(|name| *name == row.cell(1));
        let cue = cue.ok_or_else(|| {
            row.error(
                format!("{:?} is no cue", row.cell(1)),
                &format!("use one of {}", Cue::NAMES.join(", ")),
            )
        })?;
        self.cues.add(Cue::ALL[cue], row.word());
        Ok(())
    }

    fn name(&mut self, row: &Row<'_>, kind: EntityKind) -> Result<(), LexiconError> {
        let trust = trust_of(row)?;
        let name = NameId(u32::try_from(self.names.len()).expect("fewer names than bytes"));
        let canonical = self.surface(row.word(), Sense { name, kind, trust });
        self.names.push(Name { kind, canonical });
        for alias in row.names(1) {
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
    fn surface(&mut self, surface: &str, sense: Sense) -> TermId {
        let id = self.add(surface, Classes::name_of(sense.kind));
        let term = &mut self.terms[id.index()];
        match term.senses.as_mut().iter_mut().find(|other| other.kind == sense.kind) {
            Some(other) => *other = sense,
            None => term.senses.push(sense),
        }
        id
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
        let names: Vec<_> =
            found.map(|s| lexicon.surface(lexicon.name(s.name).canonical)).collect();
        assert!(names.contains(&"红帆集团"), "{names:?}");
    }

    #[test]
    fn errors_name_file_line_and_remedy() {
        for (file, content, line, words) in [
            ("my-words.tsv", "# a\n推进\tverbum\n", 2, "no word class"),
            ("heads.tsv", "工程\tprogram\tmedium\n", 1, "strong or weak"),
            ("x-programs.tsv", "春雨工程\t\tsure\n", 1, "no flag"),
            ("x-programs.tsv", "\n春 雨\n", 2, "white space"),
            ("notes.tsv", "春雨\n", 1, "let it end in"),
            ("my-cues.tsv", "收购\tbuys\n", 1, "no cue"),
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
