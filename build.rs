//! Numbers the words of the lexicon and lays out their trie, which every start of the program would
//! have to do otherwise.

use std::path::Path;
use std::{env, fs};

#[path = "src/lexicon/seeds.rs"]
mod seeds;
#[path = "src/lexicon/table.rs"]
mod table;
#[path = "src/lexicon/trie.rs"]
#[expect(dead_code, reason = "the program searches")]
mod trie;
#[path = "src/lexicon/words.rs"]
#[expect(dead_code, reason = "the program reads what is written here")]
mod words;

fn main() {
    println!("cargo::rerun-if-changed=src/lexicon");
    println!("cargo::rerun-if-changed=seeds/lexicon");
    let words = words::Words::of(seeds::SEEDS.iter().copied());
    let words = words.unwrap_or_else(|error| panic!("seeds/lexicon/{error}"));
    let folder = env::var_os("OUT_DIR").expect("cargo names a folder");
    let file = Path::new(&folder).join("lexicon.words");
    fs::write(&file, words.to_bytes())
        .unwrap_or_else(|error| panic!("{}: {error}", file.display()));
}
