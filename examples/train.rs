//! Scratch: trains the scorer. train OUT.tsv EXCLUDED,NAMES EPOCHS PENALTY FILES.kg...
use gangmu::{evaluation::Gold, lexicon::Lexicon, mention::Trainer, text::SourceText};
fn main() {
    let args: Vec<String> = std::env::args().skip(1).collect();
    let lexicon = Lexicon::from_seeds();
    let mut trainer = Trainer::new(&lexicon);
    let excluded: Vec<&str> = args[1].split(',').filter(|s| !s.is_empty()).collect();
    for file in &args[4..] {
        let path = std::path::Path::new(file);
        let stem = path.file_stem().unwrap().to_str().unwrap();
        if excluded.contains(&stem) { continue; }
        let annotation = std::fs::read_to_string(path).unwrap();
        let text_path = path.parent().unwrap().join(Gold::text_file(&annotation).unwrap());
        let text = std::fs::read_to_string(text_path).unwrap();
        let text = SourceText::new(text.trim_start_matches('\u{feff}').to_owned()).unwrap();
        let gold = Gold::read(&annotation, &text).unwrap();
        trainer.add(&text, gold.scope, |span, kind| gold.label(span, kind));
    }
    eprintln!("{:?}", trainer.counts());
    let scorer = trainer.train();
    std::fs::write(&args[0], scorer.to_table(&lexicon)).unwrap();
}
