//! Days: closed ones, the next morning, midnight, a jumping clock, a restart, ten thousand tickets.

use super::*;
use crate::App;
use crate::testing::at;
use domain::queue::{CloseReason, TicketEvent, TicketStage};
use storage::counter::{self as numbers, Series};
use storage::queue as tickets;
use storage::testing::TestDb;

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_machine_gives_no_tickets_on_days_off_and_officers_may() {
    let office = Office::open().await;
    for (now, opens) in [
        ("2024-02-03T09:00:00+07:00", Some("2024-02-05T07:30:00+07:00")), // a Saturday
        ("2024-02-09T09:00:00+07:00", Some("2024-02-15T07:30:00+07:00")), // Tết
        ("2024-02-02T00:00:00+07:00", Some("2024-02-02T07:30:00+07:00")), // midnight
        ("2024-02-02T17:01:00+07:00", Some("2024-02-05T07:30:00+07:00")), // after closing
    ] {
        office.clock.set(at(now));
        let refused = issue(&office.app, None, wish(Group::A), None).await.unwrap_err();
        let QueueError::Door(door) = refused else { panic!("{now}: {refused:?}") };
        assert_eq!(door.opens_at, opens.map(at), "{now}");
        assert!(issue(&office.app, Some(&office.receiver), wish(Group::A), None).await.is_ok(), "{now}");
    }
    let elsewhere = Issue { unit: "99999".parse().unwrap(), ..wish(Group::A) };
    let unknown = issue(&office.app, None, elsewhere, None).await.unwrap_err();
    assert!(matches!(unknown, QueueError::Other(AppError::NotFound { .. })));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_next_morning_begins_with_an_empty_hall() {
    for db in TestDb::all().await {
        let office = Office::open_on(db).await;
        sit(&office, &office.receiver, 1).await;
        let (waits, called) = (given(&office).await, given(&office).await);
        let held = next(&office, &office.receiver, 1).await.unwrap().called.unwrap();
        office.clock.set(at("2024-02-05T07:00:00+07:00"));
        let morning = view::take(&office.app, &unit()).await.unwrap();
        assert!(morning.line.is_empty() && morning.others.is_empty() && morning.calls.is_empty());
        assert_eq!(morning.open_counters(), 0, "a counter left open is closed");
        // Nothing can be done with yesterday's tickets, written down or not.
        let late = does(&office, &office.receiver, 1, &held, Act::Cancel).await;
        assert!(matches!(late, Err(QueueError::Refused(_))), "{late:?}");
        let fresh = given(&office).await;
        assert_eq!(fresh.number.to_string(), "A001");
        for old in [waits.id, called.id] {
            let read = office.app.store.read(move |tx| {
                Ok::<_, QueueError>((tickets::find(tx, old)?.unwrap(), tickets::log_of(tx, old)?))
            });
            let (ticket, log) = read.await.unwrap();
            assert_eq!(ticket.stage, TicketStage::Closed);
            let reason = CloseReason::DayEnded;
            assert_eq!(log.last().unwrap().event, TicketEvent::Closed { reason });
        }
        sit(&office, &office.receiver, 1).await;
        assert_eq!(next(&office, &office.receiver, 1).await.unwrap().called.unwrap().id, fresh.id);
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_jumping_clock_stops_nobody() {
    let office = Office::open().await;
    sit(&office, &office.receiver, 1).await;
    let ticket = given(&office).await;
    office.clock.pass_minutes(-30);
    let called = next(&office, &office.receiver, 1).await.unwrap().called.unwrap();
    assert_eq!(called.called_at, Some(ticket.door_at), "no wait is negative");
    office.clock.pass_minutes(90);
    let done = does(&office, &office.receiver, 1, &called, Act::Finish).await.unwrap();
    assert!(done.ended_at >= done.called_at);
    // A day back: that day's hall is another one, and today's is untouched.
    office.clock.set(at("2024-02-01T09:00:00+07:00"));
    assert_eq!(given(&office).await.number.to_string(), "A001");
    office.clock.set(at("2024-02-02T10:30:00+07:00"));
    assert_eq!(given(&office).await.number.to_string(), "A002");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn after_a_restart_everything_stands_where_it_stood() {
    let office = Office::open().await;
    sit(&office, &office.receiver, 1).await;
    for _ in 0..3 {
        given(&office).await;
    }
    next(&office, &office.receiver, 1).await.unwrap();
    let before = view::take(&office.app, &unit()).await.unwrap();
    let again = App::new(
        office.app.store.clone(),
        office.app.clock.clone(),
        office.app.random.clone(),
        office.app.files.clone(),
        office.app.config.as_ref().clone(),
        crate::testing::pack_policy(crate::testing::PACK),
    );
    let again = again.await.unwrap();
    assert_eq!(view::take(&again, &unit()).await.unwrap(), before);
    let id = before.line[0].id;
    assert_eq!(token_of(&again, id), token_of(&office.app, id), "addresses of tickets still work");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_ten_thousandth_ticket_is_wider_and_no_number_comes_twice() {
    let office = Office::open().await;
    let taken = office.app.store.write(|tx| {
        (0..9_998).try_for_each(|_| numbers::take(tx, Series::Ticket, "10852-2024-02-02-A").map(|_| ()))
    });
    taken.await.unwrap();
    let numbers = [given(&office).await, given(&office).await].map(|ticket| ticket.number.to_string());
    assert_eq!(numbers, ["A9999", "A10000"]);
    let line = view::take(&office.app, &unit()).await.unwrap().line;
    assert_eq!(line.iter().map(|ticket| ticket.number.serial).collect::<Vec<_>>(), [9_999, 10_000]);
}
