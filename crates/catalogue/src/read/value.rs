//! Single values: text, dates, hours, numbers, keys, words.

use domain::day::Window;
use domain::place::{AgencyIdentifier, CalendarId, LevelCode, UnitCode};
use domain::procedure::{
    Bilingual, CaseId, ComponentId, Condition, FeeId, FieldId, GroupId, ProcedureCode, QuestionId,
    RegisterCode, SectorCode,
};
use domain::programme::ProgrammeId;
use domain::text::{clean_text, has_control};
use jiff::civil::{Date, Time};
use toml::Spanned;
use toml::de::DeValue;

use super::Placed;
use super::session::File;
use super::table::Table;
use crate::problem::{Expected, FormProblem, MeaningProblem};

/// A value of a file.
pub(super) type Raw<'t> = Spanned<DeValue<'t>>;

/// What can be read from a value; whatever is wrong is noted, and nothing is returned.
pub(super) trait Value: Sized {
    /// Reads the value of a key.
    fn read<'t>(file: File<'t>, key: &'static str, value: &'t Raw<'t>) -> Option<Self>;
}

/// The raw text, or a note that it is something else.
pub(super) fn text<'t>(
    file: File<'t>,
    key: &'static str,
    value: &'t Raw<'t>,
    expected: Expected,
) -> Option<&'t str> {
    let text = value.get_ref().as_str();
    if text.is_none() {
        file.report(value, FormProblem::WrongType(key, expected));
    }
    text
}

/// Notes that the text cannot be read as what is expected.
pub(super) fn bad<'t>(file: File<'t>, key: &'static str, value: &'t Raw<'t>, expected: Expected) {
    let quoted = value.get_ref().as_str().unwrap_or_default().chars().take(64).collect();
    file.report(value, FormProblem::BadValue(key, quoted, expected));
}

impl Value for String {
    fn read<'t>(file: File<'t>, key: &'static str, value: &'t Raw<'t>) -> Option<Self> {
        let text = text(file, key, value, Expected::Text)?;
        if text.trim().is_empty() {
            file.report(value, FormProblem::Empty(key));
            return None;
        }
        if clean_text(text) != text || has_control(text) {
            file.report(value, FormProblem::UncleanText(key));
        }
        Some(text.to_owned())
    }
}

impl Value for Bilingual {
    fn read<'t>(file: File<'t>, key: &'static str, value: &'t Raw<'t>) -> Option<Self> {
        let table = Table::of(file, key, value)?;
        let (vi, en) = (table.need("vi"), table.need("en"));
        table.finish();
        Some(Self { vi: vi?, en: en? })
    }
}

impl Value for bool {
    fn read<'t>(file: File<'t>, key: &'static str, value: &'t Raw<'t>) -> Option<Self> {
        let read = value.get_ref().as_bool();
        if read.is_none() {
            file.report(value, FormProblem::WrongType(key, Expected::YesNo));
        }
        read
    }
}

impl Value for u64 {
    fn read<'t>(file: File<'t>, key: &'static str, value: &'t Raw<'t>) -> Option<Self> {
        let number = value.get_ref().as_integer();
        let read = number.and_then(|n| Self::from_str_radix(n.as_str(), n.radix()).ok());
        if read.is_none() {
            file.report(value, FormProblem::WrongType(key, Expected::Number));
        }
        read
    }
}

macro_rules! numbers {
    ($($number:ty: $min:literal to $max:literal;)*) => {$(
        impl Value for $number {
            fn read<'t>(file: File<'t>, key: &'static str, value: &'t Raw<'t>) -> Option<Self> {
                let read = u64::read(file, key, value)?;
                if !($min..=$max).contains(&read) {
                    file.report(value, FormProblem::OutOfRange(key, $min, $max));
                    return None;
                }
                <$number>::try_from(read).ok()
            }
        }
    )*};
}

numbers! {
    u8: 1 to 9;
    u16: 0 to 1000;
    u32: 1 to 1_000_000;
    i16: 2000 to 2100;
}

