//! Draws many different receipts and prints CPU time each and the memory of the process on the way:
//! `cargo run -p documents --example load -- 200`.

use std::time::Instant;

use documents::{Document, render, samples};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let rounds: u32 = std::env::args().nth(1).map_or(Ok(200), |text| text.parse())?;
    let started = Instant::now();
    for round in 1..=rounds {
        let mut paper = samples::receipt();
        paper.submitter.name = format!("Nguyễn Thị {round}");
        paper.frame.code = format!("H23.25.10813-240202-{round:04}");
        render(&Document::Receipt(Box::new(paper)))?;
        if round % 50 == 0 || round == 1 {
            let each = started.elapsed() / round;
            println!("{round} receipts, {each:?} each, {} MB resident", resident_megabytes());
        }
    }
    Ok(())
}

/// Memory of this process in RAM; 0 where `/proc` does not say.
fn resident_megabytes() -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:"));
    line.and_then(|line| line.trim().split(' ').next()?.parse::<u64>().ok())
        .map_or(0, |kilobytes| kilobytes / 1024)
}
