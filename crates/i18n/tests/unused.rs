//! Every text is read by somebody: a message that no source file names is removed.

#![allow(clippy::unwrap_used, reason = "a test stops at the first surprise")]

use std::collections::HashSet;
use std::path::{Path, PathBuf};

use i18n::Key;

/// Ids of messages chosen from data by `Key::from_id`; each with the place that builds the id.
const CHOSEN_FROM_DATA: &[&str] = &[];

#[test]
fn no_text_is_unused() {
    let crates = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let mut used = HashSet::new();
    for file in source_files(&crates) {
        let source = std::fs::read_to_string(&file).unwrap();
        collect(&source, &mut used);
    }
    let unused: Vec<&str> = Key::ALL
        .iter()
        .filter(|key| !used.contains(&format!("{key:?}")) && !CHOSEN_FROM_DATA.contains(&key.id()))
        .map(|key| key.id())
        .collect();
    assert!(unused.is_empty(), "remove these messages or use them: {unused:#?}");
}

/// Names after `Key::` or `K::`, as Rust and the templates write them.
fn collect(source: &str, used: &mut HashSet<String>) {
    for marker in ["Key::", "K::"] {
        for (at, _) in source.match_indices(marker) {
            let name: String =
                source[at + marker.len()..].chars().take_while(|c| c.is_ascii_alphanumeric()).collect();
            used.insert(name);
        }
    }
}

fn source_files(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.extend(source_files(&path));
        } else if path
            .extension()
            .is_some_and(|extension| ["rs", "html", "txt", "typ"].iter().any(|known| extension == *known))
        {
            found.push(path);
        }
    }
    found
}
