//! Opening connections with the settings durability rests on.

use std::path::Path;
use std::time::Duration;

use rusqlite::{Connection, OpenFlags};

use super::fault::fault;
use crate::error::StoreError;

/// 3.51.3: older versions may corrupt a WAL file when two connections write and checkpoint together.
const OLDEST: i32 = 3_051_003;

/// How long a statement waits for another process that holds the file, such as a backup.
const BUSY: Duration = Duration::from_secs(5);

/// Opens or creates the file for the writer.
pub(super) fn writer(path: &Path) -> Result<Connection, StoreError> {
    let found = rusqlite::version_number();
    if found < OLDEST {
        return Err(StoreError::TooOld {
            engine: "SQLite",
            found: i64::from(found),
            needed: i64::from(OLDEST),
            reason: "older ones may corrupt the file",
        });
    }
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_CREATE;
    let connection = connect(path, flags)?;
    let mode: String = connection
        .pragma_update_and_check(None, "journal_mode", "WAL", |row| row.get(0))
        .map_err(open_error)?;
    if mode != "wal" {
        return Err(StoreError::Open {
            message: format!("the file system does not allow WAL (mode `{mode}`)"),
        });
    }
    // FULL, never NORMAL: a receipt that was shown must survive a power cut.
    connection
        .execute_batch(
            "PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON; PRAGMA cache_size = -8000; \
             PRAGMA journal_size_limit = 67108864;",
        )
        .map_err(open_error)?;
    connection.set_prepared_statement_cache_capacity(256);
    Ok(connection)
}

/// Opens a connection that cannot write.
pub(super) fn reader(path: &Path) -> Result<Connection, StoreError> {
    let connection = connect(path, OpenFlags::SQLITE_OPEN_READ_ONLY)?;
    connection.execute_batch("PRAGMA query_only = ON; PRAGMA cache_size = -2000;").map_err(open_error)?;
    connection.set_prepared_statement_cache_capacity(128);
    Ok(connection)
}

fn connect(path: &Path, flags: OpenFlags) -> Result<Connection, StoreError> {
    let connection = Connection::open_with_flags(path, flags | OpenFlags::SQLITE_OPEN_NO_MUTEX)
        .map_err(|error| StoreError::Open { message: format!("{}: {}", path.display(), fault(&error)) })?;
    connection.busy_timeout(BUSY).map_err(open_error)?;
    // LIKE tells capitals apart as in PostgreSQL; memory maps would turn I/O errors into signals.
    connection
        .execute_batch(
            "PRAGMA case_sensitive_like = ON; PRAGMA trusted_schema = OFF; PRAGMA mmap_size = 0; \
             PRAGMA cell_size_check = ON;",
        )
        .map_err(open_error)?;
    Ok(connection)
}

#[expect(clippy::needless_pass_by_value, reason = "handed to map_err")]
fn open_error(error: rusqlite::Error) -> StoreError {
    StoreError::Open { message: fault(&error).to_string() }
}
