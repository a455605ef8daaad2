//! Statements on one SQLite connection.

use rusqlite::types::ValueRef;
use rusqlite::{Connection, Statement};

use super::fault::fault;
use crate::error::{ColumnFault, StoreError};
use crate::value::{Row, V};

/// A connection inside a transaction.
pub(crate) struct Session<'a>(pub(super) &'a Connection);

impl Session<'_> {
    pub(crate) fn query(&self, sql: &'static str, values: &[V]) -> Result<Vec<Row>, StoreError> {
        let mut statement = self.0.prepare_cached(sql).map_err(|error| fault(&error))?;
        bind(&mut statement, values)?;
        let columns = statement.column_count();
        let mut found = Vec::new();
        let mut rows = statement.raw_query();
        while let Some(row) = rows.next().map_err(|error| fault(&error))? {
            let values = (0..columns).map(|index| decode(row, index)).collect::<Result<Vec<V>, _>>()?;
            found.push(Row::new(values));
        }
        Ok(found)
    }

    pub(crate) fn execute(&self, sql: &'static str, values: &[V]) -> Result<u64, StoreError> {
        let mut statement = self.0.prepare_cached(sql).map_err(|error| fault(&error))?;
        bind(&mut statement, values)?;
        let changed = statement.raw_execute().map_err(|error| fault(&error))?;
        Ok(changed as u64)
    }

    pub(crate) fn script(&self, sql: &str) -> Result<(), StoreError> {
        self.0.execute_batch(sql).map_err(|error| fault(&error))
    }
}

/// Binds by number. To SQLite `$2` is only a name, given the next free place where it first occurs.
fn bind(statement: &mut Statement<'_>, values: &[V]) -> Result<(), StoreError> {
    let mut wanted = 0;
    for place in 1..=statement.parameter_count() {
        let number = statement.parameter_name(place).and_then(number_of).ok_or_else(|| {
            StoreError::Param { number: place, reason: "parameters are written $1, $2, …".into() }
        })?;
        wanted = wanted.max(number);
        match values.get(number - 1) {
            Some(value) => bind_one(statement, place, number, value)?,
            None => return Err(StoreError::ParamCount { wanted: number, given: values.len() }),
        }
    }
    if wanted == values.len() { Ok(()) } else { Err(StoreError::ParamCount { wanted, given: values.len() }) }
}

/// `$12` → 12.
fn number_of(name: &str) -> Option<usize> {
    name.strip_prefix('$')?.parse().ok().filter(|number| *number > 0)
}

fn bind_one(statement: &mut Statement<'_>, place: usize, number: usize, value: &V) -> Result<(), StoreError> {
    match value {
        V::Null => statement.raw_bind_parameter(place, rusqlite::types::Null),
        V::Int(int) => statement.raw_bind_parameter(place, int),
        V::Real(real) => statement.raw_bind_parameter(place, real),
        V::Text(text) if text.contains('\0') => {
            return Err(StoreError::Param { number, reason: "the text contains U+0000".into() });
        }
        V::Text(text) => statement.raw_bind_parameter(place, text),
        V::Blob(bytes) => statement.raw_bind_parameter(place, bytes),
    }
    .map_err(|error| fault(&error))
}

fn decode(row: &rusqlite::Row<'_>, index: usize) -> Result<V, StoreError> {
    Ok(match row.get_ref(index).map_err(|error| fault(&error))? {
        ValueRef::Null => V::Null,
        ValueRef::Integer(int) => V::Int(int),
        ValueRef::Real(real) => V::Real(real),
        ValueRef::Text(bytes) => V::Text(
            std::str::from_utf8(bytes)
                .map_err(|_| StoreError::Column { index, fault: ColumnFault::NotUtf8 })?
                .to_owned(),
        ),
        ValueRef::Blob(bytes) => V::Blob(bytes.to_vec()),
    })
}
