//! Birth dates: civil dates, never instants.

use jiff::civil::Date;

/// Oldest age believed without a second look, in years.
pub const AGE_YEARS_MAX: i16 = 130;

/// A date of birth (ngày sinh) that lies in the past and within a human life.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct BirthDate(Date);

/// Why a text is not a date of birth.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, thiserror::Error)]
pub enum BirthProblem {
    /// Not `ngày/tháng/năm`.
    #[error("the date is not day/month/year")]
    NotADate,
    /// Such a day is not in the calendar: 30 February, 29 February of a common year.
    #[error("that day does not exist")]
    NoSuchDay,
    /// After today.
    #[error("the date lies in the future")]
    InFuture,
    /// More than [`AGE_YEARS_MAX`] years ago.
    #[error("the date lies more than 130 years back")]
    TooLongAgo,
}

impl BirthDate {
    /// Reads `day/month/year` (also with `-`, `.` or blanks between, or the ISO form) and checks it against today.
    ///
    /// # Errors
    /// [`BirthProblem`] says what is wrong.
    ///
    /// ```
    /// # use domain::person::{BirthDate, BirthProblem};
    /// # let today = jiff::civil::date(2024, 2, 2);
    /// assert!(BirthDate::parse("29/02/2020", today).is_ok());
    /// assert_eq!(BirthDate::parse("29/02/2023", today), Err(BirthProblem::NoSuchDay));
    /// ```
    pub fn parse(typed: &str, today: Date) -> Result<Self, BirthProblem> {
        Self::new(read_date(typed)?, today)
    }

    /// Checks a date against today.
    ///
    /// # Errors
    /// [`BirthProblem::InFuture`] or [`BirthProblem::TooLongAgo`].
    pub fn new(on: Date, today: Date) -> Result<Self, BirthProblem> {
        if on > today {
            return Err(BirthProblem::InFuture);
        }
        if today.year() - on.year() > AGE_YEARS_MAX {
            return Err(BirthProblem::TooLongAgo);
        }
        Ok(Self(on))
    }

    /// A date that was checked when it was first recorded.
    pub const fn recorded(on: Date) -> Self {
        Self(on)
    }

    /// The civil date.
    pub const fn date(self) -> Date {
        self.0
    }
}

/// Reads a civil date as people type it: day first, or ISO with the year first.
///
/// # Errors
/// [`BirthProblem::NotADate`] or [`BirthProblem::NoSuchDay`].
pub fn read_date(typed: &str) -> Result<Date, BirthProblem> {
    let cleaned = crate::text::clean_line(typed);
    let parts: Vec<&str> = cleaned.split(['/', '-', '.', ' ']).filter(|part| !part.is_empty()).collect();
    let [first, month, last] = parts.as_slice() else { return Err(BirthProblem::NotADate) };
    let number = |part: &str| part.parse::<i16>().map_err(|_| BirthProblem::NotADate);
    let (day, year) = if first.len() == 4 { (last, first) } else { (first, last) };
    if year.len() != 4 {
        return Err(BirthProblem::NotADate);
    }
    let (year, month, day) = (number(year)?, number(month)?, number(day)?);
    let narrow = |n: i16| i8::try_from(n).map_err(|_| BirthProblem::NoSuchDay);
    Date::new(year, narrow(month)?, narrow(day)?).map_err(|_| BirthProblem::NoSuchDay)
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn dates_as_people_type_them() {
        let today = date(2024, 2, 2);
        for typed in ["02/03/1943", "2/3/1943", "02-03-1943", "2.3.1943", " 1943-03-02 ", "02 03 1943"] {
            assert_eq!(BirthDate::parse(typed, today).map(BirthDate::date), Ok(date(1943, 3, 2)), "{typed}");
        }
    }

    #[test]
    fn refusals() {
        let today = date(2024, 2, 2);
        for (typed, problem) in [
            ("", BirthProblem::NotADate),
            ("hôm qua", BirthProblem::NotADate),
            ("02/03/43", BirthProblem::NotADate),
            ("29/02/2023", BirthProblem::NoSuchDay),
            ("31/04/2000", BirthProblem::NoSuchDay),
            ("01/13/2000", BirthProblem::NoSuchDay),
            ("300/01/2000", BirthProblem::NoSuchDay),
            ("03/02/2024", BirthProblem::InFuture),
            ("01/01/1893", BirthProblem::TooLongAgo),
        ] {
            assert_eq!(BirthDate::parse(typed, today), Err(problem), "{typed:?}");
        }
        assert!(BirthDate::parse("02/02/2024", today).is_ok(), "born today");
    }
}
