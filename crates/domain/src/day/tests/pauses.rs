//! Pauses, working minutes, explanations, warnings.

use super::super::deadline::{Closed, DeadlineReason, Remainder, SkippedWhy, Warning};
use super::super::{DeadlineRule, Term, TimeLeft, Timeliness, due, resume_with_remainder, time_left};
use super::{at, office};
use jiff::civil::{date, time};

fn deadline(term: Term, received: &str) -> super::super::Deadline {
    due(term, at(received), &office(), &DeadlineRule::civil_status())
}

#[test]
fn resuming_keeps_the_remainder() {
    for (term, received, paused, resumed, expected) in [
        // 20 working hours left of three days: Wednesday 3, Thursday and Friday 7.5 each, 2 on Monday
        (
            Term::WorkingDays(3),
            "2023-10-04 09:00",
            "2023-10-05 10:00",
            "2023-10-11 14:00",
            "2023-10-16 17:00",
        ),
        (
            Term::WorkingDays(3),
            "2023-10-04 09:00",
            "2023-10-05 10:00",
            "2023-10-05 11:00",
            "2023-10-10 17:00",
        ),
        (Term::Hours(8), "2023-10-04 07:30", "2023-10-04 09:30", "2023-10-06 13:30", "2023-10-09 10:00"),
        (Term::SameDay, "2023-10-06 14:00", "2023-10-06 15:00", "2023-10-09 07:30", "2023-10-09 17:00"),
        (
            Term::CalendarDays(10),
            "2023-10-02 09:00",
            "2023-10-06 09:00",
            "2023-10-16 09:00",
            "2023-10-23 17:00",
        ),
        // resumed on Sunday: goes on at Monday's opening
        (Term::Hours(8), "2023-10-04 07:30", "2023-10-04 09:30", "2023-10-08 13:30", "2023-10-09 15:30"),
        // paused after it was due: nothing changes
        (Term::SameDay, "2023-10-06 14:00", "2023-10-09 08:00", "2023-10-10 08:00", "2023-10-06 17:00"),
    ] {
        let before = deadline(term, received);
        let after = resume_with_remainder(&before, at(paused), at(resumed), &office());
        assert_eq!(after.due_at, at(expected), "{term:?} {received}");
        assert_eq!(after.received_at, before.received_at);
        assert!(after.due_at >= before.due_at);
    }
}

#[test]
fn a_resumed_deadline_says_what_was_left() {
    let before = deadline(Term::Hours(8), "2023-10-04 07:30");
    let after = resume_with_remainder(&before, at("2023-10-04 09:30"), at("2023-10-06 13:30"), &office());
    assert!(after.reasons.contains(&DeadlineReason::Resumed {
        paused_at: at("2023-10-04 09:30"),
        resumed_at: at("2023-10-06 13:30"),
        remainder: Remainder::WorkingSeconds(6 * 3600),
    }));
}

#[test]
fn a_supplement_starts_a_full_new_term() {
    // asked on day 2 of 3, completed on Thursday: three whole days from Thursday
    assert_eq!(deadline(Term::WorkingDays(3), "2023-10-12 09:00").due_on, date(2023, 10, 17));
}

#[test]
fn time_left_in_working_minutes() {
    let calendar = office();
    for (now, due_at, minutes) in [
        ("2023-10-06 16:00", "2023-10-06 17:00", 60),
        ("2023-10-06 10:30", "2023-10-06 14:30", 120),
        ("2023-10-06 16:00", "2023-10-09 08:30", 120),
        ("2023-10-09 08:30", "2023-10-06 16:00", -120),
        ("2023-10-07 10:00", "2023-10-08 10:00", 0),
        ("2024-02-07 16:30", "2024-02-15 08:00", 60),
        ("2023-10-06 17:00", "2023-10-06 17:00", 0),
    ] {
        assert_eq!(time_left(at(now), at(due_at), &calendar).signed_minutes(), minutes, "{now}");
    }
    let past = time_left(at("2023-10-06 17:01"), at("2023-10-06 17:00"), &calendar);
    assert_eq!(past, TimeLeft::Past { working_minutes: 0 });
}

#[test]
fn timeliness_goes_by_civil_date() {
    let due_on = date(2023, 10, 9);
    assert_eq!(Timeliness::of(date(2023, 10, 8), due_on), Timeliness::Early);
    assert_eq!(Timeliness::of(due_on, due_on), Timeliness::OnTime);
    assert_eq!(Timeliness::of(date(2023, 10, 10), due_on), Timeliness::Overdue);
    assert!(!Timeliness::is_overdue_in_progress(due_on, due_on));
    assert!(Timeliness::is_overdue_in_progress(date(2023, 10, 10), due_on));
}

