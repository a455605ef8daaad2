//! The working calendar of one unit.

use super::named::{DayKind, NamedDay};
use super::week::WeeklyPattern;
use super::window::Window;
use crate::time;
use jiff::Timestamp;
use jiff::civil::{Date, DateTime};
use std::sync::Arc;

/// How many days a search walks at most: a century. Longer terms do not exist; the bound keeps every call short.
pub(crate) const WALK_DAYS_MAX: u32 = 36_600;

/// Whether the list of days off of a year can be relied on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum YearStatus {
    /// An administrator has entered and confirmed the official list.
    Confirmed,
    /// Reckoned ahead of the decision of the Prime Minister.
    Estimate,
}

/// Nobody has entered the days off of this year: what is reckoned in it may be wrong.
///
/// # Legal source
/// Labour Code 2019 Art 112: the Prime Minister fixes Tết and National Day each year, so no rule can know them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, thiserror::Error)]
#[error("the calendar has no list of days off for {year}")]
pub struct MissingYear {
    /// The civil year.
    pub year: i16,
}

/// A dated span with another weekly pattern, such as summer hours.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(crate) struct Season {
    pub(crate) from: Date,
    pub(crate) to: Date,
    pub(crate) week: WeeklyPattern,
}

/// A single date that does not follow the week.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(crate) struct Exception {
    pub(crate) on: Date,
    /// Empty: a day off.
    pub(crate) windows: Vec<Window>,
    pub(crate) name: Arc<NamedDay>,
}

/// When one unit is open: a weekly pattern, seasons, exceptions by date, and for which years these are known.
///
/// Made by [`super::CalendarBuilder`] only, so hours are always in order, seasons never overlap and no date has
/// two exceptions.
///
/// # Legal source
/// Labour Code 2019 Art 111(3), 112 (days off, made up on the next working day); hours by decision of the unit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WorkingCalendar {
    pub(super) week: WeeklyPattern,
    pub(super) seasons: Vec<Season>,
    pub(super) exceptions: Vec<Exception>,
    pub(super) years: Vec<(i16, YearStatus)>,
}

impl WorkingCalendar {
    /// Opening hours on a date, in order; empty on a day off.
    pub fn windows_on(&self, on: Date) -> &[Window] {
        match self.exception(on) {
            Some(exception) => &exception.windows,
            None => self.weekly_windows(on),
        }
    }

    /// What kind of day a date is.
    pub fn is_working_day(&self, on: Date) -> DayKind {
        let weekly_off = self.weekly_windows(on).is_empty();
        match self.exception(on) {
            Some(exception) if exception.windows.is_empty() => DayKind::Holiday(Arc::clone(&exception.name)),
            Some(exception) if weekly_off => DayKind::MadeUp(Arc::clone(&exception.name)),
            Some(_) => DayKind::Working,
            None if weekly_off => DayKind::WeeklyOff,
            None => DayKind::Working,
        }
    }

    /// The last minute of opening on a date; nothing on a day off.
    pub fn closing(&self, on: Date) -> Option<Timestamp> {
        self.windows_on(on).last().map(|last| time::instant_on(on, last.closes()))
    }

    /// The first minute of opening on a date; nothing on a day off.
    pub fn opening(&self, on: Date) -> Option<Timestamp> {
        self.windows_on(on).first().map(|first| time::instant_on(on, first.opens()))
    }

    /// The first working day after a date. Nothing only when there is none within a century.
    pub fn next_working_day(&self, after: Date) -> Option<Date> {
        let days = std::iter::successors(after.tomorrow().ok(), |day| day.tomorrow().ok());
        self.first_working(days)
    }

    /// The last working day before a date. Nothing only when there is none within a century.
    pub fn previous_working_day(&self, before: Date) -> Option<Date> {
        let days = std::iter::successors(before.yesterday().ok(), |day| day.yesterday().ok());
        self.first_working(days)
    }

    /// Whether the unit is open at an instant. The printed closing minute is open.
    pub fn is_open_at(&self, at: Timestamp) -> bool {
        let civil = time::civil(at);
        self.windows_on(civil.date()).iter().any(|window| window.contains(civil.time()))
    }

    /// The instant itself while the unit is open, else the next opening: after a break, or on the next working day.
    pub fn open_from(&self, at: Timestamp) -> Option<Timestamp> {
        let civil = time::civil(at);
        if let Some(opens) = self.opens_today(civil) {
            return Some(time::instant(opens).max(at));
        }
        self.next_working_day(civil.date()).and_then(|day| self.opening(day))
    }

    /// Whether the days off of a date's year are known, and how well.
    pub fn year_status(&self, on: Date) -> Result<YearStatus, MissingYear> {
        let year = on.year();
        self.years
            .binary_search_by_key(&year, |(known, _)| *known)
            .ok()
            .and_then(|at| self.years.get(at))
            .map(|(_, status)| *status)
            .ok_or(MissingYear { year })
    }

    /// The last confirmed year before the first gap; what an alarm about missing years looks at.
    pub fn known_until(&self) -> Option<i16> {
        let confirmed = self.years.iter().filter(|(_, status)| *status == YearStatus::Confirmed);
        let mut years = confirmed.map(|(year, _)| *year);
        let first = years.next()?;
        Some(years.fold(first, |last, year| if year == last.saturating_add(1) { year } else { last }))
    }

    /// The window that is open at a civil time or opens later the same day, as the time it opens.
    fn opens_today(&self, at: DateTime) -> Option<DateTime> {
        let windows = self.windows_on(at.date()).iter();
        windows
            .filter(|window| window.contains(at.time()) || window.opens() > at.time())
            .map(|window| at.date().to_datetime(window.opens()))
            .next()
    }

    fn first_working(&self, days: impl Iterator<Item = Date>) -> Option<Date> {
        days.take(WALK_DAYS_MAX as usize).find(|day| !self.windows_on(*day).is_empty())
    }

    fn exception(&self, on: Date) -> Option<&Exception> {
        let at = self.exceptions.binary_search_by_key(&on, |exception| exception.on).ok()?;
        self.exceptions.get(at)
    }

    fn weekly_windows(&self, on: Date) -> &[Window] {
        let season = self.seasons.iter().find(|season| season.from <= on && on <= season.to);
        season.map_or(&self.week, |season| &season.week).on(on.weekday())
    }
}
