//! The embedded templates; nothing else can be read by one.

use std::sync::LazyLock;

use typst::syntax::{FileId, RootedPath, Source, VirtualPath, VirtualRoot};

static TEXTS: [(&str, &str); 10] = [
    ("common.typ", include_str!("../../templates/common.typ")),
    ("parts.typ", include_str!("../../templates/parts.typ")),
    ("receipt.typ", include_str!("../../templates/receipt.typ")),
    ("supplement.typ", include_str!("../../templates/supplement.typ")),
    ("refusal.typ", include_str!("../../templates/refusal.typ")),
    ("apology.typ", include_str!("../../templates/apology.typ")),
    ("control.typ", include_str!("../../templates/control.typ")),
    ("notice.typ", include_str!("../../templates/notice.typ")),
    ("result.typ", include_str!("../../templates/result.typ")),
    ("day_close.typ", include_str!("../../templates/day_close.typ")),
];

static SOURCES: LazyLock<Vec<(&'static str, Source)>> = LazyLock::new(|| {
    TEXTS
        .iter()
        .filter_map(|(name, text)| {
            let path = VirtualPath::new(name).ok()?;
            let id = FileId::new(RootedPath::new(VirtualRoot::Project, path));
            Some((*name, Source::new(id, (*text).to_owned())))
        })
        .collect()
});

/// The template called `name`, parsed once for the life of the process.
pub(super) fn by_name(name: &str) -> Option<&'static Source> {
    SOURCES.iter().find(|(known, _)| *known == name).map(|(_, source)| source)
}

/// The template with this identifier.
pub(super) fn by_id(id: FileId) -> Option<&'static Source> {
    SOURCES.iter().find(|(_, source)| source.id() == id).map(|(_, source)| source)
}
