//! Scratch: a minimal graph for scoring.
use gangmu::{extraction::Source, lexicon::Lexicon, pipeline::Extractor, text::SourceText};
fn main() {
    let lexicon = Lexicon::from_seeds();
    let extractor = match std::env::var("WEIGHTS") { Ok(f) => Extractor::with_weights(lexicon, &std::fs::read_to_string(f).unwrap()), Err(_) => Extractor::new(lexicon) };
    let args: Vec<String> = std::env::args().skip(1).collect();
    let out = std::path::Path::new(&args[0]);
    for file in &args[1..] {
        let path = std::path::Path::new(file);
        let text = std::fs::read_to_string(path).unwrap();
        let text = text.trim_start_matches('\u{feff}').to_owned();
        let source = Source { name: "x".into(), format: "text", encoding: "UTF-8", sha256: "0".into() };
        let e = extractor.extract(source, SourceText::new(text).unwrap());
        let mut nodes = vec![];
        let mut edges: Vec<serde_json::Value> = vec![];
        for (i, p) in e.pillars.iter().enumerate() {
            let r = e.text.code_points(p.title);
            nodes.push(serde_json::json!({"id": format!("p{i}"), "type":"pillar","label": e.text.slice(p.title), "start": r.start, "end": r.end, "level": p.level, "kind": p.kind.name()}));
        }
        for (i, a) in e.actions.iter().enumerate() {
            let r = e.text.code_points(a.span);
            nodes.push(serde_json::json!({"id": format!("a{i}"), "type":"action","label": e.text.slice(a.span), "start": r.start, "end": r.end}));
        }
        for (i, n) in e.entities.iter().enumerate() {
            let ms: Vec<_> = n.mentions.iter().map(|m| { let r = e.text.code_points(m.span); serde_json::json!({"start": r.start, "end": r.end, "text": e.text.slice(m.span), "rule": m.rule.name(), "confidence": m.confidence}) }).collect();
            nodes.push(serde_json::json!({"id": format!("e{i}"), "type":n.kind.name(),"label": n.name, "aliases": n.aliases.iter().map(|a| a.form.clone()).collect::<Vec<_>>(), "mentions": ms}));
            let mut seen = std::collections::BTreeSet::new();
            for m in &n.mentions { if let Some(p) = e.pillar_at(m.span) { if seen.insert(p) { edges.push(serde_json::json!({"source": format!("e{i}"), "target": format!("p{}", p.0), "type":"appears_in"})); } } }
        }
        for v in &e.involvements { edges.push(serde_json::json!({"source": format!("a{}", v.action.0), "target": format!("e{}", v.entity.0), "type":"involves"})); }
        let g = serde_json::json!({"directed":true,"multigraph":true,"graph":{},"nodes":nodes,"edges":edges});
        std::fs::write(out.join(path.with_extension("json").file_name().unwrap()), g.to_string()).unwrap();
    }
}
