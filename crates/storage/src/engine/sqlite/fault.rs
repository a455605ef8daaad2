//! What the errors of SQLite mean to the store.

use rusqlite::{Error, ErrorCode, ffi};

use crate::error::StoreError;

const UNIQUE: &str = "UNIQUE constraint failed: ";

/// Translates an error of SQLite.
pub(super) fn fault(error: &Error) -> StoreError {
    match error.sqlite_error() {
        Some(failure) => coded(*failure, message(error)),
        None => StoreError::Engine { code: "client".into(), message: error.to_string() },
    }
}

/// The engine's sentence, without the statement that rusqlite appends.
fn message(error: &Error) -> String {
    if let Error::SqliteFailure(_, Some(text)) | Error::SqlInputError { msg: text, .. } = error {
        text.clone()
    } else {
        error.to_string()
    }
}

#[expect(
    clippy::wildcard_enum_match_arm,
    reason = "the enum of the engine grows; what is new is reported by its code"
)]
fn coded(failure: ffi::Error, message: String) -> StoreError {
    match failure.code {
        ErrorCode::ConstraintViolation => match message.strip_prefix(UNIQUE) {
            Some(columns) => StoreError::Unique { key: unique_key(columns) },
            None => StoreError::Constraint { rule: message },
        },
        ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked => StoreError::Busy { message },
        ErrorCode::ReadOnly => StoreError::ReadOnly,
        ErrorCode::DiskFull => StoreError::Full,
        ErrorCode::SystemIoFailure
        | ErrorCode::DatabaseCorrupt
        | ErrorCode::NotADatabase
        | ErrorCode::CannotOpen
        | ErrorCode::FileLockingProtocolFailed => StoreError::Io { message },
        _ => StoreError::Engine { code: failure.extended_code.to_string(), message },
    }
}

/// `t.a, t.b` → `t(a, b)`; `index 'name'` → `name`.
fn unique_key(columns: &str) -> String {
    if let Some(name) = columns.strip_prefix("index '") {
        return name.trim_end_matches('\'').to_owned();
    }
    let table = columns.split('.').next().unwrap_or_default();
    let names: Vec<&str> =
        columns.split(", ").map(|part| part.split_once('.').map_or(part, |(_, column)| column)).collect();
    format!("{table}({})", names.join(", "))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys() {
        assert_eq!(unique_key("dossier.code"), "dossier(code)");
        assert_eq!(unique_key("counter.unit, counter.day"), "counter(unit, day)");
        assert_eq!(unique_key("index 'account_login'"), "account_login");
    }
}
