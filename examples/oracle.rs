//! Scratch: gold mentions that no candidate covers.
use gangmu::{evaluation::Gold, lexicon::Lexicon, mention::Trainer, text::SourceText};
fn main() {
    let lexicon = Lexicon::from_seeds();
    let (mut n, mut miss) = (0, 0);
    for file in std::env::args().skip(1) {
        let path = std::path::Path::new(&file);
        let annotation = std::fs::read_to_string(path).unwrap();
        let text_path = path.parent().unwrap().join(Gold::text_file(&annotation).unwrap());
        let text = std::fs::read_to_string(text_path).unwrap();
        let text = SourceText::new(text.trim_start_matches('\u{feff}').to_owned()).unwrap();
        let gold = Gold::read(&annotation, &text).unwrap();
        let seen = std::cell::RefCell::new(std::collections::HashSet::new());
        let mut trainer = Trainer::new(&lexicon);
        trainer.add(&text, gold.scope, |span, kind| { seen.borrow_mut().insert((span, kind)); None });
        let seen = seen.into_inner();
        for m in gold.mentions.iter().filter(|m| !m.optional) {
            n += 1;
            if !seen.contains(&(m.span, m.kind)) { miss += 1;
                let a = text.as_str()[..m.span.start()].char_indices().rev().nth(8).map_or(0, |x| x.0);
                let b = text.as_str()[m.span.end()..].char_indices().nth(8).map_or(text.as_str().len(), |x| m.span.end()+x.0);
                println!("{}\t{}[{}]{}", m.kind.name(), &text.as_str()[a..m.span.start()], text.slice(m.span), &text.as_str()[m.span.end()..b].replace('\n',"/")); }
        }
    }
    println!("{miss} of {n}");
}
