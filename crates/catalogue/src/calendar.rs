//! A working calendar as a pack writes it, and the calendar it becomes.

use std::sync::Arc;

use domain::day::{
    CalendarBuilder, CalendarProblem, NamedDay, WeeklyPattern, Window, WorkingCalendar, YearStatus,
};
use domain::law::LegalSource;
use domain::place::CalendarId;
use domain::procedure::Bilingual;
use jiff::civil::{Date, Weekday};

/// The days of the week with the keys by which packs name them, Monday first.
pub const WEEKDAYS: [(Weekday, &str); 7] = [
    (Weekday::Monday, "monday"),
    (Weekday::Tuesday, "tuesday"),
    (Weekday::Wednesday, "wednesday"),
    (Weekday::Thursday, "thursday"),
    (Weekday::Friday, "friday"),
    (Weekday::Saturday, "saturday"),
    (Weekday::Sunday, "sunday"),
];

/// Opening hours of a week.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct WeekSpec {
    /// Days with hours, Monday first; a day that is not here is off.
    pub days: Vec<(Weekday, Vec<Window>)>,
}

/// Other hours for part of the year.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SeasonSpec {
    /// First day.
    pub from: Date,
    /// Last day.
    pub to: Date,
    /// Hours.
    pub week: WeekSpec,
}

/// Days off by one name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OffSpec {
    /// First day.
    pub from: Date,
    /// Last day.
    pub to: Date,
    /// `Tết Nguyên đán`.
    pub name: Bilingual,
}

/// A day off that is worked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WorkedSpec {
    /// The day.
    pub on: Date,
    /// Hours.
    pub hours: Vec<Window>,
    /// Why.
    pub name: Bilingual,
}

/// The exceptions of a year.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct YearSpec {
    /// The civil year.
    pub year: i16,
    /// Confirmed or estimated.
    pub status: YearStatus,
    /// Days off.
    pub off: Vec<OffSpec>,
    /// Make-up days.
    pub worked: Vec<WorkedSpec>,
    /// What it rests on.
    pub source: LegalSource,
}

/// A working calendar as data.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CalendarSpec {
    /// Key.
    pub id: CalendarId,
    /// Name as people read it.
    pub name: Bilingual,
    /// Ordinary hours.
    pub week: WeekSpec,
    /// Seasons.
    pub seasons: Vec<SeasonSpec>,
    /// Years whose exceptions are known.
    pub years: Vec<YearSpec>,
    /// Where the hours come from.
    pub source: LegalSource,
}

/// The longest span of days off; longer ones are slips of the pen.
const OFF_DAYS_MAX: usize = 31;

impl CalendarSpec {
    /// The calendar.
    ///
    /// # Errors
    /// Everything that contradicts itself.
    pub fn build(&self) -> Result<WorkingCalendar, Vec<CalendarProblem>> {
        let begun = CalendarBuilder::new(self.week.pattern());
        let seasons = self.seasons.iter();
        let seasonal = seasons.fold(begun, |so_far, s| so_far.season(s.from, s.to, s.week.pattern()));
        self.years.iter().fold(seasonal, |so_far, year| year.add_to(so_far)).build()
    }

    /// Whether the days off of a year are listed, and how well.
    pub fn year(&self, year: i16) -> Option<YearStatus> {
        self.years.iter().find(|spec| spec.year == year).map(|spec| spec.status)
    }
}

impl WeekSpec {
    fn pattern(&self) -> WeeklyPattern {
        let days = self.days.iter();
        days.fold(WeeklyPattern::default(), |week, (day, hours)| week.with(*day, hours.clone()))
    }
}

impl OffSpec {
    /// Its days.
    pub fn days(&self) -> impl Iterator<Item = Date> {
        let to = self.to;
        let days = std::iter::successors(Some(self.from), |day| day.tomorrow().ok());
        days.take_while(move |day| *day <= to).take(OFF_DAYS_MAX)
    }
}

impl YearSpec {
    fn add_to(&self, builder: CalendarBuilder) -> CalendarBuilder {
        let named = |name: &Bilingual| {
            let source = Some(self.source.clone());
            Arc::new(NamedDay { vi: name.vi.clone(), en: name.en.clone(), source })
        };
        let begun = builder.year(self.year, self.status);
        let rested = self.off.iter().fold(begun, |so_far, off| {
            let name = named(&off.name);
            off.days().fold(so_far, |so_far, day| so_far.off(day, Arc::clone(&name)))
        });
        let worked = self.worked.iter();
        worked.fold(rested, |so_far, day| so_far.worked(day.on, day.hours.clone(), named(&day.name)))
    }
}
