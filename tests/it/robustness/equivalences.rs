//! What has to hold for any input. Property tests and fuzz targets share it.

use std::collections::HashMap;
use std::sync::OnceLock;

use gangmu::coverage;
use gangmu::decision::{Decisions, apply};
use gangmu::export::{EdgeKey, Format, Options, files, write};
use gangmu::extraction::Extraction;
use gangmu::graph::KnowledgeGraph;
use gangmu::lexicon::Lexicon;
use gangmu::pipeline::Extractor;
use gangmu::published::{Graph, Original, Originals, parse};
use gangmu::reopen::reopen;
use gangmu::review;
use gangmu::text::{SourceText, Span};
use gangmu::verification::verify;

pub fn extractor() -> &'static Extractor {
    static EXTRACTOR: OnceLock<Extractor> = OnceLock::new();
    EXTRACTOR.get_or_init(|| Extractor::new(Lexicon::from_seeds()))
}

/// Text → extraction → graph → every format → read again. Returns how much was found.
pub fn of_text(text: &str) -> Option<(usize, usize, usize)> {
    let (source, text) = gangmu::input::read("任意.txt", text.as_bytes()).ok()?;
    let extraction = extractor().extract(source.clone(), text.clone());
    let again = extractor().extract(source.clone(), text.clone());
    assert!(extraction == again, "two runs differ");
    spans(&extraction);
    let counts = (extraction.pillars.len(), extraction.actions.len(), extraction.entities.len());
    of_graph(vec![extraction]);
    Some(counts)
}

/// Every span is one of the text, and what cannot overlap does not.
fn spans(extraction: &Extraction) {
    let text = &extraction.text;
    let words = |span: Span| assert!(!text.slice(span).is_empty(), "an empty finding");
    let apart = |spans: &mut Vec<Span>, what: &str| {
        spans.sort_unstable();
        assert!(spans.windows(2).all(|pair| !pair[0].overlaps(pair[1])), "{what} overlap");
    };
    for (at, pillar) in extraction.pillars.iter().enumerate() {
        words(pillar.title);
        pillar.principle.into_iter().for_each(words);
        assert!(pillar.section.contains(pillar.title), "a title outside of its section");
        assert!(pillar.level > 0 && pillar.ordinal > 0);
        if let Some(parent) = pillar.parent {
            assert!((parent.0 as usize) < at, "a parent comes before its children");
            let parent = &extraction.pillars[parent.0 as usize];
            assert!(parent.section.contains(pillar.section), "sections nest");
            assert_eq!(parent.level + 1, pillar.level);
        }
    }
    for action in &extraction.actions {
        words(action.span);
        for slot in [action.verb, action.object].into_iter().flatten() {
            words(slot);
            assert!(action.span.contains(slot), "a slot outside of its clause");
        }
        let quantities = action.quantities.iter().map(|quantity| quantity.span);
        quantities.chain(action.actor).chain(action.place).for_each(words);
    }
    apart(&mut extraction.actions.iter().map(|action| action.span).collect(), "actions");
    let mentions = extraction.entities.iter().flat_map(|entity| &entity.mentions);
    for mention in mentions.clone() {
        words(mention.span);
        assert!((0.0..=1.0).contains(&mention.confidence), "{}", mention.confidence);
    }
    apart(&mut mentions.map(|mention| mention.span).collect(), "mentions");
    for noticed in &extraction.diagnostics {
        noticed.span.into_iter().for_each(words);
    }
}

/// A graph in every format, and what its JSON says when it is read again.
pub fn of_graph(extractions: Vec<Extraction>) {
    let originals: Vec<Original> = extractions
        .iter()
        .map(|e| Original { source: e.source.clone(), text: e.text.clone() })
        .collect();
    let graph = KnowledgeGraph::from_extractions(extractions.clone());
    every_format(&graph, &originals);
    let json = |edge_key| {
        let mut bytes = Vec::new();
        let options = Options { edge_key, ..Options::default() };
        write(&graph, Format::Json, &options, &mut bytes).expect("memory takes everything");
        bytes
    };
    let (edges, links) = (json(EdgeKey::Edges), json(EdgeKey::Links));
    for bytes in [&edges, &links] {
        let verdict = verify(bytes, &originals).expect("a graph");
        assert!(verdict.holds(), "{:#?}", verdict.reports);
        assert_eq!((verdict.nodes, verdict.edges), (graph.nodes().len(), graph.edges().len()));
    }
    let read = |bytes: &[u8]| Graph::read(&parse(bytes).expect("JSON")).expect("a graph");
    let file = read(&edges);
    assert!(file == read(&links), "the name of the list of edges changes nothing else");
    let published = Originals::of(&file, &originals);
    assert_eq!(coverage::of_graph(&graph), coverage::of_published(&file, &published));
    let draft = review::draft(&file, &published, 2.0);
    // a name of nothing but blanks cannot be decided about, and says so
    let Ok(draft) = Decisions::read(&draft) else { return };
    for Extraction { source, text, entities, .. } in extractions {
        assert!(apply(&draft, &source, &text, entities.clone()).0 == entities, "a draft decides");
    }
}

