//! Lengths of time.

use crate::{Arg, Key, Lang, text_with};

/// Hours are told up to this many; from here on days.
const HOURS_MAX: i64 = 48;

/// A length of time in minutes: `2 giờ 10 phút`; `2 hours 10 minutes`. From two days on in whole days.
pub fn span(lang: Lang, minutes: i64) -> String {
    let minutes = minutes.max(0);
    let (whole, rest) = (minutes / 60, minutes % 60);
    match (whole, rest) {
        (0, rest) => count(lang, Key::CommonMinutes, rest),
        (whole, _) if whole >= HOURS_MAX => count(lang, Key::CommonDays, whole / 24),
        (whole, 0) => hours(lang, whole),
        (whole, rest) => format!("{} {}", hours(lang, whole), count(lang, Key::CommonMinutes, rest)),
    }
}

/// A count of hours: `3 giờ`; `3 hours`.
pub fn hours(lang: Lang, count_hours: i64) -> String {
    count(lang, Key::CommonHours, count_hours)
}

/// What is left until a due time, or how far it is behind: `còn 2 giờ 10 phút`, `quá 5 phút`.
pub fn remaining(lang: Lang, minutes: i64) -> String {
    let key = if minutes >= 0 { Key::CommonRemaining } else { Key::CommonOverdueBy };
    let length = span(lang, minutes.saturating_abs());
    text_with(lang, key, &[("span", Arg::Text(&length))])
}

fn count(lang: Lang, key: Key, n: i64) -> String {
    text_with(lang, key, &[("n", Arg::Number(n))])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spans() {
        for (minutes, vietnamese, english) in [
            (0, "0 phút", "0 minutes"),
            (1, "1 phút", "1 minute"),
            (60, "1 giờ", "1 hour"),
            (130, "2 giờ 10 phút", "2 hours 10 minutes"),
            (3000, "2 ngày", "2 days"),
        ] {
            assert_eq!(span(Lang::Vi, minutes), vietnamese);
            assert_eq!(span(Lang::En, minutes), english);
        }
    }

    #[test]
    fn left_or_behind() {
        assert_eq!(remaining(Lang::Vi, 130), "còn 2 giờ 10 phút");
        assert_eq!(remaining(Lang::Vi, -5), "quá 5 phút");
        assert_eq!(remaining(Lang::En, 130), "2 hours 10 minutes left");
        assert_eq!(remaining(Lang::En, -5), "5 minutes over");
    }
}
