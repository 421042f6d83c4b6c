//! What fuzzing kept: the inputs that reached the most of each reader, read again.

use std::fs::File;
use std::io::Read;
use std::path::Path;

use zip::ZipArchive;

use super::readers::TARGETS;

#[test]
fn kept_inputs_of_the_readers_are_read() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("fuzz/corpus");
    for (target, check) in TARGETS {
        let file = File::open(folder.join(format!("{target}.zip"))).expect("a target has a corpus");
        let mut archive = ZipArchive::new(file).expect("a sound archive");
        assert!(archive.len() > 50, "{target} has {} inputs", archive.len());
        for index in 0..archive.len() {
            let mut input = Vec::new();
            archive
                .by_index(index)
                .and_then(|mut file| Ok(file.read_to_end(&mut input)?))
                .expect("an input");
            check(&input);
        }
    }
}
