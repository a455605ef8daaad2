use super::slots::{minute_of, time_of};
use super::*;
use crate::channel::Channel;
use crate::day::WorkingCalendar;
use crate::day::tests::{at, office};
use crate::law::{Certainty, LegalSource};
use crate::procedure::Bilingual;
use crate::programme::{OnDayOff, Programme, ReceptionHours};
use crate::validity::Validity;
use jiff::civil::{Date, Weekday, date, time};
use proptest::prelude::*;
use std::sync::LazyLock;

static OFFICE: LazyLock<WorkingCalendar> = LazyLock::new(office);

/// The Friday of the tests.
const FRIDAY: Date = date(2024, 2, 2);

fn programme() -> Programme {
    Programme {
        id: "thu-sau-khong-cho".parse().unwrap(),
        name: Bilingual { vi: "Ngày thứ sáu không chờ".to_owned(), en: "No-wait Friday".to_owned() },
        validity: Validity::since(date(2023, 10, 6)),
        run_by: "294".parse().unwrap(),
        weekdays: vec![Weekday::Friday],
        hours: None,
        cut_off: time(15, 30, 0, 0),
        after_cut_off_before: time(9, 0, 0, 0),
        on_day_off: OnDayOff::Skip,
        channels: vec![Channel::Counter],
        capacity_may_refuse: false,
        quote_percent: Programme::QUOTE_PERCENT,
        entries: Vec::new(),
        source: LegalSource { citation: "kế hoạch".to_owned(), certainty: Certainty::Reconstruction },
    }
}

fn slots(on: Date, programme: &Programme, settings: SlotSettings, counters: u16) -> Vec<Slot> {
    slots_of_day(on, programme, &OFFICE, &settings, counters)
}

#[test]
fn an_ordinary_friday_has_twelve_half_hours_and_room_for_walk_ins() {
    let found = slots(FRIDAY, &programme(), SlotSettings::USUAL, 1);
    let hours: Vec<String> = found.iter().map(|slot| slot.at.strftime("%H:%M").to_string()).collect();
    let morning = ["07:30", "08:00", "08:30", "09:00", "09:30", "10:00", "10:30", "11:00"];
    assert_eq!(hours, [morning.as_slice(), &["13:30", "14:00", "14:30", "15:00"]].concat());
    let capacities: Vec<u32> = found.iter().map(|slot| slot.capacity).collect();
    // 12 half hours x 3 visitors x 60 % = 21.6.
    assert_eq!(capacities, [1, 2, 2, 2, 2, 1, 2, 2, 2, 2, 1, 2]);
}

#[test]
fn days_without_slots() {
    let moving = Programme { on_day_off: OnDayOff::PreviousWorkingDay, ..programme() };
    for (on, programme, there) in [
        (date(2024, 2, 1), &programme(), false),
        (date(2024, 2, 3), &programme(), false),
        // Tết: skipped by one programme, moved to the Wednesday before by the other.
        (date(2024, 2, 9), &programme(), false),
        (date(2024, 2, 7), &programme(), false),
        (date(2024, 2, 9), &moving, false),
        (date(2024, 2, 7), &moving, true),
        // A make-up Saturday is no no-wait day, and nor is a Friday before the programme began.
        (date(2024, 5, 4), &programme(), false),
        (date(2023, 9, 29), &programme(), false),
    ] {
        assert_eq!(!slots(on, programme, SlotSettings::USUAL, 1).is_empty(), there, "{on}");
    }
    let closed = SlotSettings { open: false, ..SlotSettings::USUAL };
    assert!(slots(FRIDAY, &programme(), closed, 1).is_empty());
    assert!(slots(FRIDAY, &programme(), SlotSettings::USUAL, 0).is_empty(), "no counter, no appointment");
}

#[test]
fn a_slot_ends_within_the_hours_of_the_programme() {
    let hours = Some(ReceptionHours { from: time(8, 10, 0, 0), to: time(10, 0, 0, 0) });
    let found = slots(FRIDAY, &Programme { hours, ..programme() }, SlotSettings::USUAL, 1);
    let hours: Vec<u16> = found.iter().map(Slot::minute).collect();
    assert_eq!(hours, [8 * 60 + 10, 8 * 60 + 40, 9 * 60 + 10]);
}

#[test]
fn settings_have_bounds() {
    let usual = SlotSettings::USUAL;
    assert_eq!(usual.problems(), []);
    for (settings, wanted) in [
        (SlotSettings { share_percent: 71, ..usual }, SettingProblem::Share),
        (SlotSettings { share_percent: 0, ..usual }, SettingProblem::Share),
        (SlotSettings { slot_minutes: 25, ..usual }, SettingProblem::SlotMinutes),
        (SlotSettings { slot_minutes: 0, ..usual }, SettingProblem::SlotMinutes),
        (SlotSettings { service_minutes: 0, ..usual }, SettingProblem::ServiceMinutes),
        (SlotSettings { counters: 0, ..usual }, SettingProblem::Counters),
        (SlotSettings { show_percent: 101, ..usual }, SettingProblem::Show),
        (SlotSettings { days_ahead: 365, ..usual }, SettingProblem::DaysAhead),
    ] {
        assert_eq!(settings.problems(), [wanted]);
        assert!(slots(FRIDAY, &programme(), settings, 1).is_empty(), "unsound settings give no slots");
    }
}

