//! Values on the wire of PostgreSQL.

use std::error::Error;

use tokio_postgres::Row as PgRow;
use tokio_postgres::types::private::BytesMut;
use tokio_postgres::types::{FromSql, IsNull, ToSql, Type, to_sql_checked};

use crate::error::{ColumnFault, StoreError};
use crate::value::{Row, V};

/// Checks the values against what the statement takes, before anything is sent.
pub(super) fn check(types: &[Type], values: &[V]) -> Result<(), StoreError> {
    if types.len() != values.len() {
        return Err(StoreError::ParamCount { wanted: types.len(), given: values.len() });
    }
    for (place, (ty, value)) in types.iter().zip(values).enumerate() {
        if let Some(reason) = refusal(ty, value) {
            return Err(StoreError::Param { number: place + 1, reason });
        }
    }
    Ok(())
}

fn refusal(ty: &Type, value: &V) -> Option<String> {
    let fits = match value {
        V::Null => true,
        V::Int(int) => match *ty {
            Type::INT8 | Type::FLOAT8 => true,
            Type::INT4 => i32::try_from(*int).is_ok(),
            Type::INT2 => i16::try_from(*int).is_ok(),
            Type::BOOL => matches!(int, 0 | 1),
            _ => false,
        },
        V::Real(_) => *ty == Type::FLOAT8,
        V::Text(text) if text.contains('\0') => return Some("the text contains U+0000".into()),
        V::Text(_) => matches!(*ty, Type::TEXT | Type::VARCHAR | Type::BPCHAR | Type::NAME | Type::UNKNOWN),
        V::Blob(_) => *ty == Type::BYTEA,
    };
    (!fits).then(|| format!("{} does not fit the type {}", value.kind(), ty.name()))
}

impl ToSql for V {
    fn to_sql(&self, ty: &Type, out: &mut BytesMut) -> Result<IsNull, Box<dyn Error + Sync + Send>> {
        match self {
            Self::Null => Ok(IsNull::Yes),
            Self::Int(int) => int_to_sql(*int, ty, out),
            Self::Real(real) => real.to_sql(ty, out),
            Self::Text(text) => text.to_sql(ty, out),
            Self::Blob(bytes) => bytes.to_sql(ty, out),
        }
    }

    /// Every type: what really fits was asked by [`check`].
    fn accepts(_: &Type) -> bool {
        true
    }

    to_sql_checked!();
}

fn int_to_sql(int: i64, ty: &Type, out: &mut BytesMut) -> Result<IsNull, Box<dyn Error + Sync + Send>> {
    match *ty {
        Type::INT4 => i32::try_from(int)?.to_sql(ty, out),
        Type::INT2 => i16::try_from(int)?.to_sql(ty, out),
        Type::BOOL => (int != 0).to_sql(ty, out),
        #[expect(clippy::cast_precision_loss, reason = "SQL converts integers to floats the same way")]
        Type::FLOAT8 => (int as f64).to_sql(ty, out),
        _ => int.to_sql(ty, out),
    }
}

/// A row in the types of the store.
pub(super) fn decode(row: &PgRow) -> Result<Row, StoreError> {
    let values = row.columns().iter().enumerate().map(|(index, column)| match *column.type_() {
        Type::INT8 => get(row, index, V::Int),
        Type::INT4 => get(row, index, |int: i32| V::Int(i64::from(int))),
        Type::INT2 => get(row, index, |int: i16| V::Int(i64::from(int))),
        Type::BOOL => get(row, index, |truth: bool| V::Int(i64::from(truth))),
        Type::FLOAT8 => get(row, index, V::Real),
        Type::FLOAT4 => get(row, index, |real: f32| V::Real(f64::from(real))),
        Type::TEXT | Type::VARCHAR | Type::BPCHAR | Type::NAME | Type::UNKNOWN => get(row, index, V::Text),
        Type::BYTEA => get(row, index, V::Blob),
        Type::VOID => Ok(V::Null),
        ref other => Err(StoreError::Column {
            index,
            fault: ColumnFault::Unsupported { name: other.name().to_owned() },
        }),
    });
    values.collect::<Result<Vec<V>, _>>().map(Row::new)
}

fn get<'r, T: FromSql<'r>>(row: &'r PgRow, index: usize, wrap: impl Fn(T) -> V) -> Result<V, StoreError> {
    match row.try_get::<_, Option<T>>(index) {
        Ok(value) => Ok(value.map_or(V::Null, wrap)),
        Err(_) => Err(StoreError::Column { index, fault: ColumnFault::NotUtf8 }),
    }
}
