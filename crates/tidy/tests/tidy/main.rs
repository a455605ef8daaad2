//! Rules about the source itself. Each module is one rule with its own table of exceptions.
#![allow(clippy::expect_used, reason = "a rule that cannot read the repository has failed")]

mod advisories;
mod boundaries;
mod dependencies;
mod documents;
mod glossary;
mod layers;
mod packages;
mod sizes;
mod words;

use std::collections::BTreeMap;

/// Fails with every problem at once, one to a line.
fn assert_none(problems: &[String]) {
    assert!(problems.is_empty(), "{} problem(s):\n{}", problems.len(), problems.join("\n"));
}

/// Takes excused problems out. A key of `exceptions` is the beginning of a problem's line; an exception that
/// excuses nothing is a problem itself, so the tables only shrink.
fn excuse(problems: Vec<String>, exceptions: &[(&str, &str)]) -> Vec<String> {
    let mut used: BTreeMap<&str, bool> = exceptions.iter().map(|(key, _)| (*key, false)).collect();
    let mut left: Vec<String> = problems
        .into_iter()
        .filter(|problem| {
            let excused = exceptions.iter().find(|(key, _)| problem.starts_with(key));
            if let Some((key, _)) = excused {
                used.insert(key, true);
            }
            excused.is_none()
        })
        .collect();
    let idle = used.into_iter().filter(|(_, used)| !used);
    left.extend(idle.map(|(key, _)| format!("exception no longer needed, take it out: {key}")));
    left
}

#[test]
fn an_exception_must_excuse_something() {
    let problems = vec!["a.rs:3: x".to_owned(), "b.rs:1: y".to_owned()];
    let left = excuse(problems, &[("a.rs", "because"), ("c.rs", "because")]);
    assert_eq!(left, ["b.rs:1: y", "exception no longer needed, take it out: c.rs"]);
}
