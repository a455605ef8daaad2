//! The packs that ship: no errors, the counts that were published, facts by date.

use catalogue::{Catalogue, Pack, Severity, embedded, load};

fn pack(id: &str) -> Pack {
    let files = embedded(id).unwrap_or_default();
    let (pack, diagnostics) = load(files.iter().copied());
    let errors: Vec<String> =
        diagnostics.iter().filter(|d| d.severity() == Severity::Error).map(ToString::to_string).collect();
    assert!(errors.is_empty(), "{}", errors.join("\n"));
    pack.unwrap()
}

fn both() -> Catalogue {
    Catalogue::join([pack("thanh-ha-2023"), pack("hai-phong-2025")]).unwrap()
}

#[test]
fn both_packs_are_sound() {
    both();
}
