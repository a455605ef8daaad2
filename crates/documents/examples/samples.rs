//! Writes every sample document into a folder: `cargo run -p documents --example samples -- FOLDER`.

use std::path::PathBuf;
use std::time::Instant;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let folder = PathBuf::from(std::env::args().nth(1).unwrap_or_else(|| "target/samples".to_owned()));
    std::fs::create_dir_all(&folder)?;
    for (name, document) in documents::samples::all() {
        let started = Instant::now();
        let rendered = documents::render(&document)?;
        let took = started.elapsed();
        std::fs::write(folder.join(format!("{name}.pdf")), &rendered.pdf)?;
        println!("{name}: {} pages, {} bytes, {took:?}", rendered.pages, rendered.pdf.len());
    }
    Ok(())
}