#[test]
fn the_explanation_names_what_was_skipped() {
    let over_tet = deadline(Term::WorkingDays(3), "2024-02-07 09:00");
    let spans = over_tet.skipped_spans();
    assert_eq!((spans[0].from, spans[0].to), (date(2024, 2, 8), date(2024, 2, 14)));
    assert!(matches!(spans[0].why, SkippedWhy::Holiday(day) if day.vi == "Tết Nguyên đán"));
    assert_eq!((spans[1].from, spans[1].to), (date(2024, 2, 17), date(2024, 2, 18)));
    assert_eq!(spans.len(), 2);
    assert_eq!(
        over_tet.reasons,
        [
            DeadlineReason::DayOfReceiptNotCounted { on: date(2024, 2, 7) },
            DeadlineReason::EndsAtClosing { at: time(17, 0, 0, 0) },
        ]
    );
}

#[test]
fn the_explanation_says_why_counting_began_later() {
    for (received, closed, counted_from) in [
        ("2024-02-08 09:00", Closed::DayOff, "2024-02-15 07:30"),
        ("2023-10-06 05:00", Closed::BeforeOpening, "2023-10-06 07:30"),
        ("2023-10-06 12:00", Closed::Break, "2023-10-06 13:30"),
        ("2023-10-06 23:00", Closed::AfterClosing, "2023-10-09 07:30"),
    ] {
        let explained = deadline(Term::SameDay, received);
        assert_eq!(explained.reasons[0], DeadlineReason::CountedFromNextOpening { closed }, "{received}");
        assert_eq!(explained.received_counted_from, at(counted_from), "{received}");
    }
}

#[test]
fn moves_and_make_up_days_are_explained() {
    let moved = deadline(Term::CalendarDays(2), "2023-10-06 09:00");
    assert!(moved.reasons.contains(&DeadlineReason::MovedFromDayOff { from: date(2023, 10, 8) }));
    assert_eq!(moved.skipped.len(), 1);
    let made_up = deadline(Term::WorkingDays(3), "2025-04-24 09:00");
    let counted = |reason: &DeadlineReason| matches!(reason, DeadlineReason::MakeUpDayCounted { on, .. } if *on == date(2025, 4, 26));
    assert!(made_up.reasons.iter().any(counted));
    assert_eq!(made_up.skipped.len(), 1);
}

#[test]
fn years_not_known_for_certain_are_warned_about() {
    for (received, warnings) in [
        ("2026-06-01 09:00", vec![]),
        ("2027-06-01 09:00", vec![Warning::EstimatedYear { year: 2027 }]),
        (
            "2027-12-31 09:00",
            vec![Warning::EstimatedYear { year: 2027 }, Warning::MissingYear { year: 2028 }],
        ),
        ("2021-03-01 09:00", vec![Warning::MissingYear { year: 2021 }]),
    ] {
        assert_eq!(deadline(Term::WorkingDays(1), received).warnings, warnings, "{received}");
    }
}

#[test]
fn every_day_passed_over_is_named() {
    for (term, received, first, last, count) in [
        (Term::SameDay, "2024-02-08 09:00", date(2024, 2, 8), date(2024, 2, 14), 7),
        (Term::SameDay, "2023-10-06 15:01", date(2023, 10, 7), date(2023, 10, 8), 2),
        (Term::SameDay, "2023-10-06 18:00", date(2023, 10, 7), date(2023, 10, 8), 2),
        (Term::Hours(8), "2023-10-06 08:00", date(2023, 10, 7), date(2023, 10, 8), 2),
        (Term::WorkingDays(3), "2026-08-28 09:00", date(2026, 8, 29), date(2026, 9, 6), 7),
        (Term::WorkingDays(1), "2027-04-30 09:00", date(2027, 4, 30), date(2027, 5, 3), 4),
        (Term::CalendarDays(10), "2024-01-31 09:00", date(2024, 2, 10), date(2024, 2, 14), 5),
    ] {
        let skipped = deadline(term, received).skipped;
        let ends = skipped.first().zip(skipped.last()).map(|(one, other)| (one.on, other.on));
        assert_eq!((ends, skipped.len()), (Some((first, last)), count), "{term:?} {received}");
    }
}
