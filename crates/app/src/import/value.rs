//! Single values of a register.

use super::DateOrder;
use super::problem::Trouble;
use domain::channel::Channel;
use domain::text::fold;
use domain::time::instant;
use jiff::Timestamp;
use jiff::civil::{Date, DateTime, Time};

/// A cell as the file has it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Cell {
    /// Text or a number, as it would be read.
    Text(String),
    /// A date or time that the workbook itself knows as one.
    Moment(DateTime),
}

impl Cell {
    /// What stands there, for people.
    pub(super) fn shown(&self) -> String {
        match self {
            Self::Text(text) => text.clone(),
            Self::Moment(at) => at.strftime("%d/%m/%Y %H:%M").to_string(),
        }
    }
}

/// A point in time as registers write it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum When {
    /// To the minute.
    At(Timestamp),
    /// Only the day.
    On(Date),
}

/// Reads a date or time. Without an offset it is the civil time of Vietnam.
pub(super) fn when(cell: &Cell, order: Option<DateOrder>) -> Result<When, Trouble> {
    let text = match cell {
        Cell::Moment(at) if at.time() == Time::midnight() => return Ok(When::On(at.date())),
        Cell::Moment(at) => return Ok(When::At(instant(*at))),
        Cell::Text(text) => text.trim(),
    };
    if text.len() > 40 {
        return Err(Trouble::Moment);
    }
    let year_first = text.get(..5).is_some_and(|head| head.ends_with('-'));
    if !year_first {
        return written(text, order);
    }
    if text.len() == 10 {
        return text.parse().map(When::On).map_err(|_| Trouble::NoSuchDay);
    }
    match (text.parse::<Timestamp>(), text.parse::<DateTime>()) {
        (Ok(at), _) => Ok(When::At(at)),
        // An offset that cannot be understood must not be dropped in silence.
        (Err(_), Ok(at)) if !text.get(10..).unwrap_or_default().contains(['+', 'Z', 'z', '-', '[']) => {
            Ok(When::At(instant(at)))
        }
        (Err(_), Ok(_) | Err(_)) => Err(Trouble::Moment),
    }
}

/// Day, month and year as people write them, with or without an hour before or after.
fn written(text: &str, order: Option<DateOrder>) -> Result<When, Trouble> {
    let (mut date, mut hour) = (None, None);
    for part in text.split_whitespace() {
        if part.contains([':', 'h']) {
            if hour.replace(clock(part).ok_or(Trouble::Moment)?).is_some() {
                return Err(Trouble::Moment);
            }
        } else if date.replace(day(part, order)?).is_some() {
            return Err(Trouble::Moment);
        }
    }
    match (date, hour) {
        (Some(date), Some(hour)) => Ok(When::At(instant(date.to_datetime(hour)))),
        (Some(date), None) => Ok(When::On(date)),
        (None, _) => Err(Trouble::Moment),
    }
}

fn clock(text: &str) -> Option<Time> {
    let mut parts = text.split([':', 'h']).map(str::trim);
    let mut next = || match parts.next() {
        None | Some("") => Some(0),
        Some(part) if part.len() <= 2 => part.parse::<i8>().ok(),
        Some(_) => None,
    };
    let (hour, minute, second) = (next()?, next()?, next()?);
    if parts.next().is_some() { None } else { Time::new(hour, minute, second, 0).ok() }
}

/// A date with the day or the month first; where both readings are days, the order must have been declared.
pub(super) fn day(text: &str, order: Option<DateOrder>) -> Result<Date, Trouble> {
    let parts: Vec<&str> = text.split(['/', '-', '.']).collect();
    let [first, second, year] = parts.as_slice() else { return Err(Trouble::Moment) };
    let short = |text: &str| if text.len() <= 2 { text.parse::<i8>().ok() } else { None };
    let (Some(first), Some(second)) = (short(first), short(second)) else { return Err(Trouble::Moment) };
    // Two digits of a year would be a guess.
    let year: i16 = if year.len() == 4 { year.parse().ok() } else { None }.ok_or(Trouble::Moment)?;
    let (day, month) = match order {
        Some(DateOrder::DayFirst) => (first, second),
        Some(DateOrder::MonthFirst) => (second, first),
        None if first > 12 || first == second => (first, second),
        None => return Err(Trouble::AmbiguousDate),
    };
    Date::new(year, month, day).map_err(|_| Trouble::NoSuchDay)
}

