//! The graph as tables for analysts: documents, pillars, actions, entities, mentions and relations.
//! CSV, TSV and workbooks are written from the same rows.

mod cell;
mod files;

pub(super) use cell::Cell;
pub(super) use files::{a_file_for_each_sheet, part};

use std::collections::HashMap;

use crate::graph::{Action, Content, Edge, KnowledgeGraph, Node, NodeId};
use crate::schema::{EdgeKind, NodeKind};

use super::language::Lang;
use super::{Options, flat};

/// A table.
#[derive(Debug)]
pub(super) struct Table<'g> {
    /// What it is called in the reader's language.
    pub title: &'static str,
    /// What its columns are called in the reader's language.
    pub columns: Vec<&'static str>,
    /// Its rows, each as long as the columns.
    pub rows: Vec<Vec<Cell<'g>>>,
}

/// A kind of table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Sheet {
    Documents,
    Pillars,
    Actions,
    Entities,
    Mentions,
    Relations,
}

impl Sheet {
    pub(super) const ALL: &'static [Sheet] = &[
        Sheet::Documents,
        Sheet::Pillars,
        Sheet::Actions,
        Sheet::Entities,
        Sheet::Mentions,
        Sheet::Relations,
    ];
}

/// Fills a table.
pub(super) fn table<'g>(graph: &'g KnowledgeGraph, options: &Options, sheet: Sheet) -> Table<'g> {
    let tables = Tables { graph, lang: options.lang, homes: homes(graph) };
    match sheet {
        Sheet::Documents => tables.documents(),
        Sheet::Pillars => tables.pillars(),
        Sheet::Actions => tables.actions(),
        Sheet::Entities => tables.entities(),
        Sheet::Mentions => tables.mentions(),
        Sheet::Relations => tables.relations(),
    }
}

struct Tables<'g> {
    graph: &'g KnowledgeGraph,
    lang: Lang,
    /// The pillar or document that a pillar or action stands in.
    homes: HashMap<NodeId, &'g Node>,
}

fn homes(graph: &KnowledgeGraph) -> HashMap<NodeId, &Node> {
    let structure = graph.edges().filter(|edge| edge.kind().is_structure());
    structure.filter_map(|edge| Some((edge.target(), graph.node(edge.source())?))).collect()
}

