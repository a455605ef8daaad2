//! The files of the repository.

use std::fs;
use std::path::{Path, PathBuf};

use crate::functions::{block_len, line_of};
use crate::mask::{Masked, mask};

/// Folders that hold nothing of ours.
const NOT_OURS: [&str; 5] = [".git", "target", "node_modules", "audit-out", "test-logs"];

/// The root of the repository, or the folder `TIDY_ROOT` names: another checkout, to look before a merge.
pub fn root() -> PathBuf {
    match std::env::var_os("TIDY_ROOT") {
        Some(folder) => PathBuf::from(folder),
        None => Path::new(env!("CARGO_MANIFEST_DIR")).join("../..").components().collect(),
    }
}

/// Every file of the repository below `folder`, by its path from the root, in order.
pub fn files_below(folder: &str) -> Vec<String> {
    let mut found = Vec::new();
    collect(&root(), Path::new(folder), &mut found);
    found.sort();
    found
}

fn collect(root: &Path, folder: &Path, found: &mut Vec<String>) {
    let Ok(entries) = fs::read_dir(root.join(folder)) else { return };
    for entry in entries.flatten() {
        let name = entry.file_name().to_string_lossy().into_owned();
        let path = folder.join(&name);
        let is_folder = entry.file_type().is_ok_and(|kind| kind.is_dir());
        if is_folder && !NOT_OURS.contains(&name.as_str()) && !name.starts_with("target-") {
            collect(root, &path, found);
        } else if !is_folder && entry.file_type().is_ok_and(|kind| kind.is_file()) {
            found.push(path.to_string_lossy().into_owned());
        }
    }
}

/// A Rust file, read and taken apart.
pub struct Source {
    /// Path from the root, with `/`.
    pub path: String,
    /// The text as it is.
    pub text: String,
    /// Code and strings apart.
    pub masked: Masked,
    /// The first line (from 1) of each `#[cfg(test)]` item and its last.
    pub tests: Vec<(usize, usize)>,
}

impl Source {
    /// Takes `text` apart.
    pub fn new(path: &str, text: String) -> Self {
        let masked = mask(&text);
        let tests = test_ranges(&masked.code);
        Self { path: path.to_owned(), text, masked, tests }
    }

    /// Whether `line` belongs to a test: in a `#[cfg(test)]` item or in a file of tests.
    pub fn is_test_line(&self, line: usize) -> bool {
        self.is_test_file() || self.tests.iter().any(|(first, last)| (*first..=*last).contains(&line))
    }

    /// Whether the whole file is for tests: they measure time and try things the product must not.
    pub fn is_test_file(&self) -> bool {
        let folders = ["/tests/", "/conformance/", "/examples/", "/benches/"];
        folders.iter().any(|folder| self.path.contains(folder))
            || self.path.ends_with("/tests.rs")
            || self.path.ends_with("_tests.rs")
    }
}

/// All Rust files of the crates.
pub fn rust_sources() -> Vec<Source> {
    let root = root();
    files_below("crates")
        .into_iter()
        .filter(|path| path.ends_with(".rs"))
        .filter_map(|path| fs::read_to_string(root.join(&path)).ok().map(|text| Source::new(&path, text)))
        .collect()
}

fn test_ranges(code: &str) -> Vec<(usize, usize)> {
    code.match_indices("#[cfg(test)]")
        .filter_map(|(at, _)| {
            let open = at + code[at..].find(['{', ';'])?;
            let end = if code[open..].starts_with('{') { open + block_len(&code[open..]) } else { open };
            Some((line_of(code, at), line_of(code, end.min(code.len()))))
        })
        .collect()
}
