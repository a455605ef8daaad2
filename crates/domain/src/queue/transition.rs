//! The one table of transitions of a ticket. Exhaustive without a catch-all, so a new stage or act does not compile
//! until its cells are decided.

use super::command::TicketAct;
use super::ticket::TicketStage;

/// Where an allowed act leads.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Next {
    /// To this stage.
    To(TicketStage),
    /// The stage stays.
    Stay,
}

/// The cell of the table for a ticket at `stage` (`None`: not given out yet); `None` means the act is refused there.
pub const fn next(stage: Option<TicketStage>, act: TicketAct) -> Option<Next> {
    use TicketStage as S;
    let Some(stage) = stage else { return first(act) };
    match act {
        TicketAct::Issue => None,
        // Who was set aside is called back to the counter, without waiting again.
        TicketAct::Call => match stage {
            S::Waiting | S::Parked => Some(Next::To(S::Called)),
            S::Unprinted | S::Called | S::Serving | S::Absent => None,
            S::Finished | S::Cancelled | S::Closed => None,
        },
        TicketAct::Recall => only_called(stage, Next::Stay),
        TicketAct::Start => only_called(stage, Next::To(S::Serving)),
        TicketAct::MarkAbsent => only_called(stage, Next::To(S::Absent)),
        TicketAct::Finish => at_counter(stage, Next::To(S::Finished)),
        TicketAct::Park => at_counter(stage, Next::To(S::Parked)),
        TicketAct::LinkDossier => at_counter(stage, Next::Stay),
        TicketAct::Transfer => match stage {
            S::Waiting | S::Called | S::Serving | S::Parked => Some(Next::To(S::Waiting)),
            S::Unprinted | S::Absent | S::Finished | S::Cancelled | S::Closed => None,
        },
        TicketAct::ComeBack => match stage {
            S::Absent => Some(Next::To(S::Waiting)),
            S::Waiting | S::Unprinted | S::Called | S::Serving | S::Parked => None,
            S::Finished | S::Cancelled | S::Closed => None,
        },
        TicketAct::Resume => match stage {
            S::Unprinted | S::Parked => Some(Next::To(S::Waiting)),
            S::Waiting | S::Called | S::Serving | S::Absent => None,
            S::Finished | S::Cancelled | S::Closed => None,
        },
        // Who sits at the counter is served, not given up.
        TicketAct::Cancel => match stage {
            S::Waiting | S::Unprinted | S::Called | S::Parked | S::Absent => Some(Next::To(S::Cancelled)),
            S::Serving | S::Finished | S::Cancelled | S::Closed => None,
        },
        TicketAct::MarkUnprinted => match stage {
            S::Waiting => Some(Next::To(S::Unprinted)),
            S::Unprinted | S::Called | S::Serving | S::Parked | S::Absent => None,
            S::Finished | S::Cancelled | S::Closed => None,
        },
        TicketAct::Close => match stage {
            S::Waiting | S::Unprinted | S::Called | S::Serving | S::Parked | S::Absent => {
                Some(Next::To(S::Closed))
            }
            S::Finished | S::Cancelled | S::Closed => None,
        },
    }
}

const fn first(act: TicketAct) -> Option<Next> {
    match act {
        TicketAct::Issue => Some(Next::To(TicketStage::Waiting)),
        TicketAct::Call
        | TicketAct::Recall
        | TicketAct::Start
        | TicketAct::Finish
        | TicketAct::Transfer
        | TicketAct::MarkAbsent
        | TicketAct::ComeBack
        | TicketAct::Park
        | TicketAct::Resume
        | TicketAct::Cancel
        | TicketAct::MarkUnprinted
        | TicketAct::Close
        | TicketAct::LinkDossier => None,
    }
}

const fn only_called(stage: TicketStage, next: Next) -> Option<Next> {
    match stage {
        TicketStage::Called => Some(next),
        TicketStage::Waiting | TicketStage::Unprinted | TicketStage::Serving | TicketStage::Parked => None,
        TicketStage::Absent | TicketStage::Finished | TicketStage::Cancelled | TicketStage::Closed => None,
    }
}

const fn at_counter(stage: TicketStage, next: Next) -> Option<Next> {
    if stage.is_at_counter() { Some(next) } else { None }
}
