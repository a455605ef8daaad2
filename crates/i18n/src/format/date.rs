//! Days and hours.

use domain::time::civil;
use jiff::Timestamp;
use jiff::civil::{Date, Time, Weekday};

use crate::{Arg, Key, Lang, text, text_with};

/// The day in short: `02/02/2024`; `2 February 2024`.
pub fn date(lang: Lang, on: Date) -> String {
    match lang {
        Lang::Vi => format!("{:02}/{:02}/{:04}", on.day(), on.month(), on.year()),
        Lang::En => format!("{} {} {}", on.day(), month(lang, on), on.year()),
    }
}

/// Day and month where the year is plain: `2/2`; `2 February`.
pub fn date_short(lang: Lang, on: Date) -> String {
    match lang {
        Lang::Vi => format!("{}/{}", on.day(), on.month()),
        Lang::En => format!("{} {}", on.day(), month(lang, on)),
    }
}

/// The day with its weekday: `Thứ Sáu, 02/02/2024`; `Friday, 2 February 2024`.
pub fn date_long(lang: Lang, on: Date) -> String {
    format!("{}, {}", weekday(lang, on.weekday()), date(lang, on))
}

/// The day as documents write it: `ngày 02 tháng 02 năm 2024`; `2 February 2024`.
pub fn date_words(lang: Lang, on: Date) -> String {
    let year = on.year().to_string();
    let (day, month) = match lang {
        Lang::Vi => (format!("{:02}", on.day()), format!("{:02}", on.month())),
        Lang::En => (on.day().to_string(), month(lang, on).to_owned()),
    };
    let parts = [("day", Arg::Text(&day)), ("month", Arg::Text(&month)), ("year", Arg::Text(&year))];
    text_with(lang, Key::CommonDateWords, &parts)
}

/// The hour as it is said: `15 giờ 30`, `15 giờ`; `15:30`.
pub fn clock(lang: Lang, at: Time) -> String {
    match lang {
        Lang::Vi => {
            let hour = format!("{} {}", at.hour(), text(lang, Key::CommonClockHour));
            if at.minute() == 0 { hour } else { format!("{hour} {:02}", at.minute()) }
        }
        Lang::En => clock_short(at),
    }
}

/// The hour for tables and displays, the same in each language: `7:30`, `15:05`.
pub fn clock_short(at: Time) -> String {
    format!("{}:{:02}", at.hour(), at.minute())
}

/// An instant as people in Vietnam live it: `15 giờ 30, Thứ Sáu, 02/02/2024`.
pub fn moment(lang: Lang, at: Timestamp) -> String {
    let civil = civil(at);
    format!("{}, {}", clock(lang, civil.time()), date_long(lang, civil.date()))
}

/// The name of a weekday: `Thứ Sáu`; `Friday`.
pub fn weekday(lang: Lang, day: Weekday) -> &'static str {
    let key = match day {
        Weekday::Monday => Key::CommonMonday,
        Weekday::Tuesday => Key::CommonTuesday,
        Weekday::Wednesday => Key::CommonWednesday,
        Weekday::Thursday => Key::CommonThursday,
        Weekday::Friday => Key::CommonFriday,
        Weekday::Saturday => Key::CommonSaturday,
        Weekday::Sunday => Key::CommonSunday,
    };
    text(lang, key)
}

fn month(lang: Lang, on: Date) -> &'static str {
    const MONTHS: [Key; 12] = [
        Key::CommonMonth01,
        Key::CommonMonth02,
        Key::CommonMonth03,
        Key::CommonMonth04,
        Key::CommonMonth05,
        Key::CommonMonth06,
        Key::CommonMonth07,
        Key::CommonMonth08,
        Key::CommonMonth09,
        Key::CommonMonth10,
        Key::CommonMonth11,
        Key::CommonMonth12,
    ];
    let index = usize::from(on.month().unsigned_abs()).saturating_sub(1);
    MONTHS.get(index).map_or("", |key| text(lang, *key))
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::time::instant_on;
    use jiff::civil;

    #[test]
    fn vietnamese() {
        let friday = civil::date(2024, 2, 2);
        assert_eq!(date(Lang::Vi, friday), "02/02/2024");
        assert_eq!(date_long(Lang::Vi, friday), "Thứ Sáu, 02/02/2024");
        assert_eq!(date_words(Lang::Vi, friday), "ngày 02 tháng 02 năm 2024");
        assert_eq!(date_short(Lang::Vi, friday), "2/2");
        assert_eq!(clock(Lang::Vi, civil::time(15, 30, 0, 0)), "15 giờ 30");
        assert_eq!(clock(Lang::Vi, civil::time(9, 5, 0, 0)), "9 giờ 05");
        assert_eq!(clock(Lang::Vi, civil::time(17, 0, 0, 0)), "17 giờ");
        let at = instant_on(friday, civil::time(15, 30, 0, 0));
        assert_eq!(moment(Lang::Vi, at), "15 giờ 30, Thứ Sáu, 02/02/2024");
    }

    #[test]
    fn english() {
        let friday = civil::date(2024, 2, 2);
        assert_eq!(date_long(Lang::En, friday), "Friday, 2 February 2024");
        assert_eq!(date_words(Lang::En, friday), "2 February 2024");
        assert_eq!(clock(Lang::En, civil::time(7, 30, 0, 0)), "7:30");
    }
}