/// The way of filing; counter where nothing stands.
pub(super) fn channel(text: &str) -> Option<Channel> {
    match fold(text).as_str() {
        "" | "counter" | "truc tiep" | "tai quay" => Some(Channel::Counter),
        "online" | "truc tuyen" | "qua mang" | "dich vu cong" => Some(Channel::Online),
        "post" | "buu chinh" | "buu dien" | "dich vu buu chinh cong ich" => Some(Channel::Post),
        _ => None,
    }
}

/// Who asks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    Citizen,
    Business,
    Organisation,
}

/// The kind of applicant; a citizen where nothing stands.
pub(super) fn kind(text: &str) -> Option<Kind> {
    match fold(text).as_str() {
        "" | "citizen" | "ca nhan" | "cong dan" => Some(Kind::Citizen),
        "business" | "doanh nghiep" | "ho kinh doanh" | "hop tac xa" => Some(Kind::Business),
        "organisation" | "organization" | "to chuc" | "co quan" => Some(Kind::Organisation),
        _ => None,
    }
}

/// How handling ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Ended {
    Granted,
    Refused,
    Withdrawn,
    Stopped,
}

/// The outcome; granted where nothing stands.
pub(super) fn outcome(text: &str) -> Option<Ended> {
    match fold(text).as_str() {
        "" | "granted" | "da giai quyet" | "da tra ket qua" | "dong y" | "dat" => Some(Ended::Granted),
        "refused" | "tu choi" | "khong giai quyet" | "khong dat" => Some(Ended::Refused),
        "withdrawn" | "rut ho so" | "cong dan rut ho so" => Some(Ended::Withdrawn),
        "stopped" | "dung xu ly" | "dung thuc hien" => Some(Ended::Stopped),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    fn read(text: &str, order: Option<DateOrder>) -> Result<When, Trouble> {
        when(&Cell::Text(text.to_owned()), order)
    }

    #[test]
    fn moments_as_registers_write_them() {
        let at = |text: &str| Ok(When::At(text.parse().unwrap()));
        for (typed, meant) in [
            ("2023-04-13T08:05:00+07:00", at("2023-04-13T01:05:00Z")),
            ("2023-04-13T01:05:00Z", at("2023-04-13T01:05:00Z")),
            ("2023-04-13 08:05", at("2023-04-13T01:05:00Z")),
            ("13/04/2023 8:05", at("2023-04-13T01:05:00Z")),
            ("08:05:30 13-4-2023", at("2023-04-13T01:05:30Z")),
            ("8h05 13.04.2023", at("2023-04-13T01:05:00Z")),
            ("23:59:59 13/04/2023", at("2023-04-13T16:59:59Z")),
            ("2023-04-13", Ok(When::On(date(2023, 4, 13)))),
            ("13/4/2023", Ok(When::On(date(2023, 4, 13)))),
            ("05/05/2023", Ok(When::On(date(2023, 5, 5)))),
            ("03/04/2023", Err(Trouble::AmbiguousDate)),
            ("04/13/2023", Err(Trouble::AmbiguousDate)),
            ("29/02/2023", Err(Trouble::NoSuchDay)),
            ("31/04/2023", Err(Trouble::NoSuchDay)),
            ("2023-02-29", Err(Trouble::NoSuchDay)),
            ("13/04/23", Err(Trouble::Moment)),
            ("2023-04-13T08:05:00+99:00", Err(Trouble::Moment)),
            ("13/04/2023 25:00", Err(Trouble::Moment)),
            ("13/04/2023 13/04/2023", Err(Trouble::Moment)),
            ("hôm qua", Err(Trouble::Moment)),
            ("8:05", Err(Trouble::Moment)),
            ("", Err(Trouble::Moment)),
        ] {
            assert_eq!(read(typed, None), meant, "{typed}");
        }
        let day = |text, order| read(text, Some(order));
        assert_eq!(day("03/04/2024", DateOrder::DayFirst), Ok(When::On(date(2024, 4, 3))));
        assert_eq!(day("03/04/2024", DateOrder::MonthFirst), Ok(When::On(date(2024, 3, 4))));
        assert_eq!(day("13/04/2024", DateOrder::MonthFirst), Err(Trouble::NoSuchDay));
    }

    #[test]
    fn words_of_registers() {
        assert_eq!(channel("Trực tuyến"), Some(Channel::Online));
        assert_eq!(channel("fax"), None);
        assert_eq!(outcome("Từ chối"), Some(Ended::Refused));
        assert_eq!(kind("Hộ kinh doanh"), Some(Kind::Business));
    }
}