impl<'g> Tables<'g> {
    fn table(
        &self,
        title: (&'static str, &'static str),
        columns: &[(&'static str, &'static str)],
        rows: Vec<Vec<Cell<'g>>>,
    ) -> Table<'g> {
        let pick = |(zh, en): (&'static str, &'static str)| self.lang.pick(zh, en);
        Table { title: pick(title), columns: columns.iter().copied().map(pick).collect(), rows }
    }

    fn rows(
        &self,
        nodes: impl Iterator<Item = &'g Node>,
        mut row: impl FnMut(&'g Node) -> Vec<Cell<'g>>,
    ) -> Vec<Vec<Cell<'g>>> {
        nodes
            .map(|node| {
                let mut cells = row(node);
                cells.push(node.id().to_string().into());
                cells
            })
            .collect()
    }

    /// A document's title, then its pillars down to where a node stands.
    fn path(&self, node: &Node) -> (&'g str, String) {
        let mut pillars = Vec::new();
        let mut at = node.id();
        while let Some(home) = self.homes.get(&at) {
            if home.kind() == NodeKind::Document {
                pillars.reverse();
                return (self.graph.label(home), pillars.join(" › "));
            }
            pillars.push(self.graph.label(home));
            at = home.id();
        }
        ("", String::new())
    }

    fn documents(&self) -> Table<'g> {
        let graph = self.graph;
        let rows = self.rows(graph.nodes_of(NodeKind::Document), |node| {
            let Content::Document(document) = node.content() else { return Vec::new() };
            let words = |span| graph.words(document.index, span);
            vec![
                graph.label(node).into(),
                document.source.as_str().into(),
                document.date.as_deref().into(),
                document.place.as_deref().into(),
                document.issuer.map(words).into(),
                document.author.map(words).into(),
                graph.text(document.index).len_code_points().into(),
                document.sha256.as_str().into(),
            ]
        });
        let columns = [
            ("标题", "title"),
            ("文件名", "file"),
            ("日期", "date"),
            ("地区", "place"),
            ("发布者", "issuer"),
            ("作者", "author"),
            ("字数", "characters"),
            ("SHA-256", "sha256"),
            ("编号", "id"),
        ];
        self.table(("文件", "documents"), &columns, rows)
    }

    fn pillars(&self) -> Table<'g> {
        let graph = self.graph;
        let rows = self.rows(graph.nodes_of(NodeKind::Pillar), |node| {
            let Content::Pillar(pillar) = node.content() else { return Vec::new() };
            let (document, path) = self.path(node);
            let range = graph.text(pillar.document).code_points(pillar.title);
            let count =
                |kind| graph.outgoing(node.id()).iter().filter(|e| e.kind() == kind).count();
            vec![
                graph.label(node).into(),
                pillar.principle.map(|span| graph.words(pillar.document, span)).into(),
                usize::from(pillar.level).into(),
                (pillar.ordinal as usize).into(),
                self.lang.of_pillar(pillar.kind).into(),
                path.into(),
                document.into(),
                count(EdgeKind::HasAction).into(),
                graph
                    .incoming(node.id())
                    .iter()
                    .filter(|e| e.kind() == EdgeKind::AppearsIn)
                    .count()
                    .into(),
                range.start.into(),
                range.end.into(),
            ]
        });
        let columns = [
            ("纲", "pillar"),
            ("原则", "principle"),
            ("层级", "level"),
            ("序号", "ordinal"),
            ("性质", "kind"),
            ("上级纲", "within"),
            ("文件", "document"),
            ("举措数", "actions"),
            ("实体数", "entities"),
            ("起", "start"),
            ("止", "end"),
            ("编号", "id"),
        ];
        self.table(("纲", "pillars"), &columns, rows)
    }

    fn actions(&self) -> Table<'g> {
        let graph = self.graph;
        let rows = self.rows(graph.nodes_of(NodeKind::Action), |node| {
            let Content::Action(action) = node.content() else { return Vec::new() };
            self.action(node, action)
        });
        let columns = [
            ("纲", "pillar"),
            ("举措原文", "quote"),
            ("动词", "verb"),
            ("对象", "object"),
            ("数量", "quantity"),
            ("期限", "deadline"),
            ("期限日期", "deadline date"),
            ("主体", "actor"),
            ("地点", "place"),
            ("企业", "companies"),
            ("高校院所", "universities"),
            ("工程项目", "programs"),
            ("产业", "industries"),
            ("其他实体", "others"),
            ("文件", "document"),
            ("起", "start"),
            ("止", "end"),
            ("编号", "id"),
        ];
        self.table(("举措", "actions"), &columns, rows)
    }

    fn action(&self, node: &'g Node, action: &'g Action) -> Vec<Cell<'g>> {
        use crate::schema::EntityKind::{Company, Industry, Program, University};
        let graph = self.graph;
        let words = |span| graph.words(action.document, span);
        let (document, path) = self.path(node);
        let range = graph.text(action.document).code_points(action.span);
        let quantities: Vec<&str> = action.quantities.iter().map(|q| words(q.span)).collect();
        let involved: Vec<&Node> = graph
            .outgoing(node.id())
            .into_iter()
            .filter_map(|edge| graph.node(edge.target()))
            .collect();
        let named = |chosen: &dyn Fn(NodeKind) -> bool| -> Cell<'g> {
            let of_kind = involved.iter().filter(|node| chosen(node.kind()));
            of_kind.map(|node| graph.label(node)).collect::<Vec<_>>().join("；").into()
        };
        let core = [Company, University, Program, Industry].map(NodeKind::Entity);
        let mut cells = vec![
            path.into(),
            graph.label(node).into(),
            action.verb.map(words).into(),
            action.object.map(words).into(),
            quantities.join("；").into(),
            action.deadline.as_ref().map(|deadline| words(deadline.span)).into(),
            action.deadline.as_ref().and_then(|deadline| deadline.date.as_deref()).into(),
            action.actor.map(words).into(),
            action.place.map(words).into(),
        ];
        cells.extend(core.map(|kind| named(&|other| other == kind)));
        cells.push(named(&|other| !core.contains(&other)));
        cells.extend([document.into(), range.start.into(), range.end.into()]);
        cells
    }

    fn entities(&self) -> Table<'g> {
        let graph = self.graph;
        let nodes = graph.nodes().filter(|node| matches!(node.kind(), NodeKind::Entity(_)));
        let rows = self.rows(nodes, |node| {
            let Content::Entity(entity) = node.content() else { return Vec::new() };
            let mentions = graph.mentions(entity);
            let aliases: Vec<&str> = entity.aliases.iter().map(|a| a.form.as_str()).collect();
            let labels = |kind: EdgeKind, edges: Vec<&'g Edge>| {
                let ends = edges.into_iter().filter(|edge| edge.kind() == kind);
                let ends = ends.filter_map(|edge| match kind {
                    EdgeKind::AppearsIn => graph.node(edge.target()),
                    _ => graph.node(edge.source()),
                });
                ends.map(|node| graph.label(node)).collect::<Vec<_>>()
            };
            let pillars = labels(EdgeKind::AppearsIn, graph.outgoing(node.id()));
            let actions = labels(EdgeKind::Involves, graph.incoming(node.id()));
            let mut documents: Vec<_> = mentions.iter().map(|mention| mention.document).collect();
            documents.dedup();
            vec![
                self.lang.of_node(node.kind()).into(),
                entity.name.as_str().into(),
                aliases.join("；").into(),
                entity.within.join("；").into(),
                flat::offices(graph, mentions).join("；").into(),
                Cell::Number(flat::confidence(entity.confidence)),
                mentions.len().into(),
                documents.len().into(),
                actions.len().into(),
                pillars.join("；").into(),
                mentions
                    .first()
                    .map(|m| flat::place(graph, m.document, m.span))
                    .unwrap_or_default()
                    .into(),
            ]
        });
        let columns = [
            ("类型", "type"),
            ("名称", "name"),
            ("别名", "aliases"),
            ("所属地", "lies in"),
            ("职务", "offices"),
            ("可信度", "confidence"),
            ("提及次数", "mentions"),
            ("文件数", "documents"),
            ("举措数", "actions"),
            ("见于纲", "pillars"),
            ("首见处", "first place"),
            ("编号", "id"),
        ];
        self.table(("实体", "entities"), &columns, rows)
    }

    fn mentions(&self) -> Table<'g> {
        let graph = self.graph;
        let mut rows = Vec::new();
        for node in graph.nodes() {
            let Content::Entity(entity) = node.content() else { continue };
            for mention in graph.mentions(entity) {
                let range = graph.text(mention.document).code_points(mention.span);
                let document = graph.node(graph.document_id(mention.document));
                rows.push(vec![
                    entity.name.as_str().into(),
                    self.lang.of_node(node.kind()).into(),
                    graph.words(mention.document, mention.span).into(),
                    mention.rule.name().into(),
                    Cell::Number(flat::confidence(mention.confidence.unwrap_or(0.0))),
                    document.map(|node| graph.label(node)).into(),
                    range.start.into(),
                    range.end.into(),
                    node.id().to_string().into(),
                ]);
            }
        }
        let columns = [
            ("名称", "name"),
            ("类型", "type"),
            ("原文", "quote"),
            ("依据", "rule"),
            ("可信度", "confidence"),
            ("文件", "document"),
            ("起", "start"),
            ("止", "end"),
            ("实体编号", "entity id"),
        ];
        self.table(("提及", "mentions"), &columns, rows)
    }

    fn relations(&self) -> Table<'g> {
        let graph = self.graph;
        let edges = graph.edges().filter(|edge| !edge.kind().is_structure());
        let rows = edges
            .map(|edge| {
                let label = |id| Cell::from(graph.node(id).map(|node| graph.label(node)));
                let evidence = graph.evidence(edge);
                let words = |e: &crate::graph::Evidence| graph.words(e.document, e.span);
                let quotes: Vec<&str> = evidence.iter().map(words).collect();
                let places: Vec<String> =
                    evidence.iter().map(|e| flat::place(graph, e.document, e.span)).collect();
                vec![
                    label(edge.source()),
                    self.lang.of_edge(edge.kind()).into(),
                    label(edge.target()),
                    edge.role().map(|role| self.lang.of_role(role)).into(),
                    edge.count().into(),
                    quotes.join("；").into(),
                    places.join("; ").into(),
                    edge.source().to_string().into(),
                    edge.target().to_string().into(),
                    edge.key().to_string().into(),
                ]
            })
            .collect();
        let columns = [
            ("起点", "from"),
            ("关系", "relation"),
            ("终点", "to"),
            ("角色", "role"),
            ("次数", "count"),
            ("证据", "evidence"),
            ("位置", "places"),
            ("起点编号", "from id"),
            ("终点编号", "to id"),
            ("编号", "key"),
        ];
        self.table(("关系", "relations"), &columns, rows)
    }
}
