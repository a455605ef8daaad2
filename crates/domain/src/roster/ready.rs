//! Whether a unit is ready for a no-wait day: a light, and every reason for it.

use super::conflict::Conflict;
use crate::day::WorkingCalendar;
use crate::programme::Programme;
use crate::promise::{Duty, DutySet, ProgrammeDay, programme_day};
use crate::time::civil;
use jiff::civil::Date;
use jiff::{SignedDuration, Timestamp};

/// A light.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Light {
    /// Ready.
    Green,
    /// Something is to be done.
    Amber,
    /// The day would not work.
    Red,
}

impl Light {
    /// The name used by the API and style sheets.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Green => "green",
            Self::Amber => "amber",
            Self::Red => "red",
        }
    }
}

/// Why a unit is not ready.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Unready {
    /// Nobody has made a roster.
    NoRoster,
    /// It is made and not published: nobody was told.
    NotPublished,
    /// Something is wrong with it.
    Conflict(Conflict),
    /// The unit is open and nobody of a duty is here.
    NobodyHere {
        /// Which duty.
        duty: Duty,
    },
}

/// A light with its reasons, the gravest first.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Readiness {
    /// The light: that of the gravest reason.
    pub light: Light,
    /// The reasons.
    pub reasons: Vec<(Light, Unready)>,
}

/// How near the day must be for a missing roster to be grave, in days.
const NEAR_DAYS: i32 = 2;

/// After opening, people have this long to check in before their absence is a reason.
const GRACE: SignedDuration = SignedDuration::from_mins(15);

/// The first programme day on or after a date; nothing within a quarter of a year.
pub fn coming_day(programme: &Programme, calendar: &WorkingCalendar, from: Date) -> Option<Date> {
    let days = std::iter::successors(Some(from), |day| day.tomorrow().ok()).take(92);
    days.into_iter().find(|day| programme_day(*day, programme, calendar).is_kept())
}

/// How a unit stands for a programme day.
///
/// `conflicts` are those of the roster as it is kept, nothing where there is none; `published` says whether people were
/// told; `present` are the duties on site now, which count on the day itself only, while the unit is open.
/// Nothing for a day on which the programme does not run.
pub fn readiness(
    on: Date,
    conflicts: Option<&[Conflict]>,
    published: bool,
    present: DutySet,
    (programme, calendar): (&Programme, &WorkingCalendar),
    now: Timestamp,
) -> Option<Readiness> {
    match programme_day(on, programme, calendar) {
        ProgrammeDay::Regular | ProgrammeDay::MovedFrom { .. } => {}
        ProgrammeDay::No(_) => return None,
    }
    let today = civil(now).date();
    let near = today.until(on).is_ok_and(|span| span.get_days() <= NEAR_DAYS);
    let grave_when_near = if near { Light::Red } else { Light::Amber };
    let mut reasons = Vec::new();
    match conflicts {
        None => reasons.push((grave_when_near, Unready::NoRoster)),
        Some(found) => {
            reasons
                .extend(found.iter().map(|conflict| (weight(conflict), Unready::Conflict(conflict.clone()))));
            if !published {
                reasons.push((Light::Amber, Unready::NotPublished));
            }
        }
    }
    let started = calendar.opening(on).is_some_and(|opening| now.duration_since(opening) >= GRACE);
    if on == today && started && calendar.is_open_at(now) {
        let missing = Duty::ALL.into_iter().filter(|duty| !present.contains(*duty));
        reasons.extend(missing.map(|duty| (Light::Red, Unready::NobodyHere { duty })));
    }
    reasons.sort_by_key(|(light, _)| std::cmp::Reverse(*light));
    let light = reasons.first().map_or(Light::Green, |(light, _)| *light);
    Some(Readiness { light, reasons })
}

/// What stops the day is red; what can be lived with for an hour is amber.
const fn weight(conflict: &Conflict) -> Light {
    match conflict {
        Conflict::NoLeader | Conflict::Unstaffed { .. } | Conflict::ApproverAlone { .. } => Light::Red,
        Conflict::SectorUncovered { .. } => Light::Red,
        Conflict::Absent { .. } | Conflict::NotEntitled { .. } | Conflict::TwoUnits { .. } => Light::Red,
        Conflict::EndsBeforeItStarts { .. } | Conflict::Overlap { .. } | Conflict::DayOff => Light::Red,
        Conflict::OutsideOpening { .. } | Conflict::Uncovered { .. } => Light::Amber,
    }
}
