//! The graph as a value: identity, joining, order.

use gangmu::extraction::Extraction;
use gangmu::graph::{Content, Entity, KnowledgeGraph};
use gangmu::schema::{EdgeKind, EntityKind, NodeKind, RelationKind, Role};
use proptest::prelude::*;

use crate::plan::extraction;

const NORTH: &str = "
    ~ 前言提到{university:清华大学}。
    @pillar plan 1 | 打造创新生态 | 坚持挖潜力和育动能并重
    * 与{company:华翔集团=山西华翔集团股份有限公司}、{university:清华大学}合作
    @pillar plan 2 | 壮大{industry:钢铁}产业
    * 支持{company:华翔集团=山西华翔集团股份有限公司}实施{program:新材料科技园项目}，{company:华翔集团=山西华翔集团股份有限公司}投产
    > undertakes 山西华翔集团股份有限公司 -> 新材料科技园项目
";

const SOUTH: &str = "
    @pillar review 1 | 去年工作
    * {company:华翔集团}投产
    @pillar plan 1 | 壮大{industry:“钢铁”}产业
    * 推进钢铁、{industry:铸造}升级
";

fn graph(documents: &[(&str, &str)]) -> KnowledgeGraph {
    KnowledgeGraph::from_extractions(documents.iter().map(|(n, m)| extraction(n, m)).collect())
}

fn entity<'g>(
    graph: &'g KnowledgeGraph,
    kind: EntityKind,
    name: &str,
) -> (&'g gangmu::graph::Node, &'g Entity) {
    graph
        .nodes_of(NodeKind::Entity(kind))
        .find_map(|node| match node.content() {
            Content::Entity(entity) if entity.name == name => Some((node, entity)),
            _ => None,
        })
        .unwrap_or_else(|| panic!("no {name}"))
}

/// Every node and edge as text, in the graph's order.
fn lines(graph: &KnowledgeGraph) -> Vec<String> {
    let nodes = graph.nodes().map(|node| format!("{node:?}"));
    let edges = graph.edges().map(|edge| format!("{edge:?} {:?}", graph.evidence(edge)));
    nodes.chain(edges).collect()
}

#[test]
fn structure_follows_the_document() {
    let graph = graph(&[("北", NORTH)]);
    let shown = |edge: &gangmu::graph::Edge| {
        let label = |id| graph.label(graph.node(id).expect("no dangling edge")).to_owned();
        format!("{} {} {}", label(edge.source()), edge.kind().name(), label(edge.target()))
    };
    let of = |kind| graph.edges_of(kind).map(shown).collect::<Vec<_>>();
    assert_eq!(
        of(EdgeKind::HasPillar),
        ["北 has_pillar 打造创新生态", "打造创新生态 has_pillar 壮大钢铁产业"]
    );
    assert_eq!(
        of(EdgeKind::HasAction),
        [
            "打造创新生态 has_action 与华翔集团、清华大学合作",
            "壮大钢铁产业 has_action 支持华翔集团实施新材料科技园项目，华翔集团投产"
        ]
    );
    assert_eq!(of(EdgeKind::Mentions), ["北 mentions 清华大学"]);
    assert_eq!(of(EdgeKind::Relation(RelationKind::Undertakes)).len(), 1);
    assert_eq!(of(EdgeKind::AppearsIn).len(), 5);
}

#[test]
fn mentions_of_one_entity_in_one_action_are_one_edge() {
    let graph = graph(&[("北", NORTH)]);
    let (node, company) = entity(&graph, EntityKind::Company, "山西华翔集团股份有限公司");
    let counts: Vec<usize> = graph
        .incoming(node.id())
        .into_iter()
        .filter(|edge| edge.kind() == EdgeKind::Involves)
        .map(gangmu::graph::Edge::count)
        .collect();
    assert_eq!(counts, [1, 2]);
    assert_eq!(graph.mentions(company).len(), 3);
    for evidence in graph.mentions(company) {
        assert_eq!(graph.words(evidence.document, evidence.span), "华翔集团");
    }
    let roles = graph.incoming(node.id()).into_iter().filter_map(gangmu::graph::Edge::role);
    assert!(roles.eq([Role::Partner, Role::Partner]));
}

#[test]
fn entities_are_shared_and_pillars_are_not() {
    let graph = graph(&[("北", NORTH), ("南", SOUTH)]);
    assert_eq!(graph.nodes_of(NodeKind::Pillar).count(), 4);
    assert_eq!(graph.nodes_of(NodeKind::Entity(EntityKind::Industry)).count(), 2);
    let (_, company) = entity(&graph, EntityKind::Company, "山西华翔集团股份有限公司");
    assert_eq!(graph.mentions(company).len(), 4);
    assert_eq!(company.aliases.len(), 1);
    assert!((company.confidence - 0.99).abs() < 1e-6);
}

