//! The typesetter remembers every layout until told otherwise; drawing must not add up.
//!
//! A file of its own, so that it runs in a process of its own under every test runner.

use documents::{Document, render, samples};

fn draw(round: u32) {
    let mut paper = samples::day_close(true);
    paper.frame.code = format!("Báo cáo số {round}");
    paper.sentence = format!("Ngày thứ {round}");
    render(&Document::DayClose(Box::new(paper)))
        .unwrap_or_else(|error| panic!("sample is not drawn: {error}"));
}

/// Memory of this process in RAM, in kilobytes; `None` where `/proc` does not say.
fn resident() -> Option<u64> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:"))?;
    line.trim().split(' ').next()?.parse().ok()
}

#[test]
fn memory_stays_flat_over_many_drawings() {
    (0..10).for_each(draw);
    let Some(before) = resident() else {
        println!("not run: this system has no /proc/self/status");
        return;
    };
    (10..60).for_each(draw);
    let grown = resident().unwrap_or(before).saturating_sub(before);
    assert!(grown < 8_000, "50 drawings left {grown} kB behind");
}
