//! Sizes: a file is one concept, a function fits a screen.

use tidy::functions::functions;
use tidy::source::rust_sources;

use crate::{assert_none, excuse};

const FILE_LINES_MAX: usize = 400;
const FUNCTION_LINES_MAX: usize = 70;

/// Files that may be longer, with the reason.
const LONG_FILES: [(&str, &str); 0] = [];

/// Functions that may be longer, with the reason.
const LONG_FUNCTIONS: [(&str, &str); 3] = [
    (
        "crates/domain/src/dossier/decide.rs: decide_existing ",
        "one row for each command, so that none is forgotten",
    ),
    (
        "crates/domain/src/dossier/transition.rs: next ",
        "the table of transitions itself, one cell after the other",
    ),
    ("crates/domain/src/permit.rs: allows ", "the matrix of permissions itself, one role after the other"),
];

#[test]
fn files_are_short() {
    let problems = rust_sources()
        .iter()
        .map(|source| (source, source.text.lines().count()))
        .filter(|(_, lines)| *lines > FILE_LINES_MAX)
        .map(|(source, lines)| format!("{}: {lines} lines, at most {FILE_LINES_MAX}", source.path))
        .collect();
    assert_none(&excuse(problems, &LONG_FILES));
}

/// Tests are left out: a table of cases may be as long as it needs.
#[test]
fn functions_are_short() {
    let mut problems = Vec::new();
    for source in rust_sources() {
        for function in functions(&source.masked.code) {
            if function.lines > FUNCTION_LINES_MAX && !source.is_test_line(function.line) {
                problems.push(format!(
                    "{}: {} (line {}) has {} lines, at most {FUNCTION_LINES_MAX}",
                    source.path, function.name, function.line, function.lines
                ));
            }
        }
    }
    assert_none(&excuse(problems, &LONG_FUNCTIONS));
}
