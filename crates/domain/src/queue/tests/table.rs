//! The table of transitions as people read it: every cell of stage x act, written out.

use crate::queue::transition::{Next, next};
use crate::queue::*;

/// Columns: new Waiting Unprinted Called Serving Parked aBsent Finished Cancelled closed(E). `.` refused, `=` stays.
const TABLE: &str = "
    issue          W . . . . . . . . .
    call           . C . . . C . . . .
    recall         . . . = . . . . . .
    start          . . . S . . . . . .
    finish         . . . F F . . . . .
    transfer       . W . W W W . . . .
    mark_absent    . . . B . . . . . .
    come_back      . . . . . . W . . .
    park           . . . P P . . . . .
    resume         . . W . . W . . . .
    cancel         . X X X . X X . . .
    mark_unprinted . U . . . . . . . .
    close          . E E E E E E . . .
    link_dossier   . . . = = . . . . .
";

fn letter(cell: Option<Next>) -> char {
    match cell {
        None => '.',
        Some(Next::Stay) => '=',
        Some(Next::To(stage)) => match stage {
            TicketStage::Waiting => 'W',
            TicketStage::Unprinted => 'U',
            TicketStage::Called => 'C',
            TicketStage::Serving => 'S',
            TicketStage::Parked => 'P',
            TicketStage::Absent => 'B',
            TicketStage::Finished => 'F',
            TicketStage::Cancelled => 'X',
            TicketStage::Closed => 'E',
        },
    }
}

#[test]
fn every_cell_is_as_written() {
    let rows: Vec<&str> = TABLE.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
    assert_eq!(rows.len(), TicketAct::ALL.len(), "one row for each act");
    for (row, act) in rows.iter().zip(TicketAct::ALL) {
        let mut words = row.split_whitespace();
        assert_eq!(words.next(), Some(act.name()));
        let expected: String = words.collect();
        let columns = std::iter::once(None).chain(TicketStage::ALL.into_iter().map(Some));
        let actual: String = columns.map(|stage| letter(next(stage, act))).collect();
        assert_eq!(actual, expected, "{}", act.name());
    }
}

/// A ticket at each stage, so that the table is also what `decide` and `apply` do.
fn at_stage(stage: TicketStage) -> Ticket {
    use TicketAct as A;
    let acts: &[A] = match stage {
        TicketStage::Waiting => &[],
        TicketStage::Unprinted => &[A::MarkUnprinted],
        TicketStage::Called => &[A::Call, A::Recall],
        TicketStage::Serving => &[A::Call, A::Start],
        TicketStage::Parked => &[A::Call, A::Park],
        TicketStage::Absent => &[A::Call, A::Recall, A::MarkAbsent],
        TicketStage::Finished => &[A::Call, A::Finish],
        TicketStage::Cancelled => &[A::Cancel],
        TicketStage::Closed => &[A::Close],
    };
    super::sample::after(acts)
}

#[test]
fn deciding_and_applying_follow_the_table() {
    use super::sample::{carry_out, command, context};
    for stage in TicketStage::ALL {
        for act in TicketAct::ALL {
            let before = at_stage(stage);
            assert_eq!(before.stage, stage);
            let mut log = vec![];
            let version = before.version;
            let done = decide(Some(&before), command(act), &context(10, Some(1)));
            match next(Some(stage), act) {
                None => {
                    let refused = TicketRefusal::WrongStage { act, stage: Some(stage) };
                    assert_eq!(done, Err(refused), "{} at {}", act.name(), stage.name());
                }
                Some(to) => {
                    assert!(done.is_ok(), "{} at {}: {done:?}", act.name(), stage.name());
                    log.resize(version as usize, dummy());
                    let after =
                        carry_out(Some(before), command(act), &context(10, Some(1)), &mut log).unwrap();
                    let expected = if let Next::To(stage) = to { stage } else { stage };
                    assert_eq!(after.stage, expected, "{} at {}", act.name(), stage.name());
                }
            }
        }
    }
}

fn dummy() -> RecordedTicket {
    RecordedTicket {
        ticket: crate::id::TicketId::from_parts(1, 1),
        sequence: 1,
        at: super::sample::at(0),
        actor: None,
        event: TicketEvent::Recalled,
    }
}

#[test]
fn names_read_back() {
    for stage in TicketStage::ALL {
        assert_eq!(TicketStage::from_name(stage.name()), Some(stage));
    }
    for door in Door::ALL {
        assert_eq!(Door::from_name(door.name()), Some(door));
    }
    for reason in PriorityReason::ALL {
        assert_eq!(PriorityReason::from_name(reason.name()), Some(reason));
        // Whatever is not in a named law is the unit's own arrangement, and nothing here was checked.
        assert!(reason.ground().certainty != crate::law::Certainty::Verified);
    }
    for purpose in Purpose::ALL {
        assert_eq!(Purpose::from_name(purpose.name()), Some(purpose));
    }
    for cause in CancelCause::ALL {
        assert_eq!(CancelCause::from_name(cause.name()), Some(cause));
    }
    assert_eq!(CloseReason::from_name(CloseReason::DayEnded.name()), Some(CloseReason::DayEnded));
}