/// What is written of a graph, and of its JSON opened again with its texts and without, is the same.
fn every_format(graph: &KnowledgeGraph, originals: &[Original]) {
    let made = |graph: &KnowledgeGraph, format| {
        files(graph, format, &Options::default()).expect("every graph has every format")
    };
    let json = made(graph, Format::Json).remove(0).bytes;
    let texts: HashMap<String, SourceText> =
        originals.iter().map(|o| (o.source.sha256.clone(), o.text.clone())).collect();
    let with = reopen(&json, &texts).expect("what was written can be opened");
    let without = reopen(&json, &HashMap::new()).expect("what was written can be opened");
    for &format in Format::ALL {
        let first = made(graph, format);
        let filled = graph.nodes().len() == 0 || first.iter().all(|file| !file.bytes.is_empty());
        assert!(filled, "{} is empty", format.name());
        assert!(made(&with, format) == first, "{} with its texts", format.name());
        // the viewer and the report show the text also where nothing was found in it
        if !matches!(format, Format::Html | Format::Markdown) {
            assert!(made(&without, format) == first, "{} without its texts", format.name());
        }
    }
}

/// A document with a bit of everything, and its graph as a file.
fn known() -> &'static (Original, Vec<u8>) {
    static KNOWN: OnceLock<(Original, Vec<u8>)> = OnceLock::new();
    KNOWN.get_or_init(|| {
        let (source, text) = gangmu::input::read("甲.txt", PLAN.as_bytes()).expect("a text");
        let original = Original { source: source.clone(), text: text.clone() };
        let graph = KnowledgeGraph::from_extractions(vec![extractor().extract(source, text)]);
        let mut json = Vec::new();
        write(&graph, Format::Json, &Options::default(), &mut json).expect("memory takes all");
        (original, json)
    })
}

const PLAN: &str = "临湖市计划\n2025-01-01 来源：临湖网\n一、壮大钢铁产业\n（一）支持华翔集团与清华大学合作，\
    2025年底前完成投资23.5亿元，建成新材料科技园项目。\n二、推进乡村振兴\n加快高标准农田建设工程。\n";

/// The known graph as a file, with bytes of it replaced: at each of these places, by these.
pub fn damaged(damages: &[(usize, Vec<u8>)]) -> Vec<u8> {
    let mut json = known().1.clone();
    for (at, bytes) in damages {
        let start = at % (json.len() + 1);
        let end = (start + bytes.len() % 4).min(json.len());
        json.splice(start..end, bytes.iter().copied());
    }
    json
}

/// Bytes as a graph's file: what can be opened can be written in every format, and opened again;
/// what is wrong with it is told.
pub fn of_file(bytes: &[u8]) {
    let original = &known().0;
    let verdict = verify(bytes, std::slice::from_ref(original));
    let texts = HashMap::from([(original.source.sha256.clone(), original.text.clone())]);
    for texts in [&texts, &HashMap::new()] {
        let Ok(graph) = reopen(bytes, texts) else { continue };
        let json = |graph: &KnowledgeGraph| {
            files(graph, Format::Json, &Options::default()).expect("it can be written").remove(0)
        };
        for &format in Format::ALL {
            files(&graph, format, &Options::default()).expect("it can be written");
        }
        let first = json(&graph);
        let again = reopen(&first.bytes, texts).expect("what was written can be opened");
        assert!(json(&again) == first, "opened again, the graph is another");
        assert!(verdict.is_ok(), "what can be opened can be verified");
    }
}

/// Bytes as a file of decisions: whatever was decided, the graph holds.
pub fn of_decisions(bytes: &[u8]) {
    let Ok(text) = std::str::from_utf8(bytes) else { return };
    match Decisions::read(text) {
        Ok(decisions) => {
            let Original { source, text } = known().0.clone();
            let (extraction, _) = extractor().extract_deciding(source, text, &decisions);
            spans(&extraction);
            of_graph(vec![extraction]);
        }
        Err(error) => {
            assert!(error.line > 0 && !error.problem.is_empty() && !error.remedy.is_empty());
        }
    }
}

/// Bytes as a document and as an id: each reader says yes or no, and yes means that it can be used.
pub fn of_readers(bytes: &[u8]) {
    if let Ok((source, text)) = gangmu::input::read("任意.md", bytes) {
        assert_eq!(text.byte_of(text.len_code_points()), Some(text.as_str().len()));
        let sentences: Vec<Span> = text.sentences().collect();
        assert!(sentences.windows(2).all(|pair| pair[0].end() <= pair[1].start()));
        let original = [Original { source, text }];
        let _ = verify(bytes, &original);
    }
    if let Ok(text) = std::str::from_utf8(bytes) {
        let _ = text.parse::<gangmu::graph::NodeId>();
        let key = gangmu::graph::match_key(text).into_owned();
        assert_eq!(gangmu::graph::match_key(&key), key.as_str());
    }
}

/// Bytes as a user's table of names: it is read or refused with its line.
pub fn of_lexicon(bytes: &[u8]) {
    let Ok(text) = std::str::from_utf8(bytes) else { return };
    let file = ("my-companies.tsv".to_owned(), text.to_owned());
    if let Err(error) = Lexicon::with_user_files(&[file]) {
        assert!(error.line > 0 && !error.problem.is_empty() && !error.remedy.is_empty());
    }
}
