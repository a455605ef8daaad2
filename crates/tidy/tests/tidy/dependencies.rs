//! Dependencies: each direct one has its reason, each one a licence we can pass on.

use std::collections::BTreeSet;
use std::fs;

use serde_json::Value;
use tidy::source::root;

use crate::assert_none;
use crate::packages::{metadata, ours};

/// Licences that may reach the binary. An expression passes when one of its alternatives does.
const PERMISSIVE: [&str; 18] = [
    "0BSD",
    "Apache-2.0",
    "Apache-2.0 WITH LLVM-exception",
    "BSD-1-Clause",
    "BSD-2-Clause",
    "BSD-3-Clause",
    "BSL-1.0",
    "CC0-1.0",
    "CDLA-Permissive-2.0",
    "ISC",
    "MIT",
    "MIT-0",
    "NCSA",
    "OFL-1.1",
    "PostgreSQL",
    "Unicode-3.0",
    "Unlicense",
    "Zlib",
];

#[test]
fn our_own_crates_are_apache_2() {
    for package in ours() {
        assert_eq!(package.licence, "Apache-2.0", "{}", package.name);
    }
}

#[test]
fn every_direct_dependency_has_its_line() {
    let listed = listed_dependencies();
    let used = used_crates().into_iter().chain(used_npm_packages()).collect::<BTreeSet<_>>();
    let missing = used.difference(&listed).map(|name| format!("docs/dependencies.md lacks {name}"));
    let idle =
        listed.difference(&used).map(|name| format!("docs/dependencies.md names {name}, which nothing uses"));
    assert_none(&missing.chain(idle).collect::<Vec<_>>());
}

#[test]
fn every_licence_is_permissive() {
    let metadata = metadata(true);
    let packages = metadata["packages"].as_array().cloned().unwrap_or_default();
    assert!(packages.len() > ours().len(), "cargo lists packages from outside");
    let problems: Vec<_> = packages
        .iter()
        .filter(|package| !is_permissive(package["license"].as_str().unwrap_or_default()))
        .map(|package| format!("{}: {}", package["name"], package["license"]))
        .collect();
    assert_none(&problems);
}

/// Rows of the tables: `| name | why |`.
fn listed_dependencies() -> BTreeSet<String> {
    let text =
        fs::read_to_string(root().join("docs/dependencies.md")).expect("docs/dependencies.md is there");
    text.lines()
        .filter_map(|line| line.strip_prefix("| `")?.split_once("` | "))
        .map(|(name, _)| name.to_owned())
        .collect()
}

/// What the crates name, and what the workspace offers them.
fn used_crates() -> BTreeSet<String> {
    let text = fs::read_to_string(root().join("Cargo.toml")).expect("there is a workspace");
    let manifest: toml::Table = text.parse().expect("Cargo.toml is TOML");
    let offered =
        manifest["workspace"]["dependencies"].as_table().expect("the workspace offers dependencies");
    let foreign =
        offered.iter().filter(|(_, value)| value.get("path").is_none()).map(|(name, _)| name.clone());
    let named = ours().into_iter().flat_map(|package| package.dependencies).filter(|(_, own)| !own);
    named.map(|(name, _)| name).chain(foreign).collect()
}

fn used_npm_packages() -> BTreeSet<String> {
    let text =
        fs::read_to_string(root().join("tests/browser/package.json")).expect("the browser suite is there");
    let package: Value = serde_json::from_str(&text).expect("package.json is JSON");
    package["devDependencies"].as_object().map(|names| names.keys().cloned().collect()).unwrap_or_default()
}

fn is_permissive(expression: &str) -> bool {
    let known = |part: &str| PERMISSIVE.contains(&part.trim().trim_matches(['(', ')']));
    let parts = expression.replace('/', " OR ");
    let every = |alternative: &str| alternative.split(" AND ").all(known);
    if parts.contains('(') {
        // `(A OR B) AND C`: every group must pass.
        parts.split(" AND ").all(|group| group.trim_matches(['(', ')', ' ']).split(" OR ").any(known))
    } else {
        parts.split(" OR ").any(every)
    }
}

#[test]
fn licence_expressions_are_read() {
    for text in
        ["MIT", "MIT OR GPL-3.0", "MIT/Apache-2.0", "(MIT OR GPL-2.0) AND Unicode-3.0", "MIT AND Zlib"]
    {
        assert!(is_permissive(text), "{text}");
    }
    for text in ["", "GPL-3.0", "MIT AND GPL-3.0", "(MIT OR Zlib) AND GPL-2.0"] {
        assert!(!is_permissive(text), "{text}");
    }
}
