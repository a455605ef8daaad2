//! A deadline that explains itself.

use super::calendar::{WorkingCalendar, YearStatus};
use super::named::{DayKind, NamedDay};
use super::term::Term;
use jiff::Timestamp;
use jiff::civil::{Date, Time};
use std::sync::Arc;

/// When something is due, and everything needed to say why in one sentence.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Deadline {
    /// The term that was applied.
    pub term: Term,
    /// When the dossier came in.
    pub received_at: Timestamp,
    /// When counting began: the receipt itself, or the next opening after it.
    pub received_counted_from: Timestamp,
    /// The due instant: closing of the due day, or the exact instant for a term in hours.
    pub due_at: Timestamp,
    /// The due day, by which statutory lateness is judged.
    pub due_on: Date,
    /// Days off passed over, in order.
    pub skipped: Vec<Skipped>,
    /// The steps that led there, in order.
    pub reasons: Vec<DeadlineReason>,
    /// What makes the answer less than certain.
    pub warnings: Vec<Warning>,
}

impl Deadline {
    /// Neighbouring days skipped for the same reason, joined: `8-14 Feb, Tết`.
    pub fn skipped_spans(&self) -> Vec<SkippedSpan<'_>> {
        let mut spans: Vec<SkippedSpan<'_>> = Vec::new();
        for day in &self.skipped {
            match spans.last_mut() {
                Some(span) if span.why == &day.why && span.to.tomorrow().ok() == Some(day.on) => {
                    span.to = day.on
                }
                _ => spans.push(SkippedSpan { from: day.on, to: day.on, why: &day.why }),
            }
        }
        spans
    }
}

/// A day that does not count.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Skipped {
    /// The date.
    pub on: Date,
    /// Why it does not count.
    pub why: SkippedWhy,
}

/// Days in a row that do not count, for the same reason.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct SkippedSpan<'a> {
    /// First day.
    pub from: Date,
    /// Last day.
    pub to: Date,
    /// Why they do not count.
    pub why: &'a SkippedWhy,
}

/// Why a day does not count.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum SkippedWhy {
    /// Weekly day off.
    WeeklyOff,
    /// Day off by name.
    Holiday(Arc<NamedDay>),
}

impl SkippedWhy {
    /// The reason a kind of day is skipped; nothing for a working day.
    pub fn of(kind: DayKind) -> Option<Self> {
        match kind {
            DayKind::WeeklyOff => Some(Self::WeeklyOff),
            DayKind::Holiday(name) => Some(Self::Holiday(name)),
            DayKind::Working | DayKind::MadeUp(_) => None,
        }
    }
}

/// Why the unit was closed at the instant of receipt.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Closed {
    /// The whole day is off; the day itself is the first one skipped.
    DayOff,
    /// Before the first opening of the day.
    BeforeOpening,
    /// In a break between opening hours.
    Break,
    /// After the last closing of the day.
    AfterClosing,
}

/// One step of an explanation.
///
/// # Legal source
/// Civil Code 2015 Art 147, 148 (from memory): the first day is not counted; a term that ends on a day off ends on
/// the next working day. The cut-off carries its own source in [`super::DeadlineRule`].
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum DeadlineReason {
    /// Received while closed, so counted from the next opening.
    CountedFromNextOpening {
        /// Why it was closed.
        closed: Closed,
    },
    /// Same-day: received by the cut-off.
    ByCutOff {
        /// The time of day that was compared, as printed.
        received: Time,
        /// The cut-off.
        cut_off: Time,
    },
    /// Same-day: received after the cut-off, so the next working day.
    AfterCutOff {
        /// The time of day that was compared, as printed.
        received: Time,
        /// The cut-off.
        cut_off: Time,
    },
    /// The day of receipt is not counted.
    DayOfReceiptNotCounted {
        /// That day.
        on: Date,
    },
    /// A make-up day counted although it is usually off.
    MakeUpDayCounted {
        /// The day.
        on: Date,
        /// Its name.
        name: Arc<NamedDay>,
    },
    /// Calendar days ended on a day off and moved to the next working day.
    MovedFromDayOff {
        /// Where the count ended.
        from: Date,
    },
    /// Handling was paused and went on with what was left of the term.
    Resumed {
        /// When it stopped.
        paused_at: Timestamp,
        /// When it went on.
        resumed_at: Timestamp,
        /// What was left of the term.
        remainder: Remainder,
    },
    /// Due at the closing of the due day.
    EndsAtClosing {
        /// The closing time.
        at: Time,
    },
    /// Due within opening hours, after so many working hours.
    EndsWithinHours {
        /// The time of day.
        at: Time,
    },
}

/// What was left of a term when handling was paused.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Remainder {
    /// Seconds within opening hours.
    WorkingSeconds(u64),
    /// Calendar days.
    CalendarDays(u32),
}

/// What makes a deadline less than certain.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Warning {
    /// Nobody has entered the days off of this year; only the weekly pattern was applied in it.
    MissingYear {
        /// The civil year.
        year: i16,
    },
    /// The days off of this year are an estimate.
    EstimatedYear {
        /// The civil year.
        year: i16,
    },
    /// No working day was found within a century; the date given is the last one looked at.
    OutOfRange,
}

impl Warning {
    /// The warning about a date's year, unless its days off are known for certain.
    pub fn of_year(calendar: &WorkingCalendar, on: Date) -> Option<Self> {
        match calendar.year_status(on) {
            Ok(YearStatus::Confirmed) => None,
            Ok(YearStatus::Estimate) => Some(Self::EstimatedYear { year: on.year() }),
            Err(missing) => Some(Self::MissingYear { year: missing.year }),
        }
    }
}
