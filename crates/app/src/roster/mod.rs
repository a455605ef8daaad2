//! Who is meant to be at the counter: planning a unit's day, and everything that decides whether a plan holds.
//!
//! | file | use case |
//! |---|---|
//! | [`read`] | a day with its conflicts, the coming days, all units a reader looks after |
//! | [`set`] | replace a day, copy the week before, publish |
//! | [`rights`] | qualifications, absences, delegations |
//! | [`swap`] | ask somebody to stand in, and their answer |
//! | [`csv`] | rosters as files |
//! | [`propose`], [`solve`] | a proposal from who can come and how much is expected |
//! | [`demo`] | the roster the demo starts with |
//! | [`alarm`] | what must be said the day before |

pub mod alarm;
pub mod csv;
pub mod demo;
pub mod propose;
pub mod read;
pub mod rights;
pub mod set;
pub mod solve;
pub mod swap;

#[cfg(test)]
mod tests;

pub use read::{DayPlan, UnitReady, coming, day, overview};
pub use set::{Copied, SetError, copy_week_before, publish, set};

use domain::place::UnitCode;
use domain::roster::{Post, Shift};
use jiff::civil::{Date, Time};
use storage::dossier::day_number;
use storage::roster::day::ShiftRow;

/// Minutes since midnight.
pub(crate) fn minute(at: Time) -> i64 {
    i64::from(at.hour()) * 60 + i64::from(at.minute())
}

/// Reads [`minute`] back; beyond the day the last minute.
pub(crate) fn time_of(minute: i64) -> Time {
    let hour = i8::try_from(minute.div_euclid(60)).unwrap_or(23);
    let rest = i8::try_from(minute.rem_euclid(60)).unwrap_or(59);
    Time::new(hour, rest, 0, 0).unwrap_or(Time::constant(23, 59, 0, 0))
}

/// A day from its number since 1970.
pub fn date_of(day: i64) -> Option<Date> {
    let epoch = Date::constant(1970, 1, 1);
    epoch.checked_add(jiff::Span::new().try_days(day).ok()?).ok()
}

fn stored(shift: &Shift) -> ShiftRow {
    ShiftRow {
        unit: shift.unit.to_string(),
        on_day: day_number(shift.on),
        account_id: shift.person.to_string(),
        post: shift.post.name().to_owned(),
        from_minute: minute(shift.from),
        to_minute: minute(shift.to),
        stands_for: shift.stands_for.map(|person| person.to_string()),
    }
}

/// A shift as kept; nothing when it is of a kind this program does not know.
fn loaded(row: &ShiftRow) -> Option<Shift> {
    Some(Shift {
        unit: row.unit.parse::<UnitCode>().ok()?,
        on: date_of(row.on_day)?,
        person: row.account_id.parse().ok()?,
        post: Post::from_name(&row.post)?,
        from: time_of(row.from_minute),
        to: time_of(row.to_minute),
        stands_for: row.stands_for.as_deref().and_then(|id| id.parse().ok()),
    })
}
