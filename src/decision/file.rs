//! The file of decisions.

use serde::Deserialize;

use crate::schema::EntityKind;

/// What to do.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Verb {
    /// The name is one, wherever it stands: what was found is certain, what was not found is added.
    Accept,
    /// It is no such name.
    Reject,
    /// It is of another type.
    Retype,
    /// Its canonical name is another; the old one becomes an alias.
    Rename,
    /// It is the same as something else.
    Merge,
    /// It is not the same as what it was joined with.
    Split,
    /// Nothing; drafts have it.
    Skip,
}

impl Verb {
    /// All verbs.
    pub const ALL: &'static [Verb] = &[
        Verb::Accept,
        Verb::Reject,
        Verb::Retype,
        Verb::Rename,
        Verb::Merge,
        Verb::Split,
        Verb::Skip,
    ];

    /// The name in files.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Verb::Accept => "accept",
            Verb::Reject => "reject",
            Verb::Retype => "retype",
            Verb::Rename => "rename",
            Verb::Merge => "merge",
            Verb::Split => "split",
            Verb::Skip => "skip",
        }
    }
}

/// One decision.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Decision {
    /// What to do.
    pub verb: Verb,
    /// With what.
    pub name: String,
    /// Only where it is of this type; for [`Verb::Accept`], what it is.
    pub kind: Option<EntityKind>,
    /// The new name, or that of what to merge with.
    pub to: Option<String>,
    /// The new type.
    pub to_kind: Option<EntityKind>,
    /// Only in the document of this file name.
    pub document: Option<String>,
    /// Only where a mention begins at this code point.
    pub start: Option<usize>,
    /// Its line in the file, from 1.
    pub line: usize,
}

/// All decisions of a file, in its order.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Decisions(Vec<Decision>);

/// Why a file of decisions cannot be read.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("line {line}: {problem}")]
pub struct DecisionError {
    /// The line, from 1.
    pub line: usize,
    /// What is wrong.
    pub problem: String,
    /// What to do about it.
    pub remedy: String,
}

/// The file as TOML sees it.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    #[serde(default)]
    decision: Vec<toml::Spanned<Row>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Row {
    r#do: String,
    name: String,
    r#type: Option<String>,
    to: Option<String>,
    document: Option<String>,
    start: Option<usize>,
    #[allow(dead_code, reason = "for people; it has to be text")]
    reason: Option<String>,
}

impl Decisions {
    /// Reads a file.
    ///
    /// # Errors
    /// The first thing that is wrong, with its line.
    pub fn read(toml: &str) -> Result<Self, DecisionError> {
        let line_at = |byte: usize| toml[..byte.min(toml.len())].matches('\n').count() + 1;
        let file: File = toml::from_str(toml).map_err(|error| DecisionError {
            line: error.span().map_or(1, |span| line_at(span.start)),
            problem: error.message().to_owned(),
            remedy:
                "a decision is a table [[decision]] with the keys do and name, and where needed \
                     type, to, document, start, reason"
                    .to_owned(),
        })?;
        let rows = file.decision.into_iter().map(|row| {
            let line = line_at(row.span().start);
            decision(row.into_inner(), line)
        });
        rows.collect::<Result<_, _>>().map(Self)
    }

    /// The decisions.
    #[must_use]
    pub fn all(&self) -> &[Decision] {
        &self.0
    }
}

fn decision(row: Row, line: usize) -> Result<Decision, DecisionError> {
    let wrong = |problem: String, remedy: String| DecisionError { line, problem, remedy };
    let one_of = |names: Vec<&str>| format!("use one of {}", names.join(", "));
    let verb = Verb::ALL.iter().copied().find(|verb| verb.name() == row.r#do).ok_or_else(|| {
        let verbs = Verb::ALL.iter().map(|verb| verb.name()).collect();
        wrong(format!("there is nothing to do that is called {:?}", row.r#do), one_of(verbs))
    })?;
    let kind_of = |name: &str| {
        EntityKind::from_name(name).ok_or_else(|| {
            let kinds = EntityKind::ALL.iter().map(|kind| kind.name()).collect();
            wrong(format!("there is no type {name:?}"), one_of(kinds))
        })
    };
    let kind = row.r#type.as_deref().map(kind_of).transpose()?;
    if row.name.trim().is_empty() {
        return Err(wrong(
            "the name is empty".to_owned(),
            "give the name as the text has it".into(),
        ));
    }
    let needs = |key: &str| {
        let problem = format!("{} needs the key `{key}`", verb.name());
        Err(wrong(problem, format!("add a line {key} = \"…\"")))
    };
    let to = row.to.filter(|to| !to.trim().is_empty());
    let to_kind = match (verb, &to) {
        (Verb::Retype, Some(to)) => Some(kind_of(to)?),
        (Verb::Retype | Verb::Rename | Verb::Merge, None) => return needs("to"),
        _ => None,
    };
    if verb == Verb::Accept && kind.is_none() {
        return needs("type");
    }
    let Row { name, document, start, .. } = row;
    Ok(Decision { verb, name, kind, to, to_kind, document, start, line })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_are_read() {
        let file = "# 说明\n[[decision]]\ndo = \"rename\"\nname = \"华翔\"\nto = \"华翔集团\"\n\n\
                    [[decision]]\ndo = \"accept\"\nname = \"甲\"\ntype = \"program\"\nstart = 7\n";
        let decisions = Decisions::read(file).expect("sound");
        let [rename, accept] = decisions.all() else { panic!("two") };
        assert_eq!(
            (rename.verb, rename.line, rename.to.as_deref()),
            (Verb::Rename, 2, Some("华翔集团"))
        );
        assert_eq!(
            (accept.kind, accept.start, accept.line),
            (Some(EntityKind::Program), Some(7), 7)
        );
        assert_eq!(Decisions::read("").expect("empty"), Decisions::default());
    }

    #[test]
    fn mistakes_are_named_with_their_line() {
        let check = |rows: &str, line: usize, words: &str| {
            let error = Decisions::read(rows).expect_err(rows);
            assert!(
                error.line == line && format!("{error} {}", error.remedy).contains(words),
                "{error:?}"
            );
        };
        check("\n[[decision]]\ndo = \"burn\"\nname = \"甲\"", 2, "accept, reject");
        check("[[decision]]\ndo = \"retype\"\nname = \"甲\"", 1, "`to`");
        check("[[decision]]\ndo = \"retype\"\nname = \"甲\"\nto = \"firm\"", 1, "company");
        check("[[decision]]\ndo = \"accept\"\nname = \"甲\"", 1, "`type`");
        check("[[decision]]\ndo = \"reject\"\nname = \" \"", 1, "empty");
        check("[[decision]]\ndo = \"reject\"\nname = \"甲\"\nwhy = \"\"", 4, "why");
        check("[[decision]]\ndo = \"reject\"\nname = \n", 3, "");
        check("[[decisions]]\n", 1, "decisions");
    }
}
