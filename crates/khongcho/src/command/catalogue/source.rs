//! Where a pack comes from: a folder, the packs that ship with the program, the database.

use std::fs;
use std::io;
use std::path::Path;

use app::policy::{self, PackText};
use i18n::Key;

use crate::context::Context;
use crate::failure::Failure;

/// How deep a pack's folders go, so that a wrong path does not read a whole disk.
const DEPTH_MAX: usize = 3;

/// A pack as text, with its name.
pub struct Source {
    /// Name: that of the folder, or of the pack that ships.
    pub id: String,
    /// What comes before a file's path in messages, so that editors can open it.
    pub prefix: String,
    /// Files by path.
    pub files: Vec<PackText>,
}

/// Finds a pack by folder, or by the name of one that ships with the program.
///
/// # Errors
/// [`Failure::Usage`] when there is neither; [`Failure::Refused`] when a file cannot be read.
pub fn find(context: &Context, name: &str) -> Result<Source, Failure> {
    let folder = Path::new(name);
    if folder.is_dir() {
        return read(folder, name);
    }
    if let Some(files) = catalogue::embedded(name) {
        let files = files.iter().map(|(path, text)| ((*path).to_owned(), (*text).to_owned())).collect();
        return Ok(Source { id: name.to_owned(), prefix: format!("{name}/"), files });
    }
    let known: Vec<&str> = catalogue::embedded_ids().collect();
    Err(context.misused(Key::CliNoSuchPack, &[("pack", name), ("known", &known.join(", "))]))
}

/// A pack as it is in the database.
///
/// # Errors
/// [`Failure::Usage`] when it is not there.
pub async fn installed(context: &Context, name: &str) -> Result<Source, Failure> {
    let (_, store) = context.open().await?;
    let mut packs = policy::stored(&store).await?;
    let known = packs.keys().cloned().collect::<Vec<_>>().join(", ");
    match packs.remove(name) {
        Some(files) => Ok(Source { id: name.to_owned(), prefix: format!("{name}/"), files }),
        None => Err(context.misused(Key::CliPackNotInstalled, &[("pack", name), ("known", &known)])),
    }
}

fn read(folder: &Path, name: &str) -> Result<Source, Failure> {
    let shown = |error: io::Error| Failure::refused(format!("{name}: {error}"));
    let absolute = folder.canonicalize().map_err(shown)?;
    let id = absolute.file_name().and_then(|last| last.to_str()).unwrap_or(name).to_owned();
    let mut files = Vec::new();
    collect(folder, "", DEPTH_MAX, &mut files).map_err(shown)?;
    files.sort();
    Ok(Source { id, prefix: format!("{}/", name.trim_end_matches('/')), files })
}

fn collect(folder: &Path, prefix: &str, depth: usize, files: &mut Vec<PackText>) -> io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        let name = entry.file_name().to_string_lossy().into_owned();
        let path = format!("{prefix}{name}");
        if entry.file_type()?.is_dir() {
            if depth > 0 && !name.starts_with('.') {
                collect(&entry.path(), &format!("{path}/"), depth - 1, files)?;
            }
        } else if name.ends_with(".toml") {
            let text = fs::read_to_string(entry.path())
                .map_err(|error| io::Error::new(error.kind(), format!("{path}: {error}")))?;
            files.push((path, text));
        }
    }
    Ok(())
}
