//! Words that must not appear, in code and in names of files.

use std::fs;

use tidy::functions::{line_of, words};
use tidy::source::{files_below, root, rust_sources};
use unicode_normalization::is_nfc;

use crate::{assert_none, excuse};

/// Macros that mean unfinished work or forgotten tracing.
const MACROS: [&str; 3] = ["todo", "unimplemented", "dbg"];

/// Marks of unfinished work. Split, so that this file does not find itself.
const MARKS: [&str; 3] = [concat!("FIX", "ME"), concat!("TO", "DO"), concat!("XX", "X")];

/// File names that say nothing.
const EMPTY_NAMES: [&str; 8] =
    ["utils.rs", "util.rs", "helpers.rs", "helper.rs", "common.rs", "misc.rs", "manager.rs", "managers.rs"];

/// Kinds of text file checked for unfinished work and composed letters.
const TEXT: [&str; 15] = [
    ".rs", ".toml", ".md", ".ftl", ".html", ".css", ".js", ".mjs", ".json", ".sql", ".typ", ".yml", ".sh",
    ".svg", ".csv",
];

/// Texts that need a decomposed letter or one of the marks, with the reason.
const EXCEPTIONS: [(&str, &str); 0] = [];

#[test]
fn no_unfinished_work() {
    let mut problems = Vec::new();
    for source in rust_sources() {
        for name in MACROS {
            for at in words(&source.masked.code, name) {
                if source.masked.code[at + name.len()..].starts_with('!') {
                    problems.push(format!("{}:{}: {name}!", source.path, line_of(&source.masked.code, at)));
                }
            }
        }
    }
    for (path, text) in texts() {
        for mark in MARKS {
            problems.extend(words(&text, mark).map(|at| format!("{path}:{}: {mark}", line_of(&text, at))));
        }
    }
    assert_none(&excuse(problems, &EXCEPTIONS));
}

#[test]
fn file_names_say_what_is_inside() {
    let problems: Vec<_> = files_below("crates")
        .into_iter()
        .filter(|path| EMPTY_NAMES.iter().any(|name| path.ends_with(&format!("/{name}"))))
        .collect();
    assert_none(&problems);
}

/// Vietnamese written with combining marks looks the same and compares as different.
#[test]
fn texts_are_composed() {
    let mut problems = Vec::new();
    for (path, text) in texts() {
        for (number, line) in text.lines().enumerate().filter(|(_, line)| !is_nfc(line)) {
            problems.push(format!("{path}:{}: not in NFC: {}", number + 1, line.trim()));
        }
    }
    assert_none(&problems);
}

fn texts() -> Vec<(String, String)> {
    let root = root();
    files_below("")
        .into_iter()
        .filter(|path| {
            TEXT.iter().any(|ending| path.ends_with(ending)) && !path.ends_with("package-lock.json")
        })
        .map(|path| {
            let text = fs::read_to_string(root.join(&path)).unwrap_or_else(|error| panic!("{path}: {error}"));
            (path, text)
        })
        .collect()
}
