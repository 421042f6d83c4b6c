//! A run that is ended at any moment leaves the old files or the new ones, and none in between.

use std::io::Read;
use std::process::{Child, Command, Stdio};
use std::time::Instant;

use crate::cli::{Desk, PLAN, Run};

/// How often: a hundred times, but for a quick look with a debug build.
fn times() -> u32 {
    let all = !cfg!(debug_assertions) || std::env::var_os("GANGMU_SLOW").is_some();
    if all { 100 } else { 15 }
}

/// What every run makes.
const BUILD: [&str; 5] = ["build", "long.txt", "-q", "-f", "json,dot,csv,svg"];

/// A desk with old results, and what new ones look like.
struct Scene {
    desk: Desk,
    new: Vec<(String, Vec<u8>)>,
}

impl Scene {
    fn new() -> Self {
        let long = PLAN.repeat(5);
        let desk = Desk::with(&[("long.txt", long.as_bytes())]);
        desk.run(&BUILD).succeeds();
        let mut names = desk.list(".");
        names.retain(|name| name != "long.txt");
        assert_eq!(names.len(), 3 + 6, "{names:?}");
        let new = names.into_iter().map(|name| (name.clone(), desk.read(&name))).collect();
        let scene = Self { desk, new };
        scene.renew();
        scene
    }

    fn renew(&self) {
        for (name, _) in &self.new {
            self.desk.write(name, b"old");
        }
    }

    /// Takes away what a killed run left behind.
    fn tidy(&self) {
        for name in self.desk.list(".").iter().filter(|name| name.ends_with(".tmp")) {
            std::fs::remove_file(self.desk.path(name)).expect("removed");
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
    let mut command = scene.desk.command(&BUILD);
    command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
    command
}

/// Waits until a run begins to write; `false` when it ended before.
fn begins_to_write(scene: &Scene, child: &mut Child) -> bool {
    while child.try_wait().expect("it can be asked").is_none() {
        if scene.desk.list(".").iter().any(|name| name.ends_with(".tmp")) {
            return true;
        }
        std::thread::yield_now();
    }
    false
}

#[test]
fn killed_at_any_moment() {
    let scene = Scene::new();
    let start = Instant::now();
    let mut child = command(&scene).spawn().expect("it runs");
    assert!(begins_to_write(&scene, &mut child), "files are written beside their places first");
    let reading = start.elapsed();
    assert!(child.wait().expect("it ends").success());
    let writing = start.elapsed() - reading;
    let mut renewed = vec![0; scene.new.len() + 1];
    let times = times();
    for time in 0..times {
        scene.renew();
        let mut child = command(&scene).spawn().expect("it runs");
        let share = f64::from((time * 37) % times) / f64::from(times);
        // most of a run is reading, and most of what can go wrong is in the rest
        if time % 4 == 0 {
            std::thread::sleep(reading.mul_f64(share));
        } else if begins_to_write(&scene, &mut child) {
            std::thread::sleep(writing.mul_f64(share * 1.1));
        }
        // it may have ended by itself
        let _ = child.kill();
        child.wait().expect("it ends");
        renewed[scene.check()] += 1;
        scene.tidy();
    }
    println!("of {times} runs {renewed:?} left 0, 1, 2 … new files");
    assert!(times < 100 || renewed[1..].iter().sum::<u32>() > 0, "some were killed in between");
    // the next run does not mind what a killed one left behind
    assert!(command(&scene).status().expect("it runs").success());
    assert_eq!(scene.check(), scene.new.len());
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
                "{on_signal} ulimit -c 0; ulimit -f {blocks}; exec '{program}' {}",
                BUILD.join(" ")
            );
            let mut bash = Command::new("bash");
            bash.args(["-c", &script]).current_dir(scene.desk.path(""));
            let run = Run::of(bash);
            let renewed = scene.check();
            let all = scene.new.len();
            assert_eq!(run.code == Some(0), renewed == all, "{blocks} blocks: {}", run.stderr);
            if on_signal.starts_with("trap") && renewed < all {
                run.fails(1, &["cannot be written"]);
                assert_eq!(scene.desk.list(".").len(), all + 1, "nothing else stays");
            } else {
                // killed by the signal, it cannot clean up
                scene.tidy();
            }
        }
    }
}

#[test]
fn a_reader_that_leaves_at_any_byte() {
    let scene = Scene::new();
    let json = &scene.new.iter().find(|(name, _)| name == "long.json").expect("it is made").1;
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

#[test]
fn a_full_disk_under_standard_output() {
    let scene = Scene::new();
    let full = std::fs::OpenOptions::new().write(true).open("/dev/full").expect("Linux has it");
    let mut command = scene.desk.command(&["build", "long.txt", "-q", "-f", "json", "-o", "-"]);
    command.stdin(Stdio::null()).stdout(full).stderr(Stdio::piped());
    let run = Run::from(command.output().expect("it runs"));
    run.fails(1, &["error[disk-full]: standard output: cannot be written: the disk is full"]);
    assert_eq!(scene.check(), 0);
}

/// On a small disk of its own, where the system lets users mount one.
#[test]
fn a_disk_with_little_room() {
    let scene = Scene::new();
    let all: usize = scene.new.iter().map(|(_, bytes)| bytes.len().div_ceil(4096) * 4).sum();
    let inside = |script: &str| {
        let mut unshare = Command::new("unshare");
        unshare.args(["--user", "--map-root-user", "--mount", "bash", "-c", script]);
        unshare.current_dir(scene.desk.path(""));
        unshare.output().map(Run::from)
    };
    let probe = inside("mkdir -p disk && mount -t tmpfs -o size=64k tmpfs disk");
    if !probe.is_ok_and(|run| run.code == Some(0)) {
        println!("no disk can be mounted here; /dev/full and limits have to do");
        return;
    }
    let program = env!("CARGO_BIN_EXE_gangmu");
    let times = times().min(20) as usize;
    for time in 0..times {
        // from no room to room for old and new files side by side
        let room = 8 + (2 * all + 64) * time / (times - 1);
        scene.renew();
        let script = format!(
            "mkdir -p disk && mount -t tmpfs -o size={room}k tmpfs disk && cp long.* disk || exit 9
             cd disk && '{program}' {}; code=$?; ls -A | wc -l > ../left; cp -f * ..; exit $code",
            BUILD.join(" ")
        );
        let run = inside(&script).expect("it ran before");
        if run.code == Some(9) {
            continue; // not even the old files have room
        }
        let renewed = scene.check();
        let files = scene.new.len();
        assert_eq!(run.code == Some(0), renewed == files, "{room} kB: {}", run.stderr);
        if renewed < files {
            run.fails(1, &["error[disk-full]: ", "the disk is full", "remedy: free some space"]);
        }
        let left = String::from_utf8(scene.desk.read("left")).expect("a number");
        assert_eq!(left.trim(), (files + 1).to_string(), "nothing else stays");
    }
    assert_eq!(scene.check(), scene.new.len(), "the last disk has room for all");
}
