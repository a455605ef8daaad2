//! Boundaries inside the code: who may ask the clock, who may write SQL, who may not swallow a variant.

use tidy::functions::{catch_all_arms, line_of, words};
use tidy::source::{Source, rust_sources};

use crate::{assert_none, excuse};

/// Calls that ask the machine for the time. Rules take it as an argument, use cases from the Clock port.
const CLOCKS: [&str; 4] = ["SystemTime::now", "Timestamp::now", "Zoned::now", "Instant::now"];

/// Where the machine's time may be asked for, with the reason.
const CLOCK_EXCEPTIONS: [(&str, &str); 2] = [
    ("crates/app/src/port.rs", "the Clock port itself"),
    ("crates/khongcho/src/demo_clock.rs", "the demo's clock, a Clock port that ticks with the machine"),
];

/// Where SQL may stand outside the storage crate, with the reason.
const SQL_EXCEPTIONS: [(&str, &str); 0] = [];

/// Catch-all arms that stay, with the reason.
const CATCH_ALL_EXCEPTIONS: [(&str, &str); 0] = [];

#[test]
fn only_the_clock_asks_for_the_time() {
    let mut problems = Vec::new();
    for source in rust_sources().iter().filter(|source| !source.is_test_file()) {
        for call in CLOCKS {
            for at in words(&source.masked.code, call) {
                let line = line_of(&source.masked.code, at);
                if !source.is_test_line(line) {
                    problems.push(format!("{}:{line}: {call}", source.path));
                }
            }
        }
    }
    assert_none(&excuse(problems, &CLOCK_EXCEPTIONS));
}

#[test]
fn sql_stands_in_storage_only() {
    let mut problems = Vec::new();
    for source in rust_sources().iter().filter(|source| !is_storage_or_tidy(source)) {
        for (line, string) in &source.masked.strings {
            if is_sql(string) && !source.is_test_line(*line) {
                problems.push(format!("{}:{line}: SQL outside of storage", source.path));
            }
        }
    }
    assert_none(&excuse(problems, &SQL_EXCEPTIONS));
}

fn is_storage_or_tidy(source: &Source) -> bool {
    source.path.starts_with("crates/storage/") || source.path.starts_with("crates/tidy/")
}

fn is_sql(string: &str) -> bool {
    let words: Vec<_> = string.split_whitespace().collect();
    let has = |word: &str| words.contains(&word);
    match words.as_slice() {
        ["SELECT", ..] => has("FROM"),
        ["UPDATE", ..] => has("SET"),
        ["INSERT", "INTO", ..] | ["DELETE", "FROM", ..] | ["CREATE" | "ALTER" | "DROP", "TABLE", ..] => true,
        _ => false,
    }
}

/// The compiler must point at every rule when a state, an event or a refusal is added.
#[test]
fn the_domain_swallows_no_variant() {
    let mut problems = Vec::new();
    for source in rust_sources().iter().filter(|source| source.path.starts_with("crates/domain/src/")) {
        for line in catch_all_arms(&source.masked.code) {
            if !source.is_test_line(line) {
                problems.push(format!("{}:{line}: `_` beside named variants", source.path));
            }
        }
    }
    assert_none(&excuse(problems, &CATCH_ALL_EXCEPTIONS));
}

#[test]
fn sql_is_told_from_speech() {
    for text in ["SELECT 1 FROM t", "UPDATE t\n SET a = 1", "INSERT INTO t VALUES (1)", "CREATE TABLE t (a)"]
    {
        assert!(is_sql(text), "{text}");
    }
    for text in ["Select a form from the list", "UPDATE", "DELETE /api/v1", "SELECT"] {
        assert!(!is_sql(text), "{text}");
    }
}
