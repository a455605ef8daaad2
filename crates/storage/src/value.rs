//! Values that go into statements and come out of rows.

use crate::error::{ColumnFault, StoreError};

/// A parameter or a column: the five types both engines share.
///
/// Truth values are `Int(0)` and `Int(1)`, instants are milliseconds since 1970, money is đồng.
#[derive(Debug, Clone, PartialEq)]
pub enum V {
    /// SQL `NULL`, for a column of any type.
    Null,
    /// `BIGINT`.
    Int(i64),
    /// `DOUBLE PRECISION`.
    Real(f64),
    /// `TEXT`; must not contain the character U+0000, which PostgreSQL cannot store.
    Text(String),
    /// `BLOB` / `BYTEA`.
    Blob(Vec<u8>),
}

impl V {
    /// Name of the type, for messages.
    #[must_use]
    pub fn kind(&self) -> &'static str {
        match self {
            Self::Null => "NULL",
            Self::Int(_) => "BIGINT",
            Self::Real(_) => "DOUBLE PRECISION",
            Self::Text(_) => "TEXT",
            Self::Blob(_) => "BLOB",
        }
    }
}

/// Builds the parameter list of a statement: `values![code.as_str(), version, None::<i64>]`.
#[macro_export]
macro_rules! values {
    ($($value:expr),* $(,)?) => { [$($crate::V::from($value)),*] };
}

macro_rules! from_small_int {
    ($($int:ty),*) => { $(impl From<$int> for V {
        fn from(value: $int) -> Self {
            Self::Int(i64::from(value))
        }
    })* };
}

from_small_int!(i8, i16, i32, i64, u8, u16, u32, bool);

macro_rules! try_from_large_int {
    ($($int:ty),*) => { $(impl TryFrom<$int> for V {
        type Error = StoreError;

        /// Refuses numbers above `i64::MAX` with [`StoreError::OutOfRange`].
        fn try_from(value: $int) -> Result<Self, StoreError> {
            i64::try_from(value).map(Self::Int).map_err(|_| StoreError::OutOfRange)
        }
    })* };
}

try_from_large_int!(u64, usize, i128, u128);

impl From<f64> for V {
    fn from(value: f64) -> Self {
        Self::Real(value)
    }
}

impl From<&str> for V {
    fn from(value: &str) -> Self {
        Self::Text(value.to_owned())
    }
}

impl From<&String> for V {
    fn from(value: &String) -> Self {
        Self::Text(value.clone())
    }
}

impl From<String> for V {
    fn from(value: String) -> Self {
        Self::Text(value)
    }
}

impl From<Vec<u8>> for V {
    fn from(value: Vec<u8>) -> Self {
        Self::Blob(value)
    }
}

impl From<&[u8]> for V {
    fn from(value: &[u8]) -> Self {
        Self::Blob(value.to_vec())
    }
}

impl<const N: usize> From<[u8; N]> for V {
    fn from(value: [u8; N]) -> Self {
        Self::Blob(value.to_vec())
    }
}

impl<const N: usize> From<&[u8; N]> for V {
    fn from(value: &[u8; N]) -> Self {
        Self::Blob(value.to_vec())
    }
}

impl From<&V> for V {
    fn from(value: &V) -> Self {
        value.clone()
    }
}

impl<T: Into<V>> From<Option<T>> for V {
    fn from(value: Option<T>) -> Self {
        value.map_or(Self::Null, Into::into)
    }
}

/// One row of a result. Columns are read by position, from 0.
#[derive(Debug, Clone, PartialEq)]
pub struct Row {
    values: Vec<V>,
}

/// Generates a getter for a value that must be there and one for a value that may be `NULL`.
macro_rules! getters {
    ($must:ident, $may:ident, $variant:ident, $out:ty, $wanted:literal, $convert:expr) => {
        #[doc = concat!("A ", $wanted, " column that is never `NULL`.")]
        ///
        /// # Errors
        /// [`StoreError::Column`] if the column is missing, `NULL` or of another type.
        pub fn $must(&self, index: usize) -> Result<$out, StoreError> {
            self.$may(index)?.ok_or(StoreError::column_type(index, $wanted, "NULL"))
        }

        #[doc = concat!("A ", $wanted, " column that may be `NULL`.")]
        ///
        /// # Errors
        /// [`StoreError::Column`] if the column is missing or of another type.
        pub fn $may(&self, index: usize) -> Result<Option<$out>, StoreError> {
            match self.value(index)? {
                V::Null => Ok(None),
                V::$variant(value) => Ok(Some($convert(value))),
                other => Err(StoreError::column_type(index, $wanted, other.kind())),
            }
        }
    };
}

