//! Calling the binary.

use std::fs::File;
use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Child, Command, Stdio};

use serde_json::Value;
use storage::{DatabaseUrl, Store, StoreError};

/// What a call printed and how it ended.
pub struct Said {
    pub code: i32,
    pub out: String,
    pub err: String,
}

impl Said {
    /// The output as JSON; the call must have succeeded.
    #[track_caller]
    pub fn json(&self) -> Value {
        assert_eq!(self.code, 0, "{}{}", self.out, self.err);
        serde_json::from_str(&self.out).unwrap()
    }
}

/// Calls the binary without any setting from outside.
pub fn khongcho(arguments: &[&str]) -> Said {
    khongcho_with(arguments, &[])
}

/// Calls the binary with variables.
pub fn khongcho_with(arguments: &[&str], variables: &[(&str, &str)]) -> Said {
    let output = bare().args(arguments).envs(variables.iter().copied()).output().unwrap();
    Said {
        code: output.status.code().unwrap_or(-1),
        out: String::from_utf8(output.stdout).unwrap(),
        err: String::from_utf8(output.stderr).unwrap(),
    }
}

fn bare() -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_khongcho"));
    for (name, _) in std::env::vars().filter(|(name, _)| name.starts_with("KHONGCHO_")) {
        command.env_remove(name);
    }
    command
}

/// A server of ours; it is killed when the value goes.
pub struct Running {
    child: Child,
    pub base: String,
    pub said: Vec<String>,
}

impl Running {
    /// Starts `demo` or `serve` on a free port and waits for its address.
    pub fn start(arguments: &[&str], data: &Path) -> Self {
        Self::begin(arguments, data, Stdio::inherit())
    }

    /// The same, with its log in a file.
    pub fn start_logging(arguments: &[&str], data: &Path, log: File) -> Self {
        Self::begin(arguments, data, log.into())
    }

    fn begin(arguments: &[&str], data: &Path, log: Stdio) -> Self {
        let mut child = bare()
            .args(arguments)
            .args(["--listen", "127.0.0.1:0", "--data"])
            .arg(data)
            .stdout(Stdio::piped())
            .stderr(log)
            .spawn()
            .unwrap();
        let mut said = Vec::new();
        for line in BufReader::new(child.stdout.take().unwrap()).lines() {
            let line = line.unwrap();
            let address = line.find("http://").map(|at| line[at..].trim_end().to_owned());
            said.push(line);
            if let Some(base) = address {
                return Self { child, base, said };
            }
        }
        panic!("no address: {said:?}, {:?}", child.wait());
    }

    /// The status of an address, and its text.
    pub fn get(&self, path: &str) -> (u16, String) {
        let agent: ureq::Agent = ureq::Agent::config_builder().http_status_as_error(false).build().into();
        let mut answer = agent.get(format!("{}{path}", self.base)).call().unwrap();
        (answer.status().as_u16(), answer.body_mut().read_to_string().unwrap())
    }

    /// Asks it to stop as an operating system does, and gives its exit code.
    pub fn stop(mut self) -> i32 {
        let id = self.child.id().to_string();
        Command::new("kill").args(["-TERM", &id]).status().unwrap();
        self.child.wait().unwrap().code().unwrap_or(-1)
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        self.child.kill().ok();
        self.child.wait().ok();
    }
}

/// Changes the database of a folder without the program's knowledge.
pub fn change_behind(data: &Path, statement: String) {
    // The store takes statements of the program only; a test may leak one.
    let statement: &'static str = statement.leak();
    let runtime = tokio::runtime::Runtime::new().unwrap();
    runtime.block_on(async {
        let store = Store::open(&DatabaseUrl::Sqlite(data.join("khongcho.db"))).await.unwrap();
        store
            .write(move |tx| tx.execute_one(statement, &[]))
            .await
            .map_err(|error: StoreError| error)
            .unwrap();
    });
}
