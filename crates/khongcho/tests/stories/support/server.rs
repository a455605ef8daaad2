//! The built binary, running.

use std::io::{BufRead, BufReader, Read};
use std::process::{Child, Command, Stdio};
use std::sync::mpsc;
use std::thread;
use std::time::Duration;

use tempfile::TempDir;

use super::{Engine, Person};

/// The first start seeds the history, in a debug build on a busy machine.
const READY_WITHIN: Duration = Duration::from_secs(180);

/// A running demo; it ends when the value goes.
pub struct Server {
    child: Child,
    base: String,
    database: String,
    folder: TempDir,
}

impl Server {
    /// The demo as it comes.
    pub fn demo(engine: Engine) -> Self {
        Self::start(engine, &[])
    }

    /// The demo with its clock at `at` (RFC 3339).
    pub fn demo_at(engine: Engine, at: &str) -> Self {
        Self::start(engine, &["--at", at])
    }

    /// Stops it, and starts it again on the same data with its clock moved on to `at` (RFC 3339).
    pub fn again_at(mut self, at: &str) -> Self {
        self.stop();
        let folder = std::mem::replace(&mut self.folder, TempDir::new().expect("a folder"));
        Self::run(folder, self.database.clone(), &["--at", at])
    }

    fn start(engine: Engine, options: &[&str]) -> Self {
        let folder = TempDir::new().expect("a folder for the data");
        let database = engine.new_database(folder.path());
        Self::run(folder, database, options)
    }

    fn run(folder: TempDir, database: String, options: &[&str]) -> Self {
        let mut child = Command::new(env!("CARGO_BIN_EXE_khongcho"))
            .args(["demo", "--listen", "127.0.0.1:0", "--database", &database, "--data"])
            .arg(folder.path())
            .args(options)
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .expect("the binary starts");
        let output = child.stdout.take().expect("it was piped");
        let errors = child.stderr.take().expect("it was piped");
        let base = address_in(output, errors).unwrap_or_else(|said| {
            child.kill().ok();
            panic!("the demo did not print its address. It said:\n{said}");
        });
        Self { child, base, database, folder }
    }

    /// The address, without a slash at the end.
    pub fn base(&self) -> &str {
        &self.base
    }

    /// A new window, logged in as nobody.
    pub fn person(&self) -> Person {
        Person::new(&self.base)
    }

    /// Runs another command of the binary on the same data and gives its exit code and output.
    pub fn command(&self, arguments: &[&str]) -> (i32, String) {
        let output = Command::new(env!("CARGO_BIN_EXE_khongcho"))
            .args(arguments)
            .args(["--database", &self.database])
            .env("KHONGCHO_DATA", self.folder.path())
            .output()
            .expect("the binary starts");
        let said = [output.stdout, output.stderr].concat();
        (output.status.code().unwrap_or(-1), String::from_utf8_lossy(&said).into_owned())
    }
}

impl Server {
    /// Without a warning, as when the power goes: what was answered must be there afterwards.
    fn stop(&mut self) {
        self.child.kill().ok();
        self.child.wait().ok();
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        self.stop();
    }
}

/// Reads both outputs for as long as the program lives, so that it never waits for a full pipe, and hands the first
/// address on; or everything that was said, when none came.
fn address_in(
    output: impl Read + Send + 'static,
    errors: impl Read + Send + 'static,
) -> Result<String, String> {
    let (lines, heard) = mpsc::channel();
    let second = lines.clone();
    thread::spawn(move || pass_on(output, &lines));
    thread::spawn(move || pass_on(errors, &second));
    let mut said = String::new();
    while let Ok(line) = heard.recv_timeout(READY_WITHIN) {
        if let Some(address) = address(&line) {
            return Ok(address);
        }
        said.push_str(&line);
        said.push('\n');
    }
    Err(said)
}

fn pass_on(stream: impl Read, lines: &mpsc::Sender<String>) {
    for line in BufReader::new(stream).lines().map_while(Result::ok) {
        lines.send(line).ok();
    }
}

fn address(line: &str) -> Option<String> {
    let at = line.find("http://")?;
    let host: String =
        line[at + 7..].chars().take_while(|c| c.is_ascii_alphanumeric() || ".:-[]".contains(*c)).collect();
    Some(format!("http://{host}"))
}

#[test]
fn the_address_is_found_in_a_sentence() {
    assert_eq!(
        address("Mở http://127.0.0.1:4321/ trong trình duyệt").as_deref(),
        Some("http://127.0.0.1:4321")
    );
    assert_eq!(address("nothing here"), None);
}
