//! The hours of a no-wait day that can be booked, and how many visitors each takes.

use super::settings::SlotSettings;
use crate::day::WorkingCalendar;
use crate::day::window::second_of_day;
use crate::programme::Programme;
use crate::promise::programme_day;
use crate::time;
use jiff::Timestamp;
use jiff::civil::{Date, Time};

/// Where the afternoon begins for people who wait for a place.
const NOON: Time = Time::constant(12, 0, 0, 0);

/// One hour that can be booked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Slot {
    /// When it begins.
    pub at: Time,
    /// How many booked visitors the counters can serve in it, walk-ins' room already left out.
    pub capacity: u32,
}

impl Slot {
    /// Minutes since midnight, as it is kept and compared.
    pub fn minute(&self) -> u16 {
        minute_of(self.at)
    }

    /// The instant it begins on a day.
    pub fn starts_at(&self, on: Date) -> Timestamp {
        time::instant_on(on, self.at)
    }
}

/// Minutes since midnight of a time of day.
pub fn minute_of(at: Time) -> u16 {
    u16::try_from(second_of_day(at) / 60).unwrap_or(u16::MAX)
}

/// The time of day of a minute since midnight; nothing after 23:59.
pub fn time_of(minute: u16) -> Option<Time> {
    let (hour, rest) = (i8::try_from(minute / 60).ok()?, i8::try_from(minute % 60).ok()?);
    Time::new(hour, rest, 0, 0).ok()
}

/// The hours of a day at a unit: nothing where appointments are off or the programme is not held that day.
///
/// A slot ends within opening hours, within the programme's hours and by its cut-off, so that whoever is served in it
/// is promised the same day. Places are rounded over the whole day: their sum never exceeds the share of capacity.
pub fn slots_of_day(
    on: Date,
    programme: &Programme,
    calendar: &WorkingCalendar,
    settings: &SlotSettings,
    counters: u16,
) -> Vec<Slot> {
    if !settings.open || !settings.problems().is_empty() || !programme_day(on, programme, calendar).is_kept()
    {
        return Vec::new();
    }
    let (from, to) = programme.hours.map_or((Time::midnight(), Time::MAX), |hours| (hours.from, hours.to));
    let to = to.min(programme.cut_off);
    let length = settings.slot_minutes;
    let mut begins = Vec::new();
    for window in calendar.windows_on(on) {
        let (opens, closes) = (minute_of(window.opens().max(from)), minute_of(window.closes().min(to)));
        let starts = (opens..).step_by(usize::from(length));
        begins.extend(starts.take_while(|start| start.saturating_add(length) <= closes));
    }
    // Bookable minutes of counter time up to and including a slot, in hundredths, so that nothing is lost in between.
    let per_slot = u64::from(length) * u64::from(counters) * u64::from(settings.share_percent);
    let one = u64::from(settings.service_minutes) * 100;
    let taken = |slots: usize| per_slot.saturating_mul(slots as u64) / one;
    let places = |index: usize| u32::try_from(taken(index + 1) - taken(index)).unwrap_or(u32::MAX);
    begins
        .into_iter()
        .enumerate()
        .filter_map(|(index, minute)| Some(Slot { at: time_of(minute)?, capacity: places(index) }))
        .filter(|slot| slot.capacity > 0)
        .collect()
}

/// The part of a day for which somebody waits.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum DayPart {
    /// Any hour.
    Any,
    /// Before noon.
    Morning,
    /// From noon.
    Afternoon,
}

impl DayPart {
    /// All parts.
    pub const ALL: [Self; 3] = [Self::Any, Self::Morning, Self::Afternoon];

    /// The name in forms and the database.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Any => "any",
            Self::Morning => "morning",
            Self::Afternoon => "afternoon",
        }
    }

    /// Reads [`DayPart::name`] back.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|part| part.name() == name)
    }

    /// Whether an hour fits.
    pub fn fits(self, at: Time) -> bool {
        match self {
            Self::Any => true,
            Self::Morning => at < NOON,
            Self::Afternoon => at >= NOON,
        }
    }
}

/// How full an hour is, as people are told.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Fill {
    /// Places are free.
    Free,
    /// The last one or two places, or the last quarter.
    Few,
    /// No place.
    Full,
}

impl Fill {
    /// How full an hour with so many places is.
    pub const fn of(places: u32, left: u32) -> Self {
        if left == 0 {
            Self::Full
        } else if left < places && (left <= 2 || left.saturating_mul(4) <= places) {
            Self::Few
        } else {
            Self::Free
        }
    }
}
