//! The glossary names what is in the code: a name that left it, or never came, is taken out or marked "—".

use tidy::functions::words;
use tidy::source::rust_sources;

use crate::assert_none;

#[test]
fn every_name_in_the_glossary_is_in_the_code() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../../GLOSSARY.md");
    let glossary = std::fs::read_to_string(path).expect("GLOSSARY.md stands in the repository");
    let sources = rust_sources();
    let known = |name: &str| {
        let mut code = sources.iter().filter(|source| !source.is_test_file());
        code.any(|source| words(&source.masked.code, name).next().is_some())
    };
    let rows = glossary.lines().filter(|line| line.starts_with('|'));
    let problems: Vec<String> = rows
        .flat_map(|row| row.split('`').skip(1).step_by(2))
        .filter(|name| name.chars().all(|c| c.is_alphanumeric() || c == '_') && !known(name))
        .map(|name| format!("GLOSSARY.md: {name} is nowhere in the code"))
        .collect();
    assert_none(&problems);
}
