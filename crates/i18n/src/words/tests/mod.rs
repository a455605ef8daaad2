//! Every value has its words in each language; key sentences are read whole.

mod events;
mod every;
mod sample;
mod sentences;
mod times;

use std::collections::BTreeSet;

use unicode_normalization::is_nfc;

use crate::Lang;

/// Words in a sentence the public reads, at most.
const CITIZEN_WORDS_MAX: usize = 20;
/// Words in a sentence staff read, at most.
const STAFF_WORDS_MAX: usize = 30;

/// Every value has words, its own ones, in composed letters, with everything filled in and short enough.
fn check<T>(words_max: usize, values: impl IntoIterator<Item = T>, words: impl Fn(&T, Lang) -> String) {
    let values: Vec<T> = values.into_iter().collect();
    assert!(!values.is_empty());
    for lang in Lang::ALL {
        let mut seen = BTreeSet::new();
        for value in &values {
            let said = words(value, lang);
            assert!(said.chars().any(char::is_alphabetic), "{said:?} says nothing");
            assert!(is_nfc(&said), "{said}");
            assert!(!said.contains(['{', '}']), "not filled in: {said}");
            assert!(!said.contains("  ") && !said.contains("..") && said.trim() == said, "{said:?}");
            let keys = ["stages-", "reasons-", "refusals-", "problems-"];
            assert!(!keys.iter().any(|key| said.starts_with(key)), "a key, not a text: {said}");
            let longest = longest_sentence(&said);
            assert!(longest <= words_max, "{longest} words: {said}");
            assert!(seen.insert(said.clone()), "twice: {said}");
        }
    }
}

/// Words of the longest sentence; parts between semicolons and colons are read on their own.
fn longest_sentence(said: &str) -> usize {
    let words =
        |part: &str| part.split_whitespace().filter(|word| word.chars().any(char::is_alphanumeric)).count();
    [". ", "; ", ": "]
        .iter()
        .fold(vec![said], |parts, mark| parts.into_iter().flat_map(|part| part.split(mark)).collect())
        .into_iter()
        .map(words)
        .max()
        .unwrap_or_default()
}
