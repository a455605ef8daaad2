//! Lists the files of `/packs` so that they are part of the program.

use std::fmt::Write as _;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

fn main() -> io::Result<()> {
    let packs = Path::new(&std::env::var("CARGO_MANIFEST_DIR").unwrap_or_default()).join("../../packs");
    println!("cargo::rerun-if-changed={}", packs.display());
    let mut listed = String::from("&[\n");
    for pack in sorted(&packs)?.into_iter().filter(|path| path.is_dir()) {
        let _ = writeln!(listed, "({:?}, &[", name(&pack));
        for file in toml_files(&pack)? {
            println!("cargo::rerun-if-changed={}", file.display());
            let within = file.strip_prefix(&pack).unwrap_or(&file).to_string_lossy().replace('\\', "/");
            let _ = writeln!(listed, "({within:?}, include_str!({:?})),", file.canonicalize()?);
        }
        listed.push_str("]),\n");
    }
    listed.push_str("]\n");
    fs::write(Path::new(&std::env::var("OUT_DIR").unwrap_or_default()).join("packs.rs"), listed)
}

fn toml_files(folder: &Path) -> io::Result<Vec<PathBuf>> {
    let mut files = Vec::new();
    for path in sorted(folder)? {
        if path.is_dir() {
            println!("cargo::rerun-if-changed={}", path.display());
            files.extend(toml_files(&path)?);
        } else if path.extension().is_some_and(|extension| extension == "toml") {
            files.push(path);
        }
    }
    Ok(files)
}

fn sorted(folder: &Path) -> io::Result<Vec<PathBuf>> {
    let mut paths = fs::read_dir(folder)?.map(|entry| Ok(entry?.path())).collect::<io::Result<Vec<_>>>()?;
    paths.sort();
    Ok(paths)
}

fn name(path: &Path) -> String {
    path.file_name().unwrap_or_default().to_string_lossy().into_owned()
}