#[test]
fn the_show_rate_learns_slowly() {
    let rate = |came, missed| SlotSettings::USUAL.show_rate(came, missed);
    for (came, missed, wanted) in [(0, 0, 0.9), (0, 20, 0.45), (180, 0, 0.99), (80, 100, 0.49)] {
        assert!((rate(came, missed) - wanted).abs() < 1e-9, "{came} {missed}: {}", rate(came, missed));
    }
}

#[test]
fn hours_in_words() {
    for (places, left, fill) in [
        (0, 0, Fill::Full),
        (2, 0, Fill::Full),
        (2, 1, Fill::Few),
        (2, 2, Fill::Free),
        (20, 5, Fill::Few),
        (20, 6, Fill::Free),
        (1, 1, Fill::Free),
    ] {
        assert_eq!(Fill::of(places, left), fill, "{left} of {places}");
    }
}

#[test]
fn a_day_has_a_morning_and_an_afternoon() {
    for (hour, morning) in [((11, 59), true), ((12, 0), false), ((0, 0), true)] {
        let hour = time(hour.0, hour.1, 0, 0);
        assert!(DayPart::Any.fits(hour));
        assert_eq!((DayPart::Morning.fits(hour), DayPart::Afternoon.fits(hour)), (morning, !morning));
    }
    assert_eq!(time_of(24 * 60), None);
}

#[test]
fn early_in_time_late() {
    for (came, punctuality, counts_from, not_before) in [
        ("2024-02-02 07:40", Punctuality::Early, "2024-02-02 08:30", "2024-02-02 08:25"),
        ("2024-02-02 08:24:59", Punctuality::Early, "2024-02-02 08:30", "2024-02-02 08:25"),
        ("2024-02-02 08:25", Punctuality::InTime, "2024-02-02 08:30", "2024-02-02 08:25"),
        ("2024-02-02 08:30", Punctuality::InTime, "2024-02-02 08:30", "2024-02-02 08:30"),
        ("2024-02-02 08:40", Punctuality::InTime, "2024-02-02 08:40", "2024-02-02 08:40"),
        ("2024-02-02 08:40:01", Punctuality::Late, "2024-02-02 08:40:01", "2024-02-02 08:40:01"),
        ("2024-02-02 16:00", Punctuality::Late, "2024-02-02 16:00", "2024-02-02 16:00"),
    ] {
        let found = arrival(at("2024-02-02 08:30"), at(came));
        let wanted = Arrival { punctuality, counts_from: at(counts_from), not_before: at(not_before) };
        assert_eq!(found, wanted, "{came}");
    }
}

/// Every cell: what is not named here is refused.
#[test]
fn the_life_of_a_booking() {
    use BookingAct as A;
    use BookingState as S;
    let allowed = [
        (S::Waiting, A::Offer, S::Offered),
        (S::Waiting, A::Cancel, S::Cancelled),
        (S::Waiting, A::Close, S::Closed),
        (S::Waiting, A::Lapse, S::Lapsed),
        (S::Offered, A::Accept, S::Booked),
        (S::Offered, A::PassOver, S::Waiting),
        (S::Offered, A::Lapse, S::Lapsed),
        (S::Offered, A::Cancel, S::Cancelled),
        (S::Offered, A::Close, S::Closed),
        (S::Booked, A::Move, S::Booked),
        (S::Booked, A::Cancel, S::Cancelled),
        (S::Booked, A::Close, S::Closed),
        (S::Booked, A::Arrive, S::Arrived),
        (S::Booked, A::Miss, S::Missed),
        (S::Missed, A::Arrive, S::Arrived),
    ];
    for state in S::ALL {
        assert_eq!(S::from_name(state.name()), Some(state));
        for act in A::ALL {
            let row = allowed.iter().find(|row| (row.0, row.1) == (state, act));
            assert_eq!(
                next(state, act),
                row.map(|row| row.2).ok_or(NotNow { state, act }),
                "{state:?} {act:?}"
            );
        }
    }
}

proptest! {
    #[test]
    fn appointments_never_take_more_than_their_share(
        slot in prop::sample::select(vec![10_u16, 12, 15, 20, 30, 60]),
        service in 3_u16..=120,
        counters in 0_u16..=20,
        share in 10_u16..=70,
        days in 0_i32..400,
    ) {
        let settings = SlotSettings {
            slot_minutes: slot, service_minutes: service, share_percent: share, ..SlotSettings::USUAL
        };
        let on = date(2023, 10, 1).saturating_add(jiff::Span::new().days(days));
        let found = slots(on, &programme(), settings, counters);
        let places: u64 = found.iter().map(|slot| u64::from(slot.capacity)).sum();
        // Opening hours until the cut-off: 240 minutes before noon, 120 after.
        let whole = 360 * u64::from(counters) / u64::from(service);
        prop_assert!(places * 100 <= (whole + 1) * u64::from(share));
        prop_assert!(found.is_sorted_by(|one, other| minute_of(one.at) + slot <= minute_of(other.at)));
        prop_assert!(found.iter().all(|slot| OFFICE.is_open_at(slot.starts_at(on))));
    }
}
