//! The ordinary week of a unit.

use super::window::Window;
use jiff::civil::Weekday;

/// Opening hours by day of the week; a day without any is a weekly day off.
#[derive(Debug, Clone, PartialEq, Eq, Default, Hash)]
pub struct WeeklyPattern {
    days: [Vec<Window>; 7],
}

/// Monday to Friday.
const OFFICE_DAYS: [Weekday; 5] =
    [Weekday::Monday, Weekday::Tuesday, Weekday::Wednesday, Weekday::Thursday, Weekday::Friday];

impl WeeklyPattern {
    /// The usual office hours: Monday to Friday, 07:30-11:30 and 13:30-17:00.
    ///
    /// # Legal source
    /// Each unit decides its hours; these are the ones seen most often (from memory). The five-day week rests on
    /// Decision 188/1999/QĐ-TTg (from memory).
    pub fn office() -> Self {
        let hours = [Window::constant((7, 30), (11, 30)), Window::constant((13, 30), (17, 0))];
        OFFICE_DAYS.into_iter().fold(Self::default(), |week, day| week.with(day, hours.to_vec()))
    }

    /// The same week with other hours on one day of it.
    #[must_use]
    pub fn with(mut self, day: Weekday, windows: Vec<Window>) -> Self {
        if let Some(slot) = self.days.get_mut(index(day)) {
            *slot = windows;
        }
        self
    }

    /// Hours on a day of the week, in order.
    pub fn on(&self, day: Weekday) -> &[Window] {
        self.days.get(index(day)).map_or(&[], Vec::as_slice)
    }

    /// Whether no day of the week has hours.
    pub fn is_never_open(&self) -> bool {
        self.days.iter().all(Vec::is_empty)
    }

    /// The hours of each day, Monday first.
    pub(crate) fn days(&self) -> impl Iterator<Item = &[Window]> {
        self.days.iter().map(Vec::as_slice)
    }
}

/// Monday is 0.
fn index(day: Weekday) -> usize {
    usize::from(day.to_monday_zero_offset().unsigned_abs())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_office_week_has_five_days_of_seven_and_a_half_hours() {
        let week = WeeklyPattern::office();
        for day in OFFICE_DAYS {
            assert_eq!(week.on(day).iter().map(Window::seconds).sum::<u32>(), 27_000);
            for hours in week.on(day) {
                assert_eq!(Window::new(hours.opens(), hours.closes()), Ok(*hours));
            }
        }
        assert!(week.on(Weekday::Saturday).is_empty() && week.on(Weekday::Sunday).is_empty());
        assert!(!week.is_never_open() && WeeklyPattern::default().is_never_open());
    }
}
