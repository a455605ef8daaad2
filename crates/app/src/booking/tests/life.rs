//! From a free hour to somebody at the counter.

use super::*;
use domain::booking::Punctuality;

#[tokio::test]
async fn booked_shown_and_reminded() {
    for office in offices().await {
        let before = left(&office, FRIDAY, hour(8, 30)).await;
        let queued_before = queued(&office).await;
        let booked = take(&office, hour(8, 30), 1).await.unwrap();
        assert_eq!((booked.on, booked.at, booked.state), (FRIDAY, Some(hour(8, 30)), BookingState::Booked));
        assert_eq!(booked.code.len(), 7);
        assert_eq!(left(&office, FRIDAY, hour(8, 30)).await, before - 1);
        // What happened, and the reminder two hours before; the day before is past its hour already.
        assert_eq!(queued(&office).await, queued_before + 2);
        let shown = look::by_token(&office.app, &booked.token.to_lowercase()).await.unwrap();
        assert!(shown.stands && shown.booking == booked, "{shown:?}");
        let later = take_on(&office, NEXT, hour(8, 30), 2).await.unwrap();
        assert_eq!(queued(&office).await, queued_before + 5);
        cancel(&office.app, &later.token).await.unwrap();
        assert_eq!(queued(&office).await, queued_before + 4, "reminders are taken back, the news is told");
    }
}

#[tokio::test]
async fn the_same_form_twice_is_one_booking() {
    for office in offices().await {
        let token = hold(&office.app, &unit(), FRIDAY, 8 * 60 + 30).await.unwrap();
        let send = || book(&office.app, &token, asked(1), None, Caller::default());
        let (one, other) = tokio::join!(send(), send());
        let (one, other) = (one.unwrap(), other.unwrap());
        assert_eq!(one, other);
        assert_eq!(send().await.unwrap(), one);
        assert_eq!(held(&office.app, &token).await.unwrap().booked, Some(one.token));
    }
}

#[tokio::test]
async fn hours_that_cannot_be_booked() {
    for office in offices().await {
        office.clock.set(at("2024-02-02T08:31:00+07:00"));
        for (on, minute) in [
            (FRIDAY, 8 * 60 + 30),       // begun
            (FRIDAY, 9 * 60 + 7),        // never an hour
            (FRIDAY, 12 * 60),           // lunch
            (FRIDAY, 15 * 60 + 30),      // after the cut-off
            (date(2024, 2, 9), 9 * 60),  // Tết
            (date(2024, 2, 8), 9 * 60),  // a Thursday
            (date(2024, 1, 26), 9 * 60), // past
            (date(2024, 6, 7), 9 * 60),  // too far ahead
        ] {
            let refused = hold(&office.app, &unit(), on, minute).await.unwrap_err();
            assert_eq!(problem(refused), SlotProblem::NoSuchHour, "{on} {minute}");
        }
        assert!(hold(&office.app, &unit(), FRIDAY, 9 * 60).await.is_ok());
    }
}

#[tokio::test]
async fn a_hold_ends_by_time_alone() {
    for office in offices().await {
        let free = left(&office, FRIDAY, hour(8, 30)).await;
        let token = hold(&office.app, &unit(), FRIDAY, 8 * 60 + 30).await.unwrap();
        assert_eq!(left(&office, FRIDAY, hour(8, 30)).await, free - 1);
        assert!(held(&office.app, &token).await.unwrap().until.is_some());
        office.clock.pass_minutes(10);
        assert_eq!(left(&office, FRIDAY, hour(8, 30)).await, free);
        assert!(held(&office.app, &token).await.unwrap().until.is_none());
        // Whoever was slow still gets it while it is free …
        let slow = book(&office.app, &token, asked(1), None, Caller::default()).await.unwrap();
        assert_eq!(slow.at, Some(hour(8, 30)));
        // … and is told when it is not; another hour can be named with the same form.
        let token = hold(&office.app, &unit(), FRIDAY, 9 * 60).await.unwrap();
        office.clock.pass_minutes(11);
        fill(&office, hour(9, 0), 10).await;
        let late = |instead| book(&office.app, &token, asked(2), instead, Caller::default());
        assert_eq!(late(None).await.unwrap_err().to_string(), SlotProblem::Full.to_string());
        let other = late(Some((FRIDAY, hour(9, 30)))).await.unwrap();
        assert_eq!(other.at, Some(hour(9, 30)));
    }
}

#[tokio::test]
async fn a_clock_set_back_frees_what_was_held_ahead_of_it() {
    for office in offices().await {
        let free = left(&office, FRIDAY, hour(8, 30)).await;
        office.clock.pass_minutes(300);
        hold(&office.app, &unit(), FRIDAY, 8 * 60 + 30).await.unwrap();
        office.clock.pass_minutes(-300);
        assert_eq!(left(&office, FRIDAY, hour(8, 30)).await, free);
    }
}

