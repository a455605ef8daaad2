//! The machine: files, room on the disk, the clock.

use std::fs;
use std::path::Path;
use std::process::Command;

use domain::time::{civil, rfc3339};
use i18n::Key;
use jiff::Timestamp;
use jiff::civil::date;

use super::{Findings, State};
use crate::context::Place;

/// Below this, a busy day may fill the disk.
const FREE_MB_MIN: u64 = 2_048;

/// Below this, hardly anything can be written.
const FREE_MB_LAST: u64 = 200;

/// Whether files can be written and read back.
pub fn files(findings: &mut Findings<'_>, place: &Place) {
    let folder = place.files();
    let shown = folder.display().to_string();
    if !folder.is_dir() {
        findings.add("files", State::Warning, Key::CliDoctorFilesNone, &[("folder", &shown)]);
        return;
    }
    let trial = folder.join("doctor.part");
    let written = fs::write(&trial, b"khongcho")
        .and_then(|()| fs::read(&trial))
        .and_then(|read| fs::remove_file(&trial).map(|()| read));
    match written {
        Ok(read) if read == b"khongcho" => {
            findings.add("files", State::Fine, Key::CliDoctorFiles, &[("folder", &shown)]);
        }
        Ok(_) => findings.add("files", State::Fault, Key::CliDoctorFilesWrong, &[("folder", &shown)]),
        Err(error) => {
            let texts = [("folder", &*shown), ("problem", &*error.to_string())];
            findings.add("files", State::Fault, Key::CliDoctorFilesFault, &texts);
        }
    }
}

/// How much room is left where the data lies.
pub fn disk(findings: &mut Findings<'_>, place: &Place) {
    let Some(free_mb) = free_mb(&place.data) else {
        findings.add("disk", State::Warning, Key::CliDoctorDiskUnknown, &[]);
        return;
    };
    let state = match free_mb {
        free if free < FREE_MB_LAST => State::Fault,
        free if free < FREE_MB_MIN => State::Warning,
        _ => State::Fine,
    };
    let free = crate::output::count(findings.context.lang, Key::CliNumber, free_mb);
    let key = if state == State::Fine { Key::CliDoctorDisk } else { Key::CliDoctorDiskLow };
    findings.add("disk", state, key, &[("free", &free)]);
}

/// Asks `df`, which every system of ours has; the standard library cannot tell.
fn free_mb(folder: &Path) -> Option<u64> {
    let said = Command::new("df").arg("-Pk").arg(folder).output().ok()?;
    free_in(&String::from_utf8(said.stdout).ok()?)
}

/// The fourth column of the second line, in kilobytes.
fn free_in(said: &str) -> Option<u64> {
    let kilobytes: u64 = said.lines().nth(1)?.split_whitespace().nth(3)?.parse().ok()?;
    Some(kilobytes / 1024)
}

/// Whether the time can be true.
pub fn clock(findings: &mut Findings<'_>, now: Timestamp) {
    let shown = rfc3339(now);
    let is_true = civil(now).date() >= date(2024, 1, 1);
    let (state, key) =
        if is_true { (State::Fine, Key::CliDoctorClock) } else { (State::Fault, Key::CliDoctorClockFault) };
    findings.add("clock", state, key, &[("now", &shown)]);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_free_room_is_read() {
        let said =
            "Filesystem 1024-blocks Used Available Capacity Mounted on\n/dev/vda 100 50 5242880 50% /\n";
        assert_eq!(free_in(said), Some(5_120));
        assert_eq!(free_in("df: no such file"), None);
    }
}
