//! What cargo knows about the workspace, asked once per test.

use std::process::Command;

use serde_json::Value;
use tidy::source::root;

/// The answer of `cargo metadata`; `deep` includes every package from outside.
pub fn metadata(deep: bool) -> Value {
    let host = host();
    let mut cargo = Command::new(env!("CARGO"));
    cargo.current_dir(root()).args(["metadata", "--format-version", "1", "--locked"]);
    if deep {
        cargo.args(["--filter-platform", &host]);
    } else {
        cargo.arg("--no-deps");
    }
    let output = cargo.output().expect("cargo runs: it runs this test");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    serde_json::from_slice(&output.stdout).expect("cargo prints JSON")
}

/// One package of the workspace.
pub struct Package {
    /// Its name.
    pub name: String,
    /// Its folder from the root.
    pub folder: String,
    /// Licence expression, empty when there is none.
    pub licence: String,
    /// Direct dependencies: name, and whether the crate is one of ours.
    pub dependencies: Vec<(String, bool)>,
}

/// The packages of the workspace.
pub fn ours() -> Vec<Package> {
    let metadata = metadata(false);
    let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    let list = |value: &Value| value.as_array().cloned().unwrap_or_default();
    list(&metadata["packages"])
        .iter()
        .map(|package| {
            let manifest = text(&package["manifest_path"]).replace('\\', "/");
            let name =
                manifest.trim_end_matches("/Cargo.toml").rsplit('/').next().unwrap_or_default().to_owned();
            Package {
                name: text(&package["name"]),
                folder: format!("crates/{name}"),
                licence: text(&package["license"]),
                dependencies: list(&package["dependencies"])
                    .iter()
                    .map(|dependency| (text(&dependency["name"]), dependency["path"].is_string()))
                    .collect(),
            }
        })
        .collect()
}

fn host() -> String {
    let rustc = Command::new("rustc").arg("-vV").output().expect("rustc runs: it built this test");
    let text = String::from_utf8_lossy(&rustc.stdout).into_owned();
    text.lines().find_map(|line| line.strip_prefix("host: ")).expect("rustc names its host").to_owned()
}
