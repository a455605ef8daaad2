//! Many at once, on both databases: no ticket twice, no number missing, one holder of a counter.

use super::*;
use crate::intake::RequestKey;
use std::collections::BTreeSet;
use std::sync::Arc;
use storage::testing::TestDb;

const COUNTERS: i64 = 25;
const ROUNDS: usize = 40;

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn a_thousand_presses_of_next_never_give_one_ticket_twice() {
    for db in TestDb::all().await {
        let office = Arc::new(Office::open_on(db).await);
        for _ in 0..COUNTERS as usize * ROUNDS {
            given(&office).await;
        }
        for counter in 1..=COUNTERS {
            sit(&office, &officer(counter as u128), counter).await;
        }
        let desks = (1..=COUNTERS).map(|counter| {
            let office = Arc::clone(&office);
            tokio::spawn(async move {
                let officer = officer(counter as u128);
                let mut served = Vec::new();
                for _ in 0..ROUNDS {
                    let ticket = next(&office, &officer, counter).await.unwrap().called.unwrap();
                    does(&office, &officer, counter, &ticket, Act::Start).await.unwrap();
                    served.push(ticket.number.serial);
                }
                served
            })
        });
        let mut served = Vec::new();
        for desk in desks.collect::<Vec<_>>() {
            served.extend(desk.await.unwrap());
        }
        let once: BTreeSet<u32> = served.iter().copied().collect();
        assert_eq!(served.len(), 1_000);
        assert_eq!(once, (1..=1_000).collect(), "each ticket once, none left out");
        let left = view::take(&office.app, &unit()).await.unwrap();
        assert!(left.line.is_empty());
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn two_officers_press_at_once_and_get_two_tickets() {
    for db in TestDb::all().await {
        let office = Office::open_on(db).await;
        sit(&office, &officer(1), 1).await;
        sit(&office, &officer(2), 2).await;
        for round in 0..20 {
            given(&office).await;
            let (one, other) = (officer(1), officer(2));
            let (one, other) = tokio::join!(next(&office, &one, 1), next(&office, &other, 2));
            let got =
                |call: &Result<NextCall, QueueError>| call.as_ref().ok().and_then(|call| call.called.clone());
            let (one, other) = match (got(&one), got(&other)) {
                (Some(ticket), None) => ((ticket, 1), other),
                (None, Some(ticket)) => ((ticket, 2), one),
                both => panic!("round {round}: {both:?}"),
            };
            assert!(matches!(other, Err(QueueError::NobodyWaits)), "round {round}: {other:?}");
            let who = officer(one.1 as u128);
            does(&office, &who, one.1, &one.0, Act::Finish).await.unwrap();
        }
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn one_press_twice_calls_one() {
    for db in TestDb::all().await {
        let office = Office::open_on(db).await;
        sit(&office, &officer(1), 1).await;
        for _ in 0..2 {
            given(&office).await;
        }
        let who = officer(1);
        let (one, other) = tokio::join!(next(&office, &who, 1), next(&office, &who, 1));
        assert!(one.is_ok() != other.is_ok(), "{one:?} {other:?}");
        let refused = one.err().or(other.err()).unwrap();
        assert!(matches!(refused, QueueError::CounterHolds { .. }), "{refused:?}");
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn two_officers_on_one_ticket_leave_one_trace() {
    for db in TestDb::all().await {
        let office = Office::open_on(db).await;
        sit(&office, &officer(1), 1).await;
        let ticket = given(&office).await;
        let called = next(&office, &officer(1), 1).await.unwrap().called.unwrap();
        assert_eq!(called.id, ticket.id);
        let (who, seen) = (officer(1), Some(called.version));
        let go = |what| act(&office.app, &who, &ticket.unit, Some(number(1)), ticket.id, seen, what);
        let (one, other) = tokio::join!(go(Act::Start), go(Act::Recall));
        assert!(one.is_ok() != other.is_ok(), "{one:?} {other:?}");
        let refused = one.err().or(other.err()).unwrap();
        assert!(matches!(refused, QueueError::Other(AppError::Stale { .. })), "{refused:?}");
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn numbers_have_no_gap_and_a_repeated_request_gives_no_second_ticket() {
    for db in TestDb::all().await {
        let office = Office::open_on(db).await;
        let takers = (0..200_u8).map(|taker| {
            let app = office.app.clone();
            tokio::spawn(async move {
                // Every request is sent twice, and every tenth asks for a group that does not exist.
                let group = if taker % 10 == 0 { Group::try_from('Z').unwrap() } else { Group::A };
                let key = RequestKey { key: format!("k{taker}"), digest: [taker; 32] };
                let (one, other) = tokio::join!(
                    issue(&app, None, wish(group), Some(key.clone())),
                    issue(&app, None, wish(group), Some(key))
                );
                [one, other].map(|given| given.ok().map(|given| given.ticket.number.serial))
            })
        });
        let mut serials = BTreeSet::new();
        for taker in takers.collect::<Vec<_>>() {
            let [one, other] = taker.await.unwrap();
            // A twin that lost the race may be told to try again; it never gets another number.
            assert!(one == other || one.is_none() || other.is_none(), "{one:?} {other:?}");
            serials.extend(one.or(other));
        }
        assert_eq!(serials, (1..=180).collect(), "gapless");
        let key = RequestKey { key: "k1".into(), digest: [99; 32] };
        let reused = issue(&office.app, None, wish(Group::A), Some(key)).await.unwrap_err();
        assert!(matches!(reused, QueueError::Other(AppError::KeyReused)));
    }
}
