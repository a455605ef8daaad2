//! The packs that ship with the program.

/// A file of a pack: path within the pack, text.
pub type PackFile = (&'static str, &'static str);

static PACKS: &[(&str, &[PackFile])] = include!(concat!(env!("OUT_DIR"), "/packs.rs"));

/// The files of a pack that ships with the program, by its name: `thanh-ha-2023`.
pub fn embedded(id: &str) -> Option<&'static [PackFile]> {
    PACKS.iter().find(|(name, _)| *name == id).map(|(_, files)| *files)
}

/// Names of the packs that ship with the program.
pub fn embedded_ids() -> impl Iterator<Item = &'static str> {
    PACKS.iter().map(|(name, _)| *name)
}
