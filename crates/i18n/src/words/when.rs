//! Days and instants within a sentence, and the time left.

use domain::day::TimeLeft;
use domain::time::civil;
use jiff::Timestamp;
use jiff::civil::Date;

use super::{count, say};
use crate::{Key, Lang, format, text};

/// Minutes from which only whole working hours are told: a day's worth of them on any clock.
const MINUTES_TOLD_MAX: u32 = 24 * 60;

/// An instant within a sentence: `17 giờ thứ Hai, 19/02/2024`; `17:00 on Monday, 19 February 2024`.
pub fn at(lang: Lang, at: Timestamp) -> String {
    let civil = civil(at);
    let clock = format::clock(lang, civil.time());
    say(lang, Key::StagesWhen, &[("clock", &clock), ("day", &day(lang, civil.date()))])
}

/// A day within a sentence: `thứ Sáu, 02/02/2024`. Vietnamese writes the weekday small there.
pub fn day(lang: Lang, on: Date) -> String {
    let long = format::date_long(lang, on);
    match lang {
        Lang::En => long,
        Lang::Vi => {
            let mut letters = long.chars();
            letters.next().map(|first| first.to_lowercase().chain(letters).collect()).unwrap_or_default()
        }
    }
}

/// What is left until a due time or how far behind it is, in working time: `còn 2 giờ 10 phút`, `quá hạn 1 giờ`.
pub fn time_left(left: TimeLeft, lang: Lang) -> String {
    let (key, minutes) = match left {
        TimeLeft::Left { working_minutes: 0 } => return text(lang, Key::ReasonsLeftNow).to_owned(),
        TimeLeft::Past { working_minutes: 0 } => return text(lang, Key::ReasonsPastNow).to_owned(),
        TimeLeft::Left { working_minutes } => (Key::ReasonsLeft, working_minutes),
        TimeLeft::Past { working_minutes } => (Key::ReasonsPast, working_minutes),
    };
    say(lang, key, &[("span", &working_span(lang, minutes))])
}

/// A length of working time. It is never told in days, which would be read as calendar days.
pub(super) fn working_span(lang: Lang, minutes: u32) -> String {
    if minutes < MINUTES_TOLD_MAX {
        format::span(lang, i64::from(minutes))
    } else {
        count(lang, Key::ReasonsSpanWorkingHours, "n", minutes / 60)
    }
}
