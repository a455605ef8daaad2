//! Hours that fall away: closed by the unit, or because the day became a holiday.

use super::*;
use crate::policy::{self, PackText};
use crate::testing::{PACK, pack_files};

/// The pack with 16 February 2024 a day off; `on_day_off` of its programme as named.
fn with_holiday(on_day_off: &str) -> crate::Policy {
    let edit = |(path, text): PackText| {
        let text = match path.as_str() {
            "calendars.toml" => text.replace(
                "{ from = 2024-04-18,",
                "{ from = 2024-02-16, name = { vi = \"Nghỉ bù\", en = \"Day off\" } },\n    { from = 2024-04-18,",
            ),
            "programmes.toml" => {
                text.replace("on_day_off = \"skip\"", &format!("on_day_off = \"{on_day_off}\""))
            }
            _other => text,
        };
        (path, text)
    };
    let files: Vec<PackText> = pack_files(PACK).into_iter().map(edit).collect();
    let (pack, _) = policy::check(PACK, &files).unwrap();
    policy::join(vec![pack]).unwrap()
}

#[tokio::test]
async fn closed_hours_send_people_away_with_the_reason() {
    for office in offices().await {
        let (kept, gone) =
            (take(&office, hour(8, 30), 1).await.unwrap(), take(&office, hour(14, 0), 2).await.unwrap());
        let close = |actor: &crate::Actor, span| {
            let (app, actor) = (office.app.clone(), actor.clone());
            async move { manage::close(&app, &actor, &unit(), FRIDAY, span, "Họp đột xuất").await }
        };
        assert!(close(&office.appraiser, (13 * 60, 17 * 60)).await.is_err(), "an appraiser closes nothing");
        assert!(close(&office.leader, (13 * 60, 13 * 60)).await.is_err(), "an empty span");
        close(&office.leader, (13 * 60, 17 * 60)).await.unwrap();
        let shown = |token: String| {
            let app = office.app.clone();
            async move { look::by_token(&app, &token).await.unwrap().booking }
        };
        assert_eq!(shown(kept.token.clone()).await.state, BookingState::Booked);
        let sent = shown(gone.token.clone()).await;
        assert_eq!((sent.state, sent.reason.as_str()), (BookingState::Closed, "Họp đột xuất"));
        let refused = hold(&office.app, &unit(), FRIDAY, 14 * 60).await.unwrap_err();
        assert_eq!(problem(refused), SlotProblem::NoSuchHour);
        let closure = listed(&office).await.closures.remove(0);
        manage::reopen(&office.app, &office.leader, &unit(), &closure.id).await.unwrap();
        assert!(hold(&office.app, &unit(), FRIDAY, 14 * 60).await.is_ok());
        assert!(manage::reopen(&office.app, &office.leader, &unit(), &closure.id).await.is_err());
    }
}

#[tokio::test]
async fn a_holiday_friday_closes_its_hours_and_tells_people() {
    for office in offices().await {
        let booked = take_on(&office, NEXT, hour(8, 30), 1).await.unwrap();
        let before = queued(&office).await;
        office.app.set_policy(with_holiday("skip"));
        // Told on their page in the same moment, before anything ran.
        assert!(!look::by_token(&office.app, &booked.token).await.unwrap().stands);
        assert_eq!(tidy_up::reconcile(&office.app).await.unwrap(), 1);
        assert_eq!(tidy_up::reconcile(&office.app).await.unwrap(), 0, "harmless to repeat");
        let shown = look::by_token(&office.app, &booked.token).await.unwrap().booking;
        assert_eq!(shown.state, BookingState::Closed);
        // Two reminders taken back, one message that it is closed.
        assert_eq!(queued(&office).await, before - 1);
    }
}

#[tokio::test]
async fn a_programme_that_moves_takes_its_people_along() {
    for office in offices().await {
        let booked = take_on(&office, NEXT, hour(8, 30), 1).await.unwrap();
        office.app.set_policy(with_holiday("previous_working_day"));
        assert_eq!(tidy_up::reconcile(&office.app).await.unwrap(), 1);
        let shown = look::by_token(&office.app, &booked.token).await.unwrap();
        assert_eq!((shown.booking.on, shown.booking.at), (date(2024, 2, 15), Some(hour(8, 30))));
        assert_eq!(shown.booking.moved_from, Some((NEXT, hour(8, 30))));
        assert!(shown.stands && shown.booking.state == BookingState::Booked);
    }
}

#[tokio::test]
async fn settings_are_decided_by_one_at_a_time_and_take_nothing_away() {
    for office in offices().await {
        let booked = take(&office, hour(8, 30), 1).await.unwrap();
        let seen = manage::settings(&office.app, &office.leader, &unit()).await.unwrap();
        assert_eq!((seen.settings, seen.version), (domain::booking::SlotSettings::USUAL, 0));
        let settings = domain::booking::SlotSettings { slot_minutes: 60, counters: 2, ..seen.settings };
        manage::decide(&office.app, &office.leader, &unit(), settings, 0).await.unwrap();
        let stale = manage::decide(&office.app, &office.receiver, &unit(), settings, 0).await.unwrap_err();
        assert!(matches!(stale, BookingError::App(AppError::Stale { .. })));
        let unsound = domain::booking::SlotSettings { share_percent: 100, ..settings };
        assert!(manage::decide(&office.app, &office.leader, &unit(), unsound, 1).await.is_err());
        assert!(manage::decide(&office.app, &office.stranger, &unit(), settings, 1).await.is_err());
        assert_eq!(hours(&office, FRIDAY).await.len(), 6, "07:30 to 10:30, 13:30 and 14:30");
        let closed = domain::booking::SlotSettings { open: false, ..settings };
        manage::decide(&office.app, &office.leader, &unit(), closed, 1).await.unwrap();
        assert!(hours(&office, FRIDAY).await.is_empty());
        assert_eq!(tidy_up::reconcile(&office.app).await.unwrap(), 0, "what was given stands");
        assert!(look::by_token(&office.app, &booked.token).await.unwrap().stands);
    }
}

#[tokio::test]
async fn the_demo_books_once() {
    for office in offices().await {
        demo::seed(&office.app, &unit()).await.unwrap();
        demo::seed(&office.app, &unit()).await.unwrap();
        let booked = listed(&office).await.booked;
        assert!((4..=6).contains(&booked.len()) && booked.iter().all(|one| one.synthetic), "{booked:?}");
    }
}
