//! The waiting list: in order, ten minutes each, nobody in between.

use super::*;
use domain::booking::DayPart;

async fn line_up(office: &Office, part: DayPart, number: u32) -> Booking {
    wait_for(&office.app, &unit(), FRIDAY, part, asked(number), Caller::default()).await.unwrap()
}

async fn shown(office: &Office, booking: &Booking) -> look::Shown {
    look::by_token(&office.app, &booking.token).await.unwrap()
}

/// An office whose Friday morning has one hour and nothing else, all of it taken.
async fn full_office(office: &Office) -> Vec<Booking> {
    let at = at("2024-02-02T10:45:00+07:00");
    office.clock.set(at);
    for (from, to) in [(13 * 60, 16 * 60)] {
        manage::close(&office.app, &office.leader, &unit(), FRIDAY, (from, to), "Họp").await.unwrap();
    }
    fill(office, hour(11, 0), 100).await
}

#[tokio::test]
async fn freed_places_go_to_who_waits_in_order() {
    for office in offices().await {
        let booked = full_office(&office).await;
        let (one, two) = (line_up(&office, DayPart::Any, 1).await, line_up(&office, DayPart::Any, 2).await);
        let afternoon =
            wait_for(&office.app, &unit(), FRIDAY, DayPart::Afternoon, asked(3), Caller::default()).await;
        assert_eq!(problem(afternoon.unwrap_err()), SlotProblem::NoSuchHour, "the afternoon is closed");
        assert_eq!((shown(&office, &one).await.ahead, shown(&office, &two).await.ahead), (0, 1));
        cancel(&office.app, &booked[0].token).await.unwrap();
        let offered = shown(&office, &one).await.booking;
        assert_eq!((offered.state, offered.at), (BookingState::Offered, Some(hour(11, 0))));
        // It is not free for anybody else meanwhile.
        let jumped = hold(&office.app, &unit(), FRIDAY, 11 * 60).await.unwrap_err();
        assert_eq!(problem(jumped), SlotProblem::Full);
        let taken = accept(&office.app, &one.token).await.unwrap();
        assert_eq!(taken.state, BookingState::Booked);
        assert_eq!(accept(&office.app, &one.token).await.unwrap(), taken, "twice is once");
        assert_eq!(shown(&office, &two).await.booking.state, BookingState::Waiting);
        let refused = problem(accept(&office.app, &two.token).await.unwrap_err());
        assert_eq!(refused, SlotProblem::OfferOver);
    }
}

#[tokio::test]
async fn an_offer_nobody_answers_goes_on_to_the_next() {
    for office in offices().await {
        let booked = full_office(&office).await;
        let (one, two) =
            (line_up(&office, DayPart::Morning, 1).await, line_up(&office, DayPart::Any, 2).await);
        cancel(&office.app, &booked[0].token).await.unwrap();
        office.clock.pass_minutes(10);
        let late = problem(accept(&office.app, &one.token).await.unwrap_err());
        assert_eq!(late, SlotProblem::OfferOver);
        // The next one looks, and the list has moved on without any clockwork.
        assert_eq!(shown(&office, &two).await.booking.state, BookingState::Offered);
        assert_eq!(shown(&office, &one).await.booking.state, BookingState::Waiting);
        cancel(&office.app, &two.token).await.unwrap();
        assert_eq!(shown(&office, &one).await.booking.state, BookingState::Offered, "back in line");
    }
}

#[tokio::test]
async fn whoever_never_answers_leaves_the_list() {
    for office in offices().await {
        let booked = full_office(&office).await;
        office.clock.set(at("2024-02-02T10:00:00+07:00"));
        let one = line_up(&office, DayPart::Any, 1).await;
        cancel(&office.app, &booked[0].token).await.unwrap();
        // 10:30 is free too by now, so there is always something to offer.
        for state in [BookingState::Offered, BookingState::Offered, BookingState::Lapsed] {
            office.clock.pass_minutes(10);
            assert_eq!(shown(&office, &one).await.booking.state, state);
        }
        assert!(hold(&office.app, &unit(), FRIDAY, 11 * 60).await.is_ok(), "and the place is anybody's");
    }
}

#[tokio::test]
async fn a_place_that_is_free_is_offered_at_once() {
    for office in offices().await {
        let offered = line_up(&office, DayPart::Afternoon, 1).await;
        assert_eq!((offered.state, offered.at), (BookingState::Offered, Some(hour(13, 30))));
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn one_freed_place_is_offered_once_whoever_looks() {
    for office in offices().await {
        let booked = full_office(&office).await;
        let mut line = Vec::new();
        for number in 1..=6 {
            line.push(line_up(&office, DayPart::Any, number).await);
        }
        cancel(&office.app, &booked[0].token).await.unwrap();
        let looks = line.iter().map(|one| {
            let (app, token) = (office.app.clone(), one.token.clone());
            tokio::spawn(async move { look::by_token(&app, &token).await.unwrap().booking.state })
        });
        let mut offered = 0;
        for look in looks.collect::<Vec<_>>() {
            offered += usize::from(look.await.unwrap() == BookingState::Offered);
        }
        assert_eq!(offered, 1, "{}", office.db.engine());
    }
}