impl Value for Date {
    fn read<'t>(file: File<'t>, key: &'static str, value: &'t Raw<'t>) -> Option<Self> {
        let day = value.get_ref().as_datetime().filter(|at| at.time.is_none()).and_then(|at| at.date);
        let read = day.and_then(|day| {
            let part = |value: u8| i8::try_from(value).ok();
            Date::new(i16::try_from(day.year).ok()?, part(day.month)?, part(day.day)?).ok()
        });
        if read.is_none() {
            file.report(value, FormProblem::WrongType(key, Expected::Date));
        }
        read
    }
}

/// Reads `15:30`.
fn hour_minute(text: &str) -> Option<Time> {
    let two = |part: &str| {
        let digits = part.len() == 2 && part.bytes().all(|b| b.is_ascii_digit());
        digits.then(|| part.parse().ok()).flatten()
    };
    let (hour, minute) = text.split_once(':')?;
    Time::new(two(hour)?, two(minute)?, 0, 0).ok()
}

impl Value for Time {
    fn read<'t>(file: File<'t>, key: &'static str, value: &'t Raw<'t>) -> Option<Self> {
        let read = hour_minute(text(file, key, value, Expected::HourMinute)?);
        if read.is_none() {
            bad(file, key, value, Expected::HourMinute);
        }
        read
    }
}

impl Value for Window {
    fn read<'t>(file: File<'t>, key: &'static str, value: &'t Raw<'t>) -> Option<Self> {
        let (from, to) = text(file, key, value, Expected::Hours)?.split_once('-').unwrap_or_default();
        let Some((from, to)) = hour_minute(from).zip(hour_minute(to)) else {
            bad(file, key, value, Expected::Hours);
            return None;
        };
        let read = Self::new(from, to).ok();
        if read.is_none() {
            file.report(value, MeaningProblem::HoursReversed);
        }
        read
    }
}

impl<V: Value> Value for Vec<V> {
    fn read<'t>(file: File<'t>, key: &'static str, value: &'t Raw<'t>) -> Option<Self> {
        let Some(list) = value.get_ref().as_array() else {
            file.report(value, FormProblem::WrongType(key, Expected::List));
            return None;
        };
        if list.is_empty() {
            file.report(value, FormProblem::Empty(key));
        }
        Some(list.iter().filter_map(|entry| V::read(file, key, entry)).collect())
    }
}

impl<V: Value> Value for Placed<V> {
    fn read<'t>(file: File<'t>, key: &'static str, value: &'t Raw<'t>) -> Option<Self> {
        Some(Self { value: V::read(file, key, value)?, at: file.at(value) })
    }
}

impl Value for Condition {
    fn read<'t>(file: File<'t>, key: &'static str, value: &'t Raw<'t>) -> Option<Self> {
        let written = text(file, key, value, Expected::Condition)?;
        let read = match written.split_once(':') {
            None if written == "always" => Some(Self::Always),
            None if written == "proxy" => Some(Self::WhenProxy),
            Some(("case", id)) => id.parse().ok().map(Self::WhenCase),
            Some(("answer", id)) => id.parse().ok().map(Self::WhenAnswer),
            None | Some(_) => None,
        };
        if read.is_none() {
            bad(file, key, value, Expected::Condition);
        }
        read
    }
}

macro_rules! parsed {
    ($($kind:ty: $expected:expr;)*) => {$(
        impl Value for $kind {
            fn read<'t>(file: File<'t>, key: &'static str, value: &'t Raw<'t>) -> Option<Self> {
                let read = text(file, key, value, $expected)?.parse().ok();
                if read.is_none() {
                    bad(file, key, value, $expected);
                }
                read
            }
        }
    )*};
}

parsed! {
    UnitCode: Expected::UnitCode;
    ProcedureCode: Expected::ProcedureCode;
    AgencyIdentifier: Expected::AgencyIdentifier;
    LevelCode: Expected::Key;
    CalendarId: Expected::Key;
    SectorCode: Expected::Key;
    ComponentId: Expected::Key;
    GroupId: Expected::Key;
    CaseId: Expected::Key;
    QuestionId: Expected::Key;
    FeeId: Expected::Key;
    FieldId: Expected::Key;
    RegisterCode: Expected::Key;
    ProgrammeId: Expected::Key;
}
