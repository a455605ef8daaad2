//! Which dates are days of a programme.

use super::super::{NotProgrammeDay, ProgrammeDay, programme_day};
use super::{OFFICE, friday};
use crate::programme::{OnDayOff, Programme};
use crate::validity::Validity;
use jiff::civil::{Date, Weekday, date};

fn day(on: Date, programme: &Programme) -> ProgrammeDay {
    programme_day(on, programme, &OFFICE)
}

const fn no(why: NotProgrammeDay) -> ProgrammeDay {
    ProgrammeDay::No(why)
}

#[test]
fn thanh_ha_skips_holiday_fridays() {
    let thanh_ha = friday();
    for (on, expected) in [
        (date(2023, 10, 6), ProgrammeDay::Regular),
        (date(2024, 2, 2), ProgrammeDay::Regular),
        (date(2023, 9, 29), no(NotProgrammeDay::NotInForce)),
        (date(2024, 2, 9), no(NotProgrammeDay::DayOff)),
        (date(2024, 2, 3), no(NotProgrammeDay::DayOff)),
        (date(2024, 2, 7), no(NotProgrammeDay::OtherWeekday { weekday: Weekday::Wednesday })),
        // both stand in for other days, the second one for a Friday
        (date(2024, 5, 4), no(NotProgrammeDay::MakeUpDay)),
        (date(2025, 4, 26), no(NotProgrammeDay::MakeUpDay)),
    ] {
        assert_eq!(day(on, &thanh_ha), expected, "{on}");
    }
}

#[test]
fn another_programme_moves_to_the_day_before() {
    let moving = Programme { on_day_off: OnDayOff::PreviousWorkingDay, ..friday() };
    for (on, holiday) in [
        (date(2024, 2, 7), Some(date(2024, 2, 9))),
        (date(2024, 2, 6), None),
        (date(2025, 1, 24), None),
        (date(2025, 4, 29), Some(date(2025, 5, 2))),
        (date(2026, 5, 1), None),
        (date(2024, 2, 15), None),
    ] {
        let expected = holiday.map(|holiday| ProgrammeDay::MovedFrom { holiday });
        let found = day(on, &moving);
        assert_eq!(
            Some(found).filter(|found| matches!(found, ProgrammeDay::MovedFrom { .. })),
            expected,
            "{on}"
        );
        assert!(!day(date(2024, 2, 9), &moving).is_kept());
    }
    assert_eq!(day(date(2025, 1, 24), &moving), ProgrammeDay::Regular);
}

#[test]
fn validity_bounds_the_days_it_moves_from_too() {
    let until = Validity { from: date(2023, 10, 6), to: Some(date(2024, 2, 8)) };
    let ended = Programme { on_day_off: OnDayOff::PreviousWorkingDay, validity: until, ..friday() };
    assert!(!day(date(2024, 2, 7), &ended).is_kept());
    assert_eq!(day(date(2024, 2, 16), &ended), no(NotProgrammeDay::NotInForce));
}
