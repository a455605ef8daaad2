//! The reference table against the rules it follows.

use super::super::holidays::{Holiday, national, years};
use super::super::{YearStatus, lunar};
use super::office;
use jiff::civil::{Weekday, date};

#[test]
fn each_year_is_there_in_order() {
    for (year, count) in [(2022, 11), (2023, 13), (2024, 14), (2025, 12), (2026, 13), (2027, 14)] {
        let list = national(year).unwrap();
        let days: Vec<_> = list.days_off().collect();
        assert_eq!(days.len(), count, "{year}");
        assert!(days.is_sorted_by(|one, next| one.on < next.on), "{year}");
        assert!(days.iter().all(|day| day.on.year() == year), "{year}");
        let estimate = list.status == YearStatus::Estimate;
        assert_eq!(estimate, year == 2027);
    }
    assert!(national(2021).is_none() && national(2028).is_none());
}

#[test]
fn five_working_days_at_tet_and_two_at_national_day() {
    for list in years() {
        let weekdays = |wanted: Holiday| {
            let working = list.days_off().filter(move |day| day.holiday == wanted);
            working.filter(|day| !matches!(day.on.weekday(), Weekday::Saturday | Weekday::Sunday)).count()
        };
        assert_eq!(weekdays(Holiday::Tet), 5, "{}", list.year);
        assert_eq!(weekdays(Holiday::National), 2, "{}", list.year);
        assert_eq!(weekdays(Holiday::Culture), usize::from(list.year >= 2026));
    }
}

#[test]
fn the_moon_agrees_with_the_table() {
    for list in years() {
        let proposal = lunar::propose(list.year).unwrap();
        let tet: Vec<_> =
            list.days_off().filter(|day| day.holiday == Holiday::Tet).map(|day| day.on).collect();
        assert!(tet.contains(&proposal.new_year), "{}", list.year);
    }
}

#[test]
fn swapped_saturdays_have_the_hours_of_the_day_they_stand_for() {
    let calendar = office();
    for list in years() {
        for day in list.made_up() {
            assert_eq!(day.on.weekday(), Weekday::Saturday);
            assert!(!calendar.is_working_day(day.swapped_for).is_working());
            assert!(calendar.is_working_day(day.on).is_working());
            assert_eq!(calendar.windows_on(day.on).len(), 2);
        }
    }
}

#[test]
fn fridays_that_are_days_off() {
    let calendar = office();
    for friday in [
        date(2023, 1, 20),
        date(2023, 9, 1),
        date(2024, 2, 9),
        date(2025, 1, 31),
        date(2025, 5, 2),
        date(2026, 2, 20),
    ] {
        assert_eq!(friday.weekday(), Weekday::Friday);
        assert!(!calendar.is_working_day(friday).is_working(), "{friday}");
    }
}
