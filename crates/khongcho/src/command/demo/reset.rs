//! Starting over: only what a demo makes is deleted, and only in a demo's folder.

use std::fs;
use std::io;
use std::path::Path;

use i18n::Key;
use storage::DatabaseUrl;

use crate::context::{Context, DATABASE_FILE, Place};
use crate::demo_clock::{self, DemoClock};
use crate::failure::Failure;

/// Deletes what the demo recorded in its folder.
///
/// # Errors
/// [`Failure`] without a confirmation, for a folder of something else, or for a database on a server.
pub fn run(context: &Context, place: &Place, confirmed: bool) -> Result<(), Failure> {
    let folder = place.data.display().to_string();
    if matches!(place.url, DatabaseUrl::Postgres(_)) {
        return Err(context.refuse(Key::CliResetServer, &[]));
    }
    if !place.data.exists() {
        return Ok(());
    }
    if !DemoClock::is_in(&place.data) {
        return Err(context.refuse(Key::CliResetNotADemo, &[("folder", &folder)]));
    }
    if !confirmed {
        return Err(context.misused(Key::CliResetConfirm, &[("folder", &folder)]));
    }
    delete(&place.data).map_err(|error| Failure::refused(format!("{folder}: {error}")))
}

fn delete(data: &Path) -> io::Result<()> {
    for suffix in ["", "-wal", "-shm"] {
        gone(fs::remove_file(data.join(format!("{DATABASE_FILE}{suffix}"))))?;
    }
    gone(fs::remove_dir_all(data.join("files")))?;
    // The mark of a demo goes last: what was stopped half-way can be done again.
    gone(fs::remove_file(data.join(demo_clock::FILE)))
}

/// What is not there need not be deleted.
fn gone(result: io::Result<()>) -> io::Result<()> {
    match result {
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(()),
        other => other,
    }
}
