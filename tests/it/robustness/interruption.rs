//! A run that is ended at any moment leaves the old files or the new ones, and none in between.

use std::io::Read;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use crate::cli::{Desk, PLAN, Run};

/// How often: a hundred times, but for a quick look with a debug build.
fn times() -> u32 {
    let all = !cfg!(debug_assertions) || std::env::var_os("GANGMU_SLOW").is_some();
    if all { 100 } else { 15 }
}

/// A desk with old results, and what new ones look like.
struct Scene {
    desk: Desk,
    new: Vec<(&'static str, Vec<u8>)>,
}

impl Scene {
    fn new() -> Self {
        let long = PLAN.repeat(5);
        let desk = Desk::with(&[("long.txt", long.as_bytes())]);
        desk.run(&["build", "long.txt", "-q"]).succeeds();
        let new = ["long.json", "long.dot"].map(|name| (name, desk.read(name))).to_vec();
        let scene = Self { desk, new };
        scene.renew();
        scene
    }

    fn renew(&self) {
        for (name, _) in &self.new {
            self.desk.write(name, b"old");
        }
    }

    /// Each file is old or new, whole; how many are new.
    #[track_caller]
    fn check(&self) -> usize {
        let mut renewed = 0;
        for (name, new) in &self.new {
            let found = self.desk.read(name);
            if found == *new {
                renewed += 1;
            } else {
                assert!(found == b"old", "{name} is torn: {} bytes", found.len());
            }
        }
        renewed
    }
}

fn command(scene: &Scene) -> Command {
    let mut command = scene.desk.command(&["build", "long.txt", "-q"]);
    command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
    command
}

#[test]
fn killed_at_any_moment() {
    let scene = Scene::new();
    let start = Instant::now();
    assert!(command(&scene).status().expect("it runs").success());
    let whole = start.elapsed();
    let mut renewed = [0; 3];
    let times = times();
    for time in 0..times {
        scene.renew();
        let mut child = command(&scene).spawn().expect("it runs");
        // most of a run is reading; the moments are closest where the files are written
        let share = 1.05 - 0.6 * f64::from((time * 37) % times) / f64::from(times);
        std::thread::sleep(Duration::from_secs_f64(whole.as_secs_f64() * share));
        // it may have ended by itself
        let _ = child.kill();
        child.wait().expect("it ends");
        renewed[scene.check()] += 1;
    }
    println!("of {times} runs {renewed:?} left 0, 1 and 2 new files");
    // the next run does not mind what a killed one left behind
    assert!(command(&scene).status().expect("it runs").success());
    assert_eq!(scene.check(), 2);
}

#[test]
fn a_disk_that_is_full_at_any_byte() {
    let scene = Scene::new();
    let longest = scene.new.iter().map(|(_, bytes)| bytes.len()).max().expect("files") / 1024 + 2;
    let times = times().min(20) as usize;
    for time in 0..times {
        // in blocks of 1024 bytes, from none to more than enough
        let blocks = longest * time / (times - 1);
        for on_signal in ["trap '' XFSZ;", ""] {
            scene.renew();
            let program = env!("CARGO_BIN_EXE_gangmu");
            let script = format!(
                "{on_signal} ulimit -c 0; ulimit -f {blocks}; exec '{program}' build long.txt -q"
            );
            let mut bash = Command::new("bash");
            bash.args(["-c", &script]).current_dir(scene.desk.path(""));
            let run = Run::of(bash);
            let renewed = scene.check();
            assert_eq!(run.code == Some(0), renewed == 2, "{blocks} blocks: {}", run.stderr);
            if on_signal.starts_with("trap") && renewed < 2 {
                run.fails(1, &["cannot be written"]);
                let left = scene.desk.list(".");
                assert_eq!(left, ["long.dot", "long.json", "long.txt"], "nothing else stays");
            } else {
                // killed by the signal, it cannot clean up
                for name in scene.desk.list(".").iter().filter(|name| name.ends_with(".tmp")) {
                    std::fs::remove_file(scene.desk.path(name)).expect("removed");
                }
            }
        }
    }
}

#[test]
fn a_reader_that_leaves_at_any_byte() {
    let scene = Scene::new();
    let json = &scene.new[0].1;
    let times = times().min(20) as usize;
    for time in 0..times {
        let wanted = json.len() * time / (times - 1);
        let mut command = scene.desk.command(&["build", "long.txt", "-q", "-f", "json", "-o", "-"]);
        command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped());
        let mut child = command.spawn().expect("it runs");
        let mut read = vec![0; wanted];
        child.stdout.take().expect("a pipe").read_exact(&mut read).expect("so many bytes come");
        assert!(json.starts_with(&read));
        let run = Run::from(child.wait_with_output().expect("it ends")).succeeds();
        assert_eq!(run.stderr, "");
    }
    assert_eq!(scene.check(), 0, "nothing else is written");
}
