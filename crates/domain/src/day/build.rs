//! Building a working calendar: all problems at once, or a calendar that cannot be wrong in form.

use super::calendar::{Exception, Season, WorkingCalendar, YearStatus};
use super::holidays::NationalYear;
use super::named::NamedDay;
use super::week::WeeklyPattern;
use super::window::Window;
use jiff::civil::Date;
use std::sync::Arc;

/// What is wrong with a calendar somebody wrote.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum CalendarProblem {
    /// Opening hours of one day are out of order or overlap.
    #[error("opening hours beginning {second} come before the earlier ones of that day end at {first}")]
    WindowsOverlap {
        /// When the earlier hours close.
        first: jiff::civil::Time,
        /// When the later ones open.
        second: jiff::civil::Time,
    },
    /// A weekly pattern without any hours: nothing would ever fall due.
    #[error("a weekly pattern has no opening hours on any day")]
    NeverOpen,
    /// A season ends before it begins.
    #[error("the season from {from} ends before it begins, on {to}")]
    SeasonReversed {
        /// First day.
        from: Date,
        /// Last day.
        to: Date,
    },
    /// Two seasons share a day.
    #[error("two seasons share {on}")]
    SeasonsOverlap {
        /// A day in both.
        on: Date,
    },
    /// A date has two exceptions.
    #[error("{on} is an exception twice")]
    DuplicateDay {
        /// The date.
        on: Date,
    },
    /// A make-up day without opening hours.
    #[error("the make-up day {on} has no opening hours")]
    EmptyMakeUp {
        /// The date.
        on: Date,
    },
    /// A year is listed twice.
    #[error("the year {year} is listed twice")]
    DuplicateYear {
        /// The year.
        year: i16,
    },
}

/// Gathers the parts of a [`WorkingCalendar`] in any order.
#[derive(Debug, Clone)]
pub struct CalendarBuilder {
    week: WeeklyPattern,
    seasons: Vec<Season>,
    exceptions: Vec<Exception>,
    years: Vec<(i16, YearStatus)>,
    problems: Vec<CalendarProblem>,
}

impl CalendarBuilder {
    /// Begins with the ordinary week.
    pub const fn new(week: WeeklyPattern) -> Self {
        Self { week, seasons: Vec::new(), exceptions: Vec::new(), years: Vec::new(), problems: Vec::new() }
    }

    /// Other weekly hours from one day to another, both included.
    #[must_use]
    pub fn season(mut self, from: Date, to: Date, week: WeeklyPattern) -> Self {
        self.seasons.push(Season { from, to, week });
        self
    }

    /// A day off by name.
    #[must_use]
    pub fn off(mut self, on: Date, name: Arc<NamedDay>) -> Self {
        self.exceptions.push(Exception { on, windows: Vec::new(), name });
        self
    }

    /// A day worked with these hours: a make-up day, or other hours on an ordinary day.
    #[must_use]
    pub fn worked(mut self, on: Date, windows: Vec<Window>, name: Arc<NamedDay>) -> Self {
        if windows.is_empty() {
            self.problems.push(CalendarProblem::EmptyMakeUp { on });
        }
        self.exceptions.push(Exception { on, windows, name });
        self
    }

    /// Says that the exceptions of a year are all there.
    #[must_use]
    pub fn year(mut self, year: i16, status: YearStatus) -> Self {
        self.years.push((year, status));
        self
    }

    /// Takes over the national list of a year. A make-up day gets the weekly hours of the day it is swapped for.
    #[must_use]
    pub fn national(self, list: &NationalYear) -> Self {
        let begun = self.year(list.year, list.status);
        let rested = list.days_off().fold(begun, |so_far, day| so_far.off(day.on, day.named()));
        list.made_up().fold(rested, |so_far, day| {
            let windows = so_far.week.on(day.swapped_for.weekday()).to_vec();
            so_far.worked(day.on, windows, day.named())
        })
    }

    /// The calendar, or everything that is wrong with it.
    pub fn build(mut self) -> Result<WorkingCalendar, Vec<CalendarProblem>> {
        self.seasons.sort_by_key(|season| season.from);
        self.exceptions.sort_by_key(|exception| exception.on);
        self.years.sort_by_key(|(year, _)| *year);
        let mut problems = std::mem::take(&mut self.problems);
        self.check_hours(&mut problems);
        self.check_seasons(&mut problems);
        self.check_doubles(&mut problems);
        if !problems.is_empty() {
            return Err(problems);
        }
        let Self { week, seasons, exceptions, years, problems: _ } = self;
        Ok(WorkingCalendar { week, seasons, exceptions, years })
    }

    fn check_hours(&self, problems: &mut Vec<CalendarProblem>) {
        let weeks = || std::iter::once(&self.week).chain(self.seasons.iter().map(|season| &season.week));
        problems.extend(weeks().filter(|week| week.is_never_open()).map(|_| CalendarProblem::NeverOpen));
        let exceptional = self.exceptions.iter().map(|exception| exception.windows.as_slice());
        for windows in weeks().flat_map(WeeklyPattern::days).chain(exceptional) {
            let pairs = windows.iter().zip(windows.iter().skip(1));
            let overlapping = pairs.filter(|(first, second)| second.opens() <= first.closes());
            problems.extend(overlapping.map(|(first, second)| CalendarProblem::WindowsOverlap {
                first: first.closes(),
                second: second.opens(),
            }));
        }
    }

    fn check_seasons(&self, problems: &mut Vec<CalendarProblem>) {
        for season in self.seasons.iter().filter(|season| season.to < season.from) {
            problems.push(CalendarProblem::SeasonReversed { from: season.from, to: season.to });
        }
        for (first, second) in self.seasons.iter().zip(self.seasons.iter().skip(1)) {
            if second.from <= first.to {
                problems.push(CalendarProblem::SeasonsOverlap { on: second.from });
            }
        }
    }

    fn check_doubles(&self, problems: &mut Vec<CalendarProblem>) {
        for (first, second) in self.exceptions.iter().zip(self.exceptions.iter().skip(1)) {
            if first.on == second.on {
                problems.push(CalendarProblem::DuplicateDay { on: first.on });
            }
        }
        for ((first, _), (second, _)) in self.years.iter().zip(self.years.iter().skip(1)) {
            if first == second {
                problems.push(CalendarProblem::DuplicateYear { year: *first });
            }
        }
    }
}
