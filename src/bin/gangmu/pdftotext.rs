//! `pdftotext` of poppler, where it is installed: it knows more fonts than any library.

use std::io::{Read, Write};
use std::process::{Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

/// How long it may take over one file.
const PATIENCE: Duration = Duration::from_secs(120);
/// How much it may print.
const MOST: u64 = 256 << 20;

/// The places of all words in a PDF, as `pdftotext -bbox-layout` prints them; `None` where it is not
/// installed, fails, or takes too long.
pub fn words(pdf: &[u8]) -> Option<String> {
    // it reads files only, and must be able to go back and forth in them
    let mut file = tempfile::Builder::new().prefix("gangmu-").suffix(".pdf").tempfile().ok()?;
    file.write_all(pdf).ok()?;
    let mut child = Command::new("pdftotext")
        .args(["-bbox-layout", "-enc", "UTF-8", "-q"])
        .arg(file.path())
        .arg("-")
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .ok()?;
    let stdout = child.stdout.take()?;
    let reader = thread::spawn(move || {
        let mut bytes = Vec::new();
        stdout.take(MOST).read_to_end(&mut bytes).map(|_| bytes)
    });
    let deadline = Instant::now() + PATIENCE;
    let status = loop {
        match child.try_wait().ok()? {
            Some(status) => break status,
            None if Instant::now() > deadline || reader.is_finished() && !done(&mut child) => {
                let _ = child.kill();
                let _ = child.wait();
                return None;
            }
            None => thread::sleep(Duration::from_millis(3)),
        }
    };
    let bytes = reader.join().ok()?.ok()?;
    status.success().then(|| String::from_utf8_lossy(&bytes).into_owned())
}

/// Whether it ends by itself, now that it has closed its output.
fn done(child: &mut std::process::Child) -> bool {
    for _ in 0..100 {
        if matches!(child.try_wait(), Ok(Some(_))) {
            return true;
        }
        thread::sleep(Duration::from_millis(10));
    }
    false
}
