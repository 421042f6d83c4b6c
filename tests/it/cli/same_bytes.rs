//! The same documents give the same bytes, whatever happens around them.

use std::path::PathBuf;

use super::{Desk, NOTE, PLAN, repository};

/// Every sample plan, and documents that are hard to keep apart: equal names, equal bytes, no
/// difference but the line ends.
fn desk() -> (Desk, Vec<String>) {
    let windows = PLAN.replace('\n', "\r\n");
    let other = PLAN.replace("青河", "白山");
    let files: Vec<(&str, &[u8])> = vec![
        ("a.txt", PLAN.as_bytes()),
        ("b.txt", NOTE.as_bytes()),
        ("copy.txt", NOTE.as_bytes()),
        ("deep/a.txt", other.as_bytes()),
        ("windows.txt", windows.as_bytes()),
    ];
    let desk = Desk::with(&files);
    let mut names: Vec<String> = files.iter().map(|(name, _)| (*name).to_owned()).collect();
    let samples = std::fs::read_dir(repository().join("seeds/documents")).into_iter().flatten();
    let mut samples: Vec<PathBuf> = samples.map(|entry| entry.expect("readable").path()).collect();
    samples.sort();
    names.extend(samples.into_iter().map(|path| path.display().to_string()));
    (desk, names)
}

/// What the program makes of the inputs in this order.
fn build(desk: &Desk, inputs: &[&str], options: &[&str]) -> Vec<Vec<u8>> {
    let one = |format| {
        let args = [&["build", "-q", "-o", "-", "-f", format], options, inputs].concat();
        desk.run(&args).succeeds().stdout
    };
    vec![one("json"), one("dot")]
}

#[test]
fn in_any_order_of_inputs() {
    let (desk, names) = desk();
    let mut inputs: Vec<&str> = names.iter().map(String::as_str).collect();
    let expected = build(&desk, &inputs, &[]);
    inputs.reverse();
    assert!(build(&desk, &inputs, &[]) == expected, "reversed");
    for turn in 1..inputs.len() {
        inputs.rotate_left(1);
        inputs.swap(0, turn);
        assert!(build(&desk, &inputs, &[]) == expected, "shuffled: {inputs:?}");
    }
}

#[test]
fn however_often_an_input_is_given() {
    let (desk, names) = desk();
    let once: Vec<&str> = names.iter().map(String::as_str).collect();
    let twice = [once.as_slice(), &once].concat();
    assert!(build(&desk, &once, &[]) == build(&desk, &twice, &[]));
}

#[test]
fn on_every_run_and_number_of_threads() {
    let (desk, names) = desk();
    let inputs: Vec<&str> = names.iter().map(String::as_str).collect();
    let expected = build(&desk, &inputs, &[]);
    for threads in ["1", "2", "8"] {
        for _ in 0..3 {
            let built = build(&desk, &inputs, &["--threads", threads]);
            assert!(built == expected, "{threads} threads");
        }
    }
}
