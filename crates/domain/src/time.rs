//! Instants and civil time. Vietnam keeps one fixed offset, +07:00, whatever the host machine says.

use jiff::Timestamp;
use jiff::civil::{Date, DateTime, Time};
use jiff::tz::Offset;

/// The offset of Vietnam: +07:00, without daylight saving time.
pub const OFFSET: Offset = Offset::constant(7);

/// The civil date and time in Vietnam at an instant.
pub fn civil(at: Timestamp) -> DateTime {
    OFFSET.to_datetime(at)
}

/// The instant of a civil date and time in Vietnam; outside the range of instants the nearest one.
pub fn instant(at: DateTime) -> Timestamp {
    OFFSET.to_timestamp(at).unwrap_or(if at.year() < 0 { Timestamp::MIN } else { Timestamp::MAX })
}

/// The instant of an hour on a day in Vietnam.
pub fn instant_on(on: Date, at: Time) -> Timestamp {
    instant(on.to_datetime(at))
}

/// The instant in whole milliseconds since 1970, as databases keep it.
pub fn to_ms(at: Timestamp) -> i64 {
    at.as_millisecond()
}

/// Reads [`to_ms`] back; outside the range of instants the nearest one.
pub fn from_ms(ms: i64) -> Timestamp {
    Timestamp::from_millisecond(ms).unwrap_or(if ms < 0 { Timestamp::MIN } else { Timestamp::MAX })
}

/// RFC 3339 with the offset of Vietnam: `2024-02-02T07:30:00+07:00`, whole seconds.
pub fn rfc3339(at: Timestamp) -> String {
    format!("{}+07:00", civil(at).strftime("%Y-%m-%dT%H:%M:%S"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn the_day_turns_at_17_utc() {
        let last: Timestamp = "2024-02-02T16:59:59Z".parse().unwrap();
        let next: Timestamp = "2024-02-02T17:00:00Z".parse().unwrap();
        assert_eq!(civil(last).date(), date(2024, 2, 2));
        assert_eq!(civil(next).date(), date(2024, 2, 3));
    }

    #[test]
    fn prints_with_offset() {
        let at = instant_on(date(2024, 2, 2), jiff::civil::time(7, 30, 0, 0));
        assert_eq!(rfc3339(at), "2024-02-02T07:30:00+07:00");
        assert_eq!(from_ms(to_ms(at)), at);
    }
}
