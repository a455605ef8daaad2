//! The queue in words: what people come for, where a ticket stands, how long it may take, why a rule said no.

use crate::{Arg, Key as K, Lang, text, text_with};
use domain::queue::{PriorityReason, Purpose, TicketRefusal, TicketStage, Wait};

/// What people of a group come for.
pub fn purpose(purpose: Purpose, lang: Lang) -> &'static str {
    let key = match purpose {
        Purpose::HandIn => K::QueuePurposeHandIn,
        Purpose::Collect => K::QueuePurposeCollect,
        Purpose::Ask => K::QueuePurposeAsk,
    };
    text(lang, key)
}

/// A ground of priority.
pub fn priority(reason: PriorityReason, lang: Lang) -> &'static str {
    let key = match reason {
        PriorityReason::Aged => K::QueuePriorityAged,
        PriorityReason::Disabled => K::QueuePriorityDisabled,
        PriorityReason::Pregnant => K::QueuePriorityPregnant,
        PriorityReason::ChildInArms => K::QueuePriorityChild,
        PriorityReason::Merit => K::QueuePriorityMerit,
        PriorityReason::Unwell => K::QueuePriorityUnwell,
    };
    text(lang, key)
}

/// Where a ticket stands.
pub fn ticket_stage(stage: TicketStage, lang: Lang) -> &'static str {
    let key = match stage {
        TicketStage::Waiting => K::QueueStageWaiting,
        TicketStage::Unprinted => K::QueueStageUnprinted,
        TicketStage::Called => K::QueueStageCalled,
        TicketStage::Serving => K::QueueStageServing,
        TicketStage::Parked => K::QueueStageParked,
        TicketStage::Absent => K::QueueStageAbsent,
        TicketStage::Finished => K::QueueStageFinished,
        TicketStage::Cancelled => K::QueueStageCancelled,
        TicketStage::Closed => K::QueueStageClosed,
    };
    text(lang, key)
}

/// How long it may take: a range, or that nobody serves.
pub fn wait(wait: Wait, lang: Lang) -> String {
    match wait {
        Wait::NoCounterOpen => text(lang, K::QueueWaitNoneOpen).to_owned(),
        Wait::Minutes { from, to } => {
            let (from, to) = (Arg::Number(i64::from(from)), Arg::Number(i64::from(to)));
            text_with(lang, K::QueueWait, &[("from", from), ("to", to)])
        }
    }
}

/// Why a rule of tickets said no, and what to do.
pub fn ticket_refusal(refusal: TicketRefusal, lang: Lang) -> String {
    let number = |key, n: i64| text_with(lang, key, &[("n", Arg::Number(n))]);
    match refusal {
        TicketRefusal::WrongStage { .. } => text(lang, K::QueueRefusedStage).to_owned(),
        TicketRefusal::NoCounter => text(lang, K::QueueRefusedNoCounter).to_owned(),
        TicketRefusal::OtherCounter { counter } => {
            let counter = counter.to_string();
            text_with(lang, K::QueueRefusedOtherCounter, &[("counter", Arg::Text(&counter))])
        }
        TicketRefusal::TooFewCalls { calls, needed } => {
            let (calls, needed) = (Arg::Number(i64::from(calls)), Arg::Number(i64::from(needed)));
            text_with(lang, K::QueueRefusedCalls, &[("calls", calls), ("needed", needed)])
        }
        TicketRefusal::TooSoon { walk } => number(K::QueueRefusedWalk, walk.as_secs()),
        TicketRefusal::TooLate { within } => number(K::QueueRefusedLate, within.as_mins()),
        TicketRefusal::DoorInFuture => text(lang, K::QueueRefusedDoor).to_owned(),
        TicketRefusal::SamePlace => text(lang, K::QueueRefusedSame).to_owned(),
        TicketRefusal::LinkedBefore => text(lang, K::QueueRefusedLinked).to_owned(),
    }
}
