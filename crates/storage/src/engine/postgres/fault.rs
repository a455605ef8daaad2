//! What the errors of PostgreSQL mean to the store.

use deadpool_postgres::PoolError;
use tokio_postgres::Error;
use tokio_postgres::error::{DbError, SqlState};

use crate::error::StoreError;

/// An error before or instead of a commit: nothing of the unit was kept.
pub(super) fn statement(error: &Error) -> StoreError {
    match error.as_db_error() {
        Some(refused) => from_server(refused),
        None if is_connection(error) => StoreError::Unavailable { message: error.to_string() },
        None => StoreError::Engine { code: "client".into(), message: error.to_string() },
    }
}

/// An error in answer to a commit: without a clear no, it may have been kept.
pub(super) fn commit(error: &Error) -> StoreError {
    let fault = statement(error);
    if let StoreError::Unavailable { message } = fault { StoreError::Unknown { message } } else { fault }
}

/// No connection was to be had.
pub(super) fn pool(error: &PoolError) -> StoreError {
    match error {
        PoolError::Timeout(_) => StoreError::Busy { message: "no free connection".into() },
        PoolError::Backend(error) => {
            let fault = statement(error);
            if let StoreError::Engine { message, .. } = fault { StoreError::Open { message } } else { fault }
        }
        PoolError::Closed | PoolError::NoRuntimeSpecified | PoolError::PostCreateHook(_) => {
            StoreError::Unavailable { message: error.to_string() }
        }
    }
}

fn is_connection(error: &Error) -> bool {
    let io = std::error::Error::source(error).is_some_and(|source| source.is::<std::io::Error>());
    error.is_closed() || io
}

fn from_server(refused: &DbError) -> StoreError {
    let message = || refused.message().to_owned();
    let code = refused.code();
    match *code {
        SqlState::UNIQUE_VIOLATION => StoreError::Unique { key: unique_key(refused) },
        SqlState::T_R_SERIALIZATION_FAILURE | SqlState::T_R_DEADLOCK_DETECTED => {
            StoreError::Serialization { message: message() }
        }
        SqlState::LOCK_NOT_AVAILABLE | SqlState::QUERY_CANCELED | SqlState::TOO_MANY_CONNECTIONS => {
            StoreError::Busy { message: message() }
        }
        SqlState::READ_ONLY_SQL_TRANSACTION => StoreError::ReadOnly,
        SqlState::DISK_FULL => StoreError::Full,
        _ => match code.code().get(..2) {
            Some("23") => StoreError::Constraint { rule: message() },
            // Connection exceptions, and a server that is stopping or starting.
            Some("08" | "57") => StoreError::Unavailable { message: message() },
            Some(_) | None => StoreError::Engine { code: code.code().to_owned(), message: message() },
        },
    }
}

/// `table(column, column)`, as SQLite is made to say it. The columns stand only in the detail line,
/// which reads `Key (a, b)=(…) already exists.` with its words in the language of the server.
fn unique_key(refused: &DbError) -> String {
    let columns = refused.detail().and_then(columns_of);
    match (refused.table(), columns) {
        (Some(table), Some(columns)) => format!("{table}({columns})"),
        (Some(_) | None, _) => refused.constraint().unwrap_or("unknown").to_owned(),
    }
}

/// The columns of a detail line; nothing for an index on an expression.
fn columns_of(detail: &str) -> Option<&str> {
    let start = detail.find('(')? + 1;
    let length = detail.get(start..)?.find(")=(")?;
    let columns = detail.get(start..start + length)?;
    let plain = columns.chars().all(|c| c.is_alphanumeric() || matches!(c, '_' | ',' | ' '));
    plain.then_some(columns)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns() {
        assert_eq!(columns_of("Key (code)=(x) already exists."), Some("code"));
        assert_eq!(columns_of("Khóa (unit, day)=(10813, (x)) đã tồn tại."), Some("unit, day"));
        assert_eq!(columns_of("Key (lower(login))=(x) already exists."), None);
        assert_eq!(columns_of("nothing"), None);
    }
}
