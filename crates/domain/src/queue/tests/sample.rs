//! A ticket for tests, and its acts in short words.

use crate::id::{AccountId, TicketId};
use crate::queue::*;
use jiff::Timestamp;
use jiff::civil::date;

pub fn at(minutes: i64) -> Timestamp {
    Timestamp::from_second(1_706_833_800 + minutes * 60).unwrap()
}

pub fn counter(number: i64) -> CounterNumber {
    CounterNumber::try_from(number).unwrap()
}

pub fn context(minutes: i64, from: Option<i64>) -> TicketContext {
    TicketContext { at: at(minutes), counter: from.map(counter), rules: QueueRules::STANDARD }
}

pub fn issue(minutes: i64) -> TicketCommand {
    TicketCommand::Issue {
        unit: "10852".parse().unwrap(),
        on: date(2024, 2, 2),
        number: "A001".parse().unwrap(),
        door: Door::Kiosk,
        priority: None,
        door_at: at(minutes),
        slot_at: None,
    }
}

pub fn command(act: TicketAct) -> TicketCommand {
    match act {
        TicketAct::Issue => issue(0),
        TicketAct::Call => TicketCommand::Call,
        TicketAct::Recall => TicketCommand::Recall,
        TicketAct::Start => TicketCommand::Start,
        TicketAct::Finish => TicketCommand::Finish,
        TicketAct::Transfer => TicketCommand::Transfer { to: Goal::Group(Group::B) },
        TicketAct::MarkAbsent => TicketCommand::MarkAbsent,
        TicketAct::ComeBack => TicketCommand::ComeBack,
        TicketAct::Park => TicketCommand::Park,
        TicketAct::Resume => TicketCommand::Resume,
        TicketAct::Cancel => TicketCommand::Cancel { cause: CancelCause::Holder },
        TicketAct::MarkUnprinted => TicketCommand::MarkUnprinted,
        TicketAct::Close => TicketCommand::Close { reason: CloseReason::DayEnded },
        TicketAct::LinkDossier => {
            let code = crate::dossier::DossierCode::new("H23.26.10", date(2024, 2, 2), 1);
            TicketCommand::LinkDossier { code }
        }
    }
}

/// Decides and applies; the log grows when the rule allows it.
#[allow(clippy::result_large_err, reason = "a refusal gives the ticket back, and speed is nothing to a test")]
pub fn carry_out(
    state: Option<Ticket>,
    command: TicketCommand,
    context: &TicketContext,
    log: &mut Vec<RecordedTicket>,
) -> Result<Ticket, (Option<Ticket>, TicketRefusal)> {
    let event = match decide(state.as_ref(), command, context) {
        Ok(event) => event,
        Err(refusal) => return Err((state, refusal)),
    };
    let recorded = RecordedTicket {
        ticket: TicketId::from_parts(1, 1),
        sequence: u32::try_from(log.len()).unwrap() + 1,
        at: state.as_ref().map_or(context.at, |ticket| not_before(ticket, context.at)),
        actor: Some(AccountId::from_parts(1, 1)),
        event,
    };
    let after = apply(state, &recorded).expect("what was decided can be applied");
    log.push(recorded);
    Ok(after)
}

/// A ticket after acts, one a minute, all from counter 1.
pub fn after(acts: &[TicketAct]) -> Ticket {
    let mut log = Vec::new();
    let mut state = carry_out(None, issue(0), &context(0, None), &mut log).unwrap();
    for (minute, act) in (1..).zip(acts) {
        state = carry_out(Some(state), command(*act), &context(minute, Some(1)), &mut log).unwrap();
    }
    state
}
