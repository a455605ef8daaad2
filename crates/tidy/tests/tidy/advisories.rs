//! Known vulnerabilities: the lock file against a folder of RustSec advisories, without a network.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use semver::{Version, VersionReq};
use tidy::source::root;
use toml::{Table, Value};

use crate::assert_none;

/// Runs only when asked for: `./test` does so when `ADVISORY_DB` names the folder.
#[test]
#[ignore = "needs ADVISORY_DB, a folder of advisories"]
fn no_known_vulnerability() {
    let folder =
        PathBuf::from(std::env::var_os("ADVISORY_DB").expect("ADVISORY_DB names the folder of advisories"));
    let packages = locked_packages();
    let accepted = accepted();
    let mut problems = Vec::new();
    let mut found = BTreeSet::new();
    for (name, version) in &packages {
        for advisory in advisories_of(&folder, name) {
            if !advisory.concerns(version) {
                continue;
            }
            let line = format!("{} {name} {version}: {}", advisory.id, advisory.title);
            if advisory.informational {
                println!("for information: {line}");
            } else if !accepted.contains(&advisory.id) {
                problems.push(line);
            }
            found.insert(advisory.id);
        }
    }
    let idle =
        accepted.difference(&found).map(|id| format!("advisories.toml accepts {id}, which concerns nothing"));
    problems.extend(idle);
    println!("{} packages compared", packages.len());
    assert_none(&problems);
}

struct Advisory {
    id: String,
    title: String,
    informational: bool,
    patched: Vec<VersionReq>,
    unaffected: Vec<VersionReq>,
}

impl Advisory {
    /// Reads the `toml` block at the top of an advisory and the heading below it.
    fn parse(text: &str) -> Option<Self> {
        let (front, body) = text.strip_prefix("```toml\n")?.split_once("\n```")?;
        let front: Table = front.parse().ok()?;
        let about = front.get("advisory")?.as_table()?;
        if about.contains_key("withdrawn") {
            return None;
        }
        let ranges = |key: &str| {
            let list = front.get("versions").and_then(|versions| versions.get(key)).and_then(Value::as_array);
            list.into_iter()
                .flatten()
                .filter_map(Value::as_str)
                .filter_map(|text| VersionReq::parse(text).ok())
                .collect()
        };
        Some(Self {
            id: about.get("id")?.as_str()?.to_owned(),
            title: body.lines().find_map(|line| line.strip_prefix("# ")).unwrap_or_default().to_owned(),
            informational: about.contains_key("informational"),
            patched: ranges("patched"),
            unaffected: ranges("unaffected"),
        })
    }

    fn concerns(&self, version: &Version) -> bool {
        !self.patched.iter().chain(&self.unaffected).any(|range| range.matches(version))
    }
}

fn advisories_of(folder: &Path, name: &str) -> Vec<Advisory> {
    let Ok(entries) = fs::read_dir(folder.join("crates").join(name)) else { return Vec::new() };
    entries
        .flatten()
        .filter_map(|entry| fs::read_to_string(entry.path()).ok())
        .filter_map(|text| Advisory::parse(&text.replace("\r\n", "\n")))
        .collect()
}

fn locked_packages() -> Vec<(String, Version)> {
    let text = fs::read_to_string(root().join("Cargo.lock")).expect("there is a lock file");
    let lock: Table = text.parse().expect("the lock file is TOML");
    let packages = lock.get("package").and_then(Value::as_array).expect("the lock file lists packages");
    packages
        .iter()
        .filter(|package| package.get("source").is_some())
        .filter_map(|package| {
            let version = package.get("version")?.as_str()?;
            Some((package.get("name")?.as_str()?.to_owned(), Version::parse(version).ok()?))
        })
        .collect()
}

/// Advisories we live with, from `advisories.toml`: each `id` needs a `reason`.
fn accepted() -> BTreeSet<String> {
    let text = fs::read_to_string(root().join("advisories.toml")).expect("there is an advisories.toml");
    let table: Table = text.parse().expect("advisories.toml is TOML");
    let entries = table.get("accepted").and_then(Value::as_array).cloned().unwrap_or_default();
    entries
        .iter()
        .map(|entry| {
            let field = |name: &str| entry.get(name).and_then(Value::as_str).unwrap_or_default().to_owned();
            assert!(!field("reason").is_empty(), "{} is accepted without a reason", field("id"));
            field("id")
        })
        .collect()
}

#[test]
fn an_advisory_concerns_what_is_not_patched() {
    let text = "```toml\n[advisory]\nid = \"RUSTSEC-2020-0001\"\npackage = \"x\"\n\n[versions]\n\
                patched = [\">= 1.2.3\"]\nunaffected = [\"< 1.0.0\"]\n```\n\n# Broken\n";
    let advisory = Advisory::parse(text).expect("it is one");
    assert_eq!((advisory.id.as_str(), advisory.title.as_str()), ("RUSTSEC-2020-0001", "Broken"));
    for (version, concerned) in [("0.9.0", false), ("1.0.0", true), ("1.2.2", true), ("1.2.3", false)] {
        assert_eq!(advisory.concerns(&Version::parse(version).unwrap()), concerned, "{version}");
    }
}
