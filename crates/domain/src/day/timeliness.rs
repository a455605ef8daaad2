//! Early, on time, overdue.

use jiff::civil::Date;

/// How a finished or running dossier stands against its statutory due day.
///
/// # Legal source
/// Practice of the national systems: the day the result is ready is compared with the due day, by civil date.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Timeliness {
    /// Trước hạn: on an earlier day.
    Early,
    /// Đúng hạn: on the due day.
    OnTime,
    /// Quá hạn: on a later day.
    Overdue,
}

impl Timeliness {
    /// Judges the day the result was ready (not the day it was collected).
    pub fn of(finished_on: Date, due_on: Date) -> Self {
        match finished_on.cmp(&due_on) {
            std::cmp::Ordering::Less => Self::Early,
            std::cmp::Ordering::Equal => Self::OnTime,
            std::cmp::Ordering::Greater => Self::Overdue,
        }
    }

    /// Whether a dossier still in progress is past due today. A paused one is never asked.
    pub fn is_overdue_in_progress(today: Date, due_on: Date) -> bool {
        Self::of(today, due_on) == Self::Overdue
    }
}
