//! The life of a ticket through the use cases, on both databases.

use super::*;
use domain::queue::{CancelCause, Goal, PriorityReason, TicketEvent, TicketRefusal, TicketStage, Wait, fold};
use storage::queue as tickets;
use storage::testing::TestDb;

async fn seen(office: &Office) -> view::QueueView {
    view::take(&office.app, &unit()).await.unwrap()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn from_the_machine_to_the_desk_and_the_log_says_the_same_as_the_row() {
    for db in TestDb::all().await {
        let office = Office::open_on(db).await;
        let (first, second) = (given(&office).await, given(&office).await);
        assert_eq!((first.number.to_string(), second.number.to_string()), ("A001".into(), "A002".into()));
        sit(&office, &office.receiver, 1).await;
        office.clock.pass_minutes(5);
        let called = next(&office, &office.receiver, 1).await.unwrap().called.unwrap();
        assert_eq!((called.id, called.counter), (first.id, Some(number(1))));
        let now = seen(&office).await;
        assert_eq!((now.calls[0].number, now.line.len(), now.open_counters()), (first.number, 1, 1));
        does(&office, &office.receiver, 1, &called, Act::Recall).await.unwrap();
        does(&office, &office.receiver, 1, &called, Act::Start).await.unwrap();
        office.clock.pass_minutes(8);
        // The next press serves whoever sits there and calls the one behind.
        let pressed = next(&office, &office.receiver, 1).await.unwrap();
        assert_eq!(pressed.finished.unwrap().id, first.id);
        assert_eq!(pressed.called.unwrap().id, second.id);
        for id in [first.id, second.id] {
            let read = office.app.store.read(move |tx| {
                Ok::<_, QueueError>((tickets::find(tx, id)?.unwrap(), tickets::log_of(tx, id)?))
            });
            let (row, log) = read.await.unwrap();
            assert_eq!(fold(&log).unwrap(), Some(row), "the row is the fold of the log");
        }
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_ticket_without_paper_does_not_wait_until_somebody_knows_its_number() {
    let office = Office::open().await;
    let given = issue(&office.app, None, wish(Group::A), None).await.unwrap();
    assert_eq!(seen(&office).await.line.len(), 1);
    holder_acts(&office.app, &given.token, Act::MarkUnprinted).await.unwrap();
    let now = seen(&office).await;
    assert_eq!((now.line.len(), now.groups[0].waiting, now.count(TicketStage::Unprinted)), (0, 0, 1));
    sit(&office, &office.receiver, 1).await;
    assert!(matches!(next(&office, &office.receiver, 1).await, Err(QueueError::NobodyWaits)));
    let back = holder_acts(&office.app, &given.token, Act::ComeBack).await.unwrap();
    assert_eq!((back.stage, back.door_at), (TicketStage::Waiting, given.ticket.door_at));
    assert_eq!(seen(&office).await.groups[0].waiting, 1);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn whoever_does_not_come_is_absent_after_two_calls_and_can_come_back() {
    let office = Office::open().await;
    let given = issue(&office.app, None, wish(Group::A), None).await.unwrap();
    sit(&office, &office.receiver, 1).await;
    let called = next(&office, &office.receiver, 1).await.unwrap().called.unwrap();
    let absent = |act| does(&office, &office.receiver, 1, &called, act);
    assert!(matches!(
        absent(Act::MarkAbsent).await,
        Err(QueueError::Refused(TicketRefusal::TooFewCalls { .. }))
    ));
    absent(Act::Recall).await.unwrap();
    assert!(matches!(absent(Act::MarkAbsent).await, Err(QueueError::Refused(TicketRefusal::TooSoon { .. }))));
    office.clock.pass_minutes(1);
    assert_eq!(absent(Act::MarkAbsent).await.unwrap().stage, TicketStage::Absent);
    // The counter is free again, and the holder says on the phone that they are back.
    assert!(matches!(next(&office, &office.receiver, 1).await, Err(QueueError::NobodyWaits)));
    let back = holder_acts(&office.app, &given.token, Act::ComeBack).await.unwrap();
    assert_eq!(back.door_at, given.ticket.door_at);
    assert!(next(&office, &office.receiver, 1).await.unwrap().called.is_some());
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn transfer_park_and_leave() {
    let office = Office::open().await;
    let given = issue(&office.app, None, wish(Group::A), None).await.unwrap();
    sit(&office, &office.receiver, 1).await;
    sit(&office, &office.return_officer, 2).await;
    let called = next(&office, &office.receiver, 1).await.unwrap().called.unwrap();
    let parked = does(&office, &office.receiver, 1, &called, Act::Park).await.unwrap();
    assert_eq!(parked.stage, TicketStage::Parked);
    let other = does(&office, &office.return_officer, 2, &called, Act::CallBack).await;
    assert!(matches!(other, Err(QueueError::Refused(TicketRefusal::OtherCounter { .. }))), "{other:?}");
    does(&office, &office.receiver, 1, &called, Act::CallBack).await.unwrap();
    let to_two = Act::Transfer(Goal::Counter(number(2)));
    does(&office, &office.receiver, 1, &called, to_two).await.unwrap();
    assert!(matches!(next(&office, &office.receiver, 1).await, Err(QueueError::NobodyWaits)));
    let there = next(&office, &office.return_officer, 2).await.unwrap().called.unwrap();
    assert_eq!((there.number, there.door_at), (given.ticket.number, given.ticket.door_at));
    does(&office, &office.return_officer, 2, &there, Act::Park).await.unwrap();
    let left = holder_acts(&office.app, &given.token, Act::Cancel).await.unwrap();
    assert_eq!(left.stage, TicketStage::Cancelled);
    let id = left.id;
    let log = office.app.store.read(move |tx| tickets::log_of(tx, id)).await.unwrap();
    assert_eq!(log.last().unwrap().event, TicketEvent::Cancelled { cause: CancelCause::Holder });
    assert!(log.last().unwrap().actor.is_none());
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_wait_is_a_range_and_nobody_open_is_said_plainly() {
    let office = Office::open().await;
    for _ in 0..4 {
        given(&office).await;
    }
    let now = seen(&office).await;
    assert!(now.groups.iter().all(|group| group.wait == Wait::NoCounterOpen));
    assert!(now.places.values().all(|place| place.wait == Wait::NoCounterOpen));
    sit(&office, &office.receiver, 1).await;
    let now = seen(&office).await;
    let ahead: Vec<u32> = now.line.iter().map(|ticket| now.places[&ticket.id].ahead).collect();
    assert_eq!(ahead, [0, 1, 2, 3]);
    for place in now.places.values() {
        assert!(matches!(place.wait, Wait::Minutes { from, to } if from < to), "{place:?}");
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn rights_are_those_of_the_matrix() {
    let office = Office::open().await;
    let ticket = given(&office).await;
    sit(&office, &office.receiver, 1).await;
    for stranger in [&office.stranger, &office.administrator] {
        assert!(is_denied(&next(&office, stranger, 1).await.unwrap_err()));
        assert!(is_denied(&does(&office, stranger, 1, &ticket, Act::Cancel).await.unwrap_err()));
    }
    let by_leader = issue(&office.app, Some(&office.leader), wish(Group::A), None).await;
    assert!(is_denied(&by_leader.unwrap_err()), "a leader decides and hands out no tickets");
    let seated = next(&office, &office.appraiser, 1).await.unwrap_err();
    assert!(matches!(seated, QueueError::CounterTaken { by } if by == office.receiver.name));
    assert!(matches!(next(&office, &office.appraiser, 2).await, Err(QueueError::CounterClosed)));
    let (here, number) = (unit(), number(1));
    let describe = counter::describe(
        &office.app,
        &office.appraiser,
        &here,
        number,
        "Hộ tịch".into(),
        BTreeSet::from([Group::A]),
    );
    assert!(is_denied(&describe.await.unwrap_err()));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn counters_serve_their_groups_and_keep_whom_they_called() {
    let office = Office::open().await;
    let app = &office.app;
    let groups = BTreeSet::from([Group::B]);
    counter::describe(app, &office.leader, &unit(), number(3), "Trả kết quả".into(), groups).await.unwrap();
    let unknown = BTreeSet::from([Group::try_from('Q').unwrap()]);
    let wrong = counter::describe(app, &office.leader, &unit(), number(3), String::new(), unknown).await;
    assert!(matches!(wrong, Err(QueueError::NoGroup)));
    sit(&office, &office.return_officer, 3).await;
    given(&office).await;
    assert!(matches!(next(&office, &office.return_officer, 3).await, Err(QueueError::NobodyWaits)));
    let collect = issue(app, None, wish(Group::B), None).await.unwrap().ticket;
    assert_eq!(collect.number.to_string(), "B001");
    let called = next(&office, &office.return_officer, 3).await.unwrap().called.unwrap();
    assert_eq!(called.id, collect.id);
    let closing = counter::close(app, &office.return_officer, &unit(), number(3)).await;
    assert!(matches!(closing, Err(QueueError::CounterHolds { .. })));
    does(&office, &office.return_officer, 3, &called, Act::Finish).await.unwrap();
    counter::close(app, &office.return_officer, &unit(), number(3)).await.unwrap();
    assert_eq!(seen(&office).await.open_counters(), 0);
    // Somebody else's seat is taken over only when it is said so.
    sit(&office, &office.receiver, 3).await;
    let seat = |take_over| Seat { number: number(3), groups: BTreeSet::new(), take_over };
    let taken = open(app, &office.appraiser, &unit(), seat(false)).await;
    assert!(matches!(taken, Err(QueueError::CounterTaken { .. })));
    open(app, &office.appraiser, &unit(), seat(true)).await.unwrap();
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn priority_goes_ahead_but_not_for_ever() {
    let office = Office::open().await;
    sit(&office, &office.receiver, 1).await;
    let first = given(&office).await;
    office.clock.pass_minutes(10);
    let wish = Issue { priority: Some(PriorityReason::Aged), ..wish(Group::A) };
    let aged = issue(&office.app, None, wish, None).await.unwrap().ticket;
    // At once the first is still ahead; after three minutes the other has overtaken (5 x 3 > 10 + 3).
    assert_eq!(seen(&office).await.line[0].id, first.id);
    office.clock.pass_minutes(3);
    assert_eq!(seen(&office).await.line[0].id, aged.id);
    // Both are beyond their caps by now: whoever is further beyond theirs comes first.
    office.clock.pass_minutes(60);
    assert_eq!(next(&office, &office.receiver, 1).await.unwrap().called.unwrap().id, aged.id);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_dossier_handed_in_with_a_ticket_is_linked_in_one_transaction() {
    use crate::intake::{Origin, receive_as};
    for finish in [false, true] {
        let office = Office::open().await;
        given(&office).await;
        sit(&office, &office.receiver, 1).await;
        let called = next(&office, &office.receiver, 1).await.unwrap().called.unwrap();
        let origin = |id| Origin { visit: Some(link::Visit { ticket: id, finish }), ..Origin::default() };
        let intake = || office.intake("2.000635", &[("subject_name", "Trần Gia Bảo")]);
        let receive = |id| receive_as(&office.app, &office.receiver, intake(), None, origin(id));
        let receipt = receive(called.id).await.unwrap();
        let id = called.id;
        let ticket = office.app.store.read(move |tx| tickets::find(tx, id)).await.unwrap().unwrap();
        assert_eq!(ticket.dossiers, std::slice::from_ref(&receipt.code));
        let stage = if finish { TicketStage::Finished } else { TicketStage::Called };
        assert_eq!((ticket.stage, ticket.door_at), (stage, called.door_at));
        // With a ticket that is at no counter any more, nothing is received and no code is lost.
        if finish {
            assert!(matches!(receive(called.id).await, Err(AppError::NotFound { .. })));
            let after = office.receive("2.000635", &[("subject_name", "Trần Gia Bảo")]).await;
            assert!(after.code.as_str().ends_with("0002"), "{}", after.code);
        }
    }
}
