//! Properties of any history of a ticket.

use super::sample::*;
use crate::queue::*;
use proptest::prelude::*;

proptest! {
    #[test]
    fn any_history_is_sound(steps in proptest::collection::vec((0..TicketAct::ALL.len(), 1i64..3, -3i64..40), 1..60)) {
        let (mut state, mut log, mut clock) = (None, Vec::new(), 0);
        for (index, from, minutes) in steps {
            clock += minutes;
            let act = TicketAct::ALL[index];
            let command = if act == TicketAct::Issue { issue(clock) } else { command(act) };
            state = match carry_out(state, command, &context(clock, Some(from)), &mut log) {
                Ok(ticket) => Some(ticket),
                Err((unchanged, _)) => unchanged,
            };
        }
        let Some(ticket) = state else { return Ok(()) };
        prop_assert_eq!(fold(&log).unwrap(), Some(ticket.clone()));
        prop_assert_eq!(ticket.version as usize, log.len());
        // Times never run backwards, whatever the clock did.
        prop_assert!(log.windows(2).all(|pair| pair[0].at <= pair[1].at));
        prop_assert!(ticket.first_called_at.is_none_or(|at| at >= ticket.door_at));
        // It is at a counter exactly while it has been called there.
        prop_assert!(!ticket.stage.is_at_counter() || ticket.counter.is_some());
        prop_assert!(ticket.stage != TicketStage::Waiting || ticket.counter.is_none());
        prop_assert_eq!(ticket.ended_at.is_some(), ticket.stage.is_over());
        // The door time and the number are those of its issue.
        let TicketEvent::Issued { number, door_at, .. } = &log[0].event else { panic!("it was issued first") };
        prop_assert_eq!((*number, *door_at), (ticket.number, ticket.door_at));
    }
}
