//! What is linked: read off `Cargo.lock` and the manifests, so that it needs no other tool.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

/// Crates that talk to networks, or that only such crates need.
const NETWORK: &[&str] = &[
    "actix-web",
    "async-std",
    "attohttpc",
    "axum",
    "curl",
    "curl-sys",
    "ftp",
    "h2",
    "h3",
    "hickory-resolver",
    "http",
    "httparse",
    "hyper",
    "hyper-util",
    "isahc",
    "mio",
    "minreq",
    "native-tls",
    "openssl",
    "openssl-sys",
    "quinn",
    "reqwest",
    "rustls",
    "schannel",
    "smol",
    "socket2",
    "ssh2",
    "surf",
    "tiny_http",
    "tokio",
    "trust-dns-resolver",
    "tungstenite",
    "ureq",
    "warp",
    "webpki-roots",
    "websocket",
];

/// Crates under licences that must not be linked.
const COPYLEFT: &[&str] = &["zhconv", "libzim", "pinyin-gpl"];

fn read(path: &str) -> String {
    fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(path)).expect("it is there")
}

/// For each package of the lock file, the names of those that it needs.
fn lock() -> BTreeMap<String, BTreeSet<String>> {
    let lock: toml::Table = toml::from_str(&read("Cargo.lock")).expect("the lock file is TOML");
    let mut tree: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for package in lock["package"].as_array().expect("packages") {
        let name = package["name"].as_str().expect("a name").to_owned();
        let needs = package.get("dependencies").and_then(toml::Value::as_array);
        let needs = needs.into_iter().flatten().filter_map(toml::Value::as_str);
        // "name", or "name version" where there are several
        let needs = needs.map(|need| need.split(' ').next().unwrap_or(need).to_owned());
        tree.entry(name).or_default().extend(needs);
    }
    tree
}

/// The packages that end up in the library and the program.
fn linked() -> BTreeSet<String> {
    let manifest: toml::Table = toml::from_str(&read("Cargo.toml")).expect("the manifest is TOML");
    let mut open: Vec<String> = Vec::new();
    for section in ["dependencies", "build-dependencies"] {
        let table = manifest.get(section).and_then(toml::Value::as_table);
        for (name, value) in table.into_iter().flatten() {
            let renamed = value.get("package").and_then(toml::Value::as_str);
            open.push(renamed.unwrap_or(name).to_owned());
        }
    }
    let tree = lock();
    let mut linked = BTreeSet::new();
    while let Some(name) = open.pop() {
        if linked.insert(name.clone()) {
            open.extend(tree.get(&name).into_iter().flatten().cloned());
        }
    }
    linked
}

#[test]
fn no_network_code_is_linked() {
    let linked = linked();
    assert!(
        linked.contains("petgraph") && linked.contains("indexmap"),
        "the tree is read: {linked:?}"
    );
    let found: Vec<&&str> = NETWORK.iter().filter(|name| linked.contains(**name)).collect();
    assert!(found.is_empty(), "the tool works offline; these do not: {found:?}");
}

#[test]
fn no_copyleft_is_linked() {
    let linked = linked();
    let found: Vec<&&str> = COPYLEFT.iter().filter(|name| linked.contains(**name)).collect();
    assert!(found.is_empty(), "{found:?}");
    // the policy for everything else is cargo deny's
    let policy: toml::Table = toml::from_str(&read("deny.toml")).expect("the policy is TOML");
    let allowed = policy["licenses"]["allow"].as_array().expect("licences");
    let names: Vec<&str> = allowed.iter().filter_map(toml::Value::as_str).collect();
    assert!(names.contains(&"MIT") && names.iter().all(|name| !name.contains("GPL")), "{names:?}");
}

#[test]
fn no_shell_is_started() {
    // programs are started by name and with separate arguments, in one place for each
    fn sources(folder: &Path, found: &mut Vec<(String, String)>) {
        for entry in fs::read_dir(folder).expect("a folder") {
            let path = entry.expect("readable").path();
            if path.is_dir() {
                sources(&path, found);
            } else {
                let text = fs::read_to_string(&path).expect("sources are UTF-8");
                found.push((path.display().to_string(), text));
            }
        }
    }
    let mut all = Vec::new();
    sources(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src"), &mut all);
    for (path, text) in all {
        for shell in ["\"sh\"", "\"bash\"", "\"/bin/sh\"", "\"cmd\"", "\"powershell\""] {
            assert!(!text.contains(&format!("Command::new({shell})")), "{path} starts a shell");
        }
        assert!(
            !text.contains("TcpStream") && !text.contains("UdpSocket"),
            "{path} opens a socket"
        );
    }
}
