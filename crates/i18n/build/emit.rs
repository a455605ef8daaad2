//! Writes the generated source: the enum, its tables, the embedded files.

use std::fmt::Write as _;

use crate::read::Language;

/// Rust source with `Key`, its table of ids, the texts without variables, and the files for the rest.
pub fn source(vietnamese: &Language, english: &Language) -> String {
    let mut out = String::new();
    out.push_str("/// A message people read. One variant for each message of `locales/vi`.\n");
    out.push_str("#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]\npub enum Key {\n");
    for (id, text) in &vietnamese.texts {
        for line in text.shown.lines().filter(|line| !line.trim().is_empty()) {
            let _ = writeln!(out, "    #[doc = {line:?}]");
        }
        let _ = writeln!(out, "    {},", pascal(id));
    }
    out.push_str(
        "}\n\nimpl Key {\n    /// Every key, in the order of ids.\n    pub const ALL: &'static [Self] = &[\n",
    );
    for id in vietnamese.texts.keys() {
        let _ = writeln!(out, "        Self::{},", pascal(id));
    }
    out.push_str("    ];\n}\n\n");
    out.push_str("pub(crate) static IDS: &[&str] = &[\n");
    for id in vietnamese.texts.keys() {
        let _ = writeln!(out, "    {id:?},");
    }
    out.push_str("];\n\n");
    language(&mut out, "VI", vietnamese);
    language(&mut out, "EN", english);
    out
}

fn language(out: &mut String, name: &str, language: &Language) {
    let _ = writeln!(out, "pub(crate) static {name}_PLAIN: &[Option<&str>] = &[");
    for text in language.texts.values() {
        let _ = writeln!(out, "    {:?},", text.plain.as_deref());
    }
    let _ = writeln!(out, "];\n\npub(crate) static {name}_SOURCES: &[&str] = &[");
    for file in &language.files {
        let _ = writeln!(out, "    include_str!({:?}),", file.display().to_string());
    }
    out.push_str("];\n\n");
}

/// `public-home-title` as `PublicHomeTitle`.
fn pascal(id: &str) -> String {
    id.split(['-', '_'])
        .map(|word| {
            let mut letters = word.chars();
            letters
                .next()
                .map(|first| first.to_ascii_uppercase())
                .into_iter()
                .chain(letters)
                .collect::<String>()
        })
        .collect()
}
