//! How texts are written: composed letters, short sentences for the public, nothing left to do.

#![allow(clippy::unwrap_used, reason = "a test stops at the first surprise")]

use std::path::Path;

use unicode_normalization::is_nfc;

/// Words in a sentence that the public reads, at most.
const WORDS_MAX: usize = 20;

#[test]
fn letters_are_composed_and_nothing_is_left_to_do() {
    for (name, source) in files() {
        assert!(is_nfc(&source), "{name}: letters must be composed (NFC)");
        for (number, line) in source.lines().enumerate() {
            let lower = line.to_lowercase();
            for word in ["todo", "fixme", "lorem", "xxx"] {
                assert!(!lower.contains(word), "{name}:{}: `{word}`", number + 1);
            }
            assert!(
                !line.trim_end().ends_with("..."),
                "{name}:{}: use the sign … or a full sentence",
                number + 1
            );
        }
    }
}

#[test]
fn public_sentences_are_short() {
    let mut long = Vec::new();
    for (name, source) in files().into_iter().filter(|(name, _)| name.contains("/public")) {
        for (id, text) in messages(&source) {
            for sentence in text.split_inclusive(['.', '!', '?', ';', ':']).filter(|part| ends_sentence(part))
            {
                let words = sentence
                    .split_whitespace()
                    .filter(|word| word.chars().any(char::is_alphanumeric))
                    .count();
                if words > WORDS_MAX {
                    long.push(format!("{name} {id}: {words} words: {}", sentence.trim()));
                }
            }
        }
    }
    assert!(long.is_empty(), "sentences over {WORDS_MAX} words: {long:#?}");
}

/// Whether a part stands as a sentence: a lone number such as `15.` does not.
fn ends_sentence(part: &str) -> bool {
    part.chars().any(char::is_alphabetic)
}

/// Message ids with their text on one line, comments and selectors dropped.
fn messages(source: &str) -> Vec<(String, String)> {
    let mut found: Vec<(String, String)> = Vec::new();
    for line in source.lines().filter(|line| !line.starts_with('#')) {
        if line.starts_with(|first: char| first.is_ascii_lowercase()) {
            if let Some((id, text)) = line.split_once('=') {
                found.push((id.trim().to_owned(), text.trim().to_owned()));
            }
        } else if let Some((_, text)) = found.last_mut() {
            // Each variant of a selector is read alone.
            let mark = if line.trim_start().starts_with(['[', '*']) { ". " } else { " " };
            text.push_str(mark);
            text.push_str(line.trim());
        }
    }
    found
}

fn files() -> Vec<(String, String)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../locales");
    let mut found = Vec::new();
    for lang in ["vi", "en"] {
        for entry in std::fs::read_dir(root.join(lang)).unwrap() {
            let path = entry.unwrap().path();
            let name = format!("{lang}/{}", path.file_name().unwrap().to_string_lossy());
            found.push((name, std::fs::read_to_string(path).unwrap()));
        }
    }
    found
}
