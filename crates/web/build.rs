//! Prepares the static files: comments out, compressed once, the hash of the content in the name.

use std::fmt::Write as _;
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};

use flate2::Compression;
use flate2::write::GzEncoder;
use sha2::{Digest, Sha256};

fn main() -> io::Result<()> {
    println!("cargo::rerun-if-changed=static");
    let out = PathBuf::from(std::env::var("OUT_DIR").map_err(io::Error::other)?);
    let mut files: Vec<PathBuf> = std::fs::read_dir("static")?
        .map(|entry| entry.map(|entry| entry.path()))
        .collect::<Result<_, _>>()?;
    files.sort();
    let mut table = String::from("static ASSETS: &[Asset] = &[\n");
    for file in files {
        table.push_str(&prepare(&file, &out)?);
    }
    table.push_str("];\n");
    std::fs::write(out.join("assets.rs"), table)
}

/// Writes the served forms of one file into `out` and gives its row of the table.
fn prepare(file: &Path, out: &Path) -> io::Result<String> {
    let name =
        file.file_name().and_then(|name| name.to_str()).ok_or_else(|| io::Error::other("file name"))?;
    let (stem, extension) = name.split_once('.').ok_or_else(|| io::Error::other("file without extension"))?;
    let source = with_base(file, std::fs::read_to_string(file)?)?;
    let (content, kind) = match extension {
        "css" => (squeeze_css(&source), "text/css; charset=utf-8"),
        "js" => (squeeze_js(&source), "text/javascript; charset=utf-8"),
        "svg" => (source, "image/svg+xml"),
        other => return Err(io::Error::other(format!("{name}: no content type for .{other}"))),
    };
    let digest = Sha256::digest(content.as_bytes());
    let mut hash = String::new();
    for byte in digest.iter().take(6) {
        let _ = write!(hash, "{byte:02x}");
    }
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(content.as_bytes())?;
    let (plain, gzip) = (out.join(name), out.join(format!("{name}.gz")));
    std::fs::write(&plain, &content)?;
    std::fs::write(&gzip, encoder.finish()?)?;
    Ok(format!(
        "    Asset {{ name: {name:?}, url: \"/tinh/{stem}.{hash}.{extension}\", kind: {kind:?}, \
         plain: include_bytes!({:?}), gzip: include_bytes!({:?}) }},\n",
        plain.display().to_string(),
        gzip.display().to_string()
    ))
}

/// A style sheet that begins with `/* with base.css */` carries that one in it: one request less for its pages.
fn with_base(file: &Path, source: String) -> io::Result<String> {
    let Some((base, _)) = source.strip_prefix("/* with ").and_then(|rest| rest.split_once(" */")) else {
        return Ok(source);
    };
    Ok(std::fs::read_to_string(file.with_file_name(base))? + &source)
}

/// The style sheet without comments, indentation and empty lines.
fn squeeze_css(source: &str) -> String {
    let mut rest = source;
    let mut bare = String::with_capacity(source.len());
    while let Some((before, after)) = rest.split_once("/*") {
        bare.push_str(before);
        rest = after.split_once("*/").map_or("", |(_, tail)| tail);
    }
    bare.push_str(rest);
    lines(&bare, |_| false)
}

/// The script without lines that only comment, indentation and empty lines.
fn squeeze_js(source: &str) -> String {
    lines(source, |line| line.starts_with("//"))
}

fn lines(source: &str, dropped: impl Fn(&str) -> bool) -> String {
    let mut out = String::with_capacity(source.len());
    for line in source.lines().map(str::trim).filter(|line| !line.is_empty() && !dropped(line)) {
        out.push_str(line);
        out.push('\n');
    }
    out
}
