//! Codes of places: administrative codes, agency identifiers, and the short keys that packs use.

use std::fmt;
use std::str::FromStr;

/// Why a text is not a code.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum CodeError {
    /// An administrative code is 1 to 5 digits.
    #[error("`{0}` is not an administrative code: 1 to 5 digits")]
    UnitCode(String),
    /// An agency identifier is groups of capital letters and digits between dots, at most 35 characters.
    #[error("`{0}` is not an agency identifier: groups between dots, at most 35 characters")]
    AgencyIdentifier(String),
    /// A key is 1 to 48 of `a-z`, `0-9`, `-`, `_`, `.`.
    #[error("`{0}` is not a key: 1 to 48 of a-z, 0-9, hyphen, underscore, dot")]
    Key(String),
    /// A procedure code is one digit, a dot, six digits.
    #[error("`{0}` is not a procedure code: one digit, a dot, six digits")]
    ProcedureCode(String),
}

/// At most 64 characters of what was read, so that an error never repeats a whole file.
pub(crate) fn quoted(text: &str) -> String {
    text.chars().take(64).collect()
}

/// Administrative code of the General Statistics Office, as valid on a date: `30`, `294`, `10813`.
///
/// Codes are used again with a new meaning, so a code names a unit only together with a date.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct UnitCode(String);

impl UnitCode {
    /// The digits.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl FromStr for UnitCode {
    type Err = CodeError;
    fn from_str(text: &str) -> Result<Self, CodeError> {
        let digits = !text.is_empty() && text.len() <= 5 && text.bytes().all(|b| b.is_ascii_digit());
        if digits { Ok(Self(text.to_owned())) } else { Err(CodeError::UnitCode(quoted(text))) }
    }
}

impl fmt::Display for UnitCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// Mã định danh điện tử of an agency: `H23.11.7`; checked by shape only.
///
/// # Legal source
/// Decision 20/2020/QĐ-TTg: at most 35 characters, groups from left to right separated by a dot. The older
/// order `000.00.00.H56` is still alive in codes and has the same shape.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct AgencyIdentifier(String);

impl AgencyIdentifier {
    /// The most characters an identifier may have.
    pub const MAX: usize = 35;

    /// The identifier as printed.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl FromStr for AgencyIdentifier {
    type Err = CodeError;
    fn from_str(text: &str) -> Result<Self, CodeError> {
        let group =
            |g: &str| !g.is_empty() && g.bytes().all(|b| b.is_ascii_digit() || b.is_ascii_uppercase());
        if text.len() <= Self::MAX && text.split('.').all(group) {
            Ok(Self(text.to_owned()))
        } else {
            Err(CodeError::AgencyIdentifier(quoted(text)))
        }
    }
}

impl fmt::Display for AgencyIdentifier {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// Declares key types: short texts by which the entries of a pack name one another.
macro_rules! keys {
    ($($(#[$doc:meta])* $name:ident;)*) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(String);

        impl $name {
            /// The key as written.
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl std::str::FromStr for $name {
            type Err = $crate::place::CodeError;
            fn from_str(text: &str) -> Result<Self, Self::Err> {
                if $crate::place::code::is_key(text) {
                    Ok(Self(text.to_owned()))
                } else {
                    Err($crate::place::CodeError::Key($crate::place::code::quoted(text)))
                }
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(&self.0)
            }
        }
    )*};
}
pub(crate) use keys;

/// Whether a text may be a key.
pub(crate) fn is_key(text: &str) -> bool {
    let allowed = |b: u8| b.is_ascii_lowercase() || b.is_ascii_digit() || matches!(b, b'-' | b'_' | b'.');
    (1..=48).contains(&text.len()) && text.bytes().all(allowed)
}

keys! {
    /// A level of the administration, as data: `province`, `district`, `commune`.
    LevelCode;
    /// A working calendar of a pack.
    CalendarId;
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_are_checked_by_shape() {
        for good in ["30", "294", "10813"] {
            assert_eq!(good.parse::<UnitCode>().map(|c| c.to_string()), Ok(good.to_owned()));
        }
        for bad in ["", "108133", "1O813", " 30", "３０"] {
            assert!(bad.parse::<UnitCode>().is_err(), "{bad}");
        }
        for good in ["H23", "H23.11.7", "000.00.00.H56"] {
            assert!(good.parse::<AgencyIdentifier>().is_ok(), "{good}");
        }
        for bad in ["", "H23.", ".H23", "h23", "H23 11", "H23.11.11.11.11.11.11.11.11.11.11.11.1"] {
            assert!(bad.parse::<AgencyIdentifier>().is_err(), "{bad}");
        }
        assert!("commune".parse::<LevelCode>().is_ok());
        assert!("Commune".parse::<LevelCode>().is_err());
    }
}
