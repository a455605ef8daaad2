//! Layers: a crate may depend only on the crates named here, all of them lower.

use crate::assert_none;
use crate::packages::ours;

/// Crate, its layer, and the crates of ours it may use. A new edge is a commit of its own, with its reason.
const ALLOWED: [(&str, u8, &[&str]); 10] = [
    ("domain", 0, &[]),
    ("friday", 0, &[]),
    ("i18n", 1, &["domain"]),
    ("catalogue", 1, &["domain"]),
    ("storage", 1, &["domain"]),
    ("documents", 1, &[]),
    ("app", 2, &["domain", "friday", "i18n", "catalogue", "documents", "storage"]),
    ("web", 3, &["app", "domain", "friday", "i18n", "storage", "catalogue"]),
    ("khongcho", 4, &["web", "app", "domain", "friday", "i18n", "catalogue", "documents", "storage"]),
    ("tidy", 0, &[]),
];

/// What `domain` may use from outside: values and text only, nothing that reads a clock, a file or a network.
const DOMAIN_MAY_USE: [&str; 6] =
    ["thiserror", "jiff", "ulid", "unicode-normalization", "calendrical_calculations", "proptest"];

/// Crates only one layer may know: the slow or the dangerous ones.
const ONLY_IN: [(&str, &str); 7] = [
    ("rusqlite", "storage"),
    ("tokio-postgres", "storage"),
    ("deadpool-postgres", "storage"),
    ("typst", "documents"),
    ("typst-pdf", "documents"),
    ("typst-layout", "documents"),
    ("axum", "web"),
];

/// Uses of such crates outside their layer, with the reason.
const ONLY_IN_EXCEPTIONS: [(&str, &str); 2] = [
    ("khongcho uses tokio-postgres", "its stories create a database of their own to run in"),
    ("khongcho uses axum", "it hands the sockets it listens on to the router of web"),
];

#[test]
fn an_edge_goes_only_to_a_named_lower_layer() {
    let mut problems = Vec::new();
    for package in ours() {
        let Some((_, _, allowed)) = ALLOWED.iter().find(|(name, ..)| *name == package.name) else {
            problems.push(format!("{} has no row in the table of layers", package.name));
            continue;
        };
        // A crate may name itself: that is how tests ask for one of its features.
        for (name, _) in package.dependencies.iter().filter(|(name, own)| *own && *name != package.name) {
            if !allowed.contains(&name.as_str()) {
                problems.push(format!("{} may not depend on {name}", package.name));
            }
        }
    }
    assert_none(&problems);
}

#[test]
fn the_table_itself_points_downward() {
    let layer = |wanted: &str| ALLOWED.iter().find(|(name, ..)| *name == wanted).map(|(_, layer, _)| *layer);
    for (name, own, allowed) in ALLOWED {
        for below in allowed {
            assert!(layer(below).is_some_and(|below| below < own), "{name} -> {below}");
        }
    }
}

#[test]
fn the_domain_knows_values_only() {
    let packages = ours();
    let domain = packages.iter().find(|package| package.name == "domain").expect("there is a domain");
    let foreign: Vec<_> = domain
        .dependencies
        .iter()
        .filter(|(name, _)| !DOMAIN_MAY_USE.contains(&name.as_str()))
        .map(|(name, _)| format!("domain may not use {name}"))
        .collect();
    assert_none(&foreign);
}

#[test]
fn engines_and_typesetting_stay_in_their_layer() {
    let mut problems = Vec::new();
    for package in ours() {
        for (name, layer) in ONLY_IN {
            if package.name != layer && package.dependencies.iter().any(|(used, _)| used == name) {
                problems.push(format!("{} uses {name}, which only {layer} may", package.name));
            }
        }
    }
    assert_none(&crate::excuse(problems, &ONLY_IN_EXCEPTIONS));
}
