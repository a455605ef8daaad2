//! Turns `locales/{vi,en}/*.ftl` into the `Key` enum and its tables, and refuses texts that do not match.

#[path = "build/check.rs"]
mod check;
#[path = "build/emit.rs"]
mod emit;
#[path = "build/read.rs"]
mod read;

use std::path::PathBuf;
use std::process::ExitCode;

fn main() -> ExitCode {
    match generate() {
        Ok(()) => ExitCode::SUCCESS,
        Err(problems) => {
            for problem in problems {
                println!("cargo::error={problem}");
            }
            ExitCode::FAILURE
        }
    }
}

fn generate() -> Result<(), Vec<String>> {
    let root = PathBuf::from(env("CARGO_MANIFEST_DIR")?).join("../../locales");
    println!("cargo::rerun-if-changed={}", root.display());
    let vietnamese = read::language(&root.join("vi"))?;
    let english = read::language(&root.join("en"))?;
    check::same(&vietnamese, &english)?;
    let target = PathBuf::from(env("OUT_DIR")?).join("keys.rs");
    std::fs::write(&target, emit::source(&vietnamese, &english))
        .map_err(|error| vec![format!("{}: {error}", target.display())])
}

fn env(name: &str) -> Result<String, Vec<String>> {
    std::env::var(name).map_err(|error| vec![format!("{name}: {error}")])
}
