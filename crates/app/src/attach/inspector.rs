//! Starting the child that counts pages, and ending it when it takes too long.

use super::worker::{COMMAND, answer, pages};
use crate::error::FileProblem;
use std::ffi::OsString;
use std::io::{Read, Write};
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};
use std::sync::mpsc;
use std::time::Duration;

/// Counts the pages of a stranger's PDF.
pub trait Inspect: Send + Sync {
    /// The pages, at least one. Blocks.
    ///
    /// # Errors
    /// [`FileProblem::Locked`] or [`FileProblem::Unreadable`].
    fn pdf_pages(&self, bytes: &[u8]) -> Result<u32, FileProblem>;
}

/// Counts in this process: for files a test made itself, never for a stranger's.
pub struct InProcess;

impl Inspect for InProcess {
    fn pdf_pages(&self, bytes: &[u8]) -> Result<u32, FileProblem> {
        pages(bytes.to_vec())
    }
}

/// Counts in a child process that has no environment, little memory and little time.
pub struct Inspector {
    exe: PathBuf,
    arguments: Vec<OsString>,
    environment: Vec<(OsString, OsString)>,
    patience: Duration,
}

impl Inspector {
    /// How long a child may take.
    pub const PATIENCE: Duration = Duration::from_secs(5);

    /// A program that understands [`COMMAND`] by calling [`super::worker::run`].
    pub fn new(exe: PathBuf) -> Self {
        let arguments = vec![COMMAND.into()];
        Self { exe, arguments, environment: Vec::new(), patience: Self::PATIENCE }
    }

    /// This program. Where it cannot name itself every PDF is refused as unreadable.
    pub fn this_program() -> Self {
        Self::new(std::env::current_exe().unwrap_or_default())
    }

    #[cfg(test)]
    pub(super) fn with(
        exe: PathBuf,
        arguments: &[&str],
        environment: (&str, &str),
        patience: Duration,
    ) -> Self {
        let environment = vec![(environment.0.into(), environment.1.into())];
        Self { exe, arguments: arguments.iter().map(Into::into).collect(), environment, patience }
    }

    fn start(&self) -> std::io::Result<Child> {
        let mut command = Command::new(&self.exe);
        command.args(&self.arguments).env_clear().envs(self.environment.iter().cloned());
        command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::null()).spawn()
    }
}

impl Inspect for Inspector {
    fn pdf_pages(&self, bytes: &[u8]) -> Result<u32, FileProblem> {
        let mut child = self.start().map_err(|error| {
            tracing::error!(%error, "the inspector of files cannot be started");
            FileProblem::Unreadable
        })?;
        let (Some(mut input), Some(output)) = (child.stdin.take(), child.stdout.take()) else {
            return Err(FileProblem::Unreadable);
        };
        let (sender, said) = mpsc::channel();
        let listener = std::thread::spawn(move || {
            let mut text = String::new();
            // Whoever stopped waiting needs no answer.
            let read = output.take(4_096).read_to_string(&mut text);
            let _ = sender.send(read.map(|_| text).unwrap_or_default());
        });
        let bytes = bytes.to_vec();
        // A child that ends early closes the pipe; what it said counts, not what it left unread.
        let feeder = std::thread::spawn(move || drop(input.write_all(&bytes)));
        let answered = said.recv_timeout(self.patience);
        // Ending a child that has ended is harmless; waiting keeps no dead one behind, and the threads follow its pipes.
        let _ = child.kill();
        let _ = child.wait();
        let _ = (listener.join(), feeder.join());
        answer(&answered.unwrap_or_default())
    }
}