#[test]
fn equal_bytes_are_one_document() {
    let (first, mut copy) = (extraction("北", NORTH), extraction("北", NORTH));
    copy.source.name = "a.txt".into();
    let alone = KnowledgeGraph::from_extractions(vec![first.clone()]);
    let graph = KnowledgeGraph::from_extractions(vec![first.clone(), copy.clone(), first, copy]);
    let documents: Vec<_> = graph.documents().collect();
    assert_eq!(documents.len(), 1);
    assert_eq!(documents[0].source, "a.txt");
    assert_eq!(documents[0].other_sources, ["北.txt"]);
    let ids = |graph: &KnowledgeGraph| graph.nodes().map(|n| n.id()).collect::<Vec<_>>();
    assert_eq!(ids(&alone), ids(&graph), "a file's name is no part of an id");
}

#[test]
fn one_name_in_two_files_is_two_documents() {
    let (first, mut second) = (extraction("北", NORTH), extraction("南", SOUTH));
    second.source.name = first.source.name.clone();
    let graph = KnowledgeGraph::from_extractions(vec![first, second]);
    assert_eq!(graph.documents().len(), 2);
}

#[test]
fn pillars_on_the_same_words_are_two_nodes() {
    let mut twice = extraction("北", NORTH);
    twice.pillars[1].title = twice.pillars[0].title;
    let graph = KnowledgeGraph::from_extractions(vec![twice]);
    let mut ids: Vec<_> = graph.nodes().map(|node| node.id()).collect();
    let count = ids.len();
    ids.sort();
    ids.dedup();
    assert_eq!(ids.len(), count);
}

#[test]
fn nodes_are_found_by_their_written_id() {
    let graph = graph(&[("北", NORTH)]);
    for node in graph.nodes() {
        let id = node.id().to_string().parse().expect("a written id");
        assert_eq!(graph.node(id), Some(node));
        let edges = graph.outgoing(id).len() + graph.incoming(id).len();
        assert!(edges > 0 && !graph.neighbours(id).is_empty(), "{id} stands alone");
    }
}

#[test]
fn no_documents_give_an_empty_graph() {
    let graph = KnowledgeGraph::from_extractions(Vec::new());
    assert_eq!((graph.nodes().len(), graph.edges().len()), (0, 0));
}

/// Some documents that share names in several ways.
pub fn documents() -> impl Strategy<Value = Vec<Extraction>> {
    const FORMS: &[&str] = &["华翔", "华翔集团", "山西华翔集团", "“华翔集团”", "江苏华翔", "翼钢"];
    const KINDS: &[&str] = &["company", "university", "industry"];
    let name = (0..KINDS.len(), 0..FORMS.len(), 0..FORMS.len());
    let line = (0..3usize, proptest::collection::vec(name, 0..4));
    let document = (0..6usize, proptest::collection::vec(line, 0..6));
    type Lines = Vec<(usize, Vec<(usize, usize, usize)>)>;
    let render = |(name, lines): (usize, Lines)| {
        let mut markup = String::new();
        for (what, names) in lines {
            markup.push_str(["* 推进", "@pillar plan 1 | 壮大", "~ 说明"][what]);
            for (kind, form, canonical) in names {
                let (kind, form, canonical) = (KINDS[kind], FORMS[form], FORMS[canonical]);
                markup.push_str(&format!("{{{kind}:{form}={canonical}}}"));
            }
            markup.push('\n');
        }
        extraction(&format!("文{name}"), &markup.replace("* 推进\n", "* 推进工作\n"))
    };
    proptest::collection::vec(document.prop_map(render), 0..5)
}

proptest! {
    #[test]
    fn order_and_repetition_leave_no_trace(
        (given, shuffled) in documents().prop_flat_map(|d| (Just(d.clone()), Just(d).prop_shuffle())),
        repeat in any::<prop::sample::Index>(),
    ) {
        let mut again = shuffled;
        if !again.is_empty() {
            again.push(again[repeat.index(again.len())].clone());
        }
        let (one, other) =
            (KnowledgeGraph::from_extractions(given), KnowledgeGraph::from_extractions(again));
        prop_assert_eq!(lines(&one), lines(&other));
    }

    #[test]
    fn every_edge_is_legal_and_has_its_evidence(given in documents()) {
        let graph = KnowledgeGraph::from_extractions(given);
        for edge in graph.edges() {
            prop_assert!(graph.node(edge.source()).is_some() && graph.node(edge.target()).is_some());
            prop_assert!(edge.kind().allows(edge.source().kind(), edge.target().kind()));
            prop_assert_eq!(edge.kind().is_structure(), graph.evidence(edge).is_empty());
        }
    }

    #[test]
    fn match_keys_are_their_own(name in ".*") {
        let key = gangmu::graph::match_key(&name).into_owned();
        prop_assert_eq!(gangmu::graph::match_key(&key), key.as_str());
    }
}
