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
    let big = env::var("CARGO_CFG_TARGET_ENDIAN").is_ok_and(|endian| endian == "big");
    let bytes = |number: u32| if big { number.to_be_bytes() } else { number.to_le_bytes() };
    let bytes: Vec<u8> = words.to_numbers().into_iter().flat_map(bytes).collect();
    fs::write(&file, bytes).unwrap_or_else(|error| panic!("{}: {error}", file.display()));
}
