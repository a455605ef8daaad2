//! The calendar by itself: kinds of days, openings, years known, faults refused.

use super::super::{
    CalendarBuilder, CalendarProblem, DayKind, MissingYear, WeeklyPattern, WorkingCalendar, YearStatus,
};
use super::{at, hours, name, office};
use jiff::civil::{Weekday, date, time};

fn kind_name(calendar: &WorkingCalendar, on: jiff::civil::Date) -> String {
    match calendar.is_working_day(on) {
        DayKind::Working => "working".to_owned(),
        DayKind::WeeklyOff => "weekly".to_owned(),
        DayKind::Holiday(day) => format!("off: {}", day.vi),
        DayKind::MadeUp(day) => format!("made up: {}", day.en),
    }
}

#[test]
fn kinds_of_days() {
    let calendar = office();
    for (on, expected) in [
        (date(2024, 2, 7), "working"),
        (date(2024, 2, 9), "off: Tết Nguyên đán"),
        (date(2024, 2, 10), "off: Tết Nguyên đán"),
        (date(2024, 2, 17), "weekly"),
        (date(2024, 5, 4), "made up: worked in exchange for 2024-04-29"),
        (date(2026, 11, 24), "off: Ngày Văn hóa Việt Nam 24/11"),
        (date(1900, 1, 1), "working"),
    ] {
        assert_eq!(kind_name(&calendar, on), expected, "{on}");
    }
}

#[test]
fn openings_and_closings() {
    let calendar = office();
    assert_eq!(calendar.closing(date(2024, 2, 2)), Some(at("2024-02-02 17:00")));
    assert_eq!(calendar.opening(date(2024, 2, 2)), Some(at("2024-02-02 07:30")));
    assert_eq!(calendar.closing(date(2024, 2, 9)), None);
    assert_eq!(calendar.next_working_day(date(2024, 2, 7)), Some(date(2024, 2, 15)));
    assert_eq!(calendar.previous_working_day(date(2024, 2, 15)), Some(date(2024, 2, 7)));
    assert_eq!(calendar.next_working_day(jiff::civil::Date::MAX), None);
    assert_eq!(calendar.previous_working_day(jiff::civil::Date::MIN), None);
    for (now, opens) in [
        ("2024-02-02 08:00", "2024-02-02 08:00"),
        ("2024-02-02 06:00", "2024-02-02 07:30"),
        ("2024-02-02 11:31", "2024-02-02 13:30"),
        ("2024-02-02 17:01", "2024-02-05 07:30"),
        ("2024-02-08 09:00", "2024-02-15 07:30"),
    ] {
        assert_eq!(calendar.open_from(at(now)), Some(at(opens)), "{now}");
        assert_eq!(calendar.is_open_at(at(now)), now == opens, "{now}");
    }
}

#[test]
fn a_year_nobody_entered_is_a_typed_problem() {
    let calendar = office();
    assert_eq!(calendar.year_status(date(2024, 6, 1)), Ok(YearStatus::Confirmed));
    assert_eq!(calendar.year_status(date(2027, 6, 1)), Ok(YearStatus::Estimate));
    assert_eq!(calendar.year_status(date(2028, 1, 1)), Err(MissingYear { year: 2028 }));
    assert_eq!(calendar.known_until(), Some(2026));
    let gap = CalendarBuilder::new(WeeklyPattern::office())
        .year(2026, YearStatus::Confirmed)
        .year(2024, YearStatus::Confirmed);
    assert_eq!(gap.build().unwrap().known_until(), Some(2024));
}

#[test]
fn every_fault_is_reported_at_once() {
    let overlapping = vec![hours("07:30-11:30"), hours("11:30-17:00")];
    let faulty = CalendarBuilder::new(WeeklyPattern::default().with(Weekday::Monday, overlapping))
        .season(date(2024, 6, 1), date(2024, 8, 31), WeeklyPattern::default())
        .season(date(2024, 8, 31), date(2024, 8, 30), WeeklyPattern::office())
        .off(date(2024, 1, 1), name("a"))
        .worked(date(2024, 1, 1), vec![hours("07:30-11:30")], name("b"))
        .worked(date(2024, 1, 6), Vec::new(), name("c"))
        .year(2024, YearStatus::Confirmed)
        .year(2024, YearStatus::Estimate);
    assert_eq!(
        faulty.build(),
        Err(vec![
            CalendarProblem::EmptyMakeUp { on: date(2024, 1, 6) },
            CalendarProblem::NeverOpen,
            CalendarProblem::WindowsOverlap { first: time(11, 30, 0, 0), second: time(11, 30, 0, 0) },
            CalendarProblem::SeasonReversed { from: date(2024, 8, 31), to: date(2024, 8, 30) },
            CalendarProblem::SeasonsOverlap { on: date(2024, 8, 31) },
            CalendarProblem::DuplicateDay { on: date(2024, 1, 1) },
            CalendarProblem::DuplicateYear { year: 2024 },
        ])
    );
}
