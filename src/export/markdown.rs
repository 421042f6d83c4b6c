//! A report in Markdown, to be read or put into Word: each document with its pillars and actions,
//! then what they name, and what the graph leaves out.

use std::fmt::Write as _;
use std::io::Write;

use crate::coverage::{self, Words};
use crate::graph::{Content, KnowledgeGraph, Node};
use crate::schema::{EdgeKind, EntityKind, NodeKind};

use super::{ExportError, Exporter, Lang, Options, flat};

pub(super) const FORMAT: Exporter = Exporter::single(
    "markdown",
    "report.md",
    "text/markdown",
    "a report to read, or for Word: pandoc plan.report.md -o plan.docx",
    write,
);

/// Headings of Markdown go no deeper.
const DEEPEST: usize = 6;

fn write(
    graph: &KnowledgeGraph,
    options: &Options,
    sink: &mut dyn Write,
) -> Result<(), ExportError> {
    let mut report = Report { graph, options, text: String::new() };
    let documents: Vec<&Node> = graph.nodes_of(NodeKind::Document).collect();
    let title = match (&options.title, &documents[..]) {
        (Some(title), _) => title.clone(),
        (None, [only]) => graph.label(only).to_owned(),
        (None, all) => match options.lang.name() {
            "zh" => format!("{} 份文件的纲目", all.len()),
            _ => format!("Priorities and actions of {} documents", all.len()),
        },
    };
    let _ = writeln!(report.text, "# {}\n", plain(&title));
    report.summary();
    for document in documents {
        report.document(document);
    }
    report.entities();
    report.relations();
    report.coverage();
    Ok(sink.write_all(report.text.as_bytes())?)
}

struct Report<'g> {
    graph: &'g KnowledgeGraph,
    options: &'g Options,
    text: String,
}

impl Report<'_> {
    fn pick<'w>(&self, zh: &'w str, en: &'w str) -> &'w str {
        self.options.lang.pick(zh, en)
    }

    fn summary(&mut self) {
        let head = self.pick("| 类型 | 数量 |", "| type | number |");
        let _ = writeln!(self.text, "{head}\n|---|---:|");
        for kind in flat::kinds(self.graph) {
            let count = self.graph.nodes_of(kind).count();
            let _ = writeln!(self.text, "| {} | {count} |", self.options.lang.of_node(kind));
        }
        self.text.push('\n');
    }

    fn document(&mut self, node: &Node) {
        let Content::Document(document) = node.content() else { return };
        let _ = writeln!(self.text, "## {}\n", plain(self.graph.label(node)));
        let words = |span| self.graph.words(document.index, span);
        let facts = [
            (self.pick("文件名", "File"), Some(document.source.as_str())),
            (self.pick("日期", "Date"), document.date.as_deref()),
            (self.pick("地区", "Place"), document.place.as_deref()),
            (self.pick("发布者", "Issuer"), document.issuer.map(words)),
            (self.pick("作者", "Author"), document.author.map(words)),
        ];
        for (name, value) in facts {
            if let Some(value) = value {
                let _ = writeln!(self.text, "- {name}: {}", plain(value));
            }
        }
        self.text.push('\n');
        self.below(node, 3);
    }

    /// The actions of a section, then its sections.
    fn below(&mut self, node: &Node, depth: usize) {
        let graph = self.graph;
        let edges = graph.outgoing(node.id());
        let of_kind = |kind| {
            let edges = edges.iter().filter(move |edge| edge.kind() == kind);
            edges.filter_map(|edge| graph.node(edge.target()))
        };
        let mut any = false;
        for (number, action) in (1..).zip(of_kind(EdgeKind::HasAction)) {
            self.action(number, action);
            any = true;
        }
        if any {
            self.text.push('\n');
        }
        for (number, pillar) in (1..).zip(of_kind(EdgeKind::HasPillar)) {
            let Content::Pillar(of) = pillar.content() else { continue };
            let marks = "#".repeat(depth.min(DEEPEST));
            let kind = self.options.lang.of_pillar(of.kind);
            let title = plain(graph.label(pillar));
            let _ = writeln!(self.text, "{marks} {number}\\. {title} ({kind})\n");
            if let Some(principle) = of.principle {
                let _ = writeln!(self.text, "> {}\n", plain(graph.words(of.document, principle)));
            }
            self.below(pillar, depth + 1);
        }
    }

    fn action(&mut self, number: usize, node: &Node) {
        let _ = write!(self.text, "{number}. {}", plain(self.graph.label(node)));
        let involved: Vec<String> = self
            .graph
            .outgoing(node.id())
            .into_iter()
            .filter_map(|edge| {
                let entity = self.graph.node(edge.target())?;
                let role = edge.role().map_or("", |role| self.options.lang.of_role(role));
                let kind = self.options.lang.of_node(entity.kind());
                Some(format!("**{}** ({kind}, {role})", plain(self.graph.label(entity))))
            })
            .collect();
        if !involved.is_empty() {
            let _ = write!(self.text, " — {}", involved.join(", "));
        }
        self.text.push('\n');
    }

    fn entities(&mut self) {
        for kind in EntityKind::ALL.iter().map(|&kind| NodeKind::Entity(kind)) {
            let mut nodes: Vec<&Node> = self.graph.nodes_of(kind).collect();
            if nodes.is_empty() {
                continue;
            }
            // those that are spoken of most come first; the rest of the order is the graph's
            nodes.sort_by_key(|node| std::cmp::Reverse(flat::weight(self.graph, node)));
            let head = self.pick(
                "| 名称 | 别名 | 提及 | 见于 |",
                "| name | other names | mentions | pillars |",
            );
            let kind = self.options.lang.of_node(kind);
            let _ = writeln!(self.text, "## {kind}\n\n{head}\n|---|---|---:|---|");
            for node in nodes {
                self.entity(node);
            }
            self.text.push('\n');
        }
    }

    fn entity(&mut self, node: &Node) {
        let Content::Entity(entity) = node.content() else { return };
        let aliases: Vec<String> = entity.aliases.iter().map(|alias| plain(&alias.form)).collect();
        let pillars: Vec<String> = self
            .graph
            .outgoing(node.id())
            .into_iter()
            .filter(|edge| edge.kind() == EdgeKind::AppearsIn)
            .filter_map(|edge| Some(plain(self.graph.label(self.graph.node(edge.target())?))))
            .collect();
        let _ = writeln!(
            self.text,
            "| {} | {} | {} | {} |",
            plain(&entity.name),
            aliases.join("; "),
            self.graph.mentions(entity).len(),
            pillars.join("; ")
        );
    }

    fn relations(&mut self) {
        let graph = self.graph;
        let edges = graph.edges().filter(|edge| matches!(edge.kind(), EdgeKind::Relation(_)));
        for (place, edge) in edges.enumerate() {
            if place == 0 {
                let head = self.pick("## 关系\n", "## Relations\n");
                let _ = writeln!(self.text, "{head}");
            }
            let label =
                |id| graph.node(id).map_or_else(String::new, |node| plain(graph.label(node)));
            let quotes: Vec<String> = graph
                .evidence(edge)
                .iter()
                .map(|evidence| plain(graph.words(evidence.document, evidence.span)))
                .collect();
            let _ = writeln!(
                self.text,
                "- **{}** {} **{}**: {}",
                label(edge.source()),
                self.options.lang.of_edge(edge.kind()),
                label(edge.target()),
                quotes.join("; ")
            );
        }
    }
}

