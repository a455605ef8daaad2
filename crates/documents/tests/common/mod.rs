//! Helpers that read a drawn file back with poppler, where it is installed.

#![expect(clippy::expect_used, reason = "a helper of tests may fail its test")]

use std::io::Write as _;
use std::process::{Command, Stdio};

use documents::{Document, Rendered};

/// Draws or fails the test with the reason.
pub fn render(document: &Document) -> Rendered {
    documents::render(document).unwrap_or_else(|error| panic!("{}: {error}", document.title()))
}

/// All text of the file in reading order, words one space apart; `None` after saying so when `pdftotext` is missing.
pub fn pdf_text(pdf: &[u8]) -> Option<String> {
    let text = piped("pdftotext", &["-", "-"], pdf)?;
    Some(text.split_whitespace().collect::<Vec<_>>().join(" "))
}

/// What `pdfinfo` says; `None` after saying so when it is missing.
pub fn pdf_info(pdf: &[u8]) -> Option<String> {
    piped("pdfinfo", &["-"], pdf)
}

fn piped(program: &str, arguments: &[&str], input: &[u8]) -> Option<String> {
    let spawned = Command::new(program).args(arguments).stdin(Stdio::piped()).stdout(Stdio::piped()).spawn();
    let Ok(mut child) = spawned else {
        println!("not run: {program} is not installed");
        return None;
    };
    let mut stdin = child.stdin.take().expect("stdin was piped");
    stdin.write_all(input).expect("program reads its input");
    drop(stdin);
    let output = child.wait_with_output().expect("program ends");
    assert!(output.status.success(), "{program} refused the file");
    Some(String::from_utf8_lossy(&output.stdout).into_owned())
}