#[tokio::test]
async fn moved_and_cancelled() {
    for office in offices().await {
        let booked = take(&office, hour(8, 30), 1).await.unwrap();
        let (free, there) =
            (left(&office, FRIDAY, hour(8, 30)).await, left(&office, NEXT, hour(14, 0)).await);
        let moved = move_to(&office.app, &booked.token, &unit(), NEXT, hour(14, 0)).await.unwrap();
        assert_eq!(
            (moved.on, moved.at, moved.moved_from),
            (NEXT, Some(hour(14, 0)), Some((FRIDAY, hour(8, 30))))
        );
        assert_eq!(left(&office, FRIDAY, hour(8, 30)).await, free + 1);
        assert_eq!(left(&office, NEXT, hour(14, 0)).await, there - 1);
        // To itself: nothing. To a full hour: nothing is lost. To another unit: it goes along.
        assert_eq!(move_to(&office.app, &booked.token, &unit(), NEXT, hour(14, 0)).await.unwrap(), moved);
        fill(&office, hour(9, 0), 10).await;
        let full = move_to(&office.app, &booked.token, &unit(), FRIDAY, hour(9, 0)).await;
        assert_eq!(problem(full.unwrap_err()), SlotProblem::Full);
        assert_eq!(look::by_token(&office.app, &booked.token).await.unwrap().booking, moved);
        let away = move_to(&office.app, &booked.token, &other_unit(), FRIDAY, hour(9, 0)).await.unwrap();
        assert_eq!(away.unit, other_unit());
        let gone = cancel(&office.app, &booked.token).await.unwrap();
        assert_eq!(cancel(&office.app, &booked.token).await.unwrap(), gone, "twice is once");
        let refused = move_to(&office.app, &booked.token, &unit(), FRIDAY, hour(10, 0)).await.unwrap_err();
        assert!(matches!(problem(refused), SlotProblem::NotNow(_)));
    }
}

#[tokio::test]
async fn early_in_time_late_and_not_at_all() {
    for office in offices().await {
        let (one, two, three) = (
            take(&office, hour(8, 30), 1).await.unwrap(),
            take(&office, hour(9, 0), 2).await.unwrap(),
            take(&office, hour(9, 30), 3).await.unwrap(),
        );
        let enter = |code: &str| {
            let code = code.to_owned();
            let app = office.app.clone();
            async move { check_in(&app, &unit(), &code).await }
        };
        assert!(enter(&one.code).await.is_err(), "the day before is not the day");
        office.clock.set(at("2024-02-02T08:00:00+07:00"));
        let came = enter(&one.code.to_lowercase()).await.unwrap();
        assert_eq!(came.arrival.punctuality, Punctuality::Early);
        assert_eq!(came.arrival.counts_from, at("2024-02-02T08:30:00+07:00"));
        let again = enter(&one.code).await.unwrap();
        assert!(again.again && again.arrival == came.arrival);
        assert!(check_in(&office.app, &other_unit(), &two.code).await.is_err(), "another unit");
        assert!(enter("000-000").await.is_err());
        office.clock.set(at("2024-02-02T09:05:00+07:00"));
        let pass = format!("https://thanhha.example/the/{}", two.token);
        assert_eq!(enter(&pass).await.unwrap().arrival.punctuality, Punctuality::InTime);
        let too_soon = miss(&office.app, &office.receiver, &unit(), &three.id).await.unwrap_err();
        assert_eq!(problem(too_soon), SlotProblem::NoSuchHour);
        office.clock.set(at("2024-02-02T10:00:00+07:00"));
        let missed = miss(&office.app, &office.receiver, &unit(), &three.id).await.unwrap();
        assert_eq!(missed.state, BookingState::Missed);
        assert!(miss(&office.app, &office.stranger, &unit(), &three.id).await.is_err());
        let late = enter(&three.code).await.unwrap();
        assert_eq!(late.arrival.punctuality, Punctuality::Late);
        assert_eq!(late.arrival.counts_from, at("2024-02-02T10:00:00+07:00"));
    }
}

#[tokio::test]
async fn contacts_are_erased_after_a_month_and_figures_stay() {
    for office in offices().await {
        let booked = take(&office, hour(8, 30), 1).await.unwrap();
        office.clock.set(at("2024-03-03T09:00:00+07:00"));
        assert_eq!(tidy_up::erase(&office.app).await.unwrap(), 0, "thirty days are not over");
        office.clock.set(at("2024-03-04T09:00:00+07:00"));
        assert_eq!(tidy_up::erase(&office.app).await.unwrap(), 1);
        assert_eq!(tidy_up::erase(&office.app).await.unwrap(), 0);
        let shown = look::by_token(&office.app, &booked.token).await.unwrap().booking;
        assert_eq!((shown.name.as_str(), shown.phone.as_str(), shown.on), ("", "", FRIDAY));
    }
}