impl Report<'_> {
    /// How much of the texts is in the graph. It is the one part that needs them: where a graph was
    /// opened without its texts, that is said instead.
    fn coverage(&mut self) {
        let head = self.pick("## 覆盖情况", "## Coverage");
        let documents = coverage::of_graph(self.graph);
        let words = match self.options.lang {
            Lang::Zh => &Words::ZH,
            Lang::En => &Words::EN,
        };
        let _ = writeln!(self.text, "{head}\n\n{}", coverage::to_markdown(&documents, words, 3));
        if documents.len() < self.graph.documents().len() {
            let gap = self.pick(
                "部分文件未附原文（--text），无从计算。",
                "Of some documents the text is not at hand (--text), so that nothing can be counted.",
            );
            let _ = writeln!(self.text, "{gap}");
        }
    }
}

/// Words that Markdown and the HTML in it take for nothing but words.
fn plain(words: &str) -> String {
    let mut text = String::with_capacity(words.len());
    // what begins a list, heading or rule does so at the beginning only
    let mut number = true;
    for (place, c) in words.chars().enumerate() {
        let begins = match c {
            '-' | '+' | '=' | '#' => place == 0,
            '.' | ')' => number,
            _ => false,
        };
        number &= c.is_ascii_digit();
        match c {
            '<' => text.push_str("&lt;"),
            '>' => text.push_str("&gt;"),
            '&' => text.push_str("&amp;"),
            '\n' | '\r' | '\t' | '\u{2028}' | '\u{2029}' => text.push(' '),
            c if c.is_control() => text.push('\u{FFFD}'),
            '\\' | '`' | '*' | '_' | '[' | ']' | '|' | '~' | '$' => text.extend(['\\', c]),
            c if begins => text.extend(['\\', c]),
            c => text.push(c),
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_no_markup() {
        assert_eq!(plain("a*b*|c|\n<script>`x`"), "a\\*b\\*\\|c\\| &lt;script&gt;\\`x\\`");
        assert_eq!(plain("1. 甲"), "1\\. 甲");
        assert_eq!(plain("- [x](y)"), "\\- \\[x\\](y)");
        assert_eq!(plain("2021-04-10，5.5亿元"), "2021-04-10，5.5亿元");
    }
}
