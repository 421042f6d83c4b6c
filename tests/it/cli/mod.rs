//! The real binary, run in folders of its own.

mod corpus;
mod decisions;
mod errors;
mod evaluation;
mod files;
mod graphs;
mod inputs;
mod log;
mod pictures;
mod same_bytes;
mod verify;

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use tempfile::TempDir;

/// A document with a bit of everything: front matter, numbering, run-in headings, names.
pub const PLAN: &str = "\
青河县2026年产业发展行动方案

2026-01-15 来源:青河县人民政府网

一、做强先进制造业
(一)壮大龙头企业。支持青河重工集团做大做强,年内新增产值12亿元。
(二)深化产学研合作。与清华大学、哈尔滨工业大学等高校共建新材料研究院。

二、推进乡村振兴
1.实施高标准农田建设工程,新建高标准农田5万亩。
2.推动青河面粉有限公司二期项目2026年底前投产。
";

/// A short document, other than [`PLAN`].
pub const NOTE: &str = "全县文旅产业座谈会召开\n\n一是打造全域旅游示范区。二是引进文旅企业3家。\n";

/// A working folder that is deleted in the end.
pub struct Desk {
    dir: TempDir,
}

/// What a run of the program gave.
pub struct Run {
    /// Its exit code; `None` when a signal ended it.
    pub code: Option<i32>,
    /// Standard output.
    pub stdout: Vec<u8>,
    /// Standard error.
    pub stderr: String,
}

impl Desk {
    /// A folder that holds these files; folders in their names are made.
    pub fn with(files: &[(&str, &[u8])]) -> Self {
        let desk = Self { dir: tempfile::tempdir().expect("a temporary folder") };
        for (name, content) in files {
            desk.write(name, content);
        }
        desk
    }

    /// Writes a file.
    pub fn write(&self, name: &str, content: &[u8]) {
        let path = self.path(name);
        fs::create_dir_all(path.parent().expect("is in the folder")).expect("a new folder");
        fs::write(path, content).expect("a new file");
    }

    /// Where a file is.
    pub fn path(&self, name: &str) -> PathBuf {
        self.dir.path().join(name)
    }

    /// A file's content.
    pub fn read(&self, name: &str) -> Vec<u8> {
        fs::read(self.path(name)).unwrap_or_else(|error| panic!("{name}: {error}"))
    }

    /// Whether there is such a file or folder.
    pub fn has(&self, name: &str) -> bool {
        self.path(name).exists()
    }

    /// The names of all that is in a folder, hidden files too, sorted.
    pub fn list(&self, folder: &str) -> Vec<String> {
        let entries = fs::read_dir(self.path(folder)).expect("a folder");
        let name = |entry: fs::DirEntry| entry.file_name().to_string_lossy().into_owned();
        let mut names: Vec<String> = entries.map(|entry| name(entry.expect("readable"))).collect();
        names.sort();
        names
    }

    /// The program, to be run in this folder.
    pub fn command(&self, args: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_gangmu"));
        command.args(args).current_dir(self.dir.path());
        command
    }

    /// Runs the program.
    pub fn run(&self, args: &[&str]) -> Run {
        Run::of(self.command(args))
    }

    /// Runs the program with something on standard input.
    pub fn run_with_stdin(&self, args: &[&str], stdin: &[u8]) -> Run {
        let mut command = self.command(args);
        command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
        let mut child = command.spawn().expect("the program runs");
        child.stdin.take().expect("a pipe").write_all(stdin).expect("it reads its input");
        Run::from(child.wait_with_output().expect("it ends"))
    }
}

impl Run {
    /// Runs a command with nothing on standard input.
    pub fn of(mut command: Command) -> Self {
        Self::from(command.stdin(Stdio::null()).output().expect("the program runs"))
    }

    /// It went well, and no panic hides in it.
    #[track_caller]
    pub fn succeeds(self) -> Self {
        assert_eq!(self.code, Some(0), "{}", self.stderr);
        self
    }

    /// It failed with this code, and said all these words.
    #[track_caller]
    pub fn fails(self, code: i32, words: &[&str]) -> Self {
        assert_eq!(self.code, Some(code), "{}", self.stderr);
        assert!(!self.stderr.contains("panicked"), "{}", self.stderr);
        for word in words {
            assert!(self.stderr.contains(word), "no {word:?} in: {}", self.stderr);
        }
        self
    }
}

impl From<Output> for Run {
    fn from(output: Output) -> Self {
        let stderr = String::from_utf8(output.stderr).expect("messages are UTF-8");
        Self { code: output.status.code(), stdout: output.stdout, stderr }
    }
}

/// The root of the repository.
pub fn repository() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// The names of the documents that went into a JSON graph, in its order.
pub fn sources(json: &[u8]) -> Vec<String> {
    let graph: serde_json::Value = serde_json::from_slice(json).expect("the graph is JSON");
    let nodes = graph["nodes"].as_array().expect("a graph has nodes");
    let documents = nodes.iter().filter(|node| node["type"] == "document");
    documents.map(|node| node["source"].as_str().expect("a name").to_owned()).collect()
}

/// Whether Graphviz is installed; says so where it is not.
pub fn graphviz_is_installed() -> bool {
    let found = Command::new("dot").arg("-V").output().is_ok();
    if !found {
        println!("skipped: Graphviz is not installed (tests/run installs it)");
    }
    found
}
