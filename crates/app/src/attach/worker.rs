//! The child process that opens a stranger's PDF: it limits itself, counts, answers in one line and ends.
//!
//! It is this program itself with the hidden command `inspect-file`. Should the reader overflow its stack, eat its
//! memory or loop, the child is gone and the file is refused; nothing of the server is touched.

use crate::error::FileProblem;
use hayro_syntax::{DecryptionError, LoadPdfError, Pdf};
use std::io::{self, Read, Write};

/// The hidden command of the program.
pub const COMMAND: &str = "inspect-file";

/// Stands before the answer, so that whatever else a runtime prints is not taken for it.
pub(super) const MARK: &str = "khongcho-pages ";

/// Address space of the child, in bytes.
const MEMORY_BYTES: u64 = 1 << 30;

/// Processor time of the child, in seconds.
const PROCESSOR_SECONDS: u64 = 5;

/// More pages than any paper at a counter has.
const PAGES_MAX: usize = 5_000;

/// Reads a PDF from `input` and answers its pages, or why not, on `output`.
///
/// # Errors
/// Whatever reading, writing or setting the limits says; the caller ends with a failure then.
pub fn run(mut input: impl Read, mut output: impl Write) -> io::Result<()> {
    restrain()?;
    let mut bytes = Vec::new();
    input.read_to_end(&mut bytes)?;
    let answer = match pages(bytes) {
        Ok(pages) => pages.to_string(),
        Err(FileProblem::Locked) => "locked".to_owned(),
        Err(_) => "unreadable".to_owned(),
    };
    writeln!(output, "{MARK}{answer}")?;
    output.flush()
}

/// Gives up memory, time, writing and dumping for the rest of this process.
fn restrain() -> io::Result<()> {
    use rlimit::Resource;
    let limits = [
        (Resource::AS, MEMORY_BYTES),
        (Resource::CPU, PROCESSOR_SECONDS),
        (Resource::FSIZE, 0),
        (Resource::CORE, 0),
    ];
    limits.into_iter().try_for_each(|(resource, limit)| resource.set(limit, limit))
}

/// Counts the pages of a PDF in this process.
pub(super) fn pages(bytes: Vec<u8>) -> Result<u32, FileProblem> {
    let pdf = Pdf::new(bytes).map_err(|error| match error {
        LoadPdfError::Decryption(
            DecryptionError::PasswordProtected
            | DecryptionError::UnsupportedAlgorithm
            | DecryptionError::InvalidEncryption
            | DecryptionError::MissingIDEntry,
        ) => FileProblem::Locked,
        LoadPdfError::Invalid => FileProblem::Unreadable,
    })?;
    let count = pdf.pages().len();
    if !(1..=PAGES_MAX).contains(&count) {
        return Err(FileProblem::Unreadable);
    }
    u32::try_from(count).map_err(|_| FileProblem::Unreadable)
}

/// Reads an answer; anything else means that the child did not get that far.
pub(super) fn answer(said: &str) -> Result<u32, FileProblem> {
    let after = said.split(MARK).nth(1).unwrap_or_default();
    let word = after.split_whitespace().next().unwrap_or_default();
    if word == "locked" {
        return Err(FileProblem::Locked);
    }
    word.parse().map_err(|_| FileProblem::Unreadable)
}