impl Row {
    pub(crate) fn new(values: Vec<V>) -> Self {
        Self { values }
    }

    /// Number of columns.
    #[must_use]
    pub fn len(&self) -> usize {
        self.values.len()
    }

    /// Whether the row has no column.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.values.is_empty()
    }

    /// The value as it came.
    ///
    /// # Errors
    /// [`StoreError::Column`] if the row has fewer columns.
    pub fn value(&self, index: usize) -> Result<&V, StoreError> {
        self.values
            .get(index)
            .ok_or(StoreError::Column { index, fault: ColumnFault::Missing { columns: self.values.len() } })
    }

    /// All values, in the order of the columns.
    #[must_use]
    pub fn into_values(self) -> Vec<V> {
        self.values
    }

    getters!(int, opt_int, Int, i64, "BIGINT", |n: &i64| *n);
    getters!(real, opt_real, Real, f64, "DOUBLE PRECISION", |n: &f64| *n);
    getters!(text, opt_text, Text, String, "TEXT", |text: &String| text.clone());
    getters!(blob, opt_blob, Blob, Vec<u8>, "BLOB", |bytes: &Vec<u8>| bytes.clone());

    /// A text column without copying it.
    ///
    /// # Errors
    /// [`StoreError::Column`] if the column is missing, `NULL` or of another type.
    pub fn str(&self, index: usize) -> Result<&str, StoreError> {
        let value = self.value(index)?;
        if let V::Text(text) = value {
            Ok(text)
        } else {
            Err(StoreError::column_type(index, "TEXT", value.kind()))
        }
    }

    /// A truth value: a `BIGINT` of 0 or 1.
    ///
    /// # Errors
    /// [`StoreError::Column`] if the column is missing, no integer, or another number.
    pub fn bool(&self, index: usize) -> Result<bool, StoreError> {
        match self.int(index)? {
            0 => Ok(false),
            1 => Ok(true),
            _ => Err(StoreError::Column { index, fault: ColumnFault::Range { wanted: "bool" } }),
        }
    }

    /// An integer column that is never negative, in the type the caller needs.
    ///
    /// # Errors
    /// [`StoreError::Column`] if the column is missing, no integer, or does not fit.
    pub fn int_as<N: TryFrom<i64>>(&self, index: usize) -> Result<N, StoreError> {
        N::try_from(self.int(index)?).map_err(|_| StoreError::Column {
            index,
            fault: ColumnFault::Range { wanted: std::any::type_name::<N>() },
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_convert() {
        let got = crate::values![true, 7_u32, "Đất", None::<i64>, Some("x"), [1_u8, 2], 0.5];
        let want = [
            V::Int(1),
            V::Int(7),
            V::Text("Đất".into()),
            V::Null,
            V::Text("x".into()),
            V::Blob(vec![1, 2]),
            V::Real(0.5),
        ];
        assert_eq!(got, want);
        assert_eq!(V::try_from(u64::MAX), Err(StoreError::OutOfRange));
        assert_eq!(V::try_from(7_usize), Ok(V::Int(7)));
    }

    #[test]
    fn getters_name_what_they_found() {
        let row = Row::new(crate::values![300, None::<i64>, "x"].to_vec());
        assert_eq!(row.int(0), Ok(300));
        assert_eq!(row.opt_int(1), Ok(None));
        assert_eq!(row.int(1), Err(StoreError::column_type(1, "BIGINT", "NULL")));
        assert_eq!(row.blob(2), Err(StoreError::column_type(2, "BLOB", "TEXT")));
        assert_eq!(row.str(2), Ok("x"));
        assert!(row.int_as::<u8>(0).is_err());
        assert_eq!(row.int_as::<u16>(0), Ok(300));
        assert!(row.bool(0).is_err());
        assert!(matches!(
            row.int(9),
            Err(StoreError::Column { fault: ColumnFault::Missing { columns: 3 }, .. })
        ));
    }
}
