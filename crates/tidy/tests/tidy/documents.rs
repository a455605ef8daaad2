//! Documents: every file says what it is, every crate has a page, every law its source.

use tidy::source::{root, rust_sources};

use crate::assert_none;
use crate::packages::ours;

const CRATE_README_LINES_MAX: usize = 30;

/// A file called `tests.rs` has said so with its name.
#[test]
fn every_file_begins_with_what_it_is() {
    let problems: Vec<_> = rust_sources()
        .iter()
        .filter(|source| !source.path.ends_with("/tests.rs"))
        .filter(|source| !source.text.starts_with("//! "))
        .map(|source| format!("{}: the first line must be a module comment (//! …)", source.path))
        .collect();
    assert_none(&problems);
}

#[test]
fn every_crate_has_a_short_readme() {
    let mut problems = Vec::new();
    for package in ours() {
        match std::fs::read_to_string(root().join(&package.folder).join("README.md")) {
            Ok(text) if text.lines().count() <= CRATE_README_LINES_MAX => {}
            Ok(_) => problems
                .push(format!("{}/README.md: more than {CRATE_README_LINES_MAX} lines", package.folder)),
            Err(error) => problems.push(format!("{}/README.md: {error}", package.folder)),
        }
    }
    assert_none(&problems);
}

/// A reader of the repository looks for these by name.
#[test]
fn the_root_has_the_usual_documents() {
    let wanted = [
        "README.md",
        "ARCHITECTURE.md",
        "CONTRIBUTING.md",
        "STYLE.md",
        "GLOSSARY.md",
        "SECURITY.md",
        "CODE_OF_CONDUCT.md",
        "CHANGELOG.md",
        "LICENSE",
        "publiccode.yml",
        "docs/dependencies.md",
    ];
    let problems: Vec<_> = wanted
        .into_iter()
        .filter(|name| !root().join(name).is_file())
        .map(|name| format!("{name} is missing"))
        .collect();
    assert_none(&problems);
}

#[test]
fn every_decision_is_numbered_once() {
    let mut numbers: Vec<String> = tidy::source::files_below("docs/decisions")
        .iter()
        .filter_map(|path| path.rsplit('/').next()?.split('-').next().map(str::to_owned))
        .collect();
    let all = numbers.len();
    numbers.sort();
    numbers.dedup();
    assert_eq!(numbers.len(), all, "two decisions share a number");
}
