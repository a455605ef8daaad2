//! What can go wrong in the store, in the same words on both engines.
//!
//! Messages never carry stored values: no parameter, no `DETAIL` line of PostgreSQL.

use thiserror::Error;

/// Failure of a statement, a unit of work or the store itself.
///
/// The text keys of [`Unique`](Self::Unique) are the same on both engines; see there.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum StoreError {
    /// The text is no address of a database.
    #[error("`{text}` is no database address: {reason}")]
    BadUrl {
        /// The address, without any password.
        text: String,
        /// What is wrong with it.
        reason: String,
    },
    /// The database could not be opened or set up.
    #[error("cannot open the database: {message}")]
    Open {
        /// What the engine said.
        message: String,
    },
    /// The engine is older than the oldest version this store trusts.
    #[error("{engine} {found} is too old: {needed} or newer is needed ({reason})")]
    TooOld {
        /// `SQLite` or `PostgreSQL`.
        engine: &'static str,
        /// Version number as the engine reports it.
        found: i64,
        /// Oldest number that is accepted.
        needed: i64,
        /// Why older ones are refused.
        reason: &'static str,
    },
    /// The database was migrated by a newer program.
    #[error(
        "the database has schema {found}, this program knows up to {known}: \
         start the newer program or restore a backup"
    )]
    SchemaNewer {
        /// Highest version recorded in the database.
        found: i64,
        /// Highest version in the program.
        known: i64,
    },
    /// A migration that was applied differs from the one in the program.
    #[error("migration {version:04}_{name} was changed after it had been applied")]
    MigrationChanged {
        /// Version of the migration.
        version: i64,
        /// Its name in the program.
        name: String,
    },
    /// A migration is malformed or failed; nothing of it was kept.
    #[error("migration {version:04}_{name}: {message}")]
    Migration {
        /// Version of the migration.
        version: i64,
        /// Its name.
        name: String,
        /// What is wrong.
        message: String,
    },
    /// A row with this key exists already.
    ///
    /// The key reads `table(column, column)` in index order on both engines, for primary keys, unique
    /// constraints and unique indexes on plain columns. A unique index on an expression is reported
    /// by its own name.
    #[error("a row with the same {key} exists")]
    Unique {
        /// `table(column, column)`, or the name of an index on an expression.
        key: String,
    },
    /// Another rule of the schema refused the row: foreign key, check, not null, column type.
    #[error("the schema refused the row: {rule}")]
    Constraint {
        /// Message of the engine, without values.
        rule: String,
    },
    /// A statement expected to change one row changed none or several: somebody was faster.
    #[error("expected to change one row, changed {changed}")]
    Conflict {
        /// Number of rows that were changed (and are rolled back with the unit).
        changed: u64,
    },
    /// A query for at most one row found more.
    #[error("expected at most one row, found {found}")]
    ManyRows {
        /// Number of rows found.
        found: usize,
    },
    /// A query for exactly one row found none.
    #[error("expected a row, found none")]
    NoRow,
    /// A value of a row has another type than the caller asked for.
    #[error("column {index}: {fault}")]
    Column {
        /// Position in the row, from 0.
        index: usize,
        /// What was wrong with it.
        fault: ColumnFault,
    },
    /// A parameter cannot be sent.
    #[error("parameter ${number}: {reason}")]
    Param {
        /// Number as in `$1`.
        number: usize,
        /// Why it was refused.
        reason: String,
    },
    /// The number of parameters differs from what the statement names.
    #[error("the statement takes {wanted} parameters, {given} were given")]
    ParamCount {
        /// Highest number in the text.
        wanted: usize,
        /// Values given.
        given: usize,
    },
    /// A number does not fit the 64 signed bits of a column.
    #[error("the number does not fit a BIGINT column")]
    OutOfRange,
    /// A statement of a read-only unit wanted to write.
    #[error("a read-only unit of work cannot write")]
    ReadOnly,
    /// An earlier statement of this unit failed, so the unit can only be rolled back.
    #[error("the unit of work already failed")]
    Aborted,
    /// Locks, connections or places in the queue were not to be had in time. Trying later helps.
    #[error("the database is busy: {message}")]
    Busy {
        /// What was waited for.
        message: String,
    },
    /// PostgreSQL chose this unit as the loser of a race, more often than the store retries.
    #[error("gave way to other transactions too often: {message}")]
    Serialization {
        /// Message of the engine.
        message: String,
    },
    /// No room left for data. Nothing of the unit was kept.
    #[error("the disk of the database is full")]
    Full,
    /// The server cannot be reached. Nothing of the unit was kept.
    #[error("the database cannot be reached: {message}")]
    Unavailable {
        /// What happened.
        message: String,
    },
    /// Reading or writing the file failed, or the file is damaged.
    #[error("the database file cannot be trusted: {message}")]
    Io {
        /// Message of the engine.
        message: String,
    },
    /// The commit was sent and its answer is not known. Ask by the idempotency key.
    #[error("whether the change was kept is not known: {message}")]
    Unknown {
        /// What happened.
        message: String,
    },
    /// The writer met a failure of the disk and takes no more work until the program restarts.
    #[error("the writer has stopped: {reason}")]
    WriterStopped {
        /// The failure that stopped it.
        reason: String,
    },
    /// The closure panicked. Nothing of the unit was kept.
    #[error("the unit of work panicked")]
    Panicked,
    /// Anything else an engine says, mostly a mistake in a statement.
    #[error("{message} (code {code})")]
    Engine {
        /// SQLSTATE, or the extended result code of SQLite.
        code: String,
        /// Message of the engine, without values.
        message: String,
    },
}

/// Why a value could not be read from a row.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum ColumnFault {
    /// The row has fewer columns.
    #[error("the row has only {columns} columns")]
    Missing {
        /// Columns in the row.
        columns: usize,
    },
    /// The stored value has another type.
    #[error("wanted {wanted}, found {found}")]
    Type {
        /// Type asked for.
        wanted: &'static str,
        /// Type found.
        found: &'static str,
    },
    /// The result column has a type outside the five of the store.
    #[error("type `{name}` is not supported; use CAST in the statement")]
    Unsupported {
        /// Name of the type at the engine.
        name: String,
    },
    /// The text is not UTF-8.
    #[error("the text is not UTF-8")]
    NotUtf8,
    /// The number does not fit the type asked for.
    #[error("the number does not fit {wanted}")]
    Range {
        /// Type asked for.
        wanted: &'static str,
    },
}

impl StoreError {
    /// Whether this is a clash on exactly this key, written `table(column, column)`.
    #[must_use]
    pub fn is_unique(&self, wanted: &str) -> bool {
        matches!(self, Self::Unique { key } if key == wanted)
    }

    /// Whether the engine lost its footing: continuing on the same connection would be a guess.
    pub(crate) fn distrusts_file(&self) -> bool {
        matches!(self, Self::Io { .. })
    }

    /// Whether running the whole unit again can succeed.
    pub(crate) fn is_lost_race(&self) -> bool {
        matches!(self, Self::Serialization { .. })
    }

    /// A column of the wrong type.
    pub(crate) fn column_type(index: usize, wanted: &'static str, found: &'static str) -> Self {
        Self::Column { index, fault: ColumnFault::Type { wanted, found } }
    }
}
