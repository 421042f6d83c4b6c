//! Makes of the seeds what every start of the program would have to make otherwise: numbers the words of
//! the lexicon, lays out their trie, and finds the words of the weights.

use std::path::Path;
use std::{env, fs};

#[path = "src/lexicon/seeds.rs"]
mod seeds;
#[path = "src/lexicon/table.rs"]
mod table;
#[path = "src/lexicon/trie.rs"]
#[expect(dead_code, reason = "the program searches")]
mod trie;
#[path = "src/weights/table.rs"]
#[expect(dead_code, reason = "the program reads what is written here")]
mod weights;
#[path = "src/lexicon/words.rs"]
#[expect(dead_code, reason = "the program reads what is written here")]
mod words;

/// What the modules above know of the library.
mod lexicon {
    pub(crate) use super::table::{LexiconError, filled, lines, split};
}

const SCORER: &str = "seeds/lexicon/scorer.tsv";

fn main() {
    for source in ["src/lexicon", "src/weights", "seeds/lexicon"] {
        println!("cargo::rerun-if-changed={source}");
    }
    let words = words::Words::of(seeds::SEEDS.iter().copied());
    let words = words.unwrap_or_else(|error| panic!("seeds/lexicon/{error}"));
    save("lexicon.words", &bytes(&words.to_numbers()));
    let table = fs::read_to_string(SCORER).unwrap_or_else(|error| panic!("{SCORER}: {error}"));
    let weights = weights::Weights::read(SCORER, &table, |word| words.find_term(word));
    let (names, numbers) = weights.unwrap_or_else(|error| panic!("{error}")).to_numbers();
    save("scorer.names", names.as_bytes());
    save("scorer.weights", &bytes(&numbers));
}

/// Numbers as the processor has them that the program is built for.
fn bytes(numbers: &[u32]) -> Vec<u8> {
    let big = env::var("CARGO_CFG_TARGET_ENDIAN").is_ok_and(|endian| endian == "big");
    let bytes = |number: &u32| if big { number.to_be_bytes() } else { number.to_le_bytes() };
    numbers.iter().flat_map(bytes).collect()
}

fn save(name: &str, bytes: &[u8]) {
    let folder = env::var_os("OUT_DIR").expect("cargo names a folder");
    let file = Path::new(&folder).join(name);
    fs::write(&file, bytes).unwrap_or_else(|error| panic!("{}: {error}", file.display()));
}
